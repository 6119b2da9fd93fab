/* The elements of a feed, an entry and a source (RFC 4287, 4.1 and 4.2):
   where they may stand, how often, and what each holds, from one table.
   Elements of other namespaces are let be. */
#include "verify/feed/atom_feed.h"

#include "base/text/uri.h"

#include <string.h>

enum {
	IN_FEED = 1 << 0,
	IN_ENTRY = 1 << 1,
	IN_SOURCE = 1 << 2,
	MANY = 1 << 3,
	REQUIRED = 1 << 4,
};

/* ---- what elements hold ---- */

static void
check_id(struct gp_atom_feed *f, xmlNode *n)
{
	struct gp_str id = gp_arena_str(
		f->in->arena, gp_str(n->children && n->children->content
	                                     ? (char *)n->children->content
	                                     : ""));
	bool own = !gp_is_atom(n->parent, "source");

	if (!gp_uri_scheme(id) || !gp_uri_ok(id) ||
	    gp_uri_scheme(id) + 1 == id.n)
		gp_found(f->in, GP_CHECK_FEED_ID, NULL, gp_dom_line(n),
		         "the id is no absolute address: \"%.*s\"", GP_ARG(id));
	if (own && gp_map_find(&f->ids, id))
		gp_found(f->in, GP_CHECK_FEED_ID_TWICE, NULL, gp_dom_line(n),
		         "the id is used twice: %.*s", GP_ARG(id));
	if (own)
		gp_map_put(&f->ids, id, n);
}

/* 3.2: a name, and addresses that are some. */
static void
check_person(struct gp_atom_feed *f, xmlNode *n)
{
	xmlNode *name = gp_atom_child(n, "name");
	xmlNode *uri = gp_atom_child(n, "uri");
	xmlNode *email = gp_atom_child(n, "email");
	struct gp_str s;

	if (!name || !gp_dom_text(f->in, name).n)
		gp_found(f->in, GP_CHECK_FEED_PERSON, NULL, gp_dom_line(n),
		         "%s has no name", (const char *)n->name);
	if (uri) {
		s = gp_dom_text(f->in, uri);
		if (!gp_uri_scheme(s) || !gp_uri_ok(s))
			gp_found(f->in, GP_CHECK_FEED_PERSON, NULL,
			         gp_dom_line(uri), "%.*s is no address",
			         GP_ARG(s));
	}
	if (email) {
		s = gp_dom_text(f->in, email);
		if (gp_str_find(s, GP_STR("@"), 0) + 1 >= s.n ||
		    gp_str_find(s, GP_STR("@"), 0) == 0 || gp_str_words(s) != 1)
			gp_found(f->in, GP_CHECK_FEED_PERSON, NULL,
			         gp_dom_line(email), "%.*s is no address",
			         GP_ARG(s));
	}
}

static void
check_category(struct gp_atom_feed *f, xmlNode *n)
{
	if (!gp_dom_attr(n, NULL, "term").n)
		gp_found(f->in, GP_CHECK_FEED_CATEGORY, NULL, gp_dom_line(n),
		         "the category has no term");
}

static void
check_picture(struct gp_atom_feed *f, xmlNode *n)
{
	struct gp_str s = gp_dom_text(f->in, n);

	if (!gp_uri_scheme(s) || !gp_uri_ok(s))
		gp_found(f->in, GP_CHECK_FEED_LINK, NULL, gp_dom_line(n),
		         "%s is no absolute address: \"%.*s\"",
		         (const char *)n->name, GP_ARG(s));
}

/* 4.2.11: what makes an entry's origin known. */
static void
check_source(struct gp_atom_feed *f, xmlNode *n)
{
	if (!gp_atom_child(n, "id") || !gp_atom_child(n, "title") ||
	    !gp_atom_child(n, "updated"))
		gp_found(f->in, GP_CHECK_FEED_SOURCE, NULL, gp_dom_line(n),
		         "the source lacks id, title or updated");
	gp_atom_container(f, n);
}

static void
check_date(struct gp_atom_feed *f, xmlNode *n)
{
	int64_t seconds;

	if (gp_is_atom(n->parent, "source"))
		(void)gp_atom_date(f, n, &seconds);
}

/* ---- the table ---- */

static const struct feed_row {
	const char *name;
	unsigned where;
	void (*check)(struct gp_atom_feed *f, xmlNode *n);
} rows[] = {
	{ "id", IN_FEED | IN_ENTRY | IN_SOURCE | REQUIRED, check_id },
	{ "title", IN_FEED | IN_ENTRY | IN_SOURCE | REQUIRED, gp_atom_text },
	{ "updated", IN_FEED | IN_ENTRY | IN_SOURCE | REQUIRED, check_date },
	{ "author", IN_FEED | IN_ENTRY | IN_SOURCE | MANY, check_person },
	{ "contributor", IN_FEED | IN_ENTRY | IN_SOURCE | MANY, check_person },
	{ "category", IN_FEED | IN_ENTRY | IN_SOURCE | MANY, check_category },
	{ "link", IN_FEED | IN_ENTRY | IN_SOURCE | MANY, NULL },
	{ "rights", IN_FEED | IN_ENTRY | IN_SOURCE, gp_atom_text },
	{ "generator", IN_FEED | IN_SOURCE, NULL },
	{ "icon", IN_FEED | IN_SOURCE, check_picture },
	{ "logo", IN_FEED | IN_SOURCE, check_picture },
	{ "subtitle", IN_FEED | IN_SOURCE, gp_atom_text },
	{ "entry", IN_FEED | MANY, NULL },
	{ "content", IN_ENTRY, gp_atom_content },
	{ "published", IN_ENTRY, NULL },
	{ "source", IN_ENTRY, check_source },
	{ "summary", IN_ENTRY, gp_atom_text },
};

enum { N_ROWS = sizeof rows / sizeof rows[0] };

static unsigned
where_of(const xmlNode *n)
{
	if (gp_is_atom(n, "feed"))
		return IN_FEED;
	return gp_is_atom(n, "entry") ? IN_ENTRY : IN_SOURCE;
}

static void
check_child(struct gp_atom_feed *f, xmlNode *n, unsigned where,
            size_t count[N_ROWS])
{
	size_t i;

	for (i = 0; i < N_ROWS; i++)
		if (gp_is_atom(n, rows[i].name) && (rows[i].where & where))
			break;
	if (i == N_ROWS) {
		if (gp_is_atom(n, NULL))
			gp_found(f->in, GP_CHECK_FEED_ELEMENT, NULL,
			         gp_dom_line(n), "%s may not stand in %s",
			         (const char *)n->name,
			         (const char *)n->parent->name);
		return;
	}
	if (count[i]++ > 0 && !(rows[i].where & MANY))
		gp_found(f->in, GP_CHECK_FEED_TWICE, NULL, gp_dom_line(n),
		         "%s has a second %s", (const char *)n->parent->name,
		         rows[i].name);
	if (rows[i].check)
		rows[i].check(f, n);
}

/* Between its elements there is nothing but white space. */
static void
check_loose(struct gp_atom_feed *f, const xmlNode *parent)
{
	const xmlNode *n;

	for (n = parent->children; n; n = n->next)
		if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode(n)) ||
		    n->type == XML_CDATA_SECTION_NODE)
			gp_found(f->in, GP_CHECK_FEED_ELEMENT, NULL,
			         gp_dom_line(n), "text may not stand in %s",
			         (const char *)parent->name);
}

/* A source in a source is no child that is looked into, so this goes no
   deeper than feed, entry, source. */
void
gp_atom_container(struct gp_atom_feed *f, xmlNode *parent)
{
	size_t count[N_ROWS] = { 0 }, i;
	unsigned where = where_of(parent);
	xmlNode *n;

	check_loose(f, parent);
	for (n = gp_dom_child(parent); n; n = gp_dom_sibling(n))
		check_child(f, n, where, count);
	for (i = 0; i < N_ROWS && where != IN_SOURCE; i++)
		if ((rows[i].where & REQUIRED) && count[i] == 0)
			gp_found(f->in, GP_CHECK_FEED_REQUIRED, NULL,
			         gp_dom_line(parent), "%s has no %s",
			         (const char *)parent->name, rows[i].name);
}
