/*
 * Measures of leaves: see html_measures.h.  Those of the page are taken once,
 * those that change from leaf to leaf as they are asked for.  What comes of
 * them is decided in html_forest.c and html_body.c.
 */
#include "import/html/choose/html_measures.h"

#include "base/text/fold.h"
#include "import/html/choose/html_around.h"

#include <string.h>

enum {
	THOUSAND = 1000,
	LAST = 1000000,        /* of a count: more is as much */
	SAME_PLACES = 1 << 14, /* counters of leaves by their text */
	TITLE_WORDS = 40,      /* of a heading that may be the title */
	TITLE_BYTES = 20,      /* of one that may be a part of it */
	SOME_WORDS = 10,       /* of a paragraph */
};

struct gp_measures {
	struct gp_html_page *page;
	struct gp_around *around;      /* by item */
	unsigned short *same;          /* by hash of the text */
	unsigned short *place;         /* of a leaf among those */
	int of_page[GP_MEASURE_COUNT]; /* what all leaves share */
	unsigned core, words, prose;
	unsigned h1, title; /* their leaves, or GP_NO_ITEM */
	/* of the leaves before the one that is asked for next */
	unsigned next, words_before, prose_before;
};

static int
number(unsigned n)
{
	return n < LAST ? (int)n : LAST;
}

static int
share(uint64_t part, uint64_t whole)
{
	return whole ? (int)(part * THOUSAND / whole) : -1;
}

/* ---- blocks ---- */

/* Numbers of their own, as they stand in html_forest.def. */
static int
kind_of_block(enum gp_el el)
{
	switch ((unsigned)el) {
	case GP_EL_DIV:
		return 0;
	case GP_EL_P:
		return 1;
	case GP_EL_LI:
		return 2;
	case GP_EL_TD:
	case GP_EL_TH:
		return 3;
	case GP_EL_H1:
		return 4;
	case GP_EL_H2:
		return 5;
	case GP_EL_H3:
		return 6;
	case GP_EL_H4:
	case GP_EL_H5:
	case GP_EL_H6:
		return 7;
	case GP_EL_DD:
		return 8;
	case GP_EL_DT:
		return 9;
	case GP_EL_PRE:
		return 10;
	case GP_EL_BLOCKQUOTE:
		return 11;
	case GP_EL_SECTION:
		return 12;
	case GP_EL_ARTICLE:
		return 13;
	case GP_EL_UL:
	case GP_EL_OL:
		return 14;
	default:
		return 15;
	}
}

/* The block that item `i` is, or stands in. */
static unsigned
block_at(const struct gp_html_page *p, unsigned i)
{
	while (i > p->root &&
	       !(gp_el_is((enum gp_el)p->items[i].el) & GP_EL_BLOCK))
		i = p->items[i].parent;
	return i;
}

static unsigned
block_round(const struct gp_html_page *p, unsigned block)
{
	return block > p->root ? block_at(p, p->items[block].parent) : block;
}

static int
level_at(const struct gp_html_page *p, unsigned i)
{
	unsigned step;
	enum { STEPS = 4 };

	for (step = 0; step < STEPS && i != GP_NO_ITEM; step++) {
		if (p->items[i].el >= GP_EL_H1 && p->items[i].el <= GP_EL_H6)
			return p->items[i].el - GP_EL_H1 + 1;
		i = p->items[i].parent;
	}
	return 0;
}

/* ---- the page ---- */

static void
count_elements(const struct gp_html_page *p, int *row)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++) {
		const struct gp_html_item *item = &p->items[i];

		row[GP_MEASURE_ARTICLES] += item->el == GP_EL_ARTICLE;
		row[GP_MEASURE_FORMS] += item->el == GP_EL_FORM;
		row[GP_MEASURE_TABLES] += item->el == GP_EL_TABLE;
		row[GP_MEASURE_IMAGES] += item->el == GP_EL_IMG;
		row[GP_MEASURE_PARAGRAPHS] +=
			item->el == GP_EL_P && item->words > SOME_WORDS;
		row[GP_MEASURE_CARDS] += item->is_card;
	}
}

static void
measure_page(struct gp_measures *m)
{
	const struct gp_html_page *p = m->page;
	const struct gp_around *root = &m->around[p->root];
	const struct gp_html_item *core = &p->items[m->core];
	unsigned i, links = 0;
	int *row = m->of_page;

	for (i = 0; i < p->n_leaves; i++) {
		m->words += p->leaves[i].words;
		links += p->leaves[i].link_words;
	}
	row[GP_MEASURE_PAGE_WORDS] = number(m->words);
	row[GP_MEASURE_PAGE_LINKS] = share(links, m->words);
	row[GP_MEASURE_PAGE_LEAVES] = number(p->n_leaves);
	row[GP_MEASURE_PAGE_PROSE] = share(m->prose, m->words);
	row[GP_MEASURE_PAGE_LONG] = share(root->long_leaves, p->n_leaves);
	row[GP_MEASURE_LONG_WORDS] =
		root->long_leaves ? number(m->prose / root->long_leaves) : 0;
	row[GP_MEASURE_CORE_WORDS] = number(core->words);
	row[GP_MEASURE_CORE_LINKS] = share(core->link_words, core->words);
	row[GP_MEASURE_CORE_PROSE] = share(m->around[m->core].prose, m->prose);
	count_elements(p, row);
}

/* ---- leaves that are found once ---- */

static uint32_t
hash_of(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	unsigned i;
	size_t k;

	for (i = l->from; i < l->to; i++) {
		struct gp_str s;

		if (!p->items[i].is_text)
			continue;
		s = gp_flat_text(p->flat, i);
		for (k = 0; k < s.n; k++)
			if (!gp_is_space(s.p[k]))
				h = (h ^ (unsigned char)s.p[k]) * 16777619u;
	}
	return (h ^ h >> 14) % SAME_PLACES;
}

static void
count_same(struct gp_measures *m)
{
	const struct gp_html_page *p = m->page;
	unsigned i;

	for (i = 0; i < p->n_leaves; i++) {
		m->place[i] = (unsigned short)hash_of(p, &p->leaves[i]);
		if (m->same[m->place[i]] < THOUSAND)
			m->same[m->place[i]]++;
	}
}

static bool
is_title(const struct gp_html_page *p, const struct gp_html_leaf *l,
         struct gp_str title, struct gp_buf *text, struct gp_buf *folded)
{
	struct gp_str words;

	if (l->words > TITLE_WORDS || title.n == 0)
		return false;
	gp_buf_clear(text);
	gp_buf_clear(folded);
	gp_html_leaf_text(p, l, text);
	gp_fold_words(gp_buf_view(text), folded);
	words = gp_buf_view(folded);
	return gp_str_eq(words, title) ||
	       (words.n > TITLE_BYTES &&
	        gp_str_find(title, words, 0) < title.n);
}

static void
find_headings(struct gp_measures *m, struct gp_str title)
{
	const struct gp_html_page *p = m->page;
	struct gp_buf text = { .max = 0 }, folded = { .max = 0 };
	unsigned i;
	int level;

	for (i = 0; i < p->n_leaves && m->title == GP_NO_ITEM; i++) {
		level = level_at(p, p->leaves[i].el);
		if (level == 1 && m->h1 == GP_NO_ITEM)
			m->h1 = i;
		if (level && is_title(p, &p->leaves[i], title, &text, &folded))
			m->title = i;
	}
	for (; i < p->n_leaves && m->h1 == GP_NO_ITEM; i++)
		if (level_at(p, p->leaves[i].el) == 1)
			m->h1 = i;
	gp_buf_free(&text);
	gp_buf_free(&folded);
}

struct gp_measures *
gp_measures_of(struct gp_html_page *p, unsigned core, struct gp_str title)
{
	struct gp_measures *m = gp_arena_array(p->arena, 1, sizeof *m);

	if (!m)
		return NULL;
	m->page = p;
	m->core = core;
	m->h1 = m->title = GP_NO_ITEM;
	m->around = gp_around_items(p, &m->prose);
	m->same = gp_arena_array(p->arena, SAME_PLACES, sizeof *m->same);
	m->place = gp_arena_array(p->arena, p->n_leaves, sizeof *m->place);
	if (!m->around || !m->same || !m->place)
		return NULL;
	measure_page(m);
	count_same(m);
	find_headings(m, title);
	return m;
}

/* ---- one leaf ---- */

static void
measure_itself(const struct gp_measures *m, unsigned i, int *row)
{
	const struct gp_html_page *p = m->page;
	const struct gp_html_leaf *l = &p->leaves[i];

	row[GP_MEASURE_WORDS] = number(l->words);
	row[GP_MEASURE_LINKS] = share(l->link_words, l->words);
	row[GP_MEASURE_ENDS] = l->ends;
	row[GP_MEASURE_HEADING] = level_at(p, l->el);
	row[GP_MEASURE_BAD] = l->bad;
	row[GP_MEASURE_SAME] = m->same[m->place[i]];
}

static void
measure_place(const struct gp_measures *m, const struct gp_html_leaf *l,
              int *row)
{
	const struct gp_around *a = &m->around[l->el];
	static const struct {
		enum gp_leaf_measure measure;
		unsigned inside;
	} places[] = {
		{ GP_MEASURE_IN_MAIN, GP_INSIDE_MAIN },
		{ GP_MEASURE_IN_ARTICLE, GP_INSIDE_ARTICLE },
		{ GP_MEASURE_IN_HEADER, GP_INSIDE_HEADER },
		{ GP_MEASURE_IN_FOOTER, GP_INSIDE_FOOTER },
		{ GP_MEASURE_IN_ASIDE, GP_INSIDE_ASIDE },
		{ GP_MEASURE_IN_TABLE, GP_INSIDE_TABLE },
		{ GP_MEASURE_IN_LIST, GP_INSIDE_LIST },
		{ GP_MEASURE_IN_DL, GP_INSIDE_DL },
		{ GP_MEASURE_IN_SECTION, GP_INSIDE_SECTION },
		{ GP_MEASURE_IN_CARD, GP_INSIDE_CARD },
	};
	size_t k;

	for (k = 0; k < sizeof places / sizeof places[0]; k++)
		row[places[k].measure] = (a->inside & places[k].inside) != 0;
	row[GP_MEASURE_STRONG] = a->strong;
	row[GP_MEASURE_WEAK] = a->weak;
	row[GP_MEASURE_GOOD] = a->good;
	row[GP_MEASURE_IN_CORE] = gp_html_item_in(m->page, l->el, m->core);
}

static int
since(unsigned first, unsigned i)
{
	return first == GP_NO_ITEM || i < first ? -1 : number(i - first);
}

static void
measure_order(const struct gp_measures *m, unsigned i, int *row)
{
	row[GP_MEASURE_WORDS_BEFORE] = share(m->words_before, m->words);
	row[GP_MEASURE_PROSE_PLACE] = share(m->prose_before, m->prose);
	row[GP_MEASURE_PROSE_BEFORE] = number(m->prose_before);
	row[GP_MEASURE_PROSE_BEHIND] = number(m->prose - m->prose_before);
	row[GP_MEASURE_SINCE_H1] = since(m->h1, i);
	row[GP_MEASURE_SINCE_TITLE] = since(m->title, i);
	row[GP_MEASURE_TITLE_AHEAD] =
		m->title == GP_NO_ITEM ? -1 : i < m->title;
}

/* The seven measures of a block stand in one order for A, B, C and D. */
static void
measure_block(const struct gp_measures *m, unsigned block, int *row)
{
	const struct gp_html_item *item = &m->page->items[block];
	const struct gp_around *a = &m->around[block];

	row[GP_MEASURE_A_WORDS - GP_MEASURE_A_WORDS] = number(item->words);
	row[GP_MEASURE_A_LINKS - GP_MEASURE_A_WORDS] =
		share(item->link_words, item->words);
	row[GP_MEASURE_A_PROSE - GP_MEASURE_A_WORDS] =
		share(a->prose, m->prose);
	row[GP_MEASURE_A_LONG - GP_MEASURE_A_WORDS] =
		share(a->long_leaves, a->leaves);
	row[GP_MEASURE_A_TWINS - GP_MEASURE_A_WORDS] = number(a->twins);
	row[GP_MEASURE_A_TWIN_WORDS - GP_MEASURE_A_WORDS] =
		a->twins ? number(a->twin_words / a->twins) : -1;
	row[GP_MEASURE_A_NTH - GP_MEASURE_A_WORDS] = number(a->nth);
}

static void
measure_containers(const struct gp_measures *m, const struct gp_html_leaf *l,
                   int *row)
{
	const struct gp_html_page *p = m->page;
	const struct gp_around *a = &m->around[l->el];
	const struct gp_html_item *half = &p->items[a->half];
	const struct gp_html_item *tenth = &p->items[a->tenth];
	unsigned block = block_at(p, l->el);

	row[GP_MEASURE_EL] = kind_of_block((enum gp_el)p->items[block].el);
	measure_block(m, block, row + GP_MEASURE_A_WORDS);
	block = block_round(p, block);
	measure_block(m, block, row + GP_MEASURE_B_WORDS);
	block = block_round(p, block);
	measure_block(m, block, row + GP_MEASURE_C_WORDS);
	block = block_round(p, block);
	measure_block(m, block, row + GP_MEASURE_D_WORDS);
	row[GP_MEASURE_TO_HALF] = a->depth - m->around[a->half].depth;
	row[GP_MEASURE_HALF_WORDS] = number(half->words);
	row[GP_MEASURE_HALF_LINKS] = share(half->link_words, half->words);
	row[GP_MEASURE_HALF_DEPTH] = m->around[a->half].depth;
	row[GP_MEASURE_TENTH_PROSE] =
		share(m->around[a->tenth].prose, m->prose);
	row[GP_MEASURE_TENTH_LINKS] = share(tenth->link_words, tenth->words);
}

/* Steps up from `i` until `other` stands in it too. */
static int
steps_to_both(const struct gp_html_page *p, unsigned i, unsigned other)
{
	int steps = 0;

	for (; i != p->root && !gp_html_item_in(p, other, i); steps++)
		i = p->items[i].parent;
	return steps;
}

/* The five measures of a neighbour stand in one order for both of them. */
static void
measure_neighbour(const struct gp_measures *m, const struct gp_html_leaf *l,
                  const struct gp_html_leaf *other, int *row)
{
	const struct gp_html_page *p = m->page;
	unsigned block = block_at(p, other->el);

	row[GP_MEASURE_LAST_WORDS - GP_MEASURE_LAST_WORDS] =
		number(other->words);
	row[GP_MEASURE_LAST_LINKS - GP_MEASURE_LAST_WORDS] =
		share(other->link_words, other->words);
	row[GP_MEASURE_LAST_ENDS - GP_MEASURE_LAST_WORDS] = other->ends;
	row[GP_MEASURE_LAST_EL - GP_MEASURE_LAST_WORDS] =
		kind_of_block((enum gp_el)p->items[block].el);
	row[GP_MEASURE_LAST_UP - GP_MEASURE_LAST_WORDS] =
		steps_to_both(p, l->el, other->el);
}

static void
measure_neighbours(const struct gp_measures *m, unsigned i, int *row)
{
	const struct gp_html_page *p = m->page;
	enum { FIVE = GP_MEASURE_LAST_UP - GP_MEASURE_LAST_WORDS + 1 };
	unsigned k;

	for (k = 0; k < FIVE; k++)
		row[GP_MEASURE_LAST_WORDS + k] =
			row[GP_MEASURE_NEXT_WORDS + k] = -1;
	if (i > 0)
		measure_neighbour(m, &p->leaves[i], &p->leaves[i - 1],
		                  row + GP_MEASURE_LAST_WORDS);
	if (i + 1 < p->n_leaves)
		measure_neighbour(m, &p->leaves[i], &p->leaves[i + 1],
		                  row + GP_MEASURE_NEXT_WORDS);
}

/* Counts the leaves up to before `i`. */
static void
go_to(struct gp_measures *m, unsigned i)
{
	for (; m->next < i; m->next++) {
		const struct gp_html_leaf *l = &m->page->leaves[m->next];

		m->words_before += l->words;
		m->prose_before += gp_is_long_leaf(l) ? l->words : 0;
	}
}

void
gp_measure_leaf(struct gp_measures *m, unsigned i, int row[GP_MEASURE_COUNT])
{
	const struct gp_html_leaf *l = &m->page->leaves[i];

	go_to(m, i);
	memcpy(row, m->of_page, sizeof m->of_page);
	measure_itself(m, i, row);
	measure_place(m, l, row);
	measure_order(m, i, row);
	measure_containers(m, l, row);
	measure_neighbours(m, i, row);
}
