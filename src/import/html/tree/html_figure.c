/*
 * Pictures, films, frames and rules between the texts of an article: see
 * html_tree.h.  A picture keeps its address and its words; what cannot be
 * printed keeps its title and its address.  Which bytes a picture has is asked
 * elsewhere.  What is there to count readers is none.
 */
#include "import/html/tree/html_tree.h"

#include "import/html/page/html_address.h"

enum {
	TRACKER_SIDE = 3,   /* dots; no picture is smaller */
	FIGURE_STEPS = 5,   /* levels up to what holds picture and caption */
	FIGURE_WORDS = 120, /* of all of it */
	FIGURE_PARTS = 400, /* elements and texts in it */
	CHART_TEXTS = 3,    /* written in a drawing that is more than a sign */
	BUTTON_SIDE = 120,  /* dots; no larger, and without a title */
};

/* Of "120", "120px"; -1 when it says nothing. */
static int
dots_of(struct gp_str side)
{
	size_t i;
	int n = 0;

	side = gp_str_trim(side);
	for (i = 0; i < side.n && gp_is_digit(side.p[i]) && n < 10000; i++)
		n = n * 10 + (side.p[i] - '0');
	return i > 0 && (i == side.n || side.p[i] != '%') ? n : -1;
}

static bool
is_within(struct gp_str side, int most)
{
	int dots = dots_of(side);

	return dots >= 0 && dots <= most;
}

/* What holds the picture at `i` together with its caption: in an exhibit, less
   than all of it. */
static unsigned
figure_of(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;
	unsigned up = p->items[i].parent, step, found = GP_NO_ITEM;
	unsigned figure = gp_html_captioned(t, i);

	if (figure != GP_NO_ITEM &&
	    gp_html_figure_kind(t, figure) == GP_HTML_FIGURE_PLAIN)
		return figure;
	for (step = 0; step < FIGURE_STEPS && up != GP_NO_ITEM &&
	               up > p->best && up != figure;
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

unsigned
gp_html_tree_figure(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;

	for (; i != GP_NO_ITEM && i > p->best; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_FIGURE)
			return i;
	return GP_NO_ITEM;
}

/* ---- captions ---- */

/* A table's own caption stays with it. */
static bool
is_of_table(const struct gp_html_tree *t, unsigned i, unsigned figure)
{
	unsigned table = gp_html_tree_table_of(t, i);

	return table != GP_NO_ITEM && table > figure;
}

/* What stands in a <figcaption> is of its figure, not of one picture in it. */
static bool
is_of_figure(const struct gp_html_page *p, unsigned i, unsigned figure)
{
	for (; i != GP_NO_ITEM && i > figure; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_FIGCAPTION)
			return true;
	return false;
}

static bool
is_caption_of(const struct gp_html_tree *t, const struct gp_html_leaf *l,
              unsigned figure)
{
	unsigned round = gp_html_captioned(t, l->el);

	if (!gp_html_item_in(t->page, l->el, figure) || l->is_used ||
	    !gp_html_is_caption(l) || is_of_table(t, l->el, figure))
		return false;
	if (round == GP_NO_ITEM || round == figure)
		return true;
	return t->page->items[figure].el != GP_EL_FIGURE &&
	       gp_html_captioned(t, figure) == round &&
	       !is_of_figure(t->page, l->el, round);
}

static void
add_words(struct gp_html_tree *t, struct gp_node *caption,
          struct gp_html_leaf *l, struct gp_buf *raw)
{
	if (raw->len) {
		(void)gp_node_append(
			caption, gp_node_new_text(t->arena, GP_STR(" "),
		                                  (struct gp_span){ 0, 0 }));
		gp_buf_putc(raw, ' ');
	}
	gp_html_tree_inline(t, caption, l->from, l->to);
	gp_html_leaf_text(t->page, l, raw);
	l->is_used = true;
}

/* True when something else of an exhibit stands before leaf `l`, behind its
   caption that ends at item `end`. */
static bool
is_parted(const struct gp_html_tree *t, unsigned figure, unsigned end,
          const struct gp_html_leaf *l)
{
	const struct gp_html_page *p = t->page;
	unsigned i;

	if (p->items[figure].el != GP_EL_FIGURE ||
	    gp_html_figure_kind(t, figure) != GP_HTML_FIGURE_EXHIBIT)
		return false;
	for (i = end; i < l->from; i++)
		if (p->items[i].has_media)
			return true;
	return !l->why && !l->is_aside;
}

struct gp_node *
gp_html_tree_caption(struct gp_html_tree *t, unsigned figure,
                     struct gp_buf *raw)
{
	struct gp_html_page *p = t->page;
	struct gp_node *caption = NULL;
	unsigned k, end = 0;

	for (k = t->leaf; figure != GP_NO_ITEM && k < p->n_leaves; k++) {
		struct gp_html_leaf *l = &p->leaves[k];

		if (l->from >= p->items[figure].end ||
		    (caption && is_parted(t, figure, end, l)))
			break;
		if (!is_caption_of(t, l, figure))
			continue;
		if (!caption)
			caption = gp_node_new(t->arena, GP_CAPTION,
			                      (struct gp_span){ 0, 0 });
		add_words(t, caption, l, raw);
		end = l->to;
	}
	return caption;
}

/* ---- pictures ---- */

/* A figure at item `i` with its caption; what it shows goes into the node. */
static struct gp_node *
add_figure(struct gp_html_tree *t, unsigned i, unsigned figure)
{
	struct gp_buf raw = { .max = 0 };
	struct gp_node *caption = gp_html_tree_caption(t, figure, &raw), *n;

	n = gp_html_tree_hint(t, gp_html_tree_block(t, gp_buf_view(&raw), i),
	                      GP_FIGURE, i);
	if (n)
		(void)gp_node_append(n, caption);
	gp_buf_inherit(&t->text, &raw);
	gp_buf_free(&raw);
	return n;
}

static struct gp_str
collapsed(struct gp_html_tree *t, struct gp_str s)
{
	struct gp_buf flat = { .max = 0 };
	struct gp_str kept;

	gp_collapse(s, &flat);
	kept = gp_arena_buf(t->arena, &flat);
	gp_buf_free(&flat);
	return kept;
}

/* Where the picture leads that is all there is in a link, but for a larger one
   of its kind; "" when nowhere. */
static struct gp_str
leads_to(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;
	struct gp_str address;
	unsigned step;

	for (step = 0; step < FIGURE_STEPS && i != GP_NO_ITEM && i > p->root;
	     step++, i = p->items[i].parent)
		if (p->items[i].is_link)
			break;
	if (i == GP_NO_ITEM || !p->items[i].is_link || p->items[i].bytes > 0)
		return GP_STR("");
	address = gp_html_address(p->html, gp_flat_attr(p->flat, i, GP_N_HREF));
	return gp_html_is_picture_file(address) ? GP_STR("") : address;
}

static void
add_picture(struct gp_html_tree *t, unsigned i,
            const struct gp_html_shown *shown)
{
	const struct gp_html_page *p = t->page;
	struct gp_node *n = add_figure(t, i, figure_of(t, i));
	struct gp_str alt = gp_flat_attr(shown->flat, shown->node, GP_N_ALT);

	if (!n)
		return;
	n->as.figure.image = collapsed(t, shown->address);
	n->as.figure.alt = collapsed(t, alt);
	n->as.figure.origin = gp_html_address(p->html, shown->address);
	n->as.figure.link = leads_to(t, i);
}

/* What names say of a part that is skipped is said of what it stands in. */
static bool
is_of_article(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	if (item->is_hidden)
		return false;
	if (item->is_skipped && item->parent != GP_NO_ITEM)
		item = &p->items[item->parent];
	return item->bad == GP_NOT_BAD ||
	       ((item->in_caption || item->in_figure) &&
	        item->bad <= GP_BAD_WEAK);
}

static bool
is_tracker(const struct gp_html_shown *s)
{
	return is_within(gp_flat_attr(s->flat, s->node, GP_N_WIDTH),
	                 TRACKER_SIDE) ||
	       is_within(gp_flat_attr(s->flat, s->node, GP_N_HEIGHT),
	                 TRACKER_SIDE);
}

/* "b.jpg" of "/a/b.jpg?w=300". */
static struct gp_str
file_of(struct gp_str address)
{
	size_t end = gp_str_find(address, GP_STR("?"), 0), from = end;

	while (from > 0 && address.p[from - 1] != '/')
		from--;
	return gp_str_sub(address, from, end);
}

/* The same picture in a neighbour of a <noscript>, or something there that
   only its script knows. */
static bool
is_twin(struct gp_html_tree *t, uint32_t near, struct gp_str address)
{
	const struct gp_flat *d = t->page->flat;
	uint32_t img;
	struct gp_str other;

	if (near == GP_FLAT_NONE || !t->page->items[near].has_media)
		return false;
	img = gp_flat_find(d, near, GP_N_IMG);
	if (img == GP_FLAT_NONE)
		return false;
	other = gp_html_tree_picture(t, img).address;
	return other.n == 0 || gp_str_eq(file_of(other), file_of(address));
}

static uint32_t
element_before(const struct gp_flat *d, uint32_t i)
{
	uint32_t k = gp_flat_before(d, i);

	return k != GP_FLAT_NONE && gp_flat_is_text(d, k) ? gp_flat_before(d, k)
	                                                  : k;
}

static uint32_t
element_after(const struct gp_flat *d, uint32_t i)
{
	uint32_t k = gp_flat_after(d, i);

	return k != GP_FLAT_NONE && gp_flat_is_text(d, k) ? gp_flat_after(d, k)
	                                                  : k;
}

/* A <noscript> repeats what stands beside it, or has a picture of its own;
   one without words that nothing holds as a figure counts readers. */
static bool
is_repeated(struct gp_html_tree *t, unsigned i, const struct gp_html_shown *s)
{
	const struct gp_flat *d = t->page->flat;
	uint32_t before;

	if (t->page->items[i].el != GP_EL_NOSCRIPT)
		return false;
	before = element_before(d, i);
	return (before != GP_FLAT_NONE && gp_flat_is(d, before, GP_N_IMG)) ||
	       is_twin(t, before, s->address) ||
	       is_twin(t, element_after(d, i), s->address) ||
	       (gp_flat_attr(s->flat, s->node, GP_N_ALT).n == 0 &&
	        gp_html_tree_figure(t, i) == GP_NO_ITEM);
}

static bool
shows_picture(struct gp_html_tree *t, unsigned i)
{
	struct gp_html_shown shown = gp_html_tree_picture(t, i);

	return shown.address.n && !is_tracker(&shown) &&
	       !gp_html_is_formula_picture(t->page, i) &&
	       !is_repeated(t, i, &shown);
}

static void
look_at_picture(struct gp_html_tree *t, unsigned i)
{
	struct gp_html_shown shown = gp_html_tree_picture(t, i);

	if (shows_picture(t, i))
		add_picture(t, i, &shown);
}

/* ---- what cannot be taken ---- */

/* What is said of item `k` as a part of what is left out: the title of a
   drawing, the label of what is drawn by other means. */
static struct gp_str
title_within(const struct gp_flat *d, uint32_t k)
{
	if (d->nodes[k].kind == GP_FLAT_SVG && d->nodes[k].name == GP_N_TITLE &&
	    k + 1 < d->nodes[k].end)
		return gp_str_trim(gp_flat_text(d, k + 1));
	if (gp_str_eq_nocase(gp_flat_attr(d, k, GP_N_ROLE), GP_STR("img")))
		return gp_str_trim(gp_flat_attr(d, k, GP_N_ARIA_LABEL));
	return GP_STR("");
}

static struct gp_str
title_of(const struct gp_flat *d, uint32_t i)
{
	struct gp_str s = gp_str_trim(gp_flat_attr(d, i, GP_N_TITLE));
	uint32_t k;

	if (s.n == 0)
		s = gp_str_trim(gp_flat_attr(d, i, GP_N_ARIA_LABEL));
	if (s.n == 0)
		s = gp_str_trim(gp_flat_attr(d, i, GP_N_ALT));
	for (k = i + 1; s.n == 0 && k < d->nodes[i].end; k++)
		s = title_within(d, k);
	return s;
}

/* What a drawing says of itself at more length; "" when it does not. */
static struct gp_str
description_of(const struct gp_flat *d, uint32_t i)
{
	uint32_t k;

	for (k = i + 1; k + 1 < d->nodes[i].end; k++)
		if (d->nodes[k].kind == GP_FLAT_SVG &&
		    gp_str_eq(gp_flat_name(d, d->nodes[k].name),
		              GP_STR("desc")))
			return gp_str_trim(gp_flat_text(d, k + 1));
	return GP_STR("");
}

/* Its title and, of a drawing, what it says of itself. */
static struct gp_str
words_of(struct gp_html_tree *t, uint32_t i)
{
	const struct gp_flat *d = t->page->flat;
	struct gp_str title = collapsed(t, title_of(d, i));
	struct gp_str more = collapsed(t, description_of(d, i));

	if (title.n == 0 || more.n == 0 || gp_str_eq(title, more))
		return title.n ? title : more;
	return gp_arena_printf(t->arena, "%.*s: %.*s", GP_ARG(title),
	                       GP_ARG(more));
}

static struct gp_str
address_of(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_flat *d = t->page->flat;
	struct gp_str s = gp_html_tree_picture(t, i).address;
	uint32_t k;

	if (s.n == 0)
		s = gp_flat_attr(d, i, GP_N_DATA);
	for (k = i + 1; s.n == 0 && k < d->nodes[i].end; k++)
		if (gp_flat_is(d, k, GP_N_SOURCE))
			s = gp_flat_attr(d, k, GP_N_SRC);
	return gp_html_address(t->page->html, s);
}

void
gp_html_tree_left_out(struct gp_html_tree *t, unsigned i, unsigned figure)
{
	struct gp_node *n = add_figure(t, i, figure);

	if (!n)
		return;
	n->is_other = true;
	n->as.figure.alt = words_of(t, i);
	n->as.figure.origin = address_of(t, i);
}

/* Frames of advertisements say so in their names and are small. */
static bool
names_furniture(const struct gp_flat *d, uint32_t i, struct gp_str title)
{
	struct gp_str address = title.n ? title : gp_flat_attr(d, i, GP_N_SRC);
	unsigned hints = gp_hints_in(gp_flat_attr(d, i, GP_N_CLASS)) |
	                 gp_hints_in(gp_flat_attr(d, i, GP_N_ID)) |
	                 gp_hints_in(address);

	return (hints & GP_HINT_STRONG) ||
	       (title.n == 0 &&
	        (is_within(gp_flat_attr(d, i, GP_N_WIDTH), BUTTON_SIDE) ||
	         is_within(gp_flat_attr(d, i, GP_N_HEIGHT), BUTTON_SIDE)));
}

/* Something is written in several places of it. */
static bool
is_chart(const struct gp_flat *d, uint32_t i)
{
	unsigned texts = 0;
	uint32_t k;

	for (k = i + 1; k < d->nodes[i].end && texts < CHART_TEXTS; k++)
		texts += d->nodes[k].kind == GP_FLAT_SVG &&
		         gp_str_eq(gp_flat_name(d, d->nodes[k].name),
		                   GP_STR("text"));
	return texts == CHART_TEXTS;
}

/* Drawings outside of figures are signs, unless a title and labels say more. */
static bool
is_shown(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_flat *d = t->page->flat;
	bool drawn = t->page->items[i].el == GP_EL_SVG ||
	             t->page->items[i].el == GP_EL_CANVAS;

	if (drawn)
		return gp_html_tree_figure(t, i) != GP_NO_ITEM ||
		       (is_chart(d, i) && title_of(d, i).n > 0);
	return address_of(t, i).n > 0 && !names_furniture(d, i, title_of(d, i));
}

static bool
shows_frame(struct gp_html_tree *t, unsigned i)
{
	struct gp_html_shown frame = { t->page->flat, i, GP_STR("") };

	return !is_tracker(&frame) && is_shown(t, i);
}

static void
look_at_frame(struct gp_html_tree *t, unsigned i)
{
	if (shows_frame(t, i))
		gp_html_tree_left_out(t, i, figure_of(t, i));
}

/* A drawing that its own page does not draw is a picture. */
static void
look_at_drawing(struct gp_html_tree *t, unsigned i)
{
	struct gp_str address =
		shows_frame(t, i) ? gp_html_tree_drawing(t, i) : GP_STR("");
	struct gp_node *n;

	if (address.n == 0) {
		look_at_frame(t, i);
		return;
	}
	n = add_figure(t, i, figure_of(t, i));
	if (!n)
		return;
	n->as.figure.image = address;
	n->as.figure.alt = words_of(t, i);
	n->as.figure.link = leads_to(t, i);
}

/* ---- the scan ---- */

static void
look_at_rule(struct gp_html_tree *t, unsigned i)
{
	const struct gp_draft_block *last = t->draft->last;

	if (last && last->has_hint && last->hint != GP_RULE)
		(void)gp_html_tree_hint(t, gp_html_tree_block(t, GP_STR(""), i),
		                        GP_RULE, i);
}

/* What is looked at, by element. */
static void (*const looks[GP_EL_COUNT])(struct gp_html_tree *t, unsigned i) = {
	[GP_EL_AMP_IMG] = look_at_picture,  [GP_EL_IMG] = look_at_picture,
	[GP_EL_NOSCRIPT] = look_at_picture, [GP_EL_AUDIO] = look_at_frame,
	[GP_EL_CANVAS] = look_at_frame,     [GP_EL_EMBED] = look_at_frame,
	[GP_EL_IFRAME] = look_at_frame,     [GP_EL_OBJECT] = look_at_frame,
	[GP_EL_SVG] = look_at_drawing,      [GP_EL_VIDEO] = look_at_frame,
	[GP_EL_HR] = look_at_rule,
};

/* What has no words to be weighed goes with the text round it. */
static bool
is_among_text(const struct gp_html_page *p, unsigned i)
{
	return gp_html_item_in(p, i, p->core) || (i > p->from && i < p->to);
}

static bool
is_looked_at(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return !item->is_text && looks[item->el] && is_among_text(p, i) &&
	       (item->el == GP_EL_HR ? !item->is_hidden : is_of_article(p, i));
}

bool
gp_html_tree_shows(struct gp_html_tree *t, unsigned i)
{
	unsigned char el = t->page->items[i].el;

	if (!is_looked_at(t->page, i) || el == GP_EL_HR)
		return false;
	return looks[el] == look_at_picture ? shows_picture(t, i)
	                                    : shows_frame(t, i);
}

unsigned
gp_html_tree_behind(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return item->is_skipped || item->el == GP_EL_AMP_IMG ? item->end
	                                                     : i + 1;
}

void
gp_html_tree_scan(struct gp_html_tree *t, unsigned to)
{
	const struct gp_html_page *p = t->page;
	unsigned i;

	if (t->scanned < p->best)
		t->scanned = p->best;
	if (to > p->items[p->best].end)
		to = p->items[p->best].end;
	while (t->scanned < to) {
		i = t->scanned;
		t->scanned = gp_html_tree_behind(p, i);
		if (is_looked_at(p, i))
			looks[p->items[i].el](t, i);
	}
}
