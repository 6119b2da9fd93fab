/*
 * Which claim is the title.  One counts by where it was made and by how many
 * others say the same; the name of the site behind it is cut off.  A line of
 * the text that says the same is taken out of it, as metadata.
 */
#include "normalise/says/claim_fields.h"
#include "base/text/fold.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/dateline.h"
#include "normalise/says/embargo_notice.h"

/* Judgements, weighed on the pages of tests/eval/pages, with
   tests/eval/weigh. */
enum {
	TITLE_WORDS = 40,
	SITE_WORDS = 6, /* behind a title */
	LONG_WORD = 4,  /* bytes of one that says what a page is about */
	PART_WORDS = 2, /* of a title in a heading that says more */
	SURE_WORDS = 4, /* the same where nothing sets it off */
	HEAD_WORDS = 3, /* of a title before the name of a site */
};

/* The order of trust in titles, the least first; only the order counts.  What
   readers see comes before what programs are told, and the title of the window
   is the least. */
enum trust {
	NO_TITLE,
	NAMES_SITE, /* or may be its banner */
	NEARBY,
	NEARBY_IN_ARTICLE,
	IN_META,
	IN_DATA,
	SEEN,
	BY_FILE,
};

/* The last " | " and its like, s.n when there is none. */
static size_t
last_bar(struct gp_str s, size_t *width)
{
	static const char *const bars[] = { " | ",      " - ",      " \u2013 ",
		                            " \u2014 ", " \u00BB ", " \u00B7 ",
		                            " :: ",     " \u2022 ", " / ",
		                            " < ",      " \u2039 ", NULL };
	size_t best = s.n, at, i;

	for (i = 0; bars[i]; i++)
		for (at = gp_str_find(s, gp_str(bars[i]), 0); at < s.n;
		     at = gp_str_find(s, gp_str(bars[i]), at + 1))
			if (best == s.n || at > best) {
				best = at;
				*width = gp_str(bars[i]).n;
			}
	return best;
}

/* Without the names of site and section behind it: a known name always, an
   unknown one from the <title> only. */
static struct gp_str
without_site(struct gp_work *w, struct gp_str s, bool loose)
{
	size_t at, width = 0;
	struct gp_str head, end;

	for (;;) {
		at = last_bar(s, &width);
		head = gp_str_trim(gp_str_sub(s, 0, at));
		end = gp_str_trim(gp_str_sub(s, at + width, s.n));
		if (at == s.n || head.n == 0)
			return s;
		if (gp_claims_is_site(w, head) && gp_str_words(end) >= 2)
			return end;
		if (!gp_claims_is_site(w, end) &&
		    !(loose && gp_str_words(end) <= SITE_WORDS &&
		      gp_str_words(head) >= HEAD_WORDS))
			return s;
		s = head;
	}
}

/* A claim, and what is compared of it again and again. */
struct title {
	struct gp_judged_claim *claim;
	struct gp_str clean; /* as it was said, repaired */
	struct gp_str said;  /* without the site, folded */
	struct gp_str loose; /* the same without what may be a site */
	struct gp_str text;  /* what it would be as a title */
	struct gp_str flat;  /* the same folded */
};

/* All of a document.  A page chooses how many there are and how long they are,
   so each is repaired and folded once, not once for each that it is compared
   with. */
struct titles {
	struct gp_work *w;
	struct title *all;
	size_t n;
};

static bool
is_elsewhere(const struct title *a, const struct title *b)
{
	return a->claim->said->place != b->claim->said->place;
}

/* Some other place calls the page that, and nothing but that; `loosely`: with
   what may be a site behind it. */
static bool
is_called(const struct titles *ts, const struct title *than, struct gp_str text,
          bool loosely)
{
	struct gp_buf want = { .max = 0 };
	bool found = false;
	size_t i;

	gp_fold_words(text, &want);
	for (i = 0; i < ts->n && !found; i++)
		found = is_elsewhere(&ts->all[i], than) &&
		        gp_str_eq(loosely ? ts->all[i].loose : ts->all[i].said,
		                  gp_buf_view(&want));
	gp_buf_free(&want);
	return found;
}

static bool
is_said_elsewhere(const struct titles *ts, const struct title *than,
                  struct gp_str text)
{
	return is_called(ts, than, text, false);
}

/* The same, with what may be a site's name behind it. */
static bool
is_title(const struct titles *ts, const struct title *t, struct gp_str text)
{
	return is_called(ts, t, text, false) || is_called(ts, t, text, true);
}

/* "(7 May 2020)", "Politics" */
static bool
may_go(struct gp_str s)
{
	struct gp_found_date found;

	if (!gp_str_has_digit(s))
		return true;
	if (gp_str_starts(s, GP_STR("(")) && gp_str_ends(s, GP_STR(")")))
		s = gp_str_sub(s, 1, s.n - 1);
	return gp_dateline_parse(s, &found);
}

/* What stands behind `head` may be more of the title, if it is no date. */
static bool
is_title_before(const struct titles *ts, const struct title *t,
                struct gp_str head, struct gp_str tail)
{
	if (!may_go(tail))
		return false;
	return gp_str_has_digit(tail) ? is_title(ts, t, head)
	                              : is_said_elsewhere(ts, t, head);
}

/* The end or the start of a heading, word for word, that others call the title
   in so many words that it is no chance: a line over it or under it.  No number
   is cut off but that of a day, and what is too long for a title is none. */
static struct gp_str
long_part(const struct titles *ts, const struct title *t, struct gp_str text)
{
	size_t words = gp_str_words(text), n = 0;
	struct gp_str rest = text, word, head, tail;

	while (gp_str_word(&rest, &word)) {
		head = gp_str_sub(text, 0, (size_t)(word.p - text.p) + word.n);
		tail = gp_str_trim(rest);
		n++;
		if (n >= SURE_WORDS && n < words && n <= TITLE_WORDS &&
		    is_title_before(ts, t, head, tail))
			return head;
		if (words - n >= SURE_WORDS && words - n <= TITLE_WORDS &&
		    may_go(gp_str_trim(head)) && is_title(ts, t, tail))
			return tail;
	}
	return text;
}

/* "Thread: Rising water", "Rising water | Example": the part of a heading that
   others call the title, when it is set off from the rest. */
static struct gp_str
as_others_say(const struct titles *ts, const struct title *t,
              struct gp_str text)
{
	size_t width = 0, at = last_bar(text, &width);
	struct gp_str head = gp_str_trim(gp_str_sub(text, 0, at)), tail;

	if (is_said_elsewhere(ts, t, text))
		return text;
	if (at < text.n && gp_str_words(head) >= PART_WORDS &&
	    is_said_elsewhere(ts, t, head))
		return head;
	if (at == text.n) {
		at = gp_str_find(text, GP_STR(": "), 0);
		width = 2;
	}
	tail = gp_str_trim(gp_str_sub(text, at + width, text.n));
	if (at < text.n && gp_str_words(tail) >= PART_WORDS &&
	    is_said_elsewhere(ts, t, tail))
		return tail;
	return long_part(ts, t, text);
}

/* What stands behind a dash in the title of a window may be a site; in what
   names the article itself, as the subject of a mail does, it is not. */
static bool
may_name_site(const struct gp_claim *said)
{
	return said->place == GP_SAID_NEARBY && !said->in_article;
}

static struct gp_str
title_text(const struct titles *ts, const struct title *t)
{
	enum gp_claim_place place = t->claim->said->place;

	if (place == GP_SAID_IN_META || place == GP_SAID_NEARBY)
		return without_site(ts->w, t->clean,
		                    may_name_site(t->claim->said));
	if (place == GP_SAID_IN_PAGE)
		return as_others_say(ts, t,
		                     without_site(ts->w, t->clean, false));
	return t->clean;
}

static size_t
count_titles(const struct gp_work *w)
{
	const struct gp_judged_claim *c = NULL;
	size_t n = 0;

	while ((c = gp_claims_next(w, c, GP_CLAIM_TITLE)) != NULL)
		n++;
	return n;
}

/* In two rounds: what a heading would be as a title hangs on what the others
   say. */
static struct titles
read_titles(struct gp_work *w)
{
	struct titles ts = { .w = w };
	struct gp_judged_claim *c = NULL;
	struct title *t;
	size_t i, n = count_titles(w);

	ts.all = gp_arena_alloc(w->scratch, n * sizeof *ts.all);
	if (!ts.all)
		return ts;
	while ((c = gp_claims_next(w, c, GP_CLAIM_TITLE)) != NULL) {
		t = &ts.all[ts.n++];
		t->claim = c;
		t->clean = gp_embargo_without(gp_claim_text(w, c->said->value));
		t->said = gp_claim_fold(w, without_site(w, t->clean, false));
		t->loose = gp_claim_fold(
			w, without_site(w, t->clean,
		                        c->said->place == GP_SAID_NEARBY));
	}
	for (i = 0; i < ts.n; i++) {
		t = &ts.all[i];
		t->text = title_text(&ts, t);
		t->flat = gp_claim_fold(w, t->text);
	}
	return ts;
}

/* How many other places say it too. */
static unsigned
supporters(const struct titles *ts, const struct title *of)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < ts->n; i++)
		n += is_elsewhere(&ts->all[i], of) &&
		     gp_claim_folds_agree(ts->all[i].flat, of->flat);
	return n;
}

static bool
has_other_place(const struct titles *ts, const struct title *than)
{
	size_t i;

	for (i = 0; i < ts->n; i++)
		if (is_elsewhere(&ts->all[i], than))
			return true;
	return false;
}

static bool
has_word(struct gp_str s, struct gp_str want)
{
	struct gp_str word;

	while (gp_str_word(&s, &word))
		if (gp_str_eq(word, want))
			return true;
	return false;
}

/* A word of some length stands in both. */
static bool
shares_word(const struct titles *ts, const struct title *of)
{
	struct gp_str rest, word;
	size_t i;

	for (i = 0; i < ts->n; i++) {
		if (!is_elsewhere(&ts->all[i], of))
			continue;
		rest = of->flat;
		while (gp_str_word(&rest, &word))
			if (word.n >= LONG_WORD &&
			    has_word(ts->all[i].flat, word))
				return true;
	}
	return false;
}

/* A heading that nothing speaks for may be the banner of the site. */
static bool
is_banner(const struct titles *ts, const struct title *t)
{
	if (gp_claims_is_site(ts->w, t->text))
		return true;
	return has_other_place(ts, t) && gp_str_words(t->text) < HEAD_WORDS &&
	       supporters(ts, t) == 0 && !shares_word(ts, t);
}

/* So many words are a sentence, unless another place calls them a title. */
static bool
is_too_long(const struct titles *ts, const struct title *t)
{
	return gp_str_words(t->text) > TITLE_WORDS && supporters(ts, t) == 0;
}

static enum trust
title_trust(const struct titles *ts, const struct title *t)
{
	const struct gp_claim *said = t->claim->said;

	if (t->text.n == 0 || is_too_long(ts, t))
		return NO_TITLE;
	if (said->place == GP_SAID_BY_FILE)
		return BY_FILE;
	if (gp_claim_is_visible(t->claim))
		return is_banner(ts, t) ? NAMES_SITE : SEEN;
	if (said->place == GP_SAID_IN_DATA)
		return IN_DATA;
	if (said->place == GP_SAID_IN_META)
		return gp_claims_is_site(ts->w, t->text) ? NAMES_SITE : IN_META;
	if (said->place == GP_SAID_NEARBY)
		return said->in_article ? NEARBY_IN_ARTICLE : NEARBY;
	return NO_TITLE;
}

static const struct title *
best_title(const struct titles *ts)
{
	const struct title *best = NULL;
	enum trust trust, highest = NO_TITLE;
	size_t i;

	for (i = 0; i < ts->n; i++) {
		trust = title_trust(ts, &ts->all[i]);
		if (trust > highest) {
			highest = trust;
			best = &ts->all[i];
		}
	}
	return best;
}

/* The units that read as the title does. */
static struct gp_span
consume_title(struct gp_work *w, struct gp_str title)
{
	struct gp_span at = { 0, 0 };
	struct gp_unit *u;
	size_t i;

	for (i = 0; (u = gp_claims_unit(w, title, &i)) != NULL; i++) {
		if (at.first > 0) {
			gp_work_consume(w, i, &gp_rule_repeated);
			continue;
		}
		u->fate = GP_AS_TITLE;
		at = u->at;
	}
	return at;
}

/* A line that says more than the title does is listed. */
static struct gp_span
consume_heading(struct gp_work *w, const struct title *t)
{
	struct gp_span at = consume_title(w, t->text);
	size_t i = 0;
	struct gp_unit *u;

	if (at.first > 0)
		return at;
	u = gp_claims_unit(w, t->clean, &i);
	if (!u)
		return at;
	at = u->at;
	gp_work_consume(w, i, &gp_rule_consumed);
	return at;
}

void
gp_claims_title(struct gp_work *w)
{
	struct titles ts = read_titles(w);
	const struct title *t = best_title(&ts);

	if (!t)
		return;
	t->claim->taken = true;
	w->doc->title.text = t->text;
	w->doc->title.at = consume_heading(w, t);
	if (t->claim->said->place == GP_SAID_IN_PAGE &&
	    has_other_place(&ts, t) && supporters(&ts, t) == 0)
		gp_doc_warn(w->doc, "title-disagrees", 0,
		            "the heading is not what the page's head calls "
		            "it: %.*s",
		            GP_ARG(t->text));
}
