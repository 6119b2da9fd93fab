/* Case and kind of a character by libunistring, but for ASCII, which most of
   all characters are.  A gap becomes a space only when a word follows it, so
   that nothing has to be trimmed. */
#include "base/text/fold.h"

#include "base/utf8.h"

#include <unicase.h>
#include <unictype.h>

enum { APOSTROPHE = 0x2019 };

/* Of a sign that is a digit or a letter raised or lowered, that digit or
   letter (Unicode's compatibility decomposition); 0 of all others. */
static uint32_t
lying(uint32_t c)
{
	if (c >= 0x2070 && c <= 0x2089) {
		if (c == 0x2071)
			return 'i';
		if (c == 0x207F)
			return 'n';
		return (c & 0xF) <= 9 && c != 0x2072 && c != 0x2073
		               ? '0' + (c & 0xF)
		               : 0;
	}
	if (c == 0xB2 || c == 0xB3)
		return c - 0xB0 + '0';
	if (c == 0xB9)
		return '1';
	return c == 0xAA ? 'a' : c == 0xBA ? 'o' : 0;
}

bool
gp_is_far_word_char(uint32_t c)
{
	return c != GP_UTF8_BAD && (uc_is_alnum(c) || lying(c));
}

uint32_t
gp_fold_far_char(uint32_t c)
{
	uint32_t laid;

	if (!gp_is_far_word_char(c))
		return 0;
	laid = lying(c);
	return laid ? laid : uc_tolower(c);
}

static uint32_t
fold_next(struct gp_str s, size_t *i)
{
	bool gap = false, begun = *i > 0;
	uint32_t c, folded;
	size_t at;

	while (*i < s.n) {
		at = *i;
		c = gp_utf8_next(s, i);
		folded = gp_fold_char(c);
		if (folded && gap && begun) {
			*i = at;
			return ' ';
		}
		if (folded)
			return folded;
		gap = gap || (c != '\'' && c != APOSTROPHE);
	}
	return 0;
}

/* Most of all that is asked for is the next letter of a word. */
uint32_t
gp_fold_next(struct gp_str s, size_t *i)
{
	return *i < s.n && gp_is_alnum(s.p[*i])
	               ? (uint32_t)gp_to_lower(s.p[(*i)++])
	               : fold_next(s, i);
}

void
gp_fold_words(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0;
	uint32_t c;

	while ((c = fold_next(s, &i)) != 0) {
		if (c < 0x80)
			gp_buf_putc(out, (char)c);
		else
			gp_buf_utf8(out, c);
		/* Most of all: the next letters of a word. */
		for (; i < s.n && gp_is_alnum(s.p[i]); i++)
			gp_buf_putc(out, gp_to_lower(s.p[i]));
	}
}

/* As rows of tables have it. */
static uint32_t
plain(uint32_t c)
{
	uint32_t folded = gp_fold_char(c);

	return folded ? folded : c;
}

size_t
gp_fold_says(struct gp_str s, const char *row)
{
	struct gp_str want = gp_str(row);
	size_t i = 0, k = 0;

	while (k < want.n)
		if (i >= s.n ||
		    plain(gp_utf8_next(s, &i)) != gp_utf8_next(want, &k))
			return 0;
	return i;
}

char
gp_fold_first(struct gp_str s)
{
	char bytes[4] = { 0 };
	size_t i = 0;

	if (s.n > 0)
		(void)gp_utf8_put(bytes, plain(gp_utf8_next(s, &i)));
	return bytes[0];
}

size_t
gp_fold_says_any(struct gp_str s, const char *const *rows)
{
	char first = gp_fold_first(s);
	size_t n = 0;

	for (; *rows && n == 0; rows++)
		n = first == **rows ? gp_fold_says(s, *rows) : 0;
	return n;
}
