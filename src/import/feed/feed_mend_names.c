/* One table, of RSS 0.9 to 2.0, Atom and the modules that most feeds use.  It
   does not know where an element may stand. */
#include "import/feed/feed_mend_names.h"

enum traits {
	WORDS = 1, /* holds words and no element */
	ALIEN = 2, /* none of HTML's is called that */
	EMPTY = 4, /* holds nothing at all */
};

static const struct feed_element {
	const char *name;
	unsigned traits; /* enum traits */
} elements[] = {
	{ "rss", 0 },
	{ "rdf:RDF", 0 },
	{ "channel", 0 },
	{ "feed", 0 },
	{ "item", 0 },
	{ "entry", 0 },
	{ "author", 0 },
	{ "content", 0 },
	{ "summary", 0 },
	{ "image", 0 },
	{ "title", WORDS },
	{ "link", WORDS },
	{ "id", WORDS },
	{ "name", WORDS },
	{ "language", WORDS },
	{ "generator", WORDS },
	{ "copyright", WORDS },
	{ "description", ALIEN },
	{ "content:encoded", ALIEN },
	{ "guid", WORDS | ALIEN },
	{ "pubDate", WORDS | ALIEN },
	{ "category", WORDS | ALIEN },
	{ "comments", WORDS | ALIEN },
	{ "lastBuildDate", WORDS | ALIEN },
	{ "updated", WORDS | ALIEN },
	{ "published", WORDS | ALIEN },
	{ "dc:creator", WORDS | ALIEN },
	{ "dc:date", WORDS | ALIEN },
	{ "enclosure", ALIEN | EMPTY },
	{ "media:thumbnail", ALIEN | EMPTY },
	{ "itunes:image", ALIEN | EMPTY },
	{ "atom:link", ALIEN | EMPTY },
	{ NULL, 0 },
};

static const struct feed_element *
find(struct gp_str name)
{
	const struct feed_element *p = elements;

	while (p->name && !gp_str_eq_nocase(name, gp_str(p->name)))
		p++;
	return p;
}

struct gp_str
gp_mend_name(struct gp_str name)
{
	const struct feed_element *p = find(name);

	return p->name ? gp_str(p->name) : name;
}

bool
gp_mend_is_empty(struct gp_str name)
{
	static const char *const of_html[] = { "br", "hr", "img", "wbr" };
	size_t i;

	for (i = 0; i < sizeof of_html / sizeof *of_html; i++)
		if (gp_str_eq_nocase(name, gp_str(of_html[i])))
			return true;
	return find(name)->traits & EMPTY;
}

bool
gp_mend_ends(struct gp_str field, struct gp_str name)
{
	const struct feed_element *open = find(field), *next = find(name);

	if (!open->name || !next->name)
		return false;
	return open->traits & WORDS || next->traits & ALIEN;
}
