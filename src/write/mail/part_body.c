/* Quoted-printable by hand and base64 by nettle.  What a way may change is
   encoded although it need not be: spaces at the end of a line, "From " at its
   beginning, a line that is a dot (RFC 2049, 3).  Nothing is read back. */
#include "write/mail/part_body.h"

#include <nettle/base64.h>

/* Bytes of a line, encoded; those that make such a line of base64. */
enum { LINE = 76, LINE_BYTES = LINE / 4 * 3 };

/* ---- base64 ---- */

static void
put_base64(struct gp_buf *out, struct gp_str s)
{
	char line[LINE + 1];
	size_t i, n;

	for (i = 0; i < s.n; i += n) {
		n = s.n - i < LINE_BYTES ? s.n - i : LINE_BYTES;
		base64_encode_raw(line, n, (const uint8_t *)s.p + i);
		gp_buf_put(out, line, BASE64_ENCODE_RAW_LENGTH(n));
		gp_buf_putc(out, '\n');
	}
}

/* Line ends of a text are CRLF before they are encoded (6.8). */
static void
put_text_base64(struct gp_buf *out, struct gp_str text)
{
	struct gp_buf whole = { .max = 0 };
	struct gp_str line;

	while (text.n && gp_str_split(&text, '\n', &line)) {
		gp_buf_str(&whole, line);
		gp_buf_puts(&whole, "\r\n");
	}
	put_base64(out, gp_buf_view(&whole));
	gp_buf_inherit(out, &whole);
	gp_buf_free(&whole);
}

/* ---- quoted-printable ---- */

static bool
is_literal(char c)
{
	return c == ' ' || (c > ' ' && c < 0x7F && c != '=');
}

/* A way may change the first byte, or the last, of such a line. */
static bool
is_risky(struct gp_str line, size_t i)
{
	return (i == 0 &&
	        (gp_str_starts(line, GP_STR("From ")) || line.p[0] == '.')) ||
	       (i + 1 == line.n && line.p[i] == ' ');
}

static void
put_quoted_line(struct gp_buf *out, struct gp_str line)
{
	size_t column = 0, i, size;
	bool literal;

	for (i = 0; i < line.n; i++) {
		literal = is_literal(line.p[i]) && !is_risky(line, i);
		size = literal ? 1 : 3;
		/* The last one needs no room for a sign that more comes. */
		if (column + size > LINE - (i + 1 < line.n)) {
			gp_buf_puts(out, "=\n");
			column = 0;
		}
		/* Nor may a broken line begin in a risky way. */
		if (column == 0 && i > 0 && literal &&
		    (line.p[i] == '.' || line.p[i] == 'F')) {
			literal = false;
			size = 3;
		}
		if (literal)
			gp_buf_putc(out, line.p[i]);
		else
			gp_buf_printf(out, "=%02X", (unsigned char)line.p[i]);
		column += size;
	}
	gp_buf_putc(out, '\n');
}

static void
put_quoted(struct gp_buf *out, struct gp_str text)
{
	struct gp_str line;

	while (text.n && gp_str_split(&text, '\n', &line))
		put_quoted_line(out, line);
}

/* ---- which ---- */

static size_t
count_literals(struct gp_str text)
{
	size_t n = 0, i;

	for (i = 0; i < text.n; i++)
		n += is_literal(text.p[i]) || text.p[i] == '\n';
	return n;
}

void
gp_body_text(struct gp_buf *out, struct gp_str text)
{
	size_t literals = count_literals(text);
	size_t quoted = literals + 3 * (text.n - literals);
	bool base64 = quoted > BASE64_ENCODE_RAW_LENGTH(text.n);

	gp_buf_printf(out, "Content-Transfer-Encoding: %s\n\n",
	              base64 ? "base64" : "quoted-printable");
	if (base64)
		put_text_base64(out, text);
	else
		put_quoted(out, text);
}

void
gp_body_bytes(struct gp_buf *out, struct gp_str bytes)
{
	gp_buf_puts(out, "Content-Transfer-Encoding: base64\n\n");
	put_base64(out, bytes);
}
