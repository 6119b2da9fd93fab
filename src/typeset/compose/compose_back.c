/* The back of the digest: abbreviations, where each article is from, how its
   text was prepared, and the rights.  All words come from wording/, so that
   paper and screen say the same; here is only decided where they stand. */
#include "typeset/compose/compose_parts.h"

#include "base/text/bidi.h"
#include "typeset/compose/direction.h"
#include "wording/abbreviation_list.h"
#include "wording/printed_fields.h"
#include "wording/prepared.h"
#include "wording/words.h"

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
	c->flow->blocks[block].brief = role == GP_ROLE_END_TITLE;
}

/* Words of ours begin small; here they begin a line. */
static struct gp_str
with_capital(struct gp_composer *c, struct gp_str words)
{
	return gp_arena_printf(c->flow->arena, "%c%.*s",
	                       gp_to_upper(words.p[0]),
	                       GP_ARG(gp_str_sub(words, 1, words.n)));
}

/* "Civil Service World, 23 September 2015" */
static struct gp_str
where_from(struct gp_composer *c, const struct gp_doc *doc)
{
	struct gp_str name = gp_str_trim(doc->source.name);
	struct gp_buf out = { .max = 0 };
	bool apart = gp_bidi_turns(name);
	char day[GP_DATE_TEXT];

	gp_date_long(&doc->date.date, day);
	if (name.n == 0)
		name = with_capital(c, gp_word(GP_W_SOURCE_UNKNOWN));
	gp_put_apart(&out, apart, name);
	gp_buf_puts(&out, day[0] ? ", " : "");
	gp_put_apart(&out, apart && day[0], gp_str(day));
	return gp_arena_buf(c->flow->arena, &out);
}

/* A part of the back; only the first may begin a page. */
static uint32_t
add_part(struct gp_composer *c, enum gp_word title)
{
	uint32_t sect = back_element(c, c->document, GP_TAG_SECT);
	struct gp_flow *f = c->flow;
	bool first = !c->in_back;
	uint32_t block = gp_compose_part(c, sect, gp_word(title), true);

	if (block != GP_NONE)
		f->blocks[block].new_page = false;
	if (block != GP_NONE && first)
		gp_compose_opener(f, &f->blocks[block],
		                  c->pack->n_entries == 0);
	c->in_back = true;
	return sect;
}

/* ---- sources ---- */

static void
add_address(struct gp_composer *c, const struct gp_doc *doc, uint32_t parent)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	struct gp_voice voice =
		gp_voice_of(role, back_element(c, parent, GP_TAG_P));
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);

	if (gp_str_trim(doc->url.text).n == 0 || !block.cells)
		return;
	voice = gp_flow_link(f, &voice, doc->url.text);
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice, doc->url.text);
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.body = true;
	(void)gp_flow_add(f, &block);
}

static void
add_source(struct gp_composer *c, size_t i, uint32_t list)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	uint32_t item = back_element(c, list, GP_TAG_LI);
	uint32_t body = back_element(c, item, GP_TAG_LBODY);

	c->flow->file = doc->input.file.n ? doc->input.file.p : "";
	add_back_words(c, GP_ROLE_END_TITLE, body, GP_TAG_P,
	               gp_title_text(doc));
	add_back_words(c, GP_ROLE_END_TEXT, body, GP_TAG_P, where_from(c, doc));
	add_address(c, doc, body);
}

static void
add_sources(struct gp_composer *c)
{
	uint32_t list = back_element(c, add_part(c, GP_W_SOURCES), GP_TAG_L);
	size_t i;

	for (i = 0; i < c->pack->n_entries; i++)
		add_source(c, i, list);
	c->flow->file = "";
}

/* ---- how the text was prepared ---- */

static void
add_prepared(struct gp_composer *c)
{
	uint32_t sect = add_part(c, GP_W_HOW_MADE), list, item;
	struct gp_flow *f = c->flow;
	size_t i;

	add_back_words(c, GP_ROLE_END_TEXT, sect, GP_TAG_P,
	               gp_word(GP_W_HOW_MADE_TEXT));
	list = back_element(c, sect, GP_TAG_L);
	for (i = 0; i < c->pack->n_entries; i++) {
		const struct gp_doc *doc = c->pack->entries[i].doc;
		struct gp_buf done = { .max = 0 };
		struct gp_str words;

		gp_prepared(doc, &done);
		words = gp_arena_buf(f->arena, &done);
		item = back_element(c, back_element(c, list, GP_TAG_LI),
		                    GP_TAG_LBODY);
		add_back_words(c, GP_ROLE_END_TITLE, item, GP_TAG_P,
		               gp_title_text(doc));
		if (words.n)
			add_back_words(c, GP_ROLE_END_TEXT, item, GP_TAG_P,
			               with_capital(c, words));
	}
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

static void
add_reference(struct gp_composer *c)
{
	uint32_t sect;

	if (!c->reference || !c->reference[0])
		return;
	sect = add_part(c, GP_W_REFERENCE);
	add_back_words(c, GP_ROLE_END_TITLE, sect, GP_TAG_P,
	               gp_str(c->reference));
	add_back_words(c, GP_ROLE_END_TEXT, sect, GP_TAG_P,
	               gp_word(GP_W_REFERENCE_TEXT));
}

void
gp_compose_back(struct gp_composer *c)
{
	c->flow->lang = c->pack->info.lang;
	c->flow->file = "";
	(void)gp_flow_title(c->flow, gp_word(GP_W_ABOUT));
	if (c->pack->n_entries) {
		add_abbreviations(c);
		add_sources(c);
		add_prepared(c);
	}
	add_statement(c, GP_W_RIGHTS, c->pack->info.rights);
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
