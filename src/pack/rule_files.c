/* Rule files found by their suffix in two folders or taken from the command
   line, read and compiled in a fixed order; the first whose fingerprint fits
   an article is its file.  What a rule does to an article is not known here. */
#include "pack/rule_files.h"

#include "base/file.h"
#include "base/limits.h"
#include "normalise/rules/sites.h"

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
add_file(struct gp_context *c, const char *path, const char *shown,
         struct gp_err *e)
{
	const struct gp_site_file *file;
	struct gp_bytes text;

	if (c->n_sites == GP_MAX_SITES)
		return gp_fail_at(e, GP_LIMIT, path, 0, 0,
		                  "more than %zu rule files", GP_MAX_SITES);
	if (!gp_read(path, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	gp_context_input(c, gp_str(shown), &text);
	file = gp_site_file_read(
		c->arena, path, shown,
		(struct gp_str){ (char *)text.data, text.size }, e);
	gp_bytes_free(&text);
	if (!file)
		return false;
	c->sites[c->n_sites] = gp_site_new(file, e);
	return c->sites[c->n_sites++] != NULL;
}

static bool
add_folder(struct gp_context *c, const char *base, const char *folder,
           struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(c->arena, "%s/%s", base, folder);
	struct gp_str *names, full, shown;
	size_t i, n;

	if (!gp_arena_ok(c->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	if (!gp_folder_names(c->arena, path.p, &names, &n, e))
		return false;
	for (i = 0; i < n; i++) {
		full = gp_arena_printf(c->arena, "%s/%.*s", path.p,
		                       GP_ARG(names[i]));
		shown = gp_arena_printf(c->arena, "%s/%.*s", folder,
		                        GP_ARG(names[i]));
		if (!gp_arena_ok(c->arena, e))
			return false;
		if (is_rule_file(names[i], full.p) &&
		    !add_file(c, full.p, shown.p, e))
			return false;
	}
	return true;
}

bool
gp_context_read_sites(struct gp_context *c, struct gp_err *e)
{
	const struct gp_settings *s = c->settings;

	c->sites = gp_arena_array(c->arena, GP_MAX_SITES + 1, sizeof *c->sites);
	if (!c->sites)
		return gp_arena_ok(c->arena, e);
	if (s->rule_file)
		return add_file(c, s->rule_file, s->rule_file, e);
	return (!s->folder || add_folder(c, s->folder, "rules", e)) &&
	       add_folder(c, s->data, "styles/rules", e);
}

const struct gp_site *
gp_context_site(const struct gp_context *c, const struct gp_draft *draft)
{
	size_t i;

	for (i = 0; i < c->n_sites; i++)
		if (gp_site_fits(c->sites[i], draft, gp_str(c->settings->url)))
			return c->sites[i];
	return NULL;
}

const struct gp_site_file *
gp_context_containers(const struct gp_context *c, const struct gp_articles *all)
{
	const struct gp_site *first = NULL;
	const struct gp_site_file *file;
	size_t i;

	for (i = 0; c->n_sites && i < all->count; i++) {
		const struct gp_site *site = gp_context_site(c, all->drafts[i]);

		if (!site || (first && site != first))
			return NULL;
		first = site;
	}
	file = first ? gp_site_file(first) : NULL;
	return file && file->article.n + file->not_article.n ? file : NULL;
}
