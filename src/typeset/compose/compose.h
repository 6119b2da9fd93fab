/*
 * Composing: the pack as a flow of blocks.  What stands in the digest, in
 * which order and in which role; nothing of lines, pages or PDF.
 */
#ifndef GP_TYPESET_COMPOSE_COMPOSE_H
#define GP_TYPESET_COMPOSE_COMPOSE_H

#include "model/pack.h"
#include "typeset/compose/flow.h"

struct gp_composer {
	const struct gp_pack *pack;
	const struct gp_date *date; /* of the pack */
	struct gp_flow *flow;
	uint32_t document; /* root element */
	uint32_t cover;    /* element */
	uint32_t *places;  /* of each article */
	uint32_t place_contents;
	bool in_back; /* a part of the back was begun */
};

/* The whole digest.  Failures stay in the flow's arena and text. */
void
gp_compose(struct gp_composer *c);

/* ---- between the files of the composer ---- */

/* The cover without its days; it and the editor's note; the contents
   (compose_front.c). */
void
gp_compose_cover(struct gp_composer *c);
void
gp_compose_front(struct gp_composer *c);
void
gp_compose_contents(struct gp_composer *c);
/* The days of the articles on the cover (timeline.c). */
void
gp_compose_timeline(struct gp_composer *c, uint32_t parent);
/* One article (compose_article.c): its head, its body, its address. */
void
gp_compose_article(struct gp_composer *c, size_t i, uint32_t parent,
                   unsigned level);
/* What it has in common with other articles, in an element of its own under
   the article's parent (compose_related.c). */
void
gp_compose_related(struct gp_composer *c, size_t i, uint32_t parent);
/* The blocks of a document under an element (body.c); `level` is that of its
   headings in the outline. */
void
gp_compose_body(struct gp_flow *f, const struct gp_doc *doc, uint32_t element,
                unsigned level);
/* Abbreviations, sources, how the text was prepared, rights (compose_back.c). */
void
gp_compose_back(struct gp_composer *c);

/* The inline children of `n` appended to the flow's text (compose_inline.c). */
void
gp_compose_inline(struct gp_flow *f, const struct gp_node *n,
                  const struct gp_voice *voice);

/* "Civil Service World · 23 September 2015 · 3 min read", what there is of
   it. */
struct gp_str
gp_compose_facts(struct gp_flow *f, const struct gp_doc *doc);

/* A voice that links to an address, owned by a new element under the voice's;
   unchanged when the address may not be linked to. */
struct gp_voice
gp_compose_link(struct gp_flow *f, const struct gp_voice *voice,
                struct gp_str address);

/* The heading of a part, such as "Contents": an H2 on a new page; its block,
   or GP_NONE. */
uint32_t
gp_compose_part(struct gp_composer *c, uint32_t element, struct gp_str title,
                bool body);

#endif
