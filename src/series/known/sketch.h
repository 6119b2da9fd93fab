/*
 * How alike two texts are, told from a few numbers of each: the smallest hashes
 * of their runs of four words (Broder, "On the resemblance and containment of
 * documents", 1997).  A sketch is kept for years, so how it is made does not
 * change.  It knows no article and decides nothing.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_SKETCH_H
#define GP_SERIES_KNOWN_SKETCH_H

#include "base/str.h"

#include <stdint.h>

enum { GP_SKETCH_SIZE = 24 };

struct gp_sketch {
	uint32_t rows[GP_SKETCH_SIZE]; /* ascending, each once */
	size_t n;
};

/* The sketch of a text; letter case and marks do not count. */
void
gp_sketch_make(struct gp_str text, struct gp_sketch *out);

enum { GP_SKETCH_TEXT = GP_SKETCH_SIZE * 8 + 1 };
/* As hexadecimal digits, eight a number, and a NUL; and back: false for text
   that is none. */
void
gp_sketch_write(const struct gp_sketch *s, char out[GP_SKETCH_TEXT]);
bool
gp_sketch_read(struct gp_str text, struct gp_sketch *out);

/* Which share of their runs of words two texts have in common, in hundredths,
   estimated to about 10; 0 when either has none. */
unsigned
gp_sketch_likeness(const struct gp_sketch *a, const struct gp_sketch *b);

#endif
