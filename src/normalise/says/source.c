/*
 * The source: only when the article names it.  A label says so; a periodical
 * in the site's own promotion that is also the byline is an inference, and is
 * called one; anything less is a candidate for the editor.
 */
#include "normalise/work.h"

enum { MOST_CANDIDATES = 4, LONGEST_ACRONYM = 6 };

static void
add_evidence(struct gp_source *s, unsigned first, unsigned second,
             struct gp_arena *a)
{
	s->evidence = gp_arena_array(a, 2, sizeof *s->evidence);
	if (!s->evidence)
		return;
	s->evidence[s->n_evidence++] = first;
	if (second)
		s->evidence[s->n_evidence++] = second;
}

static bool
was_promotion(const struct gp_unit *u)
{
	return u->fate == GP_DROPPED && u->why->zone != GP_ZONE_COUNT;
}

static bool
has_promotion(const struct gp_work *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (was_promotion(&w->units[i]))
			return true;
	return false;
}

/* "Read the September issue of X", where X signs the article. */
static bool
infer(struct gp_work *w)
{
	static const struct gp_str key = { "issue of ", 9 };
	const struct gp_byline *b = &w->doc->byline;
	size_t i, at;

	for (i = 0; b->n_authors > 0 && i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];
		struct gp_str name;

		if (!was_promotion(u))
			continue;
		at = gp_str_find(u->text, key, 0);
		name = gp_str_sub(u->text, at + key.n, u->text.n);
		if (name.n == 0 || !gp_str_eq(name, b->authors[0].name))
			continue;
		w->doc->source.name = name;
		w->doc->source.confidence = GP_STR("inferred");
		add_evidence(&w->doc->source, b->at.last, u->at.first,
		             w->doc->arena);
		return true;
	}
	return false;
}

/* ---- candidates ---- */

/* Whole words only. */
static bool
mentions(struct gp_str text, struct gp_str word)
{
	size_t at = 0;

	while ((at = gp_str_find(text, word, at)) < text.n) {
		size_t end = at + word.n;
		bool starts = at == 0 || !(gp_is_alpha(text.p[at - 1]) ||
		                           gp_is_digit(text.p[at - 1]));

		if (starts && (end == text.n || !(gp_is_alpha(text.p[end]) ||
		                                  gp_is_digit(text.p[end]))))
			return true;
		at = end;
	}
	return false;
}

/* The capitals that `s` begins with, as in "told CSW". */
static struct gp_str
acronym(struct gp_str s)
{
	size_t n = 0;

	while (n < s.n && gp_is_upper(s.p[n]))
		n++;
	if (n < 2 || n > LONGEST_ACRONYM ||
	    (n < s.n && (gp_is_lower(s.p[n]) || gp_is_digit(s.p[n]))))
		return GP_STR("");
	return gp_str_sub(s, 0, n);
}

static size_t
mark_mentions(struct gp_work *w, struct gp_str name, unsigned *lines,
              bool *promoted)
{
	size_t i, n = 0;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (!mentions(u->text, name))
			continue;
		*promoted = *promoted ||
		            (u->fate == GP_DROPPED && u->why->reason.n > 0);
		if (lines)
			lines[n] = u->at.first;
		n++;
	}
	return n;
}

/* A name that speakers talked to and that the site's own lines bear. */
static void
consider(struct gp_work *w, struct gp_str name)
{
	struct gp_source *s = &w->doc->source;
	struct gp_candidate *c = &s->candidates[s->n_candidates];
	bool promoted = false;
	size_t n = mark_mentions(w, name, NULL, &promoted);

	if (!promoted)
		return;
	c->lines = gp_arena_array(w->doc->arena, n, sizeof *c->lines);
	if (!c->lines)
		return;
	c->name = name;
	c->n_lines = mark_mentions(w, name, c->lines, &promoted);
	s->n_candidates++;
}

static bool
is_known(const struct gp_str *names, size_t n, struct gp_str name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (gp_str_eq(names[i], name))
			return true;
	return false;
}

static void
find_candidates(struct gp_work *w)
{
	static const struct gp_str key = { " told ", 6 };
	struct gp_str seen[MOST_CANDIDATES], name;
	size_t n = 0, i, at;

	w->doc->source.candidates =
		gp_arena_array(w->doc->arena, MOST_CANDIDATES,
	                       sizeof *w->doc->source.candidates);
	if (!w->doc->source.candidates)
		return;
	for (i = 0; i < w->n; i++) {
		struct gp_str text = w->units[i].text;

		if (!gp_unit_stays(&w->units[i]))
			continue;
		for (at = gp_str_find(text, key, 0); at < text.n;
		     at = gp_str_find(text, key, at + key.n)) {
			name = acronym(gp_str_sub(text, at + key.n, text.n));
			if (name.n == 0 || is_known(seen, n, name))
				continue;
			if (n == MOST_CANDIDATES)
				return;
			seen[n++] = name;
			consider(w, name);
		}
	}
}

bool
gp_pass_source(struct gp_work *w, struct gp_err *e)
{
	struct gp_source *s = &w->doc->source;

	/* As the source says of itself. */
	if (s->name.n > 0)
		return true;
	if (w->source_line) {
		s->name = w->source_label;
		s->confidence = s->name.n ? GP_STR("stated") : GP_STR("");
		add_evidence(s, w->source_line, 0, w->doc->arena);
	} else if (!infer(w) && has_promotion(w)) {
		find_candidates(w);
	}
	return gp_arena_ok(w->doc->arena, e);
}
