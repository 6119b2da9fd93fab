/* The page about the pack: rights, sources, and what was done to the text of
   each article, in one sentence that can be checked. */
#include "write/epub/epub.h"

#include <stdio.h>

static size_t
line_count(struct gp_str raw)
{
	struct gp_str line;
	size_t n = 0;

	while (gp_str_split(&raw, '\n', &line))
		n += gp_str_trim(line).n > 0;
	return n;
}

/* How many lines went for this reason; 0 when it was met before `at`, so that
   each reason is told once. */
static size_t
lines_for(const struct gp_doc *doc, const struct gp_dropped *at)
{
	const struct gp_dropped *d;
	size_t n = 0;

	for (d = doc->dropped; d; d = d->next) {
		if (!gp_str_eq(d->reason, at->reason))
			continue;
		if (n == 0 && d != at)
			return 0;
		n += line_count(d->raw);
	}
	return n;
}

static size_t
all_lines(const struct gp_doc *doc)
{
	const struct gp_dropped *d;
	size_t n = 0;

	for (d = doc->dropped; d; d = d->next)
		n += line_count(d->raw);
	return n;
}

static void
put_count(struct gp_xml *x, const char *before, size_t count, const char *after)
{
	char text[64];

	(void)snprintf(text, sizeof text, "%s%zu%s", before, count, after);
	gp_xml_text(x, gp_str(text));
}

/* "no-break spaces made plain (8), runs of spaces closed up (3)" */
static void
repairs(struct gp_xml *x, const struct gp_doc *doc)
{
	const struct gp_repair *r;

	for (r = doc->repairs; r; r = r->next) {
		gp_xml_text(x, r == doc->repairs ? GP_STR("") : GP_STR(", "));
		gp_xml_text(x, gp_word_for(r->name));
		put_count(x, " (", r->count, ")");
	}
}

/* "4 lines left out: links to other articles (3), sharing buttons (1)" */
static void
left_out(struct gp_xml *x, const struct gp_doc *doc)
{
	const struct gp_dropped *d;
	size_t all = all_lines(doc), n;
	bool begun = false;

	put_count(x, doc->repairs ? "; " : "", all, " ");
	gp_xml_text(x, gp_word(all == 1 ? GP_W_LINE : GP_W_LINES));
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, gp_word(GP_W_LEFT_OUT));
	gp_xml_text(x, GP_STR(": "));
	for (d = doc->dropped; d; d = d->next) {
		n = lines_for(doc, d);
		if (n == 0)
			continue;
		gp_xml_text(x, begun ? GP_STR(", ") : GP_STR(""));
		gp_xml_text(x, gp_word_for(d->reason));
		put_count(x, " (", n, ")");
		begun = true;
	}
}

static void
preparation(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(i, path);
	gp_xml_open(x, "li");
	gp_xml_open(x, "cite");
	gp_epub_doc_lang(ep, x, doc);
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", path);
	gp_xml_text(x, gp_title_text(doc));
	gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(": "));
	repairs(x, doc);
	if (all_lines(doc))
		left_out(x, doc);
	else if (!doc->repairs)
		gp_xml_text(x, gp_word(GP_W_AS_IT_CAME));
	if (doc->repairs || all_lines(doc))
		gp_xml_text(x, GP_STR("."));
	gp_epub_close(x);
}

static void
source(const struct gp_epub *ep, struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_str name = doc->source.name;
	struct gp_buf url = { .max = 0 };

	gp_xml_open(x, "li");
	gp_xml_open(x, "cite");
	gp_epub_doc_lang(ep, x, doc);
	if (gp_url(doc->url.text, &url)) {
		gp_xml_open(x, "a");
		gp_xml_attr(x, "href", gp_buf_view(&url));
	}
	gp_xml_text(x, gp_title_text(doc));
	if (url.len)
		gp_xml_close_full(x);
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(": "));
	gp_xml_text(x, name.n ? name : gp_word(GP_W_SOURCE_UNKNOWN));
	if (doc->date.date.precision != GP_NO_DATE)
		gp_xml_text(x, GP_STR(", "));
	gp_html_date(x, &doc->date.date);
	gp_epub_close(x);
}

static void
each_article(const struct gp_epub *ep, struct gp_xml *x, bool of_preparation)
{
	size_t i;

	gp_epub_open(x, "ul");
	for (i = 0; i < ep->pack->n_entries; i++)
		if (of_preparation)
			preparation(ep, x, i);
		else
			source(ep, x, ep->pack->entries[i].doc);
	gp_epub_close(x);
}

void
gp_epub_about(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_epub_open_page(ep, x, "", ep->lang, gp_word(GP_W_ABOUT));
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "epub:type", "colophon");
	gp_xml_attrz(x, "role", "doc-colophon");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_attrz(x, "class", "colophon");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, gp_word(GP_W_ABOUT));
	gp_epub_close(x);
	if (ep->pack->info.rights.n) {
		gp_epub_line(x, "h2", NULL, gp_word(GP_W_RIGHTS));
		gp_epub_line(x, "p", NULL, ep->pack->info.rights);
	}
	gp_epub_line(x, "h2", NULL, gp_word(GP_W_SOURCES));
	each_article(ep, x, false);
	gp_epub_line(x, "h2", NULL, gp_word(GP_W_HOW_MADE));
	gp_epub_line(x, "p", NULL, gp_word(GP_W_HOW_MADE_TEXT));
	each_article(ep, x, true);
	gp_epub_close(x);
	gp_epub_close_page(ep, x);
}
