/* Each font file of the design cut by hb-subset to the characters it is
   given, with its licence beside it and a rule that names it.  A font that
   cannot be cut is an error.  Which characters are used is for the pages to
   tell. */
#include "write/epub/epub_fonts.h"

#include "base/limits.h"

#include <hb-subset.h>
#include <stdio.h>
#include <string.h>

static const char *const families[GP_FAMILY_COUNT] = {
	[GP_FAMILY_TEXT] = "text",
	[GP_FAMILY_HEADING] = "heading",
	[GP_FAMILY_CODE] = "code",
};

static const char *const variants[GP_VARIANT_COUNT] = {
	[GP_REGULAR] = "regular",
	[GP_ITALIC] = "italic",
	[GP_BOLD] = "bold",
	[GP_BOLD_ITALIC] = "bold-italic",
};

void
gp_epub_fonts_list(const struct gp_style *s, struct gp_epub_fonts *out)
{
	unsigned family, v;

	out->count = 0;
	for (family = 0; family < GP_FAMILY_COUNT; family++)
		for (v = 0; v < GP_VARIANT_COUNT; v++) {
			const char *path = s->fonts[family][v];
			struct gp_epub_font *f = &out->rows[out->count];

			if (v && strcmp(path, s->fonts[family][0]) == 0)
				continue;
			*f = (struct gp_epub_font){ path,
				                    (enum gp_family)family,
				                    (enum gp_variant)v, "" };
			(void)snprintf(f->name, sizeof f->name,
			               "fonts/%s-%s.ttf", families[family],
			               variants[v]);
			out->count++;
		}
}

static hb_face_t *
cut(hb_blob_t *file, const hb_set_t *used)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_face_t *whole = hb_face_create(file, 0), *face = NULL;

	if (input) {
		hb_set_union(hb_subset_input_unicode_set(input), used);
		hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
		face = hb_subset_or_fail(whole, input);
	}
	hb_subset_input_destroy(input);
	hb_face_destroy(whole);
	return face;
}

bool
gp_epub_font_cut(const struct gp_write_job *job, const struct gp_epub_font *f,
                 const hb_set_t *used, struct gp_buf *out, struct gp_err *e)
{
	struct gp_bytes bytes = { NULL, 0 };
	hb_blob_t *file, *blob;
	hb_face_t *face;
	const char *data;
	unsigned size = 0;

	if (!gp_data_read(job, f->path, GP_MAX_FONT_BYTES, &bytes, e))
		return false;
	file = hb_blob_create((const char *)bytes.data, (unsigned)bytes.size,
	                      HB_MEMORY_MODE_READONLY, NULL, NULL);
	face = cut(file, used);
	blob = hb_face_reference_blob(face ? face : hb_face_get_empty());
	data = hb_blob_get_data(blob, &size);
	gp_buf_put(out, data, size);
	hb_blob_destroy(blob);
	hb_face_destroy(face);
	hb_blob_destroy(file);
	gp_bytes_free(&bytes);
	if (size == 0)
		return gp_fail_at(e, GP_INPUT, f->path, 0, 0,
		                  "cannot cut this font to what is used of it");
	return gp_buf_ok(out, e);
}

bool
gp_epub_font_licence(const struct gp_write_job *job,
                     const struct gp_epub_font *f, struct gp_buf *out,
                     struct gp_err *e)
{
	const char *slash = strrchr(f->path, '/');
	char path[GP_STYLE_PATH + 16];
	struct gp_bytes bytes = { NULL, 0 };

	(void)snprintf(path, sizeof path, "%.*s/OFL.txt",
	               slash ? (int)(slash - f->path) : 0, f->path);
	if (!gp_data_read(job, path, GP_MAX_STYLE_BYTES, &bytes, e))
		return false;
	gp_buf_put(out, bytes.data, bytes.size);
	gp_bytes_free(&bytes);
	return gp_buf_ok(out, e);
}

/* ---- rules ---- */

static void
put_face(const struct gp_epub_font *f, struct gp_buf *out)
{
	bool bold = f->variant == GP_BOLD || f->variant == GP_BOLD_ITALIC;
	bool italic = f->variant == GP_ITALIC || f->variant == GP_BOLD_ITALIC;

	gp_buf_printf(out,
	              "\n@font-face {\n\tfont-family: \"pack %s\";\n"
	              "\tfont-style: %s;\n\tfont-weight: %s;\n"
	              "\tsrc: url(\"../%s\");\n}\n",
	              families[f->family], italic ? "italic" : "normal",
	              bold ? "bold" : "normal", f->name);
}

void
gp_epub_fonts_css(const struct gp_epub_fonts *fonts, struct gp_buf *out)
{
	size_t i;

	gp_buf_puts(out, "\n/* The fonts of the design, with what is used of "
	                 "them */\n");
	for (i = 0; i < fonts->count; i++)
		put_face(&fonts->rows[i], out);
	gp_buf_puts(
		out,
		"\nbody {\n\tfont-family: \"pack text\", serif;\n}\n"
		"\nh1,\nh2,\nh3,\nh4,\nh5,\nh6,\ntable,\n.source,\n"
		".organisation,\n.part,\n.byline,\n.dateline,\n.date,\n"
		".marking,\n.pages,\n.original,\nfigcaption,\ncaption,\n"
		".image {\n\tfont-family: \"pack heading\", sans-serif;\n}\n"
		"\npre,\ncode {\n\tfont-family: \"pack code\", monospace;\n"
		"}\n");
}
