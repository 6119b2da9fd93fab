/* Text taken character by character: what could move a cursor or turn a line
   is spelt out, the rest counted in columns (libunistring's widths) and
   wrapped at spaces.  What is too long for a line of its own runs over.  It
   asks no terminal for its width. */
#include "report/terminal_lines.h"

#include "base/utf8.h"

#include <uniwidth.h>

enum { REPLACEMENT = 0xFFFD, SHOWN_COLUMNS = 8 };

static bool
is_harmful(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/* The character at *i as it will be shown. */
static uint32_t
next_shown(struct gp_str s, size_t *i)
{
	uint32_t c = gp_utf8_next(s, i);

	if (c == GP_UTF8_BAD)
		return REPLACEMENT;
	return c == '\n' || c == '\t' ? ' ' : c;
}

static size_t
columns_of(uint32_t c)
{
	int width;

	if (is_harmful(c))
		return SHOWN_COLUMNS;
	width = uc_width(c, "UTF-8");
	return width > 0 ? (size_t)width : 0;
}

static void
put_character(struct gp_buf *out, uint32_t c)
{
	if (is_harmful(c))
		gp_buf_printf(out, "<U+%04X>", (unsigned)c);
	else
		gp_buf_utf8(out, c);
}

void
gp_put_safe(struct gp_buf *out, struct gp_str s)
{
	size_t i = 0;

	while (i < s.n)
		put_character(out, next_shown(s, &i));
}

size_t
gp_columns(struct gp_str s)
{
	size_t i = 0, columns = 0;

	while (i < s.n)
		columns += columns_of(next_shown(s, &i));
	return columns;
}

void
gp_put_short(struct gp_buf *out, struct gp_str s, size_t columns)
{
	size_t i = 0, used = 0, width;
	uint32_t c;

	if (gp_columns(s) <= columns) {
		gp_put_safe(out, s);
		return;
	}
	while (i < s.n) {
		c = next_shown(s, &i);
		width = columns_of(c);
		if (used + width + 1 > columns)
			break;
		used += width;
		put_character(out, c);
	}
	gp_buf_puts(out, "…");
}

/* The end of the word at `from` with the spaces before it. */
static size_t
word_end(struct gp_str s, size_t from)
{
	while (from < s.n && gp_is_space(s.p[from]))
		from++;
	while (from < s.n && !gp_is_space(s.p[from]))
		from++;
	return from;
}

void
gp_put_wrapped(struct gp_buf *out, struct gp_str s, size_t column,
               const char *next_line)
{
	size_t from = 0, to, width, start = column;

	for (; from < s.n; from = to) {
		struct gp_str part;

		to = word_end(s, from);
		part = gp_str_sub(s, from, to);
		width = gp_columns(part);
		if (column > start && column + width > GP_LINE_COLUMNS) {
			gp_buf_putc(out, '\n');
			gp_buf_puts(out, next_line);
			part = gp_str_trim(part);
			width = gp_columns(part);
			start = column = gp_str(next_line).n;
		}
		gp_put_safe(out, part);
		column += width;
	}
	gp_buf_putc(out, '\n');
}
