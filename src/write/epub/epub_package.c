/* The package document: metadata, manifest, spine, from the pack and from
   what the EPUB carries.  What it claims of accessibility is in a file of
   its own; no file is opened here, and nothing is said of one that is not
   listed. */
#include "write/epub/epub_book.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "base/map.h"

#include <stdio.h>

enum { MOST_NAMED_SOURCES = 5 };

static void
refine(struct gp_xml *x, const char *id, const char *property,
       const char *scheme, const char *value)
{
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "refines", id);
	gp_xml_attrz(x, "property", property);
	if (scheme)
		gp_xml_attrz(x, "scheme", scheme);
	gp_xml_text(x, gp_str(value));
	gp_xml_close(x);
}

static void
with_id(struct gp_xml *x, const char *element, const char *id,
        struct gp_str text)
{
	gp_xml_open(x, element);
	gp_xml_attrz(x, "id", id);
	gp_xml_text(x, text);
	gp_xml_close(x);
}

static void
optional(struct gp_xml *x, const char *element, struct gp_str text)
{
	if (gp_str_trim(text).n)
		gp_xml_element(x, element, text);
}

/* ---- what it is ---- */

/* A later edition is called by its edition first, as reading apps show it; its
   main title is that of the first one, by which a library (Calibre) knows that
   it has the book. */
static void
main_title(struct gp_xml *x, struct gp_str title, struct gp_str plain)
{
	bool later = plain.n && !gp_str_eq(title, plain);

	with_id(x, "dc:title", "title", title);
	refine(x, "#title", "title-type", NULL, later ? "extended" : "main");
	if (!later)
		return;
	with_id(x, "dc:title", "main-title", plain);
	refine(x, "#main-title", "title-type", NULL, "main");
}

static void
titles(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack_info *info = &ep->pack->info;
	struct gp_str title =
		info->issue.title.n ? info->issue.title : info->title;

	title = gp_str_trim(title);
	main_title(x,
	           title.n ? title : gp_word(ep->pack->labels, GP_W_UNTITLED),
	           info->issue.plain);
	if (gp_str_trim(info->subtitle).n == 0)
		return;
	with_id(x, "dc:title", "subtitle", info->subtitle);
	refine(x, "#subtitle", "title-type", NULL, "subtitle");
}

/* An organisation that puts a pack together.  Its role, compiler ("com" of
   MARC), is not said: libraries show creators without a role and authors
   alone, and "Unknown" else. */
static void
creator(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_str name = ep->pack->info.organisation;

	if (gp_str_trim(name).n == 0)
		return;
	gp_xml_element(x, "dc:creator", name);
	gp_xml_element(x, "dc:publisher", name);
}

/* W3C-DTF knows no time without a zone: the day alone is true then. */
static void
date(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_date d = ep->job->date;
	char text[GP_DATE_TEXT];

	if (d.precision > GP_DAY && !d.has_zone)
		d.precision = GP_DAY;
	gp_date_iso(&d, text);
	gp_xml_element(x, "dc:date", gp_str(text));
}

/* Reading systems put the books of one collection side by side, in order. */
static void
series(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_issue *issue = &ep->pack->info.issue;
	char position[24];

	if (issue->series.n == 0)
		return;
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "property", "belongs-to-collection");
	gp_xml_attrz(x, "id", "series");
	gp_xml_text(x, issue->series);
	gp_xml_close(x);
	(void)snprintf(position, sizeof position, "%u", issue->position);
	refine(x, "#series", "collection-type", NULL, "series");
	refine(x, "#series", "group-position", NULL, position);
}

/* ---- where it is from ---- */

/* The address or else the name of an article's source; "" when neither. */
static struct gp_str
source_of(const struct gp_epub *ep, struct gp_xml *x, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };
	struct gp_str source = gp_str_trim(doc->source.name);

	if (gp_url(doc->url.text, &url))
		source = gp_arena_str(ep->arena, gp_buf_view(&url));
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
	return source;
}

static bool
is_new(struct gp_map *seen, struct gp_str s)
{
	if (s.n == 0 || gp_map_find(seen, s))
		return false;
	gp_map_put(seen, s, seen);
	return true;
}

static void
sources(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_map seen = { .arena = ep->arena };
	struct gp_str s;
	size_t i;

	for (i = 0; i < ep->pack->n_entries; i++) {
		s = source_of(ep, x, ep->pack->entries[i].doc);
		if (is_new(&seen, s))
			gp_xml_element(x, "dc:source", s);
	}
}

/* " From Civil Service World, PublicTechnology." */
static void
put_from(struct gp_xml *x, const struct gp_labels *l, struct gp_str names)
{
	const struct gp_hole hole = { "names", names };
	struct gp_buf text = { .max = 0 };

	if (names.n == 0)
		return;
	gp_word_fill(l, GP_W_FROM, &hole, 1, &text);
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, gp_buf_view(&text));
	gp_xml_text(x, GP_STR("."));
	gp_xml_need_buf(x, &text);
	gp_buf_free(&text);
}

/* "Updated 08:40: 3 added. 5 articles, 12 min read. From Civil Service World,
   PublicTechnology." */
static void
description(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_map seen = { .arena = ep->arena };
	size_t n = ep->pack->n_entries, named = 0, i;
	const struct gp_labels *l = ep->pack->labels;
	struct gp_buf names = { .max = 0 };
	struct gp_str s;

	gp_xml_open(x, "dc:description");
	s = gp_epub_lead(ep);
	gp_xml_text(x, s);
	gp_xml_text(x, s.n ? GP_STR(". ") : GP_STR(""));
	gp_xhtml_count(x, l, GP_W_ARTICLES, n);
	if (ep->minutes) {
		gp_xml_text(x, gp_word(l, GP_W_COMMA));
		gp_xhtml_count(x, l, GP_W_MINUTES, ep->minutes);
	}
	gp_xml_text(x, GP_STR("."));
	for (i = 0; i < n && named < MOST_NAMED_SOURCES; i++) {
		s = gp_str_trim(ep->pack->entries[i].doc->source.name);
		if (!is_new(&seen, s))
			continue;
		if (named)
			gp_buf_str(&names, gp_word(l, GP_W_COMMA));
		gp_buf_str(&names, s);
		named++;
	}
	put_from(x, l, gp_buf_view(&names));
	gp_xml_need_buf(x, &names);
	gp_buf_free(&names);
	gp_xml_close(x);
}

static void
metadata(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack_info *info = &ep->pack->info;
	char modified[GP_DATE_TEXT];

	gp_xml_open(x, "metadata");
	gp_xml_attrz(x, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	with_id(x, "dc:identifier", "pub-id", info->identifier);
	titles(ep, x);
	series(ep, x);
	gp_xml_element(x, "dc:language", ep->lang);
	creator(ep, x);
	date(ep, x);
	optional(x, "dc:rights", info->rights);
	sources(ep, x);
	description(ep, x);
	gp_xml_need_arena(x, ep->arena);
	gp_date_utc(&ep->modified, modified);
	gp_epub_meta(x, "dcterms:modified", gp_str(modified));
	gp_epub_accessibility(ep, x);
	/* For readers of EPUB 2. */
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "name", "cover");
	gp_xml_attrz(x, "content", "cover-image");
	gp_xml_close(x);
	gp_xml_close(x);
}

/* ---- manifest and spine ---- */

static void
item(struct gp_xml *x, const char *id, const char *href, const char *type,
     const char *properties)
{
	gp_xml_open(x, "item");
	gp_xml_attrz(x, "id", id);
	gp_xml_attrz(x, "href", href);
	gp_xml_attrz(x, "media-type", type);
	if (properties)
		gp_xml_attrz(x, "properties", properties);
	gp_xml_close(x);
}

static void
itemref(struct gp_xml *x, const char *id)
{
	gp_xml_open(x, "itemref");
	gp_xml_attrz(x, "idref", id);
	gp_xml_close(x);
}

static void
page(struct gp_xml *x, const char *id, bool spine)
{
	char href[GP_EPUB_PATH];

	(void)snprintf(href, sizeof href, "%s.xhtml", id);
	if (spine)
		itemref(x, id);
	else
		item(x, id, href, "application/xhtml+xml", NULL);
}

static void
pages(const struct gp_epub *ep, struct gp_xml *x,
      const struct gp_epub_page *row, size_t n, bool spine)
{
	char id[GP_EPUB_PATH];
	size_t i, k;

	for (i = 0; i < n; i++) {
		if (!row[i].wanted(ep))
			continue;
		page(x, row[i].id, spine);
		for (k = 0; row[i].pieces && k < row[i].pieces(ep); k++) {
			gp_epub_piece_id(row[i].id, k, id);
			page(x, id, spine);
		}
	}
}

/* A part's page stands before its articles. */
static void
part(struct gp_xml *x, size_t n, bool spine)
{
	char id[GP_EPUB_PATH];

	gp_epub_part_id(n, id);
	page(x, id, spine);
}

static void
all_pages(const struct gp_epub *ep, struct gp_xml *x, bool spine)
{
	char href[GP_EPUB_PATH], id[GP_EPUB_PATH];
	size_t n = 0, i;

	pages(ep, x, gp_epub_front, GP_EPUB_FRONT, spine);
	for (i = 0; i < ep->pack->n_entries; i++) {
		if (n < ep->n_parts && ep->parts[n].first == i)
			part(x, n++, spine);
		gp_epub_article_path(ep, i, href);
		gp_epub_article_id(ep, i, id);
		if (spine)
			itemref(x, id);
		else
			item(x, id, href, "application/xhtml+xml", NULL);
	}
	pages(ep, x, gp_epub_back, GP_EPUB_BACK, spine);
}

static void
pictures(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_shown_picture *p;
	size_t number = 0;
	char id[32];

	item(x, "cover-image", "images/cover.png", "image/png", "cover-image");
	for (p = ep->shown.first; p; p = p->next) {
		(void)snprintf(id, sizeof id, "p%03zu", ++number);
		item(x, id, p->path.p, p->type, NULL);
	}
}

/* The licence stands beside the regular face. */
static void
fonts(const struct gp_epub *ep, struct gp_xml *x)
{
	char id[32], name[GP_EPUB_FONT_NAME + 8];
	size_t i;

	for (i = 0; i < ep->fonts.count; i++) {
		const struct gp_epub_font *f = &ep->fonts.rows[i];

		(void)snprintf(id, sizeof id, "font%zu", i + 1);
		item(x, id, f->name, "font/ttf", NULL);
		if (f->variant != GP_REGULAR)
			continue;
		(void)snprintf(id, sizeof id, "licence%zu", i + 1);
		(void)snprintf(name, sizeof name, "%s.txt", f->name);
		item(x, id, name, "text/plain", NULL);
	}
}

void
gp_epub_package(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_xml_declaration(x);
	gp_xml_open(x, "package");
	gp_xml_attrz(x, "xmlns", "http://www.idpf.org/2007/opf");
	gp_xml_attrz(x, "version", "3.0");
	gp_xml_attrz(x, "unique-identifier", "pub-id");
	gp_xml_attr(x, "xml:lang", ep->lang);
	metadata(ep, x);
	gp_xml_open(x, "manifest");
	item(x, "nav", "nav.xhtml", "application/xhtml+xml", "nav");
	item(x, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
	all_pages(ep, x, false);
	pictures(ep, x);
	item(x, "css", "css/epub.css", "text/css", NULL);
	fonts(ep, x);
	gp_xml_close(x);
	gp_xml_open(x, "spine");
	gp_xml_attrz(x, "toc", "ncx");
	if (gp_lang_is_rtl(ep->lang))
		gp_xml_attrz(x, "page-progression-direction", "rtl");
	all_pages(ep, x, true);
	gp_xml_close(x);
	gp_xml_close(x);
}
