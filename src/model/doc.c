/*
 * A finished document: its end, and the number of its words.  How one is made
 * is the matter of normalise/.
 */
#include "model/doc.h"

#include "model/walk.h"

void
gp_doc_free(const struct gp_doc *doc)
{
	if (doc)
		gp_arena_free(doc->arena);
}

size_t
gp_doc_words(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	size_t words = 0;

	if (doc->words)
		return doc->words;
	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && w.node->kind == GP_TEXT)
			words += gp_str_words(gp_node_text(w.node));
	return words;
}
