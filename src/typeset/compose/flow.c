/* Blocks, cells and paragraphs appended to the flow with what their role in
   the style says of leading, gaps and indents.  It knows how a block begins
   in every role, and not why anyone adds one. */
#include "typeset/compose/flow.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "base/vec.h"

gp_len
gp_flow_measure(const struct gp_flow *f)
{
	return f->narrow ? gp_style_column(f->style)
	                 : gp_style_measure(f->style);
}

struct gp_cell *
gp_flow_cells(struct gp_flow *f, size_t count)
{
	struct gp_cell *cells = gp_arena_array(f->arena, count, sizeof *cells);
	size_t i;

	for (i = 0; cells && i < count; i++) {
		cells[i].page_of = GP_NONE;
		cells[i].element = GP_NONE;
		cells[i].width = gp_flow_measure(f);
	}
	return cells;
}

struct gp_block
gp_flow_block(struct gp_flow *f, enum gp_role role)
{
	const struct gp_role_style *style = &f->style->roles[role];

	return (struct gp_block){
		.cells = gp_flow_cells(f, 1),
		.n_cells = 1,
		.leading = style->leading,
		.before = style->before,
		.after = style->after,
		.keep = style->keep,
		.wide = !f->narrow,
		.rtl = gp_lang_is_rtl(f->lang),
		.rule = f->style->rule,
		.rule_gap = f->style->rule_gap,
		.bar = -1,
		.colour = f->style->line,
		.head = GP_NONE,
		.place = GP_NONE,
		.anchors = GP_NONE,
		.lead = GP_NONE,
		.title = f->n_titles ? (uint32_t)(f->n_titles - 1) : GP_NONE,
	};
}

uint32_t
gp_flow_add(struct gp_flow *f, const struct gp_block *block)
{
	if (!block->cells ||
	    !GP_VEC_FIT(f->arena, f->blocks, f->n_blocks + 1, f->cap_blocks))
		return GP_NONE;
	f->blocks[f->n_blocks] = *block;
	return (uint32_t)f->n_blocks++;
}

/* What no article says; a note's first letter is its own. */
static bool
is_ours(enum gp_role role)
{
	return role < GP_ROLE_NOTE ||
	       (role > GP_ROLE_NOTE && role < GP_ROLE_ARTICLE_TITLE) ||
	       role == GP_ROLE_ARTICLE_BYLINE || role >= GP_ROLE_END_TITLE;
}

void
gp_flow_begin(struct gp_flow *f, enum gp_role role, unsigned line)
{
	gp_para_begin(&f->text, &f->style->roles[role]);
	if (!f->text.para)
		return;
	f->text.para->lang = f->lang;
	f->text.para->ours = is_ours(role);
	f->text.para->file = f->file;
	f->text.para->line = line;
}

struct gp_cell
gp_flow_cell(struct gp_flow *f, gp_len x)
{
	return (struct gp_cell){
		.para = gp_para_end(&f->text),
		.page_of = GP_NONE,
		.element = GP_NONE,
		.x = x,
		.width = gp_flow_measure(f) - x,
	};
}

uint32_t
gp_flow_words(struct gp_flow *f, enum gp_role role, uint32_t element,
              struct gp_str words)
{
	const struct gp_role_style *style = &f->style->roles[role];
	struct gp_voice voice = gp_voice_of(style, element);
	struct gp_block block;

	if (gp_str_trim(words).n == 0)
		return GP_NONE;
	block = gp_flow_block(f, role);
	gp_flow_begin(f, role, 0);
	gp_para_add(&f->text, &voice, words);
	if (block.cells)
		block.cells[0] = gp_flow_cell(f, style->indent);
	return gp_flow_add(f, &block);
}

void
gp_flow_end_title(struct gp_flow *f, uint32_t element, struct gp_str title)
{
	uint32_t block = gp_flow_words(f, GP_ROLE_END_TITLE, element, title);
	gp_len before = f->style->roles[GP_ROLE_HEADING_2].before;

	if (block == GP_NONE)
		return;
	f->blocks[block].trails = true;
	if (f->blocks[block].before < before)
		f->blocks[block].before = before;
}

uint32_t
gp_flow_title(struct gp_flow *f, struct gp_str title, struct gp_str section)
{
	if (!GP_VEC_FIT(f->arena, f->titles, f->n_titles + 1, f->cap_titles))
		return GP_NONE;
	f->titles[f->n_titles] = (struct gp_head){ title, section };
	return (uint32_t)f->n_titles++;
}

struct gp_voice
gp_flow_link(struct gp_flow *f, const struct gp_voice *voice,
             struct gp_str address)
{
	struct gp_voice v = *voice;
	struct gp_target to = { .place = GP_NONE, .here = GP_NONE };
	struct gp_buf url = { .max = 0 };

	if (!gp_url(address, &url))
		gp_buf_clear(&url);
	to.uri = to.words = gp_arena_buf(f->arena, &url);
	if (to.uri.n == 0)
		return v;
	v.element = gp_tree_element(&f->tree, voice->element, GP_TAG_LINK);
	v.link = gp_tree_target(&f->tree, &to);
	v.colour = f->style->link;
	v.line = GP_LINE_UNDER;
	return v;
}
