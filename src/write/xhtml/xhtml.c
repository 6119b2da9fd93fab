/* The body of a document as XHTML: see xhtml.h.  A kind is a row of the table
   at the foot.  It knows nothing of pages, packs or files. */
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/node_words.h"
#include "model/plain_marks.h"
#include "model/walk.h"
#include "write/xhtml/page_break.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml_anchors.h"
#include "write/xhtml/xhtml_cell.h"
#include "write/xhtml/xhtml_figure.h"
#include "write/xhtml/xhtml_list.h"
#include "write/xhtml/xhtml_table.h"

enum { TOP_LEVEL = 1, LOWEST_LEVEL = 6 };

struct xhtml_making {
	struct gp_xml *x;
	const struct gp_xhtml_options *o;
	size_t headings;
	int last_level;
	const struct gp_node *link;  /* the open one: links do not nest */
	struct gp_xhtml_table table; /* the open one: tables do not nest */
	bool skip;   /* set by an enter function: not the children */
	size_t mark; /* the next one */
	struct gp_buf scratch;
};

struct xhtml_row {
	const char *element; /* NULL: enter and leave see to it */
	void (*enter)(struct xhtml_making *h, const struct gp_node *n);
	void (*leave)(struct xhtml_making *h, const struct gp_node *n);
	bool empty; /* the element is void */
	bool apart; /* marks of pages stand before it, not in it */
	bool open;  /* a line end after its start tag */
	bool line;  /* a line end after it */
	bool turns; /* stands on the side that its letters begin at */
};

static const struct xhtml_row rows[GP_KIND_COUNT];

static void
write_children(struct xhtml_making *h, const struct gp_node *root);

static void
line_end(struct xhtml_making *h)
{
	gp_xml_text(h->x, GP_STR("\n"));
}

static void
language(struct xhtml_making *h, const struct gp_node *n)
{
	if (n->lang.n == 0 || !gp_lang_ok(n->lang)) {
		if (rows[n->kind].turns)
			gp_xhtml_turn(h->x, gp_node_side(n));
		return;
	}
	gp_xml_attr(h->x, "lang", n->lang);
	if (!h->o->plain)
		gp_xml_attr(h->x, "xml:lang", n->lang);
	gp_xhtml_turn(h->x,
	              gp_lang_is_rtl(n->lang) ? GP_SIDE_RTL : GP_SIDE_LTR);
}

static void
open_element(struct xhtml_making *h, const char *element,
             const struct gp_node *n)
{
	gp_xml_open(h->x, element);
	/* A heading has an id of its own already. */
	if (h->o->anchors && n->kind != GP_HEADING)
		gp_xhtml_place(h->x, n);
	language(h, n);
}

static void
open_class(struct xhtml_making *h, const char *element, const char *class)
{
	gp_xml_open(h->x, element);
	if (!h->o->plain)
		gp_xml_attrz(h->x, "class", class);
}

/* ---- pages of the print ---- */

/* The next mark, when it is of this node; NULL else. */
static const struct gp_xhtml_mark *
mark_of(const struct xhtml_making *h, const struct gp_node *n)
{
	const struct gp_xhtml_mark *m;

	if (h->mark >= h->o->n_marks)
		return NULL;
	m = &h->o->marks[h->mark];
	return m->node == n ? m : NULL;
}

static void
put_marks(struct xhtml_making *h, const struct gp_node *n)
{
	for (; mark_of(h, n); h->mark++)
		gp_xhtml_page(h->x, h->o->marks[h->mark].number);
}

/* The bytes of a text node, and the marks that stand before or within. */
static void
put_text(struct xhtml_making *h, const struct gp_node *n, size_t from,
         size_t to)
{
	const struct gp_xhtml_mark *m;

	while ((m = mark_of(h, n)) != NULL && m->at < to) {
		size_t at = m->at > from ? m->at : from;

		gp_xml_text(h->x, gp_str_sub(gp_node_text(n), from, at));
		gp_xhtml_page(h->x, m->number);
		from = at;
		h->mark++;
	}
	gp_xml_text(h->x, gp_str_sub(gp_node_text(n), from, to));
}

/* ---- blocks ---- */

static void
paragraph_class(struct xhtml_making *h, const struct gp_node_paragraph *p)
{
	bool speech = p->speech != GP_NO_SPEECH;

	if (h->o->plain || (!speech && !p->leads_to_sections))
		return;
	if (speech && p->leads_to_sections)
		gp_xml_attrz(h->x, "class", "speech lead-in");
	else
		gp_xml_attrz(h->x, "class", speech ? "speech" : "lead-in");
}

static void
enter_paragraph(struct xhtml_making *h, const struct gp_node *n)
{
	paragraph_class(h, gp_node_paragraph(n));
	if (!n->prev && n->parent && gp_xhtml_has_label(n->parent))
		gp_xhtml_label(h->x, n->parent, h->o->plain);
}

static void
heading_id(struct xhtml_making *h)
{
	h->headings++;
	if (!h->o->prefix || h->o->plain)
		return;
	gp_buf_clear(&h->scratch);
	gp_buf_printf(&h->scratch, "%s%zu", h->o->prefix, h->headings);
	gp_xml_attr(h->x, "id", gp_buf_view(&h->scratch));
}

/* A heading without words leads nowhere: it is a paragraph.  It counts. */
static void
enter_heading(struct xhtml_making *h, const struct gp_node *n)
{
	static const char *const elements[] = { "h1", "h2", "h3",
		                                "h4", "h5", "h6" };
	struct gp_str label = gp_node_label(n);
	int level;

	if (label.n == 0 && gp_node_is_blank(n)) {
		h->headings++;
		put_marks(h, n);
		open_element(h, "p", n);
		return;
	}
	level = gp_heading_shown(&h->last_level, gp_node_heading(n)->level) +
	        h->o->heading_shift;
	if (level < TOP_LEVEL)
		level = TOP_LEVEL;
	if (level > LOWEST_LEVEL)
		level = LOWEST_LEVEL;
	put_marks(h, n);
	open_element(h, elements[level - 1], n);
	heading_id(h);
	if (h->o->anchors)
		gp_xhtml_place_within(h->x, n);
	if (label.n == 0)
		return;
	if (h->o->plain) {
		gp_xml_text(h->x, label);
	} else {
		open_class(h, "span", "label");
		gp_xml_text(h->x, label);
		gp_xml_close_full(h->x);
	}
	gp_xml_text(h->x, GP_STR(" "));
}

static void
leave_element(struct xhtml_making *h, const struct gp_node *n)
{
	(void)n;
	gp_xml_close_full(h->x);
}

/* ---- lists ---- */

static void
enter_list(struct xhtml_making *h, const struct gp_node *n)
{
	if (h->o->anchors && gp_xhtml_holds_notes(n))
		gp_xhtml_endnotes(h->x);
	open_element(h, gp_xhtml_list_element(n, h->o->plain), n);
	gp_xhtml_list(h->x, n, h->o->plain);
}

static void
leave_list(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xml_close_full(h->x);
	if (h->o->anchors && gp_xhtml_holds_notes(n))
		gp_xml_close_full(h->x);
}

/* A label stands in the first paragraph, or makes one. */
static void
enter_item(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xhtml_item(h->x, n);
	if (!gp_xhtml_has_label(n) ||
	    (n->first && n->first->kind == GP_PARAGRAPH))
		return;
	gp_xml_open(h->x, "p");
	gp_xhtml_label(h->x, n, h->o->plain);
	gp_xml_close_full(h->x);
}

static void
enter_terms(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xhtml_begin_terms(h->x, n);
}

static void
leave_terms(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xhtml_end_terms(h->x, n);
}

/* ---- tables and figures ---- */

/* HTML wants one caption and wants it first. */
static void
enter_table(struct xhtml_making *h, const struct gp_node *n)
{
	const struct gp_node *c;
	bool begun = false;

	gp_xhtml_table_begin(h->x, n, &h->table, h->o->boxes, h->o->labels);
	open_element(h, "table", n);
	line_end(h);
	for (c = n->first; c; c = c->next) {
		if (c->kind != GP_CAPTION)
			continue;
		if (begun)
			gp_xml_text(h->x, GP_STR(" "));
		else
			open_element(h, "caption", c);
		begun = true;
		write_children(h, c);
	}
	if (begun) {
		gp_xml_close_full(h->x);
		line_end(h);
	}
}

static void
leave_table(struct xhtml_making *h, const struct gp_node *n)
{
	(void)n;
	gp_xhtml_table_end(h->x, &h->table, h->o->boxes);
}

static void
enter_row(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xhtml_table_row(h->x, n, &h->table);
	open_element(h, "tr", n);
}

static void
enter_cell(struct xhtml_making *h, const struct gp_node *n)
{
	open_element(h, gp_xhtml_cell_element(n), n);
	gp_xhtml_cell(h->x, n, h->table.part == GP_XHTML_HEAD, h->o->plain);
	if (h->o->boxes)
		gp_xhtml_table_cell(h->x, n, &h->table);
}

/* The address of the picture; "" when it cannot be shown. */
static struct gp_str
picture(struct xhtml_making *h, const struct gp_node *figure)
{
	gp_buf_clear(&h->scratch);
	if (h->o->picture)
		return h->o->picture(h->o->user, figure);
	if (!h->o->plain ||
	    !gp_url(gp_node_figure(figure)->image, &h->scratch) ||
	    !gp_web_scheme(gp_buf_view(&h->scratch)))
		return GP_STR("");
	return gp_buf_view(&h->scratch);
}

static void
enter_figure(struct xhtml_making *h, const struct gp_node *n)
{
	struct gp_str src = picture(h, n);

	line_end(h);
	gp_xhtml_figure(h->x, n, src, h->o->plain, h->o->labels);
	line_end(h);
}

/* A table has written its captions already. */
static void
enter_caption(struct xhtml_making *h, const struct gp_node *n)
{
	if (n->parent->kind == GP_TABLE)
		h->skip = true;
	else
		open_element(h, gp_xhtml_caption_element(n), n);
}

static void
leave_caption(struct xhtml_making *h, const struct gp_node *n)
{
	if (n->parent->kind == GP_TABLE)
		return;
	gp_xml_close_full(h->x);
	line_end(h);
}

static void
enter_code_block(struct xhtml_making *h, const struct gp_node *n)
{
	(void)n;
	gp_xml_open(h->x, "code");
}

/* ---- inline ---- */

/* The label that a paragraph opens with, when it lies within this text. */
static size_t
run_in(const struct xhtml_making *h, const struct gp_node *n)
{
	size_t label = gp_node_paragraph(n->parent)->run_in;

	if (h->o->plain || n->prev)
		return 0;
	return label <= gp_node_text(n).n ? label : 0;
}

static void
enter_text(struct xhtml_making *h, const struct gp_node *n)
{
	size_t label = run_in(h, n);
	bool foreign = n->lang.n && gp_lang_ok(n->lang);

	if (foreign)
		open_element(h, "span", n);
	if (label) {
		open_class(h, "span", "run-in");
		put_text(h, n, 0, label);
		gp_xml_close_full(h->x);
	}
	put_text(h, n, label, gp_node_text(n).n);
	put_marks(h, n);
	if (foreign)
		gp_xml_close_full(h->x);
}

/* A link to a place of the same document; false when it is another one. */
static bool
enter_jump(struct xhtml_making *h, const struct gp_node *n)
{
	if (gp_node_link(n)->jump == GP_NO_JUMP)
		return false;
	if (!h->o->anchors)
		return true;
	h->link = n;
	open_element(h, "a", n);
	gp_xhtml_jump(h->x, n);
	return true;
}

static void
enter_link(struct xhtml_making *h, const struct gp_node *n)
{
	if (!h->link && enter_jump(h, n))
		return;
	gp_buf_clear(&h->scratch);
	if (h->link || !gp_url(gp_node_link(n)->target, &h->scratch))
		return;
	h->link = n;
	open_element(h, "a", n);
	gp_xml_attr(h->x, "href", gp_buf_view(&h->scratch));
	if (!n->first)
		gp_xml_text(h->x, gp_buf_view(&h->scratch));
}

static void
leave_link(struct xhtml_making *h, const struct gp_node *n)
{
	if (h->link != n)
		return;
	h->link = NULL;
	gp_xml_close_full(h->x);
}

static void
enter_abbreviation(struct xhtml_making *h, const struct gp_node *n)
{
	struct gp_str expansion = gp_node_abbreviation(n)->expansion;

	if (expansion.n)
		gp_xml_attr(h->x, "title", expansion);
}

/* One of the brackets round a reading, for who cannot show it over its word. */
static void
put_bracket(struct xhtml_making *h, const struct gp_node *n, bool before)
{
	struct gp_reading_marks marks;

	gp_buf_clear(&h->scratch);
	gp_node_words(n, &h->scratch);
	marks = gp_reading_marks(gp_buf_view(&h->scratch));
	gp_xml_open(h->x, "rp");
	gp_xml_text(h->x, before ? marks.before : marks.after);
	gp_xml_close_full(h->x);
}

static void
enter_reading(struct xhtml_making *h, const struct gp_node *n)
{
	put_bracket(h, n, true);
	open_element(h, "rt", n);
}

static void
leave_reading(struct xhtml_making *h, const struct gp_node *n)
{
	gp_xml_close_full(h->x);
	put_bracket(h, n, false);
}

/* ---- the walk ---- */

static const struct xhtml_row rows[GP_KIND_COUNT] = {
	[GP_BODY] = { .element = NULL },
	[GP_PARAGRAPH] = { "p", .enter = enter_paragraph, .line = true,
	                   .turns = true },
	[GP_HEADING] = { .enter = enter_heading,
	                 .leave = leave_element,
	                 .line = true,
	                 .turns = true },
	[GP_LIST] = { .enter = enter_list,
	              .leave = leave_list,
	              .open = true,
	              .line = true,
	              .turns = true },
	[GP_ITEM] = { "li", .enter = enter_item, .open = true, .line = true,
	              .turns = true },
	[GP_TERMS] = { "dl", .enter = enter_terms, .leave = leave_terms,
	               .open = true, .line = true, .turns = true },
	[GP_TERM] = { "dt", .line = true, .turns = true },
	[GP_MEANING] = { "dd", .open = true, .line = true, .turns = true },
	[GP_QUOTE] = { "blockquote", .open = true, .line = true,
	               .turns = true },
	[GP_TABLE] = { .enter = enter_table,
	               .leave = leave_table,
	               .turns = true },
	[GP_ROW] = { .enter = enter_row,
	             .leave = leave_element,
	             .open = true,
	             .line = true },
	[GP_CELL] = { .enter = enter_cell,
	              .leave = leave_element,
	              .line = true },
	[GP_FIGURE] = { "figure", .enter = enter_figure, .apart = true,
	                .line = true },
	[GP_CAPTION] = { .enter = enter_caption,
	                 .leave = leave_caption,
	                 .turns = true },
	[GP_EXHIBIT] = { "figure", .open = true, .line = true },
	[GP_CODE_BLOCK] = { "pre", .enter = enter_code_block,
	                    .leave = leave_element, .line = true,
	                    .turns = true },
	[GP_RULE] = { "hr", .empty = true, .apart = true, .line = true },
	[GP_TEXT] = { .enter = enter_text },
	[GP_EMPHASIS] = { "em", .line = false },
	[GP_STRONG] = { "strong", .line = false },
	[GP_LINK] = { .enter = enter_link, .leave = leave_link },
	[GP_ABBREVIATION] = { "abbr", .enter = enter_abbreviation },
	[GP_CODE] = { "code", .line = false },
	[GP_SUPERSCRIPT] = { "sup", .line = false },
	[GP_SUBSCRIPT] = { "sub", .line = false },
	[GP_DELETED] = { "del", .line = false },
	[GP_INSERTED] = { "ins", .line = false },
	[GP_RUBY] = { "ruby", .line = false },
	[GP_READING] = { .enter = enter_reading, .leave = leave_reading },
	[GP_BREAK] = { "br", .empty = true, .apart = true },
};

static void
enter_node(struct xhtml_making *h, const struct gp_node *n)
{
	const struct xhtml_row *row = &rows[n->kind];

	if (row->apart)
		put_marks(h, n);
	if (row->element)
		open_element(h, row->element, n);
	if (row->enter)
		row->enter(h, n);
	if (!row->apart && n->kind != GP_TEXT)
		put_marks(h, n);
	if (row->open)
		line_end(h);
}

static void
leave_node(struct xhtml_making *h, const struct gp_node *n)
{
	const struct xhtml_row *row = &rows[n->kind];

	if (h->o->anchors)
		gp_xhtml_end_note(h->x, n);
	if (row->leave)
		row->leave(h, n);
	if (row->element && row->empty)
		gp_xml_close(h->x);
	else if (row->element)
		gp_xml_close_full(h->x);
	if (row->line)
		line_end(h);
}

static void
write_children(struct xhtml_making *h, const struct gp_node *root)
{
	struct gp_walk w = gp_walk_from(root);

	while (gp_walk_next(&w)) {
		if (w.node == root)
			continue;
		if (w.event == GP_LEAVE)
			leave_node(h, w.node);
		else
			enter_node(h, w.node);
		if (h->skip)
			gp_walk_skip(&w);
		h->skip = false;
	}
}

static void
write_tree(struct gp_xml *x, const struct gp_node *root,
           const struct gp_xhtml_options *o)
{
	struct xhtml_making h = { .x = x, .o = o, .last_level = TOP_LEVEL };

	write_children(&h, root);
	for (; h.mark < o->n_marks; h.mark++)
		gp_xhtml_page(x, o->marks[h.mark].number);
	gp_xml_need_buf(x, &h.scratch);
	gp_xml_need_buf(x, &h.table.words);
	gp_buf_free(&h.scratch);
	gp_xhtml_table_free(&h.table);
}

void
gp_xhtml_body(struct gp_xml *x, const struct gp_doc *doc,
              const struct gp_xhtml_options *o)
{
	write_tree(x, doc->body, o);
}

void
gp_xhtml_inline(struct gp_xml *x, const struct gp_node *n,
                const struct gp_xhtml_options *o)
{
	write_tree(x, n, o);
}
