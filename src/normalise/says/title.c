/*
 * The title: the first line, as it stands, behind the day of a letter and what
 * a release says of its sender and its use.  Never recased, never split.
 */
#include "normalise/says/byline.h"
#include "normalise/says/dateline.h"
#include "normalise/work.h"

/* Judgements, weighed on the articles of content/ (tests/eval/weigh with
   tests/golden/normalise.test). */
enum {
	TITLE_WORDS = 30,
	SENTENCE_WORDS = 14, /* with a stop at its end, so many are no title */
	LABEL_WORDS = 7,     /* of a line that is furniture before a title */
	RELEASE_WORDS = 10, /* "Embargoed until 00.01 on Friday 5 March 2021" */
	CLUTTER = 95, /* confidence from which a rule speaks against a title */
};

static bool
is_figure(const struct gp_unit *u)
{
	return u->block && u->block->tree && u->block->hint == GP_FIGURE;
}

/* What stands for a picture are no words of it. */
static bool
reads_as_title(const struct gp_unit *u)
{
	char last = u->text.p[u->text.n - 1];
	bool stopped = last == '.' || last == ';' || last == ',';

	return !is_figure(u) && u->words <= TITLE_WORDS &&
	       !(u->words > SENTENCE_WORDS && stopped);
}

/* A rule that says what stands here is no title.  One that asks for the place
   of a line is believed of a short one, and only before a better title. */
static const struct gp_rule *
clutter_rule(const struct gp_work *w, size_t i)
{
	const struct gp_unit *u = &w->units[i], *next = u + 1;
	const struct gp_rule *rule = u->verdict.by_zone[GP_ZONE_ANY];
	struct gp_found_date date;

	if (u->wanted)
		return NULL;
	if (rule && rule->confidence >= CLUTTER)
		return rule;
	rule = u->verdict.by_zone[GP_ZONE_TAIL];
	if (!rule || rule->confidence < CLUTTER || u->words > LABEL_WORDS ||
	    next->prose || !reads_as_title(next) || gp_byline_is(next->text) ||
	    gp_dateline_parse(next->text, &date))
		return NULL;
	return rule;
}

static void
take_title(struct gp_work *w, struct gp_unit *u)
{
	static const struct gp_str labels[] = { { "title:", 6 },
		                                { "headline:", 9 } };
	size_t i;

	u->fate = GP_AS_TITLE;
	w->doc->title.text = u->text;
	w->doc->title.at = u->at;
	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		if (gp_str_eq_nocase(gp_str_sub(u->text, 0, labels[i].n),
		                     labels[i]))
			gp_doc_warn(w->doc, "title-label", u->at.first,
			            "the title begins with a label: %.*s",
			            GP_ARG(labels[i]));
}

/* The title was claimed; a line may repeat it. */
static size_t
behind_title(const struct gp_work *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (w->units[i].fate == GP_AS_TITLE)
			return i + 1;
	return 0;
}

/* What a release says of its own use stands before its title, and stays. */
static bool
is_release_line(struct gp_str line)
{
	static const struct gp_str openings[] = {
		{ "for immediate release", 21 },
		{ "for immediate use", 17 },
		{ "for release", 11 },
		{ "embargo", 7 },
		{ "under embargo", 13 },
		{ "strictly embargoed", 18 },
		{ "not for publication", 19 },
		{ "not for release", 15 },
		{ "press release", 13 },
		{ "news release", 12 },
		{ "media release", 13 },
		{ "press notice", 12 },
		{ "sperrfrist", 10 },
		{ "pressemitteilung", 16 },
		{ "communiqu\xC3\xA9 de presse", 20 },
		{ "sous embargo", 12 },
		{ "nota de prensa", 14 },
		{ "comunicato stampa", 17 },
		{ "persbericht", 11 },
		{ "datganiad i'r wasg", 18 },
	};
	size_t i;

	for (i = 0; i < sizeof openings / sizeof openings[0]; i++)
		if (gp_str_eq_nocase(gp_str_sub(line, 0, openings[i].n),
		                     openings[i]))
			return true;
	return false;
}

/* "Press release: quay to be rebuilt" is a title, and so is a line that has no
   better one behind it. */
static bool
is_before_title(const struct gp_work *w, size_t i)
{
	const struct gp_unit *u = &w->units[i];

	return u->fate == GP_UNDECIDED && u->words <= RELEASE_WORDS &&
	       is_release_line(u->text) && reads_as_title(u + 1) &&
	       !(u + 1)->prose;
}

/* Taken into another field. */
static bool
is_gone(const struct gp_unit *u)
{
	return u->fate == GP_DROPPED;
}

/* A letter begins with its day. */
static bool
is_day(const struct gp_unit *u)
{
	struct gp_found_date date;

	return u->fate == GP_UNDECIDED && gp_dateline_parse(u->text, &date);
}

/* Who sends a release, directly above what it says of its use; its title
   stands apart from both. */
static bool
is_letterhead(const struct gp_work *w, size_t i)
{
	const struct gp_unit *u = &w->units[i], *next = u + 1;
	size_t k = i + 1;

	if (u->fate != GP_UNDECIDED || u->words > LABEL_WORDS || u->ends ||
	    next->gap > 0)
		return false;
	while (k + 2 < w->n && (is_gone(&w->units[k]) || is_before_title(w, k)))
		k++;
	next = &w->units[k];
	return k > i + 1 && next->gap > 0 && !is_day(next) &&
	       !gp_byline_is(next->text) && !gp_byline_maybe(next->text);
}

bool
gp_pass_title(struct gp_work *w, struct gp_err *e)
{
	const struct gp_rule *rule;
	size_t i = 0;

	(void)e;
	if (w->doc->title.text.n > 0) {
		w->after_title = behind_title(w);
		return true;
	}
	while (i + 1 < w->n) {
		rule = clutter_rule(w, i);
		if (!rule && !is_gone(&w->units[i]))
			break;
		/* Kept or not: it is no title. */
		if (!is_gone(&w->units[i]))
			(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
		i++;
	}
	while (i + 2 < w->n && (is_gone(&w->units[i]) || is_day(&w->units[i]) ||
	                        is_letterhead(w, i) || is_before_title(w, i)))
		i++;
	if (i + 1 < w->n && w->units[i].fate == GP_UNDECIDED &&
	    reads_as_title(&w->units[i]))
		take_title(w, &w->units[i++]);
	w->after_title = i;
	return true;
}
