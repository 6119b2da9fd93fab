/* Values of a style file: lengths in points and millimetres, colours, and
   the contrast of a colour with white (WCAG 2, relative luminance) in
   integers.  Knows no YAML and no section of a style. */
#include "config/style.h"

#include "base/hex.h"

enum { DIGITS_MAX = 5, LONGEST_PT = 10000 };

/* A decimal number as thousandths; false on anything else. */
static bool
parse_thousandths(struct gp_str *s, int64_t *out)
{
	int64_t value = 0, place = 1000;
	size_t i = 0;

	while (i < s->n && gp_is_digit(s->p[i]) && i < DIGITS_MAX)
		value = value * 10 + (s->p[i++] - '0');
	if (i == 0)
		return false;
	value *= 1000;
	if (i < s->n && s->p[i] == '.') {
		i++;
		if (i == s->n || !gp_is_digit(s->p[i]))
			return false;
		while (i < s->n && gp_is_digit(s->p[i]) && place > 1) {
			place /= 10;
			value += (s->p[i++] - '0') * place;
		}
	}
	*s = gp_str_sub(*s, i, s->n);
	*out = value;
	return true;
}

bool
gp_len_parse(struct gp_str s, gp_len *out)
{
	int64_t value, units;

	if (!parse_thousandths(&s, &value))
		return false;
	units = value * GP_PT;
	if (gp_str_eq(s, GP_STR("mm")))
		/* 1 mm is 360/127 pt */
		units = (units * 360 + 63500) / 127000;
	else if (gp_str_eq(s, GP_STR("pt")))
		units = (units + 500) / 1000;
	else if (value != 0 || s.n != 0)
		return false;
	if (units > (int64_t)LONGEST_PT * GP_PT)
		return false;
	*out = (gp_len)units;
	return true;
}

bool
gp_colour_parse(struct gp_str s, uint32_t *out)
{
	uint32_t value = 0;
	size_t i;

	if (s.n != 7 || s.p[0] != '#')
		return false;
	for (i = 1; i < s.n; i++) {
		int digit = gp_hex_value(s.p[i]);

		if (digit < 0)
			return false;
		value = value << 4 | (uint32_t)digit;
	}
	*out = value;
	return true;
}

/* The sRGB curve at the 256 levels, times 65535: round(65535 * f(i / 255))
   with f of IEC 61966-2-1, so that no floating point decides an error. */
static const uint16_t linear[256] = {
#include "config/srgb.inc"
};

unsigned
gp_colour_contrast(uint32_t colour)
{
	uint64_t r = linear[colour >> 16 & 0xFF];
	uint64_t g = linear[colour >> 8 & 0xFF];
	uint64_t b = linear[colour & 0xFF];
	uint64_t y = 2126 * r + 7152 * g + 722 * b; /* of 10000 * 65535 */
	uint64_t white = (uint64_t)10000 * 65535;

	return (unsigned)(100 * (white + white / 20) / (y + white / 20));
}
