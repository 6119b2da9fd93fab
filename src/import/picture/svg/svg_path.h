/*
 * Lines of a drawing: what "d" of a path and the shapes of SVG say, as moves,
 * lines and curves of the third degree.  It knows no colour.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_PATH_H
#define GP_IMPORT_PICTURE_SVG_PATH_H

#include "import/picture/svg/svg_drawing.h"
#include "import/picture/svg/svg_values.h"

/* Where lines go: every point is moved by `matrix` first. */
struct gp_svg_pen {
	struct gp_arena *arena;
	struct gp_svg_line *lines;
	size_t n, cap;
	struct gp_svg_matrix matrix;
	bool failed; /* out of memory, or over GP_MAX_SVG_LINES */
};

void
gp_svg_move(struct gp_svg_pen *p, double x, double y);
void
gp_svg_line_to(struct gp_svg_pen *p, double x, double y);
void
gp_svg_curve(struct gp_svg_pen *p, const double to[6]);
void
gp_svg_close(struct gp_svg_pen *p);

/* All of an ellipse. */
void
gp_svg_ellipse(struct gp_svg_pen *p, double cx, double cy, double rx,
               double ry);
/* A rectangle, its corners round by rx and ry. */
void
gp_svg_rectangle(struct gp_svg_pen *p, const double box[4], double rx,
                 double ry);

/* What `d` says, up to what is none (SVG 1.1, 8.3). */
void
gp_svg_path(struct gp_svg_pen *p, struct gp_str d);

#endif
