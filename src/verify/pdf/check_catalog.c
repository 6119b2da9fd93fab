/* What the catalog says of the document (ISO 32000-1, 7.7.2), and the fonts
   of its pages (9.6 to 9.10): that they are there, embedded and mapped.  No
   font program is opened. */
#include "verify/pdf/check_pdf.h"

#include "base/text/lang.h"
#include "verify/grammar.h"

static void
found(struct gp_pdf *p, enum gp_check_id id, unsigned number, const char *why)
{
	gp_found(p->in, id, gp_pdf_place(p, number), 0, "%s", why);
}

/* ---- the catalog ---- */

static bool
is_true(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_BOOL && v->integer;
}

static void
check_intents(struct gp_pdf *p)
{
	struct gp_pdf_value *list = gp_pdf_find(p, p->catalog, "OutputIntents");
	struct gp_pdf_value *profile;
	bool good = false;

	for (list = list && list->type == GP_PDF_ARRAY ? list->items : NULL;
	     list; list = list->next) {
		profile = gp_pdf_find(p, gp_pdf_follow(p, list),
		                      "DestOutputProfile");
		good |= profile && profile->has_stream &&
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
	struct gp_pdf_value *rows = gp_pdf_find(p, tree, "Nums"), *v;
	int64_t last = -1, key;

	if (!tree)
		found(p, GP_CHECK_PDF_LABELS, p->catalog->number,
		      "pages have no labels");
	if (!rows || rows->type != GP_PDF_ARRAY)
		return; /* in kids, which readers know how to find */
	for (v = rows->items; v && v->next; v = v->next->next) {
		key = gp_pdf_int(v);
		if (key <= last || (last < 0 && key != 0) ||
		    (uint64_t)key >= p->n_pages ||
		    !gp_pdf_is_dict(gp_pdf_follow(p, v->next))) {
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

	if (!lang || lang->type != GP_PDF_STRING || !gp_lang_ok(lang->text))
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

	if (!map || !map->has_stream)
		found(p, GP_CHECK_PDF_TOUNICODE, font->number,
		      "the font does not say which characters its glyphs are");
	if (gp_pdf_is_name(gp_pdf_find(p, font, "Subtype"), "Type3"))
		return;
	if (kin && kin->type == GP_PDF_ARRAY)
		holder = gp_pdf_follow(p, kin->items);
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
	struct gp_pdf_value *list = gp_pdf_find(p, resources, "Font"), *font;
	struct gp_str key;

	for (list = gp_pdf_first_look(list) ? list->items : NULL; list;
	     list = list->next) {
		font = gp_pdf_follow(p, list);
		if (!gp_pdf_is_dict(font))
			continue;
		key = gp_pdf_key(p, font->number);
		if (font->number && gp_map_find(&p->seen, key))
			continue;
		gp_map_put(&p->seen, key, font);
		check_font(p, font);
	}
}
