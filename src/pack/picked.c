/* A file whose articles all stay out is not opened, so that nothing is found
   about it: which these are is settled before the threads begin.  A row of
   pack.yaml that skips or withdraws an article outweighs its line. */
#include "pack/picked.h"

#include "base/diag.h"
#include "base/file.h"
#include "base/file_name.h"
#include "base/limits.h"

static const char file_name[] = "pick.txt";

enum { MOST_NAMED = 5 }; /* files that came late, in one sentence */

static bool
is_there(const struct gp_context *c)
{
	return c->pick.path.n > 0;
}

bool
gp_picked_has(const struct gp_context *c, struct gp_str article)
{
	const struct gp_pick_line *l;

	if (!is_there(c))
		return true;
	l = gp_pick_line_of(&c->pick, article);
	return l && l->chosen;
}

bool
gp_picked_names(const struct gp_context *c, struct gp_str article)
{
	const struct gp_pick_line *l = gp_map_find(&c->pick.by_name, article);

	return l && l->chosen;
}

bool
gp_picked_spares(const struct gp_context *c, struct gp_str file)
{
	return is_there(c) && !gp_map_find(&c->picked_files, file);
}

/* ---- lines and files ---- */

struct matching {
	struct gp_context *c;
	struct gp_map files; /* names as they are shown to their places */
	bool *is_listed;     /* file i has a line, or one of its articles has */
};

/* The place of the file that the line is about, or NULL. */
static struct gp_str *
file_of(const struct matching *m, struct gp_str article)
{
	struct gp_str *file = gp_map_find(&m->files, article);

	while (!file && gp_pick_file_of(&article))
		file = gp_map_find(&m->files, article);
	return file;
}

static bool
match_line(const struct matching *m, const struct gp_pick_line *l,
           struct gp_err *e)
{
	struct gp_context *c = m->c;
	struct gp_str *file = file_of(m, l->text);

	if (!file)
		return gp_fail_at(e, GP_SYNTAX, c->pick.path.p, l->line, 1,
		                  "there is no file `%.*s` any more; take the "
		                  "line out, bring the file back or write its "
		                  "new name",
		                  GP_ARG(gp_str_sub(l->text, 0, 80)));
	m->is_listed[file - c->files.names] = true;
	if (l->chosen)
		gp_map_put(&c->picked_files, *file, file);
	return true;
}

static bool
is_skipped(const struct gp_context *c, struct gp_str file)
{
	const struct gp_override *row = gp_packfile_find(c->packfile, file);

	return row && row->skip;
}

/* What is missing is one of several in a file that is there. */
bool
gp_picked_check(const struct gp_context *c, const struct gp_map *seen,
                struct gp_err *e)
{
	const struct gp_pick_line *l = c->pick.lines;
	const struct gp_override *row;
	size_t i;

	for (i = 0; i < c->pick.n; i++, l++) {
		if (l->kind != GP_PICK_ARTICLE || !l->chosen ||
		    gp_map_find(seen, l->text) ||
		    gp_held_has(&c->held, l->text) ||
		    gp_map_find(&c->picked_files, l->text))
			continue;
		row = gp_context_row(c, l->text);
		if (!row || !row->skip)
			return gp_fail_at(
				e, GP_SYNTAX, c->pick.path.p, l->line, 1,
				"there is no article `%.*s` any more; "
				"take the line out",
				GP_ARG(gp_str_sub(l->text, 0, 80)));
	}
	return gp_arena_ok(c->arena, e);
}

/* Nobody has decided about these. */
static void
tell_late(const struct matching *m)
{
	const struct gp_folder *files = &m->c->files;
	struct gp_buf names = { .max = 0 };
	size_t n = 0, i;

	for (i = 0; i < files->count; i++) {
		if (m->is_listed[i] || is_skipped(m->c, files->names[i]))
			continue;
		if (n++ < MOST_NAMED)
			gp_buf_printf(
				&names, "%s%.*s", n > 1 ? ", " : "",
				GP_ARG(gp_str_sub(files->names[i], 0, 60)));
	}
	if (n)
		gp_diag_add(m->c->diag, GP_WARNING, "not-picked",
		            m->c->pick.path.p, 0,
		            "%zu file%s came since it was written and %s in no "
		            "output: %.*s%s; `govpub pick` adds them",
		            n, n == 1 ? "" : "s", n == 1 ? "is" : "are",
		            GP_ARG(gp_buf_view(&names)),
		            n > MOST_NAMED ? " and more" : "");
	gp_buf_free(&names);
}

static bool
match(struct gp_context *c, struct gp_err *e)
{
	struct matching m = { .c = c, .files.arena = c->arena };
	size_t i;

	m.is_listed = gp_arena_array(c->arena, c->files.count + 1,
	                             sizeof *m.is_listed);
	if (!m.is_listed)
		return gp_arena_ok(c->arena, e);
	for (i = 0; i < c->files.count; i++)
		gp_map_put(&m.files, gp_name_shown(c->arena, c->files.names[i]),
		           &c->files.names[i]);
	for (i = 0; i < c->pick.n; i++)
		if (c->pick.lines[i].kind == GP_PICK_ARTICLE &&
		    !match_line(&m, &c->pick.lines[i], e))
			return false;
	tell_late(&m);
	return gp_arena_ok(c->arena, e);
}

/* ---- the file ---- */

/* Those of pack.yaml, and those that only its articles name. */
static bool
list_sections(const struct gp_context *c, struct gp_str **out, size_t *n,
              struct gp_err *e)
{
	const struct gp_packfile *p = c->packfile;
	struct gp_str *rows = gp_arena_array(
		c->arena, p->n_sections + p->n_articles + 1, sizeof *rows);
	size_t i;

	*out = rows;
	*n = 0;
	for (i = 0; rows && i < p->n_sections; i++)
		rows[(*n)++] = p->sections[i];
	for (i = 0; rows && i < p->n_articles; i++)
		if (p->articles[i].section.n)
			rows[(*n)++] = p->articles[i].section;
	return gp_arena_ok(c->arena, e);
}

static bool
read_lines(struct gp_context *c, const char *path, struct gp_err *e)
{
	struct gp_err why = { 0 };
	struct gp_str *sections;
	struct gp_bytes text;
	size_t n;
	bool ok;

	if (!list_sections(c, &sections, &n, e))
		return false;
	if (!gp_read_inside(c->settings->folder, gp_str(file_name),
	                    GP_MAX_PACKFILE_BYTES, &text, &why))
		return gp_fail_at(e, why.code, path, 0, 0, "%s", why.msg);
	ok = gp_pick_read(&c->pick, c->arena, path,
	                  (struct gp_str){ (char *)text.data, text.size },
	                  sections, n, e);
	gp_bytes_free(&text);
	return ok;
}

bool
gp_picked_read(struct gp_context *c, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(c->arena, "%s/%s",
	                                     c->settings->folder, file_name);

	if (!gp_arena_ok(c->arena, e))
		return false;
	if (c->everything || !gp_file_exists(path.p))
		return true;
	return read_lines(c, path.p, e) && match(c, e);
}
