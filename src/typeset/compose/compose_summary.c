/* The summary: the page before all others, with a line for each article: its
   number, its title and page, why it is in the pack, its source.  What the
   department says is wording/'s matter; no standfirst comes in here. */
#include "typeset/compose/compose_parts.h"

#include "wording/summary_words.h"

static uint32_t
summary_element(struct gp_composer *c, uint32_t parent, enum gp_tag tag)
{
	return gp_tree_element(&c->flow->tree, parent, tag);
}

/* Words under the row of an article, on its page. */
static void
add_under(struct gp_composer *c, enum gp_role role, uint32_t toci,
          struct gp_str words, bool more)
{
	uint32_t block = gp_flow_words(
		c->flow, role, summary_element(c, toci, GP_TAG_P), words);

	if (block != GP_NONE)
		c->flow->blocks[block].keep = more;
}

/* Nothing where neither its source nor its day is known. */
static struct gp_str
source_of(struct gp_composer *c, const struct gp_doc *doc)
{
	if (gp_str_trim(doc->source.name).n == 0 &&
	    doc->date.date.precision == GP_NO_DATE)
		return GP_STR("");
	return gp_compose_where_from(c, doc);
}

static void
add_summed_article(struct gp_composer *c, size_t i, uint32_t toc)
{
	const struct gp_entry *entry = &c->pack->entries[i];
	struct gp_str source = source_of(c, entry->doc);
	uint32_t toci = summary_element(c, toc, GP_TAG_TOCI), block;

	block = gp_compose_numbered_row(c, GP_ROLE_CONTENTS_TITLE, i, toci);
	if (block != GP_NONE)
		c->flow->blocks[block].keep = entry->why.n || source.n;
	add_under(c, GP_ROLE_CONTENTS_STANDFIRST, toci, entry->why,
	          source.n > 0);
	add_under(c, GP_ROLE_CONTENTS_SOURCE, toci, source, false);
}

static void
add_lines_to_take(struct gp_composer *c, uint32_t sect)
{
	struct gp_flow *f = c->flow;
	uint32_t list = GP_NONE, item;
	struct gp_str line;
	size_t at = 0;

	while (gp_summary_line(c->pack, &at, &line)) {
		if (list == GP_NONE) {
			gp_flow_end_title(
				f, summary_element(c, sect, GP_TAG_H3),
				gp_word(c->pack->labels, GP_W_LINES_TO_TAKE));
			list = summary_element(c, sect, GP_TAG_L);
		}
		item = summary_element(c, summary_element(c, list, GP_TAG_LI),
		                       GP_TAG_LBODY);
		(void)gp_flow_words(f, GP_ROLE_NOTE, item, line);
	}
}

void
gp_compose_summary(struct gp_composer *c)
{
	uint32_t sect = summary_element(c, c->document, GP_TAG_SECT), toc;
	size_t i;

	if (!gp_summary_wanted(c->pack))
		return;
	(void)gp_compose_part(c, sect, gp_word(c->pack->labels, GP_W_IN_BRIEF),
	                      false);
	toc = summary_element(c, sect, GP_TAG_TOC);
	for (i = 0; i < c->pack->n_entries; i++)
		add_summed_article(c, i, toc);
	add_lines_to_take(c, sect);
}
