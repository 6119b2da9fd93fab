/* Header fields: where the header ends, a field by its name with its folded
   lines joined, and the encoded words in it as UTF-8.  A charset that nobody
   knows costs the characters beyond ASCII, not the field.  It knows neither
   parts nor bodies, and no field by its meaning. */
#include "import/mail/mime_field.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/charset.h"
#include "base/text/decode.h"
#include "base/text/mimecode.h"

/* ---- fields ---- */

/* "Name:" at the start of a line: printable and no colon in it. */
static size_t
field_name(struct gp_str line)
{
	size_t i = 0;

	while (i < line.n && line.p[i] > ' ' && line.p[i] < 0x7F &&
	       line.p[i] != ':')
		i++;
	return i < line.n && line.p[i] == ':' ? i : 0;
}

static bool
is_folded(struct gp_str line)
{
	return line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t');
}

/* Mail folders begin each message with such a line. */
static bool
is_envelope(struct gp_str line)
{
	return gp_str_starts(line, GP_STR("From ")) ||
	       gp_str_starts(line, GP_STR(">From "));
}

struct gp_str
gp_mime_header(struct gp_str bytes)
{
	struct gp_str rest = gp_str_sub(bytes, 0, GP_MAX_HEADER_BYTES), line;
	bool any = false;

	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (line.n == 0)
			return gp_str_sub(bytes, 0,
			                  any ? (size_t)(line.p - bytes.p) : 0);
		if (!field_name(line) && !(any && is_folded(line)) &&
		    !(!any && is_envelope(line)))
			return GP_STR("");
		any = any || field_name(line);
	}
	return rest.n == 0 && bytes.n < GP_MAX_HEADER_BYTES && any ? bytes
	                                                           : GP_STR("");
}

struct gp_str
gp_mime_field(struct gp_arena *a, struct gp_str header, const char *name)
{
	struct gp_buf value = { .max = GP_MAX_HEADER_BYTES };
	struct gp_str line;
	bool mine = false;
	size_t n;

	while (header.n && gp_str_split(&header, '\n', &line)) {
		if (mine && !is_folded(line))
			break;
		n = field_name(line);
		if (!mine && n &&
		    gp_str_eq_nocase(gp_str_sub(line, 0, n), gp_str(name))) {
			mine = true;
			line = gp_str_sub(line, n + 1, line.n);
		}
		if (!mine)
			continue;
		if (value.len)
			gp_buf_putc(&value, ' ');
		gp_buf_str(&value, gp_str_trim(line));
	}
	return gp_arena_buf(a, &value);
}

/* ---- encoded words ---- */

struct encoded_word {
	struct gp_str charset, text;
	char how; /* 'q' or 'b' */
};

/* A field read from left to right. */
struct word_search {
	struct gp_str field;
	size_t close; /* the "?=" found last */
};

/* The first "?=" from `from` on, which never goes back: a word that has no
   end does not make each one behind it look for it again. */
static size_t
close_from(struct word_search *f, size_t from)
{
	if (f->close < from)
		f->close = gp_str_find(f->field, GP_STR("?="), from);
	return f->close;
}

/* "=?charset?q?text?=" at `i`: where it ends, or 0. */
static size_t
encoded_word(struct word_search *f, size_t i, struct encoded_word *w)
{
	struct gp_str s = f->field;
	size_t a, c;

	if (!gp_str_starts(gp_str_sub(s, i, s.n), GP_STR("=?")))
		return 0;
	a = gp_str_find(s, GP_STR("?"), i + 2);
	if (a + 2 >= s.n || s.p[a + 2] != '?')
		return 0;
	w->how = gp_to_lower(s.p[a + 1]);
	if (w->how != 'q' && w->how != 'b')
		return 0;
	c = close_from(f, a + 3);
	if (c >= s.n)
		return 0;
	w->charset = gp_str_sub(s, i + 2, a);
	w->charset = gp_str_sub(w->charset, 0,
	                        gp_str_find(w->charset, GP_STR("*"), 0));
	w->text = gp_str_sub(s, a + 3, c);
	return c + 2;
}

static void
put_plain(struct gp_buf *out, struct gp_str bytes)
{
	size_t i;

	if (gp_utf8_valid(bytes) == bytes.n) {
		gp_buf_str(out, bytes);
		return;
	}
	for (i = 0; i < bytes.n; i++)
		gp_buf_utf8(out,
		            gp_windows_1252_char((unsigned char)bytes.p[i]));
}

/* What no encoded word says is in UTF-8 (RFC 6532), or else in what the body
   is in: who writes bytes there knows no other. */
static void
put_raw(struct gp_buf *out, struct gp_str charset, struct gp_str bytes)
{
	if (gp_utf8_valid(bytes) == bytes.n ||
	    !gp_charset_convert(charset, bytes, out))
		put_plain(out, bytes);
}

static void
put_utf8(struct gp_buf *out, struct gp_str charset, struct gp_str bytes)
{
	if (gp_charset_convert(charset, bytes, out))
		return;
	put_plain(out, bytes);
}

/* Words of one charset are joined before they are converted: mailers cut
   between the bytes of a character. */
static void
put_words(struct gp_buf *out, struct gp_buf *bytes,
          const struct encoded_word *last)
{
	put_utf8(out, last->charset, gp_buf_view(bytes));
	gp_buf_clear(bytes);
}

static void
put_bytes(struct gp_buf *bytes, const struct encoded_word *w)
{
	if (w->how == 'b')
		gp_base64_decode(w->text, bytes);
	else
		gp_quoted_decode(w->text, true, bytes);
}

/* The white space between two encoded words is none. */
static size_t
skip_between(struct word_search *f, size_t i)
{
	struct encoded_word ignored;
	size_t k = i;

	while (k < f->field.n && gp_is_space(f->field.p[k]))
		k++;
	return encoded_word(f, k, &ignored) ? k : i;
}

struct gp_str
gp_mime_words(struct gp_arena *a, struct gp_str field, struct gp_str raw)
{
	struct gp_buf out = { .max = GP_MAX_HEADER_BYTES * 4 };
	struct gp_buf bytes = { .max = GP_MAX_HEADER_BYTES };
	struct word_search search = { .field = field };
	struct encoded_word w, last = { .how = '\0' };
	size_t i = 0, from = 0, end;

	while (i < field.n) {
		end = encoded_word(&search, i, &w);
		if (end && last.how &&
		    !gp_str_eq_nocase(w.charset, last.charset))
			put_words(&out, &bytes, &last);
		if (end) {
			put_raw(&out, raw, gp_str_sub(field, from, i));
			put_bytes(&bytes, &w);
			last = w;
			i = from = skip_between(&search, end);
			continue;
		}
		if (last.how)
			put_words(&out, &bytes, &last);
		last.how = '\0';
		i++;
	}
	if (last.how)
		put_words(&out, &bytes, &last);
	put_raw(&out, raw, gp_str_sub(field, from, field.n));
	gp_buf_inherit(&out, &bytes);
	gp_buf_free(&bytes);
	return gp_arena_buf(a, &out);
}
