/* Where a line may be broken is said by libunistring (UAX #14), of which only
   breaks behind spaces and between wide characters are taken: others would part
   addresses and compounds.  What a line means is not known. */
#include "write/mail/text_lines.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <unilbrk.h>
#include <uniwidth.h>

enum { WIDE = 2 };

struct text_filling {
	struct gp_buf *out;
	const struct gp_text_margin *margin;
	struct gp_str text;
	char *breaks;  /* one for each byte of the text */
	bool is_first; /* no line was written */
	bool may_flow;
};

/* ---- words ---- */

/* A character that a line may hold; else a space. */
static uint32_t
shown(uint32_t c)
{
	if (c == GP_UTF8_BAD)
		return 0xFFFD;
	return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 ||
	                       c == 0x2029
	               ? ' '
	               : c;
}

static void
put_char(struct gp_buf *out, uint32_t c)
{
	char bytes[4];

	gp_buf_put(out, bytes, gp_utf8_put(bytes, c));
}

/* The words with single spaces between. */
static void
put_words(struct gp_buf *out, struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = shown(gp_utf8_next(s, &i));
		if (c != ' ' || (out->len && out->data[out->len - 1] != ' '))
			put_char(out, c);
	}
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

static size_t
width_of(uint32_t c)
{
	int width = uc_width(c, "UTF-8");

	return width > 0 ? (size_t)width : 0;
}

static size_t
columns(struct gp_str s)
{
	size_t n = 0, i = 0;

	while (i < s.n)
		n += width_of(gp_utf8_next(s, &i));
	return n;
}

/* ---- lines ---- */

/* RFC 3676, 4.4: what would be taken for another thing than a line gets a space
   in front. */
static bool
wants_space(struct gp_str line)
{
	return line.n && (line.p[0] == ' ' || line.p[0] == '>' ||
	                  gp_str_starts(line, GP_STR("From ")));
}

static void
end_line(struct gp_buf *out, size_t from)
{
	struct gp_str line = gp_str_sub(gp_buf_view(out), from, out->len);
	struct gp_buf copy = { .max = 0 };

	if (wants_space(line)) {
		gp_buf_putc(&copy, ' ');
		gp_buf_str(&copy, line);
		out->len = from;
		gp_buf_str(out, gp_buf_view(&copy));
		gp_buf_inherit(out, &copy);
	}
	gp_buf_putc(out, '\n');
	gp_buf_free(&copy);
}

static const char *
margin_of(const struct text_filling *f)
{
	const char *margin = f->is_first ? f->margin->first : f->margin->rest;

	return margin ? margin : "";
}

static void
put_line(struct text_filling *f, size_t from, size_t to)
{
	struct gp_str line = gp_str_sub(f->text, from, to);
	bool flows = f->may_flow && to < f->text.n && line.n &&
	             line.p[line.n - 1] == ' ';
	size_t begin = f->out->len;

	while (line.n && line.p[line.n - 1] == ' ')
		line.n--;
	gp_buf_puts(f->out, margin_of(f));
	gp_buf_str(f->out, line);
	if (flows)
		gp_buf_putc(f->out, ' ');
	end_line(f->out, begin);
	f->is_first = false;
}

static bool
is_break(const struct text_filling *f, size_t i, size_t width_before)
{
	return i > 0 && f->breaks[i] == UC_BREAK_POSSIBLE &&
	       (f->text.p[i - 1] == ' ' || width_before == WIDE);
}

/* As many words on each line as it has room for. */
static void
fill(struct text_filling *f)
{
	size_t from = 0, last = 0, i = 0, column, before = 0, at, width;
	uint32_t c;

	column = columns(gp_str(margin_of(f)));
	while (i < f->text.n) {
		at = i;
		c = gp_utf8_next(f->text, &i);
		if (is_break(f, at, before))
			last = at;
		width = width_of(c);
		before = width;
		column += width;
		if (column <= GP_TEXT_COLUMNS || c == ' ' || last <= from)
			continue;
		put_line(f, from, last);
		from = i = last;
		column = columns(gp_str(margin_of(f)));
		before = 0;
	}
	put_line(f, from, f->text.n);
}

void
gp_text_paragraph(struct gp_buf *out, const struct gp_text_margin *m,
                  struct gp_str text)
{
	static const struct gp_text_margin none = { NULL, NULL };
	struct gp_buf words = { .max = 0 };
	struct text_filling f = { .out = out,
		                  .margin = m ? m : &none,
		                  .is_first = true };

	put_words(&words, text);
	f.text = gp_buf_view(&words);
	f.may_flow = !f.margin->rest || !f.margin->rest[0];
	f.breaks = f.text.n ? malloc(f.text.n) : NULL;
	if (f.breaks) {
		u8_possible_linebreaks((const uint8_t *)f.text.p, f.text.n,
		                       "UTF-8", f.breaks);
		fill(&f);
	} else if (f.text.n) {
		words.failed = GP_NOMEM;
	}
	gp_buf_inherit(out, &words);
	free(f.breaks);
	gp_buf_free(&words);
}

void
gp_text_underline(struct gp_buf *out, struct gp_str heading, char sign)
{
	size_t n = columns(heading);

	if (n > GP_TEXT_COLUMNS)
		n = GP_TEXT_COLUMNS;
	while (n-- > 0)
		gp_buf_putc(out, sign);
	gp_buf_putc(out, '\n');
}

void
gp_text_verbatim(struct gp_buf *out, const char *margin, struct gp_str line)
{
	size_t begin = out->len, i = 0;

	gp_buf_puts(out, margin);
	while (i < line.n)
		put_char(out, shown(gp_utf8_next(line, &i)));
	while (out->len > begin && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	end_line(out, begin);
}
