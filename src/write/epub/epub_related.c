/* What an article has in common with others of the pack, at its end: the
   sentences of wording/ with titles made links.  It compares no texts. */
#include "write/epub/epub_book.h"
#include "wording/relations.h"

static void
title_link(const struct gp_epub *ep, struct gp_xml *x, size_t other)
{
	const struct gp_doc *doc = ep->pack->entries[other].doc;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, other, path);
	gp_xml_open(x, "cite");
	gp_epub_doc_lang(ep, x, doc);
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", path + sizeof "text/" - 1);
	gp_xhtml_name(x, gp_title_text(doc));
	gp_xml_close_full(x);
	gp_xml_close_full(x);
}

void
gp_epub_related(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_shared_line *lines;
	size_t n, k;

	lines = gp_shared_lines(ep->pack, i, ep->arena, &n);
	if (n == 0)
		return;
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "related");
	gp_xml_attrz(x, "aria-labelledby", "related");
	if (!gp_str_eq(ep->pack->entries[i].doc->lang, ep->lang))
		gp_xhtml_lang(x, ep->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "label");
	gp_xml_attrz(x, "id", "related");
	gp_xml_text(x, gp_word(GP_W_SHARED));
	gp_xhtml_close(x);
	gp_xhtml_open(x, "ul");
	for (k = 0; k < n; k++) {
		gp_xml_open(x, "li");
		gp_xml_text(x, lines[k].before);
		if (lines[k].other != GP_NO_ARTICLE) {
			gp_xml_text(x, GP_STR(" "));
			title_link(ep, x, lines[k].other);
			gp_xml_text(x, lines[k].after);
		}
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}
