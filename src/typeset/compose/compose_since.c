/* What is new in a pack of a series, as the digest shows it: marks in the
   contents, a line for a later edition, and behind the contents a list by what
   became of the articles, each with its page.  The words are wording/'s, and
   no article is judged here. */
#include "typeset/compose/compose_parts.h"
#include "wording/since_words.h"

struct gp_str
gp_compose_lead(struct gp_composer *c)
{
	return gp_since_lead(&c->pack->since, &c->pack->info.date,
	                     c->pack->labels, c->flow->arena);
}

/* Bold, so that a mark is seen without its colour and before it is read. */
static struct gp_voice
mark_voice(const struct gp_role_style *role, uint32_t element)
{
	struct gp_role_style bold = *role;

	bold.bold = true;
	return gp_voice_of(&bold, element);
}

void
gp_compose_contents_facts(struct gp_composer *c, size_t i, uint32_t element)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role =
		&f->style->roles[GP_ROLE_CONTENTS_SOURCE];
	struct gp_str facts =
		gp_compose_facts(f, c->pack->entries[i].doc, false);
	struct gp_str mark = gp_since_mark(c->pack, i, f->arena);
	struct gp_voice bold = mark_voice(role, element);
	struct gp_voice plain = gp_voice_of(role, element);
	struct gp_block block;

	if (mark.n == 0) {
		(void)gp_flow_words(f, GP_ROLE_CONTENTS_SOURCE, element, facts);
		return;
	}
	block = gp_flow_block(f, GP_ROLE_CONTENTS_SOURCE);
	gp_flow_begin(f, GP_ROLE_CONTENTS_SOURCE, 0);
	gp_para_add(&f->text, &bold, mark);
	gp_para_add(&f->text, &plain, GP_STR(" \xC2\xB7 "));
	gp_para_add(&f->text, &plain, facts);
	if (block.cells)
		block.cells[0] = gp_flow_cell(f, role->indent);
	(void)gp_flow_add(f, &block);
}

/* ---- the list ---- */

/* The first of them apart from what stands above. */
static void
add_lines(struct gp_composer *c, enum gp_role role, uint32_t sect,
          const struct gp_str *lines, size_t n)
{
	struct gp_flow *f = c->flow;
	uint32_t block;
	size_t i;

	for (i = 0; i < n; i++) {
		block = gp_flow_words(f, role,
		                      gp_tree_element(&f->tree, sect, GP_TAG_P),
		                      lines[i]);
		if (block != GP_NONE && i == 0)
			f->blocks[block].before = f->blocks[block].leading;
	}
}

static void
add_group(struct gp_composer *c, uint32_t sect, enum gp_since_group group)
{
	struct gp_flow *f = c->flow;
	struct gp_str title = gp_since_group_title(c->pack, group, f->arena);
	uint32_t toc;
	size_t i;

	if (title.n == 0)
		return;
	(void)gp_flow_words(f, GP_ROLE_CONTENTS_SECTION,
	                    gp_tree_element(&f->tree, sect, GP_TAG_H3), title);
	toc = gp_tree_element(&f->tree, sect, GP_TAG_TOC);
	for (i = 0; i < c->pack->n_entries; i++)
		if (gp_since_in_group(c->pack, i, group))
			(void)gp_compose_page_row(
				c, GP_ROLE_END_TEXT, i,
				gp_tree_element(&f->tree, toc, GP_TAG_TOCI));
}

void
gp_compose_since(struct gp_composer *c)
{
	struct gp_flow *f = c->flow;
	struct gp_str lines[GP_SINCE_LINES];
	enum gp_since_group group;
	uint32_t sect, block;
	size_t n;

	if (!gp_since_is_told(c->pack))
		return;
	f->file = "";
	sect = gp_tree_element(&f->tree, c->document, GP_TAG_SECT);
	block = gp_compose_part(c, sect, gp_since_title(c->pack), false);
	if (block != GP_NONE)
		f->blocks[block].new_page = false;
	n = gp_since_before(c->pack, f->arena, lines);
	add_lines(c, GP_ROLE_END_TEXT, sect, lines, n);
	for (group = 0; group < GP_SINCE_GROUPS; group++)
		add_group(c, sect, group);
	n = gp_since_behind(c->pack, f->arena, lines);
	add_lines(c, GP_ROLE_END_TEXT, sect, lines, n);
}
