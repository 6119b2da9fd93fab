/* A block has one line of its own and says where in the page it is from; its
   frames are made once an item, so that neighbours in one list share it.
   Which leaves become blocks is not asked here. */
#include "import/html/tree/html_tree.h"
#include "import/html/tree/html_list.h"

#include "base/text/lang.h"
#include "base/vec.h"

#include <string.h>

enum {
	DEEPEST = 16,       /* lists and quotes in one another */
	LAYOUT_WORDS = 120, /* of one item, if it is half of the article */
};

/* ---- blocks ---- */

struct gp_draft_block *
gp_html_tree_block(struct gp_html_tree *t, struct gp_str raw, unsigned i)
{
	const struct gp_html_item *item = &t->page->items[i];
	struct gp_draft *draft = t->draft;
	struct gp_draft_block *b = gp_draft_add(draft);
	unsigned line;

	if (!b)
		return NULL;
	if (!gp_draft_line_room(draft))
		return NULL;
	b->raw = gp_arena_str(t->arena, raw);
	draft->lines[draft->n_lines] = b->raw;
	line = (unsigned)++draft->n_lines;
	b->at = (struct gp_span){ line, line };
	b->gap = 1;
	b->path = gp_arena_printf(t->arena, "(//body//%s)[%u]",
	                          gp_el_name((enum gp_el)item->el), item->nth);
	return b;
}

struct gp_node *
gp_html_tree_hint(struct gp_html_tree *t, struct gp_draft_block *b,
                  enum gp_kind kind, unsigned i)
{
	struct gp_node *n;

	if (!b)
		return NULL;
	n = gp_node_new(t->arena, kind, b->at);
	if (!n)
		return NULL;
	n->path = b->path;
	n->lang = gp_arena_str(t->arena, gp_html_tree_lang(t, i));
	b->has_hint = true;
	b->hint = kind;
	b->tree = n;
	b->in = gp_html_tree_frame(t, i);
	if (kind == GP_TERM && b->in)
		b->in = b->in->in;
	if (kind == GP_FIGURE)
		t->at[i] = n;
	return n;
}

/* ---- figures ---- */

unsigned
gp_html_captioned(const struct gp_html_tree *t, unsigned i)
{
	return t->captioned && i != GP_NO_ITEM ? t->captioned[i] : GP_NO_ITEM;
}

enum gp_html_figure
gp_html_figure_kind(const struct gp_html_tree *t, unsigned figure)
{
	return t->figures && figure != GP_NO_ITEM
	               ? (enum gp_html_figure)t->figures[figure]
	               : GP_HTML_FIGURE_PLAIN;
}

/* ---- languages ---- */

struct gp_str
gp_html_tree_lang(const struct gp_html_tree *t, unsigned i)
{
	unsigned at = t->page->items[i].lang;
	struct gp_str lang;

	if (at == GP_NO_ITEM)
		return GP_STR("");
	lang = gp_html_page_lang(t->page->flat, at);
	if (!gp_lang_ok(lang) || gp_str_eq_nocase(lang, t->lang))
		return GP_STR("");
	return lang;
}

/* ---- what blocks stand in ---- */

/* A figure that is too much of the article was not called an exhibit. */
static bool
is_exhibit(const struct gp_html_tree *t, unsigned i)
{
	return t->page->items[i].el == GP_EL_FIGURE &&
	       gp_html_captioned(t, i) == i &&
	       gp_html_figure_kind(t, i) == GP_HTML_FIGURE_EXHIBIT;
}

static bool
is_list_item(unsigned char el)
{
	return el == GP_EL_LI || el == GP_EL_DT || el == GP_EL_DD;
}

/* A list or a quote that is a way of laying the page out. */
static bool
is_layout(const struct gp_html_page *p, unsigned i)
{
	unsigned words = p->items[i].words;

	return words > LAYOUT_WORDS && words * 2 > p->items[p->best].words;
}

/* What a list or an item carries. */
static void
fill_frame(struct gp_html_tree *t, struct gp_draft_frame *f, unsigned i)
{
	bool ordered = t->page->items[i].el == GP_EL_OL;

	if (f->node.kind == GP_ITEM)
		f->node.as.item.label = t->labels[i];
	f->is_said = f->node.as.item.label.n > 0 && f->node.kind == GP_ITEM &&
	             gp_html_list_has_sign(t->page, i);
	if (f->node.kind != GP_LIST)
		return;
	f->node.as.list.ordered = ordered;
	if (ordered)
		gp_html_list_labels(t->page, i, t->arena, t->labels);
}

static const struct gp_draft_frame *
frame(struct gp_html_tree *t, unsigned i, enum gp_kind kind,
      const struct gp_draft_frame *in)
{
	struct gp_draft_frame *f = t->frames[i];

	if (f && f->node.kind == kind && f->in == in)
		return f;
	f = gp_arena_alloc(t->arena, sizeof *f);
	if (!f)
		return in;
	f->node.kind = kind;
	fill_frame(t, f, i);
	f->in = in;
	t->frames[i] = f;
	return f;
}

/* What a <dt> or a <dd> is.  Each list is asked once. */
static enum gp_html_terms
terms_of(struct gp_html_tree *t, unsigned i)
{
	unsigned list = gp_html_list_of(t->page, i);

	if (t->terms[list] == GP_HTML_TERMS_UNKNOWN)
		t->terms[list] =
			(unsigned char)gp_html_list_terms(t->page, list);
	return (enum gp_html_terms)t->terms[list];
}

/* An item without a list makes one of its parent.  What stands in a term and is
   no words is set under it. */
static const struct gp_draft_frame *
item_frame(struct gp_html_tree *t, unsigned i, const struct gp_draft_frame *in)
{
	unsigned list = gp_html_list_of(t->page, i);

	if (t->page->items[i].el == GP_EL_LI) {
		in = frame(t, list, GP_LIST, in);
		return frame(t, i, GP_ITEM, in);
	}
	if (terms_of(t, i) == GP_HTML_TERMS_BLANK)
		return in;
	in = frame(t, list, GP_TERMS, in);
	return frame(t, i, GP_MEANING, in);
}

static bool
has_frame(const struct gp_html_tree *t, unsigned i)
{
	return is_list_item(t->page->items[i].el) ||
	       t->page->items[i].el == GP_EL_BLOCKQUOTE || is_exhibit(t, i);
}

const struct gp_draft_frame *
gp_html_tree_frame(struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;
	const struct gp_draft_frame *in = NULL;
	unsigned chain[DEEPEST], up, n = 0;

	for (up = i; up != GP_NO_ITEM && up > p->best && n < DEEPEST;
	     up = p->items[up].parent)
		if (has_frame(t, up))
			chain[n++] = up;
	while (n-- > 0) {
		up = chain[n];
		if (is_layout(p, up))
			continue;
		if (is_list_item(p->items[up].el))
			in = item_frame(t, up, in);
		else if (p->items[up].el == GP_EL_FIGURE)
			in = frame(t, up, GP_EXHIBIT, in);
		else
			in = frame(t, up, GP_QUOTE, in);
	}
	return in;
}

bool
gp_html_tree_in_term(struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;

	while (i != GP_NO_ITEM && i > p->best && !has_frame(t, i))
		i = p->items[i].parent;
	return i != GP_NO_ITEM && i > p->best && p->items[i].el == GP_EL_DT &&
	       !is_layout(p, i) && terms_of(t, i) == GP_HTML_TERMS;
}

/* ---- code ---- */

/* A block in code begins a line, unless one was begun before it. */
static void
begin_line(struct gp_buf *text, bool *open)
{
	if (text->len > 0 && (!*open || text->data[text->len - 1] != '\n'))
		gp_buf_putc(text, '\n');
	*open = false;
}

void
gp_html_tree_verbatim(struct gp_html_tree *t, struct gp_node *parent,
                      unsigned from, unsigned to)
{
	const struct gp_html_page *p = t->page;
	struct gp_str s;
	unsigned i = from;
	bool open = true; /* there is something of the line at hand */

	gp_buf_clear(&t->text);
	while (i < to) {
		const struct gp_html_item *item = &p->items[i];

		if (item->is_text) {
			gp_buf_str(&t->text, gp_flat_text(p->flat, i));
			open |= gp_flat_text(p->flat, i).n > 0;
		} else if (item->el == GP_EL_BR) {
			gp_buf_putc(&t->text, '\n');
			open = true;
		} else if (item->in_code && gp_html_is_block(item)) {
			begin_line(&t->text, &open);
		}
		i = item->is_skipped ? item->end : i + 1;
	}
	s = gp_buf_view(&t->text);
	while (s.n && gp_is_space(s.p[s.n - 1]))
		s.n--;
	while (s.n && s.p[0] == '\n')
		s = gp_str_sub(s, 1, s.n);
	(void)gp_node_append(
		parent, gp_node_new_text(t->arena, gp_arena_str(t->arena, s),
	                                 (struct gp_span){ 0, 0 }));
	gp_buf_clear(&t->text);
}
