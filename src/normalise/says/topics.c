/*
 * What an article is filed under: the section, the tags and the id that its
 * file or feed gives.  Nothing is guessed from its words.
 */
#include "normalise/work.h"

static bool
has_tag(const struct gp_doc *doc, struct gp_str tag)
{
	size_t i;

	for (i = 0; i < doc->n_tags; i++)
		if (gp_str_eq_nocase(doc->tags[i], tag))
			return true;
	return false;
}

static void
file_under(struct gp_doc *doc, struct gp_judged_claim *c)
{
	if (c->said->kind == GP_CLAIM_SECTION && doc->section.text.n == 0)
		doc->section = (struct gp_field){ c->said->value, c->said->at };
	else if (c->said->kind == GP_CLAIM_ID && doc->feed_id.n == 0)
		doc->feed_id = c->said->value;
	else if (c->said->kind == GP_CLAIM_TAG && !has_tag(doc, c->said->value))
		doc->tags[doc->n_tags++] = c->said->value;
	else
		return;
	c->taken = true;
}

bool
gp_pass_topics(struct gp_work *w, struct gp_err *e)
{
	struct gp_doc *doc = w->doc;
	struct gp_judged_claim *c;
	size_t tags = 0;

	for (c = doc->claims; c; c = c->next)
		tags += c->said->kind == GP_CLAIM_TAG;
	doc->n_tags = 0;
	doc->tags = gp_arena_array(doc->arena, tags + 1, sizeof *doc->tags);
	if (!doc->tags)
		return gp_arena_ok(doc->arena, e);
	for (c = doc->claims; c; c = c->next)
		file_under(doc, c);
	return gp_arena_ok(doc->arena, e);
}
