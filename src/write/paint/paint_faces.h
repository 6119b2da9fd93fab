/*
 * The faces of a style as cairo's, each opened when it is first asked for.
 * Knows no text and no page.  Private to write/paint/.
 */
#ifndef GP_WRITE_PAINT_PAINT_FACES_H
#define GP_WRITE_PAINT_PAINT_FACES_H

#include "typeset/lines/faces.h"

#include <cairo.h>

struct gp_paint_faces {
	const struct gp_faces *of;
	cairo_font_face_t *rows[GP_FACE_COUNT];
};

/* The face of that number, which stays theirs; NULL when out of memory. */
cairo_font_face_t *
gp_paint_face(struct gp_paint_faces *p, unsigned number);

/* False when FreeType ran out of memory and did not say so. */
bool
gp_paint_faces_sound(const struct gp_paint_faces *p);
void
gp_paint_faces_drop(struct gp_paint_faces *p);

/* The version of the FreeType that runs: "2.12.1". */
enum { GP_FREETYPE_VERSION = 48 };
void
gp_freetype_version(char out[GP_FREETYPE_VERSION]);

#endif
