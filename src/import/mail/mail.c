/* Mails (.eml) and pages saved whole (MHTML, RFC 2557): which of their parts
   are the article, and in what order they are read.  A mail's sender sent it;
   whether anyone wrote it is not decided here. */
#include "base/limits.h"
#include "import/import.h"
#include "import/mail/mail_article.h"
#include "import/mail/mail_claims.h"
#include "import/mail/mail_parts.h"
#include "import/mail/mail_rest.h"
#include "import/mail/mail_text.h"
#include "import/mail/mime_field.h"

/* ---- which part is what ---- */

/* A mail without words is refused by the one who reads them. */
static bool
choose(struct gp_mail *m)
{
	const struct gp_mime_part *page = gp_mail_page(&m->mime);
	size_t *said = gp_arena_array(m->arena, m->mime.count, sizeof *said);
	size_t i;

	m->shown = gp_arena_array(m->arena, m->mime.count, sizeof *m->shown);
	if (!said || !m->shown)
		return gp_arena_ok(m->arena, m->e);
	for (i = 0; i < m->mime.count && !m->page; i++)
		if (gp_mail_is_text(&m->mime.parts[i]))
			said[i] = gp_mail_said(&m->mime.parts[i]);
	if ((m->page || !gp_mail_choose(&m->mime, said, m->shown, m->arena)) &&
	    page)
		m->shown[page - m->mime.parts] = true;
	m->texts = gp_mail_in_order(&m->mime, m->shown, m->arena, &m->n_texts);
	return gp_arena_ok(m->arena, m->e);
}

/* ---- what is passed on ---- */

/* The words of a message, before anything of it is decoded. */
static size_t
size_of_texts(const struct gp_mime *mime)
{
	size_t i, n = 0;

	for (i = 0; i < mime->count; i++)
		if (gp_mail_is_text(&mime->parts[i]))
			n += mime->parts[i].body.n;
	return n;
}

static size_t
size_of_letter(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf bytes = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_err ignored = { 0 };
	struct gp_mime inner;
	size_t n = 0;

	gp_mime_body(p, &bytes);
	if (gp_mime_read(m->arena, gp_buf_view(&bytes), &inner, &ignored))
		n = size_of_texts(&inner);
	gp_buf_free(&bytes);
	return n;
}

/* A letter that only comes with the mail that is passed on in it: it says so,
   or it says far less. */
static bool
is_covering(struct gp_mail *m)
{
	bool forwarded = false;
	size_t i, inner = 0;

	for (i = 0; i < m->mime.count; i++)
		if (gp_mail_is_letter(&m->mime.parts[i]))
			inner += size_of_letter(m, &m->mime.parts[i]);
	(void)gp_mail_subject(m->mime.subject, &forwarded);
	return inner > 0 && !m->page &&
	       (forwarded || inner / 2 > size_of_texts(&m->mime));
}

/* ---- the whole ---- */

static bool
take_parts(struct gp_mail *m)
{
	size_t i;

	for (i = 0; i < m->mime.count; i++)
		if (!gp_mail_take_part(m, &m->mime.parts[i]))
			return false;
	return true;
}

/* It holds for all that the message brings. */
static void
mark(struct gp_mail *m, size_t before)
{
	size_t i;

	for (i = before; i < m->out->count; i++)
		gp_mail_claim_marking(m->out->drafts[i], &m->mime,
		                      &m->withheld);
}

static bool
read_mail(struct gp_mail *m)
{
	size_t before = m->out->count;

	if (!gp_mime_read(m->arena, m->source->data, &m->mime, m->e))
		return false;
	gp_mail_hear_of_readers(m);
	if (!choose(m))
		return false;
	if (is_covering(m) && !gp_mail_read_passed_on(m))
		return false;
	if (!m->draft && m->n_texts > 0 && !gp_mail_read_article(m))
		return false;
	if (!take_parts(m))
		return false;
	mark(m, before);
	if (m->draft)
		gp_mail_list_withheld(m);
	if (m->draft && m->mime.cut)
		m->draft->cut = m->mime.cut;
	return gp_arena_ok(m->arena, m->e) &&
	       (!m->draft || gp_arena_ok(m->draft->arena, m->e));
}

static bool
unpack_as(const struct gp_source_bytes *source, struct gp_articles *out,
          bool page, struct gp_diag *d, struct gp_err *e)
{
	struct gp_mail m = {
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

	/* In a digest, and in old mailboxes, nothing else is said. */
	return sure + mail >= 3 && sure >= 2 ? 85 : 0;
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
