/* Numbers and what is made of them, by the grammars of SVG 1.1 (4.2 and 7.6)
   and CSS Color 4.  What a value is for is not known here. */
#include "import/picture/svg/svg_values.h"

#include "base/hex.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double most = 1e9;
static const double pi = 3.14159265358979323846;

/* ---- numbers ---- */

static void
skip_space(struct gp_str *s)
{
	while (s->n && gp_is_space(s->p[0]))
		*s = gp_str_sub(*s, 1, s->n);
}

static void
skip_comma(struct gp_str *s)
{
	skip_space(s);
	if (s->n && s->p[0] == ',')
		*s = gp_str_sub(*s, 1, s->n);
	skip_space(s);
}

static double
ten_to(int n)
{
	double x = 1, by = n < 0 ? 0.1 : 10;

	for (n = abs(n); n > 0; n--)
		x *= by;
	return x;
}

/* "e-3"; 0 and nothing taken when there is none, as in "2em". */
static int
exponent(struct gp_str *s)
{
	size_t at = 1;
	bool minus;
	int n = 0;

	if (s->n < 2 || gp_to_lower(s->p[0]) != 'e')
		return 0;
	minus = s->p[1] == '-';
	at += s->p[1] == '-' || s->p[1] == '+';
	if (at >= s->n || !gp_is_digit(s->p[at]))
		return 0;
	for (; at < s->n && gp_is_digit(s->p[at]); at++)
		n = n < 100 ? n * 10 + (s->p[at] - '0') : n;
	*s = gp_str_sub(*s, at, s->n);
	n = n > 60 ? 60 : n;
	return minus ? -n : n;
}

/* Digits from `at` on, into a value. */
static size_t
digits(struct gp_str s, size_t at, double *value, double *scale)
{
	for (; at < s.n && gp_is_digit(s.p[at]); at++) {
		*value = *value * 10 + (s.p[at] - '0');
		*scale *= 10;
		if (*value > 1e30) {
			*value /= 1e15;
			*scale /= 1e15;
		}
	}
	return at;
}

bool
gp_svg_number(struct gp_str *s, double *out)
{
	double value = 0, scale = 1, whole = 1;
	size_t at = 0, from, end;
	bool minus;

	skip_comma(s);
	minus = s->n && s->p[0] == '-';
	at += s->n && (s->p[0] == '-' || s->p[0] == '+');
	from = at;
	end = digits(*s, at, &value, &whole);
	value = fmin(value, most);
	at = end;
	if (at < s->n && s->p[at] == '.') {
		end = digits(*s, at + 1, &value, &scale);
		if (end == from + 1)
			return false;
	}
	if (end == from)
		return false;
	*s = gp_str_sub(*s, end, s->n);
	value = value / scale * ten_to(exponent(s));
	value = value < most ? value : most;
	*out = minus ? -value : value;
	return true;
}

bool
gp_svg_flag(struct gp_str *s, bool *out)
{
	skip_comma(s);
	if (s->n == 0 || (s->p[0] != '0' && s->p[0] != '1'))
		return false;
	*out = s->p[0] == '1';
	*s = gp_str_sub(*s, 1, s->n);
	return true;
}

double
gp_svg_length(struct gp_str s, double whole, double em, double fallback)
{
	static const struct {
		const char *unit;
		double pixels; /* CSS Values 4, 6.2 */
	} units[] = { { "", 1 },    { "px", 1 },         { "pt", 96.0 / 72 },
		      { "pc", 16 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 },
		      { "in", 96 }, { "q", 96 / 101.6 } };
	double n;
	size_t i;

	if (!gp_svg_number(&s, &n))
		return fallback;
	s = gp_str_trim(s);
	for (i = 0; i < sizeof units / sizeof *units; i++)
		if (gp_str_is_nocase(s, units[i].unit))
			return n * units[i].pixels;
	if (gp_str_eq(s, GP_STR("%")))
		return n * whole / 100;
	if (gp_str_is_nocase(s, "em") || gp_str_is_nocase(s, "rem"))
		return n * em;
	return gp_str_is_nocase(s, "ex") ? n * em / 2 : fallback;
}

/* ---- matrices ---- */

const struct gp_svg_matrix gp_svg_as_is = { { 1, 0, 0, 1, 0, 0 } };

struct gp_svg_matrix
gp_svg_join(const struct gp_svg_matrix *outer,
            const struct gp_svg_matrix *inner)
{
	const double *a = outer->m, *b = inner->m;
	struct gp_svg_matrix j = { {
		a[0] * b[0] + a[2] * b[1],
		a[1] * b[0] + a[3] * b[1],
		a[0] * b[2] + a[2] * b[3],
		a[1] * b[2] + a[3] * b[3],
		a[0] * b[4] + a[2] * b[5] + a[4],
		a[1] * b[4] + a[3] * b[5] + a[5],
	} };
	size_t i;

	for (i = 0; i < 6; i++)
		j.m[i] = fmin(fmax(j.m[i], -most), most);
	return j;
}

double
gp_svg_scale(const struct gp_svg_matrix *m)
{
	return sqrt(fabs(m->m[0] * m->m[3] - m->m[1] * m->m[2]));
}

static struct gp_svg_matrix
turned(const double *n, size_t count)
{
	double a = n[0] * pi / 180, c = cos(a), s = sin(a);
	double x = count > 2 ? n[1] : 0, y = count > 2 ? n[2] : 0;

	return (struct gp_svg_matrix){ { c, s, -s, c, x - c * x + s * y,
		                         y - s * x - c * y } };
}

/* One function of a list, with its numbers. */
static bool
one_transform(struct gp_str name, const double *n, size_t count,
              struct gp_svg_matrix *m)
{
	*m = gp_svg_as_is;
	if (gp_str_is_nocase(name, "translate") && count >= 1) {
		m->m[4] = n[0];
		m->m[5] = count > 1 ? n[1] : 0;
	} else if (gp_str_is_nocase(name, "scale") && count >= 1) {
		m->m[0] = n[0];
		m->m[3] = count > 1 ? n[1] : n[0];
	} else if (gp_str_is_nocase(name, "rotate") && count >= 1) {
		*m = turned(n, count);
	} else if (gp_str_is_nocase(name, "skewX") && count == 1) {
		m->m[2] = tan(n[0] * pi / 180);
	} else if (gp_str_is_nocase(name, "skewY") && count == 1) {
		m->m[1] = tan(n[0] * pi / 180);
	} else if (gp_str_is_nocase(name, "matrix") && count == 6) {
		memcpy(m->m, n, sizeof m->m);
	} else {
		return false;
	}
	return true;
}

/* A unit, which CSS wants: degrees and pixels are what SVG means. */
static void
skip_unit(struct gp_str *s)
{
	while (s->n && gp_is_alpha(s->p[0]))
		*s = gp_str_sub(*s, 1, s->n);
}

bool
gp_svg_transform(struct gp_str s, struct gp_svg_matrix *out)
{
	struct gp_svg_matrix one;
	double n[6];

	*out = gp_svg_as_is;
	for (skip_comma(&s); s.n; skip_comma(&s)) {
		size_t open = gp_str_find(s, GP_STR("("), 0), count = 0;
		struct gp_str name = gp_str_trim(gp_str_sub(s, 0, open));

		s = gp_str_sub(s, open + 1, s.n);
		while (count < 6 && gp_svg_number(&s, &n[count])) {
			skip_unit(&s);
			count++;
		}
		skip_space(&s);
		if (s.n == 0 || s.p[0] != ')' ||
		    !one_transform(name, n, count, &one))
			return false;
		s = gp_str_sub(s, 1, s.n);
		*out = gp_svg_join(out, &one);
	}
	return true;
}

/* ---- colours ---- */

static const struct {
	const char *name;
	uint32_t rgb;
} named[] = {
#define GP_SVG_COLOUR(name, rgb) { name, rgb },
#include "import/picture/svg/svg_colours.def"
#undef GP_SVG_COLOUR
};

/* Three or four digits, each of which stands for two, or six or eight. */
static bool
hex_colour(struct gp_str s, uint32_t *rgb, double *alpha)
{
	uint32_t n = 0;
	bool is_short = s.n == 3 || s.n == 4;
	size_t i;

	if (!is_short && s.n != 6 && s.n != 8)
		return false;
	for (i = 0; i < s.n; i++) {
		int d = gp_hex_value(s.p[i]);

		if (d < 0)
			return false;
		n = n << 4 | (uint32_t)d;
		if (is_short)
			n = n << 4 | (uint32_t)d;
	}
	if (s.n == 4 || s.n == 8) {
		*alpha = (n & 0xFF) / 255.0;
		n >>= 8;
	}
	*rgb = n;
	return true;
}

/* "12, 50%, 7 / 0.5)": what stands behind "rgb(". */
static bool
rgb_function(struct gp_str s, uint32_t *rgb, double *alpha)
{
	double n[4] = { 0, 0, 0, 1 };
	size_t i;

	for (i = 0; i < 4 && gp_svg_number(&s, &n[i]); i++) {
		bool percent = s.n && s.p[0] == '%';

		if (percent)
			n[i] *= i < 3 ? 2.55 : 0.01;
		n[i] = fmin(fmax(n[i], 0), i < 3 ? 255 : 1);
		s = gp_str_trim(gp_str_sub(s, percent, s.n));
		if (s.n && s.p[0] == '/')
			s = gp_str_sub(s, 1, s.n);
	}
	if (i < 3)
		return false;
	*rgb = (uint32_t)(n[0] + 0.5) << 16 | (uint32_t)(n[1] + 0.5) << 8 |
	       (uint32_t)(n[2] + 0.5);
	*alpha = n[3];
	return true;
}

bool
gp_svg_colour(struct gp_str s, uint32_t *rgb, double *alpha)
{
	size_t i;

	s = gp_str_trim(s);
	*alpha = 1;
	if (gp_str_starts(s, GP_STR("#")))
		return hex_colour(gp_str_sub(s, 1, s.n), rgb, alpha);
	if (gp_str_begins_nocase(s, "rgb("))
		return rgb_function(gp_str_sub(s, 4, s.n), rgb, alpha);
	if (gp_str_begins_nocase(s, "rgba("))
		return rgb_function(gp_str_sub(s, 5, s.n), rgb, alpha);
	for (i = 0; i < sizeof named / sizeof *named; i++)
		if (gp_str_is_nocase(s, named[i].name)) {
			*rgb = named[i].rgb;
			return true;
		}
	return false;
}

struct gp_str
gp_svg_reference(struct gp_str s)
{
	size_t hash = gp_str_find(s, GP_STR("#"), 0);
	size_t end = gp_str_find(s, GP_STR(")"), 0);

	if (!gp_str_begins_nocase(s, "url("))
		return GP_STR("");
	s = gp_str_trim(gp_str_sub(s, hash + 1, end));
	if (s.n && (s.p[s.n - 1] == '"' || s.p[s.n - 1] == '\''))
		s.n--;
	return s;
}
