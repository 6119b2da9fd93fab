/* What an article has in common with others of the pack, behind it: see
   compose.h.  It is the pack's word, so it stands outside the article's element
   and its title is no heading of it. */
#include "base/utf8.h"
#include "wording/printed_fields.h"
#include "typeset/compose/compose_parts.h"
#include "wording/relations.h"

/* The title of the other article, a link to it. */
static void
add_title(struct gp_composer *c, const struct gp_voice *voice, size_t other)
{
	struct gp_flow *f = c->flow;
	struct gp_voice v = *voice;
	struct gp_target to = { .place = c->places[other], .here = GP_NONE };

	to.words = gp_title_text(c->pack->entries[other].doc, c->pack->labels);
	v.element = gp_tree_element(&f->tree, voice->element, GP_TAG_REFERENCE);
	v.element = gp_tree_element(&f->tree, v.element, GP_TAG_LINK);
	v.link = gp_tree_target(&f->tree, &to);
	v.colour = f->style->link;
	v.line = GP_LINE_UNDER;
	gp_para_add(&f->text, &v, to.words);
}

/* "page 7" at the end of its line, where it is for who cannot follow a link.
   How wide that is follows from how many letters the language needs for it. */
static void
add_page(struct gp_composer *c, size_t other, const struct gp_voice *voice,
         struct gp_block *block)
{
	enum { GAP = 1 }; /* the hole's three letters make three digits */
	struct gp_flow *f = c->flow;
	struct gp_cell *page = &block->cells[1];
	size_t letters = gp_utf8_count(gp_word(f->labels, GP_W_PAGE_NUMBER));

	page->width = voice->size * (gp_len)(letters + GAP) / 2;
	page->x = gp_flow_measure(f) - page->width;
	page->page_of = c->places[other];
	page->page_words = f->labels;
	page->voice = *voice;
	block->n_cells = 2;
}

/* Room for that behind the last word, in spaces at which no line breaks and
   which nobody reads: four of them are as wide as an em. */
static void
add_room(struct gp_composer *c, const struct gp_voice *voice)
{
	struct gp_flow *f = c->flow;
	struct gp_voice unread = *voice;
	size_t n = 2 * gp_utf8_count(gp_word(f->labels, GP_W_PAGE_NUMBER));

	unread.element = GP_NONE;
	while (n--)
		gp_para_add(&f->text, &unread, GP_STR("\u00a0"));
}

static void
add_line(struct gp_composer *c, const struct gp_shared_line *line,
         uint32_t parent)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	struct gp_voice voice =
		gp_voice_of(role, gp_tree_element(&f->tree, parent, GP_TAG_P));
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);

	block.cells = gp_flow_cells(f, 2);
	if (!block.cells)
		return;
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice, line->before);
	if (line->other != GP_NO_ARTICLE) {
		gp_para_add(&f->text, &voice, GP_STR(" "));
		add_title(c, &voice, line->other);
		gp_para_add(&f->text, &voice, line->after);
		add_room(c, &voice);
	}
	block.cells[0] = gp_flow_cell(f, role->indent);
	if (line->other != GP_NO_ARTICLE)
		add_page(c, line->other, &voice, &block);
	block.after += role->leading / 4;
	block.whole = true;
	(void)gp_flow_add(f, &block);
}

void
gp_compose_related(struct gp_composer *c, size_t i, uint32_t parent)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	struct gp_shared_line *lines;
	uint32_t sect;
	size_t n, k;

	lines = gp_shared_lines(c->pack, i, f->arena, &n);
	if (n == 0)
		return;
	/* Not alone on a page: the article's address comes along, and brings
	   what is before it. */
	if (f->n_blocks && gp_str_trim(doc->url.text).n) {
		f->blocks[f->n_blocks - 1].keep = true;
		f->blocks[f->n_blocks - 1].trails = true;
	}
	sect = gp_tree_element(&f->tree, parent, GP_TAG_SECT);
	gp_flow_end_title(f, gp_tree_element(&f->tree, sect, GP_TAG_P),
	                  gp_word(c->pack->labels, GP_W_SHARED));
	for (k = 0; k < n; k++)
		add_line(c, &lines[k], sect);
}
