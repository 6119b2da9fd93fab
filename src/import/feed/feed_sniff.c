/* Looks past a prologue for the first tag's name, in the first 64 KiB, and
   judges by that name alone. */
#include "import/feed/feed_sniff.h"

#include "base/limits.h"

#include <string.h>

bool
gp_feed_is_root(const char *name)
{
	struct gp_str root = gp_str(name);

	return gp_str_eq_nocase(root, GP_STR("feed")) ||
	       gp_str_eq_nocase(root, GP_STR("rss")) ||
	       gp_str_eq_nocase(root, GP_STR("rdf"));
}

/* Past the declaration, comments and a document type. */
static struct gp_str
skip_prologue(struct gp_str s)
{
	size_t end;

	if (gp_str_starts(s, GP_STR("\xEF\xBB\xBF")))
		s = gp_str_sub(s, 3, s.n);
	for (s = gp_str_trim(s);
	     gp_str_starts(s, GP_STR("<?")) || gp_str_starts(s, GP_STR("<!"));
	     s = gp_str_trim(s)) {
		bool comment = gp_str_starts(s, GP_STR("<!--"));

		end = gp_str_find(s, comment ? GP_STR("-->") : GP_STR(">"), 0);
		s = gp_str_sub(s, end + (comment ? 3 : 1), s.n);
	}
	return s;
}

/* An entry alone is one of Atom's. */
static bool
has_atom(struct gp_str s)
{
	s = gp_str_sub(s, 0, gp_str_find(s, GP_STR(">"), 0));
	return gp_str_find(s, GP_STR("www.w3.org/2005/Atom"), 0) < s.n;
}

/* A server's complaint may stand before a feed that is called one. */
static struct gp_str
skip_complaint(struct gp_str s, const char *name)
{
	static const char *const ends[] = { ".xml", ".rss", ".atom", ".rdf" };
	size_t at =
		gp_str_find(gp_str_sub(s, 0, 4 * GP_KIB), GP_STR("<?xml "), 0);
	size_t i;

	for (i = 0; name && i < sizeof ends / sizeof *ends; i++)
		if (at < s.n && at < 4 * GP_KIB &&
		    gp_str_ends(gp_str(name), gp_str(ends[i])))
			return gp_str_sub(s, at, s.n);
	return s;
}

int
gp_feed_sniff(const struct gp_source_bytes *source)
{
	struct gp_str s = skip_prologue(skip_complaint(
		gp_str_sub(source->data, 0, 64 * GP_KIB), source->name));
	size_t i = 1, from = 1;
	char name[8];

	while (i < s.n && s.p[0] == '<' && s.p[i] != '>' && s.p[i] != '/' &&
	       !gp_is_space(s.p[i])) {
		if (s.p[i] == ':')
			from = i + 1;
		i++;
	}
	if (i <= from || i - from >= sizeof name)
		return 0;
	memcpy(name, s.p + from, i - from);
	name[i - from] = '\0';
	if (gp_feed_is_root(name) || strcmp(name, "opml") == 0)
		return 95; /* of a list of feeds the reader says so */
	return strcmp(name, "entry") == 0 && has_atom(s) ? 95 : 0;
}
