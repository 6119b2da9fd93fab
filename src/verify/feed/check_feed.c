/* A feed and its entries as wholes: what several elements of one parent must
   say together, and in the end what the feed says against what its entries
   do.  A single element is judged in check_elements.c; no other feed is
   known. */
#include "verify/feed/atom_feed.h"

#include "base/text/lang.h"

#define ARCHIVE_NS "http://purl.org/syndication/history/1.0"

/* ---- entries ---- */

static void
check_dates(struct gp_atom_feed *f, const xmlNode *entry)
{
	xmlNode *updated = gp_atom_child(entry, "updated");
	xmlNode *published = gp_atom_child(entry, "published");
	int64_t last = 0, first = 0;
	bool has_last = updated && gp_atom_date(f, updated, &last);

	if (published && gp_atom_date(f, published, &first) && has_last &&
	    last < first)
		gp_found(f->in, GP_CHECK_FEED_PUBLISHED, NULL,
		         gp_dom_line(updated),
		         "the entry was updated before it was published");
	if (!has_last)
		return;
	if (!f->has_newest || last > f->newest)
		f->newest = last;
	f->has_newest = true;
}

/* 4.1.2: an author somewhere. */
static void
check_author(struct gp_atom_feed *f, const xmlNode *entry)
{
	const xmlNode *source = gp_atom_child(entry, "source");

	if (!f->author && !gp_atom_child(entry, "author") &&
	    !(source && gp_atom_child(source, "author")))
		gp_found(f->in, GP_CHECK_FEED_AUTHOR, NULL, gp_dom_line(entry),
		         "the entry has no author, and the feed has none");
}

static bool
has_alternate(const xmlNode *entry)
{
	struct gp_str rel;
	xmlNode *n;

	for (n = gp_dom_child(entry); n; n = gp_dom_sibling(n)) {
		if (!gp_is_atom(n, "link"))
			continue;
		rel = gp_dom_attr(n, NULL, "rel");
		if (!rel.p || gp_str_eq(rel, GP_STR("alternate")))
			return true;
	}
	return false;
}

/* 4.1.1.1 and 4.1.2. */
static void
check_content(struct gp_atom_feed *f, const xmlNode *entry)
{
	xmlNode *content = gp_atom_child(entry, "content");

	if (!content && !has_alternate(entry))
		gp_found(f->in, GP_CHECK_FEED_CONTENT, NULL, gp_dom_line(entry),
		         "the entry has no content and no alternate link");
	if (content && gp_dom_attr(content, NULL, "src").p &&
	    !gp_atom_child(entry, "summary"))
		gp_found(f->in, GP_CHECK_FEED_CONTENT, NULL,
		         gp_dom_line(content),
		         "the content is elsewhere and there is no summary");
}

static void
check_entry(struct gp_atom_feed *f, xmlNode *entry)
{
	gp_atom_container(f, entry);
	gp_atom_links(f, entry);
	check_dates(f, entry);
	check_author(f, entry);
	check_content(f, entry);
}

/* ---- the feed ---- */

static void
check_language(struct gp_atom_feed *f)
{
	xmlNode *n;
	struct gp_str lang;

	if (!gp_dom_attr(f->root, (const char *)XML_XML_NAMESPACE, "lang").n)
		gp_found(f->in, GP_CHECK_FEED_LANG, NULL, gp_dom_line(f->root),
		         "the feed has no xml:lang");
	for (n = f->root; n; n = gp_dom_next(n, f->root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		lang = gp_dom_attr(n, (const char *)XML_XML_NAMESPACE, "lang");
		if (lang.n && !gp_lang_ok(lang))
			gp_found(f->in, GP_CHECK_FEED_LANG, NULL,
			         gp_dom_line(n), "%.*s is no language tag",
			         GP_ARG(lang));
		if (gp_dom_attr(n, (const char *)XML_XML_NAMESPACE, "base").p)
			gp_found(f->in, GP_CHECK_FEED_BASE, NULL,
			         gp_dom_line(n), "xml:base is used");
	}
}

/* A feed that says it is older than what it holds looks unchanged. */
static void
check_updated(struct gp_atom_feed *f)
{
	xmlNode *updated = gp_atom_child(f->root, "updated");
	int64_t seconds;

	if (updated && gp_atom_date(f, updated, &seconds) && f->has_newest &&
	    seconds < f->newest)
		gp_found(f->in, GP_CHECK_FEED_UPDATED, NULL,
		         gp_dom_line(updated),
		         "the feed says it is older than its newest entry");
}

static void
check_feed(struct gp_atom_feed *f)
{
	xmlNode *n;

	for (n = gp_dom_child(f->root); n; n = gp_dom_sibling(n)) {
		f->archive |= gp_dom_is(n, ARCHIVE_NS, "archive");
		f->complete |= gp_dom_is(n, ARCHIVE_NS, "complete");
	}
	f->author = gp_atom_child(f->root, "author");
	gp_atom_container(f, f->root);
	gp_atom_links(f, f->root);
	check_language(f);
	for (n = gp_dom_child(f->root); n; n = gp_dom_sibling(n))
		if (gp_is_atom(n, "entry"))
			check_entry(f, n);
	check_updated(f);
}

/* A byte order mark, and white space, may stand before a feed. */
static struct gp_str
without_mark(struct gp_str bytes)
{
	if (gp_str_starts(bytes, GP_STR("\xEF\xBB\xBF")))
		return gp_str_sub(bytes, 3, bytes.n);
	return bytes;
}

static bool
is_feed(struct gp_str head)
{
	head = gp_str_trim(without_mark(head));
	return head.n && head.p[0] == '<';
}

static bool
look_at_feed(struct gp_inspect *in, struct gp_str bytes)
{
	struct gp_atom_feed f = { .in = in };
	xmlDoc *doc;

	doc = gp_dom_read(in, NULL, without_mark(bytes));
	if (!doc)
		return in->err->code == GP_OK;
	f.ids.arena = in->arena;
	f.root = xmlDocGetRootElement(doc);
	if (gp_is_atom(f.root, "feed"))
		check_feed(&f);
	else
		gp_found(in, GP_CHECK_FEED_ROOT, NULL, gp_dom_line(f.root),
		         "the document is no feed of RFC 4287");
	xmlFreeDoc(doc);
	return in->err->code == GP_OK;
}

const struct gp_file_kind gp_kind_feed = {
	.name = "Atom feed",
	.is = is_feed,
	.look = look_at_feed,
};
