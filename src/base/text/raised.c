/* One question after the other about a few characters: has each a sign of its
   own, is it a mark of a note, an ending, a text?  Else ^( ) or _( ) stands
   round it, as in formulas that are typed.  It knows no language. */
#include "base/text/raised.h"

#include "base/text/fold.h"
#include "base/utf8.h"

#include <unictype.h>

enum {
	LONGEST = 24, /* bytes; what is longer is no exponent */
	MINUS = 0x2212,
	EN_DASH = 0x2013,
	NO_BREAK_SPACE = 0xA0,
	FIRST_SIGN = 0x2070, /* the block of raised and lowered signs */
	LAST_SIGN = 0x209C,
};

/* ---- signs ---- */

struct sign {
	uint32_t c, raised, lowered;
};

/* Unicode 15, blocks 2070 and 00B0; digits are in gp_raise_char(). */
static const struct sign signs[] = {
	{ '+', 0x207A, 0x208A },   { '-', 0x207B, 0x208B },
	{ MINUS, 0x207B, 0x208B }, { EN_DASH, 0x207B, 0x208B },
	{ '=', 0x207C, 0x208C },   { '(', 0x207D, 0x208D },
	{ ')', 0x207E, 0x208E },   { 'n', 0x207F, 0 },
	{ 'i', 0x2071, 0 },
};

static bool
is_low(enum gp_raise how)
{
	return how == GP_LOWERED || how == GP_LOWERED_INDEX;
}

static bool
is_in_formula(enum gp_raise how)
{
	return how == GP_RAISED_POWER || how == GP_LOWERED_INDEX;
}

static uint32_t
raised_digit(uint32_t digit)
{
	static const uint32_t latin_1[] = { 0x2070, 0xB9, 0xB2, 0xB3 };

	return digit < 4 ? latin_1[digit] : 0x2070 + digit;
}

uint32_t
gp_raise_char(uint32_t c, enum gp_raise how)
{
	size_t i;

	if (c >= '0' && c <= '9')
		return is_low(how) ? 0x2080 + (c - '0') : raised_digit(c - '0');
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].c == c)
			return is_low(how) ? signs[i].lowered : signs[i].raised;
	return 0;
}

bool
gp_raises_whole(struct gp_str s, enum gp_raise how)
{
	size_t i = 0;

	while (i < s.n)
		if (!gp_raise_char(gp_utf8_next(s, &i), how))
			return false;
	return s.n > 0;
}

/* ---- what it is ---- */

struct raised_look {
	size_t letters, digits, spaces, commas, others;
};

/* What is raised or lowered already, a power in a power. */
static bool
is_sign(uint32_t c)
{
	return c == 0xB2 || c == 0xB3 || c == 0xB9 ||
	       (c >= FIRST_SIGN && c <= LAST_SIGN);
}

static struct raised_look
look_at(struct gp_str s)
{
	struct raised_look l = { 0 };
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = gp_utf8_next(s, &i);

		if (c == ' ' || c == NO_BREAK_SPACE)
			l.spaces++;
		else if (is_sign(c))
			l.others++;
		else if (c == ',' || c == ';')
			l.commas++;
		else if (c >= '0' && c <= '9')
			l.digits++;
		else if (gp_is_word_char(c))
			l.letters++;
		else
			l.others++;
	}
	return l;
}

static bool
is_in_brackets(struct gp_str s)
{
	return s.n > 2 && s.p[0] == '[' && s.p[s.n - 1] == ']';
}

/* "1" that leads to a note, "1,2" wherever it leads. */
static bool
is_note(const struct raised_look *l, enum gp_raise how)
{
	return l->digits && l->letters == 0 && l->others == 0 &&
	       (how == GP_RAISED_NOTE || (how == GP_RAISED && l->commas));
}

/* A text in small print, or signs that no number can take in: "*". */
static bool
is_apart(struct gp_str s, const struct raised_look *l, enum gp_raise how)
{
	if (l->letters + l->digits == 0)
		return !is_in_formula(how) || l->others == 1;
	return !is_in_formula(how) && (s.n > LONGEST || l->spaces > l->commas);
}

/* "x", a letter that stands for a number; but "n" also begins "nos". */
static bool
ends_in_variable(struct gp_str s)
{
	return s.n && gp_is_lower(s.p[s.n - 1]) && s.p[s.n - 1] != 'n' &&
	       (s.n == 1 ||
	        !(gp_is_alnum(s.p[s.n - 2]) || (s.p[s.n - 2] & 0x80)));
}

/* "st", "me", and behind a digit the letters that end a number. */
static bool
is_ending(const struct raised_look *l, enum gp_raise how, struct gp_str s,
          struct gp_str before)
{
	if (is_low(how) || is_in_formula(how) || l->digits || l->others ||
	    l->commas)
		return false;
	if (l->letters > 1)
		return !ends_in_variable(before);
	return before.n && gp_is_digit(before.p[before.n - 1]) &&
	       gp_str_find(GP_STR("edhrt"), s, 0) < 5;
}

static bool
ends_in_word(struct gp_str s)
{
	return s.n && (gp_is_alnum(s.p[s.n - 1]) || (s.p[s.n - 1] & 0x80));
}

static bool
begins_word(struct gp_str s)
{
	size_t i = 0;

	return s.n && gp_is_word_char(gp_utf8_next(s, &i));
}

/* ---- what stands for it ---- */

static void
put_signs(struct gp_str s, enum gp_raise how, struct gp_buf *out)
{
	size_t i = 0;

	while (i < s.n)
		gp_buf_utf8(out, gp_raise_char(gp_utf8_next(s, &i), how));
}

/* Behind ^ or _; round one character or one word below nothing is needed. */
static void
put_typed(struct gp_str s, const struct raised_look *l, enum gp_raise how,
          struct gp_buf *out)
{
	bool bare = l->others + l->commas + l->spaces == 0 &&
	            (l->letters + l->digits == 1 ||
	             (is_low(how) && l->digits == 0));

	gp_buf_putc(out, is_low(how) ? '_' : '^');
	if (!bare)
		gp_buf_putc(out, '(');
	gp_buf_str(out, s);
	if (!bare)
		gp_buf_putc(out, ')');
}

/* The signs of ordinals, which some write as letters. */
static const char *
sign_for(struct gp_str s, enum gp_raise how)
{
	if (is_low(how) || is_in_formula(how))
		return NULL;
	if (gp_str_eq(s, GP_STR("o")))
		return "\u00BA";
	return gp_str_eq(s, GP_STR("a")) ? "\u00AA" : NULL;
}

static void
put_plain(struct gp_str s, struct gp_str before, enum gp_raise how,
          struct gp_buf *out)
{
	const struct raised_look l = look_at(s);
	const char *sign = sign_for(s, how);

	if (is_in_brackets(s) && !is_in_formula(how)) {
		gp_buf_str(out, s);
	} else if (is_note(&l, how)) {
		gp_buf_putc(out, '[');
		gp_buf_str(out, s);
		gp_buf_putc(out, ']');
	} else if (gp_raises_whole(s, how)) {
		put_signs(s, how, out);
	} else if (is_apart(s, &l, how)) {
		if (ends_in_word(before) && begins_word(s))
			gp_buf_putc(out, ' ');
		gp_buf_str(out, s);
	} else if (sign) {
		gp_buf_puts(out, sign);
	} else if (is_ending(&l, how, s, before)) {
		gp_buf_str(out, s);
	} else {
		put_typed(s, &l, how, out);
	}
}

/* White space at its ends stays outside. */
void
gp_raise(struct gp_buf *b, size_t from, enum gp_raise how)
{
	struct gp_str all = gp_buf_view(b), before, s;
	struct gp_buf out = { .max = b->max };
	size_t lead = from, end = all.n;

	while (lead < end && gp_is_space(all.p[lead]))
		lead++;
	while (end > lead && gp_is_space(all.p[end - 1]))
		end--;
	if (lead >= end)
		return;
	before = gp_str_sub(all, 0, lead);
	s = gp_str_sub(all, lead, end);
	put_plain(s, before, how, &out);
	gp_buf_str(&out, gp_str_sub(all, end, all.n));
	b->len = lead;
	gp_buf_str(b, gp_buf_view(&out));
	gp_buf_inherit(b, &out);
	gp_buf_free(&out);
}
