/*
 * Painting: a layout to a PDF by cairo.  Draws what the layout says and
 * decides nothing.  Each marked piece stands in one flat cairo tag; what the
 * pieces mean is written by the pass after it (post.h).
 */
#ifndef GP_WRITE_PAINT_PAINT_H
#define GP_WRITE_PAINT_PAINT_H

#include "typeset/pages/layout.h"

/* A glyph of a face, and what it is read as. */
struct gp_specimen_sign {
	const struct gp_specimen_sign *next;
	struct gp_str text;
	uint32_t glyph;
	unsigned face;
};

/* A page of type in front of all others: each sign once, in a tag of its own,
   so that every face is embedded with all that whoever sets pages by other
   means needs of it. */
struct gp_specimen {
	const struct gp_specimen_sign *first;
	const bool *painted; /* for each page of the layout: it is wanted */
};

/* Appends the file to `out`: every page, or the specimen and the pages that
   are wanted with it.  `s` may be NULL.  Errors: GP_NOMEM, GP_INTERNAL. */
bool
gp_paint(const struct gp_layout *l, const struct gp_date *date,
         const struct gp_specimen *s, struct gp_buf *out, struct gp_err *e);

/* Draws a page on a white image of `width` dots, the height in its share, and
   hands it over in bands of rows from the top: `rows` of them, `stride` bytes
   apart, four bytes a dot, 0xXXRRGGBB in the order of the machine. */
struct gp_band_taker {
	void *user;
	void (*take)(void *user, const unsigned char *data, int stride,
	             int rows);
};
bool
gp_paint_bands(const struct gp_layout *l, size_t page, int width, int height,
               const struct gp_band_taker *to, struct gp_err *e);

/* Notes the libraries that a layout and its painting stand on. */
void
gp_paint_note(struct gp_ingredients *used);

#endif
