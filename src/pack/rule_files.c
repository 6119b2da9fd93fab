/* Rule files found by their suffix in two folders or taken from the command
   line, read and compiled in a fixed order; the first whose fingerprint fits
   an article is its file.  What a rule does to an article is not known here. */
#include "pack/rule_files.h"

#include "base/diag.h"
#include "base/file.h"
#include "base/host.h"
#include "base/limits.h"
#include "normalise/rules/sites.h"
#include "pack/folder.h"

#include <stdlib.h>
#include <sys/stat.h>

const char gp_rules_folder[] = "rules";

/* A link could lead out of the folder. */
static bool
is_rule_file(struct gp_str name, const char *path)
{
	struct stat st;

	return gp_str_ends(name, GP_STR(".yaml")) && lstat(path, &st) == 0 &&
	       S_ISREG(st.st_mode);
}

/* Nor is a link to one, of which the list of files warns. */
static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
add_file(struct gp_rule_files *f, const char *path, const char *shown,
         struct gp_bytes *text, struct gp_err *e)
{
	const struct gp_site_file *file;

	gp_inputs_note(f->inputs, gp_str(shown), text);
	file = gp_site_file_read(
		f->inputs->arena, path, shown,
		(struct gp_str){ (char *)text->data, text->size }, e);
	gp_bytes_free(text);
	if (!file)
		return false;
	f->sites[f->n] = gp_site_new(file, e);
	return f->sites[f->n++] != NULL;
}

static bool
read_given(struct gp_rule_files *f, const char *path, struct gp_err *e)
{
	struct gp_bytes text;

	return gp_read(path, GP_MAX_PACKFILE_BYTES, &text, e) &&
	       add_file(f, path, path, &text, e);
}

/* One of a folder, which leads nowhere else. */
static bool
read_inside(struct gp_rule_files *f, const char *base, const char *path,
            struct gp_str shown, struct gp_err *e)
{
	struct gp_err why = { 0 };
	struct gp_bytes text;

	if (f->n == GP_MAX_SITES)
		return gp_fail_at(e, GP_LIMIT, path, 0, 0,
		                  "more than %zu rule files", GP_MAX_SITES);
	if (!gp_read_inside(base, shown, GP_MAX_PACKFILE_BYTES, &text, &why))
		return gp_fail_at(e, why.code, path, 0, 0, "%s", why.msg);
	return add_file(f, path, shown.p, &text, e);
}

/* A file of the folder that is no rule file was perhaps meant to be one. */
static void
tell_others(const struct gp_rule_files *f, const char *path)
{
	gp_diag_add(f->diag, GP_WARNING, "left-out", path, 0,
	            "is no rule file: those are regular files called "
	            "NAME.yaml");
}

static bool
add_name(struct gp_rule_files *f, const char *base, const char *folder,
         struct gp_str name, struct gp_err *e)
{
	struct gp_arena *a = f->inputs->arena;
	struct gp_str shown, full;

	shown = gp_arena_printf(a, "%s/%.*s", folder, GP_ARG(name));
	full = gp_arena_printf(a, "%s/%.*s", base, GP_ARG(shown));
	if (!gp_arena_ok(a, e))
		return false;
	if (is_rule_file(name, full.p))
		return read_inside(f, base, full.p, shown, e);
	tell_others(f, full.p);
	return true;
}

static bool
add_folder(struct gp_rule_files *f, const char *base, const char *folder,
           struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(f->inputs->arena, "%s/%s", base, folder);
	struct gp_str *names;
	size_t i, n;

	if (!gp_arena_ok(f->inputs->arena, e))
		return false;
	if (!is_folder(path.p))
		return true;
	if (!gp_folder_names(f->inputs->arena, path.p, &names, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (!add_name(f, base, folder, names[i], e))
			return false;
	return true;
}

bool
gp_rule_files_read(struct gp_rule_files *f, const struct gp_settings *s,
                   struct gp_inputs *inputs, struct gp_diag *d,
                   struct gp_err *e)
{
	f->settings = s;
	f->diag = d;
	f->inputs = inputs;
	f->sites = gp_arena_array(inputs->arena, GP_MAX_SITES + 1,
	                          sizeof *f->sites);
	if (!f->sites)
		return gp_arena_ok(inputs->arena, e);
	if (s->rule_file)
		return read_given(f, s->rule_file, e);
	return (!s->folder || add_folder(f, s->folder, gp_rules_folder, e)) &&
	       add_folder(f, gp_datadir(s->data), "styles/rules", e);
}

void
gp_rule_files_free(struct gp_rule_files *f)
{
	while (f->n > 0)
		gp_site_free(f->sites[--f->n]);
}

const struct gp_site *
gp_rule_files_find(const struct gp_rule_files *f, struct gp_matcher *m,
                   const struct gp_draft *draft)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (gp_site_fits(f->sites[i], m, draft,
		                 gp_str(f->settings->url)))
			return f->sites[i];
	return NULL;
}

const struct gp_site_file *
gp_rule_files_containers(const struct gp_rule_files *f, struct gp_matcher *m,
                         const struct gp_articles *all)
{
	const struct gp_site *first = NULL;
	const struct gp_site_file *file;
	size_t i;

	for (i = 0; f->n && i < all->count; i++) {
		const struct gp_site *site =
			gp_rule_files_find(f, m, all->drafts[i]);

		if (!site || (first && site != first))
			return NULL;
		first = site;
	}
	file = first ? gp_site_file_of(first) : NULL;
	return file && file->article.n + file->not_article.n ? file : NULL;
}
