/* The back of the digest: where each article is from, and the rights. */
#include "write/pdf/compose.h"

#include "write/html.h"
#include "write/words.h"

static uint32_t
element(struct gp_composer *c, uint32_t parent, enum gp_tag tag)
{
	return gp_tree_element(&c->flow->tree, parent, tag);
}

static void
add(struct gp_composer *c, enum gp_role role, uint32_t parent, enum gp_tag tag,
    struct gp_str words)
{
	uint32_t block =
		gp_flow_words(c->flow, role, element(c, parent, tag), words);

	if (block != GP_NONE)
		c->flow->blocks[block].body = true;
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
	char day[GP_DATE_TEXT];

	gp_date_long(&doc->date.date, day);
	if (name.n == 0)
		name = with_capital(c, gp_word(GP_W_SOURCE_UNKNOWN));
	return gp_arena_printf(c->flow->arena, "%.*s%s%s", GP_ARG(name),
	                       day[0] ? ", " : "", day);
}

static void
add_address(struct gp_composer *c, const struct gp_doc *doc, uint32_t parent)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	struct gp_voice voice = gp_voice_of(role, element(c, parent, GP_TAG_P));
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);

	if (gp_str_trim(doc->url.text).n == 0 || !block.cells)
		return;
	voice = gp_compose_link(f, &voice, doc->url.text);
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
	uint32_t item = element(c, list, GP_TAG_LI);
	uint32_t body = element(c, item, GP_TAG_LBODY);

	c->flow->file = doc->input.file.n ? doc->input.file.p : "";
	add(c, GP_ROLE_END_TITLE, body, GP_TAG_P, gp_title_text(doc));
	add(c, GP_ROLE_END_TEXT, body, GP_TAG_P, where_from(c, doc));
	add_address(c, doc, body);
}

void
gp_compose_back(struct gp_composer *c)
{
	uint32_t sect = element(c, c->document, GP_TAG_SECT), list;
	size_t i;

	c->flow->lang = c->pack->info.lang;
	(void)gp_flow_title(c->flow, gp_word(GP_W_SOURCES));
	if (c->pack->n_entries) {
		(void)gp_compose_part(c, sect, gp_word(GP_W_SOURCES), true);
		list = element(c, sect, GP_TAG_L);
		for (i = 0; i < c->pack->n_entries; i++)
			add_source(c, i, list);
	}
	c->flow->file = "";
	if (gp_str_trim(c->pack->info.rights).n == 0)
		return;
	add(c, GP_ROLE_HEADING_2, sect, GP_TAG_H3, gp_word(GP_W_RIGHTS));
	add(c, GP_ROLE_END_TEXT, sect, GP_TAG_P, c->pack->info.rights);
}
