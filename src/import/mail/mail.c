/* Mails (.eml) and pages saved whole (MHTML, RFC 2557): which part of a
   message is the article, which are its pictures, and what the header fields
   say.  A mail's sender sent it; whether anyone wrote it is not decided
   here. */
#include "base/diag.h"
#include "base/limits.h"
#include "base/text/charset.h"
#include "base/text/decode.h"
#include "import/guard/guard.h"
#include "import/guard/html_words.h"
#include "import/html/html.h"
#include "import/import.h"
#include "import/mail/letter.h"
#include "import/mail/mail_claims.h"
#include "import/mail/mail_parts.h"
#include "import/mail/mail_readers.h"
#include "import/mail/mime.h"
#include "import/mail/mime_field.h"
#include "import/personal/withhold.h"

struct mail {
	const struct gp_source_bytes *source;
	struct gp_articles *out;
	struct gp_diag *diag;
	struct gp_err *e;
	struct gp_arena *arena;
	struct gp_mime mime;
	const struct gp_mime_part *article;
	struct gp_draft *draft; /* of it */
	bool page;              /* saved from a browser */
	struct gp_mail_readers readers;
	struct gp_withholding withheld;
};

/* ---- text ---- */

static void
to_utf8(const struct gp_mime_part *p, struct gp_buf *raw, struct gp_buf *out)
{
	struct gp_decoded text = { .bom = false };
	struct gp_err ignored = { 0 };

	gp_mime_body(p, raw);
	if (!gp_charset_convert(p->charset, gp_buf_view(raw), out) &&
	    gp_decode(gp_buf_view(raw), &text, &ignored))
		gp_buf_str(out, gp_buf_view(&text.text));
	gp_buf_inherit(out, raw);
	gp_buf_free(&text.text);
}

/* The text of a part, without what is its recipient's alone. */
static void
read_text(struct mail *m, const struct gp_mime_part *p, struct gp_buf *raw,
          struct gp_buf *out)
{
	struct gp_buf whole = { .max = 4 * GP_MAX_SOURCE_BYTES };

	to_utf8(p, raw, &whole);
	gp_withhold(&m->withheld, gp_buf_view(&whole), !gp_mail_is_plain(p),
	            out);
	gp_buf_inherit(out, &whole);
	gp_buf_free(&whole);
}

static void
list_withheld(struct mail *m)
{
	struct gp_draft *draft = m->draft;
	size_t room = draft->n_lines;

	gp_withheld_list(&m->withheld, draft, &room);
}

/* ---- whom it was for ---- */

static void
hear_part(struct mail *m, const struct gp_mime_part *p)
{
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_buf plain = { .max = 4 * GP_MAX_SOURCE_BYTES };

	to_utf8(p, &raw, &text);
	if (!gp_mail_is_plain(p))
		gp_html_plain(gp_buf_view(&text), &plain);
	gp_mail_readers_quoted(
		&m->readers, gp_buf_view(gp_mail_is_plain(p) ? &text : &plain));
	gp_buf_free(&raw);
	gp_buf_free(&text);
	gp_buf_free(&plain);
}

static bool
is_letter_in_letter(const struct mail *m, const struct gp_mime_part *p)
{
	return gp_str_eq(p->type, GP_STR("message/rfc822")) &&
	       !gp_str_eq(m->mime.parts[p->parent].type,
	                  GP_STR("multipart/digest"));
}

/* Before anything is told: names of parts and the subject are withheld too. */
static void
hear_of_readers(struct mail *m)
{
	struct gp_mime *mime = &m->mime;
	size_t i;

	m->readers = (struct gp_mail_readers){
		.arena = m->arena,
		.header = mime->header,
		.around = m->out->readers,
		.from = mime->from,
	};
	m->withheld = (struct gp_withholding){ .arena = m->arena };
	for (i = 0; i < mime->count; i++) {
		m->readers.is_forwarded |=
			is_letter_in_letter(m, &mime->parts[i]);
		if (gp_mail_is_text(&mime->parts[i]))
			hear_part(m, &mime->parts[i]);
	}
	gp_mail_readers_tell(&m->readers, &m->withheld);
	mime->subject = gp_withhold_line(&m->withheld, mime->subject);
	for (i = 0; i < mime->count; i++)
		mime->parts[i].name =
			gp_withhold_line(&m->withheld, mime->parts[i].name);
}

/* ---- the article ---- */

/* A mark says UTF-8, whatever the page was saved in. */
static bool
read_page(struct mail *m, struct gp_draft *draft, struct gp_str text)
{
	struct gp_source_bytes page = { .name = m->source->name,
		                        .site = m->source->site };
	struct gp_buf whole = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok;

	page.url = m->mime.saved_from.n ? m->mime.saved_from
	                                : m->article->location;
	gp_buf_puts(&whole, "\xEF\xBB\xBF");
	gp_buf_str(&whole, text);
	page.data = gp_buf_view(&whole);
	page.url = gp_clean_line(draft->arena, page.url);
	ok = gp_buf_ok(&whole, m->e) &&
	     gp_import_html.read(&page, draft, m->diag, m->e);
	draft->input.bom = false;
	gp_buf_free(&whole);
	return ok;
}

/* What stands under a letter is listed. */
static void
list_signatures(struct gp_draft *draft, struct gp_str lines)
{
	size_t room = draft->n_lines;
	struct gp_str line;

	while (lines.n && gp_str_split(&lines, '\n', &line))
		gp_draft_leave_out(draft, &room,
		                   gp_clean_line(draft->arena, line),
		                   GP_STR("signature"), GP_STR("two-dashes"));
}

static bool
read_html(struct mail *m, struct gp_draft *draft, struct gp_str html)
{
	struct gp_str base = gp_clean_line(draft->arena, m->article->location);

	if (!gp_html_fragment(draft, m->source->name, html, base, m->diag,
	                      m->e))
		return false;
	if (draft->n_blocks > 0)
		return true;
	return gp_fail(m->e, GP_INPUT,
	               "holds no text; take it away, or skip it in pack.yaml");
}

static bool
read_letter(struct mail *m, struct gp_draft *draft, struct gp_str text)
{
	struct gp_buf html = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_buf signatures = { .max = GP_MAX_SOURCE_BYTES };
	const struct gp_letter letter = {
		.name = m->source->name,
		.diag = m->diag,
		.arena = m->arena,
		.flowed = m->article->flowed,
		.no_space = m->article->no_space,
		.in_mailbox = gp_str_starts(m->source->data, GP_STR("From ")),
	};
	bool ok = gp_letter_html(&letter, text, &html, &signatures, m->e) &&
	          read_html(m, draft, gp_buf_view(&html));

	if (ok)
		list_signatures(draft, gp_buf_view(&signatures));
	gp_buf_free(&html);
	gp_buf_free(&signatures);
	return ok;
}

static bool
read_words(struct mail *m, struct gp_draft *draft, struct gp_str text)
{
	if (gp_mail_is_plain(m->article))
		return read_letter(m, draft, text);
	return m->page ? read_page(m, draft, text) : read_html(m, draft, text);
}

static bool
read_article(struct mail *m)
{
	struct gp_draft *draft =
		gp_articles_add(m->out, m->source, GP_STR(""), m->e);
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok = draft != NULL;

	m->draft = draft;
	if (ok) {
		draft->input.encoding =
			m->article->charset.n
				? gp_clean_line(draft->arena,
		                                m->article->charset)
				: GP_STR("UTF-8");
		read_text(m, m->article, &raw, &text);
		ok = gp_buf_ok(&text, m->e) &&
		     gp_articles_count(m->out, text.len, m->e);
	}
	if (ok)
		ok = read_words(m, draft, gp_buf_view(&text));
	if (ok)
		gp_mail_claim(draft, &m->mime, m->page);
	gp_buf_free(&raw);
	gp_buf_free(&text);
	return ok && gp_arena_ok(draft->arena, m->e);
}

/* ---- the other parts ---- */

static bool
keep_picture(struct mail *m, const struct gp_mime_part *p)
{
	struct gp_buf data = { .max = GP_MAX_IMAGE_BYTES };
	bool ok;

	gp_mime_body(p, &data);
	if (data.failed == GP_LIMIT) {
		gp_diag_add(m->diag, GP_WARNING, "picture", m->source->name, 0,
		            "a picture of more than %zu MiB is left out",
		            GP_MAX_IMAGE_BYTES / GP_MIB);
		gp_buf_free(&data);
		return true;
	}
	ok = gp_buf_ok(&data, m->e) &&
	     gp_articles_count(m->out, data.len, m->e) &&
	     gp_articles_attach(m->out, m->source, p->id,
	                        p->location.n ? p->location : p->name,
	                        gp_buf_view(&data), m->e);
	gp_buf_free(&data);
	return ok;
}

/* A mail in a mail is an article of its own. */
static bool
read_inner(struct mail *m, const struct gp_mime_part *p)
{
	struct gp_buf inner = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str outside = m->out->readers;
	bool ok;

	m->out->readers = gp_mail_readers_all(&m->readers);
	gp_mime_body(p, &inner);
	ok = gp_buf_ok(&inner, m->e) &&
	     gp_articles_count(m->out, inner.len, m->e) &&
	     gp_import_member(m->out, m->source,
	                      p->name.n ? p->name : GP_STR("mail.eml"),
	                      gp_buf_view(&inner), GP_STR(""), m->diag, m->e);
	m->out->readers = outside;
	gp_buf_free(&inner);
	return ok;
}

static void
say_left_out(struct mail *m, const struct gp_mime_part *p)
{
	if (gp_mail_is_text(p) && gp_str_trim(p->body).n == 0)
		return;
	gp_diag_add(m->diag, GP_WARNING, "left-out", m->source->name, 0,
	            "a part of the %s is left out: %.*s%s%.*s",
	            m->page ? "page" : "mail",
	            GP_ARG(gp_str_sub(p->type, 0, 60)), p->name.n ? ", " : "",
	            GP_ARG(gp_str_sub(p->name, 0, 80)));
}

/* What only the other form of a letter says is listed. */
static void
list_form(struct mail *m, const struct gp_mime_part *p, struct gp_str text,
          size_t words)
{
	struct gp_draft *draft = m->draft;
	size_t room = draft->n_lines;

	gp_draft_leave_out(draft, &room, gp_clean_line(draft->arena, text),
	                   GP_STR("other-form"),
	                   gp_clean_line(draft->arena, p->type));
	gp_diag_add(m->diag, GP_WARNING, "other-form", m->source->name, 0,
	            "the mail in another form (%.*s) has words that are not in "
	            "the one that was taken, %zu of them; it is listed as "
	            "dropped",
	            GP_ARG(gp_str_sub(p->type, 0, 60)), words);
}

static bool
compare_form(struct mail *m, const struct gp_mime_part *p)
{
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_buf plain = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_buf *words = gp_mail_is_plain(p) ? &text : &plain;
	size_t lost = 0;
	bool ok;

	read_text(m, p, &raw, &text);
	if (!gp_mail_is_plain(p))
		gp_html_plain(gp_buf_view(&text), &plain);
	ok = gp_buf_ok(&text, m->e) && gp_buf_ok(&plain, m->e) &&
	     gp_articles_count(m->out, text.len, m->e) &&
	     gp_guard_other_form(m->draft, gp_buf_view(words), &lost, m->e);
	if (ok && lost > 0)
		list_form(m, p, gp_buf_view(words), lost);
	gp_buf_free(&raw);
	gp_buf_free(&text);
	gp_buf_free(&plain);
	return ok && gp_arena_ok(m->draft->arena, m->e);
}

static bool
take_part(struct mail *m, const struct gp_mime_part *p)
{
	if (p == m->article || p->multi)
		return true;
	if (gp_str_starts(p->type, GP_STR("image/")))
		return keep_picture(m, p);
	if (gp_str_eq(p->type, GP_STR("message/rfc822")))
		return read_inner(m, p);
	/* Style sheets and frames of a page have nothing to say. */
	if (m->page)
		return true;
	if (gp_mail_is_text(p) && m->article &&
	    gp_mail_is_other_form(&m->mime, p, m->article))
		return compare_form(m, p);
	say_left_out(m, p);
	return true;
}

/* ---- the whole ---- */

static bool
read_mail(struct mail *m)
{
	size_t i;

	if (!gp_mime_read(m->arena, m->source->data, &m->mime, m->e))
		return false;
	hear_of_readers(m);
	m->article = gp_mail_article(&m->mime);
	if (m->article && !read_article(m))
		return false;
	for (i = 0; i < m->mime.count; i++)
		if (!take_part(m, &m->mime.parts[i]))
			return false;
	if (m->draft)
		list_withheld(m);
	return !m->draft || gp_arena_ok(m->draft->arena, m->e);
}

static bool
unpack_as(const struct gp_source_bytes *source, struct gp_articles *out,
          bool page, struct gp_diag *d, struct gp_err *e)
{
	struct mail m = {
		.source = source, .out = out, .diag = d, .e = e, .page = page
	};
	bool ok;

	m.arena = gp_arena_new(GP_MAX_DOC_ARENA);
	ok = m.arena ? read_mail(&m) : gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_free(&m.readers.to);
	gp_buf_free(&m.readers.author);
	gp_arena_free(m.arena);
	return ok;
}

static bool
unpack_mail(const struct gp_source_bytes *source, struct gp_articles *out,
            struct gp_diag *d, struct gp_err *e)
{
	return unpack_as(source, out, false, d, e);
}

static bool
unpack_page(const struct gp_source_bytes *source, struct gp_articles *out,
            struct gp_diag *d, struct gp_err *e)
{
	return unpack_as(source, out, true, d, e);
}

/* ---- sniffing ---- */

static bool
has_field(struct gp_str header, const char *name)
{
	struct gp_str line, key = gp_str(name);

	while (header.n && gp_str_split(&header, '\n', &line))
		if (gp_str_eq_nocase(gp_str_sub(line, 0, key.n), key) &&
		    gp_str_sub(line, key.n, key.n + 1).n &&
		    line.p[key.n] == ':')
			return true;
	return false;
}

static int
sniff_page(const struct gp_source_bytes *source)
{
	struct gp_str header =
		gp_mime_header(gp_str_sub(source->data, 0, 16 * GP_KIB));

	if (has_field(header, "Snapshot-Content-Location"))
		return 95;
	return has_field(header, "MIME-Version") &&
	                       has_field(header, "Content-Type") &&
	                       !has_field(header, "To") &&
	                       !has_field(header, "Message-ID") &&
	                       gp_str_find(header, GP_STR("multipart/related"),
	                                   0) < header.n
	               ? 92
	               : 0;
}

static int
sniff_mail(const struct gp_source_bytes *source)
{
	struct gp_str header = gp_mime_header(source->data);
	int sure = has_field(header, "From") + has_field(header, "Date") +
	           has_field(header, "Subject");
	int mail = has_field(header, "MIME-Version") +
	           has_field(header, "Message-ID") +
	           has_field(header, "Received");

	return sure >= 2 && mail >= 1 ? 85 : 0;
}

const struct gp_importer gp_import_mail = {
	.kind = "mail",
	.suffixes = " .eml ",
	.sniff = sniff_mail,
	.unpack = unpack_mail,
};

const struct gp_importer gp_import_mhtml = {
	.kind = "mhtml",
	.suffixes = " .mhtml .mht ",
	.sniff = sniff_page,
	.unpack = unpack_page,
};
