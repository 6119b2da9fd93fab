/* The pass that looks for a notice of an embargo, where such stand: in a field,
   in a title, among the first lines and the last, and in what an importer took
   for furniture.  A line that is nothing else goes into the document's field; a
   title that begins or ends with one loses it.  What is a notice it does not
   know, and whether an article is held is decided where it is published. */
#include "normalise/says/embargo_notice.h"
#include "normalise/work.h"

enum {
	FIRST_UNITS = 16,  /* where a notice stands before the text */
	LAST_UNITS = 16,   /* and behind it */
	MOST_ASIDE = 64,   /* blocks that are no part of the article */
	NOTICE_WORDS = 40, /* of a line that says nothing else */
};

static void
note(struct gp_work *w, struct gp_embargo what, struct gp_str raw,
     struct gp_span at)
{
	struct gp_embargo_said *said = &w->doc->embargo;

	if (what.kind == GP_EMBARGO_NONE)
		return;
	said->what = gp_embargo_both(said->what, what);
	if (said->raw.n)
		return;
	said->raw = gp_arena_str(w->doc->arena, raw);
	said->at = at;
}

/* ---- fields ---- */

static void
read_claim(struct gp_work *w, const struct gp_claim *c)
{
	struct gp_embargo_notice notice;

	if (c->kind == GP_CLAIM_EMBARGO)
		note(w, gp_embargo_value(c->value), c->value, c->at);
	else if (c->kind == GP_CLAIM_TITLE &&
	         gp_embargo_notice_read(c->value, &notice))
		note(w, notice.what, c->value, c->at);
}

/* ---- lines ---- */

/* "EMBARGOED UNTIL", and the time on the line below. */
static bool
take_next_line(struct gp_work *w, size_t i, struct gp_embargo *what)
{
	if (i + 1 >= w->n || !gp_unit_stays(&w->units[i + 1]) ||
	    !gp_embargo_is_time(w->units[i + 1].text, what))
		return false;
	gp_work_consume(w, i + 1, &gp_rule_consumed);
	return true;
}

/* The title that stands on the same line; a tree keeps its words. */
static void
keep_rest(struct gp_work *w, struct gp_unit *u, struct gp_str rest)
{
	struct gp_buf folded = { .max = 0 };

	if (u->tree && u->block->hint != GP_HEADING)
		return;
	gp_text_fold(rest, &folded);
	u->text = rest;
	u->folded = gp_arena_str(w->scratch, gp_buf_view(&folded));
	u->words = (unsigned)gp_str_words(rest);
	gp_buf_free(&folded);
}

static void
read_unit(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_embargo_notice notice;
	struct gp_embargo what;

	if (u->fate == GP_DROPPED || !gp_embargo_notice_read(u->text, &notice))
		return;
	what = notice.what;
	note(w, what, u->text, u->at);
	if (notice.in_sentence || u->words > NOTICE_WORDS)
		return;
	if (notice.rest.n > 0) {
		keep_rest(w, u, notice.rest);
		return;
	}
	if (notice.waits && take_next_line(w, i, &what))
		note(w, what, u->text, u->at);
	gp_work_consume(w, i, &gp_rule_consumed);
}

static void
read_units(struct gp_work *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (i < FIRST_UNITS || i + LAST_UNITS >= w->n)
			read_unit(w, i);
}

/* Pages put it above their heading; other news that a page names is held by
   itself, so only a line that is nothing but a notice counts. */
static void
read_aside(struct gp_work *w)
{
	struct gp_embargo_notice notice;
	size_t i;

	for (i = 0; i < w->n_aside && i < MOST_ASIDE; i++)
		if (gp_embargo_notice_read(w->aside[i]->raw, &notice) &&
		    !notice.in_sentence && notice.rest.n == 0)
			note(w, notice.what, w->aside[i]->raw, w->aside[i]->at);
}

bool
gp_pass_embargo(struct gp_work *w, struct gp_err *e)
{
	const struct gp_claim *c;

	for (c = w->draft->claims; c; c = c->next)
		read_claim(w, c);
	read_units(w);
	read_aside(w);
	return gp_arena_ok(w->doc->arena, e) && gp_arena_ok(w->scratch, e);
}
