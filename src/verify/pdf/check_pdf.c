/* A PDF from its end inwards: the table of objects, every object and
   reference once, the trailer, then what hangs on the catalog.  It decides
   the order and leaves what is right to the file of each part; nothing is
   rendered. */
#include "verify/pdf/check_pdf.h"

/* Every object is read once, so that one nobody asks for is looked at too;
   and what runs, or lies elsewhere, is found wherever it hangs. */
static const char *const active[] = {
	"JavaScript", "Launch",     "Movie",     "Sound",       "SubmitForm",
	"ResetForm",  "ImportData", "Rendition", "SetOCGState", "Hide",
};

static void
check_action(struct gp_pdf *p, const char *place, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *kind = gp_pdf_raw(dict, "S");
	size_t i;

	for (i = 0; i < sizeof active / sizeof active[0]; i++)
		if (gp_pdf_is_name(kind, active[i]))
			gp_found(p->in, GP_CHECK_PDF_ACTIVE, place, 0,
			         "there is an action of the kind %s",
			         active[i]);
	if (gp_pdf_raw(dict, "JS") && !gp_pdf_is_name(kind, "JavaScript"))
		gp_found(p->in, GP_CHECK_PDF_ACTIVE, place, 0,
		         "there is JavaScript");
	if (gp_pdf_raw(dict, "AA"))
		gp_found(p->in, GP_CHECK_PDF_ACTIVE, place, 0,
		         "there are additional actions");
	if (gp_pdf_is_name(kind, "GoToR") || gp_pdf_is_name(kind, "GoToE") ||
	    (dict->has_stream && gp_pdf_raw(dict, "F")) ||
	    (gp_pdf_is_name(gp_pdf_raw(dict, "Type"), "Filespec") &&
	     !gp_pdf_raw(dict, "EF")))
		gp_found(p->in, GP_CHECK_PDF_EXTERNAL, place, 0,
		         "the object leads to another file");
}

static void
check_reference(struct gp_pdf *p, const char *place,
                const struct gp_pdf_value *v)
{
	if (v->type == GP_PDF_REF && ((uint64_t)v->integer >= p->n_rows ||
	                              p->rows[v->integer].kind == GP_PDF_FREE))
		gp_found(p->in, GP_CHECK_PDF_DANGLING, place, 0,
		         "%.*s leads to object %lld, which is not there",
		         GP_ARG(v->key), (long long)v->integer);
}

/* All values in one object, whose depth is at most GP_MAX_PDF_DEPTH. */
static void
check_values(struct gp_pdf *p, const char *place, struct gp_pdf_value *root)
{
	struct gp_pdf_value *up[GP_MAX_PDF_DEPTH + 1];
	struct gp_pdf_value *v = root;
	size_t depth = 0;

	while (v) {
		check_reference(p, place, v);
		if (v->type == GP_PDF_DICT)
			check_action(p, place, v);
		if (v->items && depth < GP_MAX_PDF_DEPTH) {
			up[depth++] = v;
			v = v->items;
			continue;
		}
		while (v && !(v != root && v->next))
			v = depth > 0 ? up[--depth] : NULL;
		if (v)
			v = v->next;
	}
}

static void
check_objects(struct gp_pdf *p)
{
	struct gp_pdf_value *v;
	size_t i;

	for (i = 1; i < p->n_rows && p->in->err->code == GP_OK; i++) {
		v = gp_pdf_object(p, (int64_t)i);
		if (v)
			check_values(p, gp_pdf_place(p, (unsigned)i), v);
	}
}

/* ---- the trailer ---- */

static bool
check_trailer(struct gp_pdf *p)
{
	struct gp_pdf_value *id = gp_pdf_find(p, p->trailer, "ID");
	bool two = id && id->type == GP_PDF_ARRAY && id->items &&
	           id->items->next && !id->items->next->next &&
	           id->items->type == GP_PDF_STRING && id->items->text.n &&
	           id->items->next->type == GP_PDF_STRING;

	if (!two)
		gp_found(p->in, GP_CHECK_PDF_ID, NULL, 0,
		         "the trailer has no ID of two strings");
	if (gp_pdf_raw(p->trailer, "Encrypt")) {
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

static bool
look_at_pdf(struct gp_inspect *in, struct gp_str bytes)
{
	struct gp_pdf p = { .in = in, .bytes = bytes };

	p.page_of.arena = p.objr.arena = p.parent_of.arena = in->arena;
	p.seen.arena = p.names.arena = in->arena;
	if (gp_pdf_open(&p) && check_trailer(&p)) {
		check_objects(&p);
		gp_pdf_pages(&p);
		gp_pdf_document(&p);
		gp_pdf_structure(&p);
		gp_pdf_annotations(&p);
		gp_pdf_outline(&p);
		gp_pdf_metadata(&p);
	}
	return in->err->code == GP_OK;
}

const struct gp_file_kind gp_kind_pdf = {
	.name = "PDF",
	.is = is_pdf,
	.look = look_at_pdf,
};
