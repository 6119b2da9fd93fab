/* Texts of a message as blocks of a draft: letters, HTML, and pages that were
   saved whole.  What stands under a letter and round the parts is listed.
   Which parts are texts was decided before. */
#include "import/mail/mail_article.h"

#include "base/limits.h"
#include "base/text/decode.h"
#include "import/guard/guard.h"
#include "import/html/html.h"
#include "import/mail/forward.h"
#include "import/mail/letter.h"
#include "import/mail/mail_claims.h"
#include "import/mail/mail_parts.h"
#include "import/mail/mail_text.h"
#include "import/mail/newsletter.h"
#include "import/mail/uuencode.h"

/* A mark says UTF-8, whatever the page was saved in. */
static bool
read_page(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str text)
{
	struct gp_source_bytes page = { .name = m->source->name,
		                        .site = m->source->site };
	struct gp_buf whole = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok;

	page.url = m->mime.saved_from.n || m->is_place_personal
	                   ? m->mime.saved_from
	                   : p->location;
	gp_buf_puts(&whole, "\xEF\xBB\xBF");
	gp_buf_str(&whole, text);
	page.data = gp_buf_view(&whole);
	page.url = gp_clean_line(m->draft->arena, page.url);
	ok = gp_buf_ok(&whole, m->e) &&
	     gp_import_html.read(&page, m->draft, m->diag, m->e);
	m->draft->input.bom = false;
	gp_buf_free(&whole);
	return ok;
}

/* What stands under a letter is listed. */
static void
list_signatures(struct gp_draft *draft, struct gp_str lines)
{
	struct gp_str line;

	while (lines.n && gp_str_split(&lines, '\n', &line))
		gp_draft_leave_out(draft, gp_clean_line(draft->arena, line),
		                   GP_STR("signature"), GP_STR("two-dashes"));
}

static bool
read_html(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str html)
{
	return gp_html_fragment(m->draft, m->source->name, html,
	                        gp_clean_line(m->draft->arena, p->location),
	                        m->diag, m->e);
}

/* The words of a letter as its bytes have them: without files among its lines
   and without the letter that stands for a bullet. */
static void
put_heard(struct gp_str text, struct gp_buf *out)
{
	struct gp_str line, rest, word;
	size_t n;

	while (text.n) {
		n = gp_uu_file(text, &word);
		text = gp_str_sub(text, n, text.n);
		if (n > 0 || !gp_str_split(&text, '\n', &line))
			continue;
		rest = line;
		if (gp_str_word(&rest, &word) && gp_str_eq(word, GP_STR("o")))
			line = rest;
		gp_buf_str(out, line);
		gp_buf_putc(out, '\n');
	}
}

/* Of a letter without spaces at its line ends nobody else knows the words. */
static bool
guard_letter(struct gp_mail *m, const struct gp_mime_part *p,
             const struct gp_draft_block *last, struct gp_str text)
{
	struct gp_buf heard = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok = true;

	if (!p->no_space) {
		put_heard(text, &heard);
		ok = gp_buf_ok(&heard, m->e) &&
		     gp_guard_letter(m->draft, last, gp_buf_view(&heard), m->e);
	}
	gp_buf_free(&heard);
	return ok;
}

static bool
read_letter(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str text)
{
	const struct gp_draft_block *last = m->draft->last;
	struct gp_buf html = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_buf signatures = { .max = GP_MAX_SOURCE_BYTES };
	const struct gp_letter letter = {
		.name = m->source->name,
		.diag = m->diag,
		.arena = m->arena,
		.flowed = p->flowed,
		.no_space = p->no_space,
		.in_mailbox = gp_str_starts(m->source->data, GP_STR("From ")),
	};
	bool ok = gp_letter_html(&letter, text, &html, &signatures, m->e) &&
	          read_html(m, p, gp_buf_view(&html));

	if (ok)
		list_signatures(m->draft, gp_buf_view(&signatures));
	ok = ok && guard_letter(m, p, last, text);
	gp_buf_free(&html);
	gp_buf_free(&signatures);
	return ok;
}

static bool
read_words(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str text)
{
	if (gp_mail_is_plain(p))
		return read_letter(m, p, text);
	return m->page ? read_page(m, p, text) : read_html(m, p, text);
}

static bool
read_part(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok;

	gp_mail_text(m, p, &raw, &text);
	ok = gp_buf_ok(&text, m->e) &&
	     gp_articles_count(m->out, text.len, m->e) &&
	     read_words(m, p, gp_buf_view(&text));
	gp_buf_free(&raw);
	gp_buf_free(&text);
	return ok;
}

/* Of several parts the first says in what the mail is written. */
static void
note_encoding(struct gp_draft *draft, const struct gp_mime_part *p)
{
	if (draft->input.encoding.n)
		return;
	draft->input.encoding =
		p->charset.n ? gp_clean_line(draft->arena, p->charset)
			     : GP_STR("UTF-8");
}

static bool
read_shown(struct gp_mail *m)
{
	size_t i;

	for (i = 0; i < m->n_texts; i++) {
		note_encoding(m->draft, m->texts[i]);
		if (!read_part(m, m->texts[i]))
			return false;
	}
	return true;
}

/* What stands round the parts is shown by no reader of mail. */
static void
list_outside(struct gp_mail *m)
{
	gp_draft_leave_out(m->draft,
	                   gp_clean_line(m->draft->arena, m->mime.outside),
	                   GP_STR("outside-parts"), GP_STR("multipart"));
}

bool
gp_mail_read_article(struct gp_mail *m)
{
	m->draft = gp_articles_add(m->out, m->source, GP_STR(""), m->e);
	if (!m->draft || !read_shown(m))
		return false;
	if (m->draft->n_blocks == 0)
		return gp_fail(
			m->e, GP_INPUT,
			"holds no text; take it away, or skip it in pack.yaml");
	if (m->page || !gp_forward_find(m->draft, m->mime.subject, m->arena))
		gp_mail_claim(m->draft, &m->mime, m->page);
	if (!m->page)
		gp_newsletter_put_aside(m->draft, m->withheld.is_bulk);
	if (!m->page)
		list_outside(m);
	return gp_arena_ok(m->draft->arena, m->e);
}
