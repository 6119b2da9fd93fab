/* Draft to units: the words of every block, repaired and set, and the
   measures that all later passes judge by.  It judges none of them itself. */
#include "normalise/text/line_marks.h"
#include "base/spaceless.h"
#include "normalise/work.h"

#include "base/limits.h"
#include "normalise/build/marked_texts.h"
#include "normalise/rules/sites.h"

/* Judgements, weighed on the articles of content/ and the pages of
   tests/eval (tests/eval/weigh). */
enum {
	PROSE_WORDS = 12, /* with a stop at its end */
	LONG_WORDS = 25,  /* with or without */
	MOST_LINES = 8,   /* of one item */
};

static struct gp_str
folded(struct gp_work *w, struct gp_str text, struct gp_buf *buf)
{
	gp_buf_clear(buf);
	gp_text_fold(text, buf);
	return buf->len == text.n ? text
	                          : gp_arena_str(w->scratch, gp_buf_view(buf));
}

/* Rules for lines say nothing of tables, pictures and code. */
static bool
is_lines(enum gp_kind kind)
{
	return kind == GP_PARAGRAPH || kind == GP_HEADING || kind == GP_LIST ||
	       kind == GP_TERM || kind == GP_QUOTE;
}

static void
measure_unit(struct gp_work *w, struct gp_unit *u, struct gp_buf *buf)
{
	u->folded = folded(w, u->text, buf);
	u->words = (unsigned)gp_text_words(u->text);
	u->ends = gp_text_ends(u->text);
	if (u->block->has_hint && !is_lines(u->block->hint))
		return;
	u->prose =
		u->words >= LONG_WORDS || (u->ends && u->words >= PROSE_WORDS);
	gp_rules_judge(w->how->rules, w->matcher, u->folded, &u->verdict);
	if (u->verdict.gave_up)
		gp_doc_warn(w->doc, "rule-gave-up", u->at.first,
		            "the rule \"%.*s\" takes too long on line %u and "
		            "was not applied to it; write it more simply",
		            GP_ARG(u->verdict.gave_up->pattern), u->at.first);
	w->words += u->words;
}

/* ---- items that go on ---- */

static size_t
indent(struct gp_str raw)
{
	size_t n = 0;

	while (n < raw.n && (raw.p[n] == ' ' || raw.p[n] == '\t'))
		n++;
	return n;
}

/* True for a line directly under an item, deeper than its mark. */
static bool
goes_on(const struct gp_work *w, const struct gp_draft_block *b,
        struct gp_str text, unsigned gap)
{
	const struct gp_unit *item = w->n ? &w->units[w->n - 1] : NULL;
	struct gp_str label, rest;

	return item && !b->has_hint && gap == 0 &&
	       b->at.first - item->at.first < MOST_LINES &&
	       indent(b->raw) > indent(item->block->raw) &&
	       gp_mark_parse(item->text, &label, &rest) != GP_NO_MARK &&
	       gp_mark_parse(text, &label, &rest) == GP_NO_MARK;
}

static void
join_line(struct gp_work *w, const struct gp_draft_block *b, struct gp_str text,
          struct gp_buf *buf)
{
	struct gp_unit *item = &w->units[w->n - 1], *line = item + 1;
	size_t i;

	item->text = gp_arena_printf(w->doc->arena, "%.*s %.*s",
	                             GP_ARG(item->text), GP_ARG(text));
	item->at.last = b->at.last;
	for (i = 0; i < GP_FIX_COUNT; i++)
		item->fixes[i] += line->fixes[i];
	*line = (struct gp_unit){ 0 };
	w->words -= item->words;
	measure_unit(w, item, buf);
}

/* A tab behind the mark of an item parts no columns. */
static bool
is_tabbed(struct gp_str raw)
{
	struct gp_str s = gp_str_trim(raw), label, words;

	if (gp_mark_is_round(s))
		s = gp_str_trim(gp_str_sub(s, 1, s.n));
	else if (gp_mark_parse(s, &label, &words) != GP_NO_MARK)
		s = words;
	return gp_str_find(s, GP_STR("\t"), 0) < s.n;
}

/* What a picture or a rule without words is called among lines. */
static struct gp_str
stand_in(const struct gp_draft_block *b)
{
	if (!b->tree || (b->hint != GP_RULE && b->hint != GP_FIGURE))
		return GP_STR("");
	return b->hint == GP_RULE ? GP_STR("* * *") : GP_STR("[picture]");
}

/* One block; a line without anything to see counts as blank. */
static void
add_unit(struct gp_work *w, const struct gp_draft_block *b, struct gp_str text,
         unsigned *gap, struct gp_buf *buf)
{
	struct gp_unit *u = &w->units[w->n];

	*gap += b->gap;
	if (text.n == 0)
		text = stand_in(b);
	if (text.n == 0) {
		w->unseen[w->n_unseen++] = b->at;
		*u = (struct gp_unit){ 0 };
		++*gap;
		return;
	}
	if (goes_on(w, b, text, *gap)) {
		join_line(w, b, text, buf);
		return;
	}
	u->block = b;
	u->tabbed = !b->has_hint && is_tabbed(b->raw);
	if (b->why.n > 0 && !b->front)
		u->fate = GP_KEPT;
	u->at = b->at;
	u->gap = *gap;
	u->text = gp_arena_str(w->doc->arena, text);
	measure_unit(w, u, buf);
	*gap = 0;
	w->n++;
}

/* A block with a tree is as many texts, which are set as one line. */
static void
add_tree(struct gp_work *w, const struct gp_draft_block *b,
         struct gp_desk *desk, unsigned *gap, struct gp_buf *buf)
{
	struct gp_buf marked = { .max = GP_MAX_DOC_ARENA }, plain = marked;
	unsigned none[GP_FIX_COUNT] = { 0 };
	unsigned *fixes =
		b->hint == GP_CODE_BLOCK ? none : w->units[w->n].fixes;
	struct gp_str set, text;
	struct gp_node *tree;
	size_t n = w->n;

	gp_marked_append(b->tree, &marked);
	set = gp_text_set(desk, &w->evidence, gp_buf_view(&marked), fixes);
	tree = gp_marked_copy(w->doc->arena, &w->evidence, b->tree, set, b->at,
	                      w->units[n].fixes);
	text = gp_marked_strip(set, &plain);
	add_unit(w, b, text, gap, buf);
	if (w->n > n)
		w->units[n].tree = tree;
	gp_buf_inherit(buf, &marked);
	gp_buf_inherit(buf, &plain);
	gp_buf_free(&marked);
	gp_buf_free(&plain);
}

static void
add_line(struct gp_work *w, const struct gp_draft_block *b,
         struct gp_desk *desk, unsigned *gap, struct gp_buf *buf)
{
	struct gp_str text =
		gp_text_set(desk, &w->evidence, b->raw, w->units[w->n].fixes);

	add_unit(w, b, text, gap, buf);
}

/* The start of a long line will do for a pattern that leaves its end open. */
static struct gp_str
judged_part(struct gp_str raw)
{
	size_t n = GP_MAX_RULE_LINE_BYTES;

	if (raw.n <= n)
		return raw;
	while (n > 0 && ((unsigned char)raw.p[n] & 0xC0) == 0x80)
		n--;
	return gp_str_sub(raw, 0, n);
}

/* A rule of confidence 0 comes before all that the importer found. */
static bool
is_wished(struct gp_work *w, const struct gp_draft_block *b,
          struct gp_desk *desk, struct gp_buf *buf)
{
	unsigned fixes[GP_FIX_COUNT] = { 0 };
	const struct gp_rule *rule;
	struct gp_verdict verdict;
	struct gp_str text;

	if (!w->has_wishes)
		return false;
	text = gp_text_set(desk, &w->evidence, judged_part(b->raw), fixes);
	gp_buf_clear(buf);
	gp_text_fold(text, buf);
	gp_rules_judge(w->how->rules, w->matcher, gp_buf_view(buf), &verdict);
	rule = gp_verdict_rule(&verdict, ~0U);
	return rule && rule->confidence == 0;
}

static bool
stays_aside(struct gp_work *w, const struct gp_draft_block *b,
            struct gp_desk *desk, struct gp_buf *buf)
{
	return b->why.n > 0 && !b->front && !w->how->keep_all &&
	       !gp_site_keeps(w, b) && !is_wished(w, b, desk, buf);
}

static bool
make_units(struct gp_work *w, struct gp_desk *desk, struct gp_buf *buf,
           struct gp_err *e)
{
	const struct gp_draft_block *b;
	unsigned gap = 0;

	for (b = w->draft->first; b; b = b->next) {
		if (stays_aside(w, b, desk, buf))
			w->aside[w->n_aside++] = b;
		else if (b->tree)
			add_tree(w, b, desk, &gap, buf);
		else
			add_line(w, b, desk, &gap, buf);
	}
	return gp_buf_ok(&desk->a, e) && gp_buf_ok(&desk->b, e) &&
	       gp_buf_ok(buf, e);
}

/* Formats with marks of their own, Markdown for one, say that a name without
   a semicolon stands for itself. */
static void
weigh_evidence(struct gp_work *w)
{
	const struct gp_draft_block *b;

	for (b = w->draft->first; b; b = b->next)
		w->structured |= b->has_hint;
	w->evidence.bare = !w->structured;
	for (b = w->draft->first; b; b = b->next)
		if (b->why.n == 0)
			gp_evidence_add(&w->evidence, b->raw);
}

bool
gp_pass_units(struct gp_work *w, struct gp_err *e)
{
	struct gp_desk desk = { .a.max = GP_MAX_DOC_ARENA,
		                .b.max = GP_MAX_DOC_ARENA };
	struct gp_buf buf = { .max = GP_MAX_DOC_ARENA };
	bool ok;

	weigh_evidence(w);
	w->has_wishes = gp_rules_have_wishes(w->how->rules);
	w->units = gp_arena_array(w->scratch, w->draft->n_blocks + 1,
	                          sizeof *w->units);
	w->unseen = gp_arena_array(w->scratch, w->draft->n_blocks + 1,
	                           sizeof *w->unseen);
	w->aside = gp_arena_array(w->scratch, w->draft->n_blocks + 1,
	                          sizeof *w->aside);
	if (!w->units || !w->unseen || !w->aside)
		return gp_arena_ok(w->scratch, e);
	ok = make_units(w, &desk, &buf, e);
	gp_desk_free(&desk);
	gp_buf_free(&buf);
	/* Later passes rely on every unit having its words. */
	if (!ok || !gp_arena_ok(w->doc->arena, e) ||
	    !gp_arena_ok(w->scratch, e))
		return false;
	gp_work_survey(w);
	w->said = w->doc->last_warning;
	return true;
}
