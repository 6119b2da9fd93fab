/*
 * What the files that compose a document's body share: the frames that a block
 * stands in, which body.c keeps and rows.c reads.  Knows nothing of what
 * stands before or behind a body.  Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_BODY_FRAMES_H
#define GP_TYPESET_COMPOSE_BODY_FRAMES_H

#include "base/limits.h"
#include "typeset/compose/compose_parts.h"

/* What blocks stand in. */
struct gp_body_frame {
	uint32_t element;
	gp_len indent;
	gp_len bar;          /* x of a quotation's bar; below 0: none */
	enum gp_role role;   /* of paragraphs */
	size_t item;         /* list: items so far */
	uint32_t group;      /* list of terms: the element of the last item */
	struct gp_str label; /* item: due before its first words */
	uint32_t label_element;
	gp_len label_width;
	const struct gp_node *note; /* its label leads back to the mark of this
	                               one; NULL: to none */
};

struct gp_body {
	struct gp_flow *flow;
	struct gp_body_frame frames[GP_MAX_DEPTH];
	size_t depth;
	uint32_t figure;  /* element of the picture that is open; GP_NONE */
	uint32_t waiting; /* places that are to lie on the next block */
	size_t awaited;   /* its number */
	int last_level;   /* of headings */
	unsigned level;   /* of headings in the outline */
};

/* The rows of a table as blocks (rows.c). */
void
gp_body_table(struct gp_body *b, const struct gp_node *n);

/* The picture of a figure as a block under `element`, `indent` from the left;
   false when the pack does not hold it (compose_picture.c). */
bool
gp_body_picture(struct gp_body *b, const struct gp_node *n,
                const struct gp_body_frame *frame);

#endif
