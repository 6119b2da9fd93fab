/* What has a size of its own and shows something in it: the whole drawing, a
   drawing in it, a symbol.  What is in them is not asked. */
#include "base/limits.h"
#include "import/picture/svg/svg_walk.h"

#include <math.h>

/* ---- what has a size of its own ---- */

/* A view box into `wide` by `high` at (x, y): as large as fits, in the middle,
   or drawn out over all of it. */
static struct gp_svg_matrix
fit_box(const double b[4], double wide, double high, bool drawn_out)
{
	double sx = wide / b[2], sy = high / b[3];
	double s = fmin(sx, sy);

	if (!drawn_out) {
		sx = sy = s;
	}
	return (struct gp_svg_matrix){ {
		sx,
		0,
		0,
		sy,
		(wide - b[2] * sx) / 2 - b[0] * sx,
		(high - b[3] * sy) / 2 - b[1] * sy,
	} };
}

static bool
view_box(const struct gp_svg_node *n, double b[4])
{
	struct gp_str s = gp_svg_value(n, "viewBox");

	return gp_svg_number(&s, &b[0]) && gp_svg_number(&s, &b[1]) &&
	       gp_svg_number(&s, &b[2]) && gp_svg_number(&s, &b[3]) &&
	       b[2] > 0 && b[3] > 0;
}

void
gp_svg_enter_box(struct gp_svg_frame *f, const struct gp_svg_node *n,
                 double wide, double high)
{
	struct gp_str keep = gp_svg_value(n, "preserveAspectRatio");
	struct gp_svg_matrix m;
	double b[4];

	if (view_box(n, b)) {
		m = fit_box(b, wide, high, gp_str_starts(keep, GP_STR("none")));
		f->matrix = gp_svg_join(&f->matrix, &m);
		wide = b[2];
		high = b[3];
	}
	f->wide = wide;
	f->high = high;
}

void
gp_svg_size(const struct gp_svg_tree *t, unsigned *width, unsigned *height)
{
	double b[4] = { 0, 0, 300, 150 }, w, h;
	bool has_box = view_box(&t->nodes[0], b);
	struct gp_str ws = gp_svg_value(&t->nodes[0], "width");
	struct gp_str hs = gp_svg_value(&t->nodes[0], "height");

	w = gp_str_ends(ws, GP_STR("%")) ? -1 : gp_svg_length(ws, 1, 16, -1);
	h = gp_str_ends(hs, GP_STR("%")) ? -1 : gp_svg_length(hs, 1, 16, -1);
	if (w > 0 && h <= 0)
		h = has_box ? w * b[3] / b[2] : b[3];
	else if (h > 0 && w <= 0)
		w = has_box ? h * b[2] / b[3] : b[2];
	else if (w <= 0)
		w = b[2], h = b[3];
	*width = (unsigned)fmin(fmax(w + 0.5, 1), GP_MAX_SVG_SIDE);
	*height = (unsigned)fmin(fmax(h + 0.5, 1), GP_MAX_SVG_SIDE);
}

/* An <svg> or <symbol> within; that it would cut off what reaches out of it is
   not seen to. */
void
gp_svg_enter_inner(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	struct gp_svg_frame *f = gp_svg_top(d);
	double wide = gp_svg_length_of(d, n, "width", f->wide, f->wide);
	double high = gp_svg_length_of(d, n, "height", f->high, f->high);
	struct gp_svg_matrix at = gp_svg_as_is;

	if (d->user) {
		wide = gp_svg_length_of(d, d->user, "width", f->wide, wide);
		high = gp_svg_length_of(d, d->user, "height", f->high, high);
	}
	if (n->name == GP_SVG_SVG) {
		at.m[4] = gp_svg_across(d, n, "x");
		at.m[5] = gp_svg_down(d, n, "y");
	}
	f->matrix = gp_svg_join(&f->matrix, &at);
	gp_svg_enter_box(f, n, wide, high);
}
