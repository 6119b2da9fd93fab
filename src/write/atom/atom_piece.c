/* The entry is that of a feed of one pack, of a copy of the pack that stands
   nowhere and has no language, so that its entries name their own; the item is
   put together by jansson from the same fields (JSON Feed 1.1).  How many
   there are in a feed, and which, it does not know. */
#include "write/atom/atom_piece.h"

#include "base/limits.h"
#include "base/text/lang.h"
#include "wording/printed_fields.h"
#include "write/atom/atom_entry.h"

#include <jansson.h>
#include <stdlib.h>

/* No article takes more than half of what a feed may have. */
#define MOST (GP_MAX_FEED_BYTES / 2)

/* Days of articles of today may be of tomorrow, east of here. */
enum { LATE = 36 * 60 * 60 }; /* s */

/* ---- content ---- */

static bool
make_html(struct gp_atom_row *row, struct gp_buf *html, struct gp_err *e)
{
	html->max = MOST;
	if (!gp_atom_html(row, html, e))
		return false;
	row->html = gp_buf_view(html);
	return true;
}

/* The whole, else the opening, else a line and the link. */
static bool
fit_html(struct gp_atom_row *row, struct gp_buf *html, struct gp_diag *d,
         struct gp_err *e)
{
	struct gp_err why = { 0 };

	if (make_html(row, html, &why))
		return true;
	if (why.code != GP_LIMIT)
		return gp_fail(e, why.code, "%s", why.msg);
	gp_diag_add(d, GP_NOTE, "feed-extract", row->entry->doc->input.file.p,
	            0,
	            "too long for the feed, which carries its opening "
	            "paragraphs only");
	gp_buf_free(html);
	*html = (struct gp_buf){ .max = MOST };
	row->part = GP_FEED_EXTRACT;
	why = (struct gp_err){ 0 };
	if (make_html(row, html, &why))
		return true;
	row->part = GP_FEED_LINKS;
	row->html = GP_STR("");
	return why.code == GP_LIMIT || gp_fail(e, why.code, "%s", why.msg);
}

/* ---- JSON ---- */

static json_t *
text(struct gp_str s)
{
	return json_stringn(s.p, s.n);
}

static void
put(json_t *to, const char *key, struct gp_str s)
{
	if (s.n)
		json_object_set_new(to, key, text(s));
}

static void
put_date(json_t *to, const char *key, const struct gp_date *date)
{
	char rfc3339[GP_DATE_TEXT];

	if (date->precision == GP_NO_DATE)
		return;
	gp_date_rfc3339(date, rfc3339);
	json_object_set_new(to, key, json_string(rfc3339));
}

static void
put_original(json_t *to, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };

	if (gp_atom_original(doc, &url)) {
		put(to, "url", gp_buf_view(&url));
		put(to, "external_url", gp_buf_view(&url));
	}
	gp_buf_free(&url);
}

/* An item must have content. */
static void
put_content(json_t *to, const struct gp_atom_row *row)
{
	struct gp_buf summary = { .max = 0 };

	gp_atom_summary(row, &summary);
	if (row->html.n)
		put(to, "content_html", row->html);
	else
		put(to, "content_text",
		    summary.len ? gp_buf_view(&summary)
		                : gp_title_text(row->entry->doc, row->labels));
	put(to, "summary", gp_buf_view(&summary));
	gp_buf_free(&summary);
}

static void
add_author(json_t *list, struct gp_str name)
{
	if (name.n)
		json_array_append_new(list,
		                      json_pack("{s:o}", "name", text(name)));
}

static void
put_authors(json_t *to, const struct gp_pack *pack, const struct gp_doc *doc)
{
	const struct gp_author *a = doc->byline.authors;
	bool named = !pack->info.wants_protection;
	json_t *list = json_array();
	size_t i;

	for (i = 0; named && i < doc->byline.n_authors; i++)
		add_author(list, a[i].display.n ? a[i].display : a[i].name);
	if (json_array_size(list) == 0)
		add_author(list, named && doc->byline.text.n ? doc->byline.text
		                 : doc->source.name.n
		                         ? doc->source.name
		                         : gp_atom_publisher(pack));
	json_object_set_new(to, "authors", list);
}

static void
put_tags(json_t *to, const struct gp_pack *pack, const struct gp_atom_row *row)
{
	const struct gp_entry *entry = row->entry;
	json_t *list = json_array();
	size_t i;

	if (row->marking.n)
		json_array_append_new(list, text(row->marking));
	if (entry->section < pack->n_sections)
		json_array_append_new(list,
		                      text(pack->sections[entry->section]));
	for (i = 0; gp_atom_has_tags(pack, entry) && i < entry->doc->n_tags;
	     i++)
		json_array_append_new(list, text(entry->doc->tags[i]));
	if (json_array_size(list))
		json_object_set(to, "tags", list);
	json_decref(list);
}

static bool
write_item(const struct gp_pack *pack, const struct gp_atom_row *row,
           struct gp_buf *out, struct gp_err *e)
{
	const struct gp_doc *doc = row->entry->doc;
	struct gp_date published = gp_atom_published(row);
	json_t *item = json_object();
	char *dumped;

	put(item, "id", row->entry->uri);
	put_original(item, doc);
	put(item, "title", gp_atom_title(pack, doc));
	put_content(item, row);
	put_date(item, "date_published", &published);
	put_date(item, "date_modified", &row->updated);
	put_authors(item, pack, doc);
	put_tags(item, pack, row);
	if (gp_lang_ok(doc->lang))
		put(item, "language", doc->lang);
	dumped = json_dumps(item, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(item);
	if (!dumped)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, dumped);
	free(dumped);
	return gp_buf_ok(out, e);
}

/* ---- both ---- */

static bool
write_entry(const struct gp_pack *pack, const struct gp_atom_row *row,
            struct gp_buf *out, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, true);

	if (x)
		gp_atom_entry(x, pack, row);
	return gp_xml_finish(x, e) && gp_buf_ok(out, e);
}

bool
gp_atom_piece(const struct gp_atom_piece_of *what, struct gp_buf *atom,
              struct gp_buf *json, struct gp_diag *d, struct gp_err *e)
{
	struct gp_pack pack = *what->pack;
	struct gp_buf html = { .max = 0 };
	struct gp_atom_row row = {
		.entry = what->entry,
		.part = gp_atom_part(&pack, what->entry),
		.marked = gp_atom_marked(&pack),
		.lang = what->pack->info.lang,
		.labels = what->pack->labels,
		.updated = what->updated,
		.undated_as = what->pack_day,
		.marking = pack.info.marking,
	};
	bool ok;

	(void)gp_date_from_seconds(gp_date_seconds(&what->updated) + LATE,
	                           &row.latest);
	pack.info.base_url = GP_STR("");
	pack.info.lang = GP_STR("");
	ok = fit_html(&row, &html, d, e) && write_entry(&pack, &row, atom, e) &&
	     write_item(&pack, &row, json, e);
	gp_buf_free(&html);
	return ok;
}
