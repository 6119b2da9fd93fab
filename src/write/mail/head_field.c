/* A field whose text is ASCII is folded at its spaces; any other is a row of
   encoded words, Q or B, whichever is shorter, each of whole characters.  No
   field is known by its meaning. */
#include "write/mail/head_field.h"

#include "base/hex.h"
#include "base/utf8.h"

#include <nettle/base64.h>
#include <stdio.h>

/* Bytes of a line; of one with encoded words; round the text of such a word,
   "=?utf-8?Q?" and "?="; of a name in its field. */
enum { LINE = 78, CODED_LINE = 76, WRAPPING = 12, LONGEST_NAME = 60 };

/* ---- what a text is ---- */

/* Its characters one by one; what no header may hold is a space, what is no
   UTF-8 is U+FFFD. */
static uint32_t
next_char(struct gp_str s, size_t *i)
{
	size_t from = *i;
	uint32_t c = gp_utf8_next(s, i);

	if (*i == from)
		*i = from + 1;
	if (c == GP_UTF8_BAD)
		return 0xFFFD;
	return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029
	               ? ' '
	               : c;
}

/* The same text with single spaces. */
static void
clean(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0, n;
	char bytes[4];
	uint32_t c;

	while (i < s.n) {
		c = next_char(s, &i);
		if (c == ' ' &&
		    (out->len == 0 || out->data[out->len - 1] == ' '))
			continue;
		n = gp_utf8_put(bytes, c);
		gp_buf_put(out, bytes, n);
	}
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

static bool
is_ascii(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] > 0x7E)
			return false;
	return true;
}

/* True when it can stand there as it is: no word is too long for a line, and
   none looks encoded. */
static bool
is_plain(struct gp_str s)
{
	struct gp_str word;

	if (!is_ascii(s) || gp_str_find(s, GP_STR("=?"), 0) < s.n)
		return false;
	while (gp_str_word(&s, &word))
		if (word.n > LONGEST_NAME)
			return false;
	return true;
}

/* ---- folding ---- */

static size_t
column(const struct gp_buf *out)
{
	size_t i = out->len;

	while (i > 0 && out->data[i - 1] != '\n')
		i--;
	return out->len - i;
}

/* A word behind a space, or on a new line where it does not fit. */
static void
put_word(struct gp_buf *out, struct gp_str word, size_t width)
{
	bool fits = column(out) + 1 + word.n <= width;

	gp_buf_puts(out, fits ? " " : "\n ");
	gp_buf_str(out, word);
}

static void
put_plain(struct gp_buf *out, struct gp_str text)
{
	struct gp_str word;

	while (gp_str_word(&text, &word))
		put_word(out, word, LINE);
}

/* ---- encoded words ---- */

/* Those that stand for themselves wherever an encoded word may be (RFC 2047,
   5, rule 3). */
static bool
is_safe(char c)
{
	return gp_is_alnum(c) || (c && strchr("!*+-/", c));
}

static size_t
q_size(struct gp_str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += is_safe(s.p[i]) || s.p[i] == ' ' ? 1 : 3;
	return n;
}

static void
put_q(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned c = (unsigned char)s.p[i];

		if (is_safe(s.p[i]))
			gp_buf_putc(out, s.p[i]);
		else if (c == ' ')
			gp_buf_putc(out, '_');
		else
			gp_buf_printf(out, "=%02X", c);
	}
}

static void
put_b(struct gp_buf *out, struct gp_str s)
{
	char coded[BASE64_ENCODE_RAW_LENGTH(LINE) + 1];

	if (s.n > LINE)
		return;
	base64_encode_raw(coded, s.n, (const uint8_t *)s.p);
	gp_buf_put(out, coded, BASE64_ENCODE_RAW_LENGTH(s.n));
}

static size_t
coded_size(struct gp_str s, bool q)
{
	return WRAPPING + (q ? q_size(s) : BASE64_ENCODE_RAW_LENGTH(s.n));
}

/* The most whole characters whose word has `room` bytes; at least one. */
static size_t
fitting(struct gp_str s, bool q, size_t room)
{
	size_t i = 0, end = 0;

	while (i < s.n) {
		(void)next_char(s, &i);
		if (end && coded_size(gp_str_sub(s, 0, i), q) > room)
			break;
		end = i;
		if (end >= room)
			break;
	}
	return end;
}

static void
put_coded(struct gp_buf *out, struct gp_str s)
{
	bool q = q_size(s) <= BASE64_ENCODE_RAW_LENGTH(s.n);
	size_t used, n;

	while (s.n) {
		used = column(out) + 1;
		if (used + WRAPPING + 12 > CODED_LINE) {
			gp_buf_puts(out, "\n");
			used = 1;
		}
		n = fitting(s, q, CODED_LINE - used);
		gp_buf_puts(out, q ? " =?utf-8?Q?" : " =?utf-8?B?");
		if (q)
			put_q(out, gp_str_sub(s, 0, n));
		else
			put_b(out, gp_str_sub(s, 0, n));
		gp_buf_puts(out, "?=");
		s = gp_str_sub(s, n, s.n);
	}
}

/* ---- fields ---- */

static void
begin(struct gp_buf *out, const char *field)
{
	gp_buf_puts(out, field);
	gp_buf_putc(out, ':');
}

void
gp_field_words(struct gp_buf *out, const char *field, struct gp_str text)
{
	struct gp_buf line = { .max = 0 };

	clean(text, &line);
	begin(out, field);
	if (is_plain(gp_buf_view(&line)))
		put_plain(out, gp_buf_view(&line));
	else
		put_coded(out, gp_buf_view(&line));
	gp_buf_putc(out, '\n');
	gp_buf_inherit(out, &line);
	gp_buf_free(&line);
}

/* A quoted string (RFC 5322, 3.2.4). */
static void
put_quoted(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	gp_buf_puts(out, " \"");
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			gp_buf_putc(out, '\\');
		gp_buf_putc(out, s.p[i]);
	}
	gp_buf_putc(out, '"');
}

static bool
is_word_char(char c)
{
	return gp_is_alnum(c) || c == ' ' || c == '-';
}

static void
put_name(struct gp_buf *out, struct gp_str name)
{
	if (!is_plain(name) || name.n > LONGEST_NAME)
		put_coded(out, name);
	else if (gp_str_all(name, is_word_char))
		put_plain(out, name);
	else
		put_quoted(out, name);
}

void
gp_field_mailbox(struct gp_buf *out, const char *field,
                 const struct gp_mailbox *box)
{
	struct gp_buf name = { .max = 0 }, angled = { .max = 0 };

	begin(out, field);
	clean(box->name, &name);
	put_name(out, gp_buf_view(&name));
	gp_buf_printf(&angled, name.len ? "<%.*s>" : "%.*s",
	              GP_ARG(box->address));
	put_word(out, gp_buf_view(&angled), LINE);
	gp_buf_putc(out, '\n');
	gp_buf_inherit(out, &name);
	gp_buf_inherit(out, &angled);
	gp_buf_free(&name);
	gp_buf_free(&angled);
}

void
gp_field_angles(struct gp_buf *out, const char *field,
                const struct gp_str *rows, size_t n, const char *between)
{
	struct gp_buf angled = { .max = 0 };
	size_t i;

	begin(out, field);
	for (i = 0; i < n; i++) {
		gp_buf_clear(&angled);
		gp_buf_printf(&angled, "<%.*s>%s", GP_ARG(rows[i]),
		              i + 1 < n ? between : "");
		put_word(out, gp_buf_view(&angled), LINE);
	}
	gp_buf_putc(out, '\n');
	gp_buf_inherit(out, &angled);
	gp_buf_free(&angled);
}

void
gp_field_date(struct gp_buf *out, const struct gp_date *date)
{
	static const char *const days[] = { "Mon", "Tue", "Wed", "Thu",
		                            "Fri", "Sat", "Sun" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
		                              "May", "Jun", "Jul", "Aug",
		                              "Sep", "Oct", "Nov", "Dec" };
	int zone = date->has_zone ? date->zone : 0;
	int ahead = zone < 0 ? -zone : zone;

	gp_buf_printf(out, "Date: %s, %d %s %04d %02d:%02d:%02d %c%02d%02d\n",
	              days[gp_date_weekday(date)], date->day,
	              months[date->month - 1], date->year, date->hour,
	              date->minute, date->second, zone < 0 ? '-' : '+',
	              ahead / 60, ahead % 60);
}
