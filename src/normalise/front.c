/*
 * The front zone: what stands between the title and the first paragraph,
 * read by the grammars of dates, bylines, sources and addresses; what fits
 * none of them and no rule may be the standfirst.  Lines behind the last
 * paragraph may hold a date, a source or an address too.
 */
#include "normalise/byline.h"
#include "normalise/dateline.h"
#include "normalise/marks.h"
#include "normalise/work.h"

enum {
	FRONT_UNITS = 8,
	LEAST_WORDS = 6, /* of a standfirst */
	MOST_WORDS = 60,
	MOST_SOURCE_WORDS = 12,
};

/* ---- single lines ---- */

static void
note_source(struct gp_work *w, const struct gp_unit *u, struct gp_str name)
{
	if (w->source_line && w->source_label.n)
		return;
	w->source_line = u->at.first;
	w->source_label = name;
}

/* A line that held the date until a better one was found. */
static void
give_up(struct gp_work *w, struct gp_span at)
{
	size_t i;

	/* A byline that had it as well stays. */
	if (at.first == w->doc->byline.at.last)
		return;
	for (i = 0; i < w->n; i++)
		if (w->units[i].at.first == at.first &&
		    w->units[i].fate == GP_AS_METADATA)
			gp_work_consume(w, i, &gp_rule_consumed);
}

/* A date, unless there is one already that says more: when an article was
   published matters more than when it was changed. */
static bool
read_date(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_dateline *date = &w->doc->date;
	bool had = date->date.precision != GP_NO_DATE;
	struct gp_found_date found;

	if (!gp_dateline_parse(u->text, &found))
		return false;
	if (found.has_source)
		note_source(w, u, found.source);
	if (had && !(date->role == GP_MODIFIED && found.role == GP_PUBLISHED)) {
		gp_work_consume(w, i, &gp_rule_consumed);
		return true;
	}
	if (had)
		give_up(w, date->at);
	*date = (struct gp_dateline){ found.date, found.role, found.raw,
		                      u->at };
	if (found.role == GP_AGGREGATED)
		gp_work_consume(w, i, &gp_rule_consumed);
	else
		u->fate = GP_AS_METADATA;
	return true;
}

/* "By Jane Smith, 23 September 2015" */
static void
date_in_byline(struct gp_work *w, const struct gp_unit *u)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_found_date found;

	if (b->n_authors == 0 || w->doc->date.date.precision != GP_NO_DATE ||
	    !gp_dateline_parse(b->authors[b->n_authors - 1].role, &found))
		return;
	w->doc->date = (struct gp_dateline){ found.date, found.role, found.raw,
		                             u->at };
	gp_byline_drop_role(b);
}

static bool
read_byline(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];

	if (w->doc->byline.n_authors > 0 ||
	    !gp_byline_parse(w->doc->arena, u->text, &w->doc->byline))
		return false;
	w->doc->byline.at = u->at;
	u->fate = GP_AS_METADATA;
	date_in_byline(w, u);
	return true;
}

static bool
is_address(struct gp_str s)
{
	return (gp_str_starts(s, GP_STR("https://")) ||
	        gp_str_starts(s, GP_STR("http://"))) &&
	       gp_str_words(s) == 1 && s.n > 10;
}

static bool
read_address(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_str s = u->text, word;

	if (!is_address(s)) {
		(void)gp_str_word(&s, &word);
		s = gp_str_trim(s);
		if (!gp_str_eq_nocase(word, GP_STR("URL:")) &&
		    !gp_str_eq_nocase(word, GP_STR("Link:")) &&
		    !gp_str_eq_nocase(word, GP_STR("Permalink:")))
			return false;
	}
	if (!is_address(s) || w->doc->url.text.n > 0)
		return false;
	w->doc->url = (struct gp_field){ s, u->at };
	u->fate = GP_AS_METADATA;
	return true;
}

static bool
read_source(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_str s = u->text;

	if (u->words > MOST_SOURCE_WORDS || !gp_take_source_label(&s) ||
	    gp_str_find(u->text, GP_STR(":"), 0) == u->text.n)
		return false;
	note_source(w, u, s);
	gp_work_consume(w, i, &gp_rule_consumed);
	return true;
}

/* ---- the zone ---- */

/* The first unit that is running text; the byline of a minister may be as
   long as a sentence. */
static size_t
find_end(const struct gp_work *w)
{
	size_t i = w->after_title;

	while (i < w->n && i - w->after_title < FRONT_UNITS) {
		const struct gp_unit *u = &w->units[i];

		if (u->prose && u->ends && !gp_byline_is(u->text))
			break;
		i++;
	}
	return i;
}

static void
read_lines(struct gp_work *w)
{
	size_t i;

	for (i = w->after_title; i < w->n; i++) {
		if (i > w->first_prose && i <= w->last_prose)
			i = w->last_prose + 1;
		if (i >= w->n)
			break;
		if (w->units[i].fate != GP_UNDECIDED || read_date(w, i))
			continue;
		if (i <= w->first_prose && read_byline(w, i))
			continue;
		(void)(read_address(w, i) || read_source(w, i));
	}
}

static bool
is_author(const struct gp_byline *b, struct gp_str text)
{
	size_t i;

	for (i = 0; i < b->n_authors; i++)
		if (gp_str_eq(text, b->authors[i].name) ||
		    gp_str_eq(text, b->authors[i].display) ||
		    (b->authors[i].raw.n && gp_str_eq(text, b->authors[i].raw)))
			return true;
	return false;
}

/* A name alone, beside its byline, belongs to it. */
static void
widen_byline(struct gp_work *w, size_t i)
{
	struct gp_span *at = &w->doc->byline.at;

	if (i + 1 < w->n && w->units[i + 1].at.first == at->first)
		at->first = w->units[i].at.first;
	else if (i > 0 && w->units[i - 1].at.last == at->last)
		at->last = w->units[i].at.last;
}

static void
clear_clutter(struct gp_work *w)
{
	const struct gp_rule *rule;
	size_t i;

	for (i = w->after_title; i < w->first_prose; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->fate != GP_UNDECIDED)
			continue;
		rule = gp_verdict_rule(&u->verdict, GP_IN_ANY | GP_IN_TAIL);
		if (is_author(&w->doc->byline, u->text)) {
			gp_work_consume(w, i, &gp_rule_repeated);
			widen_byline(w, i);
		} else if (rule) {
			(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
		}
	}
}

/* ---- the standfirst ---- */

static bool
reads_as_standfirst(const struct gp_unit *u)
{
	struct gp_str label, rest;

	return u->fate == GP_UNDECIDED && !u->ends && u->words >= LEAST_WORDS &&
	       u->words <= MOST_WORDS && !u->verdict.by_zone[GP_ZONE_MID] &&
	       gp_mark_parse(u->text, &label, &rest) == GP_NO_MARK;
}

/* Directly behind the title, or directly before the byline or the date. */
static void
find_standfirst(struct gp_work *w)
{
	bool first = true;
	size_t i;

	for (i = w->after_title; i < w->first_prose; i++) {
		struct gp_unit *u = &w->units[i];
		bool before =
			i + 1 < w->n && w->units[i + 1].fate == GP_AS_METADATA;

		if ((first || before) && reads_as_standfirst(u)) {
			u->fate = GP_AS_STANDFIRST;
			w->doc->standfirst = (struct gp_standfirst){
				.text = u->text,
				.at = u->at,
				.confidence = GP_STR("high"),
			};
			return;
		}
		first = first && !gp_unit_stays(u);
	}
}

bool
gp_pass_front(struct gp_work *w, struct gp_err *e)
{
	w->first_prose = find_end(w);
	read_lines(w);
	clear_clutter(w);
	if (w->doc->title.text.n > 0)
		find_standfirst(w);
	return gp_arena_ok(w->doc->arena, e);
}
