/* The file of an article: head, body, foot, the pages of the print that
   begin in it, and the way to other files.  The markup of the text is
   xhtml/'s, the numbers of pages typeset/'s; nothing is measured here. */
#include "base/text/lang.h"
#include "write/epub/epub_book.h"
#include "write/xhtml/page_break.h"
#include "write/xhtml/xhtml_corrections.h"

#include <stdio.h>

/* Marked where the page speaks another language. */
static void
put_label(struct gp_xml *x, const struct gp_labels *l, struct gp_str around,
          enum gp_word label)
{
	bool plain = !gp_lang_ok(around) ||
	             gp_lang_is_same(around, gp_labels_lang(l));

	if (!plain) {
		gp_xml_open(x, "span");
		gp_xhtml_own_words(x, l, around);
	}
	gp_xml_text(x, gp_word(l, label));
	if (!plain)
		gp_xml_close_full(x);
}

static void
page_link(const struct gp_epub *ep, struct gp_xml *x, const char *href,
          const char *class, struct gp_str around, enum gp_word label,
          struct gp_str title)
{
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", class);
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", href);
	put_label(x, ep->pack->labels, around, label);
	if (title.n) {
		gp_xml_text(x, gp_word(ep->pack->labels, GP_W_COLON));
		gp_xhtml_name(x, title);
	}
	gp_xml_close_full(x);
	gp_xhtml_close(x);
}

static void
open_links(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "class", "pages");
	gp_xml_attr(x, "aria-label", gp_word(ep->pack->labels, GP_W_PAGES));
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_epub_back_link(const struct gp_epub *ep, struct gp_xml *x, const char *href)
{
	open_links(ep, x);
	page_link(ep, x, href, "back", ep->lang, GP_W_BACK, GP_STR(""));
	gp_xhtml_close(x);
}

static void
other_pages(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_pack *pack = ep->pack;
	struct gp_str lang = pack->entries[i].doc->lang;
	char path[GP_EPUB_PATH], back[GP_EPUB_PATH + 4];

	open_links(ep, x);
	if (i + 1 < pack->n_entries) {
		gp_epub_article_path(ep, i + 1, path);
		page_link(ep, x, path + sizeof "text/" - 1, "next", lang,
		          GP_W_NEXT,
		          gp_title_text(pack->entries[i + 1].doc,
		                        ep->pack->labels));
	}
	(void)snprintf(path, sizeof path, "contents.xhtml");
	if (ep->n_parts)
		gp_epub_part_path(gp_epub_part_of(ep, i), path);
	(void)snprintf(back, sizeof back, "../%s", path);
	page_link(ep, x, back, "back", lang, GP_W_BACK, GP_STR(""));
	gp_xhtml_close(x);
}

/* ---- pages of the print ---- */

/* Those that begin in that part, on a line of their own. */
static void
print_pages(const struct gp_epub *ep, struct gp_xml *x, size_t i,
            enum gp_page_part part)
{
	const struct gp_page_start *rows = ep->print.rows;
	bool any = false;
	size_t k;

	for (k = ep->first_page[i]; k < ep->first_page[i + 1]; k++) {
		if (rows[k].part == part)
			gp_xhtml_page(x, rows[k].number);
		any = any || rows[k].part == part;
	}
	if (any)
		gp_xml_text(x, GP_STR("\n"));
}

/* Those that begin in the body. */
static const struct gp_xhtml_mark *
body_marks(const struct gp_epub *ep, size_t i, size_t *n)
{
	size_t first = ep->first_page[i], k;
	size_t most = ep->first_page[i + 1] - first;
	struct gp_xhtml_mark *marks =
		gp_arena_array(ep->arena, most + 1, sizeof *marks);

	*n = 0;
	for (k = first; marks && k < first + most; k++) {
		const struct gp_page_start *s = &ep->print.rows[k];

		if (s->part == GP_PAGE_IN_BODY)
			marks[(*n)++] = (struct gp_xhtml_mark){ s->node, s->at,
				                                s->number };
	}
	return marks;
}

static struct gp_str
picture_path(const void *user, const struct gp_node *figure)
{
	const struct gp_epub *ep = user;
	const struct gp_shown_picture *p = gp_shown_picture(&ep->shown, figure);

	return p ? gp_arena_printf(ep->arena, "../%.*s", GP_ARG(p->path))
	         : GP_STR("");
}

static struct gp_str
neighbour(const void *user, size_t other)
{
	const struct gp_epub *ep = user;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, other, path);
	return gp_arena_cstr(ep->arena, path + sizeof "text/" - 1);
}

/* ---- the whole ---- */

void
gp_epub_article(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	struct gp_xhtml_options options = { .prefix = "h",
		                            .anchors = true,
		                            .boxes = true,
		                            .picture = picture_path,
		                            .user = ep };
	const struct gp_xhtml_relations relations = { .pack = ep->pack,
		                                      .arena = ep->arena,
		                                      .lang = ep->lang,
		                                      .address = neighbour,
		                                      .user = ep };
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	const struct gp_labels *labels = ep->pack->entries[i].labels;

	options.labels = labels;
	options.marks = body_marks(ep, i, &options.n_marks);
	gp_epub_open_page(ep, x, "../", doc->lang,
	                  gp_title_text(doc, ep->pack->labels));
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
	print_pages(ep, x, i, GP_PAGE_IN_HEAD);
	gp_xhtml_header(x, doc, labels);
	gp_xhtml_corrections(x, &ep->pack->entries[i], ep->pack->info.lang,
	                     ep->pack->labels);
	gp_xhtml_body(x, doc, &options);
	print_pages(ep, x, i, GP_PAGE_IN_FOOT);
	gp_xhtml_footer(x, doc, labels);
	gp_xhtml_close(x);
	gp_xhtml_related(x, &relations, i);
	other_pages(ep, x, i);
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
