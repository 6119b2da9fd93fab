/* The sentences of wording/ with titles made links.  It compares no texts and
   knows no page. */
#include "write/xhtml/xhtml_related.h"

#include "wording/printed_fields.h"
#include "wording/relations.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml.h"

void
gp_xhtml_other_lang(struct gp_xml *x, struct gp_str lang, struct gp_str around)
{
	if (lang.n && !gp_str_eq(lang, around))
		gp_xhtml_lang(x, lang);
}

static void
title_link(struct gp_xml *x, const struct gp_xhtml_relations *r, size_t other)
{
	const struct gp_doc *doc = r->pack->entries[other].doc;

	gp_xml_open(x, "cite");
	gp_xhtml_other_lang(x, doc->lang, r->lang);
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", r->address(r->user, other));
	gp_xhtml_name(x, gp_title_text(doc, r->pack->labels));
	gp_xml_close_full(x);
	gp_xml_close_full(x);
}

static void
open_section(struct gp_xml *x, const struct gp_xhtml_relations *r, size_t i)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "related");
	gp_xml_attrz(x, "aria-labelledby", "related");
	if (!gp_str_eq(r->pack->entries[i].doc->lang, r->lang))
		gp_xhtml_lang(x, r->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "label");
	gp_xml_attrz(x, "id", "related");
	gp_xml_text(x, gp_word(r->pack->labels, GP_W_SHARED));
	gp_xhtml_close(x);
}

void
gp_xhtml_related(struct gp_xml *x, const struct gp_xhtml_relations *r, size_t i)
{
	const struct gp_shared_line *lines;
	size_t n, k;

	lines = gp_shared_lines(r->pack, i, r->arena, &n);
	if (n == 0)
		return;
	open_section(x, r, i);
	gp_xhtml_open(x, "ul");
	for (k = 0; k < n; k++) {
		gp_xml_open(x, "li");
		gp_xhtml_words(x, lines[k].before);
		if (lines[k].other != GP_NO_ARTICLE) {
			gp_xml_text(x, GP_STR(" "));
			title_link(x, r, lines[k].other);
			gp_xhtml_words(x, lines[k].after);
		}
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}
