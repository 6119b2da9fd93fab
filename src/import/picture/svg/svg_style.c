/* Properties of SVG by name, each read by a function of its own (SVG 2, 6.6).
   What they are drawn with is not known here. */
#include "import/picture/svg/svg_style.h"

#include "import/picture/svg/svg_values.h"

#include <math.h>
#include <string.h>

const struct gp_svg_style gp_svg_first_style = {
	.fill = { "black", 5 },
	.stroke = { "none", 4 },
	.dashes = { "none", 4 },
	.fill_opacity = 1,
	.stroke_opacity = 1,
	.width = 1,
	.miter = 4,
	.size = 16,
	.opacity = 1,
};

struct styling {
	struct gp_svg_style *to;
	double whole;
};

static double
part_of_one(struct gp_str s)
{
	return fmin(fmax(gp_svg_length(s, 1, 1, 1), 0), 1);
}

static void
set_fill(struct styling *s, struct gp_str v)
{
	s->to->fill = v;
}

static void
set_stroke(struct styling *s, struct gp_str v)
{
	s->to->stroke = v;
}

static void
set_colour(struct styling *s, struct gp_str v)
{
	double alpha;

	(void)gp_svg_colour(v, &s->to->colour, &alpha);
}

static void
set_fill_opacity(struct styling *s, struct gp_str v)
{
	s->to->fill_opacity = part_of_one(v);
}

static void
set_stroke_opacity(struct styling *s, struct gp_str v)
{
	s->to->stroke_opacity = part_of_one(v);
}

static void
set_opacity(struct styling *s, struct gp_str v)
{
	s->to->opacity = part_of_one(v);
}

static void
set_width(struct styling *s, struct gp_str v)
{
	s->to->width = fmax(gp_svg_length(v, s->whole, s->to->size, 1), 0);
}

static void
set_miter(struct styling *s, struct gp_str v)
{
	s->to->miter = fmax(gp_svg_length(v, 1, 1, 4), 1);
}

static void
set_dashes(struct styling *s, struct gp_str v)
{
	s->to->dashes = v;
}

static void
set_dash_offset(struct styling *s, struct gp_str v)
{
	s->to->dash_offset = gp_svg_length(v, s->whole, s->to->size, 0);
}

static void
set_cap(struct styling *s, struct gp_str v)
{
	s->to->cap = gp_str_is_nocase(v, "round")    ? GP_SVG_ROUND
	             : gp_str_is_nocase(v, "square") ? GP_SVG_SQUARE
	                                             : GP_SVG_BUTT;
}

static void
set_join(struct styling *s, struct gp_str v)
{
	s->to->join = gp_str_is_nocase(v, "round")   ? GP_SVG_ROUND_JOIN
	              : gp_str_is_nocase(v, "bevel") ? GP_SVG_BEVEL
	                                             : GP_SVG_MITER;
}

static void
set_anchor(struct styling *s, struct gp_str v)
{
	s->to->anchor = gp_str_is_nocase(v, "middle") ? GP_SVG_MIDDLE
	                : gp_str_is_nocase(v, "end")  ? GP_SVG_END_ANCHOR
	                                              : GP_SVG_START;
}

static void
set_rule(struct styling *s, struct gp_str v)
{
	s->to->even_odd = gp_str_is_nocase(v, "evenodd");
}

static void
set_clip_rule(struct styling *s, struct gp_str v)
{
	s->to->clip_even_odd = gp_str_is_nocase(v, "evenodd");
}

/* By name: CSS Fonts 4, 2.5. */
static void
set_size(struct styling *s, struct gp_str v)
{
	static const struct {
		const char *name;
		double pixels;
	} named[] = { { "xx-small", 9 }, { "x-small", 10 }, { "small", 13 },
		      { "medium", 16 },  { "large", 18 },   { "x-large", 24 },
		      { "xx-large", 32 } };
	double em = s->to->size;
	size_t i;

	for (i = 0; i < sizeof named / sizeof *named; i++)
		if (gp_str_is_nocase(v, named[i].name))
			s->to->size = named[i].pixels;
	s->to->size = fmax(gp_svg_length(v, em, em, s->to->size), 0);
}

static void
set_weight(struct styling *s, struct gp_str v)
{
	s->to->bold = gp_str_begins_nocase(v, "bold") ||
	              gp_svg_length(v, 1, 1, 400) >= 600;
}

static void
set_slope(struct styling *s, struct gp_str v)
{
	s->to->italic = gp_str_begins_nocase(v, "italic") ||
	                gp_str_begins_nocase(v, "oblique");
}

static bool
names_face(struct gp_str list, const char *const *words)
{
	size_t at, i;

	for (at = 0; at < list.n; at++)
		for (i = 0; words[i]; i++)
			if (gp_str_begins_nocase(gp_str_sub(list, at, list.n),
			                         words[i]))
				return true;
	return false;
}

/* Of what kind the face is that is wanted; it is never looked for. */
static void
set_family(struct styling *s, struct gp_str v)
{
	static const char *const fixed[] = { "mono", "courier", "consol",
		                             NULL };
	static const char *const sans[] = { "sans", "arial", "helvet", NULL };
	static const char *const serif[] = { "serif",    "times",    "georgia",
		                             "garamond", "palatino", NULL };

	v = gp_str_sub(v, 0, 400);
	s->to->fixed = names_face(v, fixed);
	s->to->serif = !names_face(v, sans) && names_face(v, serif);
}

/* How far words stand under the place that is given, by eye: where a face has
   its middle and its top. */
static void
set_rise(struct styling *s, struct gp_str v)
{
	if (gp_str_is_nocase(v, "middle") || gp_str_is_nocase(v, "central"))
		s->to->rise = -0.35;
	else if (gp_str_is_nocase(v, "hanging") ||
	         gp_str_is_nocase(v, "text-before-edge"))
		s->to->rise = -0.8;
	else
		s->to->rise = 0;
}

static void
set_visibility(struct styling *s, struct gp_str v)
{
	s->to->hidden = !gp_str_is_nocase(v, "visible");
}

static void
set_display(struct styling *s, struct gp_str v)
{
	s->to->absent = gp_str_is_nocase(v, "none");
}

static void
set_clip(struct styling *s, struct gp_str v)
{
	s->to->clip = gp_str_is_nocase(v, "none") ? GP_STR("") : v;
}

static void
set_transform(struct styling *s, struct gp_str v)
{
	s->to->transform = v;
}

static void
set_effect(struct styling *s, struct gp_str v)
{
	s->to->keeps_width = gp_str_is_nocase(v, "non-scaling-stroke");
}

static const struct {
	const char *name;
	void (*set)(struct styling *s, struct gp_str value);
} properties[] = {
	{ "font-size", set_size }, /* first: others count in it */
	{ "clip-path", set_clip },
	{ "clip-rule", set_clip_rule },
	{ "color", set_colour },
	{ "display", set_display },
	{ "dominant-baseline", set_rise },
	{ "fill", set_fill },
	{ "fill-opacity", set_fill_opacity },
	{ "fill-rule", set_rule },
	{ "font-family", set_family },
	{ "font-style", set_slope },
	{ "font-weight", set_weight },
	{ "opacity", set_opacity },
	{ "stroke", set_stroke },
	{ "stroke-dasharray", set_dashes },
	{ "stroke-dashoffset", set_dash_offset },
	{ "stroke-linecap", set_cap },
	{ "stroke-linejoin", set_join },
	{ "stroke-miterlimit", set_miter },
	{ "stroke-opacity", set_stroke_opacity },
	{ "stroke-width", set_width },
	{ "text-anchor", set_anchor },
	{ "transform", set_transform },
	{ "vector-effect", set_effect },
	{ "visibility", set_visibility },
};

static const char *const unknown[] = { "filter",       "mask",
	                               "marker-end",   "marker-mid",
	                               "marker-start", "textLength",
	                               "rotate",       "baseline-shift" };

static void
look_for_unknown(struct gp_svg_style *s, const struct gp_svg_node *n)
{
	size_t i;

	for (i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		struct gp_str v = gp_svg_value(n, unknown[i]);

		if (v.n && !gp_is_word_of(v, "none 0 baseline inherit"))
			s->undrawn = unknown[i];
	}
}

struct gp_svg_style
gp_svg_style_of(const struct gp_svg_style *outer, const struct gp_svg_node *n,
                double whole)
{
	struct gp_svg_style own = *outer;
	struct styling s = { &own, whole };
	struct gp_str v;
	size_t i;

	own.absent = false;
	own.opacity = 1;
	own.clip = own.transform = GP_STR("");
	own.undrawn = NULL;
	for (i = 0; i < sizeof properties / sizeof *properties; i++) {
		v = gp_svg_value(n, properties[i].name);
		if (v.n && !gp_str_is_nocase(v, "inherit"))
			properties[i].set(&s, v);
	}
	look_for_unknown(&own, n);
	return own;
}
