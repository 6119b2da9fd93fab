/* Counting in digits, letters and Roman numerals, both ways.  It knows no list
   and no language but the Latin letters from a to z. */
#include "base/text/ordinals.h"

enum {
	LETTERS = 26,
	MOST_ROMAN = 3999,
	MOST_DIGITS = 9,
	MOST_LETTERS = 5,
	MOST_NUMERALS = 15, /* MMMDCCCLXXXVIII */
};

static const struct numeral {
	long worth;
	const char *sign;
} numerals[] = {
	{ 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
	{ 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
	{ 5, "v" },    { 4, "iv" },   { 1, "i" },   { 0, "" },
};

static bool
is_upper_case(enum gp_ordinal as)
{
	return as == GP_ORDINAL_UPPER || as == GP_ORDINAL_UPPER_ROMAN;
}

static bool
is_roman(enum gp_ordinal as)
{
	return as == GP_ORDINAL_LOWER_ROMAN || as == GP_ORDINAL_UPPER_ROMAN;
}

static void
put_sign(struct gp_buf *out, enum gp_ordinal as, char c)
{
	gp_buf_putc(out, is_upper_case(as) ? (char)(c - 'a' + 'A') : c);
}

static void
put_roman(struct gp_buf *out, enum gp_ordinal as, long n)
{
	const struct numeral *r = numerals;
	const char *c;

	while (n > 0) {
		while (r->worth > n)
			r++;
		n -= r->worth;
		for (c = r->sign; *c; c++)
			put_sign(out, as, *c);
	}
}

/* Letters count without a zero: z is followed by aa. */
static void
put_letters(struct gp_buf *out, enum gp_ordinal as, long n)
{
	char signs[16];
	size_t i = 0;

	for (; n > 0 && i < sizeof signs; n = (n - 1) / LETTERS)
		signs[i++] = (char)('a' + (n - 1) % LETTERS);
	while (i > 0)
		put_sign(out, as, signs[--i]);
}

void
gp_ordinal_put(struct gp_buf *out, enum gp_ordinal as, long n)
{
	if (as == GP_ORDINAL_NUMBER || n < 1 ||
	    (is_roman(as) && n > MOST_ROMAN))
		gp_buf_printf(out, "%ld", n);
	else if (is_roman(as))
		put_roman(out, as, n);
	else
		put_letters(out, as, n);
}

static bool
read_digits(struct gp_str s, long *n)
{
	bool below = s.n && s.p[0] == '-';
	size_t i = below;

	if (s.n == i || s.n > MOST_DIGITS)
		return false;
	for (*n = 0; i < s.n; i++) {
		if (!gp_is_digit(s.p[i]))
			return false;
		*n = *n * 10 + (s.p[i] - '0');
	}
	*n = below ? -*n : *n;
	return true;
}

static bool
read_letters(struct gp_str s, long *n)
{
	size_t i;

	if (s.n == 0 || s.n > MOST_LETTERS)
		return false;
	for (i = 0, *n = 0; i < s.n; i++) {
		if (!gp_is_alpha(s.p[i]))
			return false;
		*n = *n * LETTERS + (gp_to_lower(s.p[i]) - 'a' + 1);
	}
	return true;
}

/* Takes the greatest numerals first, and asks in the end whether they would be
   put so: "iiii" is none. */
static bool
read_roman(struct gp_str s, long *n)
{
	char signs[MOST_NUMERALS + 1] = "";
	struct gp_buf again = { .max = sizeof signs };
	struct gp_str low = { signs, s.n };
	const struct numeral *r;
	size_t i, at = 0;
	bool same;

	if (s.n == 0 || s.n > MOST_NUMERALS)
		return false;
	for (i = 0; i < s.n; i++)
		signs[i] = gp_to_lower(s.p[i]);
	for (r = numerals, *n = 0; r->worth; r++)
		while (gp_str_starts(gp_str_sub(low, at, low.n),
		                     gp_str(r->sign))) {
			at += gp_str(r->sign).n;
			*n += r->worth;
		}
	gp_ordinal_put(&again, GP_ORDINAL_LOWER_ROMAN, *n);
	same = gp_str_eq(gp_buf_view(&again), low);
	gp_buf_free(&again);
	return same;
}

bool
gp_ordinal_read(struct gp_str s, enum gp_ordinal as, long *n)
{
	if (as == GP_ORDINAL_NUMBER)
		return read_digits(s, n);
	if (s.n && gp_is_lower(s.p[0]) == is_upper_case(as))
		return false;
	return is_roman(as) ? read_roman(s, n) : read_letters(s, n);
}
