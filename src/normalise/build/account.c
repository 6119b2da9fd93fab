/* The account of what was done: repairs, dropped lines, and warnings about
   what an editor should look at.  It counts and copies; nothing is dropped
   or kept here that was not before. */
#include "normalise/build/big_drops.h"
#include "normalise/build/cut_short.h"

#include "base/limits.h"
#include "model/node_words.h"
#include "model/walk.h"

#include <limits.h>

enum { LONG_PARAGRAPH = 15 };

/* ---- repairs ---- */

/* Of what was printed only: words that were dropped stand there as they
   were. */
static void
count_repairs(struct gp_work *w)
{
	size_t counts[GP_FIX_COUNT] = { 0 }, i, k;

	for (i = 0; i < w->n; i++)
		for (k = 0; k < GP_FIX_COUNT; k++)
			if (w->units[i].fate != GP_DROPPED)
				counts[k] += w->units[i].fixes[k];
	for (k = 0; k < GP_FIX_COUNT; k++)
		gp_doc_repair(w->doc, gp_fix_name((enum gp_fix)k), counts[k]);
}

/* ---- dropped ---- */

/* Source lines as they stand, with the line ends between them: the document
   keeps all its lines in one piece. */
static struct gp_str
raw_lines(const struct gp_doc *doc, struct gp_span at)
{
	struct gp_str first, last;

	if (at.first == 0 || at.last > doc->n_lines)
		return GP_STR("");
	first = doc->lines[at.first - 1];
	last = doc->lines[at.last - 1];
	return (struct gp_str){ first.p, (size_t)(last.p + last.n - first.p) };
}

/* Entries come in the order of their lines, but for unseen ones. */
static void
add_dropped(struct gp_work *w, struct gp_dropped ***end, struct gp_span at,
            const struct gp_rule *why, int confidence)
{
	struct gp_dropped *d = gp_arena_alloc(w->doc->arena, sizeof *d);

	if (!d)
		return;
	d->at = at;
	d->raw = raw_lines(w->doc, at);
	d->reason = gp_arena_str(w->doc->arena, why->reason);
	d->rule = gp_arena_str(w->doc->arena, why->pattern);
	d->confidence = confidence;
	**end = d;
	*end = &d->next;
}

/* Neighbours that went for one reason are one entry, as sure as its least
   sure line. */
static size_t
group_end(const struct gp_work *w, size_t from, int *confidence)
{
	const struct gp_unit *first = &w->units[from];
	size_t i;

	*confidence = first->confidence;
	for (i = from + 1; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (u->fate != GP_DROPPED ||
		    !gp_str_eq(u->why->reason, first->why->reason))
			break;
		if (u->confidence < *confidence)
			*confidence = u->confidence;
	}
	return i;
}

/* The same for what the importer found to be no part of the article. */
static size_t
add_aside(struct gp_work *w, struct gp_dropped ***end, size_t from)
{
	const struct gp_draft_block *first = w->aside[from], *last = first;
	int confidence = first->confidence;
	size_t i;

	for (i = from + 1; i < w->n_aside; i++) {
		const struct gp_draft_block *b = w->aside[i];

		if (b->at.first != last->at.last + 1 ||
		    !gp_str_eq(b->why, first->why))
			break;
		if (b->confidence < confidence)
			confidence = b->confidence;
		last = b;
	}
	add_dropped(w, end, (struct gp_span){ first->at.first, last->at.last },
	            &(struct gp_rule){ .reason = first->why,
	                               .pattern = first->rule },
	            confidence);
	return i;
}

/* The line at which entry `i` of `n` begins; beyond all lines behind them. */
static unsigned
line_of_aside(const struct gp_work *w, size_t i)
{
	return i < w->n_aside ? w->aside[i]->at.first : UINT_MAX;
}

static void
list_dropped(struct gp_work *w)
{
	struct gp_dropped **end = &w->doc->dropped;
	size_t i = 0, k = 0, a = 0, to;
	int confidence;

	while (i < w->n || k < w->n_unseen || a < w->n_aside) {
		unsigned unit = i < w->n ? w->units[i].at.first : UINT_MAX;

		if (line_of_aside(w, a) < unit &&
		    (k == w->n_unseen ||
		     line_of_aside(w, a) < w->unseen[k].first)) {
			a = add_aside(w, &end, a);
			continue;
		}
		if (k < w->n_unseen &&
		    (i == w->n || w->unseen[k].first < w->units[i].at.first)) {
			add_dropped(w, &end, w->unseen[k++], &gp_rule_unseen,
			            gp_rule_unseen.confidence);
		} else if (w->units[i].fate == GP_DROPPED) {
			to = group_end(w, i, &confidence);
			add_dropped(
				w, &end,
				(struct gp_span){ w->units[i].at.first,
			                          w->units[to - 1].at.last },
				w->units[i].why, confidence);
			i = to;
		} else {
			i++;
		}
	}
}

/* ---- warnings ---- */

static void
warn_input(struct gp_work *w)
{
	const struct gp_input *in = &w->draft->input;
	const struct gp_evidence *v = &w->evidence;

	if (gp_str_eq(in->encoding, GP_STR("windows-1252")))
		gp_doc_warn(w->doc, "encoding-guessed", 0,
		            "not UTF-8: read as windows-1252");
	if (in->bad_bytes > 0)
		gp_doc_warn(w->doc, "bad-bytes", 0,
		            "bytes that are no UTF-8, in a text that is: %zu "
		            "(one alone is read as windows-1252, others as "
		            "U+FFFD)",
		            in->bad_bytes);
	if (in->controls_removed > 0)
		gp_doc_warn(w->doc, "controls-removed", 0,
		            "control characters removed: %zu",
		            in->controls_removed);
	if (v->good >= GP_LEAST_WRONG && v->stray * GP_WRONG_TO_STRAY > v->good)
		gp_doc_warn(w->doc, "wrong-decoding", 0,
		            "%zu places look wrongly decoded (left alone)",
		            v->good);
	if (v->entities > 0 && v->tags > 0)
		gp_doc_warn(w->doc, "markup-in-text", 0,
		            "text with %zu tags and %zu character references "
		            "(left alone)",
		            v->tags, v->entities);
}

static void
warn_title(struct gp_work *w)
{
	if (w->doc->title.text.n == 0)
		gp_doc_warn(w->doc, "no-title", 0, "no title found");
}

static void
warn_byline(struct gp_work *w)
{
	const struct gp_byline *b = &w->doc->byline;
	size_t i;

	if (b->n_authors == 0 &&
	    !(w->how->override && w->how->override->no_byline))
		gp_doc_warn(w->doc, "no-byline", 0, "no byline found");
	for (i = 0; i < b->n_authors; i++)
		if (b->authors[i].derived)
			gp_doc_warn(w->doc, "byline-user-name", b->at.last,
			            "byline looks like a user name: %.*s",
			            GP_ARG(b->authors[i].raw));
}

static void
warn_source(struct gp_work *w)
{
	const struct gp_source *s = &w->doc->source;

	if (s->name.n == 0 && w->source_line)
		gp_doc_warn(w->doc, "source-empty", w->source_line,
		            "source label present but empty");
	else if (s->name.n == 0 && s->n_candidates > 0)
		gp_doc_warn(w->doc, "no-source", 0,
		            "no source found (candidate: %.*s)",
		            GP_ARG(s->candidates[0].name));
	else if (s->name.n == 0)
		gp_doc_warn(w->doc, "no-source", 0, "no source found");
	else if (gp_str_eq(s->confidence, GP_STR("inferred")))
		gp_doc_warn(w->doc, "source-inferred", s->evidence[1],
		            "source inferred from boilerplate");
}

static void
warn_date(struct gp_work *w)
{
	const struct gp_dateline *d = &w->doc->date;

	if (d->date.precision != GP_NO_DATE && d->role == GP_AGGREGATED)
		gp_doc_warn(w->doc, "date-aggregated", d->at.first,
		            "date is a re-publication time%s",
		            d->date.precision >= GP_MINUTE && !d->date.has_zone
		                    ? " without zone"
		                    : "");
}

static void
warn_stops(struct gp_work *w)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (gp_unit_stays(u) && u->kind == GP_PARAGRAPH && !u->ends &&
		    u->words >= LONG_PARAGRAPH)
			gp_doc_warn(w->doc, "no-end-stop", u->at.first,
			            "paragraph at line %u has no end stop "
			            "(kept)",
			            u->at.first);
	}
}

/* Neighbours with tabs in them: columns that become paragraphs. */
static void
warn_tables(struct gp_work *w)
{
	size_t i, end;

	for (i = 0; i < w->n; i = end) {
		end = i;
		while (end < w->n && w->units[end].tabbed &&
		       gp_unit_stays(&w->units[end]) &&
		       (end == i || w->units[end].gap == 0))
			end++;
		if (end > i + 1)
			gp_doc_warn(w->doc, "looks-like-table",
			            w->units[i].at.first,
			            "lines %u-%u look like a table (kept as "
			            "paragraphs)",
			            w->units[i].at.first,
			            w->units[end - 1].at.last);
		end += end == i;
	}
}

/* The first words under `tree` that are struck out, or NULL; the others are
   counted only. */
static const struct gp_node *
find_struck(const struct gp_node *tree, size_t *n)
{
	struct gp_walk w = gp_walk_from(tree);
	const struct gp_node *first = NULL;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && w.node->kind == GP_DELETED) {
			first = first ? first : w.node;
			++*n;
			gp_walk_skip(&w);
		}
	return first;
}

/* Who reads on must not take them for what holds. */
static void
warn_struck(struct gp_work *w)
{
	const struct gp_node *first = NULL, *found;
	struct gp_buf words = { .max = GP_MAX_DOC_ARENA };
	unsigned line = 0;
	size_t i, n = 0;

	for (i = 0; i < w->n; i++) {
		if (w->units[i].fate == GP_DROPPED || !w->units[i].tree)
			continue;
		found = find_struck(w->units[i].tree, &n);
		if (found && !first)
			line = w->units[i].at.first;
		first = first ? first : found;
	}
	if (!first)
		return;
	gp_node_words(first, &words);
	gp_doc_warn(w->doc, "struck-out", line,
	            "the source shows words struck out, %zu time%s, and so "
	            "does the article: %.*s",
	            n, n == 1 ? "" : "s", GP_ARG(gp_buf_view(&words)));
	gp_buf_free(&words);
}

bool
gp_pass_account(struct gp_work *w, struct gp_err *e)
{
	count_repairs(w);
	list_dropped(w);
	warn_input(w);
	warn_title(w);
	warn_byline(w);
	if (w->doc->date.date.precision == GP_NO_DATE)
		gp_doc_warn(w->doc, "no-date", 0, "no date found");
	warn_source(w);
	warn_date(w);
	warn_stops(w);
	warn_tables(w);
	warn_struck(w);
	gp_warn_big_drops(w);
	gp_warn_cut_short(w);
	return gp_arena_ok(w->doc->arena, e);
}
