/*
 * Claims to fields, one after the other.  Standfirst, source and address are
 * decided here; title, byline and date in files of their own, for they weigh
 * who says the same.  A line of the text that says what a field says is taken
 * out of it, as metadata.
 */
#include "normalise/says/byline.h"
#include "base/text/uri.h"
#include "normalise/says/claim_fields.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/dateline.h"

/* Judgements, weighed on the pages of tests/eval (tests/eval/weigh). */
enum {
	LINE_BYTES = 300, /* before the text */
	SOURCE_WORDS = 12,
};

/* ---- the claims ---- */

/* Appends a claim as it was said, and not judged yet, at `*end`; the place for
   the next one is returned. */
static struct gp_judged_claim **
add_claim(struct gp_arena *a, struct gp_judged_claim **end,
          const struct gp_claim *said)
{
	struct gp_judged_claim *c = gp_arena_alloc(a, sizeof *c);
	struct gp_claim *copy = gp_arena_alloc(a, sizeof *copy);

	if (!c || !copy)
		return end;
	*copy = *said;
	copy->value = gp_arena_str(a, said->value);
	copy->from = gp_arena_str(a, said->from);
	copy->next = NULL;
	c->said = copy;
	*end = c;
	return &c->next;
}

static struct gp_judged_claim **
copy_claims(struct gp_work *w)
{
	struct gp_judged_claim **end = &w->doc->claims;
	const struct gp_claim *c;

	*end = NULL;
	for (c = w->draft->claims; c; c = c->next)
		end = add_claim(w->doc->arena, end, c);
	return end;
}

static struct gp_judged_claim **
claim_line(struct gp_work *w, struct gp_judged_claim **end,
           enum gp_claim_kind kind, const struct gp_draft_block *b)
{
	struct gp_claim line = {
		.kind = kind,
		.place = GP_SAID_IN_PAGE,
		.value = b->raw,
		.from = GP_STR("a line before the text"),
		.at = b->at,
		.in_article = true,
	};

	return add_claim(w->doc->arena, end, &line);
}

/* Lines that the importer found before the text, no part of it. */
static void
claim_lines(struct gp_work *w, struct gp_judged_claim **end)
{
	struct gp_found_date date;
	size_t i;

	for (i = 0; i < w->n_aside; i++) {
		const struct gp_draft_block *b = w->aside[i];

		if (!gp_str_eq(b->why, GP_STR("front-matter")) ||
		    b->raw.n > LINE_BYTES)
			continue;
		if (gp_byline_is(b->raw))
			end = claim_line(w, end, GP_CLAIM_BYLINE, b);
		if (gp_dateline_find(b->raw, GP_DAY_FIRST, &date, NULL))
			end = claim_line(w, end, GP_CLAIM_DATE, b);
	}
}

/* ---- the standfirst ---- */

static struct gp_span
consume_standfirst(struct gp_work *w, struct gp_str text)
{
	size_t i = 0;
	struct gp_unit *u = gp_claims_unit(w, text, &i);

	if (!u)
		return (struct gp_span){ 0, 0 };
	u->fate = GP_AS_STANDFIRST;
	return u->at;
}

/* Only what the file says or what readers see as one: the description in a
   page's head is written for machines, or is the first paragraph again. */
static void
take_standfirst(struct gp_work *w)
{
	struct gp_judged_claim *c = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_STANDFIRST)) != NULL) {
		struct gp_str text = gp_claim_text(w, c->said->value);
		size_t words = gp_str_words(text);

		if ((c->said->place != GP_SAID_BY_FILE &&
		     !gp_claim_is_visible(c)) ||
		    words < GP_LEAST_STANDFIRST || words > GP_MOST_STANDFIRST ||
		    gp_claims_agree(w, text, w->doc->title.text))
			continue;
		c->taken = true;
		w->doc->standfirst = (struct gp_standfirst){
			.text = text,
			.at = consume_standfirst(w, text),
			.confidence = GP_STR("high"),
		};
		return;
	}
}

/* ---- source and address ---- */

static void
take_source(struct gp_work *w)
{
	static const enum gp_claim_place order[] = { GP_SAID_BY_FILE,
		                                     GP_SAID_IN_META,
		                                     GP_SAID_IN_DATA,
		                                     GP_SAID_NEARBY };
	struct gp_source *s = &w->doc->source;
	struct gp_judged_claim *c = NULL;
	size_t i;

	for (i = 0; i < 4; i++)
		while ((c = gp_claims_next(w, c, GP_CLAIM_SOURCE)) != NULL) {
			if (c->said->place != order[i] ||
			    c->said->value.p[0] == '@' ||
			    gp_web_address(c->said->value) ||
			    gp_str_words(c->said->value) > SOURCE_WORDS)
				continue;
			c->taken = true;
			s->name = gp_claim_text(w, c->said->value);
			s->confidence = GP_STR("stated");
			return;
		}
}

/* Nothing but a host. */
static bool
is_front_page(struct gp_str url)
{
	return url.n <= gp_web_scheme(url) + gp_web_authority(url).n + 1;
}

static void
take_url(struct gp_work *w)
{
	struct gp_judged_claim *c = NULL, *best = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_URL)) != NULL) {
		if (!gp_web_address(c->said->value))
			continue;
		if (!best || (best->said->place != GP_SAID_BY_FILE &&
		              is_front_page(best->said->value) &&
		              !is_front_page(c->said->value)))
			best = c;
	}
	if (!best)
		return;
	best->taken = true;
	w->doc->url.text = best->said->value;
}

bool
gp_pass_claims(struct gp_work *w, struct gp_err *e)
{
	claim_lines(w, copy_claims(w));
	if (!gp_arena_ok(w->doc->arena, e))
		return false;
	if (!gp_claims_language(w, e) || !w->doc->claims)
		return e->code == GP_OK;
	gp_claims_title(w);
	gp_claims_byline(w);
	gp_claims_date(w);
	take_standfirst(w);
	take_source(w);
	take_url(w);
	gp_claims_compare(w);
	return gp_arena_ok(w->scratch, e) && gp_arena_ok(w->doc->arena, e);
}
