/* The body of a document as blocks, one handler a kind of node, on a stack
   of frames that say what a block stands in: its element, its indent, the
   label that is due.  Tables go to rows.c whole.  It knows roles of the
   style and the order of reading, but neither lines nor pages. */
#include "typeset/compose/compose_parts.h"

#include "base/limits.h"
#include "base/text/uri.h"
#include "base/utf8.h"
#include "model/list_labels.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "wording/left_out_words.h"
#include "wording/printed_fields.h"
#include "typeset/compose/body_frames.h"
#include "base/text/bidi.h"
#include "typeset/compose/jumps.h"

enum { LABEL_GAP = 5 * GP_PT };

struct handler {
	/* False: the children are done. */
	bool (*enter)(struct gp_body *b, const struct gp_node *n);
	void (*leave)(struct gp_body *b, const struct gp_node *n);
};

static const struct handler handlers[GP_KIND_COUNT];

/* ---- frames: what a block stands in ---- */

static struct gp_body_frame *
top(struct gp_body *b)
{
	size_t last = sizeof b->frames / sizeof *b->frames - 1;

	return &b->frames[b->depth < last ? b->depth : last];
}

/* Deeper than there are frames, the last one serves. */
static struct gp_body_frame *
push_under(struct gp_body *b, uint32_t element, enum gp_tag tag)
{
	struct gp_body_frame frame = *top(b);

	frame.element = gp_tree_element(&b->flow->tree, element, tag);
	frame.label = GP_STR("");
	frame.note = NULL;
	b->depth++;
	*top(b) = frame;
	return top(b);
}

static struct gp_body_frame *
push_frame(struct gp_body *b, enum gp_tag tag)
{
	return push_under(b, top(b)->element, tag);
}

static void
pop_frame(struct gp_body *b, const struct gp_node *n)
{
	(void)n;
	b->depth--;
}

/* Half of the measure stays for the text, however deep it stands. */
static void
indent(struct gp_body *b, struct gp_body_frame *frame, gp_len by)
{
	gp_len most = gp_flow_measure(b->flow) / 2;

	frame->indent += by;
	if (frame->indent > most)
		frame->indent = most;
}

/* ---- text blocks ---- */

/* The cells of a block: the label, when one is due, and the text. */
static void
set_cells(struct gp_body *b, struct gp_block *block, struct gp_cell cell)
{
	struct gp_body_frame *frame = top(b);
	struct gp_flow *f = b->flow;
	struct gp_voice voice = gp_voice_of(&f->style->roles[GP_ROLE_LIST],
	                                    frame->label_element);

	if (frame->label.n == 0) {
		if (block->cells)
			block->cells[0] = cell;
		return;
	}
	block->cells = gp_flow_cells(f, 2);
	block->n_cells = 2;
	if (!block->cells)
		return;
	if (frame->note)
		voice = gp_jump_back(f, &voice, frame->note);
	gp_flow_begin(f, GP_ROLE_LIST, 0);
	gp_para_add(&f->text, &voice, frame->label);
	block->cells[0] = gp_flow_cell(f, frame->indent - frame->label_width);
	/* Where it runs from right to left it ends at the gap. */
	block->cells[0].width = frame->label_width - LABEL_GAP;
	block->cells[1] = cell;
	frame->label = GP_STR("");
}

static uint32_t
add_block(struct gp_body *b, enum gp_role role, struct gp_cell cell)
{
	struct gp_block block = gp_flow_block(b->flow, role);

	block.bar = top(b)->bar;
	if (block.bar >= 0)
		block.colour = b->flow->style->accent;
	if (cell.para && cell.para->text.n)
		block.rtl = gp_bidi_side(cell.para->text) == GP_SIDE_RTL;
	set_cells(b, &block, cell);
	return gp_flow_add(b->flow, &block);
}

/* The last block stays with what comes next. */
static void
keep_last(struct gp_flow *f)
{
	if (f->n_blocks)
		f->blocks[f->n_blocks - 1].keep = true;
}

/* A label whose item begins with something else than words. */
static void
flush_label(struct gp_body *b)
{
	struct gp_flow *f = b->flow;

	if (top(b)->label.n == 0)
		return;
	gp_flow_begin(f, GP_ROLE_LIST, 0);
	(void)add_block(b, GP_ROLE_LIST, gp_flow_cell(f, top(b)->indent));
}

/* What the element of a text stands in: a note that is one paragraph is an
   element of its own. */
static uint32_t
note_round(struct gp_body *b, const struct gp_node *n)
{
	uint32_t outer = top(b)->element;

	return n->marks ? gp_tree_element(&b->flow->tree, outer, GP_TAG_NOTE)
	                : outer;
}

static bool
enter_text(struct gp_body *b, const struct gp_node *n, enum gp_role role,
           enum gp_tag tag)
{
	struct gp_flow *f = b->flow;
	struct gp_voice voice = gp_voice_of(&f->style->roles[role], GP_NONE);
	struct gp_cell cell;

	voice.element = gp_tree_element(&f->tree, note_round(b, n), tag);
	gp_flow_begin(f, role, n->at.first);
	if (f->text.para)
		f->text.para->verbatim = n->kind == GP_CODE_BLOCK;
	gp_compose_inline(f, n, &voice);
	cell = gp_flow_cell(f, top(b)->indent);
	cell.node = n;
	if (cell.para && cell.para->text.n)
		(void)add_block(b, role, cell);
	return false;
}

static bool
enter_paragraph(struct gp_body *b, const struct gp_node *n)
{
	return enter_text(b, n, top(b)->role, GP_TAG_P);
}

static bool
enter_code(struct gp_body *b, const struct gp_node *n)
{
	flush_label(b);
	return enter_text(b, n, GP_ROLE_CODE, GP_TAG_P);
}

/* ---- headings ---- */

/* A heading as the outline has it: without the numbers of notes. */
static struct gp_str
heading_words(struct gp_flow *f, const struct gp_node *n)
{
	struct gp_voice voice = { .element = GP_NONE, .link = GP_NONE };
	struct gp_buf words = { .max = 0 };
	struct gp_cell cell;

	gp_heading_words(n, &words);
	gp_flow_begin(f, GP_ROLE_HEADING_2, 0);
	gp_para_add(&f->text, &voice, gp_node_label(n));
	gp_para_add(&f->text, &voice, GP_STR(" "));
	gp_para_add(&f->text, &voice, gp_arena_buf(f->arena, &words));
	cell = gp_flow_cell(f, 0);
	return cell.para ? cell.para->text : GP_STR("");
}

static bool
enter_heading(struct gp_body *b, const struct gp_node *n)
{
	static const enum gp_role roles[] = {
		GP_ROLE_HEADING_2, GP_ROLE_HEADING_3, GP_ROLE_HEADING_4,
		GP_ROLE_HEADING_4, GP_ROLE_HEADING_4,
	};
	struct gp_flow *f = b->flow;
	int level = gp_heading_shown(&b->last_level, gp_node_heading(n)->level);
	enum gp_role role = roles[level - 2];
	/* The title of the article is an H2. */
	enum gp_tag tag =
		level >= 5 ? GP_TAG_H6 : (enum gp_tag)(GP_TAG_H2 + level - 1);
	struct gp_voice voice = gp_voice_of(&f->style->roles[role], GP_NONE);
	struct gp_cell cell;
	uint32_t block;

	flush_label(b);
	voice.element = gp_tree_element(&f->tree, top(b)->element, tag);
	gp_flow_begin(f, role, n->at.first);
	gp_para_add(&f->text, &voice, gp_node_label(n));
	gp_para_add(&f->text, &voice, GP_STR(" "));
	gp_compose_inline(f, n, &voice);
	cell = gp_flow_cell(f, top(b)->indent);
	cell.node = n;
	if (!cell.para || cell.para->text.n == 0)
		return false;
	block = add_block(b, role, cell);
	if (block != GP_NONE)
		f->blocks[block].place =
			gp_tree_place(&f->tree, b->level + (unsigned)level - 2,
		                      heading_words(f, n));
	return false;
}

/* ---- lists ---- */

static gp_len
label_width(const struct gp_flow *f, size_t letters)
{
	gp_len size = f->style->roles[GP_ROLE_LIST].size;
	gp_len most = gp_flow_measure(f) / 4;
	gp_len width;

	if (letters > 64)
		letters = 64;
	width = (gp_len)letters * (size / 5 * 3) + LABEL_GAP;
	if (width < f->style->list_indent)
		width = f->style->list_indent;
	return width < most ? width : most;
}

/* The longest label of a list, in letters. */
static size_t
longest_label(const struct gp_node *list)
{
	const struct gp_node *item;
	size_t longest = 1, items = 0;

	for (item = list->first; item; item = item->next) {
		size_t letters = gp_utf8_count(gp_node_label(item));

		if (letters > longest)
			longest = letters;
		items++;
	}
	if (gp_node_list(list)->ordered)
		for (longest = longest > 2 ? longest : 2; items >= 10;
		     items /= 10)
			longest++;
	return longest;
}

/* ISO 32000-1, 14.8.5.5. */
static const char *
numbering_of(const struct gp_node *list)
{
	static const char *const names[] = {
		[GP_ORDINAL_NUMBER] = "Decimal",
		[GP_ORDINAL_LOWER] = "LowerAlpha",
		[GP_ORDINAL_UPPER] = "UpperAlpha",
		[GP_ORDINAL_LOWER_ROMAN] = "LowerRoman",
		[GP_ORDINAL_UPPER_ROMAN] = "UpperRoman",
	};

	return gp_node_list(list)->ordered ? names[gp_list_counting(list)]
	                                   : NULL;
}

static bool
enter_list(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame;

	flush_label(b);
	frame = push_frame(b, GP_TAG_L);
	frame->item = 0;
	frame->label_width = label_width(b->flow, longest_label(n));
	if (frame->element != GP_NONE)
		b->flow->tree.elements[frame->element].numbering =
			numbering_of(n);
	indent(b, frame, frame->label_width);
	return true;
}

static bool
enter_item(struct gp_body *b, const struct gp_node *n)
{
	struct gp_flow *f = b->flow;
	size_t number = ++top(b)->item;
	struct gp_body_frame *frame = push_frame(b, GP_TAG_LI);
	uint32_t item = frame->element;

	frame->label = gp_node_label(n);
	frame->label_element = gp_tree_element(&f->tree, item, GP_TAG_LBL);
	frame->element = gp_tree_element(&f->tree, item, GP_TAG_LBODY);
	frame->element = note_round(b, n);
	frame->note = n->marks && !n->leads_back ? n : NULL;
	frame->role = GP_ROLE_LIST;
	if (frame->label.n)
		return true;
	frame->label = gp_node_list(n->parent)->ordered
	                       ? gp_arena_printf(f->arena, "%zu.", number)
	                       : GP_STR("\xE2\x80\xA2");
	return true;
}

static void
leave_item(struct gp_body *b, const struct gp_node *n)
{
	flush_label(b);
	pop_frame(b, n);
}

/* ---- terms and what they mean ---- */

static bool
enter_terms(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame;

	(void)n;
	flush_label(b);
	frame = push_frame(b, GP_TAG_L);
	frame->group = GP_NONE;
	if (frame->element != GP_NONE)
		b->flow->tree.elements[frame->element].numbering = "None";
	return true;
}

/* The item of the list that a term or a description is in: terms behind
   another have one with it, and so has what they mean. */
static uint32_t
group_of(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame = top(b);

	if (!n->prev || (n->kind == GP_TERM && n->prev->kind != GP_TERM))
		frame->group = gp_tree_element(&b->flow->tree, frame->element,
		                               GP_TAG_LI);
	return frame->group;
}

static bool
enter_term(struct gp_body *b, const struct gp_node *n)
{
	struct gp_flow *f = b->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_LIST];
	uint32_t block;
	struct gp_voice voice = gp_voice_of(role, GP_NONE);
	struct gp_cell cell;

	voice.element = gp_tree_element(&f->tree, group_of(b, n), GP_TAG_LBL);
	voice.face = gp_face_number(role->family, true, role->italic);
	gp_flow_begin(f, GP_ROLE_LIST, n->at.first);
	gp_compose_inline(f, n, &voice);
	cell = gp_flow_cell(f, top(b)->indent);
	cell.node = n;
	if (!cell.para || cell.para->text.n == 0)
		return false;
	block = add_block(b, GP_ROLE_LIST, cell);
	if (block != GP_NONE && n->next) {
		f->blocks[block].keep = true;
		f->blocks[block].after = 0;
	}
	return false;
}

static bool
enter_meaning(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame =
		push_under(b, group_of(b, n), GP_TAG_LBODY);

	frame->role = GP_ROLE_LIST;
	indent(b, frame, b->flow->style->list_indent);
	return true;
}

/* ---- the rest ---- */

static bool
enter_quote(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame;

	(void)n;
	flush_label(b);
	frame = push_frame(b, GP_TAG_BLOCK_QUOTE);
	frame->bar = frame->indent;
	frame->role = GP_ROLE_QUOTE;
	indent(b, frame, b->flow->style->quote_indent);
	return true;
}

static bool
enter_rule(struct gp_body *b, const struct gp_node *n)
{
	struct gp_block block = gp_flow_block(b->flow, GP_ROLE_BODY);

	flush_label(b);
	block.rules = GP_RULE_ABOVE;
	block.before = block.after = block.leading;
	block.bar = -1;
	if (block.cells) {
		block.cells[0].x = top(b)->indent;
		block.cells[0].node = n;
	}
	(void)gp_flow_add(b->flow, &block);
	return false;
}

/* Without the picture its words stand for it. */
static bool
enter_figure(struct gp_body *b, const struct gp_node *n)
{
	struct gp_flow *f = b->flow;
	struct gp_voice voice =
		gp_voice_of(&f->style->roles[GP_ROLE_CAPTION], GP_NONE);
	struct gp_buf words = { .max = GP_MAX_LINE_BYTES };
	struct gp_cell cell;
	uint32_t block;

	flush_label(b);
	if (gp_body_picture(b, n, top(b)))
		return true;
	voice.element = gp_tree_element(&f->tree, top(b)->element, GP_TAG_P);
	gp_flow_begin(f, GP_ROLE_CAPTION, n->at.first);
	gp_missing_put(n, f->labels, &words);
	gp_para_add(&f->text, &voice, gp_buf_view(&words));
	gp_buf_free(&words);
	cell = gp_flow_cell(f, top(b)->indent);
	cell.node = n;
	block = add_block(b, GP_ROLE_CAPTION, cell);
	if (block != GP_NONE)
		f->blocks[block].keep = f->blocks[block].brief =
			n->first != NULL;
	return true;
}

/* On paper nobody follows a picture: where it leads stands under it. */
static void
leave_figure(struct gp_body *b, const struct gp_node *n)
{
	struct gp_flow *f = b->flow;
	struct gp_voice voice =
		gp_voice_of(&f->style->roles[GP_ROLE_CAPTION], GP_NONE);
	struct gp_cell cell;
	struct gp_buf url = { .max = 0 };
	bool leads = gp_url(gp_node_figure(n)->link, &url);

	gp_buf_free(&url);
	b->figure = GP_NONE;
	if (!leads)
		return;
	keep_last(f);
	voice.element = gp_tree_element(&f->tree, top(b)->element, GP_TAG_P);
	voice = gp_flow_link(f, &voice, gp_node_figure(n)->link);
	gp_flow_begin(f, GP_ROLE_CAPTION, n->at.first);
	gp_para_add(&f->text, &voice, gp_node_figure(n)->link);
	cell = gp_flow_cell(f, top(b)->indent);
	(void)add_block(b, GP_ROLE_CAPTION, cell);
}

static bool
enter_exhibit(struct gp_body *b, const struct gp_node *n)
{
	(void)n;
	flush_label(b);
	(void)push_frame(b, GP_TAG_DIV);
	return true;
}

/* On one page with the end of what it is of, or with its beginning; as wide as
   what it stands under. */
static bool
exhibit_caption(struct gp_body *b, const struct gp_node *n)
{
	struct gp_flow *f = b->flow;
	bool narrow = f->narrow;

	if (n->prev)
		keep_last(f);
	if (n->prev && f->n_blocks && f->blocks[f->n_blocks - 1].wide)
		f->narrow = false;
	(void)enter_text(b, n, GP_ROLE_CAPTION, GP_TAG_CAPTION);
	f->narrow = narrow;
	if (n->next)
		keep_last(b->flow);
	return false;
}

/* Belongs to the picture where there is one. */
static bool
enter_caption(struct gp_body *b, const struct gp_node *n)
{
	struct gp_body_frame *frame = top(b);
	uint32_t outer = frame->element;

	if (n->parent->kind == GP_EXHIBIT)
		return exhibit_caption(b, n);
	if (b->figure == GP_NONE)
		return enter_text(b, n, GP_ROLE_CAPTION, GP_TAG_P);
	frame->element = b->figure;
	(void)enter_text(b, n, GP_ROLE_CAPTION, GP_TAG_CAPTION);
	frame->element = outer;
	return false;
}

static bool
enter_table(struct gp_body *b, const struct gp_node *n)
{
	flush_label(b);
	gp_body_table(b, n);
	return false;
}

/* Links may lead to the node: where its first block comes to lie. */
static void
await_block(struct gp_body *b, const struct gp_node *n)
{
	if (b->waiting == GP_NONE)
		b->awaited = b->flow->n_blocks;
	gp_jump_await(b->flow, &b->waiting, n);
}

void
gp_compose_body(struct gp_flow *f, const struct gp_doc *doc, enum gp_role role,
                uint32_t element, unsigned level)
{
	struct gp_body b = {
		.flow = f,
		.level = level,
		.last_level = 1,
		.figure = GP_NONE,
		.waiting = GP_NONE,
	};
	struct gp_walk w = gp_walk_from(doc->body);

	b.frames[0] = (struct gp_body_frame){ .element = element,
		                              .bar = -1,
		                              .role = role };
	gp_jumps_begin(f, doc);
	while (gp_walk_next(&w)) {
		const struct handler *h = &handlers[w.node->kind];

		if (w.event == GP_ENTER)
			await_block(&b, w.node);
		if (w.event == GP_LEAVE && h->leave)
			h->leave(&b, w.node);
		else if (w.event == GP_ENTER && h->enter &&
		         !h->enter(&b, w.node))
			gp_walk_skip(&w);
		gp_jump_land(f, &b.waiting, b.awaited);
	}
	gp_jump_land(f, &b.waiting, f->n_blocks - 1);
}

static const struct handler handlers[GP_KIND_COUNT] = {
	[GP_PARAGRAPH] = { enter_paragraph, NULL },
	[GP_HEADING] = { enter_heading, NULL },
	[GP_LIST] = { enter_list, pop_frame },
	[GP_ITEM] = { enter_item, leave_item },
	[GP_TERMS] = { enter_terms, pop_frame },
	[GP_TERM] = { enter_term, NULL },
	[GP_MEANING] = { enter_meaning, pop_frame },
	[GP_QUOTE] = { enter_quote, pop_frame },
	[GP_TABLE] = { enter_table, NULL },
	[GP_FIGURE] = { enter_figure, leave_figure },
	[GP_CAPTION] = { enter_caption, NULL },
	[GP_EXHIBIT] = { enter_exhibit, pop_frame },
	[GP_CODE_BLOCK] = { enter_code, NULL },
	[GP_RULE] = { enter_rule, NULL },
};
