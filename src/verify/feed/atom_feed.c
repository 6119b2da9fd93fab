/* Elements of a feed by name, and its dates, as every check of a feed asks
   for them.  Where an element may stand is not known here. */
#include "verify/feed/atom_feed.h"

#include "base/date.h"

bool
gp_is_atom(const xmlNode *n, const char *name)
{
	return gp_dom_is(n, GP_NS_ATOM, name);
}

xmlNode *
gp_atom_child(const xmlNode *parent, const char *name)
{
	xmlNode *n;

	for (n = gp_dom_child(parent); n; n = gp_dom_sibling(n))
		if (gp_is_atom(n, name))
			return n;
	return NULL;
}

bool
gp_atom_date(struct gp_atom_feed *f, xmlNode *n, int64_t *seconds)
{
	struct gp_str text = gp_dom_text(f->in, n);
	struct gp_date date;

	if (!gp_is_timestamp(text) || !gp_date_parse(text, &date)) {
		gp_found(f->in, GP_CHECK_FEED_DATE, NULL, gp_dom_line(n),
		         "%s is no date of RFC 3339: \"%.*s\"",
		         (const char *)n->name, GP_ARG(text));
		return false;
	}
	*seconds = gp_date_seconds(&date);
	return true;
}
