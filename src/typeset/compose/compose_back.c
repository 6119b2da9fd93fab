/* The back of the digest under one heading: abbreviations, where each article
   is from, the rights, how the text was prepared.  All words come from
   wording/, so that paper and screen say the same; here is only decided where
   they stand. */
#include "typeset/compose/compose_parts.h"

#include "base/text/bidi.h"
#include "base/text/lang.h"
#include "typeset/lines/faces.h"
#include "wording/line_parts.h"
#include "wording/abbreviation_list.h"
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "wording/printed_address.h"
#include "wording/printed_fields.h"

enum { BRIEF_WIDTH = 72 * GP_PT };

static uint32_t
back_element(struct gp_composer *c, uint32_t parent, enum gp_tag tag)
{
	return gp_tree_element(&c->flow->tree, parent, tag);
}

static void
add_back_words(struct gp_composer *c, enum gp_role role, uint32_t parent,
               enum gp_tag tag, struct gp_str words)
{
	uint32_t block = gp_flow_words(c->flow, role,
	                               back_element(c, parent, tag), words);

	if (block == GP_NONE)
		return;
	c->flow->blocks[block].body = true;
}

struct gp_str
gp_compose_where_from(struct gp_composer *c, const struct gp_doc *doc)
{
	struct gp_str name = gp_str_trim(doc->source.name);
	struct gp_buf out = { .max = 0 };
	bool apart = gp_bidi_turns(name) || gp_labels_rtl(c->pack->labels);
	struct gp_str day =
		gp_day_words(c->pack->labels, &doc->date.date, c->flow->arena);

	if (name.n == 0)
		name = gp_word(c->pack->labels, GP_W_SOURCE_UNKNOWN);
	gp_put_apart(&out, apart, name);
	if (day.n)
		gp_buf_str(&out, gp_word(c->pack->labels, GP_W_COMMA));
	gp_put_apart(&out, apart && day.n, day);
	return gp_arena_buf(c->flow->arena, &out);
}

/* What the back stands in, and the heading over all of it. */
static void
open_back(struct gp_composer *c)
{
	struct gp_flow *f = c->flow;
	uint32_t block;

	c->back = back_element(c, c->document, GP_TAG_SECT);
	block = gp_compose_part(c, c->back,
	                        gp_word(c->pack->labels, GP_W_ABOUT), true);
	if (block != GP_NONE)
		gp_compose_opener(f, &f->blocks[block],
		                  c->pack->n_entries == 0);
	c->in_back = true;
}

/* A part of the back under a quiet heading. */
static uint32_t
add_part(struct gp_composer *c, enum gp_word title)
{
	struct gp_flow *f = c->flow;
	uint32_t sect, block;

	if (!c->in_back)
		open_back(c);
	sect = back_element(c, c->back, GP_TAG_SECT);
	block = gp_flow_words(f, GP_ROLE_END_TITLE,
	                      back_element(c, sect, GP_TAG_H3),
	                      gp_word(c->pack->labels, title));
	if (block == GP_NONE)
		return sect;
	f->blocks[block].body = true;
	f->blocks[block].brief = true;
	f->blocks[block].place =
		gp_tree_place(&f->tree, 2, gp_word(c->pack->labels, title));
	return sect;
}

/* ---- sources ---- */

/* "Title · Civil Service World, 23 September 2015 · https://..." */
static void
add_source(struct gp_composer *c, size_t i, uint32_t list)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	uint32_t item = back_element(c, list, GP_TAG_LI);
	struct gp_voice voice = gp_voice_of(
				role, back_element(c, item, GP_TAG_LBODY)),
			strong = voice, link;
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);
	struct gp_buf title = { .max = 0 };

	if (!block.cells)
		return;
	f->file = doc->input.file.n ? doc->input.file.p : "";
	gp_line_put(&title, c->pack->labels,
	            gp_title_text(doc, c->pack->labels));
	strong.face = gp_face_number(role->family, true, false);
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &strong, gp_arena_buf(f->arena, &title));
	gp_para_add(&f->text, &voice, GP_STR(" \xC2\xB7 "));
	gp_para_add(&f->text, &voice, gp_compose_where_from(c, doc));
	if (gp_str_trim(doc->url.text).n) {
		gp_para_add(&f->text, &voice, GP_STR(" \xC2\xB7 "));
		link = gp_flow_link(f, &voice, doc->url.text);
		gp_para_add(&f->text, &link,
		            gp_printed_address(doc->url.text, f->arena));
	}
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.after = role->leading / 4;
	block.body = true;
	(void)gp_flow_add(f, &block);
}

/* The rights stand under what they are about. */
static void
add_sources(struct gp_composer *c)
{
	uint32_t sect = add_part(c, GP_W_SOURCES_RIGHTS);
	uint32_t list = back_element(c, sect, GP_TAG_L);
	size_t i;

	for (i = 0; i < c->pack->n_entries; i++)
		if (!c->pack->entries[i].withdrawn)
			add_source(c, i, list);
	c->flow->file = "";
	if (gp_str_trim(c->pack->info.rights).n)
		add_back_words(c, GP_ROLE_END_TEXT, sect, GP_TAG_P,
		               c->pack->info.rights);
}

/* ---- abbreviations ---- */

static void
add_form(struct gp_composer *c, const struct gp_short_form *form, uint32_t list)
{
	struct gp_flow *f = c->flow;
	uint32_t item = back_element(c, list, GP_TAG_LI);
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);
	struct gp_voice voice = gp_voice_of(&f->style->roles[GP_ROLE_END_TITLE],
	                                    back_element(c, item, GP_TAG_LBL));

	block.cells = gp_flow_cells(f, 2);
	block.n_cells = 2;
	block.body = true;
	if (!block.cells)
		return;
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice, form->brief);
	block.cells[0] = gp_flow_cell(f, 0);
	block.cells[0].width = BRIEF_WIDTH - f->style->cell_gap;
	voice = gp_voice_of(&f->style->roles[GP_ROLE_END_TEXT],
	                    back_element(c, item, GP_TAG_LBODY));
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice, form->full);
	block.cells[1] = gp_flow_cell(f, BRIEF_WIDTH);
	(void)gp_flow_add(f, &block);
}

static void
add_abbreviations(struct gp_composer *c)
{
	size_t n, i;
	const struct gp_short_form *forms =
		gp_abbreviations(c->pack, c->flow->arena, &n);
	uint32_t list;

	if (n == 0)
		return;
	list = back_element(c, add_part(c, GP_W_ABBREVIATIONS), GP_TAG_L);
	for (i = 0; i < n; i++)
		add_form(c, &forms[i], list);
}

/* ---- the whole ---- */

static void
add_statement(struct gp_composer *c, enum gp_word heading, struct gp_str words)
{
	uint32_t sect;

	if (gp_str_trim(words).n == 0)
		return;
	sect = add_part(c, heading);
	add_back_words(c, GP_ROLE_END_TEXT, sect, GP_TAG_P, words);
}

/* In one paragraph with what it is for, so that no line of it stops short. */
static void
add_reference(struct gp_composer *c)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);
	struct gp_voice voice, strong;

	if (!c->reference || !c->reference[0] || !block.cells)
		return;
	voice = gp_voice_of(
		role, back_element(c, add_part(c, GP_W_REFERENCE), GP_TAG_P));
	strong = voice;
	strong.face = gp_face_number(role->family, true, false);
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &strong, gp_str(c->reference));
	gp_para_add(&f->text, &voice, GP_STR(" \xC2\xB7 "));
	gp_para_add(&f->text, &voice,
	            gp_word(c->pack->labels, GP_W_REFERENCE_TEXT));
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.body = true;
	(void)gp_flow_add(f, &block);
}

void
gp_compose_back(struct gp_composer *c)
{
	c->flow->lang = c->pack->info.lang;
	c->flow->labels = c->pack->labels;
	c->flow->file = "";
	(void)gp_flow_title(c->flow, gp_word(c->pack->labels, GP_W_ABOUT),
	                    GP_STR(""));
	if (c->pack->n_entries) {
		add_abbreviations(c);
		add_sources(c);
		add_statement(c, GP_W_HOW_MADE,
		              gp_word(c->pack->labels, GP_W_HOW_MADE_BRIEF));
	} else {
		add_statement(c, GP_W_RIGHTS, c->pack->info.rights);
	}
	if (c->cover.no_readers)
		add_back_words(c, GP_ROLE_END_TEXT, c->back, GP_TAG_P,
		               gp_issue_readers(c->pack, c->flow->arena));
	add_statement(c, GP_W_LICENCE,
	              gp_issue_licence(c->pack, c->flow->arena));
	add_statement(c, GP_W_HANDLING, c->pack->info.handling);
	add_statement(c, GP_W_CONTACT, c->pack->info.contact);
	add_reference(c);
}

void
gp_compose_back_alone(struct gp_composer *c)
{
	c->in_back = false;
	gp_compose_back(c);
}
