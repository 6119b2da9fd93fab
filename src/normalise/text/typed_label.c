/* One word, or a sign or a word and the number behind it.  A number alone is no
   label: "3 apples".  It knows letters and numerals of English and no list. */
#include "normalise/text/typed_label.h"

#include "base/text/ordinals.h"
#include "normalise/text/line_marks.h"

enum {
	MOST_DIGITS = 4,
	MOST_NUMERALS = 8,
	MOST_WORD = 24, /* bytes of the word in "Article 5" */
};

static const enum gp_ordinal countings[] = {
	GP_ORDINAL_NUMBER,      GP_ORDINAL_LOWER,       GP_ORDINAL_UPPER,
	GP_ORDINAL_LOWER_ROMAN, GP_ORDINAL_UPPER_ROMAN,
};

static bool
is_digits(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_digit(s.p[i]))
			return false;
	return s.n > 0 && s.n <= MOST_DIGITS;
}

static bool
is_numerals(struct gp_str s)
{
	long n;

	return s.n <= MOST_NUMERALS &&
	       (gp_ordinal_read(s, GP_ORDINAL_LOWER_ROMAN, &n) ||
	        gp_ordinal_read(s, GP_ORDINAL_UPPER_ROMAN, &n));
}

/* A number, a letter, a Roman number; between brackets two letters too, as
   those of laws behind z and between others. */
static bool
is_counter(struct gp_str s, bool two_letters)
{
	if (s.n == 1)
		return gp_is_digit(s.p[0]) || gp_is_alpha(s.p[0]);
	return is_digits(s) || is_numerals(s) ||
	       (two_letters && s.n == 2 && gp_is_lower(s.p[0]) &&
	        gp_is_lower(s.p[1]));
}

static bool
take(struct gp_typed_label *out, enum gp_typed form, struct gp_str label,
     struct gp_str before, struct gp_str counter)
{
	*out = (struct gp_typed_label){ form, label, before, counter };
	return true;
}

/* "1.2.3" or "1.2.3.": two numbers or more. */
static bool
take_parts(struct gp_str word, struct gp_typed_label *out)
{
	struct gp_str s = word;
	size_t i, from = 0;

	if (s.n && s.p[s.n - 1] == '.')
		s.n--;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] != '.')
			continue;
		if (!is_digits(gp_str_sub(s, from, i)))
			return false;
		from = i + 1;
	}
	return from > 0 && is_digits(gp_str_sub(s, from, s.n)) &&
	       take(out, GP_TYPED_PARTS, word, gp_str_sub(s, 0, from),
	            gp_str_sub(s, from, s.n));
}

static bool
take_marked(struct gp_str word, struct gp_typed_label *out)
{
	struct gp_str none = gp_str_sub(word, 0, 0);
	struct gp_str inner = gp_str_sub(word, word.p[0] == '(', word.n - 1);
	bool opens = inner.p > word.p;

	switch (word.p[word.n - 1]) {
	case ')':
		return is_counter(inner, opens) &&
		       take(out, opens ? GP_TYPED_BRACKETS : GP_TYPED_BRACKET,
		            word, none, inner);
	case '.':
		return !opens && is_counter(inner, false) &&
		       take(out, GP_TYPED_STOP, word, none, inner);
	default:
		return false;
	}
}

/* The number that `s` begins with, without a stop or colon behind it. */
static struct gp_str
number_at(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && gp_is_digit(s.p[i]))
		i++;
	if (i < s.n && !gp_is_space(s.p[i]) &&
	    !((s.p[i] == '.' || s.p[i] == ':') &&
	      (i + 1 == s.n || gp_is_space(s.p[i + 1]))))
		i = 0;
	return gp_str_sub(s, 0, i);
}

/* What stands before a number: "§", with or without a space, or a word that
   begins with a capital. */
static bool
take_named(struct gp_str s, struct gp_str word, struct gp_typed_label *out)
{
	const struct gp_str sign = GP_STR("\u00A7");
	bool is_sign = gp_str_starts(word, sign);
	size_t at = is_sign ? sign.n : word.n;
	struct gp_str number;

	if (!is_sign && (word.n > MOST_WORD || !gp_is_upper(word.p[0])))
		return false;
	while (at < s.n && gp_is_space(s.p[at]))
		at++;
	number = number_at(gp_str_sub(s, at, s.n));
	if (!is_digits(number))
		return false;
	at += number.n;
	if (at < s.n && !gp_is_space(s.p[at]))
		at++;
	return take(out, is_sign ? GP_TYPED_SIGN : GP_TYPED_WORD,
	            gp_str_sub(s, 0, at), is_sign ? sign : word, number);
}

static bool
take_bullet(struct gp_str s, struct gp_typed_label *out)
{
	struct gp_str label = s, rest = s;
	enum gp_mark mark = gp_mark_parse(s, &label, &rest);

	return (mark == GP_BULLET || mark == GP_WEAK_BULLET) &&
	       take(out, GP_TYPED_BULLET, label, gp_str_sub(s, 0, 0),
	            gp_str_sub(s, 0, 0));
}

bool
gp_typed_label(struct gp_str s, struct gp_typed_label *out)
{
	struct gp_str rest = s, word;

	if (!gp_str_word(&rest, &word) || word.p != s.p)
		return false;
	return (word.n > 1 &&
	        (take_marked(word, out) || take_parts(word, out))) ||
	       take_named(s, word, out) || take_bullet(s, out);
}

bool
gp_typed_is(const struct gp_typed_label *t, long n)
{
	size_t i;
	long number;

	for (i = 0; i < sizeof countings / sizeof *countings; i++)
		if (gp_ordinal_read(t->counter, countings[i], &number) &&
		    number == n)
			return true;
	return false;
}

bool
gp_typed_follows(const struct gp_typed_label *a, const struct gp_typed_label *b)
{
	bool skips = a->form == GP_TYPED_BRACKETS;
	long first, second;
	size_t i;

	if (a->form != b->form || !gp_str_eq(a->before, b->before))
		return false;
	if (a->form == GP_TYPED_BULLET)
		return true;
	for (i = 0; i < sizeof countings / sizeof *countings; i++)
		if (gp_ordinal_read(a->counter, countings[i], &first) &&
		    gp_ordinal_read(b->counter, countings[i], &second) &&
		    (second == first + 1 || second == first - 1 ||
		     (skips && second > first)))
			return true;
	return false;
}
