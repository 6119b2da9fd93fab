/* Where links lead, and whether navigation is in the order of the text:
   looked at when every document has been read, on notes of them alone.
   Addresses outside the book are judged by their form; none is asked. */
#include "verify/epub/book.h"

#include "base/text/fold.h"
#include "base/text/uri.h"
#include "base/utf8.h"

/* ---- addresses ---- */

/* True when the link leads to a file of the container. */
static bool
check_scheme(struct gp_book *b, const struct gp_book_link *l)
{
	struct gp_str scheme = gp_str_sub(l->href, 0, gp_uri_scheme(l->href));
	bool file = l->kind == GP_LINK_FILE;

	if (!gp_uri_ok(l->href))
		gp_found(b->in, GP_CHECK_LINK_ADDRESS, l->place, l->line,
		         "\"%.*s\" is no address", GP_ARG(l->href));
	if (!scheme.n)
		return l->path.p != NULL;
	if (gp_str_eq_nocase(scheme, GP_STR("javascript")))
		gp_found(b->in, GP_CHECK_HTML_SCRIPT, l->place, l->line,
		         "the link runs a script");
	else if (file && !gp_str_eq_nocase(scheme, GP_STR("data")))
		gp_found(b->in, GP_CHECK_LINK_REMOTE, l->place, l->line,
		         "%.*s is fetched from elsewhere", GP_ARG(l->href));
	else if (gp_str_eq_nocase(scheme, GP_STR("file")) ||
	         (l->kind != GP_LINK_TEXT && !file))
		gp_found(b->in, GP_CHECK_LINK_ADDRESS, l->place, l->line,
		         "\"%.*s\" leads out of the container",
		         GP_ARG(l->href));
	return false;
}

/* ---- targets ---- */

static void
check_note(struct gp_book *b, const struct gp_book_link *l,
           const struct gp_book_target *t)
{
	if (l->kind == GP_LINK_NOTE && (!t || !t->note))
		gp_found(b->in, GP_CHECK_HTML_NOTEREF, l->place, l->line,
		         "\"%.*s\" leads to no note", GP_ARG(l->href));
}

static void
check_target(struct gp_book *b, const struct gp_book_link *l)
{
	const struct gp_book_item *item = gp_map_find(&b->by_path, l->path);
	const struct gp_book_target *t = NULL;

	if (!item || !item->entry) {
		gp_found(b->in, GP_CHECK_LINK_MISSING, l->place, l->line,
		         "%.*s is not in the container", GP_ARG(l->href));
		return;
	}
	if (l->kind == GP_LINK_FILE)
		return;
	if (!item->spine && item != b->nav)
		gp_found(b->in, GP_CHECK_OPF_NOT_IN_SPINE, l->place, l->line,
		         "%.*s is linked to and not in the spine",
		         GP_ARG(item->path));
	if (l->fragment.n) {
		t = gp_book_target(b, l->path, l->fragment);
		if (!t)
			gp_found(b->in, GP_CHECK_LINK_FRAGMENT, l->place,
			         l->line, "%.*s has no id %.*s",
			         GP_ARG(item->path), GP_ARG(l->fragment));
	}
	check_note(b, l, t);
}

void
gp_book_links(struct gp_book *b)
{
	const struct gp_book_link *l;
	size_t i;

	for (i = 0; i < GP_N_LINKS; i++)
		for (l = b->links[i]; l; l = l->next)
			if (check_scheme(b, l))
				check_target(b, l);
}

/* ---- order ---- */

/* Where in the book a link leads; false when nowhere. */
static bool
position(const struct gp_book *b, const struct gp_book_link *l, size_t *spine,
         size_t *order)
{
	const struct gp_book_item *item = gp_map_find(&b->by_path, l->path);
	const struct gp_book_target *t;

	if (!item || !item->spine)
		return false;
	t = l->fragment.n ? gp_book_target(b, l->path, l->fragment) : NULL;
	*spine = item->spine;
	*order = t ? t->order : 0;
	return true;
}

static void
check_rising(struct gp_book *b, enum gp_book_link_kind kind,
             enum gp_check_id id)
{
	size_t spine, order, last_spine = 0, last_order = 0;
	const struct gp_book_link *l;

	for (l = b->links[kind]; l; l = l->next) {
		if (!position(b, l, &spine, &order))
			continue;
		if (spine < last_spine ||
		    (spine == last_spine && order < last_order))
			gp_found(b->in, id, l->place, l->line,
			         "%.*s stands before what is listed before it",
			         GP_ARG(l->href));
		last_spine = spine;
		last_order = order;
	}
}

static struct gp_str
heading_of(const struct gp_book *b, const struct gp_book_link *l)
{
	const struct gp_book_item *item = gp_map_find(&b->by_path, l->path);
	const struct gp_book_target *t;

	if (!item)
		return (struct gp_str){ NULL, 0 };
	if (!l->fragment.n)
		return item->heading;
	t = gp_book_target(b, l->path, l->fragment);
	return t && t->heading ? t->text : (struct gp_str){ NULL, 0 };
}

/* The next letter or digit, however it stands in the line; 0 at the end. */
static uint32_t
next_letter(struct gp_str s, size_t *i)
{
	uint32_t c = 0;

	while (*i < s.n && c == 0)
		c = gp_fold_char(gp_utf8_next(s, i));
	return c;
}

/* The table of contents has no raised words, but signs or ^ for them. */
static bool
reads_alike(struct gp_str a, struct gp_str b)
{
	size_t i = 0, k = 0;
	uint32_t c;

	if (gp_str_eq(a, b))
		return true;
	do {
		c = next_letter(a, &i);
		if (c != next_letter(b, &k))
			return false;
	} while (c);
	return true;
}

static void
check_titles(struct gp_book *b)
{
	const struct gp_book_link *l;
	struct gp_str heading;

	for (l = b->links[GP_LINK_TOC]; l; l = l->next) {
		heading = heading_of(b, l);
		if (heading.n && !reads_alike(heading, l->text))
			gp_found(b->in, GP_CHECK_NAV_TITLE, l->place, l->line,
			         "\"%.*s\" is not the heading \"%.*s\"",
			         GP_ARG(l->text), GP_ARG(heading));
	}
}

/* ---- pages ---- */

static void
check_page(struct gp_book *b, const struct gp_book_link *l,
           struct gp_map *listed)
{
	struct gp_book_target *t = gp_book_target(b, l->path, l->fragment);
	struct gp_str key;

	if (!t)
		return; /* said of the link */
	key = gp_arena_printf(b->in->arena, "%zu", t->order);
	if (!t->pagebreak || gp_map_find(listed, key))
		gp_found(b->in, GP_CHECK_NAV_PAGES, l->place, l->line,
		         t->pagebreak ? "%.*s is listed twice"
		                      : "%.*s is no page break",
		         GP_ARG(l->href));
	else if (t->text.n && !gp_str_eq(t->text, l->text) &&
	         !gp_str_ends(t->text, l->text) &&
	         !gp_str_starts(t->text, l->text))
		gp_found(b->in, GP_CHECK_NAV_PAGES, l->place, l->line,
		         "the page is called %.*s here and %.*s there",
		         GP_ARG(l->text), GP_ARG(t->text));
	gp_map_put(listed, key, t);
}

static void
check_pages(struct gp_book *b)
{
	struct gp_map listed = { .arena = b->in->arena };
	const struct gp_book_target *t;
	const struct gp_book_link *l;

	for (l = b->links[GP_LINK_PAGE]; l; l = l->next)
		check_page(b, l, &listed);
	for (t = b->pages; t; t = t->next_page)
		if (!gp_map_find(&listed, gp_arena_printf(b->in->arena, "%zu",
		                                          t->order)))
			gp_found(b->in, GP_CHECK_NAV_PAGES, t->place, t->line,
			         "the page break %.*s is in no page list",
			         GP_ARG(t->text));
}

/* ---- the NCX against the navigation document ---- */

static void
check_ncx(struct gp_book *b)
{
	static const enum gp_book_link_kind kinds[] = { GP_LINK_TOC,
		                                        GP_LINK_PAGE,
		                                        GP_LINK_LANDMARK };
	struct gp_map listed = { .arena = b->in->arena };
	const struct gp_book_link *l;
	struct gp_str key;
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		for (l = b->links[kinds[i]]; l; l = l->next) {
			key = gp_arena_printf(b->in->arena, "%.*s#%.*s",
			                      GP_ARG(l->path),
			                      GP_ARG(l->fragment));
			gp_map_put(&listed, key, b);
		}
	for (l = b->links[GP_LINK_NCX]; l; l = l->next) {
		key = gp_arena_printf(b->in->arena, "%.*s#%.*s",
		                      GP_ARG(l->path), GP_ARG(l->fragment));
		if (l->path.p && !gp_map_find(&listed, key))
			gp_found(b->in, GP_CHECK_NCX_NAV, l->place, l->line,
			         "%.*s is not in the navigation document",
			         GP_ARG(l->href));
	}
}

void
gp_book_order(struct gp_book *b)
{
	check_rising(b, GP_LINK_TOC, GP_CHECK_NAV_ORDER);
	check_rising(b, GP_LINK_PAGE, GP_CHECK_NAV_PAGES);
	check_titles(b);
	check_pages(b);
	check_ncx(b);
}
