/* Which attributes of an SVG file are taken, and which values lead nowhere. An
   attribute that is on no list, as one that begins with "on", stays away.
   What they mean is not known here. */
#include "import/picture/svg/svg_attributes.h"

#include <string.h>

/* Geometry and what is drawn with it, and where text stands (SVG 2, appendix
   "Attribute index" and "Property index"). */
static const char *const taken[] = {
	"baseline-shift",
	"clip-path",
	"clip-rule",
	"clipPathUnits",
	"color",
	"cx",
	"cy",
	"d",
	"direction",
	"display",
	"dominant-baseline",
	"dx",
	"dy",
	"fill",
	"fill-opacity",
	"fill-rule",
	"filter",
	"filterUnits",
	"flood-color",
	"flood-opacity",
	"font-family",
	"font-size",
	"font-style",
	"font-weight",
	"fx",
	"fy",
	"gradientTransform",
	"gradientUnits",
	"height",
	"href",
	"id",
	"in",
	"in2",
	"k1",
	"k2",
	"k3",
	"k4",
	"letter-spacing",
	"marker-end",
	"marker-mid",
	"marker-start",
	"markerHeight",
	"markerUnits",
	"markerWidth",
	"mask",
	"maskContentUnits",
	"maskUnits",
	"mode",
	"offset",
	"opacity",
	"operator",
	"orient",
	"overflow",
	"paint-order",
	"patternContentUnits",
	"patternTransform",
	"patternUnits",
	"points",
	"preserveAspectRatio",
	"primitiveUnits",
	"r",
	"refX",
	"refY",
	"result",
	"rotate",
	"rx",
	"ry",
	"spreadMethod",
	"startOffset",
	"stdDeviation",
	"stop-color",
	"stop-opacity",
	"stroke",
	"stroke-dasharray",
	"stroke-dashoffset",
	"stroke-linecap",
	"stroke-linejoin",
	"stroke-miterlimit",
	"stroke-opacity",
	"stroke-width",
	"text-anchor",
	"textLength",
	"transform",
	"type",
	"values",
	"vector-effect",
	"viewBox",
	"visibility",
	"width",
	"word-spacing",
	"x",
	"x1",
	"x2",
	"y",
	"y1",
	"y2",
};

const char *
gp_svg_attribute(struct gp_str name)
{
	size_t i;

	for (i = 0; i < sizeof taken / sizeof *taken; i++)
		if (gp_str_is_nocase(name, taken[i]))
			return taken[i];
	return NULL;
}

static bool
is_own_url(struct gp_str rest)
{
	rest = gp_str_trim(rest);
	if (rest.n && (rest.p[0] == '"' || rest.p[0] == '\''))
		rest = gp_str_sub(rest, 1, rest.n);
	return rest.n && rest.p[0] == '#';
}

/* An escape could hide any of what is looked for. */
bool
gp_svg_value_stays(struct gp_str value)
{
	struct gp_str s = value;
	size_t at;

	if (gp_str_find(s, GP_STR("\\"), 0) < s.n ||
	    gp_str_find(s, GP_STR("&"), 0) < s.n)
		return false;
	for (at = gp_str_find(s, GP_STR("("), 0); at < s.n;
	     at = gp_str_find(s, GP_STR("("), at + 1)) {
		struct gp_str before = gp_str_sub(s, at < 3 ? 0 : at - 3, at);

		if (gp_str_is_nocase(before, "url") &&
		    !is_own_url(gp_str_sub(s, at + 1, s.n)))
			return false;
	}
	return gp_str_find(s, GP_STR("script:"), 0) == s.n &&
	       gp_str_find(s, GP_STR("://"), 0) == s.n;
}
