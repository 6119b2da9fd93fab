/* Attributes of a content document that name something: ids, links, files,
   notes and page breaks, each noted for later or looked up in the same
   document.  Whether a link leads anywhere is not known before all documents
   are read. */
#include "verify/epub/book.h"

#include "base/text/uri.h"

/* ---- ids ---- */

static bool
is_pagebreak(const xmlNode *n)
{
	return gp_has_word(gp_dom_attr(n, NULL, "role"), "doc-pagebreak") ||
	       gp_has_word(gp_dom_attr(n, GP_NS_OPS, "type"), "pagebreak");
}

static bool
is_note(const xmlNode *n)
{
	struct gp_str role = gp_dom_attr(n, NULL, "role");
	struct gp_str type = gp_dom_attr(n, GP_NS_OPS, "type");

	return gp_has_word(role, "doc-footnote") ||
	       gp_has_word(role, "doc-endnote") ||
	       gp_has_word(type, "footnote") || gp_has_word(type, "endnote") ||
	       gp_has_word(type, "rearnote");
}

static bool
is_heading(const xmlNode *n)
{
	return gp_is_word_of(gp_dom_name(n), "h1 h2 h3 h4 h5 h6");
}

/* What a page break calls its page. */
static struct gp_str
page_label(struct gp_book *b, xmlNode *n)
{
	static const char *const names[] = { "aria-label", "title" };
	struct gp_str label;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		label = gp_dom_attr(n, NULL, names[i]);
		if (label.n)
			return gp_arena_str(b->in->arena, gp_str_trim(label));
	}
	return gp_dom_text(b->in, n);
}

static void
note_target(struct gp_book *b, struct gp_book_item *item, xmlNode *n,
            struct gp_str id)
{
	struct gp_str key = gp_book_target_key(b, item->path, id);
	struct gp_book_target *t = gp_map_find(&b->targets, key);

	if (t || !id.n || gp_str_words(id) != 1 || gp_str_trim(id).n != id.n)
		gp_found(b->in, GP_CHECK_HTML_ID, item->path.p, gp_dom_line(n),
		         t ? "the id %.*s is used twice"
		           : "the id \"%.*s\" is empty or holds a space",
		         GP_ARG(id));
	t = gp_arena_alloc(b->in->arena, sizeof *t);
	if (!t)
		return;
	*t = (struct gp_book_target){
		.order = ++b->n_targets,
		.heading = is_heading(n),
		.pagebreak = is_pagebreak(n),
		.note = is_note(n),
		.place = item->path.p,
		.line = gp_dom_line(n),
	};
	if (t->heading)
		t->text = gp_dom_text(b->in, n);
	if (t->pagebreak)
		t->text = page_label(b, n);
	gp_map_put(&b->targets, key, t);
	if (t->pagebreak) {
		*b->last_page = t;
		b->last_page = &t->next_page;
	}
}

static void
check_pagebreak(struct gp_book *b, struct gp_book_item *item, xmlNode *n,
                struct gp_str id)
{
	item->holds |= GP_HAS_PAGEBREAK;
	if (!id.n || !page_label(b, n).n)
		gp_found(b->in, GP_CHECK_HTML_PAGEBREAK, item->path.p,
		         gp_dom_line(n), "the page break has no %s",
		         id.n ? "label" : "id");
}

/* ---- links ---- */

static enum gp_book_link_kind
kind_of(const struct gp_book *b, const struct gp_book_item *item,
        const xmlNode *a)
{
	const xmlNode *n;
	struct gp_str type;

	if (gp_has_word(gp_dom_attr(a, NULL, "role"), "doc-noteref") ||
	    gp_has_word(gp_dom_attr(a, GP_NS_OPS, "type"), "noteref"))
		return GP_LINK_NOTE;
	for (n = a; item == b->nav && n->type == XML_ELEMENT_NODE;
	     n = n->parent) {
		if (!gp_dom_is(n, GP_NS_XHTML, "nav"))
			continue;
		type = gp_dom_attr(n, GP_NS_OPS, "type");
		if (gp_has_word(type, "toc"))
			return GP_LINK_TOC;
		if (gp_has_word(type, "page-list"))
			return GP_LINK_PAGE;
		if (gp_has_word(type, "landmarks"))
			return GP_LINK_LANDMARK;
	}
	return GP_LINK_TEXT;
}

static bool
holds_picture_with_alt(xmlNode *a)
{
	xmlNode *n;

	for (n = a->children; n; n = gp_dom_next(n, a))
		if (gp_dom_is(n, GP_NS_XHTML, "img") &&
		    gp_dom_attr(n, NULL, "alt").n)
			return true;
	return false;
}

static void
check_anchor(struct gp_book *b, struct gp_book_item *item, xmlNode *a)
{
	struct gp_str href = gp_dom_attr(a, NULL, "href"), text;

	if (!href.p)
		return;
	text = gp_dom_text(b->in, a);
	if (!text.n && !gp_dom_attr(a, NULL, "aria-label").n &&
	    !holds_picture_with_alt(a))
		gp_found(b->in, GP_CHECK_LINK_EMPTY, item->path.p,
		         gp_dom_line(a), "the link has no words");
	gp_book_link(b, kind_of(b, item, a), item->path, gp_dom_line(a), href,
	             text);
}

static void
check_file(struct gp_book *b, struct gp_book_item *item, xmlNode *n,
           const char *attribute)
{
	struct gp_str href = gp_dom_attr(n, NULL, attribute);

	if (!href.p)
		return;
	if (gp_is_word_of(gp_str_sub(href, 0, gp_uri_scheme(href)),
	                  "http https"))
		item->holds |= GP_HAS_REMOTE;
	gp_book_link(b, GP_LINK_FILE, item->path, gp_dom_line(n), href,
	             (struct gp_str){ NULL, 0 });
}

/* ---- attributes that name ids ---- */

void
gp_book_idrefs(struct gp_book *b, struct gp_book_item *item, xmlNode *n)
{
	static const char *const names[] = { "aria-labelledby",
		                             "aria-describedby", "aria-details",
		                             "headers", "for" };
	struct gp_str list, id;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		list = gp_dom_attr(n, NULL, names[i]);
		while (gp_str_word(&list, &id))
			if (!gp_book_target(b, item->path, id))
				gp_found(b->in, GP_CHECK_HTML_IDREF,
				         item->path.p, gp_dom_line(n),
				         "%s names no id: %.*s", names[i],
				         GP_ARG(id));
	}
}

/* ---- scripts ---- */

static void
check_handlers(struct gp_book *b, struct gp_book_item *item, xmlNode *n)
{
	const xmlAttr *a;
	struct gp_str name;

	for (a = n->properties; a; a = a->next) {
		name = gp_str((const char *)a->name);
		if (!a->ns && gp_str_starts(name, GP_STR("on"))) {
			item->holds |= GP_HAS_SCRIPT;
			gp_found(b->in, GP_CHECK_HTML_SCRIPT, item->path.p,
			         gp_dom_line(n), "%s is an event handler",
			         (const char *)a->name);
		}
	}
	if (gp_dom_attr(n, NULL, "style").p)
		gp_found(b->in, GP_CHECK_HTML_STYLE, item->path.p,
		         gp_dom_line(n), "%s has a style of its own",
		         (const char *)n->name);
}

void
gp_book_attributes(struct gp_book *b, struct gp_book_item *item, xmlNode *n)
{
	static const char *const files[] = { "src", "poster", "data" };
	struct gp_str id = gp_dom_attr(n, NULL, "id");
	size_t i;

	if (id.p)
		note_target(b, item, n, id);
	if (is_pagebreak(n))
		check_pagebreak(b, item, n, id);
	check_handlers(b, item, n);
	if (gp_dom_is(n, GP_NS_XHTML, "a"))
		check_anchor(b, item, n);
	if (gp_dom_is(n, GP_NS_XHTML, "link"))
		check_file(b, item, n, "href");
	for (i = 0; i < sizeof files / sizeof files[0]; i++)
		check_file(b, item, n, files[i]);
}
