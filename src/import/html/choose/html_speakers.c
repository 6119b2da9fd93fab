/*
 * Speakers who are links: in the report of a debate each name leads to a page
 * of theirs, and a line of links is taken for the page's own.  What was said
 * without who said it means something else.  "Read more" is one name however
 * often it comes, and the titles of other stories do not come again: two names
 * of which one does are told by that.  Whether a name is one is not known.
 */
#include "import/html/choose/html_speakers.h"

#include "base/limits.h"
#include "base/map.h"
#include "import/html/choose/html_weights.h"

#include <string.h>

enum {
	LINES = 3,          /* of a speaker: name, office, place */
	SPEAKER_WORDS = 10, /* of each of them */
	MOST_WAYS = 8,      /* of building that are told apart */
};

/* How the lines with names are built: nothing else is one. */
struct way {
	unsigned char el;
	struct gp_str class;
	struct gp_str name; /* the first */
	bool others, again;
};

struct speakers {
	struct gp_html_page *page;
	struct gp_html_leaf **lines; /* of the article, in order */
	size_t n;
	struct way ways[MOST_WAYS];
	size_t n_ways;
	struct gp_map names; /* to their ways */
};

static bool
gather(struct speakers *s)
{
	struct gp_html_page *p = s->page;
	unsigned i;

	s->lines = gp_arena_array(p->arena, p->n_leaves + 1, sizeof *s->lines);
	for (i = 0; s->lines && i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside &&
		    gp_html_item_in(p, p->leaves[i].el, p->best) &&
		    !gp_html_is_caption(&p->leaves[i]))
			s->lines[s->n++] = &p->leaves[i];
	return s->lines != NULL;
}

static bool
may_be_line(const struct gp_html_leaf *l)
{
	return l->why && !l->bad && !l->in_list && !l->ends &&
	       l->words <= SPEAKER_WORDS &&
	       (strcmp(l->rule, "share-of-links") == 0 ||
	        strcmp(l->rule, "short-in-text") == 0);
}

static bool
is_speech(const struct gp_html_leaf *l)
{
	return !l->why && l->ends && l->words >= SHORT;
}

/* The lines of a speaker that begin at `i`, with a link; 0: there is none. */
static size_t
lines_at(const struct speakers *s, size_t i)
{
	size_t n = 0;

	if (s->lines[i]->link_words == 0)
		return 0;
	while (i + n < s->n && n <= LINES && may_be_line(s->lines[i + n]))
		n++;
	return n <= LINES && i + n < s->n && is_speech(s->lines[i + n]) ? n : 0;
}

/* A new one where there is none yet; NULL where there are too many. */
static struct way *
way_of(struct speakers *s, const struct gp_html_leaf *l)
{
	const struct gp_html_page *p = s->page;
	struct gp_str class = gp_flat_attr(p->flat, l->el, GP_N_CLASS);
	unsigned char el = p->items[l->el].el;
	size_t i;

	for (i = 0; i < s->n_ways; i++)
		if (s->ways[i].el == el && gp_str_eq(s->ways[i].class, class))
			return &s->ways[i];
	if (i == MOST_WAYS)
		return NULL;
	s->ways[i] = (struct way){ .el = el, .class = class };
	return &s->ways[s->n_ways++];
}

static struct gp_str
name_in(const struct speakers *s, const struct gp_html_leaf *l)
{
	struct gp_buf text = { .max = GP_MAX_LINE_BYTES };

	gp_html_leaf_text(s->page, l, &text);
	return gp_arena_buf(s->page->arena, &text);
}

static void
hear(struct speakers *s, const struct gp_html_leaf *l)
{
	struct way *way = way_of(s, l);
	struct gp_str name = name_in(s, l);

	if (!way || name.n == 0)
		return;
	way->again = way->again || gp_map_find(&s->names, name) == way;
	way->others =
		way->others || (way->name.n && !gp_str_eq(way->name, name));
	way->name = way->name.n ? way->name : name;
	gp_map_put(&s->names, name, way);
}

static unsigned
keep(struct speakers *s, size_t i, size_t n)
{
	const struct way *way = way_of(s, s->lines[i]);
	unsigned words = 0;

	if (!way || !way->again || !way->others)
		return 0;
	for (; n-- > 0; i++) {
		s->lines[i]->why = s->lines[i]->rule = NULL;
		words += s->lines[i]->words;
	}
	return words;
}

unsigned
gp_html_keep_speakers(struct gp_html_page *p)
{
	struct speakers s = { .page = p, .names = { .arena = p->arena } };
	unsigned words = 0;
	size_t i, n;

	if (!gather(&s))
		return 0;
	for (i = 0; i < s.n; i++)
		if (lines_at(&s, i) > 0)
			hear(&s, s.lines[i]);
	for (i = 0; i < s.n; i++) {
		n = lines_at(&s, i);
		words += n > 0 ? keep(&s, i, n) : 0;
	}
	return words;
}
