/*
 * Inline trees: see html_tree.h.  Each text asks which elements it stands in,
 * up to its block; what differs from the text before is closed and opened.
 * So markup that overlaps or was never closed cannot make an invalid tree.
 */
#include "import/html/tree/html_tree.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "base/utf8.h"
#include "import/html/page/html_address.h"
#include "import/html/page/html_formula.h"
#include "import/html/tree/html_list.h"
#include "import/html/page/html_notes.h"
#include "import/quote_marks.h"

#include <string.h>
#include <unictype.h>

enum {
	DEEPEST = 12, /* elements in one another that matter */
	DEEPEST_QUOTE = 4,
	FARTHEST = 200, /* elements round a text that are asked */
	LONGEST_ID = 256,
	FIRST_SPACELESS = 0x2E80, /* scripts of East Asia, from here on */
};

/* A <q>: where it ends, and how. */
struct open_quote {
	unsigned end;
	struct gp_str lang; /* of what stands round it */
	const char *mark;
};

/* The nodes that are open, outermost first, and the items they stand for. */
struct open {
	struct gp_html_tree *tree;
	struct gp_node *nodes[DEEPEST + 1]; /* nodes[0] is the parent */
	unsigned items[DEEPEST + 1];
	size_t n;                     /* open ones besides the parent */
	struct gp_str lang, own_lang; /* of the text at hand; of the block */
	bool gap;                     /* white space is pending */
	bool begun;                   /* there is text already */
	char last;                    /* byte of it */
	struct open_quote open_quotes[DEEPEST_QUOTE]; /* outermost first */
	unsigned quotes;
	bool edits_word; /* the deletion or insertion at hand began
	                                 where a word may begin */
};

/* What an element makes of its text; GP_BODY: nothing of note. */
static const enum gp_kind kinds[GP_EL_COUNT] = {
	[GP_EL_A] = GP_LINK,
	[GP_EL_ABBR] = GP_ABBREVIATION,
	[GP_EL_ACRONYM] = GP_ABBREVIATION,
	[GP_EL_B] = GP_STRONG,
	[GP_EL_CITE] = GP_EMPHASIS,
	[GP_EL_CODE] = GP_CODE,
	[GP_EL_DEL] = GP_DELETED,
	[GP_EL_DFN] = GP_EMPHASIS,
	[GP_EL_EM] = GP_EMPHASIS,
	[GP_EL_I] = GP_EMPHASIS,
	[GP_EL_INS] = GP_INSERTED,
	[GP_EL_KBD] = GP_CODE,
	[GP_EL_RT] = GP_READING,
	[GP_EL_RTC] = GP_READING,
	[GP_EL_RUBY] = GP_RUBY,
	[GP_EL_S] = GP_DELETED,
	[GP_EL_SAMP] = GP_CODE,
	[GP_EL_STRIKE] = GP_DELETED,
	[GP_EL_STRONG] = GP_STRONG,
	[GP_EL_SUB] = GP_SUBSCRIPT,
	[GP_EL_SUP] = GP_SUPERSCRIPT,
	[GP_EL_TT] = GP_CODE,
	[GP_EL_VAR] = GP_EMPHASIS,
};

/* What its style makes of it where its name makes nothing. */
static const enum gp_kind looks[] = {
	[GP_HTML_LOOK_NONE] = GP_BODY,
	[GP_HTML_LOOK_RAISED] = GP_SUPERSCRIPT,
	[GP_HTML_LOOK_LOWERED] = GP_SUBSCRIPT,
	[GP_HTML_LOOK_STRUCK] = GP_DELETED,
};

static bool
is_block(const struct gp_html_item *item)
{
	return (gp_el_is((enum gp_el)item->el) & GP_EL_BLOCK) != 0;
}

static enum gp_kind
kind_of(const struct gp_html_item *item)
{
	enum gp_kind kind = kinds[item->el];

	if (kind == GP_BODY &&
	    (item->look == GP_HTML_LOOK_STRUCK || !is_block(item)))
		kind = looks[item->look];
	return kind;
}

/* ---- text ---- */

/* What was gathered becomes one node. */
static void
end_text(struct open *o)
{
	struct gp_arena *a = o->tree->arena;
	struct gp_buf *text = &o->tree->text;
	struct gp_node *n, *last = o->nodes[o->n]->last;
	struct gp_str lang;

	if (text->len == 0)
		return;
	lang = gp_str_eq(o->lang, o->own_lang) ? GP_STR("") : o->lang;
	if (last && last->kind == GP_TEXT && gp_str_eq(last->lang, lang)) {
		last->as.text =
			gp_arena_printf(a, "%.*s%.*s", GP_ARG(last->as.text),
		                        GP_ARG(gp_buf_view(text)));
	} else {
		n = gp_node_new_text(a, gp_arena_str(a, gp_buf_view(text)),
		                     (struct gp_span){ 0, 0 });
		if (n)
			n->lang = gp_arena_str(a, lang);
		(void)gp_node_append(o->nodes[o->n], n);
	}
	gp_buf_clear(text);
}

static void
put_text(struct open *o, struct gp_str s)
{
	size_t i = 0, from;

	while (i < s.n) {
		if (gp_is_space(s.p[i])) {
			o->gap = o->begun;
			i++;
			continue;
		}
		for (from = i; i < s.n && !gp_is_space(s.p[i]); i++)
			;
		if (o->gap)
			gp_buf_putc(&o->tree->text, ' ');
		o->gap = false;
		o->begun = true;
		gp_buf_put(&o->tree->text, s.p + from, i - from);
		o->last = s.p[i - 1];
	}
}

/* ---- elements ---- */

/* A power of a power. */
static bool
may_repeat(enum gp_kind kind)
{
	return kind == GP_SUPERSCRIPT || kind == GP_SUBSCRIPT;
}

/* The elements round item `i` that matter, outermost first. */
static size_t
chain_of(const struct gp_html_page *p, unsigned i, unsigned items[DEEPEST])
{
	unsigned up, all[DEEPEST], step = 0;
	uint64_t seen = 0; /* kinds */
	bool in_block = true;
	size_t n = 0, k;

	for (up = p->items[i].parent;
	     up != GP_NO_ITEM && up >= p->best && step++ < FARTHEST;
	     up = p->items[up].parent) {
		enum gp_kind kind = kind_of(&p->items[up]);
		bool goes_on = kind == GP_LINK || kind == GP_DELETED;

		/* Round the block only these still mean something. */
		if (kind != GP_BODY && (in_block || goes_on) &&
		    !(seen & (uint64_t)1 << kind) && n < DEEPEST) {
			all[n++] = up;
			if (!may_repeat(kind))
				seen |= (uint64_t)1 << kind;
		}
		if (is_block(&p->items[up]))
			in_block = false;
	}
	for (k = 0; k < n; k++)
		items[k] = all[n - 1 - k];
	return n;
}

/* What a node takes from its element; false: it comes to nothing. */
static bool
fill_link(struct gp_html_tree *t, struct gp_node *n, unsigned from)
{
	struct gp_str href = gp_flat_attr(t->page->flat, from, GP_N_HREF);

	href = gp_str_trim(href);
	if (gp_html_says_mark(t->page->flat, from))
		n->as.link.jump = GP_JUMP_TO_NOTE;
	if (href.n > 1 && href.n <= LONGEST_ID && href.p[0] == '#')
		n->as.link.target = gp_arena_str(t->arena, href);
	else
		n->as.link.target = gp_html_address(t->page->html, href);
	return n->as.link.target.n > 0;
}

static bool
fill_abbreviation(struct gp_html_tree *t, struct gp_node *n, unsigned from)
{
	struct gp_buf expansion = { .max = 0 };

	gp_collapse(gp_flat_attr(t->page->flat, from, GP_N_TITLE), &expansion);
	n->as.abbreviation.expansion = gp_arena_buf(t->arena, &expansion);
	return n->as.abbreviation.expansion.n > 0;
}

/* Kinds without a row take nothing. */
static bool (*const fillers[GP_KIND_COUNT])(struct gp_html_tree *t,
                                            struct gp_node *n,
                                            unsigned from) = {
	[GP_LINK] = fill_link,
	[GP_ABBREVIATION] = fill_abbreviation,
};

static struct gp_node *
open_node(struct gp_html_tree *t, const struct gp_node *outer, unsigned i)
{
	enum gp_kind kind = kind_of(&t->page->items[i]);
	struct gp_node *n;

	if (!gp_kind_holds(outer->kind, kind))
		return NULL;
	n = gp_node_new(t->arena, kind, (struct gp_span){ 0, 0 });
	if (n && fillers[kind] && !fillers[kind](t, n, i))
		return NULL;
	return n;
}

/* An element that comes to nothing keeps its place, as its parent. */
static void
open_chain(struct open *o, const unsigned *items, size_t n)
{
	size_t same = 0;

	while (same < n && same < o->n && o->items[same + 1] == items[same])
		same++;
	if (same == n && same == o->n)
		return;
	/* White space belongs outside of what ends and of what begins. */
	if (o->nodes[o->n] != o->nodes[same])
		end_text(o);
	o->n = same;
	if (o->gap)
		gp_buf_putc(&o->tree->text, ' ');
	o->gap = false;
	while (o->n < n) {
		struct gp_node *outer = o->nodes[o->n];
		struct gp_node *node = open_node(o->tree, outer, items[o->n]);

		if (node)
			end_text(o);
		o->n++;
		o->items[o->n] = items[o->n - 1];
		o->nodes[o->n] =
			node && gp_node_append(outer, node) ? node : outer;
	}
}

/* ---- what was struck out, and what stands for it ---- */

static bool
is_open(const struct open *o, enum gp_kind kind)
{
	size_t k;

	for (k = 1; k <= o->n; k++)
		if (o->nodes[k]->kind == kind)
			return true;
	return false;
}

static bool
is_among(const struct gp_html_page *p, const unsigned *items, size_t n,
         enum gp_kind kind)
{
	size_t k;

	for (k = 0; k < n; k++)
		if (kind_of(&p->items[items[k]]) == kind)
			return true;
	return false;
}

/* A word or a sum, of a script that sets them apart. */
static bool
begins_word(struct gp_str s)
{
	size_t i = 0;
	uint32_t c = s.n ? gp_utf8_next(s, &i) : 0;

	return c < FIRST_SPACELESS &&
	       (gp_is_word_char(c) || uc_is_property_currency_symbol(c));
}

/* Whether a word ends with a deletion, or before it, though nothing says so:
   "<del>£12m</del><ins>£14m</ins>", but not in the middle of one that was
   mended, "colo<ins>u</ins>r". */
static bool
edit_parts(struct open *o, struct gp_str s, const unsigned *items, size_t n)
{
	const struct gp_html_page *p = o->tree->page;
	bool was_struck = is_open(o, GP_DELETED);
	bool was_new = is_open(o, GP_INSERTED);
	bool is_struck = is_among(p, items, n, GP_DELETED);
	bool is_new = is_among(p, items, n, GP_INSERTED);

	if (!was_struck && !was_new)
		o->edits_word = !o->begun || o->gap ||
		                !(gp_is_alnum(o->last) || (o->last & 0x80));
	if (!(was_struck && !is_struck) && !(was_new && is_struck))
		return false;
	return o->edits_word && begins_word(s) &&
	       (is_new || was_new ||
	        !(gp_is_alpha(o->last) && gp_is_lower(s.p[0])));
}

/* White space between two languages is the block's if one of them is, else it
   goes before. */
static void
change_lang(struct open *o, struct gp_str lang)
{
	struct gp_buf *text = &o->tree->text;
	bool before = !gp_str_eq(lang, o->own_lang);

	if (gp_str_eq(lang, o->lang))
		return;
	if (o->gap && text->len && before)
		gp_buf_putc(text, ' ');
	o->gap = o->gap && !(text->len && before);
	if (text->len != 1 || text->data[0] != ' ')
		end_text(o);
	o->lang = lang;
}

static void
add_text(struct open *o, unsigned i)
{
	const struct gp_html_item *item = &o->tree->page->items[i];
	struct gp_str s = gp_flat_text(o->tree->page->flat, i);
	unsigned items[DEEPEST];
	size_t n;

	if (item->bytes == 0) {
		put_text(o, s);
		return;
	}
	n = chain_of(o->tree->page, i, items);
	if ((s.n && gp_is_space(s.p[0])) ||
	    gp_html_page_words_meet(o->tree->page, i) ||
	    edit_parts(o, s, items, n))
		o->gap = o->begun;
	open_chain(o, items, n);
	change_lang(o, gp_html_tree_lang(o->tree, item->parent));
	while (s.n && gp_is_space(s.p[0]))
		s = gp_str_sub(s, 1, s.n);
	put_text(o, s);
}

/* In its place, as it would be typed. */
static void
add_formula(struct open *o, unsigned i)
{
	unsigned items[DEEPEST];
	struct gp_buf formula = { .max = GP_MAX_LINE_BYTES };

	open_chain(o, items, chain_of(o->tree->page, i, items));
	gp_html_formula(o->tree->page->flat, i, &formula);
	put_text(o, gp_buf_view(&formula));
	gp_buf_inherit(&o->tree->text, &formula);
	gp_buf_free(&formula);
}

/* A picture of a formula says what it shows. */
static void
add_formula_picture(struct open *o, unsigned i)
{
	unsigned items[DEEPEST];

	open_chain(o, items, chain_of(o->tree->page, i, items));
	put_text(o, gp_flat_attr(o->tree->page->flat, i, GP_N_ALT));
}

/* At the very end of a block a break has nothing to part. */
static void
add_break(struct open *o, unsigned i, unsigned to)
{
	const struct gp_html_page *p = o->tree->page;
	unsigned k;

	for (k = i + 1; k < to && p->items[k].bytes == 0; k++)
		;
	if (!o->begun || k >= to)
		return;
	end_text(o);
	(void)gp_node_append(o->nodes[o->n],
	                     gp_node_new(o->tree->arena, GP_BREAK,
	                                 (struct gp_span){ 0, 0 }));
	o->gap = false;
	o->begun = false;
}

/* ---- quotations ---- */

static void
add_mark(struct open *o, const char *mark)
{
	if (o->gap)
		gp_buf_putc(&o->tree->text, ' ');
	o->gap = false;
	o->begun = true;
	gp_buf_puts(&o->tree->text, mark);
	o->last = '"';
}

static bool
has_marks(const struct gp_html_page *p, unsigned i)
{
	struct gp_str s = gp_html_text_of(p, i + 1);
	size_t at = 0;
	uint32_t c = s.n ? gp_utf8_next(s, &at) : 0;

	return c != '\'' && uc_is_property_quotation_mark(c);
}

/* <q> is the only element whose marks are not in the text: they are of the
   language round it, the outer and the inner ones by turns. */
static void
begin_quote(struct open *o, unsigned i, unsigned to)
{
	const struct gp_html_page *p = o->tree->page;
	struct gp_str lang = gp_html_tree_lang(o->tree, p->items[i].parent);
	struct gp_quote_marks marks =
		gp_quote_marks(lang.n ? lang : o->tree->lang, o->quotes);

	if (!p->items[i].bytes || p->items[i].end > to || has_marks(p, i) ||
	    o->quotes == sizeof o->open_quotes / sizeof *o->open_quotes)
		return;
	change_lang(o, lang);
	add_mark(o, marks.open);
	o->open_quotes[o->quotes++] =
		(struct open_quote){ p->items[i].end, lang, marks.close };
}

static void
end_quotes(struct open *o, unsigned i)
{
	const struct open_quote *q;

	while (o->quotes && i >= o->open_quotes[o->quotes - 1].end) {
		q = &o->open_quotes[--o->quotes];
		change_lang(o, q->lang);
		add_mark(o, q->mark);
	}
}

/* Blocks in a cell stand on lines of their own, elsewhere a space parts
   them. */
static void
part_blocks(struct open *o, unsigned i, unsigned to)
{
	if (o->nodes[0]->kind == GP_CELL)
		add_break(o, i, to);
	else
		o->gap = o->begun;
}

/* True when a label or a bullet is typed before the words of item `i`, which
   has some. */
static bool
is_labelled(const struct gp_html_page *p, unsigned i)
{
	unsigned end = p->items[i].end;
	struct gp_str s;

	while (i + 1 < end && (!p->items[i].is_text || p->items[i].bytes == 0))
		i++;
	s = gp_html_text_of(p, i);
	return s.n && !gp_is_alpha(s.p[0]) && s.p[0] != '"' && s.p[0] != '\'';
}

/* An item of a list in a cell keeps its number, in words. */
static void
add_label(struct open *o, unsigned i)
{
	struct gp_html_tree *t = o->tree;
	const struct gp_html_page *p = t->page;
	unsigned list = p->items[i].parent, items[DEEPEST];

	if (o->nodes[0]->kind != GP_CELL || p->items[i].el != GP_EL_LI ||
	    p->items[i].bytes == 0 || is_labelled(p, i))
		return;
	if (p->items[list].el == GP_EL_OL && t->labels[i].n == 0)
		gp_html_list_labels(p, list, t->arena, t->labels);
	open_chain(o, items, chain_of(p, i, items));
	put_text(o, t->labels[i].n ? t->labels[i] : GP_STR("\u2022"));
	gp_buf_putc(&t->text, ' ');
	o->begun = false;
}

/* Leaves the blocks that end before item `i`: the one that is left then, or
   GP_NO_ITEM. */
static unsigned
leave_blocks(struct open *o, unsigned block, unsigned i, unsigned to)
{
	const struct gp_html_page *p = o->tree->page;

	while (block != GP_NO_ITEM && i >= p->items[block].end) {
		part_blocks(o, i - 1, to);
		do
			block = p->items[block].parent;
		while (block != GP_NO_ITEM && !is_block(&p->items[block]));
	}
	return block;
}

/* The brackets round a reading are made anew, a formula is read whole. */
static bool
is_unread(const struct gp_html_item *item)
{
	return item->is_skipped || item->el == GP_EL_MATH ||
	       (item->el == GP_EL_RP && item->words == 0);
}

static void
begin_block(struct open *o, unsigned i, unsigned to)
{
	part_blocks(o, i, to);
	add_label(o, i);
}

/* One item among others, of the block at hand. */
static void
add_item(struct open *o, unsigned i, unsigned to)
{
	const struct gp_html_page *p = o->tree->page;
	const struct gp_html_item *item = &p->items[i];

	if (item->is_text)
		add_text(o, i);
	else if (item->el == GP_EL_MATH && !item->is_skipped)
		add_formula(o, i);
	else if (item->el == GP_EL_IMG && gp_html_is_formula_picture(p, i))
		add_formula_picture(o, i);
	else if (item->el == GP_EL_BR)
		add_break(o, i, to);
	else if (is_block(item))
		begin_block(o, i, to);
	else if (gp_html_page_parts_words(item))
		o->gap = o->begun;
	else if (item->el == GP_EL_Q)
		begin_quote(o, i, to);
}

void
gp_html_tree_inline(struct gp_html_tree *t, struct gp_node *parent,
                    unsigned from, unsigned to)
{
	struct open o = { .tree = t, .nodes = { parent } };
	const struct gp_html_page *p = t->page;
	unsigned i = gp_html_formula_round(p, from), block = GP_NO_ITEM;

	if (!parent)
		return;
	o.own_lang = gp_html_tree_lang(t, from);
	o.lang = o.own_lang;
	if (parent->kind != GP_CELL && parent->kind != GP_CAPTION)
		o.own_lang = parent->lang.n ? parent->lang : o.own_lang;
	while (i < to) {
		block = leave_blocks(&o, block, i, to);
		end_quotes(&o, i);
		add_item(&o, i, to);
		if (is_block(&p->items[i]))
			block = i;
		i = is_unread(&p->items[i]) ? p->items[i].end : i + 1;
	}
	end_quotes(&o, to);
	end_text(&o);
}
