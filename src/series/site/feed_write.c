/* An entry of an article is the text that its release kept, with links to the
   files of its pack put in before its end; an entry of a pack is made of the
   ledger.  Pages are joined, nothing in them is read again, and no entry is
   chosen here. */
#include "series/site/feed_write.h"

#include "base/hash.h"
#include "base/limits.h"
#include "series/site/feed_news.h"
#include "series/site/feed_pages.h"
#include "series/site/feed_style.h"
#include "wording/since_words.h"
#include "write/atom/atom_elements.h"

#include <jansson.h>
#include <stdlib.h>

static const char atom_type[] = "application/atom+xml";

void
gp_feed_writer_end(struct gp_feed_writer *w)
{
	json_decref(w->pieces);
	w->pieces = NULL;
	w->pieces_of = NULL;
}

struct gp_str
gp_feed_file(struct gp_arena *a, bool of_packs, size_t page)
{
	if (page)
		return gp_arena_printf(a, "archive/%s%04zu.xml",
		                       of_packs ? "packs-" : "", page);
	return of_packs ? GP_STR("packs.xml") : GP_STR("feed.xml");
}

static const struct gp_feed_items *
items_of(const struct gp_feed_writer *w, bool of_packs)
{
	return of_packs ? &w->lists->packs : &w->lists->articles;
}

/* Readers know nothing of where a feed came from: an address in an entry is
   whole or is not given.  Links of the feed itself may be relative. */
static bool
has_address(const struct gp_feed_writer *w)
{
	return w->head.series->info.base_url.n > 0;
}

/* ---- files of a pack ---- */

static bool
is_book(const struct gp_released_file *f)
{
	return gp_str_eq(f->type, GP_STR("application/epub+zip")) ||
	       gp_str_eq(f->type, GP_STR("application/pdf"));
}

static struct gp_str
file_address(const struct gp_feed_writer *w, const struct gp_release_entry *r,
             const struct gp_released_file *f, unsigned deep)
{
	struct gp_str path = gp_arena_printf(w->arena, "%.*s/%.*s",
	                                     GP_ARG(r->pack), GP_ARG(f->file));

	return gp_feed_address(w->arena, &w->head, deep, path);
}

static void
book_link(struct gp_feed_writer *w, struct gp_xml *x, const char *rel,
          const struct gp_release_entry *r, const struct gp_released_file *f,
          unsigned deep)
{
	char length[24];

	gp_xml_open(x, "link");
	gp_xml_attrz(x, "rel", rel);
	gp_xml_attr(x, "type", f->type);
	gp_xml_attr(x, "title", f->file);
	if (rel[0] == 'e') {
		(void)snprintf(length, sizeof length, "%ld", f->bytes);
		gp_xml_attrz(x, "length", length);
	}
	gp_xml_attr(x, "href", file_address(w, r, f, deep));
	gp_xml_close(x);
}

static void
book_links(struct gp_feed_writer *w, struct gp_xml *x, const char *rel,
           const struct gp_release_entry *r, unsigned deep)
{
	size_t i;

	for (i = 0; r && i < r->n_files; i++)
		if (is_book(&r->files[i]))
			book_link(w, x, rel, r, &r->files[i], deep);
}

/* ---- entries of articles ---- */

static bool
find_piece(struct gp_feed_writer *w, const struct gp_feed_item *item,
           struct gp_feed_piece *out, struct gp_err *e)
{
	const struct gp_release_entry *r = item->made;

	if (w->pieces_of != r) {
		gp_feed_writer_end(w);
		w->pieces = gp_record_pieces(w->folder, r, e);
		if (!w->pieces)
			return false;
		w->pieces_of = r;
	}
	return gp_record_piece(w->pieces, item->id, out) ||
	       gp_fail(e, GP_INPUT,
	               "records/%.*s/%u/pieces.json has not the entry of %.*s",
	               GP_ARG(r->pack), r->edition, GP_ARG(item->id));
}

/* The links to the books of the pack, a line each. */
static bool
links_text(struct gp_feed_writer *w, const struct gp_release_entry *r,
           unsigned deep, struct gp_buf *text, struct gp_err *e)
{
	struct gp_xml *x;
	size_t i;

	for (i = 0; r && has_address(w) && i < r->n_files; i++) {
		if (!is_book(&r->files[i]))
			continue;
		gp_buf_puts(text, " ");
		x = gp_xml_new(text, false);
		if (x)
			book_link(w, x, "related", r, &r->files[i], deep);
		if (!gp_xml_finish(x, e))
			return false;
		gp_buf_puts(text, "\n");
	}
	return true;
}

/* A category is where readers and filters find it. */
static bool
state_text(struct gp_feed_writer *w, enum gp_entry_state state,
           struct gp_buf *text, struct gp_err *e)
{
	static const struct gp_date none = { .precision = GP_NO_DATE };
	struct gp_str name = gp_feed_state_name(state);
	struct gp_xml *x;

	if (name.n == 0)
		return true;
	gp_buf_puts(text, " ");
	x = gp_xml_new(text, false);
	if (x) {
		gp_xml_open(x, "category");
		gp_xml_attr(x, "term", name);
		gp_xml_attr(x, "label",
		            gp_since_state_mark(state, &none, &none,
		                                w->head.labels, w->arena));
		gp_xml_close(x);
	}
	if (!gp_xml_finish(x, e))
		return false;
	gp_buf_puts(text, "\n");
	return true;
}

/* For an entry that leads nowhere: its source gave it no address. */
static bool
page_text(struct gp_feed_writer *w, const struct gp_feed_item *item,
          struct gp_str entry, struct gp_buf *text, struct gp_err *e)
{
	static const struct gp_str led = { "<link rel=\"alternate\"", 21 };
	struct gp_str href = gp_feed_article_page(w->arena, &w->head, item);
	struct gp_xml *x;

	if (href.n == 0 || gp_str_find(entry, led, 0) < entry.n)
		return true;
	gp_buf_puts(text, " ");
	x = gp_xml_new(text, false);
	if (x)
		gp_atom_link(x, "alternate", "text/html", href);
	if (!gp_xml_finish(x, e))
		return false;
	gp_buf_puts(text, "\n");
	return true;
}

/* Archives stay as they are: what was new once is not told in them. */
static bool
put_in_text(struct gp_feed_writer *w, const struct gp_feed_item *item,
            unsigned deep, struct gp_str entry, struct gp_buf *text,
            struct gp_err *e)
{
	return page_text(w, item, entry, text, e) &&
	       (deep ||
	        state_text(w, gp_feed_item_state(w->lists, item), text, e)) &&
	       links_text(w, item->pack, deep, text, e);
}

static bool
article_entry(struct gp_feed_writer *w, struct gp_xml *x,
              const struct gp_feed_item *item, unsigned deep, struct gp_err *e)
{
	static const struct gp_str end = { "</entry>", 8 };
	struct gp_buf more = { .max = 0 };
	struct gp_feed_piece piece;
	struct gp_str body, text, put_in;
	bool ok;

	if (!find_piece(w, item, &piece, e))
		return false;
	body = gp_str_trim(piece.atom);
	if (!gp_str_ends(body, end))
		return gp_fail(e, GP_INPUT, "the entry of %.*s is none",
		               GP_ARG(item->id));
	body.n -= end.n;
	ok = put_in_text(w, item, deep, body, &more, e);
	put_in = gp_arena_buf(w->arena, &more);
	text = gp_arena_printf(w->arena, "%.*s%.*s</entry>\n", GP_ARG(body),
	                       GP_ARG(put_in));
	if (!ok || !gp_arena_ok(w->arena, e))
		return false;
	gp_xml_raw(x, text.p);
	return true;
}

/* ---- entries of packs ---- */

/* Readers that keep no enclosures show links of the text. */
static void
contents_row(struct gp_feed_writer *w, struct gp_xml *x,
             const struct gp_release_entry *r, const struct gp_released_file *f,
             unsigned deep)
{
	gp_xml_open(x, "li");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", file_address(w, r, f, deep));
	gp_xml_text(x, f->file);
	gp_xml_close_full(x);
	gp_xml_close_full(x);
}

static void
book_rows(struct gp_feed_writer *w, struct gp_xml *x,
          const struct gp_release_entry *r, unsigned deep)
{
	size_t i;

	gp_xml_open(x, "ul");
	for (i = 0; i < r->n_files; i++)
		if (is_book(&r->files[i]))
			contents_row(w, x, r, &r->files[i], deep);
	gp_xml_close_full(x);
}

/* "Report of the office (New)" */
static void
article_row(struct gp_feed_writer *w, struct gp_xml *x,
            const struct gp_release_entry *r,
            const struct gp_released_article *article,
            const struct gp_labels *l)
{
	struct gp_str mark = gp_feed_article_mark(r, article, l, w->arena);

	if (article->state == GP_ARTICLE_WITHDRAWN)
		return;
	gp_xml_open(x, "li");
	gp_xml_text(x, article->title);
	if (mark.n) {
		gp_xml_text(x, GP_STR(" ("));
		gp_xml_text(x, mark);
		gp_xml_text(x, GP_STR(")"));
	}
	gp_xml_close_full(x);
}

/* A pack that has none says why; of one that is to be protected the titles
   stand in its books only. */
static void
contents_text(struct gp_feed_writer *w, struct gp_xml *x,
              const struct gp_release_entry *r, const struct gp_labels *l,
              unsigned deep)
{
	struct gp_str lead = gp_feed_lead(r, l, w->arena);
	size_t i;

	if (r->n_files == 0) {
		gp_xml_element(x, "p", gp_feed_no_books(r, l));
		return;
	}
	if (lead.n)
		gp_xml_element(x, "p", lead);
	if (has_address(w))
		book_rows(w, x, r, deep);
	if (r->is_protected)
		return;
	gp_xml_open(x, "ol");
	for (i = 0; i < r->n_articles; i++)
		article_row(w, x, r, &r->articles[i], l);
	gp_xml_close_full(x);
}

static bool
contents_html(struct gp_feed_writer *w, const struct gp_release_entry *r,
              const struct gp_labels *l, unsigned deep, struct gp_buf *html,
              struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(html, false);

	if (x)
		contents_text(w, x, r, l, deep);
	return gp_xml_finish(x, e);
}

static bool
pack_entry(struct gp_feed_writer *w, struct gp_xml *x,
           const struct gp_feed_item *item, unsigned deep, struct gp_err *e)
{
	const struct gp_release_entry *r = item->made;
	struct gp_buf html = { .max = 0 };
	const struct gp_labels *l;
	bool ok = gp_label_files_find(w->labels, r->lang, &l, e) &&
	          contents_html(w, r, l, deep, &html, e);

	gp_xml_open(x, "entry");
	gp_xml_attr(x, "xml:lang", r->lang);
	gp_xml_element(x, "title", r->title);
	gp_xml_element(x, "id", r->identifier);
	gp_xml_element(x, "updated", r->time);
	gp_feed_author(x, &w->head);
	gp_atom_marking(x, r->marking);
	book_links(w, x, "enclosure", r, deep);
	gp_xml_element(x, "summary", gp_feed_summary(r, l, w->arena));
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "type", "html");
	gp_xml_text(x, gp_arena_buf(w->arena, &html));
	gp_xml_close_full(x);
	gp_xml_close(x);
	return ok;
}

/* ---- a page ---- */

static void
page_link(struct gp_feed_writer *w, struct gp_xml *x, const char *rel,
          bool of_packs, size_t page, unsigned deep)
{
	struct gp_str file = gp_feed_file(w->arena, of_packs, page);

	gp_atom_link(x, rel, atom_type,
	             gp_feed_address(w->arena, &w->head, deep, file));
}

static void
page_links(struct gp_feed_writer *w, struct gp_xml *x, bool of_packs,
           size_t page)
{
	size_t n = items_of(w, of_packs)->n_archives;
	size_t before = page ? page - 1 : n;
	unsigned deep = page > 0;

	if (has_address(w))
		page_link(w, x, "self", of_packs, page, deep);
	if (has_address(w) && !page)
		gp_atom_link(x, "alternate", NULL,
		             w->head.series->info.base_url);
	if (page)
		page_link(w, x, "current", of_packs, 0, deep);
	if (before)
		page_link(w, x, "prev-archive", of_packs, before, deep);
	if (page && page < n)
		page_link(w, x, "next-archive", of_packs, page + 1, deep);
}

/* The feed of packs is another feed of the same series. */
static struct gp_str
feed_id(const struct gp_feed_writer *w, bool of_packs)
{
	char urn[GP_UUID_URN];
	struct gp_str name;

	if (!of_packs)
		return w->head.uri;
	name = gp_arena_printf(w->arena, "govpub packs\n%.*s",
	                       GP_ARG(w->head.uri));
	gp_uuid_from_name(name, urn);
	return gp_arena_cstr(w->arena, urn);
}

static struct gp_str
feed_title(const struct gp_feed_writer *w, bool of_packs)
{
	struct gp_str title = w->head.series->info.title;

	return of_packs ? gp_arena_printf(w->arena, "%.*s: EPUB, PDF",
	                                  GP_ARG(title))
	                : title;
}

/* RFC 3339 in UTC sorts as text. */
static struct gp_str
last_change(const struct gp_feed_writer *w, bool of_packs, size_t page)
{
	const struct gp_feed_items *items = items_of(w, of_packs);
	struct gp_str last = GP_STR("");
	size_t i, end;

	if (page == 0)
		return w->head.updated;
	gp_feed_page(items, page, &i, &end);
	for (; i < end; i++)
		if (gp_str_cmp(items->rows[i].updated, last) > 0)
			last = items->rows[i].updated;
	return last;
}

static void
write_style(struct gp_feed_writer *w, struct gp_xml *x, bool is_deep)
{
	struct gp_str markup = gp_arena_printf(
		w->arena,
		"<?xml-stylesheet type=\"text/css\" href=\"%s%s\"?>\n",
		is_deep ? "../" : "", gp_feed_style_file);

	if (markup.n)
		gp_xml_raw(x, markup.p);
}

static void
write_head(struct gp_feed_writer *w, struct gp_xml *x, bool of_packs,
           size_t page)
{
	gp_xml_declaration(x);
	write_style(w, x, page > 0);
	gp_xml_open(x, "feed");
	gp_xml_attrz(x, "xmlns", "http://www.w3.org/2005/Atom");
	if (page)
		gp_xml_attrz(x, "xmlns:fh",
		             "http://purl.org/syndication/history/1.0");
	gp_xml_attr(x, "xml:lang", w->head.series->info.lang);
	gp_feed_head_atom(x, &w->head, feed_id(w, of_packs),
	                  feed_title(w, of_packs),
	                  last_change(w, of_packs, page));
	page_links(w, x, of_packs, page);
	if (page) {
		gp_xml_open(x, "fh:archive");
		gp_xml_close(x);
	}
}

static bool
write_entries(struct gp_feed_writer *w, struct gp_xml *x, bool of_packs,
              size_t page, struct gp_err *e)
{
	const struct gp_feed_items *items = items_of(w, of_packs);
	unsigned deep = page > 0;
	const struct gp_feed_item *item;
	size_t first, i;

	gp_feed_page(items, page, &first, &i);
	while (i-- > first) {
		item = &items->rows[i];
		if (!(of_packs ? pack_entry(w, x, item, deep, e)
		               : article_entry(w, x, item, deep, e)))
			return false;
	}
	gp_xml_need_arena(x, w->arena);
	return true;
}

bool
gp_feed_write_page(struct gp_feed_writer *w, bool of_packs, size_t page,
                   struct gp_buf *out, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, true);
	bool ok;

	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	write_head(w, x, of_packs, page);
	ok = write_entries(w, x, of_packs, page, e);
	return gp_xml_finish(x, e) && ok && gp_buf_ok(out, e);
}

/* ---- JSON ---- */

static void
put_text(json_t *to, const char *key, struct gp_str s)
{
	if (s.n)
		json_object_set_new(to, key, json_stringn(s.p, s.n));
}

/* The feed without its items, up to the bracket that would end it. */
static bool
json_head(struct gp_feed_writer *w, struct gp_buf *out, struct gp_err *e)
{
	const struct gp_pack_info *info = &w->head.series->info;
	json_t *root = json_object();
	char *text;

	put_text(root, "version", GP_STR("https://jsonfeed.org/version/1.1"));
	put_text(root, "title", info->title);
	put_text(root, "description", info->subtitle);
	put_text(root, "home_page_url", info->base_url);
	if (info->base_url.n)
		put_text(root, "feed_url",
		         gp_feed_address(w->arena, &w->head, 0,
		                         GP_STR("feed.json")));
	put_text(root, "language", info->lang);
	if (info->organisation.n)
		json_object_set_new(root, "authors",
		                    json_pack("[{s:s%}]", "name",
		                              info->organisation.p,
		                              info->organisation.n));
	text = json_dumps(root, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(root);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_str(out, gp_str_trim(gp_str_sub(gp_str(text), 0,
	                                       gp_str(text).n - 1)));
	free(text);
	return gp_buf_ok(out, e);
}

/* The page of an item that leads nowhere, else "".  An address with a sign that
   JSON would escape is none. */
static struct gp_str
page_of_item(struct gp_feed_writer *w, const struct gp_feed_item *item,
             struct gp_str json)
{
	struct gp_str page = gp_feed_article_page(w->arena, &w->head, item);
	json_t *root = page.n ? json_loadb(json.p, json.n, 0, NULL) : NULL;
	bool leads = !root || json_object_get(root, "url");

	json_decref(root);
	if (leads || gp_str_find(page, GP_STR("\""), 0) < page.n ||
	    gp_str_find(page, GP_STR("\\"), 0) < page.n)
		return GP_STR("");
	return page;
}

/* The item with what is the feed's to say, in a field of our own (JSON Feed
   1.1, extensions). */
static void
put_item(struct gp_feed_writer *w, const struct gp_feed_item *item,
         struct gp_str json, struct gp_buf *out)
{
	static const struct gp_str end = { "}", 1 };
	struct gp_str state =
		gp_feed_state_name(gp_feed_item_state(w->lists, item));
	struct gp_str page = page_of_item(w, item, json);

	json = gp_str_trim(json);
	if ((state.n == 0 && page.n == 0) || !gp_str_ends(json, end)) {
		gp_buf_str(out, json);
		return;
	}
	gp_buf_str(out, gp_str_trim(gp_str_sub(json, 0, json.n - end.n)));
	if (page.n)
		gp_buf_printf(out, ",\n \"url\": \"%.*s\"", GP_ARG(page));
	if (state.n)
		gp_buf_printf(out,
		              ",\n \"_govpub\": {\"since_last_pack\": "
		              "\"%.*s\"}",
		              GP_ARG(state));
	gp_buf_puts(out, "\n}");
}

bool
gp_feed_write_json(struct gp_feed_writer *w, struct gp_buf *out,
                   struct gp_err *e)
{
	const struct gp_feed_items *items = &w->lists->articles;
	struct gp_feed_piece piece;
	size_t first, i, last;

	if (!json_head(w, out, e))
		return false;
	gp_buf_puts(out, ",\n \"items\": [");
	gp_feed_page(items, 0, &first, &last);
	for (i = last; i-- > first;) {
		if (!find_piece(w, &items->rows[i], &piece, e))
			return false;
		gp_buf_puts(out, i + 1 == last ? "\n" : ",\n");
		put_item(w, &items->rows[i], piece.json, out);
	}
	gp_buf_puts(out, "\n ]\n}\n");
	return gp_arena_ok(w->arena, e) && gp_buf_ok(out, e);
}
