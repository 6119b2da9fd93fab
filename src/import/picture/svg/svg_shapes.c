/* The lines of each shape of SVG (SVG 1.1, chapters 8 and 9).  How they are
   inked is not known here. */
#include "import/picture/svg/svg_walk.h"

/* ---- shapes ---- */

static void
put_rect(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	double box[4] = { gp_svg_across(d, n, "x"), gp_svg_down(d, n, "y"),
		          gp_svg_across(d, n, "width"),
		          gp_svg_down(d, n, "height") };
	double rx = gp_svg_length_of(d, n, "rx", box[2], -1);
	double ry = gp_svg_length_of(d, n, "ry", box[3], -1);

	rx = rx < 0 ? ry : rx;
	ry = ry < 0 ? rx : ry;
	gp_svg_rectangle(&d->pen, box, rx, ry);
}

static void
put_circle(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	struct gp_svg_frame *f = gp_svg_top(d);
	double r = gp_svg_length_of(d, n, "r",
	                            gp_svg_diagonal(f->wide, f->high), 0);

	gp_svg_ellipse(&d->pen, gp_svg_across(d, n, "cx"),
	               gp_svg_down(d, n, "cy"), r, r);
}

static void
put_ellipse(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	gp_svg_ellipse(&d->pen, gp_svg_across(d, n, "cx"),
	               gp_svg_down(d, n, "cy"), gp_svg_across(d, n, "rx"),
	               gp_svg_down(d, n, "ry"));
}

static void
put_line(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	gp_svg_move(&d->pen, gp_svg_across(d, n, "x1"),
	            gp_svg_down(d, n, "y1"));
	gp_svg_line_to(&d->pen, gp_svg_across(d, n, "x2"),
	               gp_svg_down(d, n, "y2"));
}

static void
put_points(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	struct gp_str s = gp_svg_value(n, "points");
	size_t count = 0;
	double x, y;

	for (; gp_svg_number(&s, &x) && gp_svg_number(&s, &y) && !d->pen.failed;
	     count++)
		if (count)
			gp_svg_line_to(&d->pen, x, y);
		else
			gp_svg_move(&d->pen, x, y);
	if (count && n->name == GP_SVG_POLYGON)
		gp_svg_close(&d->pen);
}

static void
put_path(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	gp_svg_path(&d->pen, gp_svg_value(n, "d"));
}

static void (*const shapes[GP_SVG_NAMES])(struct gp_svg_walk *d,
                                          const struct gp_svg_node *n) = {
	[GP_SVG_RECT] = put_rect,       [GP_SVG_CIRCLE] = put_circle,
	[GP_SVG_ELLIPSE] = put_ellipse, [GP_SVG_LINE] = put_line,
	[GP_SVG_POLYLINE] = put_points, [GP_SVG_POLYGON] = put_points,
	[GP_SVG_PATH] = put_path,
};

bool
gp_svg_is_shape(const struct gp_svg_node *n)
{
	return n->name < GP_SVG_NAMES && shapes[n->name];
}

void
gp_svg_trace(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	shapes[n->name](d, n);
}
