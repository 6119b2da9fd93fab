/* A PDF from its end inwards: the table of objects, every object and
   reference once, the trailer, then what hangs on the catalog.  It decides
   the order and leaves what is right to the file of each part; nothing is
   rendered. */
#include "verify/pdf/foreign_pdf.h"

/* Every object is read once, so that one nobody asks for is looked at too;
   and what runs, or lies elsewhere, is found wherever it hangs. */
static const char *const active[] = {
	"JavaScript", "Launch",     "Movie",     "Sound",       "SubmitForm",
	"ResetForm",  "ImportData", "Rendition", "SetOCGState", "Hide",
};

static void
check_active(struct gp_pdf *p, unsigned number, struct gp_pdf_value *dict,
             const struct gp_pdf_value *kind)
{
	size_t i;

	for (i = 0; i < sizeof active / sizeof active[0]; i++)
		if (gp_pdf_is_name(kind, active[i]))
			gp_pdf_found(p, GP_CHECK_PDF_ACTIVE, number,
			             "there is an action of the kind %s",
			             active[i]);
	if (gp_pdf_raw(p, dict, "JS") && !gp_pdf_is_name(kind, "JavaScript"))
		gp_pdf_found(p, GP_CHECK_PDF_ACTIVE, number,
		             "there is JavaScript");
	if (gp_pdf_raw(p, dict, "AA"))
		gp_pdf_found(p, GP_CHECK_PDF_ACTIVE, number,
		             "there are additional actions");
}

static bool
leads_away(struct gp_pdf *p, struct gp_pdf_value *dict,
           const struct gp_pdf_value *kind)
{
	if (gp_pdf_is_name(kind, "GoToR") || gp_pdf_is_name(kind, "GoToE"))
		return true;
	if (gp_pdf_stream(dict).p && gp_pdf_raw(p, dict, "F"))
		return true;
	return gp_pdf_is_name(gp_pdf_raw(p, dict, "Type"), "Filespec") &&
	       !gp_pdf_raw(p, dict, "EF");
}

static void
check_dict(struct gp_pdf *p, unsigned number, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *kind = gp_pdf_raw(p, dict, "S");

	check_active(p, number, dict, kind);
	if (leads_away(p, dict, kind))
		gp_pdf_found(p, GP_CHECK_PDF_EXTERNAL, number,
		             "the object leads to another file");
}

static void
check_reference(struct gp_pdf *p, unsigned number, const struct gp_pdf_value *v)
{
	if (v->type == GP_PDF_REF &&
	    ((uint64_t)v->as.integer >= p->n_rows ||
	     p->rows[v->as.integer].kind == GP_PDF_FREE))
		gp_pdf_found(p, GP_CHECK_PDF_DANGLING, number,
		             "%.*s leads to object %lld, which is not there",
		             GP_ARG(v->key), (long long)v->as.integer);
}

/* All values in one object, whose depth is at most GP_MAX_PDF_DEPTH. */
static void
check_values(struct gp_pdf *p, unsigned number, struct gp_pdf_value *root)
{
	struct gp_pdf_value *up[GP_MAX_PDF_DEPTH + 1], *v = root;
	size_t depth = 0;

	while (v) {
		check_reference(p, number, v);
		if (v->type == GP_PDF_DICT)
			check_dict(p, number, v);
		if (gp_pdf_items(v) && depth < GP_MAX_PDF_DEPTH) {
			up[depth++] = v;
			v = gp_pdf_items(v);
			continue;
		}
		while (v && !(v != root && v->next))
			v = depth > 0 ? up[--depth] : NULL;
		if (v)
			v = gp_pdf_next(p, v);
	}
}

static void
check_objects(struct gp_pdf *p)
{
	size_t i;

	for (i = 1; i < p->n_rows && p->in->err->code == GP_OK; i++)
		check_values(p, (unsigned)i, gp_pdf_object(p, (int64_t)i));
}

/* ---- the trailer ---- */

static bool
has_id(struct gp_pdf *p)
{
	struct gp_pdf_value *id = gp_pdf_find(p, p->trailer, "ID");
	const struct gp_pdf_value *first = gp_pdf_items(id), *second;

	second = gp_pdf_is_array(id) && first ? first->next : NULL;
	return second && !second->next && gp_pdf_string(first).n &&
	       gp_pdf_is_string(second);
}

static bool
check_trailer(struct gp_pdf *p)
{
	if (!has_id(p))
		gp_found(p->in, GP_CHECK_PDF_ID, NULL, 0,
		         "the trailer has no ID of two strings");
	if (gp_pdf_raw(p, p->trailer, "Encrypt")) {
		gp_found(p->in, GP_CHECK_PDF_ENCRYPTED, NULL, 0,
		         "the file is encrypted");
		return false;
	}
	p->catalog = gp_pdf_find(p, p->trailer, "Root");
	if (gp_pdf_is_name(gp_pdf_find(p, p->catalog, "Type"), "Catalog") &&
	    gp_pdf_is_dict(gp_pdf_find(p, p->catalog, "Pages")))
		return true;
	gp_found(p->in, GP_CHECK_PDF_TRAILER, NULL, 0,
	         "the trailer names no catalog with pages");
	return false;
}

/* What may stand before %PDF- is junk of up to 1024 bytes (ISO 32000-1,
   Annex H, 3.4.1). */
static bool
is_pdf(struct gp_str head)
{
	return gp_str_find(head, GP_STR("%PDF-"), 0) < head.n;
}

/* Pages come before what leads to them, elements before the annotations that
   they hold. */
static void (*const parts[])(struct gp_pdf *p) = {
	check_objects,      gp_pdf_pages,   gp_pdf_document, gp_pdf_structure,
	gp_pdf_annotations, gp_pdf_outline, gp_pdf_metadata,
};

enum { N_PARTS = sizeof parts / sizeof parts[0] };

static bool
look_at_pdf(struct gp_inspect *in, struct gp_str bytes)
{
	struct gp_pdf p = { .in = in, .bytes = bytes };
	size_t i;

	p.parent_of.arena = p.names.arena = in->arena;
	if (gp_pdf_open(&p) && check_trailer(&p))
		for (i = 0; i < N_PARTS && in->err->code == GP_OK; i++)
			parts[i](&p);
	return in->err->code == GP_OK;
}

const struct gp_file_kind gp_kind_pdf = {
	.name = "PDF",
	.is = is_pdf,
	.look = look_at_pdf,
};
