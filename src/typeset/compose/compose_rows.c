/* What lists of articles are made of, wherever they stand in the digest: the
   heading of a part, and a line that leads to an article and names its page,
   which is filled in when it is known.  Which articles a list has is not
   decided here. */
#include "typeset/compose/compose_parts.h"

#include "wording/printed_fields.h"

enum { NUMBER_WIDTH = 28 * GP_PT }; /* room for a page number */

uint32_t
gp_compose_part(struct gp_composer *c, uint32_t parent, struct gp_str title,
                bool body)
{
	struct gp_flow *f = c->flow;
	uint32_t block = gp_flow_words(
		f, GP_ROLE_PART_TITLE,
		gp_tree_element(&f->tree, parent, GP_TAG_H2), title);

	if (block == GP_NONE)
		return GP_NONE;
	f->blocks[block].new_page = true;
	f->blocks[block].body = body;
	f->blocks[block].place = gp_tree_place(&f->tree, 1, title);
	return block;
}

void
gp_compose_opener(struct gp_flow *f, struct gp_block *block, bool first)
{
	block->new_page = first || f->style->openers == GP_OPENERS_PAGE;
	block->opener = !block->new_page;
	if (block->new_page)
		return;
	block->rules |= GP_RULE_ABOVE;
	block->rule = f->style->bar;
	block->colour = f->style->accent;
	block->before = f->style->roles[GP_ROLE_BODY].leading * 5 / 2;
}

static uint32_t
add_page_row(struct gp_composer *c, enum gp_role row, size_t i, uint32_t toci,
             struct gp_str label)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[row];
	struct gp_block block = gp_flow_block(f, row);
	struct gp_voice voice;
	struct gp_target to = { .place = c->places[i], .here = GP_NONE };

	to.words = gp_title_text(doc, c->pack->labels);
	voice = gp_voice_of(role,
	                    gp_tree_element(&f->tree,
	                                    gp_tree_element(&f->tree, toci,
	                                                    GP_TAG_REFERENCE),
	                                    GP_TAG_LINK));
	voice.link = gp_tree_target(&f->tree, &to);
	gp_flow_begin(f, row, 0);
	gp_para_add(&f->text, &voice, label);
	gp_para_add(&f->text, &voice, to.words);
	block.cells = gp_flow_cells(f, 2);
	block.n_cells = 2;
	if (!block.cells)
		return GP_NONE;
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.cells[0].width -= NUMBER_WIDTH;
	block.cells[1].x = gp_flow_measure(f) - NUMBER_WIDTH;
	block.cells[1].width = NUMBER_WIDTH;
	block.cells[1].page_of = c->places[i];
	block.cells[1].voice = voice;
	block.whole = true;
	/* One line under it is all there is; two would take the next entry
	   along, and that the one after it. */
	block.brief = true;
	return gp_flow_add(f, &block);
}

uint32_t
gp_compose_page_row(struct gp_composer *c, enum gp_role row, size_t i,
                    uint32_t toci)
{
	return add_page_row(c, row, i, toci, GP_STR(""));
}

uint32_t
gp_compose_numbered_row(struct gp_composer *c, enum gp_role row, size_t i,
                        uint32_t toci)
{
	return add_page_row(c, row, i, toci,
	                    gp_arena_printf(c->flow->arena, "%zu. ", i + 1));
}
