/* Annotations (ISO 32000-1, 12.5; ISO 14289-1, 7.18): each is in the
   structure, printed, and says in words what it is.  Where it leads is
   check_outline.c's matter; nothing is drawn. */
#include "verify/pdf/check_pdf.h"

/* Bits of /F: 12.5.3, table 165. */
enum { HIDDEN = 1 << 1, PRINT = 1 << 2, NO_VIEW = 1 << 5 };

static void
found(struct gp_pdf *p, enum gp_check_id id, unsigned number, const char *why)
{
	gp_found(p->in, id, gp_pdf_place(p, number), 0, "%s", why);
}

/* The element that the parent tree names is the one that holds it. */
static void
check_parent(struct gp_pdf *p, struct gp_pdf_value *a)
{
	int64_t key = gp_pdf_int(gp_pdf_find(p, a, "StructParent"));
	struct gp_pdf_value *element = gp_map_find(&p->objr,
	                                           gp_pdf_key(p, a->number)),
			    *parent = NULL;

	if (key >= 0)
		parent = gp_map_find(&p->parent_of, gp_pdf_key(p, key));
	if (!element)
		found(p, GP_CHECK_PDF_ANNOTATION, a->number,
		      "the annotation is in no element of the structure");
	else if (!parent || gp_pdf_ref(parent) != element->number)
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
	if (!words || words->type != GP_PDF_STRING || !words->text.n)
		found(p, GP_CHECK_PDF_CONTENTS, a->number,
		      "the link has no Contents");
	gp_pdf_target(p, a->number, a);
}

static void
check_page(struct gp_pdf *p, const struct gp_pdf_page *page)
{
	struct gp_pdf_value *list = gp_pdf_find(p, page->dict, "Annots"), *a;

	if (!list || list->type != GP_PDF_ARRAY || !list->items)
		return;
	if (!gp_pdf_is_name(gp_pdf_find(p, page->dict, "Tabs"), "S"))
		found(p, GP_CHECK_PDF_TABS, page->number,
		      "the page has annotations and no Tabs /S");
	for (list = list->items; list; list = list->next) {
		a = gp_pdf_follow(p, list);
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
