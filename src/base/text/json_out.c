/* Commas, line ends and indents follow from two facts: how deep the value
   stands and whether something stands before it.  Of a string only the marks
   that JSON forbids are looked at; the rest goes over in runs.  It keeps no
   list of what is open: brackets that do not match are the caller's fault. */
#include "base/text/json_out.h"

#include "base/hex.h"

#include <inttypes.h>
#include <stdio.h>

enum { NUMBER_SIZE = 24 };

/* ---- layout ---- */

static void
begin_line(struct gp_json_out *j)
{
	unsigned i;

	gp_buf_putc(j->buf, '\n');
	for (i = 0; i < j->depth; i++)
		gp_buf_putc(j->buf, ' ');
}

/* What stands before a member: the one before it, or the bracket. */
static void
begin_member(struct gp_json_out *j)
{
	if (j->is_filled)
		gp_buf_putc(j->buf, ',');
	j->is_filled = true;
	if (j->depth)
		begin_line(j);
}

static void
begin_value(struct gp_json_out *j)
{
	if (!j->is_keyed)
		begin_member(j);
	j->is_keyed = false;
}

static void
put_word(struct gp_json_out *j, const char *word)
{
	begin_value(j);
	gp_buf_puts(j->buf, word);
}

void
gp_json_open(struct gp_json_out *j, char bracket)
{
	begin_value(j);
	gp_buf_putc(j->buf, bracket);
	j->depth++;
	j->is_filled = false;
}

void
gp_json_close(struct gp_json_out *j, char bracket)
{
	j->depth--;
	if (j->is_filled)
		begin_line(j);
	gp_buf_putc(j->buf, bracket);
	j->is_filled = true;
}

/* ---- strings ---- */

/* How many bytes from `i` on stand for themselves. */
static size_t
plain_bytes(struct gp_str s, size_t i)
{
	size_t from = i;

	while (i < s.n && (unsigned char)s.p[i] >= ' ' && s.p[i] != '"' &&
	       s.p[i] != '\\')
		i++;
	return i - from;
}

static void
put_escaped(struct gp_buf *b, char c)
{
	static const char marks[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = memchr(marks, c, sizeof marks - 1);
	unsigned char u = (unsigned char)c;

	gp_buf_putc(b, '\\');
	if (at) {
		gp_buf_putc(b, letters[at - marks]);
		return;
	}
	gp_buf_puts(b, "u00");
	gp_buf_putc(b, gp_hex_digit(u >> 4));
	gp_buf_putc(b, gp_hex_digit(u));
}

static void
put_quoted(struct gp_buf *b, struct gp_str s)
{
	size_t i = 0, n;

	gp_buf_putc(b, '"');
	while (i < s.n) {
		n = plain_bytes(s, i);
		gp_buf_put(b, s.p + i, n);
		i += n;
		if (i < s.n)
			put_escaped(b, s.p[i++]);
	}
	gp_buf_putc(b, '"');
}

/* ---- members ---- */

void
gp_json_key(struct gp_json_out *j, const char *key)
{
	begin_member(j);
	put_quoted(j->buf, gp_str(key));
	gp_buf_puts(j->buf, ": ");
	j->is_keyed = true;
}

void
gp_json_string(struct gp_json_out *j, struct gp_str s)
{
	begin_value(j);
	put_quoted(j->buf, s);
}

void
gp_json_number(struct gp_json_out *j, int64_t n)
{
	char digits[NUMBER_SIZE];

	(void)snprintf(digits, sizeof digits, "%" PRId64, n);
	put_word(j, digits);
}

void
gp_json_hundredths(struct gp_json_out *j, unsigned n)
{
	gp_json_number(j, n / 100);
	gp_buf_putc(j->buf, '.');
	gp_buf_putc(j->buf, (char)('0' + n / 10 % 10));
	if (n % 10)
		gp_buf_putc(j->buf, (char)('0' + n % 10));
}

void
gp_json_bool(struct gp_json_out *j, bool is)
{
	put_word(j, is ? "true" : "false");
}

void
gp_json_null(struct gp_json_out *j)
{
	put_word(j, "null");
}
