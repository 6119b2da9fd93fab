/* The outline (ISO 32000-1, 12.3.3) and destinations (12.3.2): every entry
   leads to a page of the file, and the list closes.  Whether titles are good
   ones is not asked. */
#include "verify/pdf/foreign_pdf.h"

/* ---- destinations ---- */

static void
take_name(struct gp_pdf *p, struct gp_pdf_value *key,
          struct gp_pdf_value *value)
{
	struct gp_str name = gp_pdf_string(key);

	if (gp_spend(p->in, name.n))
		gp_map_put(&p->names, name, value);
}

/* Names are read once; the new kind of list is a tree, the old one a
   dictionary. */
static void
read_names(struct gp_pdf *p)
{
	struct gp_pdf_value *names = gp_pdf_find(p, p->catalog, "Names");
	struct gp_pdf_value *old = gp_pdf_find(p, p->catalog, "Dests"), *v;

	p->names_read = true;
	gp_pdf_each_pair(p, gp_pdf_find(p, names, "Dests"), "Names", take_name);
	for (v = gp_pdf_is_dict(old) ? gp_pdf_items(old) : NULL; v;
	     v = gp_pdf_next(p, v))
		gp_map_put(&p->names, v->key, v);
}

static struct gp_pdf_value *
find_name(struct gp_pdf *p, struct gp_str name)
{
	if (!p->names_read)
		read_names(p);
	return gp_spend(p->in, name.n)
	               ? gp_pdf_follow(p, gp_map_find(&p->names, name))
	               : NULL;
}

static void
check_destination(struct gp_pdf *p, unsigned from, struct gp_pdf_value *v)
{
	if (v && (v->type == GP_PDF_STRING || v->type == GP_PDF_NAME))
		v = find_name(p, v->as.text);
	if (gp_pdf_is_dict(v))
		v = gp_pdf_find(p, v, "D");
	if (!gp_pdf_is_array(v) ||
	    !gp_pdf_page_of(p, gp_pdf_ref(gp_pdf_items(v))))
		gp_pdf_found(p, GP_CHECK_PDF_DESTINATION, from,
		             "the destination is no page of the document");
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
		gp_pdf_found(p, GP_CHECK_PDF_DESTINATION, from,
		             "it leads nowhere");
}

/* ---- the outline ---- */

static void
bad_outline(struct gp_pdf *p, const struct gp_pdf_value *item, const char *why)
{
	gp_pdf_found(p, GP_CHECK_PDF_OUTLINE, item->number, "%s", why);
}

static void
check_item(struct gp_pdf *p, struct gp_pdf_value *item, unsigned parent,
           unsigned previous)
{
	struct gp_pdf_value *title = gp_pdf_find(p, item, "Title");

	if (!gp_pdf_string(title).n)
		bad_outline(p, item, "the item has no title");
	if (gp_pdf_ref(gp_pdf_raw(p, item, "Parent")) != parent ||
	    gp_pdf_ref(gp_pdf_raw(p, item, "Prev")) != previous)
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
		if (up && gp_pdf_ref(gp_pdf_raw(p, up, "Last")) != item->number)
			bad_outline(p, up, "Last is not the last item");
		item = gp_pdf_is_name(gp_pdf_find(p, up, "Type"), "Outlines") ||
		                       !gp_pdf_raw(p, up, "Title")
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

	if (gp_pdf_is_array(open))
		check_destination(p, p->catalog->number, open);
	if (!gp_pdf_is_dict(item)) {
		gp_pdf_found(p, GP_CHECK_PDF_OUTLINE, p->catalog->number,
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
