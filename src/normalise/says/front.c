/*
 * The front zone: what stands between the title and the first paragraph,
 * read by the grammars of dates, bylines, sources and addresses; what fits
 * none of them and no rule may be the standfirst.  Lines behind the last
 * paragraph may hold a date, a source or an address too.
 */
#include "normalise/says/byline.h"
#include "base/limits.h"
#include "base/text/name_opening.h"
#include "base/text/other_days.h"
#include "base/text/uri.h"
#include "normalise/says/claim_fields.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/dateline.h"
#include "normalise/says/meta_line.h"
#include "normalise/text/line_marks.h"
#include "normalise/work.h"

/* Judgements, weighed on the articles of content/ (tests/eval/weigh with
   tests/golden/normalise.test). */
enum {
	FRONT_UNITS = 8, /* that may stand before the text */
	LEAST_WORDS = 6, /* of a standfirst */
	MOST_WORDS = 60,
	MOST_SOURCE_WORDS = 12,
	MOST_DATE_WORDS = 10,
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
		if (w->units[i].at.first >= at.first &&
		    w->units[i].at.last <= at.last &&
		    w->units[i].fate == GP_AS_METADATA)
			gp_work_consume(w, i, &gp_rule_consumed);
}

/* "Last updated" on a line of its own, directly before the date. */
static bool
read_label(const struct gp_work *w, size_t i, struct gp_found_date *found)
{
	enum gp_date_role role;

	if (i <= w->after_title || found->role != GP_PUBLISHED ||
	    w->units[i - 1].fate != GP_UNDECIDED ||
	    !gp_dateline_label(w->units[i - 1].text, &role))
		return false;
	found->role = role;
	return true;
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
	size_t from = i;

	if (u->block->other_day || !gp_dateline_parse(u->text, &found) ||
	    (i > 0 && gp_day_is_of_other(w->units[i - 1].text) &&
	     w->units[i - 1].fate != GP_AS_TITLE))
		return false;
	from -= read_label(w, i, &found);
	if (found.has_source)
		note_source(w, u, found.source);
	if (had && !(date->role == GP_MODIFIED && found.role == GP_PUBLISHED)) {
		for (; from <= i; from++)
			gp_work_consume(w, from, &gp_rule_consumed);
		return true;
	}
	if (had)
		give_up(w, date->at);
	*date = (struct gp_dateline){ found.date,
		                      found.role,
		                      found.raw,
		                      { w->units[from].at.first, u->at.last } };
	for (; from <= i; from++)
		if (found.role == GP_AGGREGATED)
			gp_work_consume(w, from, &gp_rule_consumed);
		else
			w->units[from].fate = GP_AS_METADATA;
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

/* A line of a page that says by whom it is: the same as the page's head,
   nobody at all, or somebody else, who is believed. */
static bool
check_byline(struct gp_work *w, size_t i)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_unit *u = &w->units[i];

	if (!w->doc->claims || b->at.first > 0 || !gp_byline_is(u->text))
		return false;
	switch (gp_claims_check_byline(w, u->text)) {
	case GP_SAYS_SAME:
	case GP_SAYS_NOBODY:
		gp_work_consume(w, i, &gp_rule_consumed);
		return true;
	case GP_SAYS_OTHER:
		break;
	}
	if (b->n_authors > 0)
		gp_doc_warn(w->doc, "byline-disagrees", u->at.first,
		            "the byline is %.*s in the text, but %.*s in "
		            "what the page says of itself",
		            GP_ARG(u->text), GP_ARG(b->text));
	*b = (struct gp_byline){ .at = { 0, 0 } };
	return false;
}

/* "By Air Mail" is how, not by whom. */
static bool
parse_byline(struct gp_work *w, struct gp_str line, struct gp_byline *out)
{
	struct gp_byline found = { .n_authors = 0 };

	if (!gp_byline_parse(w->doc->arena, line, &found) ||
	    (found.n_authors == 1 &&
	     gp_byline_of_manner(found.authors[0].name)))
		return false;
	*out = found;
	return true;
}

static bool
read_byline(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_byline *b = &w->doc->byline;
	struct gp_str name;

	if (check_byline(w, i))
		return true;
	if (b->n_authors > 0 || !parse_byline(w, u->text, b))
		return false;
	/* As what a page says of itself is told: the name alone. */
	if (w->doc->claims &&
	    gp_byline_opened(b->text, &name).opens != GP_OPENS_NOT)
		b->text = name;
	b->at = u->at;
	u->fate = GP_AS_METADATA;
	date_in_byline(w, u);
	return true;
}

/* "By" alone, and the name on the next line. */
static bool
read_parted_byline(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i], *name = u + 1;
	struct gp_byline found = { .n_authors = 0 };
	struct gp_buf line = { .max = GP_MAX_LINE_BYTES };
	bool read;

	if (w->doc->byline.n_authors > 0 || i + 1 >= w->n ||
	    name->fate != GP_UNDECIDED || name->ends ||
	    !gp_name_opening_alone(u->text))
		return false;
	gp_buf_str(&line, u->text);
	gp_buf_putc(&line, ' ');
	gp_buf_str(&line, name->text);
	read = gp_buf_ok(&line, NULL) &&
	       parse_byline(w, gp_arena_str(w->doc->arena, gp_buf_view(&line)),
	                    &found) &&
	       found.n_authors > 0;
	gp_buf_free(&line);
	if (!read)
		return false;
	w->doc->byline = found;
	w->doc->byline.text = name->text;
	w->doc->byline.at = (struct gp_span){ u->at.first, name->at.last };
	u->fate = name->fate = GP_AS_METADATA;
	date_in_byline(w, name);
	return true;
}

/* "Publié le 5 octobre 2018 par Jane Smith": both in one line, the day
   first. */
static bool
read_dated_byline(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_byline found = { .n_authors = 0 };
	struct gp_found_date date;

	if (w->doc->byline.n_authors > 0 || u->ends ||
	    !gp_dateline_find(u->text, GP_DAY_FIRST, &date, NULL) ||
	    !gp_byline_signs(w->doc->arena, u->text, &found))
		return false;
	if (found.n_authors == 1)
		found.text = found.authors[0].display;
	found.at = u->at;
	w->doc->byline = found;
	u->fate = GP_AS_METADATA;
	if (w->doc->date.date.precision == GP_NO_DATE)
		w->doc->date = (struct gp_dateline){ date.date, date.role,
			                             date.raw, u->at };
	return true;
}

static bool
read_address(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_str s = u->text, word;

	if (!gp_web_address(s)) {
		(void)gp_str_word(&s, &word);
		s = gp_str_trim(s);
		if (!gp_str_eq_nocase(word, GP_STR("URL:")) &&
		    !gp_str_eq_nocase(word, GP_STR("Link:")) &&
		    !gp_str_eq_nocase(word, GP_STR("Permalink:")))
			return false;
	}
	if (!gp_web_address(s) || w->doc->url.text.n > 0)
		return false;
	w->doc->url = (struct gp_field){ s, u->at };
	u->fate = GP_AS_METADATA;
	return true;
}

static bool
is_hinted(const struct gp_unit *u, enum gp_kind kind)
{
	return u->block->has_hint && u->block->hint == kind;
}

/* Directly under lines that are no paragraph, or a table or a picture, or their
   caption: the source of their figures. */
static bool
is_under_table(const struct gp_work *w, size_t i)
{
	if (is_hinted(&w->units[i], GP_CAPTION) || w->units[i].block->in ||
	    (i > 0 && (is_hinted(&w->units[i - 1], GP_TABLE) ||
	               is_hinted(&w->units[i - 1], GP_FIGURE))))
		return true;
	return w->spaced && i > w->last_prose + 1 && w->units[i].gap == 0 &&
	       w->units[i - 1].fate == GP_UNDECIDED;
}

static bool
read_source(struct gp_work *w, size_t i)
{
	struct gp_unit *u = &w->units[i];
	struct gp_str s = u->text;

	if (is_under_table(w, i) || u->words > MOST_SOURCE_WORDS ||
	    !gp_take_source_label(&s) ||
	    gp_str_find(u->text, GP_STR(":"), 0) == u->text.n)
		return false;
	note_source(w, u, s);
	gp_work_consume(w, i, &gp_rule_consumed);
	return true;
}

/* "Text: Jane Smith" behind the text, where nobody was named before it.  A line
   that says more stays, for no field has the rest of it. */
static bool
read_signature(struct gp_work *w, size_t i)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_unit *u = &w->units[i];
	struct gp_byline found = { .n_authors = 0 };

	if (b->n_authors > 0 ||
	    !gp_byline_signs(w->doc->arena, u->text, &found))
		return false;
	*b = found;
	if (!gp_byline_is(u->text))
		return false;
	b->at = u->at;
	u->fate = GP_AS_METADATA;
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

/* The day of a letter, at its very top; one with words before it stays with
   what they say of it ("Embargoed until"). */
static void
read_day_before_title(struct gp_work *w)
{
	struct gp_found_date found;
	size_t i;

	for (i = 0; i + 1 < w->after_title; i++)
		if (w->units[i].fate == GP_UNDECIDED &&
		    gp_dateline_parse(w->units[i].text, &found) &&
		    !found.of_other)
			(void)read_date(w, i);
}

static void
read_lines(struct gp_work *w)
{
	size_t i;

	read_day_before_title(w);
	for (i = w->after_title; i < w->n; i++) {
		if (i > w->first_prose && i <= w->last_prose)
			i = w->last_prose + 1;
		if (i >= w->n)
			break;
		if (w->units[i].fate != GP_UNDECIDED || read_date(w, i))
			continue;
		if (i <= w->first_prose
		            ? read_byline(w, i) || read_parted_byline(w, i) ||
		                      read_dated_byline(w, i)
		            : read_signature(w, i))
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
		} else if (gp_str_eq(u->text, w->doc->title.text)) {
			gp_work_consume(w, i, &gp_rule_repeated);
		} else if (rule) {
			(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
		} else if (gp_is_meta_line(u->text)) {
			(void)gp_work_drop(w, i, i + 1, &gp_rule_fields,
			                   gp_rule_fields.confidence);
		}
	}
}

/* ---- what an editor has to look at ---- */

static void
keep_doubtful(struct gp_work *w, struct gp_unit *u, const char *code,
              const char *what)
{
	u->fate = GP_KEPT;
	gp_doc_warn(w->doc, code, u->at.first, "line %u %s (kept): %.*s",
	            u->at.first, what, GP_ARG(u->text));
}

/* "12 mars 2024" within a line: a day, a word, a year. */
static bool
holds_date(struct gp_str s)
{
	struct gp_str word, last = GP_STR(""), before = GP_STR("");

	for (; gp_str_word(&s, &word); before = last, last = word)
		if (word.n >= 4 && gp_is_digit(word.p[0]) &&
		    gp_is_digit(word.p[3]) && last.n > 0 &&
		    !gp_is_digit(last.p[0]) && before.n > 0 &&
		    gp_is_digit(before.p[0]))
			return true;
	return false;
}

/* What pages write beside pictures, and fields of feeds. */
static bool
has_field_label(struct gp_str s)
{
	static const char *const labels[] = {
		"image caption", "image source",  "image copyright",
		"image:",        "media caption", "video caption",
		"caption:",      "photo:",        "photograph:",
		"picture:",      "pubdate:",      "keywords:",
		"tags:",         "category:",     "categories:",
		"section:",      "description:",  NULL,
	};
	size_t i;

	for (i = 0; labels[i]; i++) {
		struct gp_str label = gp_str(labels[i]);

		if (gp_str_eq_nocase(gp_str_sub(s, 0, label.n), label))
			return true;
	}
	return false;
}

/* Lines that are no paragraph and no heading, but say nothing certain. */
static void
find_doubtful(struct gp_work *w)
{
	bool is_signed = w->doc->byline.n_authors > 0;
	size_t i;

	for (i = w->after_title; i < w->first_prose; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->fate != GP_UNDECIDED || u->ends || u->block->front)
			continue;
		if (gp_dateline_ambiguous(u->text))
			keep_doubtful(w, u, "date-ambiguous",
			              "may be either of two days");
		else if (!is_signed && gp_byline_maybe(u->text))
			keep_doubtful(w, u, "byline-candidate",
			              "may be the byline");
		else if (has_field_label(u->text) ||
		         (u->words <= MOST_DATE_WORDS && holds_date(u->text)))
			keep_doubtful(w, u, "front-line",
			              "is no part of the text, it seems");
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
	/* Where the source says what is what, being first says nothing. */
	bool first = !w->structured;
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
	size_t i;

	for (i = w->after_title; i < w->n; i++)
		if (w->units[i].wanted && w->units[i].fate == GP_UNDECIDED)
			w->units[i].fate = GP_KEPT;
	w->first_prose = find_end(w);
	read_lines(w);
	clear_clutter(w);
	find_doubtful(w);
	if (w->doc->title.text.n > 0)
		find_standfirst(w);
	return gp_arena_ok(w->doc->arena, e);
}
