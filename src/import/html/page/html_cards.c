/*
 * Teasers: neighbours that are built alike and lead to other pages.  See
 * html_page.h.  Shape alone is asked, no word; what becomes of them is decided
 * elsewhere.
 */
#include "import/html/page/html_page.h"

enum {
	LEAST_CARDS = 3,
	CARD_PARTS = 400, /* items of one card that are looked at */
	CARD_WORDS = 90,  /* of text, at most */
	CARD_LINK = 25,   /* bytes of a link that is a title */
	CARD_GROUPS = 8,  /* ways of building among the children of one */
};

struct group {
	unsigned char el;
	struct gp_str name; /* its class */
	unsigned count, cards;
};

static bool
may_be_card(enum gp_el el)
{
	return el == GP_EL_LI || el == GP_EL_ARTICLE || el == GP_EL_DIV ||
	       el == GP_EL_SECTION || el == GP_EL_A || el == GP_EL_TD;
}

static unsigned
find_in(const struct gp_html_page *p, unsigned i, enum gp_el el)
{
	unsigned k;

	for (k = i + 1; k < p->items[i].end; k++)
		if (p->items[k].el == el)
			return k;
	return GP_NO_ITEM;
}

static bool
has_linked_heading(const struct gp_html_page *p, unsigned i)
{
	unsigned k = i + 1, end = p->items[i].end, up;

	while (k < end && !gp_html_is_heading(p->items[k].el))
		k++;
	if (k >= end)
		return false;
	if (find_in(p, k, GP_EL_A) != GP_NO_ITEM)
		return true;
	for (up = p->items[k].parent; up != GP_NO_ITEM;
	     up = p->items[up].parent)
		if (p->items[up].el == GP_EL_A)
			return true;
	for (k = i + 1; k < end; k = p->items[k].end)
		if (p->items[k].el == GP_EL_A)
			return true;
	return false;
}

static bool
is_card(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	unsigned link;

	if (item->words > CARD_WORDS || item->end - i > CARD_PARTS)
		return false;
	if (has_linked_heading(p, i))
		return true;
	link = find_in(p, i, GP_EL_A);
	return link != GP_NO_ITEM && p->items[link].bytes >= CARD_LINK &&
	       find_in(p, i, GP_EL_IMG) != GP_NO_ITEM;
}

static struct group *
group_of(const struct gp_html_page *p, struct group *groups, size_t *n,
         unsigned k)
{
	struct gp_str name = gp_flat_attr(p->flat, k, GP_N_CLASS);
	unsigned char el = p->items[k].el;
	size_t i;

	for (i = 0; i < *n; i++)
		if (groups[i].el == el && gp_str_eq(groups[i].name, name))
			return &groups[i];
	if (*n == CARD_GROUPS)
		return NULL;
	groups[*n] = (struct group){ .el = el, .name = name };
	return &groups[(*n)++];
}

/* Seven in ten of a group must look like teasers. */
static bool
is_list_of_cards(const struct group *g)
{
	return g && g->cards >= LEAST_CARDS && g->cards * 10 >= g->count * 7;
}

/* Among posts that lead to their own pages, the one that is whole and has no
   link over it is this page's. */
static bool
may_be_teaser(const struct gp_html_page *p, unsigned i)
{
	return has_linked_heading(p, i) ||
	       (p->items[i].words <= CARD_WORDS && p->items[i].links > 0);
}

static void
mark_children(struct gp_html_page *p, unsigned i)
{
	struct group groups[CARD_GROUPS], *g;
	unsigned k, end = p->items[i].end, children = 0;
	size_t n = 0;

	for (k = i + 1; k < end; k = p->items[k].end)
		children += may_be_card((enum gp_el)p->items[k].el);
	if (children < LEAST_CARDS)
		return;
	for (k = i + 1; k < end; k = p->items[k].end) {
		if (!may_be_card((enum gp_el)p->items[k].el))
			continue;
		g = group_of(p, groups, &n, k);
		if (!g)
			continue;
		g->count++;
		g->cards += is_card(p, k);
	}
	for (k = i + 1; k < end; k = p->items[k].end)
		if (may_be_card((enum gp_el)p->items[k].el))
			p->items[k].is_card =
				may_be_teaser(p, k) &&
				is_list_of_cards(group_of(p, groups, &n, k));
}

void
gp_html_page_mark_cards(struct gp_html_page *p)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++)
		if (!p->items[i].is_text && p->items[i].end > i + LEAST_CARDS)
			mark_children(p, i);
}
