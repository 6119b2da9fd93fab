/* What the catalog says of the document (ISO 32000-1, 7.7.2), and the fonts
   of its pages (9.6 to 9.10): that they are there, embedded and mapped.  No
   font program is opened. */
#include "verify/pdf/foreign_pdf.h"

#include "base/text/lang.h"
#include "verify/grammar.h"

static void
found(struct gp_pdf *p, enum gp_check_id id, unsigned number, const char *why)
{
	gp_pdf_found(p, id, number, "%s", why);
}

/* ---- the catalog ---- */

static bool
is_true(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_BOOL && v->as.integer;
}

static void
check_intents(struct gp_pdf *p)
{
	struct gp_pdf_value *list = gp_pdf_find(p, p->catalog, "OutputIntents");
	struct gp_pdf_value *item, *profile;
	bool good = false;

	item = gp_pdf_is_array(list) ? gp_pdf_items(list) : NULL;
	for (; item && !good; item = gp_pdf_next(p, item)) {
		profile = gp_pdf_find(p, gp_pdf_follow(p, item),
		                      "DestOutputProfile");
		good = gp_pdf_stream(profile).p &&
		       gp_pdf_int(gp_pdf_find(p, profile, "N")) > 0;
	}
	if (!good)
		found(p, GP_CHECK_PDF_INTENT, p->catalog->number,
		      "there is no output intent with a profile");
}

/* 12.4.2: the tree has a row for the first page. */
static void
check_labels(struct gp_pdf *p)
{
	struct gp_pdf_value *tree = gp_pdf_find(p, p->catalog, "PageLabels");
	struct gp_pdf_value *rows = gp_pdf_find(p, tree, "Nums"), *v, *label;
	int64_t last = -1, key;

	if (!tree)
		found(p, GP_CHECK_PDF_LABELS, p->catalog->number,
		      "pages have no labels");
	if (!gp_pdf_is_array(rows))
		return; /* in kids, which readers know how to find */
	for (v = gp_pdf_items(rows); v; v = gp_pdf_next(p, label)) {
		label = gp_pdf_next(p, v);
		if (!label)
			return;
		key = gp_pdf_int(v);
		if (key <= last || (last < 0 && key != 0) ||
		    (uint64_t)key >= p->n_pages ||
		    !gp_pdf_is_dict(gp_pdf_follow(p, label))) {
			found(p, GP_CHECK_PDF_LABELS, p->catalog->number,
			      "labels are out of order, or not for the first "
			      "page");
			return;
		}
		last = key;
	}
}

void
gp_pdf_document(struct gp_pdf *p)
{
	struct gp_pdf_value *c = p->catalog;
	struct gp_pdf_value *lang = gp_pdf_find(p, c, "Lang");
	struct gp_pdf_value *view = gp_pdf_find(p, c, "ViewerPreferences");

	if (!gp_lang_ok(gp_pdf_string(lang)))
		found(p, GP_CHECK_PDF_LANG, c->number,
		      "the catalog has no language, or none that is "
		      "well-formed");
	if (!is_true(gp_pdf_find(p, gp_pdf_find(p, c, "MarkInfo"), "Marked")))
		found(p, GP_CHECK_PDF_MARKED, c->number,
		      "MarkInfo does not say that the document is tagged");
	if (!is_true(gp_pdf_find(p, view, "DisplayDocTitle")))
		found(p, GP_CHECK_PDF_TITLE, c->number,
		      "the window does not show the document's title");
	check_intents(p);
	check_labels(p);
}

/* ---- fonts ---- */

static void
check_font(struct gp_pdf *p, struct gp_pdf_value *font)
{
	struct gp_pdf_value *kin = gp_pdf_find(p, font, "DescendantFonts");
	struct gp_pdf_value *holder = font, *descriptor;
	struct gp_pdf_value *map = gp_pdf_find(p, font, "ToUnicode");

	if (!gp_pdf_stream(map).p)
		found(p, GP_CHECK_PDF_TOUNICODE, font->number,
		      "the font does not say which characters its glyphs are");
	if (gp_pdf_is_name(gp_pdf_find(p, font, "Subtype"), "Type3"))
		return;
	if (gp_pdf_is_array(kin))
		holder = gp_pdf_follow(p, gp_pdf_items(kin));
	descriptor = gp_pdf_find(p, holder, "FontDescriptor");
	if (!gp_pdf_find(p, descriptor, "FontFile") &&
	    !gp_pdf_find(p, descriptor, "FontFile2") &&
	    !gp_pdf_find(p, descriptor, "FontFile3"))
		found(p, GP_CHECK_PDF_FONT, font->number,
		      "the font is not embedded");
}

void
gp_pdf_fonts(struct gp_pdf *p, struct gp_pdf_value *resources)
{
	struct gp_pdf_value *list = gp_pdf_find(p, resources, "Font");
	struct gp_pdf_value *item, *font;

	item = gp_pdf_first_look(list) ? gp_pdf_items(list) : NULL;
	for (; item; item = gp_pdf_next(p, item)) {
		font = gp_pdf_follow(p, item);
		if (gp_pdf_is_dict(font) && gp_pdf_first_look(font))
			check_font(p, font);
	}
}
