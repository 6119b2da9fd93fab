/* The entry of a release to JSON and back, by jansson: what it is made of is in
   a table, and here only how a text, a number and a list look.  Reading takes
   nothing for granted: a name that could lead out of its folder makes the entry
   none.  Whether numbers follow one another is not looked at. */
#include "series/ledger/release_json.h"

#include "series/ledger/release_members.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- writing ---- */

static void
put_fields(json_t *to, const struct gp_members *fields, const void *row)
{
	const struct gp_member *f;
	struct gp_str s;
	json_t *value;

	for (f = fields->rows; f < fields->rows + fields->n; f++) {
		if (gp_member_is_empty(f, row))
			continue;
		if (f->kind == GP_MEMBER_TEXT || f->kind == GP_MEMBER_WORD) {
			s = gp_member_text(f, row);
			value = json_stringn(s.p, s.n);
		} else {
			value = json_integer(gp_member_number(f, row));
		}
		json_object_set_new(to, f->key, value);
	}
}

static void
append_row(json_t *list, const struct gp_members *fields, const void *row)
{
	json_t *object = json_object();

	put_fields(object, fields, row);
	json_array_append_new(list, object);
}

static void
put_lists(json_t *root, const struct gp_release_entry *r)
{
	json_t *files = json_array(), *articles = json_array();
	size_t i;

	for (i = 0; i < r->n_files; i++)
		append_row(files, &gp_members_of_file, &r->files[i]);
	for (i = 0; i < r->n_articles; i++)
		append_row(articles, &gp_members_of_article, &r->articles[i]);
	json_object_set_new(root, "files", files);
	json_object_set_new(root, "articles", articles);
}

bool
gp_release_entry_json(const struct gp_release_entry *r, struct gp_buf *out,
                      struct gp_err *e)
{
	json_t *root = json_object();
	char *text;

	put_fields(root, &gp_members_of_entry, r);
	if (!r->undoes)
		put_lists(root, r);
	text = json_dumps(root, JSON_PRESERVE_ORDER | JSON_INDENT(1));
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
	struct gp_entry_flaw *flaw; /* its text is "": all is well so far */
};

static void
tell_flaw(struct entry_reader *r, const char *fmt, ...) GP_PRINTF(2, 3);

static void
tell_flaw(struct entry_reader *r, const char *fmt, ...)
{
	va_list args;

	if (r->flaw->why[0])
		return;
	va_start(args, fmt);
	gp_vformat(r->flaw->why, sizeof r->flaw->why, fmt, args);
	va_end(args);
}

static void
take_text(struct entry_reader *r, const struct gp_member *f, const json_t *v,
          void *row)
{
	struct gp_str s = { json_string_value(v), json_string_length(v) };

	if (v && !json_is_string(v))
		tell_flaw(r, "its `%s` is no text", f->key);
	else if (!gp_member_set_text(
			 f, row, s.p ? gp_arena_str(r->arena, s) : GP_STR("")))
		tell_flaw(r, "its `%s` is none that there is", f->key);
}

static void
take_number(struct entry_reader *r, const struct gp_member *f, const json_t *v,
            void *row)
{
	json_int_t n = json_integer_value(v);

	if ((v && !json_is_integer(v)) ||
	    !gp_member_set_number(f, row, (long)n))
		tell_flaw(r, "its `%s` is no such number", f->key);
}

static void
take_fields(struct entry_reader *r, const struct gp_members *fields,
            const json_t *object, void *row)
{
	const struct gp_member *f;
	const json_t *v;

	for (f = fields->rows; f < fields->rows + fields->n; f++) {
		v = json_object_get(object, f->key);
		if (f->kind == GP_MEMBER_TEXT || f->kind == GP_MEMBER_WORD)
			take_text(r, f, v, row);
		else
			take_number(r, f, v, row);
	}
}

static void
take_lists(struct entry_reader *r, const json_t *root,
           struct gp_release_entry *out)
{
	const json_t *files = json_object_get(root, "files"), *row;
	const json_t *articles = json_object_get(root, "articles");
	size_t i;

	if ((files && !json_is_array(files)) ||
	    (articles && !json_is_array(articles)))
		tell_flaw(r, "a list of it is none");
	out->files = gp_arena_array(r->arena, json_array_size(files) + 1,
	                            sizeof *out->files);
	out->articles = gp_arena_array(r->arena, json_array_size(articles) + 1,
	                               sizeof *out->articles);
	if (!out->files || !out->articles)
		return;
	json_array_foreach(files, i, row) take_fields(
		r, &gp_members_of_file, row, &out->files[out->n_files++]);
	json_array_foreach(articles, i, row)
		take_fields(r, &gp_members_of_article, row,
	                    &out->articles[out->n_articles++]);
}

static void
take_entry(struct entry_reader *r, const json_t *root,
           struct gp_release_entry *out)
{
	const char *why;

	take_fields(r, &gp_members_of_entry, root, out);
	take_lists(r, root, out);
	why = r->flaw->why[0] ? NULL : gp_release_entry_flaw(out);
	if (why)
		tell_flaw(r, "%s", why);
}

bool
gp_release_entry_read(struct gp_arena *a, struct gp_str json,
                      struct gp_release_entry *out, struct gp_entry_flaw *flaw)
{
	struct entry_reader r = { .arena = a, .flaw = flaw };
	json_error_t why;
	json_t *root = json_loadb(json.p ? json.p : "", json.n,
	                          JSON_REJECT_DUPLICATES, &why);

	*out = (struct gp_release_entry){ .number = 0 };
	*flaw = (struct gp_entry_flaw){ .line = 0 };
	if (json_is_object(root)) {
		take_entry(&r, root, out);
	} else {
		tell_flaw(&r, "it is no JSON: %s",
		          root ? "no object" : why.text);
		flaw->line = root || why.line < 0 ? 0 : (unsigned)why.line;
	}
	json_decref(root);
	return !flaw->why[0];
}
