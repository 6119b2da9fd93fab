/*
 * Words, boxes and links put on a page, one after the other, and the leaves
 * that own them.  Knows where they are put, not why.
 * Private to typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_PLACING_H
#define GP_TYPESET_PAGES_PLACING_H

#include "typeset/pages/layout.h"

/* A line in its place. */
struct gp_line_at {
	const struct gp_para *para;
	const struct gp_line *line;
	uint32_t page;
	gp_len x, y, width; /* of the room for it; y: the baseline */
	bool rtl;           /* words without a direction run so */
	bool artifact;
	enum gp_artifact kind; /* of the artifact */
};

/* The leaf that goes on with words of this element, a new one where the last
   has another. */
uint32_t
gp_layout_leaf(struct gp_layout *l, const struct gp_line_at *at,
               uint32_t element);

/* A filled box on the page that is set. */
void
gp_layout_fill(struct gp_layout *l, const struct gp_fill *fill);

/* A line while its words are set. */
struct gp_setter {
	struct gp_layout *l;
	const struct gp_line_at *at;
	gp_len x;        /* of the next word */
	int64_t spaces;  /* width of those to come */
	int64_t extra;   /* to share out among them */
	gp_len word_end; /* of the last word */
};
/* What the spaces of a line take of its slack, when they are so wide in all;
   nothing when each would be wider than GP_SPACE_MOST: it stays ragged. */
int64_t
gp_set_extra(const struct gp_line_at *at, int64_t slack, int64_t spaces);

/* Begins a piece in a voice; adds a word to it at s->x; reports glyphs that
   no face has; makes what stands from `from` to s->x a link of the voice's. */
void
gp_set_piece(struct gp_setter *s, const struct gp_voice *voice);
void
gp_set_word(struct gp_setter *s, const struct gp_run *run, bool space);
void
gp_set_missing(struct gp_setter *s, const struct gp_run *run);
void
gp_set_link(struct gp_setter *s, const struct gp_voice *voice, gp_len from);
/* Draws the line of a voice along what stands from `from` to `to`; nothing for
   one that has none.  The words' element says it to who cannot see it. */
void
gp_set_word_line(struct gp_setter *s, const struct gp_voice *voice, gp_len from,
                 gp_len to);

#endif
