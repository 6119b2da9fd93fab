/* OPDS 2.0 (drafts.opds.io/opds-2.0) over the metadata of the Readium Web
   Publication Manifest, which has a series and the position in it.  Keys stand
   in one order; what is not known is left out. */
#include "series/site/opds_write.h"

#include "pack/job.h"

#include <jansson.h>
#include <stdlib.h>

static const char media_type[] = "application/opds+json";

static void
put(json_t *to, const char *key, struct gp_str s)
{
	if (gp_str_trim(s).n)
		json_object_set_new(to, key, json_stringn(s.p, s.n));
}

static void
put_number(json_t *to, const char *key, json_int_t n)
{
	json_object_set_new(to, key, json_integer(n));
}

static json_t *
page_link(struct gp_arena *a, const struct gp_opds_page *p, const char *rel,
          struct gp_str title, struct gp_str page)
{
	json_t *link = json_object();

	put(link, "title", title);
	put(link, "rel", gp_str(rel));
	put(link, "href", gp_opds_address(a, p->head, page, ".json"));
	put(link, "type", gp_str(media_type));
	return link;
}

static json_t *
page_links(struct gp_arena *a, const struct gp_opds_page *p)
{
	static const struct gp_str index = { GP_OPDS_INDEX, 5 }, none;
	json_t *links = json_array();

	json_array_append_new(links, page_link(a, p, "self", none, p->name));
	json_array_append_new(links, page_link(a, p, "start", none, index));
	if (!gp_str_eq(p->name, index))
		json_array_append_new(links,
		                      page_link(a, p, "up", none, index));
	if (p->next.n)
		json_array_append_new(links,
		                      page_link(a, p, "next", none, p->next));
	return links;
}

/* ---- books ---- */

static json_t *
file_link(const struct gp_opds_link *l)
{
	json_t *link = json_object();

	put(link, "rel", gp_str(l->rel));
	put(link, "href", l->href);
	put(link, "type", l->type);
	put_number(link, "size", l->bytes);
	return link;
}

static json_t *
picture(const struct gp_opds_link *l, int width, int height)
{
	json_t *link = json_object();

	put(link, "href", l->href);
	put(link, "type", l->type);
	put_number(link, "width", width);
	put_number(link, "height", height);
	return link;
}

static void
put_pictures(json_t *to, const struct gp_opds_book *b)
{
	json_t *images = json_array();

	if (b->cover.href.n)
		json_array_append_new(images, picture(&b->cover, GP_COVER_WIDTH,
		                                      GP_COVER_HEIGHT));
	if (b->small.href.n)
		json_array_append_new(images,
		                      picture(&b->small, GP_SMALL_COVER_WIDTH,
		                              GP_SMALL_COVER_HEIGHT));
	if (json_array_size(images))
		json_object_set(to, "images", images);
	json_decref(images);
}

static json_t *
series(struct gp_str name, size_t position)
{
	json_t *one = json_object(), *all = json_object();

	put(one, "name", name);
	put_number(one, "position", (json_int_t)position);
	json_object_set_new(all, "series", one);
	return all;
}

static json_t *
metadata(const struct gp_opds_page *p, const struct gp_opds_book *b)
{
	const struct gp_pack_info *info = &p->head->series->info;
	json_t *m = json_object();

	put(m, "@type", GP_STR("http://schema.org/Book"));
	put(m, "identifier", b->id);
	put(m, "title", b->title);
	put(m, "author", info->organisation);
	put(m, "publisher", info->organisation);
	put(m, "language", b->lang);
	put(m, "published", b->issued);
	put(m, "modified", b->updated);
	put(m, "description", b->summary);
	json_object_set_new(m, "belongsTo", series(info->title, b->position));
	return m;
}

static json_t *
book(const struct gp_opds_page *p, const struct gp_opds_book *b)
{
	json_t *one = json_object(), *links = json_array();
	size_t i;

	for (i = 0; i < b->n_forms; i++)
		json_array_append_new(links, file_link(&b->forms[i]));
	if (b->page.href.n)
		json_array_append_new(links, file_link(&b->page));
	json_object_set_new(one, "metadata", metadata(p, b));
	json_object_set_new(one, "links", links);
	put_pictures(one, b);
	return one;
}

/* ---- the whole ---- */

static json_t *
page_metadata(const struct gp_opds_page *p)
{
	json_t *m = json_object();

	put(m, "identifier", p->id);
	put(m, "title", p->title);
	put(m, "modified", p->updated);
	return m;
}

/* A collection may not be empty (OPDS 2.0, 1.1): of a page whose packs were all
   withdrawn the way back to all is left. */
static json_t *
doors(struct gp_arena *a, const struct gp_opds_page *p)
{
	json_t *all = json_array();
	size_t i;

	for (i = 0; i < p->n_doors; i++)
		json_array_append_new(all, page_link(a, p, p->doors[i].rel,
		                                     p->doors[i].title,
		                                     p->doors[i].page));
	if (json_array_size(all) == 0)
		json_array_append_new(
			all, page_link(a, p, "start",
		                       gp_word(p->head->labels, GP_W_ALL_PACKS),
		                       GP_STR(GP_OPDS_INDEX)));
	return all;
}

static void
put_collection(struct gp_arena *a, const struct gp_opds_page *p, json_t *root)
{
	json_t *books;
	size_t i;

	if (p->n_books == 0) {
		json_object_set_new(root, "navigation", doors(a, p));
		return;
	}
	books = json_array();
	for (i = 0; i < p->n_books; i++)
		json_array_append_new(books, book(p, &p->books[i]));
	json_object_set_new(root, "publications", books);
}

bool
gp_opds_json(struct gp_arena *a, const struct gp_opds_page *p,
             struct gp_buf *out, struct gp_err *e)
{
	json_t *root = json_object();
	char *text;

	json_object_set_new(root, "metadata", page_metadata(p));
	json_object_set_new(root, "links", page_links(a, p));
	put_collection(a, p, root);
	text = json_dumps(root, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(root);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, text);
	gp_buf_puts(out, "\n");
	free(text);
	return gp_arena_ok(a, e) && gp_buf_ok(out, e);
}
