/* An EPUB from the container inwards: its first entry, the package document,
   then each file of the manifest once, told by its type; in the end what
   needs all of them.  It decides which file goes to whom and knows of none
   what a good one looks like. */
#include "verify/epub/book.h"

#include <string.h>

#define CONTAINER_NS "urn:oasis:names:tc:opendocument:xmlns:container"

/* ---- the container ---- */

/* OCF 3.3, 4.3.4: readable at a fixed place of the file. */
static void
check_mimetype(struct gp_book *b)
{
	const struct gp_zip *z = &b->zip;
	const struct gp_zip_entry *first = z->entries;

	if (z->count && gp_str_eq(first->name, GP_STR("mimetype")) &&
	    first->header == 0 && first->method == 0 && !first->extra &&
	    gp_str_eq(first->data, GP_STR("application/epub+zip")))
		return;
	gp_found(b->in, GP_CHECK_EPUB_MIMETYPE, "mimetype", 0,
	         "the container does not begin with the entry mimetype, "
	         "stored, that says application/epub+zip");
}

/* The XML of an entry; NULL after a finding. */
static xmlDoc *
read_xml(struct gp_book *b, struct gp_zip_entry *entry)
{
	struct gp_buf bytes = { .max = 0 };
	xmlDoc *doc = NULL;

	if (gp_zip_read(&b->zip, entry, &bytes))
		doc = gp_dom_read(b->in, entry->name.p, gp_buf_view(&bytes));
	gp_buf_free(&bytes);
	return doc;
}

/* The path of the package document, in the arena; empty after a finding. */
static struct gp_str
find_rootfile(struct gp_book *b, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	struct gp_str path = { NULL, 0 };
	size_t count = 0;

	for (n = root; n; n = gp_dom_next(n, root)) {
		if (!gp_dom_is(n, CONTAINER_NS, "rootfile") ||
		    !gp_str_eq(gp_dom_attr(n, NULL, "media-type"),
		               GP_STR("application/oebps-package+xml")))
			continue;
		if (count++ == 0)
			path = gp_arena_str(b->in->arena,
			                    gp_dom_attr(n, NULL, "full-path"));
	}
	if (count != 1 || !gp_zip_find(&b->zip, path)) {
		gp_found(b->in, GP_CHECK_EPUB_CONTAINER,
		         "META-INF/container.xml", 0,
		         "it names %zu package documents, or none that is "
		         "in the container",
		         count);
		return (struct gp_str){ NULL, 0 };
	}
	return path;
}

static bool
open_package(struct gp_book *b)
{
	struct gp_zip_entry *entry =
		gp_zip_find(&b->zip, GP_STR("META-INF/container.xml"));
	struct gp_str path;
	xmlDoc *doc;

	if (!entry) {
		gp_found(b->in, GP_CHECK_EPUB_CONTAINER,
		         "META-INF/container.xml", 0, "it is not there");
		return false;
	}
	doc = read_xml(b, entry);
	if (!doc)
		return false;
	path = find_rootfile(b, doc);
	xmlFreeDoc(doc);
	if (!path.n)
		return false;
	entry = gp_zip_find(&b->zip, path);
	entry->used = true;
	b->opf = entry->name.p;
	b->package = read_xml(b, entry);
	return b->package && gp_book_package(b);
}

/* ---- the files of the manifest ---- */

/* The first bytes of kinds of files that say what they are. */
static bool
has_magic(struct gp_str type, struct gp_str bytes, bool *known)
{
	static const struct {
		const char *type;
		const char *magic;
		size_t size;
	} kinds[] = {
		{ "image/png", "\x89PNG\r\n\x1A\n", 8 },
		{ "image/jpeg", "\xFF\xD8\xFF", 3 },
		{ "image/gif", "GIF8", 4 },
		{ "image/webp", "RIFF", 4 },
		{ "font/woff", "wOFF", 4 },
		{ "font/woff2", "wOF2", 4 },
		{ "font/otf", "OTTO", 4 },
		{ "font/ttf", "\0\1\0\0", 4 },
	};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		*known = gp_str_eq(type, gp_str(kinds[i].type));
		if (*known)
			return gp_str_starts(bytes,
			                     (struct gp_str){ kinds[i].magic,
			                                      kinds[i].size });
	}
	return false;
}

static void
check_magic(struct gp_book *b, struct gp_book_item *item, struct gp_str bytes)
{
	bool known;

	if (!has_magic(item->type, bytes, &known) && known)
		gp_found(b->in, GP_CHECK_OPF_TYPE, b->opf, item->line,
		         "%.*s is not of the type %.*s", GP_ARG(item->path),
		         GP_ARG(item->type));
}

static void
read_document(struct gp_book *b, struct gp_book_item *item, struct gp_str bytes)
{
	xmlDoc *doc = gp_dom_read(b->in, item->path.p, bytes);
	bool is_ncx = gp_str_eq(item->type, GP_STR("application/x-dtbncx+xml"));

	if (!doc)
		return;
	if (is_ncx)
		gp_book_ncx(b, item, doc);
	else if (gp_str_eq(item->type, GP_STR("application/xhtml+xml")))
		gp_book_page(b, item, doc);
	xmlFreeDoc(doc);
}

static void
read_item(struct gp_book *b, struct gp_book_item *item, struct gp_buf *bytes)
{
	/* Once, however often the manifest names it. */
	if (!item->entry || gp_map_find(&b->by_path, item->path) != item ||
	    !gp_zip_read(&b->zip, item->entry, bytes))
		return;
	if (gp_str_eq(item->type, GP_STR("text/css")))
		gp_book_css(b, item, gp_buf_view(bytes));
	else if (gp_str_ends(item->type, GP_STR("+xml")))
		read_document(b, item, gp_buf_view(bytes));
	else
		check_magic(b, item, gp_buf_view(bytes));
}

/* What of the container is in no manifest (OCF keeps META-INF for itself). */
static void
check_unlisted(struct gp_book *b)
{
	struct gp_buf bytes = { .max = 0 };
	size_t i;

	for (i = 0; i < b->zip.count; i++) {
		struct gp_zip_entry *entry = &b->zip.entries[i];

		if (entry->used)
			continue;
		(void)gp_zip_read(&b->zip, entry, &bytes);
		if (!gp_str_starts(entry->name, GP_STR("META-INF/")) &&
		    !gp_str_eq(entry->name, GP_STR("mimetype")) &&
		    !gp_str_ends(entry->name, GP_STR("/")))
			gp_found(b->in, GP_CHECK_OPF_UNLISTED, entry->name.p, 0,
			         "the file is not in the manifest");
	}
	gp_buf_free(&bytes);
}

static void
check_documents(struct gp_book *b)
{
	struct gp_buf bytes = { .max = 0 };
	struct gp_book_item *item;

	for (item = b->items; item && b->in->err->code == GP_OK;
	     item = item->next)
		read_item(b, item, &bytes);
	gp_buf_free(&bytes);
	check_unlisted(b);
	gp_book_links(b);
	gp_book_order(b);
	gp_book_properties(b);
	gp_book_claims(b);
}

static bool
is_epub(struct gp_str head)
{
	return gp_str_starts(head, GP_STR("PK"));
}

static bool
look_at_epub(struct gp_inspect *in, struct gp_str bytes)
{
	struct gp_book b = { .in = in };
	size_t i;

	b.by_id.arena = b.by_path.arena = b.targets.arena = in->arena;
	b.last_item = &b.items;
	b.last_page = &b.pages;
	for (i = 0; i < GP_N_LINKS; i++)
		b.last_link[i] = &b.links[i];
	if (gp_zip_open(&b.zip, in, bytes)) {
		check_mimetype(&b);
		if (open_package(&b))
			check_documents(&b);
	}
	xmlFreeDoc(b.package);
	return in->err->code == GP_OK;
}

const struct gp_file_kind gp_kind_epub = {
	.name = "EPUB",
	.is = is_epub,
	.look = look_at_epub,
};
