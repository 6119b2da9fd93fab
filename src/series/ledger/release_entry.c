/* The entry of a release to JSON and back, by jansson.  Reading takes nothing
   for granted: a name that could lead out of its folder makes the entry none.
   Whether numbers follow one another is not looked at. */
#include "series/ledger/release_entry.h"

#include "series/ledger/safe_file.h"

#include <jansson.h>
#include <stdlib.h>

static const char *const states[GP_ARTICLE_STATES] = {
	[GP_ARTICLE_NEW] = "new",
	[GP_ARTICLE_KEPT] = "kept",
	[GP_ARTICLE_CORRECTED] = "corrected",
	[GP_ARTICLE_WITHDRAWN] = "withdrawn",
};

static const char *const since[GP_ENTRY_STATES] = {
	[GP_ENTRY_UNSAID] = "",
	[GP_ENTRY_NEW] = "new",
	[GP_ENTRY_CORRECTED] = "corrected",
	[GP_ENTRY_CARRIED] = "carried",
};

/* ---- writing ---- */

static void
put_text(json_t *to, const char *key, struct gp_str s)
{
	if (s.n)
		json_object_set_new(to, key, json_stringn(s.p, s.n));
}

static void
put_number(json_t *to, const char *key, long n)
{
	json_object_set_new(to, key, json_integer(n));
}

static json_t *
file_row(const struct gp_released_file *f)
{
	json_t *row = json_object();

	put_text(row, "file", f->file);
	put_text(row, "type", f->type);
	put_number(row, "bytes", f->bytes);
	put_text(row, "sha256", f->sha256);
	return row;
}

static json_t *
article_row(const struct gp_released_article *a)
{
	json_t *row = json_object();

	put_text(row, "id", a->id);
	json_object_set_new(row, "state", json_string(states[a->state]));
	put_text(row, "file", a->file);
	put_text(row, "given", a->given);
	put_text(row, "address", a->address);
	put_text(row, "feed", a->feed);
	put_text(row, "title", a->title);
	put_text(row, "published", a->published);
	put_text(row, "updated", a->updated);
	put_number(row, "words", a->words);
	put_text(row, "text", a->text);
	put_text(row, "sketch", a->sketch);
	if (a->corrections)
		put_number(row, "corrections", a->corrections);
	put_text(row, "notice", a->notice);
	put_text(row, "since", gp_str(since[a->since]));
	put_text(row, "first", a->first);
	return row;
}

static void
put_lists(json_t *root, const struct gp_release_entry *r)
{
	json_t *files = json_array(), *articles = json_array();
	size_t i;

	for (i = 0; i < r->n_files; i++)
		json_array_append_new(files, file_row(&r->files[i]));
	for (i = 0; i < r->n_articles; i++)
		json_array_append_new(articles, article_row(&r->articles[i]));
	json_object_set_new(root, "files", files);
	json_object_set_new(root, "articles", articles);
}

static json_t *
entry_row(const struct gp_release_entry *r)
{
	json_t *root = json_object();

	put_number(root, "release", (long)r->number);
	put_text(root, "time", r->time);
	put_text(root, "moment", r->moment);
	put_text(root, "series", r->series);
	put_text(root, "head", r->head);
	if (r->undoes)
		put_number(root, "undoes", (long)r->undoes);
	put_text(root, "pack", r->pack);
	put_number(root, "edition", (long)r->edition);
	put_text(root, "identifier", r->identifier);
	put_text(root, "title", r->title);
	put_text(root, "date", r->date);
	put_text(root, "marking", r->marking);
	put_text(root, "language", r->lang);
	put_text(root, "pieces", r->pieces);
	if (!r->undoes)
		put_lists(root, r);
	return root;
}

bool
gp_release_entry_json(const struct gp_release_entry *r, bool one_line,
                      struct gp_buf *out, struct gp_err *e)
{
	json_t *root = entry_row(r);
	char *text = json_dumps(
		root, JSON_PRESERVE_ORDER |
			      (one_line ? JSON_COMPACT : JSON_INDENT(1)));

	json_decref(root);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, text);
	gp_buf_putc(out, '\n');
	free(text);
	return gp_buf_ok(out, e);
}

/* ---- reading ---- */

struct entry_reader {
	struct gp_arena *arena;
	const char *why; /* NULL: all is well so far */
};

static struct gp_str
take_text(struct entry_reader *r, const json_t *row, const char *key)
{
	const json_t *v = json_object_get(row, key);
	struct gp_str s = { json_string_value(v), json_string_length(v) };

	if (v && !json_is_string(v))
		r->why = "a text of it is none";
	return s.p ? gp_arena_str(r->arena, s) : GP_STR("");
}

static long
take_number(struct entry_reader *r, const json_t *row, const char *key)
{
	const json_t *v = json_object_get(row, key);
	json_int_t n = json_integer_value(v);

	if ((v && !json_is_integer(v)) || n < 0 || n > 1000000000000)
		r->why = "a number of it is none";
	return (long)n;
}

static enum gp_article_state
take_state(struct entry_reader *r, const json_t *row)
{
	struct gp_str name = take_text(r, row, "state");
	enum gp_article_state i;

	for (i = 0; i < GP_ARTICLE_STATES; i++)
		if (gp_str_eq(name, gp_str(states[i])))
			return i;
	r->why = "an article of it has a state that is none";
	return GP_ARTICLE_KEPT;
}

static enum gp_entry_state
take_since(struct entry_reader *r, const json_t *row)
{
	struct gp_str name = take_text(r, row, "since");
	enum gp_entry_state i;

	for (i = 0; i < GP_ENTRY_STATES; i++)
		if (gp_str_eq(name, gp_str(since[i])))
			return i;
	r->why = "an article of it is new in a way that is none";
	return GP_ENTRY_UNSAID;
}

static void
take_article(struct entry_reader *r, const json_t *row,
             struct gp_released_article *a)
{
	*a = (struct gp_released_article){
		.id = take_text(r, row, "id"),
		.file = take_text(r, row, "file"),
		.given = take_text(r, row, "given"),
		.address = take_text(r, row, "address"),
		.feed = take_text(r, row, "feed"),
		.title = take_text(r, row, "title"),
		.text = take_text(r, row, "text"),
		.sketch = take_text(r, row, "sketch"),
		.words = take_number(r, row, "words"),
		.published = take_text(r, row, "published"),
		.updated = take_text(r, row, "updated"),
		.state = take_state(r, row),
		.corrections = take_number(r, row, "corrections"),
		.notice = take_text(r, row, "notice"),
		.since = take_since(r, row),
		.first = take_text(r, row, "first"),
	};
	if (a->id.n == 0)
		r->why = "an article of it has no id";
}

static void
take_file(struct entry_reader *r, const json_t *row, struct gp_released_file *f)
{
	*f = (struct gp_released_file){
		.file = take_text(r, row, "file"),
		.type = take_text(r, row, "type"),
		.sha256 = take_text(r, row, "sha256"),
		.bytes = take_number(r, row, "bytes"),
	};
	if (!gp_is_plain_name(f->file))
		r->why = "a file of it has a name that is none";
}

static void
take_lists(struct entry_reader *r, const json_t *root,
           struct gp_release_entry *out)
{
	const json_t *files = json_object_get(root, "files"), *row;
	const json_t *articles = json_object_get(root, "articles");
	size_t i;

	out->files = gp_arena_array(r->arena, json_array_size(files) + 1,
	                            sizeof *out->files);
	out->articles = gp_arena_array(r->arena, json_array_size(articles) + 1,
	                               sizeof *out->articles);
	if (!out->files || !out->articles)
		return;
	json_array_foreach(files, i, row)
		take_file(r, row, &out->files[out->n_files++]);
	json_array_foreach(articles, i, row)
		take_article(r, row, &out->articles[out->n_articles++]);
}

static void
take_entry(struct entry_reader *r, const json_t *root,
           struct gp_release_entry *out)
{
	*out = (struct gp_release_entry){
		.number = (unsigned)take_number(r, root, "release"),
		.undoes = (unsigned)take_number(r, root, "undoes"),
		.time = take_text(r, root, "time"),
		.moment = take_text(r, root, "moment"),
		.series = take_text(r, root, "series"),
		.head = take_text(r, root, "head"),
		.pack = take_text(r, root, "pack"),
		.edition = (unsigned)take_number(r, root, "edition"),
		.identifier = take_text(r, root, "identifier"),
		.title = take_text(r, root, "title"),
		.date = take_text(r, root, "date"),
		.marking = take_text(r, root, "marking"),
		.lang = take_text(r, root, "language"),
		.pieces = take_text(r, root, "pieces"),
	};
	take_lists(r, root, out);
	if (out->number == 0 || out->series.n == 0 || out->time.n == 0)
		r->why = "it has no number, time or series";
	else if (!gp_is_plain_name(out->pack))
		r->why = "the name of its pack is none";
}

bool
gp_release_entry_read(struct gp_arena *a, struct gp_str json,
                      struct gp_release_entry *out, const char **why)
{
	struct entry_reader r = { .arena = a };
	json_t *root = json_loadb(json.p, json.n, JSON_REJECT_DUPLICATES, NULL);

	if (json_is_object(root))
		take_entry(&r, root, out);
	else
		r.why = "it is no JSON";
	json_decref(root);
	*why = r.why;
	return !r.why;
}
