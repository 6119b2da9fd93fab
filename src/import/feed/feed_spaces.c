/* One table.  A prefix that nothing declares is looked up in it too. */
#include "import/feed/feed_spaces.h"

static const struct space {
	const char *address, *prefix; /* without its scheme; or NULL */
	enum gp_feed_space space;
} spaces[] = {
	{ "www.w3.org/2005/atom", "atom", GP_FEED_CORE },
	{ "purl.org/atom/ns", NULL, GP_FEED_CORE }, /* Atom 0.3 */
	{ "purl.org/rss/1.0", "rss", GP_FEED_CORE },
	{ "my.netscape.com/rdf/simple/0.9", NULL, GP_FEED_CORE },
	{ "my.netscape.com/publish/formats/rss-0.91", NULL, GP_FEED_CORE },
	{ "backend.userland.com/rss", NULL, GP_FEED_CORE },
	{ "backend.userland.com/rss2", NULL, GP_FEED_CORE },
	{ "blogs.law.harvard.edu/tech/rss", NULL, GP_FEED_CORE },
	{ "cyber.law.harvard.edu/rss", NULL, GP_FEED_CORE },
	{ "purl.org/dc/elements/1.1", "dc", GP_FEED_DC },
	{ "purl.org/dc/elements/1.0", NULL, GP_FEED_DC },
	{ "purl.org/dc/terms", "dcterms", GP_FEED_DC },
	{ "purl.org/rss/1.0/modules/content", "content", GP_FEED_CONTENT },
	{ "search.yahoo.com/mrss", "media", GP_FEED_MEDIA },
	{ "www.rssboard.org/media-rss", NULL, GP_FEED_MEDIA },
	{ "www.itunes.com/dtds/podcast-1.0.dtd", "itunes", GP_FEED_ITUNES },
	{ "www.google.com/schemas/play-podcasts/1.0", "googleplay",
	  GP_FEED_ITUNES },
	{ "www.w3.org/1999/xhtml", "xhtml", GP_FEED_XHTML },
	{ NULL, NULL, GP_FEED_FOREIGN },
};

static struct gp_str
core_of_address(struct gp_str s)
{
	size_t scheme = gp_str_find(s, GP_STR("://"), 0);

	if (scheme < s.n)
		s = gp_str_sub(s, scheme + 3, s.n);
	while (s.n && (s.p[s.n - 1] == '/' || s.p[s.n - 1] == '#'))
		s.n--;
	return s;
}

static enum gp_feed_space
by_address(struct gp_str address)
{
	const struct space *p;

	address = core_of_address(gp_str_trim(address));
	for (p = spaces; p->address; p++)
		if (gp_str_eq_nocase(address, gp_str(p->address)))
			break;
	return p->space;
}

static enum gp_feed_space
by_prefix(struct gp_str prefix)
{
	const struct space *p;

	for (p = spaces; p->address; p++)
		if (p->prefix && gp_str_eq_nocase(prefix, gp_str(p->prefix)))
			break;
	return p->space;
}

/* Of an element whose prefix is not declared the parser keeps it in the
   name. */
static size_t
colon(struct gp_str name)
{
	return gp_str_find(name, GP_STR(":"), 0);
}

struct gp_str
gp_feed_name_of(const xmlNode *node)
{
	struct gp_str name = gp_str((const char *)node->name);
	size_t at = colon(name);

	return at < name.n ? gp_str_sub(name, at + 1, name.n) : name;
}

/* The feed's own names may be in a namespace that nobody knows: in that of its
   root. */
static bool
is_of_root(const xmlNode *node)
{
	const xmlNode *root = xmlDocGetRootElement(node->doc);

	return root && root->ns && xmlStrEqual(root->ns->href, node->ns->href);
}

enum gp_feed_space
gp_feed_space_of(const xmlNode *node)
{
	struct gp_str name = gp_str((const char *)node->name);
	size_t at = colon(name);
	enum gp_feed_space space;

	if (!node->ns || !node->ns->href)
		return at < name.n ? by_prefix(gp_str_sub(name, 0, at))
		                   : GP_FEED_CORE;
	space = by_address(gp_str((const char *)node->ns->href));
	return space == GP_FEED_FOREIGN && is_of_root(node) ? GP_FEED_CORE
	                                                    : space;
}

bool
gp_feed_is(const xmlNode *node, enum gp_feed_space space, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       gp_str_eq(gp_feed_name_of(node), gp_str(name)) &&
	       gp_feed_space_of(node) == space;
}

xmlNode *
gp_feed_child(const xmlNode *node, enum gp_feed_space space, const char *name)
{
	xmlNode *c = node->children;

	while (c && !gp_feed_is(c, space, name))
		c = c->next;
	return c;
}
