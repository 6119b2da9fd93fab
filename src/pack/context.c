/* series.yaml, pack.yaml, the boilerplate rules and the rule files read once,
   in this order; and which row of pack.yaml is an article's.  It reads no
   article and knows no order of them. */
#include "pack/context.h"

#include "base/file.h"
#include "base/limits.h"
#include "normalise/rules/rules.h"
#include "normalise/rules/sites.h"
#include "pack/pack_files.h"

#include <stdlib.h>
#include <string.h>

static const char rules_path[] = "styles/boilerplate.tsv";

bool
gp_context_open(struct gp_context *c, const struct gp_settings *s,
                struct gp_diag *d, struct gp_err *e)
{
	*c = (struct gp_context){ .settings = s,
		                  .host = gp_host_of(s),
		                  .diag = d };
	c->arena = gp_arena_new(GP_MAX_PACK_ARENA);
	c->inputs.arena = c->inputs.seen.arena = c->arena;
	c->left_out.arena = c->picked_files.arena = c->arena;
	c->labels = (struct gp_label_files){ .arena = c->arena,
		                             .data = c->host.data };
	c->held = (struct gp_held){ .names.arena = c->arena,
		                    .holds = s->hold,
		                    .now = gp_moment_of(s) };
	c->packfile = gp_packfile_new();
	if (!c->arena || !c->packfile)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!c->host.data)
		return gp_fail(e, GP_USAGE, "no data folder was given");
	return gp_pictures_open(&c->pictures, e);
}

void
gp_context_free(struct gp_context *c)
{
	gp_rule_files_free(&c->rule_files);
	gp_arena_free(c->arena);
	gp_packfile_free(c->packfile);
	gp_rules_free(c->rules);
	gp_pictures_free(&c->pictures);
}

/* What the series says, before the pack's own file speaks. */
static bool
read_series(struct gp_context *c, struct gp_err *e)
{
	const char *path = c->settings->series;
	struct gp_seriesfile *series;
	struct gp_bytes text;
	bool ok;

	if (!path || !c->settings->folder)
		return true;
	series = gp_arena_alloc(c->packfile->arena, sizeof *series);
	if (!series)
		return gp_arena_ok(c->packfile->arena, e);
	series->arena = c->packfile->arena;
	if (!gp_read(path, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	ok = gp_seriesfile_read(series, path,
	                        (struct gp_str){ (char *)text.data, text.size },
	                        e);
	gp_bytes_free(&text);
	if (ok)
		gp_packfile_stand_on(c->packfile, series,
		                     gp_str_base(gp_str(c->settings->folder)));
	return ok;
}

static bool
read_pack_files(struct gp_context *c, struct gp_err *e)
{
	const struct gp_pack_files files = {
		.folder = c->settings->folder,
		.arena = c->arena,
		.into = c->packfile,
		.inputs = &c->inputs,
		.diag = c->diag,
	};

	return !files.folder || gp_pack_files_read(&files, e);
}

static bool
read_rules(struct gp_context *c, struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(c->arena, "%s/%s", c->host.data, rules_path);
	struct gp_bytes tsv;

	if (!gp_arena_ok(c->arena, e) ||
	    !gp_read(path.p, GP_MAX_STYLE_BYTES, &tsv, e))
		return false;
	gp_inputs_note(&c->inputs, gp_str(rules_path), &tsv);
	c->rules = gp_rules_new(path.p,
	                        (struct gp_str){ (char *)tsv.data, tsv.size },
	                        c->packfile, e);
	gp_bytes_free(&tsv);
	return c->rules != NULL;
}

bool
gp_context_read(struct gp_context *c, struct gp_err *e)
{
	return read_series(c, e) && read_pack_files(c, e) &&
	       gp_packfile_amend(c->packfile, c->settings->amendments, e) &&
	       read_rules(c, e) &&
	       gp_rule_files_read(&c->rule_files, c->settings, &c->inputs,
	                          c->diag, e);
}

struct gp_override *
gp_context_row(const struct gp_context *c, struct gp_str article)
{
	struct gp_override *row = gp_packfile_find(c->packfile, article);
	size_t n = article.n;

	while (!row && n > 0) {
		n--;
		if (article.p[n] == '#')
			row = gp_packfile_find(c->packfile,
			                       gp_str_sub(article, 0, n));
	}
	return row;
}

bool
gp_context_excuses(const struct gp_context *c, const struct gp_err *why,
                   struct gp_err *e)
{
	if (!gp_arena_ok(c->arena, e) || !gp_arena_ok(c->pictures.arena, e))
		return false;
	return gp_is_fault_of_source(why->code) ||
	       gp_fail_at(e, why->code, why->file, why->line, why->column, "%s",
	                  why->msg);
}

const struct gp_withdrawal *
gp_context_withdrawn(const struct gp_context *c, struct gp_str article)
{
	const struct gp_override *row = gp_context_row(c, article);

	if (row && row->is_out)
		return NULL;
	return row && row->withdrawn ? row->withdrawn : c->packfile->said.whole;
}
