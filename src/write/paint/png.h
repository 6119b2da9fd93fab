/*
 * PNG files (ISO/IEC 15948) of few colours: a palette of at most 16, half a
 * byte a dot.  No date, no name, nothing but the image.
 * Knows no cairo and no fonts.
 */
#ifndef GP_WRITE_PAINT_PNG_H
#define GP_WRITE_PAINT_PNG_H

#include "base/buf.h"

#include <stdint.h>

enum { GP_PNG_COLOURS = 16, GP_PNG_SEEN = 9 };

/* A colour that was asked for, and the one of the palette for it. */
struct gp_png_seen {
	uint32_t dot;
	bool known;
	unsigned char index;
};

struct gp_png {
	unsigned width, height;
	uint32_t palette[GP_PNG_COLOURS]; /* 0xRRGGBB */
	size_t n_colours;
	struct gp_png_seen seen[1 << GP_PNG_SEEN];
	unsigned char *rows; /* all of them; NULL: out of memory */
	unsigned n_rows;     /* so many were added */
};

/* Begins a white image; the caller ends it with gp_png_drop(). */
void
gp_png_begin(struct gp_png *p, unsigned width, unsigned height);
void
gp_png_drop(struct gp_png *p);

/* Adds colours that are drawn with, on white: 0xRRGGBB, each and two tints of
   it for smooth edges.  There is room for five; more are left out. */
void
gp_png_inks(struct gp_png *p, const uint32_t *inks, size_t n);

/* The next row: `width` dots, each given the nearest colour. */
void
gp_png_row(struct gp_png *p, const uint32_t *dots);

/* Appends the file to `out`; rows that are missing are white.
   Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_png_write(struct gp_png *p, struct gp_buf *out, struct gp_err *e);

#endif
