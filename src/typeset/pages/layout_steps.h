/*
 * The steps of a layout, in the order in which they are taken, and what they
 * ask each other for.  Private to typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_LAYOUT_STEPS_H
#define GP_TYPESET_PAGES_LAYOUT_STEPS_H

#include "typeset/pages/placing.h"

void
gp_layout_pages(struct gp_layout *l);
/* Sets every page: furniture and fragments (setting.c). */
void
gp_layout_set(struct gp_layout *l);

/* ---- parts of a page ---- */

/* A line in its place (set_line.c). */
void
gp_layout_line(struct gp_layout *l, const struct gp_line_at *at);

/* One line of words that are known only now, as their role stands in the room
   of `where`, or flush with an edge of it whichever way they run.  `where`
   needs no para and no line; both are made here and nothing keeps them. */
enum gp_late_side { GP_LATE_AS_ROLE, GP_LATE_LEFT, GP_LATE_RIGHT };
void
gp_set_late(struct gp_layout *l, enum gp_role role,
            const struct gp_voice *voice, struct gp_str words,
            enum gp_late_side side, const struct gp_line_at *where);

/* What a page has around its text (furniture.c); `title`: that of its running
   head in the flow, GP_NONE: the pack's; `opens`: something begins at its top,
   and it has no running head. */
struct gp_furniture {
	struct gp_layout *l;
	uint32_t page;
	unsigned body_pages;
};
void
gp_set_furniture(const struct gp_furniture *u, uint32_t title, bool opens);

/* The drawing of a block where it begins (page_marks.c). */
void
gp_layout_marks(struct gp_layout *l, const struct gp_fragment *f,
                const struct gp_block *b);

/* Sets the picture of a block (page_picture.c). */
void
gp_set_picture(struct gp_layout *l, const struct gp_fragment *f);

#endif
