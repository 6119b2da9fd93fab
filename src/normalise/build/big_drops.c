/*
 * Drops that are worth a warning.  Every page has furniture round its text, and
 * much of it has numbers: to warn of that would be to warn of all pages.  So
 * what counts here stood in the midst, between two lines that stay, or is a
 * line that normalisation itself took of a text; it is a sentence (long enough,
 * with a stop); its words are not in the article a second time; and who put it
 * aside was none too sure of it.  What a form says, what nobody sees, what a
 * rule knows for furniture and what a person wished away does not count, nor a
 * teaser that breaks off, nor digits in a name or an address.  Which words are
 * right to drop it does not know.
 */
#include "normalise/build/big_drops.h"

#include "base/spaceless.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/text/fold.h"

#include <limits.h>
#include <string.h>

/* Judgements.  A shorter sentence is a label, a button or a caption; below the
   other two a share of the words says nothing. */
enum {
	SENTENCE_BYTES = 30,
	MUCH_WORDS = 30,
	MUCH_PART = 10, /* one word in ten */
	QUOTE_BYTES = 80,
};

struct drop_tally {
	size_t n;     /* sentences, or rows of tables */
	size_t words; /* in them */
	unsigned line;
	struct gp_str quote; /* of the first */
};

struct drops {
	struct gp_work *w;
	unsigned first, last; /* the lines that the body begins and ends in */
	struct gp_map kept;   /* sentences of the article; made when asked */
	bool is_made;
	struct drop_tally table, number, all;
};

/* A line that was dropped. */
struct gone {
	struct gp_str raw, reason;
	unsigned line, table;
	bool by_itself; /* a rule fitted its own words */
	bool of_text;   /* its importer held it for text */
};

/* ---- sentences ---- */

/* Ends of sentences in three bytes of UTF-8: the ellipsis and the wide full
   stop, exclamation and question marks. */
static size_t
stop_at(struct gp_str s, size_t i)
{
	static const char *const wide[] = { "\xe2\x80\xa6", "\xe3\x80\x82",
		                            "\xef\xbc\x81", "\xef\xbc\x9f" };
	size_t k;

	if (strchr(".!?", s.p[i]) && s.p[i])
		return 1;
	for (k = 0; k < sizeof wide / sizeof *wide; k++)
		if (s.n - i >= 3 && memcmp(s.p + i, wide[k], 3) == 0)
			return 3;
	return 0;
}

/* True when what begins at `i` ends a sentence behind its stop: a space, the
   end, or the next character of a script that sets no spaces. */
static bool
is_behind_stop(struct gp_str s, size_t i, size_t stop)
{
	static const char *const quotes[] = { "\xe2\x80\x9d", "\xe2\x80\x99",
		                              "\xe2\x80\x9c", "\xc2\xbb" };
	size_t k, n;

	for (k = 0; k < sizeof quotes / sizeof *quotes; k++) {
		n = strlen(quotes[k]);
		if (s.n - i >= n && memcmp(s.p + i, quotes[k], n) == 0)
			return true;
	}
	return i == s.n || strchr(" \n\t\"')]", s.p[i]) || stop == 3;
}

/* The next sentence of *s, which moves on behind it; the last one may have no
   stop.  False at the end. */
static bool
next_sentence(struct gp_str *s, struct gp_str *sentence, bool *ends)
{
	size_t i, stop;

	*ends = false;
	*s = gp_str_trim(*s);
	for (i = 0; i < s->n && !*ends; i += stop ? stop : 1) {
		stop = stop_at(*s, i);
		*ends = stop && is_behind_stop(*s, i + stop, stop);
	}
	*sentence = gp_str_sub(*s, 0, i);
	*s = gp_str_sub(*s, i, s->n);
	return sentence->n > 0;
}

static struct gp_str
folded(struct gp_work *w, struct gp_str s)
{
	struct gp_buf buf = { .max = GP_MAX_DOC_ARENA };
	struct gp_str copy;

	gp_fold_words(s, &buf);
	copy = gp_arena_str(w->scratch, gp_str_trim(gp_buf_view(&buf)));
	gp_buf_free(&buf);
	return copy;
}

/* ---- what stays ---- */

static void
keep_sentences(struct drops *d, struct gp_str text)
{
	struct gp_str sentence;
	bool ends;

	while (next_sentence(&text, &sentence, &ends))
		if (sentence.n >= SENTENCE_BYTES / 2)
			gp_map_put(&d->kept, folded(d->w, sentence), d);
}

static void
keep_all_sentences(struct drops *d)
{
	size_t i;

	d->is_made = true;
	d->kept.arena = d->w->scratch;
	for (i = 0; i < d->w->n; i++)
		if (d->w->units[i].fate != GP_DROPPED)
			keep_sentences(d, d->w->units[i].text);
	keep_sentences(d, d->w->doc->standfirst.text);
	keep_sentences(d, d->w->doc->title.text);
}

static bool
is_kept(struct drops *d, struct gp_str sentence)
{
	if (!d->is_made)
		keep_all_sentences(d);
	return gp_map_find(&d->kept, folded(d->w, sentence)) != NULL;
}

/* ---- numbers ---- */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "www.town.example/2024", "town.example/2024.html", "@fish4u". */
static bool
is_address(struct gp_str word)
{
	size_t slash = gp_str_find(word, GP_STR("/"), 0);
	size_t stop = gp_str_find(word, GP_STR("."), 0);

	return gp_str_find(word, GP_STR("@"), 0) < word.n ||
	       gp_str_find(word, GP_STR("://"), 0) < word.n ||
	       gp_str_starts(word, GP_STR("www.")) ||
	       (slash < word.n && stop > 0 && stop < slash &&
	        is_letter(word.p[stop - 1]));
}

/* Digits between letters are a name's, as in "inf3rno". */
static bool
has_number(struct gp_str word)
{
	size_t i = 0, from;

	while (i < word.n) {
		if (!gp_is_digit(word.p[i++]))
			continue;
		for (from = i - 1; i < word.n && gp_is_digit(word.p[i]);)
			i++;
		if (from == 0 || i == word.n || !is_letter(word.p[from - 1]) ||
		    !is_letter(word.p[i]))
			return true;
	}
	return false;
}

static bool
tells_number(struct gp_str sentence)
{
	size_t i = 0, from;

	while (i < sentence.n) {
		for (from = i; i < sentence.n && sentence.p[i] != ' ';)
			i++;
		if (has_number(gp_str_sub(sentence, from, i)) &&
		    !is_address(gp_str_sub(sentence, from, i)))
			return true;
		i++;
	}
	return false;
}

/* ---- what goes ---- */

static void
count(struct drop_tally *t, struct gp_str words, unsigned line)
{
	if (t->n++ == 0) {
		t->line = line;
		t->quote = words;
	}
	t->words += gp_text_words(words);
}

/* It goes on elsewhere. */
static bool
breaks_off(struct gp_str sentence)
{
	return gp_str_ends(sentence, GP_STR("...")) ||
	       gp_str_ends(sentence, GP_STR("\xe2\x80\xa6"));
}

static bool
fits_rule(const struct drops *d, const struct gone *g)
{
	struct gp_buf line = { .max = GP_MAX_DOC_ARENA };
	struct gp_verdict v;

	gp_text_fold(g->raw, &line);
	gp_rules_judge(d->w->how->rules, d->w->matcher,
	               gp_str_trim(gp_buf_view(&line)), &v);
	gp_buf_free(&line);
	return gp_verdict_rule(&v, GP_IN_ANY | GP_IN_TAIL) != NULL;
}

static bool
is_in_midst(const struct drops *d, unsigned line)
{
	return d->first < line && line < d->last;
}

static void
count_sentences(struct drops *d, const struct gone *g)
{
	struct gp_str text = g->raw, sentence;
	bool ends, number = (g->of_text || is_in_midst(d, g->line)) &&
	                    !g->by_itself;

	while (next_sentence(&text, &sentence, &ends)) {
		if (!ends || sentence.n < SENTENCE_BYTES ||
		    (!g->of_text && breaks_off(sentence)) ||
		    is_kept(d, sentence))
			continue;
		count(&d->all, sentence, g->line);
		if (number && tells_number(sentence))
			count(&d->number, sentence, g->line);
	}
}

/* What the reader never saw as text, or did not want. */
static bool
is_of_no_count(struct gp_str reason)
{
	static const char *const reasons[] = {
		"hidden",     "form",        "consumed-as-metadata",
		"overridden", "source-rule", "house-rule",
		NULL
	};

	return gp_str_among(reason, reasons);
}

static void
count_gone(struct drops *d, const struct gone *g)
{
	if (is_of_no_count(g->reason) || (!g->of_text && fits_rule(d, g)))
		return;
	if (g->table && is_in_midst(d, g->line))
		count(&d->table, g->raw, g->line);
	else
		count_sentences(d, g);
}

/* A line held for text that goes in company counts wherever it stands, but
   behind a label that ends an article: those are its readers' words. */
static void
count_unit(struct drops *d, const struct gp_unit *u)
{
	const struct gone g = {
		.raw = u->block->raw,
		.reason = u->why->reason,
		.line = u->at.first,
		.table = u->block->table,
		.by_itself = u->why->zone <= GP_ZONE_TAIL,
		.of_text = u->why->zone != GP_ZONE_END,
	};

	count_gone(d, &g);
}

/* What an importer put aside round the text is the page's own. */
static void
count_aside(struct drops *d, const struct gp_draft_block *b)
{
	const struct gone g = {
		.raw = b->raw,
		.reason = b->why,
		.line = b->at.first,
		.table = b->table,
	};

	if (!b->unlikely && is_in_midst(d, b->at.first))
		count_gone(d, &g);
}

static void
count_all(struct drops *d)
{
	struct gp_work *w = d->w;
	size_t i;

	for (i = 0; i < w->n; i++)
		if (w->units[i].fate == GP_DROPPED)
			count_unit(d, &w->units[i]);
	for (i = 0; i < w->n_aside; i++)
		count_aside(d, w->aside[i]);
}

/* ---- warnings ---- */

static struct gp_str
quoted(struct gp_str s)
{
	size_t n = QUOTE_BYTES;

	s = gp_str_trim(s);
	if (s.n <= n)
		return s;
	while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n--;
	return gp_str_sub(s, 0, n);
}

static void
warn_of(struct drops *d)
{
	const struct drop_tally *t = &d->table, *n = &d->number, *a = &d->all;
	size_t stays = d->w->doc->words;

	stays = stays ? stays : gp_doc_words(d->w->doc);
	if (t->n > 0)
		gp_doc_warn(d->w->doc, "dropped-table", t->line,
		            "dropped from the midst of the text: a table or "
		            "parts of one, %zu words: \"%.*s\"; --explain "
		            "says why, and what keeps it",
		            t->words, GP_ARG(quoted(t->quote)));
	if (n->n > 0)
		gp_doc_warn(d->w->doc, "dropped-number", n->line,
		            "dropped: %zu sentence%s with a number: "
		            "\"%.*s\"; --explain says why, and what keeps %s",
		            n->n, n->n == 1 ? "" : "s",
		            GP_ARG(quoted(n->quote)),
		            n->n == 1 ? "it" : "them");
	if (a->words >= MUCH_WORDS && a->words * MUCH_PART > a->words + stays)
		gp_doc_warn(d->w->doc, "dropped-much", a->line,
		            "dropped: %zu words in sentences, beside %zu that "
		            "stay: \"%.*s\"; --explain says why, and what "
		            "keeps them",
		            a->words, stays, GP_ARG(quoted(a->quote)));
}

void
gp_warn_big_drops(struct gp_work *w)
{
	struct drops d = { .w = w, .first = UINT_MAX };
	size_t i;

	for (i = 0; i < w->n; i++)
		if (gp_unit_stays(&w->units[i])) {
			if (d.first == UINT_MAX)
				d.first = w->units[i].at.first;
			d.last = w->units[i].at.last;
		}
	if (d.first == UINT_MAX)
		return;
	count_all(&d);
	warn_of(&d);
}
