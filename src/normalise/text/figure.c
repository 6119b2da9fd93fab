/* A figure is read from left to right: signs, money, digits in their groups,
   what is counted, marks.  The words for money and counts are those of every
   language; others are not known here. */
#include "normalise/text/figure.h"

#include "base/utf8.h"

enum { GROUP = 3 }; /* digits of thousands */

/* U+2212, U+00B1, U+2013, U+2248, U+2264, U+2265 are signs before an amount
   too. */
static const char *const signs[] = { "+",      "-",      "\u2212", "\u2013",
	                             "\u00B1", "~",      "<",      ">",
	                             "\u2248", "\u2264", "\u2265", NULL };
static const char *const money[] = { "£",   "$",   "€",   "¥",   "₹",  "US$",
	                             "GBP", "EUR", "USD", "CHF", "kr", NULL };
static const char *const counted[] = { "%",  "‰",  "°",   "pp", "bn", "tn",
	                               "mn", "m",  "k",   "K",  "M",  "p",
	                               "c",  "£",  "$",   "€",  "¥",  "₹",
	                               "kr", "zł", "EUR", NULL };
static const char *const marks[] = { "*",   "†",   "‡",   "(r)",
	                             "(p)", "[r]", "[p]", NULL };
/* No-break space, thin space, narrow no-break space, right quotation mark. */
static const char *const separators[] = { ",",      ".",      "'",
	                                  " ",      "\u00A0", "\u2009",
	                                  "\u202F", "\u2019", NULL };

/* Moves past one of `list`; false when none stands there. */
static bool
take_one(struct gp_str *s, const char *const *list)
{
	for (; *list; list++)
		if (gp_str_starts(*s, gp_str(*list))) {
			*s = gp_str_sub(*s, gp_str(*list).n, s->n);
			return true;
		}
	return false;
}

static void
skip_spaces(struct gp_str *s)
{
	static const char *const spaces[] = { " ", "\u00A0", "\u2009", "\u202F",
		                              NULL };

	while (take_one(s, spaces))
		;
}

static bool
starts_with_digit(struct gp_str s)
{
	return s.n && gp_is_digit(s.p[0]);
}

/* Digits and what parts them; false for none, or for a zero that counts. */
static bool
take_digits(struct gp_str *s)
{
	struct gp_str from = *s, behind;

	if (!starts_with_digit(*s))
		return false;
	if (s->n > 1 && s->p[0] == '0' && gp_is_digit(s->p[1]))
		return false;
	for (;;) {
		while (starts_with_digit(*s))
			*s = gp_str_sub(*s, 1, s->n);
		behind = *s;
		if (!take_one(&behind, separators) ||
		    !starts_with_digit(behind))
			return s->n < from.n;
		*s = behind;
	}
}

static bool
take_amount(struct gp_str *s)
{
	bool ok;

	(void)take_one(s, signs);
	skip_spaces(s);
	if (take_one(s, money)) {
		skip_spaces(s);
		(void)take_one(s, signs);
	}
	ok = take_digits(s);
	skip_spaces(s);
	if (ok && take_one(s, counted))
		skip_spaces(s);
	return ok;
}

bool
gp_is_figure(struct gp_str s)
{
	struct gp_str inside;

	s = gp_str_trim(s);
	inside = gp_str_sub(s, 1, s.n);
	if (gp_str_starts(s, GP_STR("(")) && take_amount(&inside) &&
	    gp_str_starts(inside, GP_STR(")")))
		s = gp_str_sub(inside, 1, inside.n);
	else if (!take_amount(&s))
		return false;
	skip_spaces(&s);
	while (take_one(&s, marks))
		skip_spaces(&s);
	return s.n == 0;
}

bool
gp_is_no_figure(struct gp_str s)
{
	static const char *const none[] = { "",       "-",   "\u2013", "\u2014",
		                            "\u2212", "..",  "...",    "\u2026",
		                            "n/a",    "na",  "nil",    ":",
		                            "*",      "[c]", "[u]",    "[w]",
		                            "[x]",    "[z]", NULL };

	return gp_str_among_nocase(gp_str_trim(s), none);
}

static bool
is_point(struct gp_str s, size_t i)
{
	return (s.p[i] == '.' || s.p[i] == ',') && i > 0 && i + 1 < s.n &&
	       gp_is_digit(s.p[i - 1]) && gp_is_digit(s.p[i + 1]);
}

struct gp_figure_point
gp_figure_point(struct gp_str s)
{
	struct gp_figure_point found = { 0, 0, false };
	size_t i;
	bool other = false;

	for (i = 0; i < s.n; i++) {
		if (is_point(s, i)) {
			other = found.sign && found.sign != s.p[i];
			found = (struct gp_figure_point){ s.p[i], 0, false };
		} else if (found.sign && gp_is_digit(s.p[i])) {
			found.digits++;
		}
	}
	found.is_sure = found.sign && (other || found.digits != GROUP);
	return found;
}
