/*
 * Pictures and rules between the texts of an article: see html_tree.h.  A
 * picture keeps its address and its words; which bytes it has is asked
 * elsewhere.  Pictures that are there to count readers are none.
 */
#include "import/html/tree/html_tree.h"

#include "import/html/page/html_address.h"

#include <string.h>

enum {
	TRACKER_SIDE = 3,   /* dots; no picture is smaller */
	FIGURE_STEPS = 5,   /* levels up to what holds picture and caption */
	FIGURE_WORDS = 120, /* of all of it */
	FIGURE_PARTS = 400, /* elements and texts in it */
	LONGEST_ADDRESS = 2048,
	LEAST_DATA = 1024, /* bytes; less stands in for one that loads late */
};

static bool
is_tiny(struct gp_str side)
{
	size_t i;
	int n = 0;

	side = gp_str_trim(side);
	for (i = 0; i < side.n && gp_is_digit(side.p[i]) && n < 10000; i++)
		n = n * 10 + (side.p[i] - '0');
	return i > 0 && n <= TRACKER_SIDE;
}

static bool
is_data(struct gp_str s)
{
	return gp_str_eq_nocase(gp_str_sub(s, 0, 5), GP_STR("data:"));
}

/* The first address of "a.jpg 1x, b.jpg 2x". */
static struct gp_str
first_of_set(struct gp_str set)
{
	struct gp_str word = GP_STR("");

	(void)gp_str_word(&set, &word);
	while (word.n && word.p[word.n - 1] == ',')
		word.n--;
	return word;
}

/* A picture that is written into the page: PNG or JPEG and of some size.  It
   is decoded where all pictures are. */
static struct gp_str
inline_picture(const struct gp_flat *d, uint32_t img)
{
	static const char *const types[] = { "data:image/png;base64,",
		                             "data:image/jpeg;base64,",
		                             "data:image/jpg;base64,", NULL };
	struct gp_str s = gp_str_trim(gp_flat_attr(d, img, GP_N_SRC));
	size_t i;

	for (i = 0; types[i] && s.n >= LEAST_DATA; i++)
		if (gp_str_eq_nocase(gp_str_sub(s, 0, gp_str(types[i]).n),
		                     gp_str(types[i])))
			return s;
	return GP_STR("");
}

/* Pages that load late keep a stand-in in `src`. */
static struct gp_str
address_of(const struct gp_flat *d, uint32_t img)
{
	static const enum gp_name names[] = { GP_N_DATA_SRC, GP_N_DATA_LAZY_SRC,
		                              GP_N_DATA_ORIGINAL, GP_N_SRC };
	struct gp_str s;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		s = gp_str_trim(gp_flat_attr(d, img, names[i]));
		if (s.n && !is_data(s) && s.n <= LONGEST_ADDRESS)
			return s;
	}
	s = first_of_set(gp_flat_attr(d, img, GP_N_SRCSET));
	return s.n == 0 || is_data(s) || s.n > LONGEST_ADDRESS
	               ? inline_picture(d, img)
	               : s;
}

/* What holds the picture at `i` together with its caption. */
static unsigned
figure_of(const struct gp_html_page *p, unsigned i)
{
	unsigned up = p->items[i].parent, step, found = GP_NO_ITEM;

	for (step = 0; step < FIGURE_STEPS && up != GP_NO_ITEM && up > p->best;
	     step++, up = p->items[up].parent) {
		if (p->items[up].words > FIGURE_WORDS ||
		    p->items[up].end - up > FIGURE_PARTS)
			break;
		if (p->items[up].el == GP_EL_FIGURE)
			return up;
		found = up;
	}
	return found;
}

static bool
is_caption_of(const struct gp_html_tree *t, const struct gp_html_leaf *l,
              unsigned figure)
{
	return gp_html_item_in(t->page, l->el, figure) && !l->is_aside &&
	       l->why && strcmp(l->why, "caption") == 0;
}

/* The leaves that are the caption go into it, and are no blocks any more. */
static struct gp_node *
take_caption(struct gp_html_tree *t, unsigned figure, struct gp_buf *raw)
{
	struct gp_html_page *p = t->page;
	struct gp_node *caption = NULL;
	unsigned k;

	for (k = t->leaf; k < p->n_leaves; k++) {
		struct gp_html_leaf *l = &p->leaves[k];

		if (l->from >= p->items[figure].end)
			break;
		if (!is_caption_of(t, l, figure))
			continue;
		if (!caption)
			caption = gp_node_new(t->arena, GP_CAPTION,
			                      (struct gp_span){ 0, 0 });
		if (raw->len) {
			(void)gp_node_append(
				caption,
				gp_node_new_text(t->arena, GP_STR(" "),
			                         (struct gp_span){ 0, 0 }));
			gp_buf_putc(raw, ' ');
		}
		gp_html_tree_inline(t, caption, l->from, l->to);
		gp_html_leaf_text(p, l, raw);
		l->is_used = true;
	}
	return caption;
}

static void
add_picture(struct gp_html_tree *t, unsigned i, struct gp_str address)
{
	const struct gp_html_page *p = t->page;
	unsigned figure = figure_of(p, i);
	struct gp_node *caption = NULL, *n;
	struct gp_buf raw = { .max = 0 }, alt = raw, target = raw;
	struct gp_draft_block *b;

	if (figure != GP_NO_ITEM)
		caption = take_caption(t, figure, &raw);
	b = gp_html_tree_block(t, gp_buf_view(&raw), i);
	n = gp_html_tree_hint(t, b, GP_FIGURE, i);
	if (n) {
		gp_collapse(gp_flat_attr(p->flat, i, GP_N_ALT), &alt);
		gp_collapse(address, &target);
		n->as.figure.image = gp_arena_buf(t->arena, &target);
		n->as.figure.alt = gp_arena_buf(t->arena, &alt);
		n->as.figure.origin = gp_html_address(p->html, address);
		(void)gp_node_append(n, caption);
	}
	gp_buf_free(&target);
	gp_buf_free(&alt);
	gp_buf_free(&raw);
}

static bool
is_picture(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	bool captioned = item->in_caption && item->bad <= GP_BAD_WEAK;

	return (item->bad == GP_NOT_BAD || captioned) &&
	       !is_tiny(gp_flat_attr(p->flat, i, GP_N_WIDTH)) &&
	       !is_tiny(gp_flat_attr(p->flat, i, GP_N_HEIGHT));
}

static void
look_at(struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_item *item = &t->page->items[i];
	struct gp_str address;

	if (item->el == GP_EL_IMG && is_picture(t->page, i)) {
		address = address_of(t->page->flat, i);
		if (address.n)
			add_picture(t, i, address);
	} else if (item->el == GP_EL_HR && t->draft->last &&
	           t->draft->last->has_hint &&
	           t->draft->last->hint != GP_RULE) {
		(void)gp_html_tree_hint(t, gp_html_tree_block(t, GP_STR(""), i),
		                        GP_RULE, i);
	}
}

void
gp_html_tree_scan(struct gp_html_tree *t, unsigned to)
{
	const struct gp_html_page *p = t->page;

	if (t->scanned < p->best)
		t->scanned = p->best;
	if (to > p->items[p->best].end)
		to = p->items[p->best].end;
	while (t->scanned < to) {
		unsigned i = t->scanned;

		t->scanned = p->items[i].is_skipped ? p->items[i].end : i + 1;
		if (!p->items[i].is_skipped && !p->items[i].is_text)
			look_at(t, i);
	}
}
