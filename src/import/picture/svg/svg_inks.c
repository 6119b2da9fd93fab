/* What lines are filled and drawn with: colours, gradients, dashes.  It draws
   no line. */
#include "base/vec.h"
#include "import/picture/svg/svg_walk.h"

#include <math.h>
#include <string.h>

/* ---- gradients ---- */

/* left, top, right, bottom of lines, with their handles. */
static void
bounds_of(const struct gp_svg_walk *d, const struct gp_svg_item *item,
          double box[4])
{
	size_t i, k, points;

	box[0] = box[1] = HUGE_VAL;
	box[2] = box[3] = -HUGE_VAL;
	for (i = item->first; i < item->first + item->n; i++) {
		const struct gp_svg_line *l = &d->pen.lines[i];

		points = l->op == 'Z' ? 0 : l->op == 'C' ? 3 : 1;
		for (k = 0; k < points; k++) {
			box[0] = fmin(box[0], l->to[2 * k]);
			box[1] = fmin(box[1], l->to[2 * k + 1]);
			box[2] = fmax(box[2], l->to[2 * k]);
			box[3] = fmax(box[3], l->to[2 * k + 1]);
		}
	}
}

/* The stops are those of the gradient that has some, or that it leads to. */
static const struct gp_svg_node *
with_stops(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	unsigned hops;

	for (hops = 0; hops < 8; hops++) {
		struct gp_str href = gp_svg_value(n, "href");
		int64_t next;

		if (n->end > (uint32_t)(n - d->t->nodes) + 1)
			return n;
		next = gp_svg_find(d, gp_str_sub(href, 1, href.n));
		if (next < 0)
			return NULL;
		n = &d->t->nodes[next];
	}
	return NULL;
}

static void
read_stop(const struct gp_svg_node *n, double least, struct gp_svg_stop *stop)
{
	struct gp_str colour = gp_svg_value(n, "stop-color");
	double alpha = 1;

	stop->at = fmin(
		fmax(gp_svg_length(gp_svg_value(n, "offset"), 1, 1, 0), least),
		1);
	stop->rgb = 0;
	(void)gp_svg_colour(colour, &stop->rgb, &alpha);
	stop->alpha =
		alpha * fmin(fmax(gp_svg_length(gp_svg_value(n, "stop-opacity"),
	                                        1, 1, 1),
	                          0),
	                     1);
}

static bool
read_stops(struct gp_svg_walk *d, const struct gp_svg_node *n,
           struct gp_svg_gradient *g)
{
	const struct gp_svg_node *from = with_stops(d, n), *k;
	const struct gp_svg_node *end = from ? d->t->nodes + from->end : NULL;
	struct gp_svg_stop *stops;

	if (!from)
		return false;
	stops = gp_arena_array(d->a, (size_t)(end - from), sizeof *stops);
	for (k = from + 1; stops && k < end; k++) {
		if (k->name != GP_SVG_STOP)
			continue;
		read_stop(k, g->n_stops ? stops[g->n_stops - 1].at : 0,
		          &stops[g->n_stops]);
		g->n_stops++;
	}
	g->stops = stops;
	return g->n_stops > 0;
}

/* What its numbers are of: the box of what is inked, or the drawing. */
static struct gp_svg_matrix
gradient_space(struct gp_svg_walk *d, const struct gp_svg_node *n,
               const struct gp_svg_item *item)
{
	struct gp_svg_matrix m = gp_svg_top(d)->matrix, own;
	double b[4];

	if (!gp_str_eq(gp_svg_value(n, "gradientUnits"),
	               GP_STR("userSpaceOnUse"))) {
		bounds_of(d, item, b);
		m = (struct gp_svg_matrix){ { b[2] - b[0], 0, 0, b[3] - b[1],
			                      b[0], b[1] } };
	}
	if (gp_svg_transform(gp_svg_value(n, "gradientTransform"), &own))
		m = gp_svg_join(&m, &own);
	return m;
}

static bool
is_flat_space(const struct gp_svg_matrix *m)
{
	return !(gp_svg_scale(m) > 1e-6);
}

static bool
take_gradient(struct gp_svg_walk *d, const struct gp_svg_node *n,
              const struct gp_svg_item *item, struct gp_svg_ink *ink)
{
	bool own = gp_str_eq(gp_svg_value(n, "gradientUnits"),
	                     GP_STR("userSpaceOnUse"));
	double wide = own ? gp_svg_top(d)->wide : 1;
	double high = own ? gp_svg_top(d)->high : 1;
	struct gp_svg_matrix m = gradient_space(d, n, item);
	struct gp_str spread = gp_svg_value(n, "spreadMethod");
	struct gp_svg_gradient g = { .n_stops = 0 }, *row;

	if (is_flat_space(&m) || !read_stops(d, n, &g))
		return false;
	g.line[0] = gp_svg_length_of(d, n, "x1", wide, 0);
	g.line[1] = gp_svg_length_of(d, n, "y1", high, 0);
	g.line[2] = gp_svg_length_of(d, n, "x2", wide, wide);
	g.line[3] = gp_svg_length_of(d, n, "y2", high, 0);
	memcpy(g.matrix, m.m, sizeof g.matrix);
	g.spread = gp_str_eq(spread, GP_STR("repeat"))    ? GP_SVG_REPEAT
	           : gp_str_eq(spread, GP_STR("reflect")) ? GP_SVG_REFLECT
	                                                  : GP_SVG_PAD;
	ink->kind = GP_SVG_GRADIENT;
	ink->gradient = (uint32_t)d->n_gradients;
	row = GP_VEC_ADD(d->a, d->gradients, d->n_gradients, d->cap_gradients);
	if (row)
		*row = g;
	return row != NULL;
}

/* ---- inks ---- */

static struct gp_svg_ink
referred_ink(struct gp_svg_walk *d, struct gp_str id,
             const struct gp_svg_item *item)
{
	struct gp_svg_ink none = { .kind = GP_SVG_NO_INK }, ink = none;
	int64_t at = gp_svg_find(d, id);
	const struct gp_svg_node *n;

	ink.alpha = 1;
	if (at < 0)
		return none;
	n = &d->t->nodes[at];
	if (n->name == GP_SVG_LINEAR_GRADIENT && item->kind == GP_SVG_SHAPE)
		return take_gradient(d, n, item, &ink) ? ink : none;
	gp_svg_cannot(d, gp_svg_name_text(n->name));
	return none;
}

struct gp_svg_ink
gp_svg_ink_of(struct gp_svg_walk *d, struct gp_str s, double opacity,
              const struct gp_svg_item *item)
{
	struct gp_svg_ink ink = { .kind = GP_SVG_FLAT, .alpha = 1 };
	struct gp_str id = gp_svg_reference(s);

	if (id.n) {
		ink = referred_ink(d, id, item);
	} else if (gp_str_is_nocase(s, "none") ||
	           gp_str_is_nocase(s, "transparent")) {
		ink.kind = GP_SVG_NO_INK;
	} else if (gp_str_is_nocase(s, "currentColor")) {
		ink.rgb = gp_svg_top(d)->style.colour;
	} else if (!gp_svg_colour(s, &ink.rgb, &ink.alpha)) {
		ink.kind = GP_SVG_NO_INK;
		gp_svg_cannot(d, "a colour of another kind");
	}
	ink.alpha *= opacity;
	if (ink.alpha <= 0)
		ink.kind = GP_SVG_NO_INK;
	return ink;
}

/* "5, 3" or "5px 3px"; false when it is none, or more than are drawn. */
static bool
read_dashes(struct gp_svg_walk *d, struct gp_str s, double scale,
            double dashes[GP_SVG_MOST_DASHES], unsigned *n)
{
	double one;

	for (*n = 0; gp_svg_number(&s, &one); (*n)++) {
		if (*n == GP_SVG_MOST_DASHES || one < 0)
			break;
		dashes[*n] = one * scale;
		if (gp_str_begins_nocase(s, "px"))
			s = gp_str_sub(s, 2, s.n);
	}
	if (*n && gp_str_trim(s).n)
		gp_svg_cannot(d, "stroke-dasharray");
	return *n > 0 && gp_str_trim(s).n == 0;
}

/* Pairs of dashes and gaps; none when they are too fine to be seen. */
static void
set_dashes(struct gp_svg_walk *d, struct gp_svg_item *item,
           const struct gp_svg_style *s, double scale)
{
	double dashes[GP_SVG_MOST_DASHES], sum = 0, *kept;
	unsigned n, i;

	if (!read_dashes(d, s->dashes, scale, dashes, &n))
		return;
	for (i = 0; i < n; i++)
		sum += dashes[i];
	kept = sum < 0.2 ? NULL : gp_arena_array(d->a, n, sizeof *kept);
	if (!kept)
		return;
	memcpy(kept, dashes, n * sizeof *kept);
	item->dashes = kept;
	item->n_dashes = n;
	item->dash_offset = s->dash_offset * scale;
}

void
gp_svg_set_stroke(struct gp_svg_walk *d, struct gp_svg_item *item,
                  const struct gp_svg_style *s)
{
	double scale =
		s->keeps_width ? 1 : gp_svg_scale(&gp_svg_top(d)->matrix);

	item->width = s->width * scale;
	if (!(item->width > 0))
		item->stroke.kind = GP_SVG_NO_INK;
	item->miter = s->miter;
	item->cap = s->cap;
	item->join = s->join;
	set_dashes(d, item, s, scale);
}
