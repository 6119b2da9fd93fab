/* Lists of places for reading systems: the pages of the printed digest, and
   the NCX (OPF 2.0.1, 2.4.1) for systems that know no navigation document.
   Where a page begins was found by typeset/; the list only leads there. */
#include "write/epub/epub_book.h"

#include <stdio.h>

enum { PLACE = GP_EPUB_PATH + 32 };

/* "text/a001.xhtml#page7" */
static void
page_path(const struct gp_epub *ep, const struct gp_page_start *s,
          char out[PLACE])
{
	char file[GP_EPUB_PATH];

	gp_epub_article_path(ep, s->entry, file);
	(void)snprintf(out, PLACE, "%s#page%u", file, s->number);
}

void
gp_epub_page_list(const struct gp_epub *ep, struct gp_xml *x)
{
	char href[PLACE], number[16];
	size_t i;

	if (ep->print.count == 0)
		return;
	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "epub:type", "page-list");
	gp_xml_attrz(x, "role", "doc-pagelist");
	gp_xml_attr(x, "aria-label", gp_word(ep->pack->labels, GP_W_PAGE_LIST));
	gp_xml_attrz(x, "hidden", "hidden");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_open(x, "ol");
	for (i = 0; i < ep->print.count; i++) {
		page_path(ep, &ep->print.rows[i], href);
		(void)snprintf(number, sizeof number, "%u",
		               ep->print.rows[i].number);
		gp_xml_open(x, "li");
		gp_xhtml_link(x, href, gp_str(number));
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

/* ---- NCX ---- */

static void
label(struct gp_xml *x, const char *element, struct gp_str text)
{
	gp_xml_open(x, element);
	gp_xml_element(x, "text", text);
	gp_xml_close(x);
}

static void
head_meta(struct gp_xml *x, const char *name, struct gp_str content)
{
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "name", name);
	gp_xml_attr(x, "content", content);
	gp_xml_close(x);
}

/* Opens a point; the caller closes it. */
static void
open_point(struct gp_xml *x, const char *id, struct gp_str text,
           const char *src)
{
	gp_xml_open(x, "navPoint");
	gp_xml_attrz(x, "id", id);
	label(x, "navLabel", text);
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "src", src);
	gp_xml_close(x);
}

static void
point(struct gp_xml *x, const char *id, struct gp_str text, const char *src)
{
	open_point(x, id, text, src);
	gp_xml_close(x);
}

static void
page_points(const struct gp_epub *ep, struct gp_xml *x,
            const struct gp_epub_page *page, size_t n)
{
	char src[GP_EPUB_PATH];
	size_t i;

	for (i = 0; i < n; i++) {
		if (!page[i].wanted(ep))
			continue;
		(void)snprintf(src, sizeof src, "%s.xhtml", page[i].id);
		point(x, page[i].id, gp_word(ep->pack->labels, page[i].title),
		      src);
	}
}

static void
article_points(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack *pack = ep->pack;
	char id[32], src[GP_EPUB_PATH];
	size_t last = GP_NO_SECTION, i;

	for (i = 0; i < pack->n_entries; i++) {
		size_t section = pack->entries[i].section;

		gp_epub_article_path(ep, i, src);
		if (section != last && last != GP_NO_SECTION)
			gp_xml_close(x);
		if (section != last && section != GP_NO_SECTION) {
			(void)snprintf(id, sizeof id, "s%zu", section + 1);
			open_point(x, id, pack->sections[section], src);
		}
		last = section;
		(void)snprintf(id, sizeof id, "n%zu", i + 1);
		point(x, id,
		      gp_title_text(pack->entries[i].doc, ep->pack->labels),
		      src);
	}
	if (last != GP_NO_SECTION)
		gp_xml_close(x);
}

/* As in the navigation document. */
static void
part_points(const struct gp_epub *ep, struct gp_xml *x)
{
	char id[32], src[GP_EPUB_PATH];
	size_t n, i;

	for (n = 0; n < ep->n_parts; n++) {
		gp_epub_part_path(n, src);
		(void)snprintf(id, sizeof id, "s%zu", n + 1);
		open_point(x, id, gp_epub_part_label(ep, n), src);
		for (i = ep->parts[n].first;
		     gp_epub_nav_in_full(ep) && i < ep->parts[n].end; i++) {
			gp_epub_article_path(ep, i, src);
			(void)snprintf(id, sizeof id, "n%zu", i + 1);
			point(x, id,
			      gp_title_text(ep->pack->entries[i].doc,
			                    ep->pack->labels),
			      src);
		}
		gp_xml_close(x);
	}
	gp_xml_need_arena(x, ep->arena);
}

/* Of a very large pack the page list of the navigation document is enough. */
static bool
has_targets(const struct gp_epub *ep)
{
	return ep->print.count > 0 && gp_epub_nav_in_full(ep);
}

static void
page_targets(const struct gp_epub *ep, struct gp_xml *x)
{
	char id[32], src[PLACE];
	size_t i;

	if (!has_targets(ep))
		return;
	gp_xml_open(x, "pageList");
	label(x, "navLabel", gp_word(ep->pack->labels, GP_W_PAGE_LIST));
	for (i = 0; i < ep->print.count; i++) {
		(void)snprintf(id, sizeof id, "page%u",
		               ep->print.rows[i].number);
		page_path(ep, &ep->print.rows[i], src);
		gp_xml_open(x, "pageTarget");
		gp_xml_attrz(x, "id", id);
		gp_xml_attrz(x, "type", "normal");
		gp_xml_attrz(x, "value", id + sizeof "page" - 1);
		label(x, "navLabel", gp_str(id + sizeof "page" - 1));
		gp_xml_open(x, "content");
		gp_xml_attrz(x, "src", src);
		gp_xml_close(x);
		gp_xml_close(x);
	}
	gp_xml_close(x);
}

static void
ncx_head(const struct gp_epub *ep, struct gp_xml *x)
{
	char last[16] = "0";
	size_t n = ep->print.count;
	bool deep = ep->n_parts ? gp_epub_nav_in_full(ep)
	                        : ep->pack->n_sections > 0;

	if (has_targets(ep))
		(void)snprintf(last, sizeof last, "%u",
		               ep->print.rows[n - 1].number);
	gp_xml_open(x, "head");
	head_meta(x, "dtb:uid", ep->pack->info.identifier);
	head_meta(x, "dtb:depth", gp_str(deep ? "2" : "1"));
	head_meta(x, "dtb:totalPageCount", gp_str(last));
	head_meta(x, "dtb:maxPageNumber", gp_str(last));
	gp_xml_close(x);
	label(x, "docTitle", gp_epub_title(ep));
}

void
gp_epub_ncx(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_xml_declaration(x);
	gp_xml_open(x, "ncx");
	gp_xml_attrz(x, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
	gp_xml_attrz(x, "version", "2005-1");
	gp_xml_attr(x, "xml:lang", ep->lang);
	ncx_head(ep, x);
	gp_xml_open(x, "navMap");
	page_points(ep, x, gp_epub_front, GP_EPUB_FRONT);
	if (ep->n_parts)
		part_points(ep, x);
	else
		article_points(ep, x);
	page_points(ep, x, gp_epub_back, GP_EPUB_BACK);
	gp_xml_close(x);
	page_targets(ep, x);
	gp_xml_close(x);
}
