/*
 * A finished document: its end, and the number of its words.  How one is made
 * is the matter of normalise/.
 */
#include "model/doc.h"

#include "model/node_words.h"
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
	return doc->words ? doc->words : gp_node_count_words(doc->body);
}

size_t
gp_doc_words_to_read(const struct gp_doc *doc)
{
	return doc->stands_in ? 0 : gp_doc_words(doc);
}
