/*
 * Every leaf becomes a block of one line, the article's with a tree and with
 * what it stands in, all others with the reason why they are none of it.
 */
#include "import/html/tree/html_blocks.h"

#include "base/limits.h"
#include "base/text/other_days.h"
#include "import/guard/html_words.h"
#include "import/html/tree/html_anchors.h"
#include "import/html/tree/html_exhibits.h"
#include "import/html/tree/html_tree.h"

#include <string.h>

enum {
	HEADING_STEPS = 4,  /* blocks between a heading and its words */
	HEADING_WORDS = 80, /* with more in it, it is an article set in bold */
	FIGURE_LEAVES = 64, /* of one figure, in which captions go last */
	SURE_OF_HEAD = 97,  /* hundredths */
	DATE_BYTES = 40,    /* of a line that is a date */
	DATE_STEPS = 3,     /* from it up to what names it */
	LIKELY = 30,        /* hundredths: a drop that may well be wrong */
};

static int
level_of(const struct gp_html_item *heading)
{
	if (heading->words > HEADING_WORDS)
		return 0;
	return heading->el == GP_EL_H1 ? 2 : heading->el - GP_EL_H1 + 1;
}

static int
heading_level(const struct gp_html_page *p, unsigned i)
{
	unsigned step;

	for (step = 0; step < HEADING_STEPS && i != GP_NO_ITEM && i > p->root;
	     step++, i = p->items[i].parent)
		if (gp_html_is_heading(p->items[i].el))
			return level_of(&p->items[i]);
	return 0;
}

static bool
is_code(const struct gp_html_page *p, unsigned i)
{
	for (; i != GP_NO_ITEM && i > p->root; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_PRE)
			return true;
	return false;
}

static void
take_place(struct gp_html_tree *t, struct gp_node *n, unsigned from,
           unsigned to)
{
	for (; from < to && from < t->page->n_items; from++)
		t->at[from] = n;
}

static enum gp_kind
line_kind(struct gp_html_tree *t, const struct gp_html_leaf *l, int level)
{
	if (gp_html_tree_in_term(t, l->el))
		return GP_TERM;
	return level ? GP_HEADING : GP_PARAGRAPH;
}

static void
add_leaf(struct gp_html_tree *t, const struct gp_html_leaf *l,
         struct gp_draft_block *b)
{
	int level = heading_level(t->page, l->el);
	struct gp_node *n;

	if (is_code(t->page, l->el)) {
		n = gp_html_tree_hint(t, b, GP_CODE_BLOCK, l->el);
		gp_html_tree_verbatim(t, n, l->from, l->to);
		return;
	}
	n = gp_html_tree_hint(t, b, line_kind(t, l, level), l->el);
	if (n && n->kind == GP_HEADING)
		n->as.heading.level = level;
	gp_html_tree_inline(t, n, l->from, l->to);
	take_place(t, n, l->from, l->to);
}

/* Items are numbered from 0, and so the root is the first that is no table. */
static unsigned
table_number(const struct gp_html_tree *t, const struct gp_html_leaf *l)
{
	unsigned table = gp_html_tree_table_of(t, l->el);

	return table == GP_NO_ITEM ? 0 : table;
}

/* Of what nobody weighed, the text of other containers may be article, and of
   those that are called something else. */
static bool
is_unlikely(const struct gp_html_leaf *l)
{
	if (l->likely)
		return l->likely < LIKELY;
	return strcmp(l->rule, "outside-article") != 0 &&
	       strcmp(l->rule, "container-name") != 0;
}

/* The name of a class on the line or round it: "event-date". */
static bool
is_of_other_day(const struct gp_html_page *p, const struct gp_html_leaf *l,
                struct gp_str text)
{
	unsigned i = l->from, step;

	if (text.n > DATE_BYTES || !gp_str_has_digit(text))
		return false;
	for (step = 0; step < DATE_STEPS && i > p->root; step++) {
		if (gp_day_is_of_other(gp_flat_attr(p->flat, i, GP_N_CLASS)))
			return true;
		i = p->items[i].parent;
	}
	return false;
}

/* A line before the text goes unless it dates it; the day of an event is one
   of the text. */
static void
take_other_day(struct gp_draft_block *b)
{
	b->other_day = true;
	if (b->front)
		b->why = b->rule = GP_STR("");
	b->front = false;
}

static void
put_aside(const struct gp_html_tree *t, const struct gp_html_leaf *l,
          struct gp_draft_block *b)
{
	b->why = gp_str(l->why);
	b->rule = gp_str(l->rule);
	b->confidence = l->confidence;
	b->unlikely = is_unlikely(l);
	b->front = gp_str_eq(b->why, GP_STR("front-matter"));
	b->table = table_number(t, l);
}

static bool
add_text_leaf(struct gp_html_tree *t, const struct gp_html_leaf *l,
              struct gp_buf *text, struct gp_err *e)
{
	struct gp_draft_block *b;

	gp_buf_clear(text);
	gp_html_leaf_text(t->page, l, text);
	if (text->len > GP_MAX_LINE_BYTES)
		return gp_fail(e, GP_LIMIT,
		               "has a paragraph longer than %zu KiB",
		               GP_MAX_LINE_BYTES / GP_KIB);
	if (text->len == 0)
		return true;
	b = gp_html_tree_block(t, gp_buf_view(text), l->el);
	if (b && !l->is_aside)
		add_leaf(t, l, b);
	if (b && l->why)
		put_aside(t, l, b);
	if (b && is_of_other_day(t->page, l, gp_buf_view(text)))
		take_other_day(b);
	return true;
}

/* A table of which most was found to be of the article is one block; what is
   put aside in it stays so. */
static bool
holds_article(const struct gp_html_tree *t, unsigned table)
{
	const struct gp_html_page *p = t->page;
	unsigned k, kept = 0, all = 0;

	for (k = t->leaf; k < p->n_leaves; k++) {
		if (p->leaves[k].from >= p->items[table].end)
			break;
		if (p->leaves[k].is_aside || gp_html_is_caption(&p->leaves[k]))
			continue;
		all += p->leaves[k].words;
		kept += p->leaves[k].why ? 0 : p->leaves[k].words;
	}
	return kept * 2 > all;
}

/* Asked once a table, at its first leaf. */
static bool
is_wanted_table(const struct gp_html_tree *t, unsigned table)
{
	struct gp_html_item *item = &t->page->items[table];

	if (!item->is_weighed)
		item->is_wanted = holds_article(t, table);
	item->is_weighed = true;
	return item->is_wanted;
}

/* The captioned figure round item `i` that holds one thing, GP_NO_ITEM else. */
static unsigned
plain_round(const struct gp_html_tree *t, unsigned i)
{
	unsigned figure = gp_html_captioned(t, i);

	return gp_html_figure_kind(t, figure) == GP_HTML_FIGURE_PLAIN
	               ? figure
	               : GP_NO_ITEM;
}

/* The caption of the figure that it stands in, if it has none of its own. */
static struct gp_node *
caption_round(struct gp_html_tree *t, unsigned table, struct gp_buf *text)
{
	struct gp_buf raw = { .max = 0 };
	struct gp_node *caption = NULL;

	if (!gp_html_tree_has_caption(t, table))
		caption = gp_html_tree_caption(t, plain_round(t, table), &raw);
	if (caption) {
		gp_buf_putc(&raw, ' ');
		gp_buf_str(&raw, gp_buf_view(text));
		gp_buf_clear(text);
		gp_buf_str(text, gp_buf_view(&raw));
	}
	gp_buf_inherit(text, &raw);
	gp_buf_free(&raw);
	return caption;
}

static void
add_table(struct gp_html_tree *t, unsigned table, struct gp_buf *text)
{
	struct gp_html_page *p = t->page;
	struct gp_draft_block *b;
	struct gp_node *caption;
	unsigned k;

	gp_buf_clear(text);
	gp_html_page_text(p, table, p->items[table].end, text);
	caption = caption_round(t, table, text);
	b = gp_html_tree_block(t, gp_buf_view(text), table);
	if (b) {
		b->has_hint = true;
		b->hint = GP_TABLE;
		b->in = gp_html_tree_frame(t, table);
		b->tree = gp_html_tree_table(t, table, caption);
	}
	if (b && b->tree)
		b->tree->path = b->path;
	if (b)
		take_place(t, b->tree, table, p->items[table].end);
	for (k = t->leaf; k < p->n_leaves; k++)
		if (gp_html_item_in(p, p->leaves[k].from, table) &&
		    !p->leaves[k].is_aside)
			p->leaves[k].is_used = true;
		else if (p->leaves[k].from >= p->items[table].end)
			break;
}

/* ---- captions ---- */

/* The caption of an exhibit, where it stands: above or below. */
static void
add_exhibit_caption(struct gp_html_tree *t, const struct gp_html_leaf *l,
                    unsigned figure)
{
	struct gp_buf raw = { .max = 0 };
	struct gp_node *n = gp_html_tree_caption(t, figure, &raw);
	struct gp_draft_block *b =
		gp_html_tree_block(t, gp_buf_view(&raw), l->el);

	if (b && n) {
		b->has_hint = true;
		b->hint = GP_CAPTION;
		b->in = gp_html_tree_frame(t, figure);
		b->tree = n;
		n->path = b->path;
		take_place(t, n, l->from, l->to);
	}
	gp_buf_inherit(&t->text, &raw);
	gp_buf_free(&raw);
}

/* What no picture and no table took: the caption of several things, or all that
   is left of what could not be taken. */
static bool
add_caption(struct gp_html_tree *t, struct gp_html_leaf *l, struct gp_buf *text,
            struct gp_err *e)
{
	unsigned figure = gp_html_captioned(t, l->el);

	if (figure == GP_NO_ITEM && t->page->is_all_text)
		l->why = l->rule = NULL;
	if (figure == GP_NO_ITEM || l->bad > GP_BAD_WEAK)
		return add_text_leaf(t, l, text, e);
	switch (gp_html_figure_kind(t, figure)) {
	case GP_HTML_FIGURE_EXHIBIT:
		add_exhibit_caption(t, l, figure);
		return true;
	case GP_HTML_FIGURE_LAYOUT:
		l->why = l->rule = NULL;
		return add_text_leaf(t, l, text, e);
	case GP_HTML_FIGURE_PLAIN:
	default:
		gp_html_tree_left_out(t, figure, figure);
		return true;
	}
}

/* The figure whose one picture or table takes the caption that a leaf is;
   GP_NO_ITEM else. */
static unsigned
plain_figure(const struct gp_html_tree *t, const struct gp_html_leaf *l)
{
	return gp_html_is_caption(l) ? plain_round(t, l->el) : GP_NO_ITEM;
}

/* Where the blocks before a leaf end: a caption waits for its picture. */
static unsigned
reached(const struct gp_html_tree *t, const struct gp_html_leaf *l)
{
	unsigned figure = plain_figure(t, l);

	return figure == GP_NO_ITEM ? l->from : t->page->items[figure].end;
}

/* The leaf behind the last of the figure that leaf `i` stands in. */
static unsigned
figure_end(const struct gp_html_page *p, unsigned figure, unsigned i)
{
	unsigned end = i;

	while (end < p->n_leaves && end - i < FIGURE_LEAVES &&
	       p->leaves[end].from < p->items[figure].end)
		end++;
	return end;
}

/* A caption before what it is of goes behind it: true when it did. */
static bool
put_caption_last(struct gp_html_tree *t)
{
	struct gp_html_leaf *l = &t->page->leaves[t->leaf], caption = *l;
	unsigned figure = plain_figure(t, l), last;

	if (figure == GP_NO_ITEM)
		return false;
	last = figure_end(t->page, figure, t->leaf) - 1;
	while (last > t->leaf && t->page->leaves[last].why)
		last--;
	memmove(l, l + 1, (last - t->leaf) * sizeof *l);
	t->page->leaves[last] = caption;
	return last > t->leaf;
}

/* ---- leaves ---- */

static bool
add_leaf_at_hand(struct gp_html_tree *t, struct gp_buf *text, struct gp_err *e)
{
	struct gp_html_leaf *l;
	unsigned table;

	while (gp_html_is_caption(&t->page->leaves[t->leaf]) &&
	       put_caption_last(t))
		;
	l = &t->page->leaves[t->leaf];
	if (!l->is_aside)
		gp_html_tree_scan(t, reached(t, l));
	if (l->is_used)
		return true;
	table = l->is_aside ? GP_NO_ITEM : gp_html_tree_table_of(t, l->el);
	if (table != GP_NO_ITEM && is_wanted_table(t, table)) {
		add_table(t, table, text);
		return true;
	}
	return gp_html_is_caption(l) ? add_caption(t, l, text, e)
	                             : add_text_leaf(t, l, text, e);
}

/* ---- the head ---- */

/* One line of what a head holds beside the first title and what it says of the
   page: a browser would show it in the body. */
static void
add_head_text(struct gp_html_tree *t, unsigned i, struct gp_buf *text)
{
	const struct gp_flat *flat = t->page->flat;
	struct gp_buf plain = { .max = GP_MAX_HTML_BYTES };
	struct gp_draft_block *b = NULL;

	if (gp_flat_is(flat, flat->nodes[i].parent, GP_N_TITLE))
		gp_buf_str(&plain, gp_flat_text(flat, i));
	else
		gp_html_plain(gp_flat_text(flat, i), false, &plain);
	gp_buf_clear(text);
	gp_collapse(gp_buf_view(&plain), text);
	if (text->len > 0)
		b = gp_html_tree_block(t, gp_buf_view(text), t->page->root);
	if (b) {
		b->path = GP_STR("//head");
		b->why = GP_STR("hidden");
		b->rule = GP_STR("head");
		b->confidence = SURE_OF_HEAD;
	}
	gp_buf_inherit(text, &plain);
	gp_buf_free(&plain);
}

static bool
is_said_of_page(const struct gp_html_page *p, unsigned i)
{
	const struct gp_flat *flat = p->flat;

	return i == p->title || gp_flat_is(flat, i, GP_N_SCRIPT) ||
	       gp_flat_is(flat, i, GP_N_STYLE);
}

static void
add_head(struct gp_html_tree *t, struct gp_buf *text)
{
	const struct gp_flat *flat = t->page->flat;
	unsigned i;

	for (i = 1; i < t->page->root; i++)
		if (gp_flat_is_text(flat, i) &&
		    !is_said_of_page(t->page, flat->nodes[i].parent))
			add_head_text(t, i, text);
}

static bool
add_leaves(struct gp_html_tree *t, struct gp_buf *text, struct gp_err *e)
{
	struct gp_html_page *p = t->page;

	for (t->leaf = 0; t->leaf < p->n_leaves; t->leaf++) {
		if (t->draft->n_lines >= GP_MAX_HTML_BLOCKS)
			return gp_fail(e, GP_LIMIT, "has more than %zu blocks",
			               GP_MAX_HTML_BLOCKS);
		if (!add_leaf_at_hand(t, text, e))
			return false;
	}
	t->leaf = p->n_leaves;
	gp_html_tree_scan(t, p->n_items);
	return true;
}

bool
gp_html_add_blocks(struct gp_html_page *p, struct gp_err *e)
{
	struct gp_html_tree t = {
		.page = p,
		.draft = p->html->draft,
		.arena = p->html->draft->arena,
	};
	struct gp_draft_block *last = t.draft->last;
	struct gp_buf text = { .max = 0 };
	bool ok;

	t.lang = gp_html_page_lang(p->flat, 0);
	t.frames = gp_arena_array(p->arena, p->n_items, sizeof *t.frames);
	t.labels = gp_arena_array(p->arena, p->n_items, sizeof *t.labels);
	t.at = gp_arena_array(p->arena, p->n_items, sizeof *t.at);
	t.terms = gp_arena_array(p->arena, p->n_items, sizeof *t.terms);
	if (!t.frames || !t.labels || !t.terms || !t.at)
		return gp_arena_ok(p->arena, e);
	gp_html_exhibits_find(&t);
	add_head(&t, &text);
	ok = add_leaves(&t, &text, e);
	gp_html_anchors(p, last ? last->next : t.draft->first, t.at);
	ok = ok && gp_buf_ok(&text, e) && gp_buf_ok(&t.text, e) &&
	     gp_arena_ok(t.arena, e);
	gp_buf_free(&text);
	gp_buf_free(&t.text);
	return ok;
}
