/* The navigation document: sections, articles and their headings; landmarks.
   It stands outside the reading order and holds names and addresses alone:
   no text, no dates. */
#include "write/epub/epub_book.h"

#include "model/node_words.h"
#include "model/walk.h"

#include <stdio.h>

enum { ARTICLE_LEVEL = 1 };

/* The list of headings under an article, as deep as they go. */
struct headings {
	struct gp_xml *x;
	int level;     /* of the item that is open */
	size_t number; /* of the heading, as in its id */
	struct gp_buf words;
};

static void
open_item(struct headings *h, int level)
{
	if (level > h->level) {
		level = h->level + 1;
		gp_xml_text(h->x, GP_STR("\n"));
		gp_xhtml_open(h->x, "ol");
	} else {
		gp_xhtml_close(h->x);
	}
	for (; h->level > level; h->level--) {
		gp_xhtml_close(h->x);
		gp_xhtml_close(h->x);
	}
	h->level = level;
	gp_xml_open(h->x, "li");
}

static void
add_heading(struct headings *h, const struct gp_node *n, const char *path,
            int *last)
{
	struct gp_str label = gp_node_label(n);
	char href[GP_EPUB_PATH + 32];

	h->number++;
	if (label.n == 0 && gp_node_is_blank(n))
		return;
	gp_buf_clear(&h->words);
	gp_buf_str(&h->words, label);
	if (label.n)
		gp_buf_putc(&h->words, ' ');
	gp_heading_words(n, &h->words);
	open_item(h, gp_heading_shown(last, gp_node_heading(n)->level));
	(void)snprintf(href, sizeof href, "%s#h%zu", path, h->number);
	gp_xhtml_link(h->x, href, gp_buf_view(&h->words));
}

static void
headings(struct gp_xml *x, const struct gp_doc *doc, const char *path)
{
	struct headings h = { .x = x, .level = ARTICLE_LEVEL };
	struct gp_walk w = gp_walk_from(doc->body);
	int last = ARTICLE_LEVEL;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && w.node->kind == GP_HEADING)
			add_heading(&h, w.node, path, &last);
	for (; h.level > ARTICLE_LEVEL; h.level--) {
		gp_xhtml_close(x);
		gp_xhtml_close(x);
	}
	gp_xml_need_buf(x, &h.words);
	gp_buf_free(&h.words);
}

static void
article(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, i, path);
	gp_xml_open(x, "li");
	gp_xhtml_other_lang(x, doc->lang, ep->lang);
	gp_xhtml_link(x, path, gp_title_text(doc, ep->pack->labels));
	headings(x, doc, path);
	gp_xhtml_close(x);
}

static void
articles(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack *pack = ep->pack;
	size_t section, i = 0;

	while (i < pack->n_entries) {
		section = pack->entries[i].section;
		if (section != GP_NO_SECTION) {
			gp_xml_open(x, "li");
			gp_xhtml_line(x, "span", NULL, pack->sections[section]);
			gp_xhtml_open(x, "ol");
		}
		for (;
		     i < pack->n_entries && pack->entries[i].section == section;
		     i++)
			article(ep, x, i);
		if (section != GP_NO_SECTION) {
			gp_xhtml_close(x);
			gp_xhtml_close(x);
		}
	}
}

/* In a large pack parts take the place of sections. */
static void
parts(const struct gp_epub *ep, struct gp_xml *x)
{
	char path[GP_EPUB_PATH];
	size_t n, i;

	for (n = 0; n < ep->n_parts; n++) {
		gp_epub_part_path(n, path);
		gp_xml_open(x, "li");
		gp_xhtml_link(x, path, gp_epub_part_label(ep, n));
		if (gp_epub_nav_in_full(ep)) {
			gp_xml_text(x, GP_STR("\n"));
			gp_xhtml_open(x, "ol");
			for (i = ep->parts[n].first; i < ep->parts[n].end; i++)
				article(ep, x, i);
			gp_xhtml_close(x);
		}
		gp_xhtml_close(x);
	}
	gp_xml_need_arena(x, ep->arena);
}

static void
pages(const struct gp_epub *ep, struct gp_xml *x,
      const struct gp_epub_page *page, size_t n)
{
	char href[GP_EPUB_PATH];
	size_t i;

	for (i = 0; i < n; i++) {
		if (!page[i].listed || !page[i].wanted(ep))
			continue;
		(void)snprintf(href, sizeof href, "%s.xhtml", page[i].id);
		gp_xml_open(x, "li");
		gp_xhtml_link(x, href,
		              gp_word(ep->pack->labels, page[i].title));
		gp_xhtml_close(x);
	}
}

static void
landmark(struct gp_xml *x, const char *type, const char *href,
         struct gp_str text)
{
	gp_xml_open(x, "li");
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "epub:type", type);
	gp_xml_attrz(x, "href", href);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
	gp_xhtml_close(x);
}

static void
page_landmarks(const struct gp_epub *ep, struct gp_xml *x,
               const struct gp_epub_page *page, size_t n)
{
	char href[GP_EPUB_PATH];
	size_t i;

	for (i = 0; i < n; i++) {
		if (!page[i].landmark || !page[i].wanted(ep))
			continue;
		(void)snprintf(href, sizeof href, "%s.xhtml", page[i].id);
		landmark(x, page[i].landmark, href,
		         gp_word(ep->pack->labels, page[i].title));
	}
}

static void
landmarks(const struct gp_epub *ep, struct gp_xml *x)
{
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, 0, path);
	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "epub:type", "landmarks");
	gp_xml_attr(x, "aria-label", gp_word(ep->pack->labels, GP_W_LANDMARKS));
	gp_xml_attrz(x, "hidden", "hidden");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_open(x, "ol");
	page_landmarks(ep, x, gp_epub_front, GP_EPUB_FRONT);
	if (ep->pack->n_entries)
		landmark(x, "bodymatter", path,
		         gp_word(ep->pack->labels, GP_W_FIRST));
	page_landmarks(ep, x, gp_epub_back, GP_EPUB_BACK);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

void
gp_epub_nav(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_CONTENTS));
	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "class", "toc");
	gp_xml_attrz(x, "epub:type", "toc");
	gp_xml_attrz(x, "role", "doc-toc");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, gp_word(ep->pack->labels, GP_W_CONTENTS));
	gp_xhtml_close(x);
	gp_xhtml_open(x, "ol");
	pages(ep, x, gp_epub_front, GP_EPUB_FRONT);
	if (ep->n_parts)
		parts(ep, x);
	else
		articles(ep, x);
	pages(ep, x, gp_epub_back, GP_EPUB_BACK);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	landmarks(ep, x);
	gp_epub_page_list(ep, x);
	gp_epub_close_page(ep, x);
}
