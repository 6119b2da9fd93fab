/* What every page of an EPUB has in common: its frame, its marking at head
   and foot, its language, and the small elements that all of them use.  It
   knows no page by name and no order among them. */
#include "write/epub/epub_book.h"

#include "base/text/lang.h"

#include <stdio.h>

/* In a series an article is called by who it is, so that the notes and
   bookmarks of a reader stay with it in the next edition. */
void
gp_epub_article_id(const struct gp_epub *ep, size_t i, char out[GP_EPUB_PATH])
{
	if (ep->pack->info.issue.edition)
		(void)snprintf(out, GP_EPUB_PATH, "a-%.*s",
		               GP_ARG(gp_entry_digits(&ep->pack->entries[i])));
	else
		(void)snprintf(out, GP_EPUB_PATH, "a%03zu", i + 1);
}

void
gp_epub_article_path(const struct gp_epub *ep, size_t i, char out[GP_EPUB_PATH])
{
	char id[GP_EPUB_PATH];

	gp_epub_article_id(ep, i, id);
	(void)snprintf(out, GP_EPUB_PATH, "text/%.*s.xhtml", GP_EPUB_PATH - 12,
	               id);
}

static struct gp_str
address_of(const void *user, size_t i)
{
	const struct gp_epub *ep = user;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, i, path);
	return gp_arena_cstr(ep->arena, path);
}

struct gp_xhtml_about
gp_epub_about(const struct gp_epub *ep)
{
	return (struct gp_xhtml_about){ .pack = ep->pack,
		                        .arena = ep->arena,
		                        .lang = ep->lang,
		                        .reference = ep->job->reference,
		                        .address = address_of,
		                        .user = ep };
}

static void
write_page_head(struct gp_xml *x, const char *root, struct gp_str title)
{
	char href[32];

	(void)snprintf(href, sizeof href, "%scss/epub.css", root);
	gp_xhtml_open(x, "head");
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "charset", "UTF-8");
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_line(x, "title", NULL, title);
	gp_xml_open(x, "link");
	gp_xml_attrz(x, "rel", "stylesheet");
	gp_xml_attrz(x, "type", "text/css");
	gp_xml_attrz(x, "href", href);
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_close(x);
}

void
gp_epub_open_section(struct gp_xml *x, const char *type, const char *role)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", type);
	gp_xml_attrz(x, "epub:type", type);
	if (role)
		gp_xml_attrz(x, "role", role);
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_epub_open_bare(const struct gp_epub *ep, struct gp_xml *x, const char *root,
                  struct gp_str lang, struct gp_str title)
{
	gp_xml_declaration(x);
	gp_xml_raw(x, "<!DOCTYPE html>\n");
	gp_xml_open(x, "html");
	gp_xml_attrz(x, "xmlns", "http://www.w3.org/1999/xhtml");
	gp_xml_attrz(x, "xmlns:epub", "http://www.idpf.org/2007/ops");
	gp_xhtml_lang(x, gp_lang_ok(lang) ? lang : ep->lang);
	gp_xml_text(x, GP_STR("\n"));
	write_page_head(x, root, title);
	gp_xhtml_open(x, "body");
}

void
gp_epub_open_page(const struct gp_epub *ep, struct gp_xml *x, const char *root,
                  struct gp_str lang, struct gp_str title)
{
	gp_epub_open_bare(ep, x, root, lang, title);
	gp_xhtml_line(x, "p", "marking", ep->pack->info.marking);
}

void
gp_epub_close_page(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_xhtml_line(x, "p", "marking", ep->pack->info.marking);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

void
gp_epub_meta(struct gp_xml *x, const char *property, struct gp_str value)
{
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "property", property);
	gp_xml_text(x, value);
	gp_xml_close(x);
}
