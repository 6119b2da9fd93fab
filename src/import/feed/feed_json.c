/*
 * JSON Feed 1.1 (jsonfeed.org/version/1.1; 1.0 too), by jansson.  Members
 * that are of another type than the format says are as good as not there.
 */
#include "import/feed/feed.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"

#include <jansson.h>
#include <string.h>

struct json_feed {
	struct gp_articles *out;
	const struct gp_source_bytes *source;
	struct gp_diag *diag;
	struct gp_err *e;
	const json_t *root;
};

static struct gp_str
text(const json_t *object, const char *key)
{
	const json_t *v = json_object_get(object, key);

	if (!json_is_string(v))
		return GP_STR("");
	return (struct gp_str){ json_string_value(v), json_string_length(v) };
}

/* `authors`, or the single `author` of version 1.0. */
static void
add_authors(struct gp_feed_names *names, const json_t *object)
{
	const json_t *list = json_object_get(object, "authors");
	size_t i;

	for (i = 0; i < json_array_size(list); i++)
		gp_feed_name(names, text(json_array_get(list, i), "name"));
	if (names->n == 0)
		gp_feed_name(names,
		             text(json_object_get(object, "author"), "name"));
}

static void
add_tags(struct gp_feed_names *names, const json_t *item)
{
	const json_t *list = json_object_get(item, "tags");
	size_t i;

	for (i = 0; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);

		if (json_is_string(v))
			gp_feed_name(names, gp_str(json_string_value(v)));
	}
}

/* A number where a text should be is read as one, as the format asks. */
static struct gp_str
id_of(const json_t *item, char room[32])
{
	const json_t *v = json_object_get(item, "id");

	if (!json_is_integer(v))
		return text(item, "id");
	gp_format(room, 32, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	return gp_str(room);
}

static bool
read_item(struct json_feed *f, const json_t *item, struct gp_buf *plain)
{
	const json_t *root = f->root;
	struct gp_feed_entry entry = { .line = 0 };
	char id[32];

	entry.id = id_of(item, id);
	entry.title = text(item, "title");
	entry.url = text(item, "url");
	if (entry.url.n == 0)
		entry.url = text(item, "external_url");
	entry.published = text(item, "date_published");
	entry.updated = text(item, "date_modified");
	entry.lang = text(item, "language");
	if (entry.lang.n == 0)
		entry.lang = text(root, "language");
	entry.picture = text(item, "image");
	entry.source = text(root, "title");
	entry.loose_source = true;
	entry.enclosures =
		json_array_size(json_object_get(item, "attachments"));
	add_authors(&entry.authors, item);
	if (entry.authors.n == 0)
		add_authors(&entry.authors, root);
	add_tags(&entry.categories, item);
	entry.content = text(item, "content_html");
	gp_buf_clear(plain);
	if (entry.content.n == 0) {
		gp_feed_escape(plain, text(item, "content_text"));
		entry.content = gp_buf_view(plain);
	}
	entry.summary = text(item, "summary");
	return gp_buf_ok(plain, f->e) &&
	       gp_feed_article(f->out, f->source, &entry, f->diag, f->e);
}

static bool
read_items(struct json_feed *f)
{
	const json_t *items = json_object_get(f->root, "items");
	struct gp_buf plain = { .max = GP_MAX_DOC_ARENA };
	bool ok = true;
	size_t i;

	if (!gp_str_starts(text(f->root, "version"),
	                   GP_STR("https://jsonfeed.org/version/")))
		return gp_fail(f->e, GP_INPUT,
		               "is JSON, but no JSON Feed: it has no such "
		               "`version`");
	for (i = 0; ok && i < json_array_size(items); i++)
		ok = read_item(f, json_array_get(items, i), &plain);
	gp_buf_free(&plain);
	return ok;
}

static bool
unpack_json_feed(const struct gp_source_bytes *source, struct gp_articles *out,
                 struct gp_diag *d, struct gp_err *e)
{
	struct json_feed f = {
		.out = out, .source = source, .diag = d, .e = e
	};
	struct gp_str s = source->data;
	json_error_t fault;
	json_t *root;
	bool ok;

	if (s.n > GP_MAX_JSON_FEED_BYTES)
		return gp_fail(e, GP_LIMIT, "is a feed larger than %zu MiB",
		               GP_MAX_JSON_FEED_BYTES / GP_MIB);
	if (gp_str_starts(s, GP_STR("\xEF\xBB\xBF")))
		s = gp_str_sub(s, 3, s.n);
	root = json_loadb(s.n ? s.p : "", s.n, 0, &fault);
	if (!root)
		return gp_fail_at(e, GP_INPUT, "",
		                  fault.line > 0 ? (unsigned)fault.line : 0,
		                  fault.column > 0 ? (unsigned)fault.column : 0,
		                  "is not JSON as it should be: %s",
		                  fault.text);
	f.root = root;
	ok = read_items(&f);
	json_decref(root);
	return ok;
}

static int
sniff(const struct gp_source_bytes *source)
{
	struct gp_str start = gp_str_trim(gp_str_sub(source->data, 0, 8192));

	if (gp_str_starts(start, GP_STR("\xEF\xBB\xBF")))
		start = gp_str_sub(start, 3, start.n);
	if (start.n == 0 || start.p[0] != '{')
		return 0;
	return gp_str_find(start, GP_STR("jsonfeed.org/version/"), 0) < start.n
	               ? 95
	               : 0;
}

const struct gp_importer gp_import_json_feed = {
	.kind = "json-feed",
	.suffixes = " .json ",
	.sniff = sniff,
	.unpack = unpack_json_feed,
};
