/* A font file as HarfBuzz takes it: checked for being whole, without hints
   and without the code points of ligatures, which would be read as such out
   of a PDF.  A file that is no font is an error that names it.  It knows
   nothing of shapes, and of the style only which file is which. */
#include "typeset/lines/faces.h"

#include "base/limits.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>

enum {
	SOFT_HYPHEN = 0xAD,
	FIRST_LIGATURE = 0xFB00,
	LAST_LIGATURE = 0xFB06,
	LAST_NAME = 25,
	DIRECTORY_HEAD = 12, /* bytes before the directory of tables */
	DIRECTORY_ROW = 16,
};

static unsigned long
big_endian(const unsigned char *p, size_t n)
{
	unsigned long v = 0;

	while (n--)
		v = v << 8 | *p++;
	return v;
}

/* True when every table that the font's directory names lies within the file
   (OpenType, "Table directory"): a file that was cut short draws blanks. */
static bool
is_whole(const struct gp_bytes *font)
{
	size_t tables, i;

	if (font->size < DIRECTORY_HEAD)
		return false;
	tables = big_endian(font->data + 4, 2);
	if (font->size < DIRECTORY_HEAD + tables * DIRECTORY_ROW)
		return false;
	for (i = 0; i < tables; i++) {
		const unsigned char *row =
			font->data + DIRECTORY_HEAD + i * DIRECTORY_ROW;
		unsigned long offset = big_endian(row + 8, 4);
		unsigned long length = big_endian(row + 12, 4);

		if (offset > font->size || length > font->size - offset)
			return false;
	}
	return true;
}

/*
 * The font without hints, which only make the file larger, and without the
 * code points U+FB00 to U+FB06: a glyph that has one would be written to the
 * PDF as that code point, and every "ffi" would need a patch round it to be
 * read as three letters.  The glyphs stay; features find them.
 */
static hb_face_t *
trimmed(hb_face_t *whole)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_face_t *face;
	hb_set_t *set;

	if (!input)
		return NULL;
	set = hb_subset_input_unicode_set(input);
	hb_set_clear(set);
	hb_face_collect_unicodes(whole, set);
	hb_set_del_range(set, FIRST_LIGATURE, LAST_LIGATURE);
	set = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
	hb_set_clear(set);
	hb_set_invert(set);
	set = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
	hb_set_clear(set);
	hb_set_add_range(set, 0, LAST_NAME);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	face = hb_subset_or_fail(whole, input);
	hb_subset_input_destroy(input);
	return face;
}

/* Some fonts cannot be trimmed; they are used whole. */
static hb_blob_t *
trimmed_blob(hb_blob_t *file)
{
	hb_face_t *whole = hb_face_create(file, 0);
	hb_face_t *face = trimmed(whole);
	hb_blob_t *blob = hb_face_reference_blob(face ? face : whole);

	hb_face_destroy(face);
	hb_face_destroy(whole);
	return blob;
}

static uint32_t
nominal(hb_font_t *font, uint32_t code_point)
{
	hb_codepoint_t glyph = 0;

	if (!hb_font_get_nominal_glyph(font, code_point, &glyph))
		return 0;
	return glyph;
}

/* With one glyph for both, every real hyphen would be read as a soft one. */
static uint32_t
soft_hyphen(hb_font_t *font)
{
	uint32_t glyph = nominal(font, SOFT_HYPHEN);

	return glyph == nominal(font, '-') ? 0 : glyph;
}

static hb_bool_t
glyph_but_ligatures(hb_font_t *font, void *data, hb_codepoint_t c,
                    hb_codepoint_t *glyph, void *user)
{
	(void)data;
	(void)user;
	return !(c >= FIRST_LIGATURE && c <= LAST_LIGATURE) &&
	       hb_font_get_nominal_glyph(hb_font_get_parent(font), c, glyph);
}

/* The font without the code points that trimmed() takes away. */
static hb_font_t *
without_ligatures(hb_font_t *whole)
{
	hb_font_funcs_t *funcs = hb_font_funcs_create();
	hb_font_t *font = hb_font_create_sub_font(whole);

	hb_font_funcs_set_nominal_glyph_func(funcs, glyph_but_ligatures, NULL,
	                                     NULL);
	hb_font_set_funcs(font, funcs, NULL, NULL);
	hb_font_funcs_destroy(funcs);
	hb_font_destroy(whole);
	return font;
}

static bool
open_face(struct gp_face *face, hb_blob_t *blob, bool whole)
{
	hb_face_t *hb = hb_face_create(blob, 0);
	bool ok = hb_face_get_glyph_count(hb) > 0;

	face->blob = blob;
	face->units = (int32_t)hb_face_get_upem(hb);
	face->font = hb_font_create(hb);
	hb_font_set_scale(face->font, face->units, face->units);
	hb_ot_font_set_funcs(face->font);
	if (whole)
		face->font = without_ligatures(face->font);
	hb_font_make_immutable(face->font);
	face->hyphen = soft_hyphen(face->font);
	hb_face_destroy(hb);
	return ok;
}

static void
close_face(struct gp_face *face)
{
	hb_font_destroy(face->font);
	hb_blob_destroy(face->blob);
	face->font = NULL;
	face->blob = NULL;
}

static bool
load_face(struct gp_faces *f, struct gp_face *face, const char *path)
{
	struct gp_bytes bytes = { 0 };
	hb_blob_t *file;
	bool ok;

	if (!gp_data_read(f->job, path, GP_MAX_FONT_BYTES, &bytes, f->e))
		return false;
	if (!is_whole(&bytes)) {
		gp_bytes_free(&bytes);
		return gp_fail_at(f->e, GP_INPUT, path, 0, 0,
		                  "this is not a whole TrueType font");
	}
	/* The blob owns the bytes from here on. */
	file = hb_blob_create((const char *)bytes.data, (unsigned)bytes.size,
	                      HB_MEMORY_MODE_READONLY, bytes.data, free);
	ok = open_face(face,
	               f->whole ? hb_blob_reference(file) : trimmed_blob(file),
	               f->whole);
	hb_blob_destroy(file);
	if (!ok)
		return gp_fail_at(f->e, GP_INPUT, path, 0, 0,
		                  "this is not a TrueType font");
	return true;
}

static const char *
path_of(const struct gp_style *s, unsigned number)
{
	if (number < GP_FACE_OWN)
		return s->fonts[number / GP_VARIANT_COUNT]
		               [number % GP_VARIANT_COUNT];
	if (number >= GP_FACE_BOLD) {
		number -= GP_FACE_BOLD;
		return number < s->n_fallbacks && s->fallback_bold[number][0]
		               ? s->fallback_bold[number]
		               : NULL;
	}
	number -= GP_FACE_OWN;
	return number < s->n_fallbacks ? s->fallback[number] : NULL;
}

const struct gp_face *
gp_faces_find(struct gp_faces *f, unsigned number)
{
	struct gp_face *face = &f->rows[number];
	const char *path;

	if (face->font)
		return face;
	if (face->failed)
		return NULL;
	path = path_of(f->style, number);
	if (!path)
		return NULL;
	if (load_face(f, face, path))
		return face;
	close_face(face);
	face->failed = true;
	return NULL;
}

bool
gp_face_has(const struct gp_face *face, uint32_t code_point)
{
	return nominal(face->font, code_point) != 0;
}

void
gp_faces_free(struct gp_faces *f)
{
	size_t i;

	for (i = 0; i < GP_FACE_COUNT; i++)
		close_face(&f->rows[i]);
}
