/* A mark is told from the first character of a line, or its first word:
   bullets by a table of code points, numbers by a stop or bracket behind
   them.  Whether a line with one is an item is not known here; a dash may
   begin a sentence as well. */
#include "normalise/text/line_marks.h"

#include "base/utf8.h"

#include <string.h>
#include <unictype.h>

/* The first byte of U+F000 to U+FFFF, of which a bullet is none but in Word's
   fonts (U+F000 to U+F0FF). */
enum { PRIVATE_USE = '\xEF' };

static enum gp_mark
kind_of(uint32_t c)
{
	switch (c) {
	case 0x2022: /* bullet */
	case 0x2023: /* triangular bullet */
	case 0x25AA: /* small square */
	case 0x25CF: /* circles */
	case 0x25CB:
	case 0x25E6:
	case 0x25A0: /* square */
	case 0x2043: /* hyphen bullet */
	case 0x2219: /* bullet operator */
	case 0xF0B7: /* Word's, in fonts of signs: a bullet, a square, */
	case 0xF0A7:
	case 0xF0D8: /* an arrow */
	case 0x2192: /* arrows and pointers */
	case 0x25B6:
	case 0x25BA:
	case 0x27A4:
		return GP_BULLET;
	case 0xB7: /* middle dot */
	case '*':
	case '-':
	case 0x2013:
		return GP_WEAK_BULLET;
	default:
		return GP_NO_MARK;
	}
}

static bool
is_roman(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] != 'i' && s.p[i] != 'v' && s.p[i] != 'x')
			return false;
	return s.n >= 1 && s.n <= 4;
}

/* One or two digits, a small letter, or a small Roman number. */
static bool
is_counter(struct gp_str s)
{
	if (s.n == 1 && gp_is_lower(s.p[0]))
		return true;
	if (is_roman(s))
		return true;
	return (s.n == 1 || s.n == 2) && gp_is_digit(s.p[0]) &&
	       gp_is_digit(s.p[s.n - 1]);
}

static bool
parse_number(struct gp_str s, struct gp_str *label, struct gp_str *rest)
{
	struct gp_str words = s, word, counter;

	if (!gp_str_word(&words, &word) || word.n < 2 || word.n > 6)
		return false;
	if (word.p[word.n - 1] != ')' && word.p[word.n - 1] != '.')
		return false;
	counter = gp_str_sub(word, word.p[0] == '(', word.n - 1);
	if (!is_counter(counter) || gp_str_trim(words).n == 0)
		return false;
	*label = word;
	*rest = gp_str_trim(words);
	return true;
}

bool
gp_mark_is_rule(struct gp_str s)
{
	static const char marks[] = "*-_=~#";
	size_t i, n = 0;

	if (s.n == 0 || !memchr(marks, s.p[0], sizeof marks - 1))
		return false;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] != s.p[0] && s.p[i] != ' ')
			return false;
		n += s.p[i] == s.p[0];
	}
	return n >= 3;
}

bool
gp_mark_is_round(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("o\t"));
}

enum gp_mark
gp_mark_parse(struct gp_str s, struct gp_str *label, struct gp_str *rest)
{
	size_t i = 0, at;
	enum gp_mark mark = kind_of(gp_utf8_next(s, &i));
	bool spaced = i < s.n && gp_is_space(s.p[i]);
	struct gp_str words = gp_str_trim(gp_str_sub(s, i, s.n));
	uint32_t next;

	if (mark == GP_NO_MARK)
		return parse_number(s, label, rest) ? GP_NUMBER : GP_NO_MARK;
	at = 0;
	next = gp_utf8_next(words, &at);
	if (words.n == 0 || next == GP_UTF8_BAD)
		return GP_NO_MARK;
	/* "-5", "*word": marks of something else. */
	if (mark == GP_WEAK_BULLET && !spaced && !uc_is_upper(next))
		return GP_NO_MARK;
	/* No other font has the signs of Word's. */
	*label = s.p[0] == PRIVATE_USE ? GP_STR("\u2022") : gp_str_sub(s, 0, i);
	*rest = words;
	return mark;
}
