/*
 * The fonts of the design for an EPUB that is to carry them: which files there
 * are, each cut to the characters that the pages use.  Knows no pages.
 * Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_EPUB_FONTS_H
#define GP_WRITE_EPUB_EPUB_FONTS_H

#include "config/style.h"
#include "pack/job.h"

#include <hb.h>

enum { GP_EPUB_FONT_NAME = 40 };

/* A file of the EPUB; the same font serves several variants. */
struct gp_epub_font {
	const char *path; /* in the data folder */
	enum gp_family family;
	enum gp_variant variant;
	char name[GP_EPUB_FONT_NAME]; /* "fonts/text-bold.ttf" */
};

struct gp_epub_fonts {
	struct gp_epub_font rows[GP_FAMILY_COUNT * GP_VARIANT_COUNT];
	size_t count;
};

/* The fonts of a style: of each family the regular face and those variants
   that have a file of their own. */
void
gp_epub_fonts_list(const struct gp_style *s, struct gp_epub_fonts *out);

/* Appends the font without the characters that are not in `used`, and without
   hints.  Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_epub_font_cut(const struct gp_write_job *job, const struct gp_epub_font *f,
                 const hb_set_t *used, struct gp_buf *out, struct gp_err *e);

/* Appends the licence of the font, the OFL.txt beside it.  Errors: the same. */
bool
gp_epub_font_licence(const struct gp_write_job *job,
                     const struct gp_epub_font *f, struct gp_buf *out,
                     struct gp_err *e);

/* Appends the rules that name the fonts, and those that use them. */
void
gp_epub_fonts_css(const struct gp_epub_fonts *fonts, struct gp_buf *out);

#endif
