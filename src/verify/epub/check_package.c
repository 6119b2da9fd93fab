/* The manifest and the spine of a package document (EPUB 3.3, 5.6 and 5.7),
   and, once the documents are read, whether the properties of each are those
   that it needs.  It knows types and names of files, not what is in them. */
#include "verify/epub/book.h"

#include "base/text/uri.h"

#define OPF_NS "http://www.idpf.org/2007/opf"

static struct gp_str
kept(struct gp_book *b, struct gp_str s)
{
	return gp_arena_str(b->in->arena, s);
}

/* ---- the frame ---- */

static xmlNode *
find_part(const xmlNode *root, const char *name)
{
	xmlNode *n;

	for (n = gp_dom_child(root); n; n = gp_dom_sibling(n))
		if (gp_dom_is(n, OPF_NS, name))
			return n;
	return NULL;
}

static void
check_ids(struct gp_book *b, xmlNode *root)
{
	struct gp_map ids = { .arena = b->in->arena };
	xmlNode *n;

	for (n = root; n; n = gp_dom_next(n, root)) {
		struct gp_str id = { NULL, 0 };

		if (n->type == XML_ELEMENT_NODE)
			id = gp_dom_attr(n, NULL, "id");
		if (!id.p)
			continue;
		if (gp_map_find(&ids, id))
			gp_found(b->in, GP_CHECK_OPF_ID_TWICE, b->opf,
			         gp_dom_line(n), "the id %.*s is used twice",
			         GP_ARG(id));
		gp_map_put(&ids, id, n);
	}
	for (n = root; n; n = gp_dom_next(n, root)) {
		struct gp_str to = { NULL, 0 };

		if (n->type == XML_ELEMENT_NODE)
			to = gp_dom_attr(n, NULL, "refines");
		if (to.p && (to.n < 2 || to.p[0] != '#' ||
		             !gp_map_find(&ids, gp_str_sub(to, 1, to.n))))
			gp_found(b->in, GP_CHECK_OPF_REFINES, b->opf,
			         gp_dom_line(n),
			         "refines=\"%.*s\" names nothing", GP_ARG(to));
	}
}

/* ---- the manifest ---- */

/* What an extension promises, where its file can be no other. */
static const char *
type_of(struct gp_str path)
{
	static const struct {
		const char *ext, *types;
	} rows[] = {
		{ ".xhtml", "application/xhtml+xml" },
		{ ".css", "text/css" },
		{ ".png", "image/png" },
		{ ".jpg", "image/jpeg" },
		{ ".jpeg", "image/jpeg" },
		{ ".gif", "image/gif" },
		{ ".svg", "image/svg+xml" },
		{ ".ncx", "application/x-dtbncx+xml" },
		{ ".ttf", "font/ttf application/font-sfnt" },
		{ ".otf", "font/otf application/font-sfnt "
		          "application/vnd.ms-opentype" },
		{ ".woff", "font/woff application/font-woff" },
		{ ".woff2", "font/woff2" },
	};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (gp_str_ends(path, gp_str(rows[i].ext)))
			return rows[i].types;
	return NULL;
}

static void
check_type(struct gp_book *b, const struct gp_book_item *item)
{
	const char *types = type_of(item->path);

	if (!gp_is_media_type(item->type) ||
	    (types && !gp_is_word_of(item->type, types)))
		gp_found(b->in, GP_CHECK_OPF_TYPE, b->opf, item->line,
		         "the type %.*s is not that of %.*s",
		         GP_ARG(item->type), GP_ARG(item->path));
}

static void
place_item(struct gp_book *b, struct gp_book_item *item, struct gp_str href)
{
	struct gp_str none;

	if (!gp_uri_ok(href) || gp_uri_scheme(href) ||
	    !gp_resolve(b->in->arena, gp_str(b->opf), href, &item->path,
	                &none) ||
	    none.n) {
		gp_found(b->in, GP_CHECK_LINK_ADDRESS, b->opf, item->line,
		         "the address %.*s is no file of the container",
		         GP_ARG(href));
		item->path = kept(b, href);
		return;
	}
	if (gp_map_find(&b->by_path, item->path))
		gp_found(b->in, GP_CHECK_OPF_ITEM_TWICE, b->opf, item->line,
		         "%.*s is in the manifest twice", GP_ARG(item->path));
	gp_map_put(&b->by_path, item->path, item);
	item->entry = gp_zip_find(&b->zip, item->path);
	if (item->entry)
		item->entry->used = true;
	else
		gp_found(b->in, GP_CHECK_OPF_MISSING, b->opf, item->line,
		         "%.*s is not in the container", GP_ARG(item->path));
	check_type(b, item);
}

static void
read_item(struct gp_book *b, xmlNode *n)
{
	struct gp_str href = gp_dom_attr(n, NULL, "href");
	struct gp_book_item *item = gp_arena_alloc(b->in->arena, sizeof *item);

	if (!item)
		return;
	*item = (struct gp_book_item){
		.id = kept(b, gp_dom_attr(n, NULL, "id")),
		.type = kept(b, gp_dom_attr(n, NULL, "media-type")),
		.properties = kept(b, gp_dom_attr(n, NULL, "properties")),
		.line = gp_dom_line(n),
	};
	if (!item->id.n || !item->type.n || !href.n) {
		gp_found(b->in, GP_CHECK_OPF_ITEM, b->opf, item->line,
		         "an item without id, href or media-type");
		return;
	}
	place_item(b, item, href);
	gp_map_put(&b->by_id, item->id, item);
	if (gp_has_word(item->properties, "nav") && !b->nav)
		b->nav = item;
	*b->last_item = item;
	b->last_item = &item->next;
}

/* EPUB 3.3, 5.6.2.1: exactly one nav; the cover is an image. */
static void
check_special(struct gp_book *b)
{
	const struct gp_book_item *item;
	size_t navs = 0, covers = 0;

	for (item = b->items; item; item = item->next) {
		navs += gp_has_word(item->properties, "nav") &&
		        gp_str_eq(item->type, GP_STR("application/xhtml+xml"));
		if (!gp_has_word(item->properties, "cover-image"))
			continue;
		if (++covers > 1 ||
		    !gp_str_starts(item->type, GP_STR("image/")))
			gp_found(b->in, GP_CHECK_OPF_COVER, b->opf, item->line,
			         "%.*s is a second cover, or no image",
			         GP_ARG(item->path));
	}
	if (navs != 1)
		gp_found(b->in, GP_CHECK_OPF_NAV, b->opf,
		         gp_dom_line(b->manifest),
		         "%zu items are the navigation document", navs);
	if (covers > 0)
		b->holds |= GP_HAS_COVER;
	else
		gp_found(b->in, GP_CHECK_OPF_NO_COVER, b->opf,
		         gp_dom_line(b->manifest), "there is no cover image");
}

/* ---- the spine ---- */

static void
read_itemref(struct gp_book *b, const xmlNode *n)
{
	struct gp_str id = gp_dom_attr(n, NULL, "idref");
	struct gp_book_item *item = gp_map_find(&b->by_id, id);
	unsigned line = gp_dom_line(n);

	if (!item)
		gp_found(b->in, GP_CHECK_OPF_SPINE, b->opf, line,
		         "idref=\"%.*s\" names no item", GP_ARG(id));
	else if (item->spine)
		gp_found(b->in, GP_CHECK_OPF_SPINE, b->opf, line,
		         "%.*s is in the spine twice", GP_ARG(id));
	else if (!gp_is_word_of(item->type,
	                        "application/xhtml+xml image/svg+xml"))
		gp_found(b->in, GP_CHECK_OPF_SPINE, b->opf, line,
		         "%.*s is no content document", GP_ARG(id));
	if (item && !item->spine)
		item->spine = ++b->n_spine;
}

static void
check_spine(struct gp_book *b)
{
	struct gp_str ncx = gp_dom_attr(b->spine, NULL, "toc");
	const struct gp_book_item *item;
	xmlNode *n;

	for (n = gp_dom_child(b->spine); n; n = gp_dom_sibling(n))
		if (gp_dom_is(n, OPF_NS, "itemref"))
			read_itemref(b, n);
	if (b->n_spine == 0)
		gp_found(b->in, GP_CHECK_OPF_SPINE, b->opf,
		         gp_dom_line(b->spine), "the spine is empty");
	b->ncx = ncx.p ? gp_map_find(&b->by_id, ncx) : NULL;
	for (item = b->items; item; item = item->next)
		if (gp_str_eq(item->type, GP_STR("application/x-dtbncx+xml")) &&
		    item != b->ncx)
			gp_found(b->in, GP_CHECK_NCX_ROOT, b->opf, item->line,
			         "the spine does not name the NCX");
	if (ncx.p &&
	    (!b->ncx || !gp_str_eq(b->ncx->type, GP_STR("application/"
	                                                "x-dtbncx+xml"))))
		gp_found(b->in, GP_CHECK_NCX_ROOT, b->opf,
		         gp_dom_line(b->spine),
		         "toc=\"%.*s\" of the spine is no NCX", GP_ARG(ncx));
}

bool
gp_book_package(struct gp_book *b)
{
	xmlNode *root = xmlDocGetRootElement(b->package), *n;

	b->metadata = find_part(root, "metadata");
	b->manifest = find_part(root, "manifest");
	b->spine = find_part(root, "spine");
	if (!gp_dom_is(root, OPF_NS, "package") || !b->metadata ||
	    !b->manifest || !b->spine ||
	    !gp_str_eq(gp_dom_attr(root, NULL, "version"), GP_STR("3.0"))) {
		gp_found(b->in, GP_CHECK_OPF_ROOT, b->opf, gp_dom_line(root),
		         "it is no package of version 3.0 with metadata, "
		         "manifest and spine");
		return false;
	}
	check_ids(b, root);
	gp_book_metadata(b);
	for (n = gp_dom_child(b->manifest); n; n = gp_dom_sibling(n))
		if (gp_dom_is(n, OPF_NS, "item"))
			read_item(b, n);
	check_special(b);
	check_spine(b);
	return true;
}

/* ---- once the documents are read ---- */

static void
check_property(struct gp_book *b, const struct gp_book_item *item,
               const char *word, bool wanted)
{
	bool said = gp_has_word(item->properties, word);

	if (said != wanted)
		gp_found(b->in, GP_CHECK_OPF_PROPERTY, b->opf, item->line,
		         wanted ? "%.*s should have the property %s"
		                : "%.*s has the property %s without cause",
		         GP_ARG(item->path), word);
}

void
gp_book_properties(struct gp_book *b)
{
	const struct gp_book_item *item;

	for (item = b->items; item; item = item->next) {
		if (!item->entry ||
		    !gp_str_eq(item->type, GP_STR("application/xhtml+xml")))
			continue;
		check_property(b, item, "svg", item->holds & GP_HAS_SVG);
		check_property(b, item, "mathml", item->holds & GP_HAS_MATHML);
		check_property(b, item, "scripted",
		               item->holds & GP_HAS_SCRIPT);
		check_property(b, item, "remote-resources",
		               item->holds & GP_HAS_REMOTE);
	}
}
