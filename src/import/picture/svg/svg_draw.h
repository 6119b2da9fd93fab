/*
 * From the tree of an SVG file to a drawing for paper.  It knows no page.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_DRAW_H
#define GP_IMPORT_PICTURE_SVG_DRAW_H

#include "import/picture/svg/svg_drawing.h"
#include "import/picture/svg/svg_tree.h"

/* Makes the drawing, which lives in `a`, from a tree that lives as long.
   *undrawn: the first thing in it that paper does not know, when there is one;
   the drawing is then not all of the picture.
   Errors: GP_LIMIT (it uses itself, or draws more than GP_MAX_SVG_STEPS or
   GP_MAX_SVG_LINES), GP_NOMEM. */
bool
gp_svg_draw(struct gp_arena *a, const struct gp_svg_tree *t,
            struct gp_svg_drawing *out, struct gp_str *undrawn,
            struct gp_err *e);

#endif
