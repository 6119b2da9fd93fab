/*
 * JSON Feed 1.1 (jsonfeed.org/version/1.1; 1.0 too), by jansson.  Members
 * that are of another type than the format says are as good as not there.
 */
#include "import/feed/feed.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "import/feed/feed_nodes.h"
#include "import/guard/guard.h"
#include "import/guard/json_words.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct json_feed {
	struct gp_articles *out;
	const struct gp_source_bytes *source;
	struct gp_diag *diag;
	struct gp_err *e;
	json_t *root;
	struct gp_arena *scratch; /* what is listed of one item */
	size_t at;                /* behind the item that was read last */
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

/* ---- what is listed ---- */

/* A list of nothing but names. */
static bool
has_names_only(const json_t *list)
{
	size_t i, n = json_array_size(list);
	const json_t *one;

	for (i = 0; i < n && i < GP_FEED_NAMES; i++) {
		one = json_array_get(list, i);
		if (json_object_size(one) != 1 || text(one, "name").n == 0)
			return false;
	}
	return i > 0 && i == n;
}

/* The words of an article, and what claims are made of without more. */
static bool
is_taken(const json_t *item, const char *key, const json_t *value)
{
	bool html = text(item, "content_html").n > 0;
	bool plain = text(item, "content_text").n > 0;

	if (strcmp(key, "content_html") == 0)
		return true;
	if (strcmp(key, "content_text") == 0)
		return !html;
	if (strcmp(key, "summary") == 0 || strcmp(key, "title") == 0)
		return json_is_string(value) || (!html && !plain);
	if (strcmp(key, "authors") == 0)
		return has_names_only(value);
	return strcmp(key, "tags") == 0 &&
	       json_array_size(value) <= GP_FEED_NAMES;
}

/* A member with members of its own is listed as it stands. */
static void
add_other(struct json_feed *f, struct gp_feed_entry *entry, const char *key,
          const json_t *value)
{
	char *dump;

	if (json_is_string(value)) {
		gp_feed_other(f->scratch, entry, gp_str(key),
		              (struct gp_str){ json_string_value(value),
		                               json_string_length(value) });
		return;
	}
	if (json_object_size(value) + json_array_size(value) == 0)
		return;
	dump = json_dumps(value, JSON_COMPACT);
	if (!dump) {
		gp_fail(f->e, GP_NOMEM, "out of memory");
		return;
	}
	gp_feed_other(f->scratch, entry, gp_str(key),
	              gp_arena_str(f->scratch, gp_str(dump)));
	free(dump);
}

static bool
is_address(const json_t *value)
{
	return json_is_string(value) &&
	       gp_json_is_address(gp_str(json_string_value(value)));
}

static void
add_others(struct json_feed *f, struct gp_feed_entry *entry, json_t *item)
{
	const char *key;
	json_t *value;

	json_object_foreach(item, key, value)
	{
		if (!is_taken(item, key, value) && !is_address(value))
			add_other(f, entry, key, value);
	}
}

/* ---- an item ---- */

/* Relative ones lead from the feed, or from the page that it is the feed
   of. */
static struct gp_str
address(struct json_feed *f, const json_t *item, const char *key)
{
	struct gp_str base = text(f->root, "feed_url");

	if (base.n == 0)
		base = text(f->root, "home_page_url");
	return gp_feed_join(f->scratch, base, text(item, key));
}

static void
fill_entry(struct json_feed *f, const json_t *item, struct gp_feed_entry *entry)
{
	const json_t *root = f->root;

	entry->title = text(item, "title");
	entry->url = address(f, item, "url");
	if (entry->url.n == 0)
		entry->url = address(f, item, "external_url");
	entry->published = text(item, "date_published");
	entry->updated = text(item, "date_modified");
	entry->lang = text(item, "language");
	if (entry->lang.n == 0)
		entry->lang = text(root, "language");
	entry->picture = address(f, item, "image");
	entry->source = text(root, "title");
	entry->loose_source = true;
	entry->enclosures =
		json_array_size(json_object_get(item, "attachments"));
	add_authors(&entry->authors, item);
	if (entry->authors.n == 0)
		add_authors(&entry->authors, root);
	add_tags(&entry->categories, item);
}

/* What the bytes of the item say. */
static bool
guard(struct json_feed *f, const json_t *item, size_t before)
{
	struct gp_str bytes;

	if (!json_is_object(item) ||
	    !gp_json_item(f->source->data, &f->at, &bytes) ||
	    f->out->count == before)
		return true;
	return gp_guard_item(f->out->drafts[before], bytes, f->e);
}

static bool
read_item(struct json_feed *f, json_t *item, struct gp_buf *plain)
{
	struct gp_feed_entry entry = { .line = 0 };
	size_t before = f->out->count;
	char id[32];
	bool ok;

	f->scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!f->scratch)
		return gp_fail(f->e, GP_NOMEM, "out of memory");
	entry.id = id_of(item, id);
	fill_entry(f, item, &entry);
	add_others(f, &entry, item);
	entry.content = text(item, "content_html");
	gp_buf_clear(plain);
	if (entry.content.n == 0) {
		gp_feed_escape(plain, text(item, "content_text"));
		entry.content = gp_buf_view(plain);
	}
	entry.summary = text(item, "summary");
	ok = f->e->code == GP_OK && gp_buf_ok(plain, f->e) &&
	     gp_arena_ok(f->scratch, f->e) &&
	     gp_feed_article(f->out, f->source, &entry, f->diag, f->e) &&
	     guard(f, item, before);
	gp_arena_free(f->scratch);
	return ok;
}

/* What the feed says of itself; of its authors, who may be those of its items,
   each by name. */
static void
add_head(struct json_feed *f, struct gp_feed_entry *head)
{
	struct gp_feed_names names = { .n = 0 };
	const char *key;
	json_t *value;
	size_t i;

	add_authors(&names, f->root);
	for (i = 0; i < names.n; i++)
		gp_feed_other(f->scratch, head, GP_STR("authors"),
		              names.rows[i]);
	json_object_foreach(f->root, key, value)
	{
		if (strcmp(key, "items") != 0 && strcmp(key, "version") != 0 &&
		    !(strcmp(key, "authors") == 0 && has_names_only(value)) &&
		    !is_address(value))
			add_other(f, head, key, value);
	}
}

/* Of many articles the first has it. */
static bool
list_head(struct json_feed *f, size_t before)
{
	struct gp_feed_entry head = { .line = 0 };
	struct gp_draft *draft;

	if (f->out->count == before)
		return true;
	f->scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!f->scratch)
		return gp_fail(f->e, GP_NOMEM, "out of memory");
	draft = f->out->drafts[before];
	add_head(f, &head);
	gp_feed_list_head(draft, &head);
	(void)gp_arena_ok(f->scratch, f->e);
	gp_arena_free(f->scratch);
	return f->e->code == GP_OK && gp_arena_ok(draft->arena, f->e);
}

static bool
read_items(struct json_feed *f)
{
	size_t before = f->out->count;
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
	return ok && list_head(f, before);
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
