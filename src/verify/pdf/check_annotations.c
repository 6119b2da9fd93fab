/* Annotations (ISO 32000-1, 12.5; ISO 14289-1, 7.18): each is in the
   structure, printed, and says in words what it is.  Where it leads is
   check_outline.c's matter; nothing is drawn. */
#include "verify/pdf/foreign_pdf.h"

/* Bits of /F: 12.5.3, table 165. */
enum { HIDDEN = 1 << 1, PRINT = 1 << 2, NO_VIEW = 1 << 5 };

static void
found(struct gp_pdf *p, enum gp_check_id id, unsigned number, const char *why)
{
	gp_pdf_found(p, id, number, "%s", why);
}

/* The element that the parent tree names is the one that holds it. */
static void
check_parent(struct gp_pdf *p, struct gp_pdf_value *a)
{
	int64_t key = gp_pdf_int(gp_pdf_find(p, a, "StructParent"));
	const struct gp_pdf_row *row = gp_pdf_row_of(p, a->number);
	struct gp_pdf_value *parent = NULL;

	if (key >= 0)
		parent = gp_map_find(&p->parent_of, gp_pdf_key(&key));
	if (!row || !row->element)
		found(p, GP_CHECK_PDF_ANNOTATION, a->number,
		      "the annotation is in no element of the structure");
	else if (!parent || gp_pdf_ref(parent) != row->element)
		found(p, GP_CHECK_PDF_PARENT_TREE, a->number,
		      "the parent tree does not lead from the annotation to "
		      "its element");
}

static void
check_annotation(struct gp_pdf *p, struct gp_pdf_value *a)
{
	struct gp_pdf_value *kind = gp_pdf_find(p, a, "Subtype");
	struct gp_pdf_value *words = gp_pdf_find(p, a, "Contents");
	int64_t flags = gp_pdf_int(gp_pdf_find(p, a, "F"));

	if (gp_pdf_is_name(kind, "Popup") ||
	    gp_pdf_is_name(kind, "PrinterMark"))
		return;
	if (flags < 0 || !(flags & PRINT) || (flags & (HIDDEN | NO_VIEW)))
		found(p, GP_CHECK_PDF_ANNOTATION, a->number,
		      "the annotation is hidden or not printed");
	check_parent(p, a);
	if (!gp_pdf_is_name(kind, "Link"))
		return;
	if (!gp_pdf_string(words).n)
		found(p, GP_CHECK_PDF_CONTENTS, a->number,
		      "the link has no Contents");
	gp_pdf_target(p, a->number, a);
}

static void
check_page(struct gp_pdf *p, const struct gp_pdf_page *page)
{
	struct gp_pdf_value *list = gp_pdf_find(p, page->dict, "Annots");
	struct gp_pdf_value *item = gp_pdf_items(list), *a;

	if (!gp_pdf_is_array(list) || !item)
		return;
	if (!gp_pdf_is_name(gp_pdf_find(p, page->dict, "Tabs"), "S"))
		found(p, GP_CHECK_PDF_TABS, page->number,
		      "the page has annotations and no Tabs /S");
	for (; item; item = gp_pdf_next(p, item)) {
		a = gp_pdf_follow(p, item);
		if (!gp_pdf_is_dict(a) || !gp_pdf_first_look(a)) {
			found(p, GP_CHECK_PDF_ANNOTATION, page->number,
			      "an annotation is not there, or on two pages");
			break;
		}
		check_annotation(p, a);
	}
}

void
gp_pdf_annotations(struct gp_pdf *p)
{
	size_t i;

	for (i = 0; i < p->n_pages; i++)
		check_page(p, &p->pages[i]);
}
