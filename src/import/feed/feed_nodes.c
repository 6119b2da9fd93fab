/* An element of an entry is one text, or one for each element and each text
   beside them in it; deeper ones are not told apart. */
#include "import/feed/feed_nodes.h"

static void
add_other(struct gp_arena *a, struct gp_feed_entry *entry, const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);

	gp_feed_other(a, entry, gp_str((const char *)node->name),
	              gp_arena_str(a, gp_str((const char *)content)));
	xmlFree(content);
}

/* Words that stand beside elements belong to the element around them. */
static void
add_words(struct gp_arena *a, struct gp_feed_entry *entry, const xmlNode *text)
{
	gp_feed_other(a, entry, gp_str((const char *)text->parent->name),
	              gp_arena_str(a, gp_str((const char *)text->content)));
}

static bool
has_elements(const xmlNode *node)
{
	const xmlNode *c = node->children;

	while (c && c->type != XML_ELEMENT_NODE)
		c = c->next;
	return c != NULL;
}

/* All texts but those of the article; what is in an element, piece by piece. */
void
gp_feed_list(struct gp_arena *a, struct gp_feed_entry *entry,
             const xmlNode *node)
{
	const xmlNode *c;

	if (!has_elements(node)) {
		add_other(a, entry, node);
		return;
	}
	for (c = node->children; c; c = c->next) {
		if (c->type == XML_ELEMENT_NODE)
			add_other(a, entry, c);
		else if (c->type == XML_TEXT_NODE && !xmlIsBlankNode(c))
			add_words(a, entry, c);
	}
}
