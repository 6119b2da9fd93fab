/* The order of the parts of a digest: cover, summary, note and contents, the
   articles under their sections, the back.  Places are made before the
   summary and the contents, so that a line of these can lead to an article
   that is composed later.  What stands in a part is its own file's matter. */
#include "typeset/compose/compose_parts.h"

#include "wording/printed_fields.h"

/* The places of sections and articles, known before the contents. */
static void
make_places(struct gp_composer *c)
{
	const struct gp_pack *pack = c->pack;
	struct gp_tree *t = &c->flow->tree;
	size_t last = GP_NO_SECTION, i;

	for (i = 0; i < pack->n_entries; i++) {
		size_t section = pack->entries[i].section;
		unsigned level = section == GP_NO_SECTION ? 1 : 2;

		if (section != last && section != GP_NO_SECTION)
			(void)gp_tree_place(t, 1, pack->sections[section]);
		last = section;
		c->places[i] = gp_tree_place(
			t, level,
			gp_title_text(pack->entries[i].doc, c->pack->labels));
	}
}

static void
add_articles(struct gp_composer *c)
{
	const struct gp_pack *pack = c->pack;
	uint32_t parent = c->document;
	size_t last = GP_NO_SECTION, i;

	for (i = 0; i < pack->n_entries; i++) {
		size_t section = pack->entries[i].section;

		if (section == GP_NO_SECTION)
			parent = c->document;
		else if (section != last)
			parent = gp_tree_element(&c->flow->tree, c->document,
			                         GP_TAG_SECT);
		last = section;
		gp_compose_article(c, i, parent,
		                   section == GP_NO_SECTION ? 1 : 2);
	}
}

/* False after a failure of the arena. */
static bool
begin(struct gp_composer *c)
{
	struct gp_flow *f = c->flow;

	f->lang = c->pack->info.lang;
	f->labels = c->pack->labels;
	f->file = "";
	f->marking_element = GP_NONE;
	f->pack_title = c->pack->info.title;
	c->document = gp_tree_element(&f->tree, GP_NONE, GP_TAG_DOCUMENT);
	c->places = gp_arena_array(f->arena, c->pack->n_entries + 1,
	                           sizeof *c->places);
	if (c->places)
		make_places(c);
	return c->places != NULL;
}

void
gp_compose_summary_alone(struct gp_composer *c)
{
	if (begin(c))
		gp_compose_summary(c);
}

void
gp_compose(struct gp_composer *c)
{
	if (!begin(c))
		return;
	gp_compose_front(c);
	gp_compose_contents(c);
	add_articles(c);
	gp_compose_back(c);
}
