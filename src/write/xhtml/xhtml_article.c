/* What stands round the body of an article: see xhtml.h.  It knows nothing of
   pages, packs or files. */
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/pack.h"
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "write/xhtml/page_elements.h"

#include <stdio.h>

void
gp_xhtml_lang(struct gp_xml *x, struct gp_str lang)
{
	if (!gp_lang_ok(lang))
		return;
	gp_xml_attr(x, "lang", lang);
	gp_xml_attr(x, "xml:lang", lang);
	if (gp_lang_is_rtl(lang))
		gp_xml_attrz(x, "dir", "rtl");
	else if (gp_xml_runs_rtl(x))
		gp_xml_attrz(x, "dir", "ltr");
}

void
gp_xhtml_date(struct gp_xml *x, const struct gp_date *d,
              const struct gp_labels *l)
{
	struct gp_date given = *d;
	struct gp_buf words = { .max = 0 };
	char iso[GP_DATE_TEXT];
	bool apart;

	if (given.precision == GP_NO_DATE)
		return;
	/* HTML knows no leap second. */
	if (given.precision == GP_SECOND && given.second > 59)
		given.precision = GP_MINUTE;
	gp_date_iso(&given, iso);
	gp_day_put(l, &given, &words);
	/* An hour with a zone is another one where the reader is. */
	if (given.precision >= GP_MINUTE) {
		gp_buf_str(&words, gp_word(l, GP_W_COMMA));
		gp_clock_put(&given, &words);
	}
	apart = gp_xhtml_open_apart(x);
	gp_xml_open(x, "time");
	gp_xml_attrz(x, "datetime", iso);
	gp_xml_text(x, gp_buf_view(&words));
	gp_xml_close_full(x);
	if (apart)
		gp_xml_close_full(x);
	gp_xml_need_buf(x, &words);
	gp_buf_free(&words);
}

static void
write_line(struct gp_xml *x, const char *class, struct gp_str text)
{
	if (text.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", class);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

/* From right to left, "19 November" would be shown as "November 19", and what
   follows before both. */
void
gp_xhtml_own_words(struct gp_xml *x, const struct gp_labels *l,
                   struct gp_str around)
{
	struct gp_str own = gp_labels_lang(l);

	if (!gp_lang_ok(around) || gp_lang_is_same(own, around))
		return;
	gp_xhtml_lang(x, own);
	if (gp_lang_is_rtl(around) && !gp_lang_is_rtl(own))
		gp_xml_attrz(x, "dir", "ltr");
}

static void
put_by(struct gp_xml *x, const struct gp_doc *doc, const struct gp_labels *l)
{
	bool plain = !gp_lang_ok(doc->lang) ||
	             gp_lang_is_same(doc->lang, gp_labels_lang(l));

	if (!plain) {
		gp_xml_open(x, "span");
		gp_xhtml_own_words(x, l, doc->lang);
	}
	gp_xml_text(x, gp_word(l, GP_W_BY));
	if (!plain)
		gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" "));
}

static void
byline(struct gp_xml *x, const struct gp_doc *doc, const struct gp_labels *l)
{
	struct gp_buf text = { .max = 0 };

	gp_byline_text(doc, l, &text);
	gp_xml_need_buf(x, &text);
	if (text.len) {
		gp_xml_open(x, "p");
		gp_xml_attrz(x, "class", "byline");
		if (doc->byline.n_authors)
			put_by(x, doc, l);
		gp_xhtml_words(x, gp_buf_view(&text));
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR("\n"));
	}
	gp_buf_free(&text);
}

/* ---- date and length ---- */

/* The pattern round a day of that role, cut where the day goes. */
static void
role_words(enum gp_date_role role, const struct gp_labels *l,
           struct gp_str *before, struct gp_str *behind)
{
	static const struct gp_str hole = { "{day}", 5 };
	struct gp_str all = GP_STR("");
	size_t at;

	if (role == GP_MODIFIED)
		all = gp_word(l, GP_W_UPDATED_ON);
	else if (role == GP_AGGREGATED)
		all = gp_word(l, GP_W_POSTED_ON);
	at = gp_str_find(all, hole, 0);
	*before = gp_str_sub(all, 0, at);
	*behind = gp_str_sub(all, at + hole.n, all.n);
}

static void
day_of_role(struct gp_xml *x, const struct gp_dateline *date,
            const struct gp_labels *l)
{
	struct gp_str before, behind;

	if (date->date.precision == GP_NO_DATE)
		return;
	role_words(date->role, l, &before, &behind);
	gp_xml_text(x, before);
	gp_xhtml_date(x, &date->date, l);
	gp_xml_text(x, behind);
}

void
gp_xhtml_count(struct gp_xml *x, const struct gp_labels *l, enum gp_word word,
               size_t n)
{
	struct gp_buf text = { .max = 0 };
	bool apart = gp_xhtml_open_apart(x);

	gp_word_count(l, word, n, &text);
	gp_xml_text(x, gp_buf_view(&text));
	if (apart)
		gp_xml_close_full(x);
	gp_xml_need_buf(x, &text);
	gp_buf_free(&text);
}

static void
dateline(struct gp_xml *x, const struct gp_doc *doc, const struct gp_labels *l)
{
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	struct gp_buf printed = { .max = 0 };
	/* The line stands on the side of its article. */
	bool turned = gp_lang_is_rtl(doc->lang);

	gp_printed_place_put(doc, l, &printed);
	gp_xml_need_buf(x, &printed);
	if (!dated && !minutes && !printed.len) {
		gp_buf_free(&printed);
		return;
	}
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	if (turned)
		gp_xml_open(x, "bdi");
	gp_xhtml_own_words(x, l, doc->lang);
	day_of_role(x, &doc->date, l);
	if (dated && printed.len)
		gp_xml_text(x, GP_STR(" · "));
	gp_xhtml_name(x, gp_buf_view(&printed));
	if ((dated || printed.len) && minutes)
		gp_xml_text(x, GP_STR(" · "));
	if (minutes)
		gp_xhtml_count(x, l, GP_W_MINUTES, minutes);
	if (turned)
		gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_buf_free(&printed);
}

void
gp_xhtml_header(struct gp_xml *x, const struct gp_doc *doc,
                const struct gp_labels *l)
{
	gp_xml_open(x, "header");
	gp_xml_text(x, GP_STR("\n"));
	write_line(x, "source", doc->source.name);
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, gp_title_text(doc, l));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	write_line(x, "standfirst", doc->standfirst.text);
	byline(x, doc, l);
	dateline(x, doc, l);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
original_link(struct gp_xml *x, const struct gp_doc *doc,
              const struct gp_labels *l, struct gp_str url)
{
	struct gp_str host = gp_web_authority(url);

	if (host.n == 0)
		return;
	gp_xml_open(x, "footer");
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "original");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", url);
	gp_xhtml_own_words(x, l, doc->lang);
	gp_xml_text(x, gp_word(l, GP_W_ORIGINAL_AT));
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, host);
	gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
licence_line(struct gp_xml *x, const struct gp_doc *doc)
{
	if (doc->licence.words.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "original");
	if (!gp_lang_is_same(doc->lang, doc->licence.lang))
		gp_xml_attr(x, "lang", doc->licence.lang);
	gp_xml_text(x, doc->licence.words);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_footer(struct gp_xml *x, const struct gp_doc *doc,
                const struct gp_labels *l)
{
	struct gp_buf url = { .max = 0 };

	if (gp_url(doc->url.text, &url))
		original_link(x, doc, l, gp_buf_view(&url));
	licence_line(x, doc);
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
}
