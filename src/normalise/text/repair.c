/* Repairs of what went wrong before the text came here: text decoded with
   the wrong table, ligatures, accents typed for apostrophes.  Whether the
   document speaks for them is not asked here: it was before (text.c). */
#include "normalise/text/steps.h"

#include "base/utf8.h"
#include "base/text/decode.h"
#include "base/text/fold.h"

enum { LONGEST_SEQUENCE = 4 };

static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl" };

/* How many bytes a UTF-8 sequence has that starts so; 0: none does. */
static size_t
length_of(int lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* A letter before a no-break space or an angle quote is a word's end, in French
   before both; but no word ends in the first bytes of Latin-1's characters. */
static bool
is_set_so(const char bytes[LONGEST_SEQUENCE], size_t n)
{
	size_t i;

	if (bytes[0] == '\xC2' || bytes[0] == '\xC3')
		return false;
	for (i = 1; i < n; i++)
		if (bytes[i] != '\xA0' && bytes[i] != '\xAB' &&
		    bytes[i] != '\xBB')
			return false;
	return true;
}

/* UTF-8 read as windows-1252 at byte `at`: the code point that was meant and
   the byte behind it; GP_UTF8_BAD when there is no such thing. */
static uint32_t
meant(struct gp_str s, size_t at, size_t *end)
{
	char bytes[LONGEST_SEQUENCE];
	size_t n = 0, need = 1, i = at, one = 0;
	int byte;

	while (n < need) {
		byte = gp_windows_1252_byte(gp_utf8_next(s, &i));
		if (n == 0)
			need = byte < 0 ? 0 : length_of(byte);
		if (byte < 0 || need == 0)
			return GP_UTF8_BAD;
		bytes[n++] = (char)byte;
	}
	if (is_set_so(bytes, n))
		return GP_UTF8_BAD;
	*end = i;
	return gp_utf8_next((struct gp_str){ bytes, n }, &one);
}

/* What may stand in a text at all; see decode.c.  What went wrong twice has
   controls (U+0080 to U+009F) half-way: bytes that windows-1252 lacks. */
static bool
is_fit(uint32_t c)
{
	return c != GP_UTF8_BAD && c >= 0x80 && !gp_is_noncharacter(c);
}

void
gp_count_mojibake(struct gp_str s, size_t *good, size_t *stray)
{
	size_t i = 0, end;

	while (i < s.n) {
		if ((unsigned char)s.p[i] < 0x80) {
			i++;
		} else if (is_fit(meant(s, i, &end))) {
			++*good;
			i = end;
		} else {
			++*stray;
			(void)gp_utf8_next(s, &i);
		}
	}
}

void
gp_fix_mojibake(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t i = 0, from = 0, end;
	uint32_t c;

	while (i < s.n) {
		c = (unsigned char)s.p[i] < 0x80 ? 0 : meant(s, i, &end);
		if (!is_fit(c)) {
			i++;
			continue;
		}
		gp_buf_put(out, s.p + from, i - from);
		gp_buf_utf8(out, c);
		fixes[GP_FIX_MOJIBAKE]++;
		from = i = end;
	}
	gp_buf_put(out, s.p + from, s.n - from);
}

void
gp_fix_letters(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t i, from = 0;

	for (i = 0; i + 2 < s.n; i++) {
		unsigned char last = (unsigned char)s.p[i + 2];

		if (s.p[i] != '\xEF' || s.p[i + 1] != '\xAC' || last < 0x80 ||
		    last > 0x84)
			continue;
		gp_buf_put(out, s.p + from, i - from);
		gp_buf_puts(out, ligatures[last - 0x80]);
		fixes[GP_FIX_LIGATURE]++;
		from = i + 3;
	}
	gp_buf_put(out, s.p + from, s.n - from);
}

/* ---- accents ---- */

/* What to print for the acute accent between `p` and `q`; NULL: itself. */
static const char *
for_acute(uint32_t p, uint32_t q)
{
	bool before = p != GP_UTF8_BAD && p != ' ' && p != 0xA0 && p != '\t' &&
	              p != '(' && p != '[';

	if (before && p < 0x80 && gp_is_digit((char)p) && !gp_is_word_char(q))
		return NULL; /* feet or minutes */
	if (before)
		return "\u2019";
	return gp_is_word_char(q) ? "'" : NULL;
}

static const char *
for_grave(uint32_t p, uint32_t q)
{
	return gp_is_word_char(p) && gp_is_word_char(q) ? "\u2019" : NULL;
}

void
gp_fix_accents(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t i = 0, at, next;
	uint32_t c, p = GP_UTF8_BAD;
	const char *mark;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		next = i;
		mark = NULL;
		if (c == 0xB4)
			mark = for_acute(p, gp_utf8_next(s, &next));
		else if (c == '`')
			mark = for_grave(p, gp_utf8_next(s, &next));
		if (mark) {
			gp_buf_puts(out, mark);
			fixes[GP_FIX_ACCENT]++;
		} else {
			gp_buf_put(out, s.p + at, i - at);
		}
		p = c;
	}
}
