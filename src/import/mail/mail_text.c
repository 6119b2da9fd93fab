/* From the bytes of a part to text, by the charset that it says and, where that
   is no help, by what the bytes are.  Whose words they are is not known here.
 */
#include "import/mail/mail_text.h"

#include "base/limits.h"
#include "base/text/charset.h"
#include "base/text/decode.h"
#include "import/guard/html_words.h"
#include "import/mail/cut_words.h"
#include "import/mail/mail_parts.h"

static void
decode(const struct gp_mime_part *p, struct gp_buf *raw, struct gp_buf *out)
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

static void
to_utf8(const struct gp_mime_part *p, struct gp_buf *raw, struct gp_buf *out)
{
	struct gp_buf lines = { .max = out->max };

	if (!p->flowed || !p->no_space || !gp_mail_is_plain(p)) {
		decode(p, raw, out);
		return;
	}
	decode(p, raw, &lines);
	gp_cut_words_join(gp_buf_view(&lines), out);
	gp_buf_inherit(out, &lines);
	gp_buf_free(&lines);
}

/* Of a page no header says whom it was for. */
static void
put_page(struct gp_mail *m, const struct gp_mime_part *p, struct gp_str text,
         struct gp_buf *out)
{
	struct gp_str place =
		m->mime.saved_from.n ? m->mime.saved_from : p->location;

	if (gp_withhold_page(&m->withheld, text, &place, out)) {
		m->mime.saved_from = place;
		m->is_place_personal = place.n == 0;
	} else {
		gp_buf_str(out, text);
	}
}

void
gp_mail_text(struct gp_mail *m, const struct gp_mime_part *p,
             struct gp_buf *raw, struct gp_buf *out)
{
	struct gp_buf whole = { .max = 4 * GP_MAX_SOURCE_BYTES };

	to_utf8(p, raw, &whole);
	if (m->page)
		put_page(m, p, gp_buf_view(&whole), out);
	else
		gp_withhold(&m->withheld, gp_buf_view(&whole),
		            !gp_mail_is_plain(p), out);
	gp_buf_inherit(out, &whole);
	gp_buf_free(&whole);
}

void
gp_mail_list_withheld(struct gp_mail *m)
{
	gp_withheld_list(&m->withheld, m->draft);
}

/* ---- whom it was for ---- */

/* The words of a part with all that is personal. */
static void
put_words(const struct gp_mime_part *p, struct gp_buf *out)
{
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };

	to_utf8(p, &raw, &text);
	if (gp_mail_is_plain(p))
		gp_buf_str(out, gp_buf_view(&text));
	else
		gp_html_plain(gp_buf_view(&text), true, out);
	gp_buf_free(&raw);
	gp_buf_free(&text);
}

static void
hear_part(struct gp_mail *m, const struct gp_mime_part *p)
{
	struct gp_buf words = { .max = 4 * GP_MAX_SOURCE_BYTES };

	put_words(p, &words);
	gp_mail_readers_quoted(&m->readers, gp_buf_view(&words));
	gp_buf_free(&words);
}

static bool
is_letter_in_letter(const struct gp_mail *m, const struct gp_mime_part *p)
{
	return gp_mail_is_letter(p) && !gp_str_eq(m->mime.parts[p->parent].type,
	                                          GP_STR("multipart/digest"));
}

static struct gp_str
without_personal(struct gp_mail *m, struct gp_str text)
{
	struct gp_buf out = { .max = 4 * GP_MAX_SOURCE_BYTES };

	gp_withhold(&m->withheld, text, false, &out);
	return gp_arena_buf(m->arena, &out);
}

/* Names of parts, the subject and what stands round the parts are withheld
   too. */
void
gp_mail_hear_of_readers(struct gp_mail *m)
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
	mime->outside = without_personal(m, mime->outside);
	for (i = 0; i < mime->count; i++)
		mime->parts[i].name =
			gp_withhold_line(&m->withheld, mime->parts[i].name);
}

/* ---- how much is said ---- */

bool
gp_mail_words(struct gp_mail *m, const struct gp_mime_part *p,
              struct gp_buf *out)
{
	struct gp_buf raw = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_buf text = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok;

	gp_mail_text(m, p, &raw, &text);
	if (gp_mail_is_plain(p))
		gp_buf_str(out, gp_buf_view(&text));
	else
		gp_html_plain(gp_buf_view(&text), true, out);
	ok = gp_buf_ok(&text, m->e) && gp_buf_ok(out, m->e) &&
	     gp_articles_count(m->out, text.len, m->e);
	gp_buf_free(&raw);
	gp_buf_free(&text);
	return ok;
}

size_t
gp_mail_said(const struct gp_mime_part *p)
{
	struct gp_buf words = { .max = 4 * GP_MAX_SOURCE_BYTES };
	struct gp_str rest, word;
	size_t n = 0;

	put_words(p, &words);
	rest = gp_buf_view(&words);
	while (gp_str_word(&rest, &word))
		if (gp_str_find(word, GP_STR("://"), 0) == word.n)
			n += word.n;
	gp_buf_free(&words);
	return n;
}
