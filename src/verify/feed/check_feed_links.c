/* Links of a feed (RFC 4287, 4.2.7), enclosures, and the links between the
   documents of a feed (RFC 5005), by their relations and the form of their
   addresses.  Where they lead is not asked. */
#include "verify/feed/atom_feed.h"

#include "base/text/lang.h"
#include "base/text/uri.h"

static struct gp_str
rel_of(const xmlNode *link)
{
	struct gp_str rel = gp_dom_attr(link, NULL, "rel");

	return rel.p ? rel : GP_STR("alternate");
}

static bool
all_digits(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_digit(s.p[i]))
			return false;
	return s.n > 0;
}

static void
check_rel(struct gp_atom_feed *f, const xmlNode *link, struct gp_str rel)
{
	struct gp_str type = gp_dom_attr(link, NULL, "type");
	struct gp_str lang = gp_dom_attr(link, NULL, "hreflang");

	if (!rel.n || gp_str_words(rel) != 1 || !gp_uri_ok(rel))
		gp_found(f->in, GP_CHECK_FEED_TYPE, NULL, gp_dom_line(link),
		         "\"%.*s\" is no relation", GP_ARG(rel));
	if (type.p && !gp_is_media_type(type))
		gp_found(f->in, GP_CHECK_FEED_TYPE, NULL, gp_dom_line(link),
		         "\"%.*s\" is no media type", GP_ARG(type));
	if (lang.p && !gp_lang_ok(lang))
		gp_found(f->in, GP_CHECK_FEED_LANG, NULL, gp_dom_line(link),
		         "\"%.*s\" is no language tag", GP_ARG(lang));
	if (gp_str_eq(rel, GP_STR("enclosure")) &&
	    (!type.n || !all_digits(gp_dom_attr(link, NULL, "length"))))
		gp_found(f->in, GP_CHECK_FEED_ENCLOSURE, NULL,
		         gp_dom_line(link),
		         "the enclosure has no type or no length");
}

/* 4.1.1: one alternate a type and language. */
static void
check_alternate(struct gp_atom_feed *f, const xmlNode *link,
                struct gp_map *seen)
{
	struct gp_str key =
		gp_arena_printf(f->in->arena, "%.*s %.*s",
	                        GP_ARG(gp_dom_attr(link, NULL, "type")),
	                        GP_ARG(gp_dom_attr(link, NULL, "hreflang")));

	if (gp_map_find(seen, key))
		gp_found(f->in, GP_CHECK_FEED_LINK_TWICE, NULL,
		         gp_dom_line(link),
		         "a second alternate link of one type and language");
	gp_map_put(seen, key, f);
}

/* ---- RFC 5005 ---- */

static void
check_archive(struct gp_atom_feed *f, const xmlNode *link, struct gp_str rel)
{
	const char *why = NULL;

	if (f->complete &&
	    gp_is_word_of(rel, "first last previous next prev-archive"))
		why = "a complete feed has no other documents (section 2)";
	else if (f->archive && gp_is_word_of(rel, "first last previous next"))
		why = "an archive is no paged feed (sections 3 and 4)";
	else if (gp_str_eq(rel, GP_STR("next-archive")) && !f->archive)
		why = "only an archive has a next archive (section 4)";
	if (why)
		gp_found(f->in, GP_CHECK_FEED_ARCHIVE, NULL, gp_dom_line(link),
		         "%s", why);
}

static void
check_marks(struct gp_atom_feed *f, bool current)
{
	if (f->archive && f->complete)
		gp_found(f->in, GP_CHECK_FEED_ARCHIVE, NULL,
		         gp_dom_line(f->root),
		         "the feed is an archive and complete");
	if (f->archive && !current)
		gp_found(f->in, GP_CHECK_FEED_ARCHIVE, NULL,
		         gp_dom_line(f->root),
		         "the archive does not link to the current feed");
}

/* ---- all links of one parent ---- */

void
gp_atom_links(struct gp_atom_feed *f, xmlNode *parent)
{
	struct gp_map alternates = { .arena = f->in->arena };
	size_t selfs = 0;
	bool current = false;
	struct gp_str rel, href;
	xmlNode *n;

	for (n = gp_dom_child(parent); n; n = gp_dom_sibling(n)) {
		if (!gp_is_atom(n, "link"))
			continue;
		rel = rel_of(n);
		href = gp_dom_attr(n, NULL, "href");
		if (!gp_uri_scheme(href) || !gp_uri_ok(href))
			gp_found(f->in, GP_CHECK_FEED_LINK, NULL,
			         gp_dom_line(n),
			         "the link has no absolute address: \"%.*s\"",
			         GP_ARG(href));
		check_rel(f, n, rel);
		if (gp_str_eq(rel, GP_STR("alternate")))
			check_alternate(f, n, &alternates);
		selfs += gp_str_eq(rel, GP_STR("self"));
		current |= gp_str_eq(rel, GP_STR("current"));
		if (parent == f->root)
			check_archive(f, n, rel);
	}
	if (parent != f->root)
		return;
	check_marks(f, current);
	if (selfs != 1)
		gp_found(f->in, GP_CHECK_FEED_SELF, NULL, gp_dom_line(parent),
		         "the feed has %zu links to itself", selfs);
}
