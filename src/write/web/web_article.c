/* The page of an article: what all formats say of it, and the ways to the one
   before it, the contents and the one behind it.  The elements of the text are
   xhtml/'s; it knows no order of its own. */
#include "write/web/web_site.h"

#include "base/text/lang.h"
#include "wording/printed_fields.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml_corrections.h"
#include "write/xhtml/xhtml_related.h"

static struct gp_str
picture_path(const void *user, const struct gp_node *figure)
{
	const struct gp_web *w = user;
	const struct gp_shown_picture *p = gp_shown_picture(&w->shown, figure);

	return p ? p->path : GP_STR("");
}

static struct gp_str
address(const void *user, size_t other)
{
	const struct gp_web *w = user;
	char name[GP_WEB_NAME];

	gp_web_article_name(w, other, name);
	return gp_arena_cstr(w->arena, name);
}

/* ---- to other pages ---- */

static void
way(const struct gp_web *w, struct gp_xml *x, const char *class,
    struct gp_str lang, struct gp_str href, enum gp_word label)
{
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "class", class);
	gp_xml_attr(x, "href", href);
	gp_xml_open(x, "span");
	gp_xml_attrz(x, "class", "label");
	gp_xhtml_own_words(x, w->pack->labels, lang);
	gp_xml_text(x, gp_word(w->pack->labels, label));
	gp_xml_close_full(x);
}

static void
neighbour(const struct gp_web *w, struct gp_xml *x, const struct gp_doc *from,
          size_t to, const char *class, enum gp_word label)
{
	const struct gp_doc *doc = w->pack->entries[to].doc;

	way(w, x, class, from->lang, address(w, to), label);
	gp_xml_text(x, GP_STR(" "));
	gp_xml_open(x, "span");
	gp_xml_attrz(x, "class", "title");
	gp_xhtml_other_lang(x, doc->lang, from->lang);
	gp_xhtml_name(x, gp_title_text(doc, w->pack->labels));
	gp_xml_close_full(x);
	gp_xhtml_close(x);
}

static void
other_pages(const struct gp_web *w, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = w->pack->entries[i].doc;

	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "class", "pages");
	gp_xml_attr(x, "aria-label", gp_word(w->pack->labels, GP_W_PAGES));
	gp_xml_text(x, GP_STR("\n"));
	if (i > 0)
		neighbour(w, x, doc, i - 1, "previous", GP_W_PREVIOUS);
	way(w, x, "back", doc->lang, GP_STR(GP_WEB_INDEX), GP_W_BACK);
	gp_xhtml_close(x);
	if (i + 1 < w->pack->n_entries)
		neighbour(w, x, doc, i + 1, "next", GP_W_NEXT);
	gp_xhtml_close(x);
}

/* ---- the whole ---- */

void
gp_web_article(const struct gp_web *w, struct gp_xml *x, size_t i)
{
	const struct gp_entry *entry = &w->pack->entries[i];
	const struct gp_xhtml_options options = { .prefix = "h",
		                                  .anchors = true,
		                                  .boxes = true,
		                                  .picture = picture_path,
		                                  .user = w,
		                                  .labels = entry->labels };
	const struct gp_xhtml_relations relations = { .pack = w->pack,
		                                      .arena = w->arena,
		                                      .lang = w->lang,
		                                      .address = address,
		                                      .user = w };
	const struct gp_doc *doc = entry->doc;
	const struct gp_web_frame frame = {
		.lang = gp_lang_ok(doc->lang) ? doc->lang : w->lang,
		.title = gp_title_text(doc, w->pack->labels),
	};

	gp_web_open_page(w, x, &frame);
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_header(x, doc, entry->labels);
	gp_xhtml_corrections(x, entry, w->lang, w->pack->labels);
	gp_xhtml_body(x, doc, &options);
	gp_xhtml_footer(x, doc, entry->labels);
	gp_xhtml_close(x);
	gp_xhtml_related(x, &relations, i);
	other_pages(w, x, i);
	gp_web_close_page(w, x, &frame);
}
