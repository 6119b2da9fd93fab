/* Item by item, in their order.  Groups are drawn apart only where something
   shows through them.  It decides nothing about what an item is. */
#include "write/paint/svg_paint.h"

struct svg_painter {
	cairo_t *cr;
	const struct gp_svg_drawing *d;
	const struct gp_svg_writer *w;
	double x, y; /* where a string goes on */
};

/* ---- lines and inks ---- */

static void
trace(struct svg_painter *p, const struct gp_svg_item *item)
{
	const struct gp_svg_line *l = p->d->lines + item->first;
	const struct gp_svg_line *end = l + item->n;

	cairo_new_path(p->cr);
	for (; l < end; l++)
		if (l->op == 'M')
			cairo_move_to(p->cr, l->to[0], l->to[1]);
		else if (l->op == 'L')
			cairo_line_to(p->cr, l->to[0], l->to[1]);
		else if (l->op == 'C')
			cairo_curve_to(p->cr, l->to[0], l->to[1], l->to[2],
			               l->to[3], l->to[4], l->to[5]);
		else
			cairo_close_path(p->cr);
	cairo_set_fill_rule(p->cr, item->even_odd ? CAIRO_FILL_RULE_EVEN_ODD
	                                          : CAIRO_FILL_RULE_WINDING);
}

static double
part(uint32_t rgb, unsigned shift)
{
	return (rgb >> shift & 0xFF) / 255.0;
}

static cairo_pattern_t *
gradient_pattern(const struct gp_svg_gradient *g, double alpha)
{
	static const cairo_extend_t extends[] = {
		[GP_SVG_PAD] = CAIRO_EXTEND_PAD,
		[GP_SVG_REPEAT] = CAIRO_EXTEND_REPEAT,
		[GP_SVG_REFLECT] = CAIRO_EXTEND_REFLECT,
	};
	cairo_pattern_t *pattern = cairo_pattern_create_linear(
		g->line[0], g->line[1], g->line[2], g->line[3]);
	const double *m = g->matrix;
	cairo_matrix_t to;
	size_t i;

	for (i = 0; i < g->n_stops; i++)
		cairo_pattern_add_color_stop_rgba(
			pattern, g->stops[i].at, part(g->stops[i].rgb, 16),
			part(g->stops[i].rgb, 8), part(g->stops[i].rgb, 0),
			g->stops[i].alpha * alpha);
	cairo_matrix_init(&to, m[0], m[1], m[2], m[3], m[4], m[5]);
	if (cairo_matrix_invert(&to) == CAIRO_STATUS_SUCCESS)
		cairo_pattern_set_matrix(pattern, &to);
	cairo_pattern_set_extend(pattern, extends[g->spread]);
	return pattern;
}

static void
set_ink(struct svg_painter *p, const struct gp_svg_ink *ink)
{
	cairo_pattern_t *pattern;

	if (ink->kind == GP_SVG_FLAT) {
		cairo_set_source_rgba(p->cr, part(ink->rgb, 16),
		                      part(ink->rgb, 8), part(ink->rgb, 0),
		                      ink->alpha);
		return;
	}
	pattern = gradient_pattern(&p->d->gradients[ink->gradient], ink->alpha);
	cairo_set_source(p->cr, pattern);
	cairo_pattern_destroy(pattern);
}

static void
set_pen(struct svg_painter *p, const struct gp_svg_item *item)
{
	static const cairo_line_cap_t caps[] = {
		[GP_SVG_BUTT] = CAIRO_LINE_CAP_BUTT,
		[GP_SVG_ROUND] = CAIRO_LINE_CAP_ROUND,
		[GP_SVG_SQUARE] = CAIRO_LINE_CAP_SQUARE,
	};
	static const cairo_line_join_t joins[] = {
		[GP_SVG_MITER] = CAIRO_LINE_JOIN_MITER,
		[GP_SVG_ROUND_JOIN] = CAIRO_LINE_JOIN_ROUND,
		[GP_SVG_BEVEL] = CAIRO_LINE_JOIN_BEVEL,
	};

	cairo_set_line_width(p->cr, item->width);
	cairo_set_miter_limit(p->cr, item->miter);
	cairo_set_line_cap(p->cr, caps[item->cap]);
	cairo_set_line_join(p->cr, joins[item->join]);
	cairo_set_dash(p->cr, item->dashes, (int)item->n_dashes,
	               item->dash_offset);
}

static void
paint_shape(struct svg_painter *p, const struct gp_svg_item *item)
{
	bool strokes = item->stroke.kind != GP_SVG_NO_INK;

	trace(p, item);
	if (item->fill.kind != GP_SVG_NO_INK) {
		set_ink(p, &item->fill);
		if (strokes)
			cairo_fill_preserve(p->cr);
		else
			cairo_fill(p->cr);
	}
	if (strokes) {
		set_ink(p, &item->stroke);
		set_pen(p, item);
		cairo_stroke(p->cr);
	}
	cairo_new_path(p->cr);
}

/* ---- text ---- */

/* How far the strings of a chunk reach, its first one included. */
static double
chunk_width(const struct svg_painter *p, const struct gp_svg_item *item)
{
	const struct gp_svg_item *end = p->d->items + p->d->n_items;
	double wide;

	wide = p->w->measure(p->w->user, item);
	for (item++; item < end && item->kind == GP_SVG_STRING && !item->begins;
	     item++)
		wide += item->x + p->w->measure(p->w->user, item);
	return wide;
}

static void
paint_string(struct svg_painter *p, const struct gp_svg_item *item)
{
	if (item->begins) {
		p->x = item->x;
		p->y = item->y;
		if (item->anchor != GP_SVG_START)
			p->x -= chunk_width(p, item) /
			        (item->anchor == GP_SVG_MIDDLE ? 2 : 1);
	} else {
		p->x += item->x;
		p->y += item->y;
	}
	if (item->fill.kind != GP_SVG_NO_INK) {
		const double *m = item->matrix;
		cairo_matrix_t to;

		set_ink(p, &item->fill);
		cairo_matrix_init(&to, m[0], m[1], m[2], m[3], m[4], m[5]);
		cairo_save(p->cr);
		cairo_transform(p->cr, &to);
		p->w->show(p->w->user, item, p->x, p->y);
		cairo_restore(p->cr);
	}
	p->x += p->w->measure(p->w->user, item);
}

/* ---- all of it ---- */

static void
begin_group(struct svg_painter *p, const struct gp_svg_item *item)
{
	cairo_save(p->cr);
	if (item->clips) {
		trace(p, item);
		cairo_clip(p->cr);
	}
	if (item->opacity < 1)
		cairo_push_group(p->cr);
}

static void
end_group(struct svg_painter *p, double opacity)
{
	if (opacity < 1) {
		cairo_pop_group_to_source(p->cr);
		cairo_paint_with_alpha(p->cr, opacity);
	}
	cairo_restore(p->cr);
}

enum { DEEPEST = 300 }; /* as deep as drawings are made */

static void
paint_items(struct svg_painter *p)
{
	const struct gp_svg_item *item = p->d->items;
	const struct gp_svg_item *end = item + p->d->n_items;
	double open[DEEPEST];
	unsigned depth = 0;

	for (; item < end; item++)
		if (item->kind == GP_SVG_SHAPE) {
			paint_shape(p, item);
		} else if (item->kind == GP_SVG_STRING) {
			paint_string(p, item);
		} else if (item->kind == GP_SVG_END) {
			end_group(p, open[--depth]);
		} else {
			begin_group(p, item);
			open[depth++] = item->opacity;
		}
}

void
gp_paint_svg(cairo_t *cr, const struct gp_svg_drawing *d,
             const struct gp_svg_writer *w)
{
	struct svg_painter p = { .cr = cr, .d = d, .w = w };

	cairo_save(cr);
	cairo_rectangle(cr, 0, 0, d->width, d->height);
	cairo_clip(cr);
	paint_items(&p);
	cairo_restore(cr);
}
