/* The pages before the articles, and the articles: see epub.h. */
#include "write/epub/epub.h"

#include <stdio.h>

static struct gp_str
pack_title(const struct gp_epub *ep)
{
	return ep->pack->info.title.n ? ep->pack->info.title
	                              : gp_word(GP_W_UNTITLED);
}

static void
open_section(struct gp_xml *x, const char *type, const char *role)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", type);
	gp_xml_attrz(x, "epub:type", type);
	if (role)
		gp_xml_attrz(x, "role", role);
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
}

static void
heading(struct gp_xml *x, struct gp_str text)
{
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, text);
	gp_epub_close(x);
}

static bool
always(const struct gp_epub *ep)
{
	(void)ep;
	return true;
}

/* ---- title page ---- */

static void
cover(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack_info *info = &ep->pack->info;

	gp_epub_open_page(ep, x, "", ep->lang, pack_title(ep));
	open_section(x, "titlepage", NULL);
	gp_epub_line(x, "p", "organisation", info->organisation);
	heading(x, pack_title(ep));
	if (info->subtitle.n) {
		gp_xml_open(x, "p");
		gp_xml_attrz(x, "class", "subtitle");
		gp_xml_attrz(x, "epub:type", "subtitle");
		gp_xml_attrz(x, "role", "doc-subtitle");
		gp_xml_text(x, info->subtitle);
		gp_epub_close(x);
	}
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "date");
	gp_html_date(x, &ep->job->date);
	gp_epub_close(x);
	gp_epub_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- editor's note ---- */

static bool
has_note(const struct gp_epub *ep)
{
	return gp_str_trim(ep->pack->info.note).n > 0;
}

/* Lines up to a blank one are a paragraph. */
static void
paragraphs(struct gp_xml *x, struct gp_str text)
{
	struct gp_str line;
	bool begun = false;

	while (gp_str_split(&text, '\n', &line)) {
		line = gp_str_trim(line);
		if (line.n == 0) {
			if (begun)
				gp_epub_close(x);
			begun = false;
			continue;
		}
		if (begun)
			gp_xml_text(x, GP_STR("\n"));
		else
			gp_xml_open(x, "p");
		begun = true;
		gp_xml_text(x, line);
	}
	if (begun)
		gp_epub_close(x);
}

static void
note(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_epub_open_page(ep, x, "", ep->lang, gp_word(GP_W_EDITORS_NOTE));
	open_section(x, "foreword", "doc-foreword");
	heading(x, gp_word(GP_W_EDITORS_NOTE));
	paragraphs(x, ep->pack->info.note);
	gp_epub_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- contents ---- */

/* "Civil Service World · 23 September 2015 · 3 min read" */
static void
particulars(struct gp_xml *x, const struct gp_doc *doc)
{
	size_t minutes = gp_reading_minutes(gp_doc_words(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool named = doc->source.name.n > 0;
	char text[64];

	if (!dated && !named && !minutes)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xml_text(x, doc->source.name);
	gp_xml_text(x, named && dated ? GP_STR(" · ") : GP_STR(""));
	gp_html_date(x, &doc->date.date);
	(void)snprintf(text, sizeof text, "%s%zu %s",
	               named || dated ? " · " : "", minutes,
	               gp_word(GP_W_MIN_READ).p);
	if (minutes)
		gp_xml_text(x, gp_str(text));
	gp_epub_close(x);
}

static void
contents_row(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_entry *entry = &ep->pack->entries[i];
	char path[GP_EPUB_PATH];

	gp_epub_article_path(i, path);
	gp_xml_open(x, "li");
	gp_epub_doc_lang(ep, x, entry->doc);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, entry->section == GP_NO_SECTION ? "h2" : "h3");
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", path);
	gp_xml_text(x, gp_title_text(entry->doc));
	gp_xml_close_full(x);
	gp_epub_close(x);
	gp_epub_line(x, "p", "standfirst", entry->doc->standfirst.text);
	particulars(x, entry->doc);
	gp_epub_close(x);
}

/* A section's name and its list; returns the place after it. */
static size_t
contents_section(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_pack *pack = ep->pack;
	size_t section = pack->entries[i].section;

	if (section != GP_NO_SECTION)
		gp_epub_line(x, "h2", "part", pack->sections[section]);
	gp_xml_open(x, "ol");
	gp_xml_attrz(x, "class", "contents");
	gp_xml_text(x, GP_STR("\n"));
	for (; i < pack->n_entries && pack->entries[i].section == section; i++)
		contents_row(ep, x, i);
	gp_epub_close(x);
	return i;
}

static void
contents(const struct gp_epub *ep, struct gp_xml *x)
{
	size_t n = ep->pack->n_entries, i = 0;
	char text[96];

	gp_epub_open_page(ep, x, "", ep->lang, gp_word(GP_W_CONTENTS));
	open_section(x, "toc", "doc-toc");
	heading(x, gp_word(GP_W_CONTENTS));
	(void)snprintf(text, sizeof text, "%zu %s · %zu %s", n,
	               gp_word(n == 1 ? GP_W_ARTICLE : GP_W_ARTICLES).p,
	               ep->minutes, gp_word(GP_W_MIN_READ).p);
	gp_epub_line(x, "p", "dateline", gp_str(text));
	while (i < n)
		i = contents_section(ep, x, i);
	gp_epub_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- articles ---- */

static void
page_link(struct gp_xml *x, const char *href, const char *class,
          struct gp_str label, struct gp_str title)
{
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", class);
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", href);
	gp_xml_text(x, label);
	if (title.n) {
		gp_xml_text(x, GP_STR(": "));
		gp_xml_text(x, title);
	}
	gp_xml_close_full(x);
	gp_epub_close(x);
}

static void
other_pages(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_pack *pack = ep->pack;
	char path[GP_EPUB_PATH];

	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "class", "pages");
	gp_xml_attr(x, "aria-label", gp_word(GP_W_PAGES));
	gp_xml_text(x, GP_STR("\n"));
	if (i + 1 < pack->n_entries) {
		gp_epub_article_path(i + 1, path);
		page_link(x, path + sizeof "text/" - 1, "next",
		          gp_word(GP_W_NEXT),
		          gp_title_text(pack->entries[i + 1].doc));
	}
	page_link(x, "../contents.xhtml", "back", gp_word(GP_W_BACK),
	          GP_STR(""));
	gp_epub_close(x);
}

void
gp_epub_article(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	static const struct gp_html_options options = { .prefix = "h" };
	const struct gp_doc *doc = ep->pack->entries[i].doc;

	gp_epub_open_page(ep, x, "../", doc->lang, gp_title_text(doc));
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
	gp_html_header(x, doc);
	gp_html_body(x, doc, &options);
	gp_html_footer(x, doc);
	gp_epub_close(x);
	other_pages(ep, x, i);
	gp_epub_close_page(ep, x);
}

/* ---- the tables ---- */

const struct gp_epub_page gp_epub_front[GP_EPUB_FRONT] = {
	{ "cover", "titlepage", GP_W_TITLE_PAGE, false, always, cover },
	{ "note", NULL, GP_W_EDITORS_NOTE, true, has_note, note },
	{ "contents", "toc", GP_W_CONTENTS, false, always, contents },
};

const struct gp_epub_page gp_epub_back[GP_EPUB_BACK] = {
	{ "about", "colophon", GP_W_ABOUT, true, always, gp_epub_about },
};
