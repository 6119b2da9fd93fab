/*
 * What the rule file of a source says about its articles, done: lines kept
 * and dropped; each rule that did something is noted on the document.
 * Containers were the importer's matter.
 */
#include "normalise/work.h"

#include "normalise/rules/sites.h"

static void
note_effect(struct gp_work *w, const char *does, struct gp_str what,
            unsigned line, size_t count)
{
	struct gp_rule_effect **end = &w->doc->rule_effects, *f;

	for (; *end; end = &(*end)->next)
		if ((*end)->line == line && gp_str_eq((*end)->what, what)) {
			(*end)->count += count;
			return;
		}
	f = gp_arena_alloc(w->doc->arena, sizeof *f);
	if (!f)
		return;
	*f = (struct gp_rule_effect){ does, gp_arena_str(w->doc->arena, what),
		                      line, count, NULL };
	*end = f;
}

static void
drop_unit(struct gp_work *w, size_t i, const struct gp_site_line *line)
{
	const struct gp_site_file *file = gp_site_file_of(w->how->site);
	struct gp_rule *rule = gp_arena_alloc(w->scratch, sizeof *rule);

	if (!rule)
		return;
	*rule = (struct gp_rule){
		.zone = GP_ZONE_COUNT,
		.confidence = 100,
		.reason = GP_STR("source-rule"),
		.pattern = gp_arena_printf(w->scratch, "%.*s (%.*s:%u)",
		                           GP_ARG(line->text),
		                           GP_ARG(file->shown), line->line),
	};
	if (gp_work_drop(w, i, i + 1, rule, rule->confidence))
		note_effect(w, "drop", line->text, line->line, 1);
}

static void
judge_units(struct gp_work *w)
{
	const struct gp_site_line *line = NULL;
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];
		enum gp_site_says says = gp_site_judge(w->how->site, w->matcher,
		                                       u->folded, &line);

		if (says == GP_SITE_KEEP) {
			u->fate = GP_KEPT;
			note_effect(w, "keep", line->text, line->line, 1);
		} else if (says == GP_SITE_DROP && u->fate == GP_UNDECIDED) {
			drop_unit(w, i, line);
		}
	}
}

/* The importer put these aside, by the same names with their line. */
static void
count_excluded(struct gp_work *w)
{
	const struct gp_site_file *file = gp_site_file_of(w->how->site);
	const struct gp_site_lines *names = &file->not_article;
	size_t i, k;

	for (k = 0; k < names->n; k++) {
		const struct gp_site_line *line = &names->rows[k];
		struct gp_str rule = gp_arena_printf(
			w->scratch, "%.*s (%.*s:%u)", GP_ARG(line->text),
			GP_ARG(file->shown), line->line);

		for (i = 0; i < w->n_aside; i++)
			if (gp_str_eq(w->aside[i]->rule, rule))
				note_effect(w, "not_article", line->text,
				            line->line, 1);
	}
}

static void
say_facts(struct gp_work *w, const struct gp_site_file *file)
{
	static const char *const dates[] = {
		[GP_DATES_UNSAID] = "",
		[GP_DATES_DMY] = "dmy",
		[GP_DATES_MDY] = "mdy",
		[GP_DATES_YMD] = "ymd",
	};

	if (file->source.n)
		note_effect(w, "source", file->source, file->source_line, 0);
	if (file->dates != GP_DATES_UNSAID)
		note_effect(w, "dates", gp_str(dates[file->dates]),
		            file->dates_line, 0);
}

bool
gp_site_keeps(const struct gp_work *w, const struct gp_draft_block *b)
{
	const struct gp_site_line *line;

	return w->how->site &&
	       gp_site_judge(w->how->site, w->matcher, gp_str_trim(b->raw),
	                     &line) == GP_SITE_KEEP;
}

bool
gp_pass_site_rules(struct gp_work *w, struct gp_err *e)
{
	const struct gp_site_file *file;

	if (!w->how->site)
		return true;
	file = gp_site_file_of(w->how->site);
	w->doc->rule_file = gp_arena_str(w->doc->arena, file->shown);
	w->doc->rule_effects = NULL;
	say_facts(w, file);
	if (w->draft->held_by.n)
		note_effect(w, "article", w->draft->held_by,
		            w->draft->held_by_line, 0);
	judge_units(w);
	count_excluded(w);
	return gp_arena_ok(w->scratch, e) && gp_arena_ok(w->doc->arena, e);
}
