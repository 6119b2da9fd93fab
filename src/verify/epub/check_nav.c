/* The navigation document (EPUB 3.3, 7) and the NCX of EPUB 2 (OPF 2.0.1,
   2.4.1; ANSI/NISO Z39.86-2005, 8): their structure, list by list.  That
   they agree with the text and with each other is check_links.c's matter. */
#include "verify/epub/book.h"

#define NCX_NS "http://www.daisy.org/z3986/2005/ncx/"

/* ---- the navigation document ---- */

static void
bad_structure(struct gp_book *b, const char *place, const xmlNode *n,
              const char *what)
{
	gp_found(b->in, GP_CHECK_NAV_STRUCTURE, place, gp_dom_line(n), "%s",
	         what);
}

/* An item is a link, or a label and a list. */
static void
check_item(struct gp_book *b, const char *place, xmlNode *li)
{
	xmlNode *label = gp_dom_child(li);
	xmlNode *list = label ? gp_dom_sibling(label) : NULL;

	if (!gp_dom_is(label, GP_NS_XHTML, "a") &&
	    !gp_dom_is(label, GP_NS_XHTML, "span"))
		bad_structure(b, place, li,
		              "an item begins with no link or "
		              "label");
	else if (!gp_dom_text(b->in, label).n)
		bad_structure(b, place, li, "an item has no words");
	else if (list &&
	         (!gp_dom_is(list, GP_NS_XHTML, "ol") || gp_dom_sibling(list)))
		bad_structure(b, place, li,
		              "an item holds more than a link "
		              "and a list");
	else if (!list && gp_dom_is(label, GP_NS_XHTML, "span"))
		bad_structure(b, place, li, "a label stands without a list");
}

static void
check_list(struct gp_book *b, const char *place, xmlNode *nav)
{
	xmlNode *n, *first = gp_dom_child(nav);
	size_t lists = 0;

	if (first &&
	    gp_is_word_of(gp_dom_name(first), "h1 h2 h3 h4 h5 h6 hgroup"))
		first = gp_dom_sibling(first);
	for (n = first; n; n = gp_dom_sibling(n))
		lists += gp_dom_is(n, GP_NS_XHTML, "ol");
	if (lists != 1 || gp_dom_sibling(first))
		bad_structure(b, place, nav, "nav is no heading and one list");
	for (n = nav->children; n; n = gp_dom_next(n, nav)) {
		if (gp_dom_is(n, GP_NS_XHTML, "li"))
			check_item(b, place, n);
		if (gp_dom_is(n, GP_NS_XHTML, "ol") && !gp_dom_child(n))
			bad_structure(b, place, n, "a list is empty");
	}
}

/* Landmarks: each link of a type, the same type and place once. */
static void
check_landmarks(struct gp_book *b, const char *place, xmlNode *nav)
{
	struct gp_map seen = { .arena = b->in->arena };
	struct gp_str type, key;
	xmlNode *n;

	for (n = nav->children; n; n = gp_dom_next(n, nav)) {
		if (!gp_dom_is(n, GP_NS_XHTML, "a"))
			continue;
		type = gp_dom_attr(n, GP_NS_OPS, "type");
		if (!type.n) {
			gp_found(b->in, GP_CHECK_NAV_LANDMARKS, place,
			         gp_dom_line(n), "a landmark has no epub:type");
			continue;
		}
		key = gp_arena_printf(b->in->arena, "%.*s %.*s", GP_ARG(type),
		                      GP_ARG(gp_dom_attr(n, NULL, "href")));
		if (gp_map_find(&seen, key))
			gp_found(b->in, GP_CHECK_NAV_LANDMARKS, place,
			         gp_dom_line(n),
			         "the landmark %.*s is given "
			         "twice",
			         GP_ARG(type));
		gp_map_put(&seen, key, n);
	}
}

void
gp_book_nav(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	size_t tocs = 0, landmarks = 0, lists = 0;
	const char *place = item->path.p;
	struct gp_str type;

	for (n = root; n; n = gp_dom_next(n, root)) {
		if (!gp_dom_is(n, GP_NS_XHTML, "nav"))
			continue;
		type = gp_dom_attr(n, GP_NS_OPS, "type");
		if (!type.n)
			continue;
		check_list(b, place, n);
		tocs += gp_has_word(type, "toc");
		lists += gp_has_word(type, "page-list");
		if (gp_has_word(type, "landmarks")) {
			landmarks++;
			check_landmarks(b, place, n);
		}
	}
	if (tocs != 1)
		gp_found(b->in, GP_CHECK_NAV_TOC, place, 0,
		         "there are %zu navs of the type toc", tocs);
	if (landmarks != 1)
		gp_found(b->in, GP_CHECK_NAV_LANDMARKS, place, 0,
		         "there are %zu navs of the type landmarks", landmarks);
	if (lists > 1)
		gp_found(b->in, GP_CHECK_NAV_PAGES, place, 0,
		         "there are %zu page lists", lists);
}

/* ---- the NCX ---- */

static void
check_uid(struct gp_book *b, const char *place, xmlNode *n)
{
	struct gp_str uid = gp_dom_attr(n, NULL, "content");

	if (gp_str_eq(gp_dom_attr(n, NULL, "name"), GP_STR("dtb:uid")) &&
	    !gp_str_eq(gp_str_trim(uid), b->identifier))
		gp_found(b->in, GP_CHECK_NCX_UID, place, gp_dom_line(n),
		         "dtb:uid is not the unique identifier");
}

static size_t
page_number_of(struct gp_str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n && i < 9 && gp_is_digit(s.p[i]); i++)
		n = n * 10 + (size_t)(s.p[i] - '0');
	return n;
}

/* The same place may have the same number; else it rises. */
static void
check_play(struct gp_book *b, const char *place, const xmlNode *n, size_t *last)
{
	struct gp_str order = gp_dom_attr(n, NULL, "playOrder");

	if (!order.p)
		return;
	if (page_number_of(order) <= *last)
		gp_found(b->in, GP_CHECK_NCX_ORDER, place, gp_dom_line(n),
		         "playOrder %.*s does not follow %zu", GP_ARG(order),
		         *last);
	*last = page_number_of(order);
}

void
gp_book_ncx(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	const char *place = item->path.p;
	size_t last = 0, last_page = 0, maps = 0, uids = 0, titles = 0;

	for (n = root; n; n = gp_dom_next(n, root)) {
		if (gp_dom_is(n, NCX_NS, "meta")) {
			uids += gp_str_eq(gp_dom_attr(n, NULL, "name"),
			                  GP_STR("dtb:uid"));
			check_uid(b, place, n);
		}
		maps += gp_dom_is(n, NCX_NS, "navMap");
		titles += gp_dom_is(n, NCX_NS, "docTitle");
		if (gp_dom_is(n, NCX_NS, "navPoint"))
			check_play(b, place, n, &last);
		if (gp_dom_is(n, NCX_NS, "pageTarget"))
			check_play(b, place, n, &last_page);
		if (gp_dom_is(n, NCX_NS, "content"))
			gp_book_link(b, GP_LINK_NCX, item->path, gp_dom_line(n),
			             gp_dom_attr(n, NULL, "src"),
			             (struct gp_str){ NULL, 0 });
	}
	if (!gp_dom_is(root, NCX_NS, "ncx") || maps != 1 || titles != 1 ||
	    uids != 1)
		gp_found(b->in, GP_CHECK_NCX_ROOT, place, gp_dom_line(root),
		         "it is no ncx with one dtb:uid, docTitle and navMap");
}
