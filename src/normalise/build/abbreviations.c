/*
 * Short forms that the article itself defines, "long form (SHORT)", by the
 * algorithm of Schwartz and Hearst (PSB 2003): the letters of the short form
 * are looked for from right to left, the first one at the start of a word.
 * Nothing comes from general knowledge.
 */
#include "normalise/work.h"

#include "base/map.h"
#include "base/text/fold.h"
#include "base/utf8.h"

enum { LEAST_SHORT = 2, LONGEST_SHORT = 10, SHORT_WORDS = 2, MORE_WORDS = 5 };

struct found {
	struct gp_short_form form;
	struct found *next;
};

/* All that were found: by name, and in their order. */
struct glossary {
	struct gp_map names;
	struct found *first, *last;
	size_t n;
};

static bool
is_short_form(struct gp_str s)
{
	size_t i, capitals = 0;

	if (s.n < LEAST_SHORT || s.n > LONGEST_SHORT || !gp_is_alnum(s.p[0]))
		return false;
	for (i = 0; i < s.n; i++)
		capitals += gp_is_upper(s.p[i]);
	return capitals >= 2 && gp_str_words(s) <= SHORT_WORDS;
}

/* The last words before a bracket, as many as a long form may have. */
static struct gp_str
words_before(struct gp_str text, size_t end, size_t letters)
{
	size_t most = letters + MORE_WORDS < letters * 2 ? letters + MORE_WORDS
	                                                 : letters * 2;
	size_t from = end;

	while (from > 0 && most > 0) {
		from--;
		if (from == 0 || text.p[from - 1] == ' ')
			most--;
	}
	return gp_str_sub(text, from, end);
}

static bool
starts_word(struct gp_str s, size_t at)
{
	return at == 0 || !gp_is_word_char(gp_utf8_before(s, at));
}

/* Where the long form begins in `s`; s.n when there is none. */
static size_t
long_form(struct gp_str brief, struct gp_str s)
{
	size_t at = s.n, k = brief.n;
	char c;

	while (k-- > 0) {
		c = gp_to_lower(brief.p[k]);
		if (!gp_is_alnum(c))
			continue;
		for (;;) {
			if (at == 0)
				return s.n;
			at--;
			if (gp_to_lower(s.p[at]) == c &&
			    (k > 0 || starts_word(s, at)))
				break;
		}
	}
	return at;
}

static bool
is_good(struct gp_str brief, struct gp_str full)
{
	return full.n > brief.n && gp_str_words(full) >= 2 &&
	       gp_str_find(full, brief, 0) == full.n;
}

static void
note_form(struct gp_work *w, struct glossary *g, struct gp_short_form form)
{
	struct found *f;

	if (gp_map_find(&g->names, form.brief))
		return;
	f = gp_arena_alloc(w->scratch, sizeof *f);
	if (!f)
		return;
	f->form = form;
	if (g->last)
		g->last->next = f;
	else
		g->first = f;
	g->last = f;
	g->n++;
	gp_map_put(&g->names, form.brief, f);
}

static void
search(struct gp_work *w, struct glossary *g, const struct gp_unit *u)
{
	struct gp_str s = u->text, brief, before;
	size_t open, close = 0, from;

	while ((open = gp_str_find(s, GP_STR("("), close)) < s.n) {
		close = gp_str_find(gp_str_sub(s, 0, open + LONGEST_SHORT + 2),
		                    GP_STR(")"), open);
		brief = gp_str_sub(s, open + 1, close);
		close = open + 1;
		if (open == 0 || s.p[open - 1] != ' ' || !is_short_form(brief))
			continue;
		before = words_before(s, open - 1, brief.n);
		from = long_form(brief, before);
		before = gp_str_sub(before, from, before.n);
		if (is_good(brief, before))
			note_form(w, g,
			          (struct gp_short_form){ brief, before,
			                                  u->at.first });
	}
}

static void
keep_forms(struct gp_doc *doc, const struct glossary *g)
{
	const struct found *f;

	doc->short_forms =
		gp_arena_array(doc->arena, g->n, sizeof *doc->short_forms);
	for (f = g->first; f && doc->short_forms; f = f->next)
		doc->short_forms[doc->n_short_forms++] = f->form;
}

bool
gp_pass_abbreviations(struct gp_work *w, struct gp_err *e)
{
	struct glossary g = { .names.arena = w->scratch };
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (gp_unit_stays(u) || u->fate == GP_AS_STANDFIRST)
			search(w, &g, u);
	}
	keep_forms(w->doc, &g);
	return gp_arena_ok(w->scratch, e) && gp_arena_ok(w->doc->arena, e);
}
