/* A message cut into its parts: found by their boundaries, in the order of
   the file, each a view of the bytes with what its own header says of type,
   name and encoding.  Depth and number of parts have limits, and no part is
   decoded before it is asked for.  It does not know which part is the
   article. */
#include "import/mail/mime.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/text/mimecode.h"
#include "base/vec.h"
#include "import/guard/cut_end.h"
#include "import/mail/mime_field.h"
#include "import/mail/mime_parameter.h"

struct reading {
	struct gp_arena *arena;
	struct gp_mime *mime;
	size_t room;
	struct gp_buf outside;
	struct gp_err *e;
};

/* ---- fields ---- */

static struct gp_str
small(struct gp_arena *a, struct gp_str s)
{
	struct gp_buf b = { .max = GP_MAX_HEADER_BYTES };
	size_t i;

	for (i = 0; i < s.n; i++)
		gp_buf_putc(&b, gp_to_lower(s.p[i]));
	return gp_arena_buf(a, &b);
}

static enum gp_transfer
transfer_of(struct gp_str field)
{
	field = gp_mime_token(field);
	if (gp_str_eq_nocase(field, GP_STR("base64")))
		return GP_BASE64;
	return gp_str_eq_nocase(field, GP_STR("quoted-printable"))
	               ? GP_QUOTED_PRINTABLE
	               : GP_AS_IT_IS;
}

static struct gp_str
without_brackets(struct gp_str s)
{
	if (s.n > 1 && s.p[0] == '<' && s.p[s.n - 1] == '>')
		return gp_str_sub(s, 1, s.n - 1);
	return s;
}

/* ---- parts ---- */

static struct gp_mime_part *
new_part(struct reading *r)
{
	struct gp_mime *m = r->mime;
	struct gp_mime_part *part;

	if (m->count >= GP_MAX_PARTS) {
		gp_fail(r->e, GP_LIMIT, "has more than %zu parts",
		        GP_MAX_PARTS);
		return NULL;
	}
	part = GP_VEC_ADD(r->arena, m->parts, m->count, r->room);
	if (part)
		*part = (struct gp_mime_part){ .multi = false };
	else
		gp_arena_ok(r->arena, r->e);
	return part;
}

static void
read_fields(struct gp_arena *a, struct gp_str header, bool in_digest,
            struct gp_mime_part *p)
{
	struct gp_str type = gp_mime_field(a, header, "Content-Type");
	struct gp_str disposition =
		gp_mime_field(a, header, "Content-Disposition");

	p->type = small(a, gp_mime_token(type));
	/* In a digest it goes without saying (RFC 2046, section 5.1.5). */
	if (p->type.n == 0)
		p->type = in_digest ? GP_STR("message/rfc822")
		                    : GP_STR("text/plain");
	p->multi = gp_str_starts(p->type, GP_STR("multipart/"));
	p->charset = gp_mime_parameter(type, "charset");
	p->boundary = gp_mime_text_parameter(a, type, "boundary", GP_STR(""));
	p->start = without_brackets(gp_mime_parameter(type, "start"));
	p->flowed = gp_str_eq_nocase(gp_mime_parameter(type, "format"),
	                             GP_STR("flowed"));
	p->no_space = gp_str_eq_nocase(gp_mime_parameter(type, "delsp"),
	                               GP_STR("yes"));
	p->name =
		gp_mime_text_parameter(a, disposition, "filename", p->charset);
	if (p->name.n == 0)
		p->name = gp_mime_text_parameter(a, type, "name", p->charset);
	p->attached = gp_str_eq_nocase(gp_str_sub(disposition, 0, 10),
	                               GP_STR("attachment"));
	p->id = without_brackets(gp_mime_field(a, header, "Content-ID"));
	p->location = gp_mime_field(a, header, "Content-Location");
	p->transfer = transfer_of(
		gp_mime_field(a, header, "Content-Transfer-Encoding"));
}

static struct gp_str
skip_blank_line(struct gp_str s)
{
	size_t i = s.n && s.p[0] == '\r' ? 1 : 0;

	return i < s.n && s.p[i] == '\n' ? gp_str_sub(s, i + 1, s.n) : s;
}

/* A part from its bytes: header fields, a blank line, the body. */
static bool
add_part(struct reading *r, struct gp_str bytes, size_t parent, unsigned depth)
{
	struct gp_mime_part *p = new_part(r);
	struct gp_str header = gp_mime_header(bytes);
	bool in_digest;

	if (!p)
		return false;
	*p = (struct gp_mime_part){ .parent = parent, .depth = depth };
	in_digest = gp_str_eq(r->mime->parts[parent].type,
	                      GP_STR("multipart/digest"));
	read_fields(r->arena, header, in_digest, p);
	p->body = skip_blank_line(gp_str_sub(bytes, header.n, bytes.n));
	return gp_arena_ok(r->arena, r->e);
}

/* The next line of `s` from *i that is a delimiter: the offset where it
   begins, or s.n; *i moves past the line. */
static size_t
next_delimiter(struct gp_str s, struct gp_str boundary, size_t *i, bool *last)
{
	struct gp_str line;
	size_t from, end;

	while (*i < s.n) {
		from = *i;
		end = gp_str_find(s, GP_STR("\n"), from);
		*i = end + 1;
		line = gp_str_sub(s, from, end);
		if (!gp_str_starts(line, GP_STR("--")) ||
		    !gp_str_starts(gp_str_sub(line, 2, line.n), boundary))
			continue;
		line = gp_str_trim(gp_str_sub(line, 2 + boundary.n, line.n));
		*last = gp_str_starts(line, GP_STR("--"));
		if (line.n == 0 || *last)
			return from;
	}
	return s.n;
}

/* The line end before a delimiter belongs to it. */
static struct gp_str
between(struct gp_str s, size_t from, size_t to)
{
	if (to > from && to <= s.n && s.p[to - 1] == '\n')
		to--;
	if (to > from && s.p[to - 1] == '\r')
		to--;
	return gp_str_sub(s, from, to);
}

/* No reader of mail shows it (RFC 2046, section 5.1.1). */
static void
put_outside(struct reading *r, struct gp_str text)
{
	text = gp_str_trim(text);
	if (text.n && r->outside.len)
		gp_buf_putc(&r->outside, '\n');
	gp_buf_str(&r->outside, text);
}

static bool
split_multipart(struct reading *r, size_t index)
{
	struct gp_mime_part p = r->mime->parts[index];
	size_t i = 0, from, at;
	bool last = false;

	if (p.boundary.n == 0)
		return gp_fail(r->e, GP_INPUT,
		               "is mail in parts without a boundary");
	if (p.depth >= GP_MAX_MIME_DEPTH)
		return gp_fail(r->e, GP_LIMIT,
		               "nests its parts more than %d deep",
		               GP_MAX_MIME_DEPTH);
	p.first = r->mime->count;
	at = next_delimiter(p.body, p.boundary, &i, &last);
	put_outside(r, gp_str_sub(p.body, 0, at));
	while (at < p.body.n && !last) {
		from = i;
		at = next_delimiter(p.body, p.boundary, &i, &last);
		if (!add_part(r, between(p.body, from, at), index, p.depth + 1))
			return false;
	}
	put_outside(r, gp_str_sub(p.body, i, p.body.n));
	/* Mailers forget ends of parts in parts; of the whole they do not. */
	if (index == 0 && !last)
		r->mime->cut = "its parts";
	r->mime->parts[index].first = p.first;
	r->mime->parts[index].holds = r->mime->count - p.first;
	return true;
}

/* Of the first part that has one. */
static struct gp_str
body_charset(const struct gp_mime *m)
{
	size_t i = 0;

	while (i < m->count && m->parts[i].charset.n == 0)
		i++;
	return i < m->count ? m->parts[i].charset : GP_STR("");
}

static void
read_message(struct gp_arena *a, struct gp_str header, struct gp_mime *m)
{
	struct gp_str raw = body_charset(m);

	m->subject = gp_mime_words(a, gp_mime_field(a, header, "Subject"), raw);
	m->from = gp_mime_words(a, gp_mime_field(a, header, "From"), raw);
	m->date = gp_mime_field(a, header, "Date");
	m->saved_from = gp_mime_field(a, header, "Snapshot-Content-Location");
	m->header = header;
	m->has_version = gp_mime_field(a, header, "MIME-Version").n > 0;
}

static bool
is_base64(const struct gp_mime_part *p)
{
	return p->transfer == GP_BASE64 && !p->multi;
}

/* The message itself; parts have an end of their own. */
static bool
ends_in_base64(const struct gp_mime *m)
{
	const struct gp_mime_part *p = &m->parts[0];

	return is_base64(p) && gp_base64_behind(p->body).n == 0 &&
	       gp_base64_cut(p->body);
}

/* Lists and scanners write what they add behind a body that is encoded. */
static void
put_behind_base64(struct reading *r, const struct gp_mime_part *p)
{
	if (is_base64(p) && gp_str_starts(p->type, GP_STR("text/")))
		put_outside(r, gp_base64_behind(p->body));
}

bool
gp_mime_read(struct gp_arena *a, struct gp_str bytes, struct gp_mime *out,
             struct gp_err *e)
{
	struct reading r = { .arena = a,
		             .mime = out,
		             .outside = { .max = GP_MAX_SOURCE_BYTES },
		             .e = e };
	struct gp_str header;
	size_t i;
	bool ok;

	*out = (struct gp_mime){ .parts = NULL };
	if (gp_str_starts(bytes, GP_STR("\xEF\xBB\xBF")))
		bytes = gp_str_sub(bytes, 3, bytes.n);
	header = gp_mime_header(bytes);
	if (header.n == 0)
		return gp_fail(e, GP_INPUT,
		               "is no mail: it does not begin with header "
		               "fields");
	ok = add_part(&r, bytes, 0, 0);
	for (i = 0; ok && i < out->count; i++)
		ok = !out->parts[i].multi || split_multipart(&r, i);
	for (i = 0; ok && i < out->count; i++)
		put_behind_base64(&r, &out->parts[i]);
	if (ok && !out->cut && ends_in_base64(out))
		out->cut = "a part in base64";
	out->outside = gp_arena_buf(a, &r.outside);
	read_message(a, header, out);
	return ok && gp_arena_ok(a, e);
}

void
gp_mime_body(const struct gp_mime_part *part, struct gp_buf *out)
{
	if (part->transfer == GP_BASE64)
		gp_base64_decode(part->body, out);
	else if (part->transfer == GP_QUOTED_PRINTABLE)
		gp_quoted_decode(part->body, false, out);
	else
		gp_buf_str(out, part->body);
}
