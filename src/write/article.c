/* What stands round the body of an article: see html.h.  It knows nothing of
   pages, packs or files. */
#include "write/html.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/pack.h"
#include "write/words.h"

#include <stdio.h>

void
gp_html_lang(struct gp_xml *x, struct gp_str lang)
{
	if (!gp_lang_ok(lang))
		return;
	gp_xml_attr(x, "lang", lang);
	gp_xml_attr(x, "xml:lang", lang);
	if (gp_lang_is_rtl(lang))
		gp_xml_attrz(x, "dir", "rtl");
}

/* ---- title and byline ---- */

struct gp_str
gp_title_text(const struct gp_doc *doc)
{
	return doc->title.text.n ? doc->title.text : gp_word(GP_W_UNTITLED);
}

static bool
any_role(const struct gp_byline *b, size_t *size)
{
	bool any = false;
	size_t i;

	*size = 1;
	for (i = 0; i < b->n_authors; i++) {
		*size += b->authors[i].display.n + b->authors[i].role.n +
		         sizeof " and , ";
		any = any || b->authors[i].role.n > 0;
	}
	return any;
}

/* "A, B and C"; with roles, whose commas would be lost in it, "A, role; B". */
static struct gp_str
joined_authors(const struct gp_doc *doc)
{
	const struct gp_byline *b = &doc->byline;
	size_t size, at = 0, i;
	bool roles = any_role(b, &size);
	char *p = gp_arena_alloc(doc->arena, size);

	for (i = 0; p && i < b->n_authors; i++) {
		const struct gp_author *a = &b->authors[i];
		const char *sep = roles ? "; " : ", ";

		if (!roles && i + 1 == b->n_authors)
			sep = " and ";
		at += (size_t)snprintf(p + at, size - at, "%s%.*s%s%.*s",
		                       i ? sep : "", GP_ARG(a->display),
		                       a->role.n ? ", " : "", GP_ARG(a->role));
	}
	return p ? (struct gp_str){ p, at } : GP_STR("");
}

struct gp_str
gp_byline_text(const struct gp_doc *doc)
{
	const struct gp_byline *b = &doc->byline;

	if (b->n_authors == 0)
		return b->text;
	if (b->n_authors == 1 && b->authors[0].role.n == 0)
		return b->authors[0].display;
	return joined_authors(doc);
}

/* ---- the header and the footer ---- */

void
gp_html_date(struct gp_xml *x, const struct gp_date *d)
{
	struct gp_date given = *d;
	char iso[GP_DATE_TEXT], words[GP_DATE_TEXT], clock[16];

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
	if (given.precision >= GP_MINUTE) {
		(void)snprintf(clock, sizeof clock, ", %02d:%02d",
		               given.hour % 100, given.minute % 100);
		gp_xml_text(x, gp_str(clock));
	}
	gp_xml_close_full(x);
}

static void
line(struct gp_xml *x, const char *class, struct gp_str text)
{
	if (text.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", class);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
byline(struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_str text = gp_byline_text(doc);

	gp_xml_need_arena(x, doc->arena);
	if (text.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "byline");
	if (doc->byline.n_authors) {
		gp_xml_text(x, gp_word(GP_W_BY));
		gp_xml_text(x, GP_STR(" "));
	}
	gp_xml_text(x, text);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
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
	size_t minutes = gp_reading_minutes(gp_doc_words(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	char text[64];

	if (!dated && !minutes)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	if (dated && roles[doc->date.role].said) {
		gp_xml_text(x, gp_word(roles[doc->date.role].word));
		gp_xml_text(x, GP_STR(" "));
	}
	gp_html_date(x, &doc->date.date);
	(void)snprintf(text, sizeof text, "%s%zu %s", dated ? " · " : "",
	               minutes, gp_word(GP_W_MIN_READ).p);
	if (minutes)
		gp_xml_text(x, gp_str(text));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_html_header(struct gp_xml *x, const struct gp_doc *doc)
{
	gp_xml_open(x, "header");
	gp_xml_text(x, GP_STR("\n"));
	line(x, "source", doc->source.name);
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, gp_title_text(doc));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	line(x, "standfirst", doc->standfirst.text);
	byline(x, doc);
	dateline(x, doc);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
original_link(struct gp_xml *x, struct gp_str url)
{
	struct gp_str host = gp_url_host(url);

	if (host.n == 0)
		return;
	gp_xml_open(x, "footer");
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "original");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", url);
	gp_xml_text(x, gp_word(GP_W_ORIGINAL_AT));
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, host);
	gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_html_footer(struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };

	if (gp_url(doc->url.text, &url))
		original_link(x, gp_buf_view(&url));
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
}
