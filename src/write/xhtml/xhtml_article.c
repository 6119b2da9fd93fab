/* What stands round the body of an article: see xhtml.h.  It knows nothing of
   pages, packs or files. */
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/pack.h"
#include "wording/words.h"

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
}

/* ", 06:00 UTC": an hour with a zone is another one where the reader is. */
static void
write_clock(struct gp_xml *x, const struct gp_date *d)
{
	char clock[16], zone[16] = "";
	int ahead = d->zone < 0 ? -d->zone : d->zone;

	(void)snprintf(clock, sizeof clock, ", %02d:%02d", d->hour % 100,
	               d->minute % 100);
	if (d->has_zone && ahead)
		(void)snprintf(zone, sizeof zone, "%s%02d:%02d",
		               d->zone < 0 ? "\u2212" : "+", ahead / 60 % 100,
		               ahead % 60);
	gp_xml_text(x, gp_str(clock));
	if (d->has_zone)
		gp_xml_text(x, GP_STR(" UTC"));
	gp_xml_text(x, gp_str(zone));
}

void
gp_xhtml_date(struct gp_xml *x, const struct gp_date *d)
{
	struct gp_date given = *d;
	char iso[GP_DATE_TEXT], words[GP_DATE_TEXT];

	if (given.precision == GP_NO_DATE)
		return;
	/* HTML knows no leap second. */
	if (given.precision == GP_SECOND && given.second > 59)
		given.precision = GP_MINUTE;
	gp_date_iso(&given, iso);
	gp_date_long(&given, words);
	gp_xml_open(x, "time");
	gp_xml_attrz(x, "datetime", iso);
	gp_xml_text(x, gp_str(words));
	if (given.precision >= GP_MINUTE)
		write_clock(x, &given);
	gp_xml_close_full(x);
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

static bool
is_foreign(struct gp_str lang)
{
	struct gp_str main = gp_str_sub(lang, 0, 2);
	bool english = gp_str_eq_nocase(main, GP_STR("en")) &&
	               (lang.n == 2 || lang.p[2] == '-');

	return gp_lang_ok(lang) && !english;
}

/* From right to left, "19 November" would be shown as "November 19", and what
   follows before both. */
void
gp_xhtml_own_words(struct gp_xml *x, struct gp_str around)
{
	if (!is_foreign(around))
		return;
	gp_xhtml_lang(x, GP_STR("en"));
	if (gp_lang_is_rtl(around))
		gp_xml_attrz(x, "dir", "ltr");
}

static void
put_by(struct gp_xml *x, const struct gp_doc *doc)
{
	bool plain = !is_foreign(doc->lang);

	if (!plain) {
		gp_xml_open(x, "span");
		gp_xhtml_own_words(x, doc->lang);
	}
	gp_xml_text(x, gp_word(GP_W_BY));
	if (!plain)
		gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" "));
}

static void
byline(struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_buf text = { .max = 0 };

	gp_byline_text(doc, &text);
	gp_xml_need_buf(x, &text);
	if (text.len) {
		gp_xml_open(x, "p");
		gp_xml_attrz(x, "class", "byline");
		if (doc->byline.n_authors) {
			put_by(x, doc);
		}
		gp_xml_text(x, gp_buf_view(&text));
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR("\n"));
	}
	gp_buf_free(&text);
}

static void
dateline(struct gp_xml *x, const struct gp_doc *doc)
{
	static const struct {
		bool said;
		enum gp_word word;
	} roles[] = {
		[GP_PUBLISHED] = { false, GP_W_COUNT },
		[GP_MODIFIED] = { true, GP_W_UPDATED },
		[GP_AGGREGATED] = { true, GP_W_POSTED },
	};
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	/* The line stands on the side of its article. */
	bool turned = gp_lang_is_rtl(doc->lang);
	char text[64];

	if (!dated && !minutes)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	if (turned)
		gp_xml_open(x, "bdi");
	gp_xhtml_own_words(x, doc->lang);
	if (dated && roles[doc->date.role].said) {
		gp_xml_text(x, gp_word(roles[doc->date.role].word));
		gp_xml_text(x, GP_STR(" "));
	}
	gp_xhtml_date(x, &doc->date.date);
	(void)snprintf(text, sizeof text, "%s%zu %s", dated ? " · " : "",
	               minutes, gp_word(GP_W_MIN_READ).p);
	if (minutes)
		gp_xml_text(x, gp_str(text));
	if (turned)
		gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_header(struct gp_xml *x, const struct gp_doc *doc)
{
	gp_xml_open(x, "header");
	gp_xml_text(x, GP_STR("\n"));
	write_line(x, "source", doc->source.name);
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, gp_title_text(doc));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	write_line(x, "standfirst", doc->standfirst.text);
	byline(x, doc);
	dateline(x, doc);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
original_link(struct gp_xml *x, const struct gp_doc *doc, struct gp_str url)
{
	struct gp_str host = gp_web_authority(url);

	if (host.n == 0)
		return;
	gp_xml_open(x, "footer");
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "original");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", url);
	gp_xhtml_own_words(x, doc->lang);
	gp_xml_text(x, gp_word(GP_W_ORIGINAL_AT));
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
	if (!gp_str_starts(doc->lang, doc->licence.lang))
		gp_xml_attr(x, "lang", doc->licence.lang);
	gp_xml_text(x, doc->licence.words);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_footer(struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };

	if (gp_url(doc->url.text, &url))
		original_link(x, doc, gp_buf_view(&url));
	licence_line(x, doc);
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
}
