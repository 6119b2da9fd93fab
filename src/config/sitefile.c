/* A rule file read along the tables at the foot, which are its keys; every
   rule keeps the line it stands in.  Patterns and names of containers are
   text here, whether or not anything can make sense of them. */
#include "config/sitefile.h"

#include "base/limits.h"
#include "config/yamlkeys.h"

#include <stddef.h>

static const struct gp_keys match_keys, file_keys;

static bool
take_line(struct gp_taker *t, const struct gp_yaml *v,
          struct gp_site_lines *lines)
{
	struct gp_site_line *line = &lines->rows[lines->n];

	if (v->kind != GP_YAML_TEXT || gp_str_trim(v->text).n == 0)
		return gp_taker_fault(t, v, "text is wanted here, not %s",
		                      gp_yaml_what(v));
	line->line = v->line;
	line->column = v->column;
	lines->n++;
	return gp_take_verbatim(t, v, &line->text);
}

/* One text, or a list of texts. */
static bool
take_lines(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_site_lines *lines = field;
	const struct gp_yaml *c;

	if (v->kind != GP_YAML_TEXT && !gp_need_list(t, v, GP_MAX_SITE_RULES))
		return false;
	lines->rows =
		gp_arena_array(t->arena, v->count + 1, sizeof *lines->rows);
	if (!lines->rows)
		return gp_arena_ok(t->arena, t->e);
	if (v->kind == GP_YAML_TEXT)
		return take_line(t, v, lines);
	for (c = v->first; c; c = c->next)
		if (!take_line(t, c, lines))
			return false;
	return true;
}

static bool
take_dates(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "dmy", "mdy", "ymd", NULL };
	struct gp_site_file *file = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	file->dates = (enum gp_site_dates)(i + GP_DATES_DMY);
	file->dates_line = v->line;
	return true;
}

static bool
take_source(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_site_file *file = field;

	file->source_line = v->line;
	return gp_take_line(t, v, &file->source);
}

static bool
take_match(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	const struct gp_site_file *file = field;

	if (v->kind != GP_YAML_MAP)
		return gp_taker_fault(t, v,
		                      "`match` must hold `host`, `generator` "
		                      "or `text` below it, not %s",
		                      gp_yaml_what(v));
	if (!gp_take_map(t, v, &match_keys, field))
		return false;
	if (file->host.n + file->generator.n + file->text.n == 0)
		return gp_taker_fault(t, v,
		                      "`match` is empty; write `host: "
		                      "www.example.org` below it");
	return true;
}

static bool
take_file(struct gp_taker *t, const struct gp_yaml *root,
          struct gp_site_file *file)
{
	if (!root || root->kind != GP_YAML_MAP)
		return gp_fail_at(t->e, GP_SYNTAX, t->path, 1, 1,
		                  "must hold lines of the form `key: value`");
	if (!gp_take_map(t, root, &file_keys, file))
		return false;
	if (!gp_yaml_child(root, "match") ||
	    file->host.n + file->generator.n + file->text.n == 0)
		return gp_taker_fault(t, root,
		                      "needs `match:`, which says what pages "
		                      "the rules are for");
	return true;
}

struct gp_site_file *
gp_site_file_read(struct gp_arena *a, const char *path, const char *shown,
                  struct gp_str text, struct gp_err *e)
{
	struct gp_taker t = { .arena = a, .path = path, .e = e };
	struct gp_arena *tree = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_site_file *file = gp_arena_alloc(a, sizeof *file);
	struct gp_yaml *root;
	bool good = false;

	if (!tree || !file) {
		gp_fail(e, GP_NOMEM, "out of memory");
	} else {
		file->path = gp_arena_cstr(a, path);
		file->shown = gp_arena_cstr(a, shown);
		good = gp_yaml_parse(tree, path, text, &root, e) &&
		       take_file(&t, root, file) && gp_arena_ok(a, e);
	}
	gp_arena_free(tree);
	return good ? file : NULL;
}

#define FILE_AT(field) offsetof(struct gp_site_file, field)

static const struct gp_key match_rows[] = {
	{ "host", take_lines, FILE_AT(host), false },
	{ "generator", take_lines, FILE_AT(generator), false },
	{ "text", take_lines, FILE_AT(text), false },
};

static const struct gp_key file_rows[] = {
	{ "match", take_match, 0, false },
	{ "source", take_source, 0, false },
	{ "drop", take_lines, FILE_AT(drop), false },
	{ "keep", take_lines, FILE_AT(keep), false },
	{ "article", take_lines, FILE_AT(article), false },
	{ "not_article", take_lines, FILE_AT(not_article), false },
	{ "dates", take_dates, 0, false },
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct gp_keys match_keys = { " in `match`", match_rows,
	                                   COUNT(match_rows) };
static const struct gp_keys file_keys = { "", file_rows, COUNT(file_rows) };
