/* What a message holds beside its article, part by part; nothing of it goes
   without a word.  It does not know whether the article shows a picture. */
#include "import/mail/mail_rest.h"

#include "base/limits.h"
#include "base/text/decode.h"
#include "import/guard/guard.h"
#include "import/mail/mail_parts.h"
#include "import/mail/mail_text.h"

static bool
keep_picture(struct gp_mail *m, const struct gp_mime_part *p)
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
read_inner(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf inner = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str name = p->name, outside = m->out->readers;
	bool ok;

	if (name.n == 0)
		name = gp_arena_printf(m->arena, "mail-%zu.eml", ++m->n_inner);
	m->out->readers = gp_mail_readers_all(&m->readers);
	gp_mime_body(p, &inner);
	ok = gp_buf_ok(&inner, m->e) &&
	     gp_articles_count(m->out, inner.len, m->e) &&
	     gp_import_member(m->out, m->source, name, gp_buf_view(&inner),
	                      GP_STR(""), m->diag, m->e);
	m->out->readers = outside;
	gp_buf_free(&inner);
	return ok;
}

static void
say_left_out(struct gp_mail *m, const struct gp_mime_part *p)
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
list_form(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str text,
          size_t words)
{
	struct gp_draft *draft = m->draft;

	gp_draft_leave_out(draft, gp_clean_line(draft->arena, text),
	                   GP_STR("other-form"),
	                   gp_clean_line(draft->arena, p->type));
	gp_diag_add(m->diag, GP_WARNING, "other-form", m->source->name, 0,
	            "the mail in another form (%.*s) has words that are not in "
	            "the one that was taken, %zu of them; it is listed as "
	            "dropped",
	            GP_ARG(gp_str_sub(p->type, 0, 60)), words);
}

static bool
compare_form(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf words = { .max = 4 * GP_MAX_SOURCE_BYTES };
	size_t lost = 0;
	bool ok;

	ok = gp_mail_words(m, p, &words) &&
	     gp_guard_other_form(m->draft, gp_buf_view(&words), &lost, m->e);
	if (ok && lost > 0)
		list_form(m, p, gp_buf_view(&words), lost);
	gp_buf_free(&words);
	return ok && gp_arena_ok(m->draft->arena, m->e);
}

bool
gp_mail_take_part(struct gp_mail *m, const struct gp_mime_part *p)
{
	if (m->shown[p - m->mime.parts] || p->multi)
		return true;
	if (gp_str_starts(p->type, GP_STR("image/")))
		return keep_picture(m, p);
	if (gp_mail_is_letter(p))
		return m->inner_read || read_inner(m, p);
	/* Style sheets and frames of a page have nothing to say. */
	if (m->page)
		return true;
	if (gp_mail_is_text(p) && m->draft)
		return compare_form(m, p);
	say_left_out(m, p);
	return true;
}

/* ---- what is passed on ---- */

static bool
list_covering(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf words = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok = gp_mail_words(m, p, &words);

	gp_draft_leave_out(m->draft,
	                   gp_clean_line(m->draft->arena, gp_buf_view(&words)),
	                   GP_STR("covering-letter"), GP_STR("forwarded"));
	gp_buf_free(&words);
	return ok;
}

bool
gp_mail_read_passed_on(struct gp_mail *m)
{
	size_t before = m->out->count, i;

	for (i = 0; i < m->mime.count; i++)
		if (gp_mail_is_letter(&m->mime.parts[i]) &&
		    !read_inner(m, &m->mime.parts[i]))
			return false;
	m->inner_read = true;
	if (m->out->count == before)
		return true;
	m->draft = m->out->drafts[before];
	for (i = 0; i < m->n_texts; i++)
		if (!list_covering(m, m->texts[i]))
			return false;
	return true;
}
