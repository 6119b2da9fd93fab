/* Numbers, references, lengths, strings and places of pages as PDF writes
   them (ISO 32000-1, 7.3), appended to a buffer.  Text that ASCII can say
   stays readable, all else is UTF-16.  It knows no object and no table. */
#include "write/pdf/file/values.h"

#include "base/hex.h"
#include "base/utf8.h"

enum { DIGITS = 20, REPLACEMENT = 0xFFFD };

/* By hand: there are very many of these. */
void
gp_put_int(struct gp_buf *b, const char *before, long long value)
{
	unsigned long long rest = (unsigned long long)value;
	char digits[DIGITS];
	size_t at = DIGITS;

	gp_buf_puts(b, before);
	if (value < 0) {
		gp_buf_putc(b, '-');
		rest = 0 - rest;
	}
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	gp_buf_put(b, digits + at, DIGITS - at);
}

void
gp_put_ref(struct gp_buf *b, const char *before, uint32_t number)
{
	gp_put_int(b, before, number);
	gp_buf_put(b, " 0 R", 4);
}

void
gp_put_length(struct gp_buf *b, const char *before, gp_len length)
{
	long long hundredths = ((long long)length * 100 + GP_PT / 2) / GP_PT;

	if (length < 0)
		hundredths = 0;
	gp_put_int(b, before, hundredths / 100);
	if (hundredths % 100 == 0)
		return;
	gp_buf_putc(b, '.');
	gp_buf_putc(b, (char)('0' + hundredths / 10 % 10));
	if (hundredths % 10)
		gp_buf_putc(b, (char)('0' + hundredths % 10));
}

/* ---- strings ---- */

void
gp_put_bytes(struct gp_buf *b, const char *before, struct gp_str bytes)
{
	size_t i;

	gp_buf_puts(b, before);
	gp_buf_putc(b, '(');
	for (i = 0; i < bytes.n; i++) {
		char c = bytes.p[i];

		if (c == '(' || c == ')' || c == '\\')
			gp_buf_putc(b, '\\');
		if (c == '\r')
			gp_buf_puts(b, "\\r");
		else
			gp_buf_putc(b, c);
	}
	gp_buf_putc(b, ')');
}

/* True when ASCII says it, in which all encodings agree. */
static bool
is_plain(struct gp_str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] < ' ' || text.p[i] > '~')
			return false;
	return true;
}

static void
put_unit(struct gp_buf *b, uint32_t unit)
{
	int shift;

	for (shift = 12; shift >= 0; shift -= 4)
		gp_buf_putc(b, gp_hex_digit(unit >> shift));
}

/* UTF-16, the high byte first (7.9.2.2). */
static void
put_code_point(struct gp_buf *b, uint32_t c)
{
	if (c == GP_UTF8_BAD)
		c = REPLACEMENT;
	if (c < ' ' || c == 0x7F)
		c = ' ';
	if (c > 0xFFFF) {
		put_unit(b, 0xD800 + ((c - 0x10000) >> 10));
		c = 0xDC00 + ((c - 0x10000) & 0x3FF);
	}
	put_unit(b, c);
}

void
gp_put_text(struct gp_buf *b, const char *before, struct gp_str text)
{
	size_t i = 0;

	if (is_plain(text)) {
		gp_put_bytes(b, before, text);
		return;
	}
	gp_buf_puts(b, before);
	gp_buf_puts(b, "<FEFF");
	while (i < text.n)
		put_code_point(b, gp_utf8_next(text, &i));
	gp_buf_putc(b, '>');
}

void
gp_put_goal(struct gp_buf *b, const char *before, uint32_t page, gp_len height,
            gp_len y)
{
	gp_buf_puts(b, before);
	gp_put_ref(b, "[", page);
	gp_put_length(b, "/XYZ null ", height - y);
	gp_buf_puts(b, " null]");
}
