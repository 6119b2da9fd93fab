/* The outline (ISO 32000-1, 12.3.3) and destinations (12.3.2): every entry
   leads to a page of the file, and the list closes.  Whether titles are good
   ones is not asked. */
#include "verify/pdf/check_pdf.h"

/* ---- destinations ---- */

static bool
is_page(struct gp_pdf *p, struct gp_pdf_value *v)
{
	unsigned number = gp_pdf_ref(v);

	return number && gp_map_find(&p->page_of, gp_pdf_key(p, number));
}

/* Names are read once; the old kind of list is a dictionary, the new one a
   tree. */
static void
take_names(struct gp_pdf *p, struct gp_pdf_value *list)
{
	struct gp_pdf_value *v = gp_pdf_first_look(list) ? list->items : NULL;

	for (; v && v->next; v = v->next->next)
		gp_map_put(&p->names, v->text, v->next);
}

static void
read_names(struct gp_pdf *p)
{
	struct gp_pdf_value *path[GP_MAX_PDF_DEPTH], *node, *kids;
	size_t depth = 0, steps = 0;

	p->names_read = true;
	node = gp_pdf_find(p, gp_pdf_find(p, p->catalog, "Names"), "Dests");
	take_names(p, gp_pdf_find(p, node, "Names"));
	kids = gp_pdf_find(p, node, "Kids");
	if (kids && kids->items)
		path[depth++] = kids->items;
	while (depth > 0 && steps++ < 4 * p->n_rows) {
		node = gp_pdf_follow(p, path[depth - 1]);
		path[depth - 1] = path[depth - 1]->next;
		if (!path[depth - 1])
			depth--;
		take_names(p, gp_pdf_find(p, node, "Names"));
		kids = gp_pdf_find(p, node, "Kids");
		if (kids && kids->items && depth < GP_MAX_PDF_DEPTH)
			path[depth++] = kids->items;
	}
	node = gp_pdf_find(p, p->catalog, "Dests");
	for (node = gp_pdf_is_dict(node) ? node->items : NULL; node;
	     node = node->next)
		gp_map_put(&p->names, node->key, node);
}

static void
check_destination(struct gp_pdf *p, unsigned from, struct gp_pdf_value *v)
{
	if (v && (v->type == GP_PDF_STRING || v->type == GP_PDF_NAME)) {
		if (!p->names_read)
			read_names(p);
		v = gp_pdf_follow(p, gp_map_find(&p->names, v->text));
	}
	if (gp_pdf_is_dict(v))
		v = gp_pdf_find(p, v, "D");
	if (!v || v->type != GP_PDF_ARRAY || !is_page(p, v->items))
		gp_found(p->in, GP_CHECK_PDF_DESTINATION, gp_pdf_place(p, from),
		         0, "the destination is no page of the document");
}

void
gp_pdf_target(struct gp_pdf *p, unsigned from, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *to = gp_pdf_find(p, dict, "Dest");
	struct gp_pdf_value *action = gp_pdf_find(p, dict, "A");

	if (to)
		check_destination(p, from, to);
	else if (gp_pdf_is_name(gp_pdf_find(p, action, "S"), "GoTo"))
		check_destination(p, from, gp_pdf_find(p, action, "D"));
	else if (!action)
		gp_found(p->in, GP_CHECK_PDF_DESTINATION, gp_pdf_place(p, from),
		         0, "it leads nowhere");
}

/* ---- the outline ---- */

static void
bad_outline(struct gp_pdf *p, const struct gp_pdf_value *item, const char *why)
{
	gp_found(p->in, GP_CHECK_PDF_OUTLINE, gp_pdf_place(p, item->number), 0,
	         "%s", why);
}

static void
check_item(struct gp_pdf *p, struct gp_pdf_value *item, unsigned parent,
           unsigned previous)
{
	struct gp_pdf_value *title = gp_pdf_find(p, item, "Title");

	if (!title || title->type != GP_PDF_STRING || !title->text.n)
		bad_outline(p, item, "the item has no title");
	if (gp_pdf_ref(gp_pdf_raw(item, "Parent")) != parent ||
	    gp_pdf_ref(gp_pdf_raw(item, "Prev")) != previous)
		bad_outline(p, item,
		            "the item does not know its parent or the item "
		            "before it");
	gp_pdf_target(p, item->number, item);
}

/* Where the next item is: below, beside, or beside one further up.  The last
   of a list is the one that its parent names. */
static struct gp_pdf_value *
next_item(struct gp_pdf *p, struct gp_pdf_value *item, unsigned *previous)
{
	struct gp_pdf_value *next = gp_pdf_find(p, item, "First"), *up;
	size_t depth = 0;

	*previous = 0;
	if (gp_pdf_is_dict(next))
		return next;
	while (item && depth++ < GP_MAX_PDF_TREE) {
		next = gp_pdf_find(p, item, "Next");
		*previous = item->number;
		if (gp_pdf_is_dict(next))
			return next;
		up = gp_pdf_find(p, item, "Parent");
		if (up && gp_pdf_ref(gp_pdf_raw(up, "Last")) != item->number)
			bad_outline(p, up, "Last is not the last item");
		item = gp_pdf_is_name(gp_pdf_find(p, up, "Type"), "Outlines") ||
		                       !gp_pdf_raw(up, "Title")
		               ? NULL
		               : up;
	}
	return NULL;
}

void
gp_pdf_outline(struct gp_pdf *p)
{
	struct gp_pdf_value *root = gp_pdf_find(p, p->catalog, "Outlines");
	struct gp_pdf_value *item = gp_pdf_find(p, root, "First"), *up;
	struct gp_pdf_value *open = gp_pdf_find(p, p->catalog, "OpenAction");
	unsigned previous = 0;
	size_t steps = 0;

	if (open && open->type == GP_PDF_ARRAY)
		check_destination(p, p->catalog->number, open);
	if (!gp_pdf_is_dict(item)) {
		gp_found(p->in, GP_CHECK_PDF_OUTLINE,
		         gp_pdf_place(p, p->catalog->number), 0,
		         "there is no outline");
		return;
	}
	up = root;
	while (item) {
		if (steps++ > p->n_rows) {
			bad_outline(p, root, "the outline does not end");
			return;
		}
		check_item(p, item, up ? up->number : 0, previous);
		up = item;
		item = next_item(p, item, &previous);
		if (previous && item)
			up = gp_pdf_find(p, gp_pdf_object(p, previous),
			                 "Parent");
	}
}
