/* The page about the pack: rights, sources, and what was done to the text of
   each article, in one sentence that can be checked. */
#include "write/epub/epub.h"
#include "write/prepared.h"

static void
preparation(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	struct gp_buf done = { .max = 0 };
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
	gp_prepared(doc, &done);
	gp_xml_text(x, gp_buf_view(&done));
	gp_xml_need_buf(x, &done);
	gp_buf_free(&done);
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
