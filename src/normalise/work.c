/*
 * The work on a draft, its beginning and its end; decisions on units, and
 * measures of all of them.  Every drop of every pass goes through here, so
 * that doubt and "keep all" are treated alike everywhere.  Knows no pass.
 */
#include "normalise/work.h"

#include "base/limits.h"

#include <string.h>

/* Judgements; the last gap is over the widest. */
enum {
	WIDEST_GAP = 8,    /* more blank lines count as so many */
	LAST_GAP = 9,      /* behind the last unit */
	TENTHS_SPACED = 6, /* gaps of a text that parts its paragraphs */
};

/* ---- beginning and end ---- */

static void
copy_input(struct gp_doc *doc, const struct gp_input *in)
{
	doc->input = *in;
	doc->input.file = gp_arena_str(doc->arena, in->file);
	doc->input.kind = gp_arena_str(doc->arena, in->kind);
	doc->input.encoding = gp_arena_str(doc->arena, in->encoding);
}

/* In one piece, so that neighbouring lines with their ends are one view. */
static void
copy_lines(struct gp_doc *doc, const struct gp_draft *draft)
{
	size_t size = 1, i;
	char *p;

	for (i = 0; i < draft->n_lines; i++)
		size += draft->lines[i].n + 1;
	p = gp_arena_alloc(doc->arena, size);
	doc->lines =
		gp_arena_array(doc->arena, draft->n_lines, sizeof *doc->lines);
	if (!p || !doc->lines)
		return;
	doc->n_lines = draft->n_lines;
	for (i = 0; i < draft->n_lines; i++) {
		struct gp_str line = draft->lines[i];

		if (line.n)
			memcpy(p, line.p, line.n);
		doc->lines[i] = (struct gp_str){ p, line.n };
		p[line.n] = '\n';
		p += line.n + 1;
	}
}

static void
copy_lang(struct gp_doc *doc, const struct gp_draft *draft,
          const struct gp_normaliser *how)
{
	struct gp_str lang = draft->lang.n ? draft->lang : how->lang;

	doc->lang = gp_arena_str(doc->arena, lang.n ? lang : GP_STR("en-GB"));
}

bool
gp_work_open(struct gp_work *w, const struct gp_draft *draft,
             const struct gp_normaliser *how, struct gp_err *e)
{
	struct gp_doc *doc = gp_doc_new(GP_MAX_DOC_ARENA);

	*w = (struct gp_work){ .draft = draft, .how = how, .doc = doc };
	w->scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	w->matcher = gp_matcher_new();
	if (!doc || !w->scratch || !w->matcher)
		return gp_fail(e, GP_NOMEM, "out of memory");
	copy_input(doc, &draft->input);
	copy_lines(doc, draft);
	copy_lang(doc, draft, how);
	return gp_arena_ok(doc->arena, e);
}

void
gp_work_close(struct gp_work *w)
{
	gp_matcher_free(w->matcher);
	gp_arena_free(w->scratch);
}

/* ---- rules that are no patterns ---- */

/* A rule's zone means nothing where it is no pattern. */
const struct gp_rule gp_rule_consumed = {
	.zone = GP_ZONE_COUNT,
	.confidence = 99,
	.reason = { "consumed-as-metadata", 20 },
	.pattern = { "metadata-line", 13 },
};
const struct gp_rule gp_rule_repeated = {
	.zone = GP_ZONE_COUNT,
	.confidence = 95,
	.reason = { "consumed-as-metadata", 20 },
	.pattern = { "repeated-name", 13 },
};
const struct gp_rule gp_rule_fields = {
	.zone = GP_ZONE_COUNT,
	.confidence = 95,
	.reason = { "site-chrome", 11 },
	.pattern = { "line-of-fields", 14 },
};
const struct gp_rule gp_rule_overridden = {
	.zone = GP_ZONE_COUNT,
	.confidence = 100,
	.reason = { "overridden", 10 },
	.pattern = { "pack.yaml", 9 },
};
const struct gp_rule gp_rule_run = {
	.zone = GP_ZONE_COUNT,
	.confidence = 0, /* worked out for each run */
	.reason = { "related-links", 13 },
	.pattern = { "unlabelled-run", 14 },
};
const struct gp_rule gp_rule_unseen = {
	.zone = GP_ZONE_COUNT,
	.confidence = 100,
	.reason = { "nothing-to-see", 14 },
	.pattern = { "invisible-characters", 20 },
};

/* ---- drops ---- */

static void
keep_units(struct gp_work *w, size_t from, size_t to, const struct gp_rule *why,
           int confidence)
{
	unsigned first = w->units[from].at.first,
		 last = w->units[to - 1].at.last;
	const char *code = confidence < GP_SURE ? "kept-unsure" : "kept-all";
	size_t i;

	for (i = from; i < to; i++)
		w->units[i].fate = GP_KEPT;
	if (confidence <= 0)
		return;
	if (first == last)
		gp_doc_warn(w->doc, code, first,
		            "line %u looks like %.*s (kept, %d.%02d)", first,
		            GP_ARG(why->reason), confidence / 100,
		            confidence % 100);
	else
		gp_doc_warn(w->doc, code, first,
		            "lines %u-%u look like %.*s (kept, %d.%02d)", first,
		            last, GP_ARG(why->reason), confidence / 100,
		            confidence % 100);
}

bool
gp_work_drop(struct gp_work *w, size_t from, size_t to,
             const struct gp_rule *why, int confidence)
{
	size_t i;

	if (confidence < GP_SURE || w->how->keep_all) {
		keep_units(w, from, to, why, confidence);
		return false;
	}
	for (i = from; i < to; i++) {
		w->units[i].fate = w->units[i].wanted ? GP_KEPT : GP_DROPPED;
		if (w->units[i].wanted)
			continue;
		w->units[i].why = why;
		w->units[i].confidence = confidence;
	}
	return true;
}

void
gp_work_consume(struct gp_work *w, size_t i, const struct gp_rule *why)
{
	w->units[i].fate = GP_DROPPED;
	w->units[i].why = why;
	w->units[i].confidence = why->confidence;
}

/* ---- measures ---- */

/* The most frequent number of blank lines between two units. */
static unsigned
usual_gap(const struct gp_work *w)
{
	size_t counts[WIDEST_GAP + 1] = { 0 }, i;
	unsigned gap, best = 1;

	for (i = 1; i < w->n; i++) {
		gap = w->units[i].gap;
		counts[gap < WIDEST_GAP ? gap : WIDEST_GAP]++;
	}
	for (gap = 1; gap <= WIDEST_GAP; gap++)
		if (counts[gap] > counts[best])
			best = gap;
	return best;
}

/* A note of the text stands among its last lines, whatever it says. */
static bool
is_note(const struct gp_unit *u)
{
	const struct gp_draft_frame *in = u->block ? u->block->in : NULL;

	while (in && !gp_node_list(&in->node)->notes)
		in = in->in;
	return in != NULL;
}

/* The earliest rule speaks: no pass needs to ask a rule of zone "mid", which
   is for the lines under it too. */
static void
ask_rules(struct gp_unit *u, bool *running_text)
{
	const struct gp_rule *rule = gp_verdict_rule(&u->verdict, ~0U);

	u->wanted = rule && rule->confidence == 0 && rule->zone != GP_ZONE_MID;
	u->wanted = u->wanted || is_note(u);
	*running_text = u->prose && (!rule || rule->confidence == 0);
}

void
gp_work_survey(struct gp_work *w)
{
	size_t i, gaps = 0;
	bool running_text;

	w->last_prose = 0;
	for (i = 0; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];

		u->after = i + 1 < w->n ? w->units[i + 1].gap : LAST_GAP;
		gaps += i > 0 && u->gap > 0;
		ask_rules(u, &running_text);
		if (running_text)
			w->last_prose = i;
	}
	w->usual_gap = usual_gap(w);
	w->spaced = w->n < 2 || gaps * 10 >= (w->n - 1) * TENTHS_SPACED;
}
