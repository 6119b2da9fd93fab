/*
 * Counts what each captioned figure holds: texts, tables, pictures, others of
 * its kind.  A figure without a caption is as if it were not there.  What its
 * blocks look like is not known here.
 */
#include "import/html/tree/html_exhibits.h"

enum { LAYOUT_WORDS = 120 }; /* of one figure, if it is half of the article */

/* What one figure holds. */
struct holding {
	unsigned captions, texts, tables, shown, figures;
	unsigned table; /* the last one */
};

struct counting_figures {
	struct gp_html_tree *tree;
	unsigned *of;            /* by item: the figure round it or at it */
	struct holding *holding; /* by item: of a figure */
};

/* ---- which figure an item is in ---- */

/* False when the page has none. */
static bool
find_figures(const struct gp_html_page *p, unsigned *of)
{
	unsigned i, up, n = 0;

	for (i = p->root; i < p->n_items; i++) {
		up = p->items[i].parent;
		of[i] = up == GP_NO_ITEM ? GP_NO_ITEM : of[up];
		if (p->items[i].el == GP_EL_FIGURE && i > p->best)
			of[i] = i;
		n += of[i] == i;
	}
	return n > 0;
}

/* A table's own caption is none of the figure. */
static bool
is_its_caption(const struct counting_figures *c, const struct gp_html_leaf *l)
{
	unsigned figure = c->of[l->el], table;

	if (figure == GP_NO_ITEM || !gp_html_is_caption(l) ||
	    l->bad > GP_BAD_WEAK)
		return false;
	table = gp_html_tree_table_of(c->tree, l->el);
	return table == GP_NO_ITEM || table < figure;
}

static void
count_captions(struct counting_figures *c)
{
	const struct gp_html_page *p = c->tree->page;
	const struct gp_html_leaf *l = p->leaves, *end = l + p->n_leaves;

	for (; l < end; l++)
		if (is_its_caption(c, l))
			c->holding[c->of[l->el]].captions++;
}

/* Those without a caption go: outer ones come first. */
static void
keep_captioned(struct counting_figures *c)
{
	const struct gp_html_page *p = c->tree->page;
	unsigned i, up;

	for (i = p->root; i < p->n_items; i++) {
		up = p->items[i].parent;
		if (c->of[i] != i || c->holding[i].captions == 0)
			c->of[i] = up == GP_NO_ITEM ? GP_NO_ITEM : c->of[up];
	}
}

/* ---- what they hold ---- */

static void
count_leaf(struct counting_figures *c, const struct gp_html_leaf *l)
{
	struct holding *h = &c->holding[c->of[l->el]];
	unsigned table = gp_html_tree_table_of(c->tree, l->el);

	if (table == GP_NO_ITEM || table < c->of[l->el]) {
		h->texts++;
	} else if (table != h->table) {
		h->table = table;
		h->tables++;
	}
}

static void
count_leaves(struct counting_figures *c)
{
	const struct gp_html_page *p = c->tree->page;
	const struct gp_html_leaf *l = p->leaves, *end = l + p->n_leaves;

	for (; l < end; l++)
		if (!l->why && !l->is_aside && c->of[l->el] != GP_NO_ITEM)
			count_leaf(c, l);
}

static void
count_items(struct counting_figures *c)
{
	const struct gp_html_page *p = c->tree->page;
	unsigned i, next, outer;

	for (i = p->root; i < p->n_items; i = next) {
		next = gp_html_tree_behind(p, i);
		if (c->of[i] == GP_NO_ITEM)
			continue;
		outer = c->of[i] == i ? c->of[p->items[i].parent] : c->of[i];
		if (outer == GP_NO_ITEM)
			continue;
		if (c->of[i] == i)
			c->holding[outer].figures++;
		else if (gp_html_tree_shows(c->tree, i))
			c->holding[outer].shown++;
	}
}

/* One picture has its caption under it, and so has one table without a caption
   of its own. */
static enum gp_html_figure
kind_of(const struct counting_figures *c, unsigned figure)
{
	const struct gp_html_page *p = c->tree->page;
	const struct holding *h = &c->holding[figure];
	unsigned words = p->items[figure].words;

	if (h->texts + h->figures == 0 && h->tables + h->shown <= 1 &&
	    !(h->tables && gp_html_tree_has_caption(c->tree, h->table)))
		return GP_HTML_FIGURE_PLAIN;
	return words > LAYOUT_WORDS && words * 2 > p->items[p->best].words
	               ? GP_HTML_FIGURE_LAYOUT
	               : GP_HTML_FIGURE_EXHIBIT;
}

void
gp_html_exhibits_find(struct gp_html_tree *t)
{
	const struct gp_html_page *p = t->page;
	struct counting_figures c = { .tree = t };
	unsigned i;

	c.of = gp_arena_array(p->arena, p->n_items, sizeof *c.of);
	if (!c.of || !find_figures(p, c.of))
		return;
	c.holding = gp_arena_array(p->arena, p->n_items, sizeof *c.holding);
	t->figures = gp_arena_array(p->arena, p->n_items, sizeof *t->figures);
	if (!c.holding || !t->figures)
		return;
	count_captions(&c);
	keep_captioned(&c);
	count_leaves(&c);
	count_items(&c);
	for (i = p->root; i < p->n_items; i++)
		if (c.of[i] == i)
			t->figures[i] = (unsigned char)kind_of(&c, i);
	t->captioned = c.of;
}
