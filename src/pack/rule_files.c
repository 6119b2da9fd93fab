/* Rule files found by their suffix in two folders or taken from the command
   line, read and compiled in a fixed order; the first whose fingerprint fits
   an article is its file.  What a rule does to an article is not known here. */
#include "pack/rule_files.h"

#include "base/file.h"
#include "base/limits.h"
#include "normalise/rules/sites.h"
#include "pack/folder.h"

#include <stdlib.h>
#include <sys/stat.h>

/* A link could lead out of the folder. */
static bool
is_rule_file(struct gp_str name, const char *path)
{
	struct stat st;

	return gp_str_ends(name, GP_STR(".yaml")) && lstat(path, &st) == 0 &&
	       S_ISREG(st.st_mode);
}

static bool
add_file(struct gp_rule_files *f, const char *path, const char *shown,
         struct gp_err *e)
{
	const struct gp_site_file *file;
	struct gp_bytes text;

	if (f->n == GP_MAX_SITES)
		return gp_fail_at(e, GP_LIMIT, path, 0, 0,
		                  "more than %zu rule files", GP_MAX_SITES);
	if (!gp_read(path, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	gp_inputs_note(f->inputs, gp_str(shown), &text);
	file = gp_site_file_read(
		f->inputs->arena, path, shown,
		(struct gp_str){ (char *)text.data, text.size }, e);
	gp_bytes_free(&text);
	if (!file)
		return false;
	f->sites[f->n] = gp_site_new(file, e);
	return f->sites[f->n++] != NULL;
}

static bool
add_folder(struct gp_rule_files *f, const char *base, const char *folder,
           struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(f->inputs->arena, "%s/%s", base, folder);
	struct gp_str *names, full, shown;
	size_t i, n;

	if (!gp_arena_ok(f->inputs->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	if (!gp_folder_names(f->inputs->arena, path.p, &names, &n, e))
		return false;
	for (i = 0; i < n; i++) {
		full = gp_arena_printf(f->inputs->arena, "%s/%.*s", path.p,
		                       GP_ARG(names[i]));
		shown = gp_arena_printf(f->inputs->arena, "%s/%.*s", folder,
		                        GP_ARG(names[i]));
		if (!gp_arena_ok(f->inputs->arena, e))
			return false;
		if (is_rule_file(names[i], full.p) &&
		    !add_file(f, full.p, shown.p, e))
			return false;
	}
	return true;
}

bool
gp_rule_files_read(struct gp_rule_files *f, const struct gp_settings *s,
                   struct gp_inputs *inputs, struct gp_err *e)
{
	f->settings = s;
	f->inputs = inputs;
	f->sites = gp_arena_array(inputs->arena, GP_MAX_SITES + 1,
	                          sizeof *f->sites);
	if (!f->sites)
		return gp_arena_ok(inputs->arena, e);
	if (s->rule_file)
		return add_file(f, s->rule_file, s->rule_file, e);
	return (!s->folder || add_folder(f, s->folder, "rules", e)) &&
	       add_folder(f, s->data, "styles/rules", e);
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
