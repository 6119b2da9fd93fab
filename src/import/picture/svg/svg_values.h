/*
 * Values of SVG's attributes: numbers, lengths, matrices, colours.  It knows no
 * element, and no locale.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_VALUES_H
#define GP_IMPORT_PICTURE_SVG_VALUES_H

#include "base/str.h"

#include <stdint.h>

/* Takes a number, and a comma and spaces before it, off the front of *s; false
   when there is none.  It is finite: what is beyond 1e9 is 1e9. */
bool
gp_svg_number(struct gp_str *s, double *out);

/* A flag of an arc: 0 or 1, with nothing behind it. */
bool
gp_svg_flag(struct gp_str *s, bool *out);

/* A length in CSS pixels; `whole`: what 100% is, `em`: the size of the type.
   `fallback` when it is none. */
double
gp_svg_length(struct gp_str s, double whole, double em, double fallback);

/* x' = m[0] x + m[2] y + m[4], y' = m[1] x + m[3] y + m[5]. */
struct gp_svg_matrix {
	double m[6];
};

extern const struct gp_svg_matrix gp_svg_as_is;

/* What `inner` does, and then `outer`. */
struct gp_svg_matrix
gp_svg_join(const struct gp_svg_matrix *outer,
            const struct gp_svg_matrix *inner);

/* How much longer a length becomes by it, in the mean. */
double
gp_svg_scale(const struct gp_svg_matrix *m);

/* "translate(3 4) rotate(10)"; false when it is none. */
bool
gp_svg_transform(struct gp_str s, struct gp_svg_matrix *out);

/* A colour by name, #rgb, #rrggbb, with opacity too, rgb(), rgba(); false: it
   is none of these. */
bool
gp_svg_colour(struct gp_str s, uint32_t *rgb, double *alpha);

/* The name in "url(#name)"; "" when it is none. */
struct gp_str
gp_svg_reference(struct gp_str s);

#endif
