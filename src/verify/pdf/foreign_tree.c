/* Trees of names and numbers (ISO 32000-1, 7.9.6 and 7.9.7), walked with a
   path of their own: a node that many share is walked once.  What the names
   lead to is not asked here. */
#include "verify/pdf/foreign_pdf.h"

static void
take_leaves(struct gp_pdf *p, struct gp_pdf_value *list, gp_pdf_taker *take)
{
	struct gp_pdf_value *key, *value;

	key = gp_pdf_first_look(list) ? gp_pdf_items(list) : NULL;
	for (; key; key = gp_pdf_next(p, value)) {
		value = gp_pdf_next(p, key);
		if (!value)
			return;
		take(p, key, value);
	}
}

/* Leaves of a node, and the first of its kids: NULL when it has none, or when
   they were walked. */
static struct gp_pdf_value *
enter_node(struct gp_pdf *p, struct gp_pdf_value *node, const char *leaves,
           gp_pdf_taker *take)
{
	struct gp_pdf_value *kids = gp_pdf_find(p, node, "Kids");

	take_leaves(p, gp_pdf_find(p, node, leaves), take);
	return gp_pdf_first_look(kids) ? gp_pdf_items(kids) : NULL;
}

void
gp_pdf_each_pair(struct gp_pdf *p, struct gp_pdf_value *root,
                 const char *leaves, gp_pdf_taker *take)
{
	struct gp_pdf_value *path[GP_MAX_PDF_TREE], *kid;
	size_t depth = 0;

	path[depth++] = enter_node(p, root, leaves, take);
	while (depth > 0) {
		kid = path[depth - 1];
		if (!kid) {
			depth--;
			continue;
		}
		path[depth - 1] = gp_pdf_next(p, kid);
		kid = enter_node(p, gp_pdf_follow(p, kid), leaves, take);
		if (kid && depth < GP_MAX_PDF_TREE)
			path[depth++] = kid;
	}
}
