/*
 * Faces: the font files of a style, loaded when first asked for.  Only files
 * of the data folder are used, never a font of the machine.
 * This module knows files and code points; shaping is measure.h's.
 */
#ifndef GP_TYPESET_LINES_FACES_H
#define GP_TYPESET_LINES_FACES_H

#include "config/style.h"
#include "pack/job.h"

#include <hb.h>

/* The faces of the families, then those that only lend glyphs, then what of
   these is bold. */
enum {
	GP_FACE_OWN = GP_FAMILY_COUNT * GP_VARIANT_COUNT,
	GP_FACE_BOLD = GP_FACE_OWN + GP_MAX_FALLBACKS,
	GP_FACE_COUNT = GP_FACE_BOLD + GP_MAX_FALLBACKS,
};

struct gp_face {
	hb_blob_t *blob; /* the file, without what is not wanted */
	hb_font_t *font; /* scaled to font units */
	int32_t units;   /* of an em */
	uint32_t hyphen; /* glyph of U+00AD; 0 when it cannot be told from
	                    that of "-": then words are not divided */
	bool failed;     /* the file could not be loaded */
};

struct gp_faces {
	const struct gp_write_job *job;
	const struct gp_style *style;
	struct gp_err *e; /* of the run: the first failure lands here */
	bool whole; /* as the files are, which is quicker: the same widths, but
	               glyphs of other numbers; for what goes into no PDF */
	struct gp_face rows[GP_FACE_COUNT];
};

/* The number of a face: what text is marked with. */
static inline unsigned
gp_face_number(enum gp_family family, bool bold, bool italic)
{
	return (unsigned)family * GP_VARIANT_COUNT + (bold ? 2U : 0U) +
	       (italic ? 1U : 0U);
}

static inline bool
gp_face_is_bold(unsigned number)
{
	return number < GP_FACE_OWN &&
	       number % GP_VARIANT_COUNT >= (unsigned)GP_BOLD;
}

/* The face of a number, loaded when it is not yet; NULL after an error, which
   is then in f->e (GP_INPUT, GP_LIMIT, GP_NOMEM), and for a number that the
   style has no font for. */
const struct gp_face *
gp_faces_find(struct gp_faces *f, unsigned number);

/* True when the face has a glyph of its own for the code point. */
bool
gp_face_has(const struct gp_face *face, uint32_t code_point);

void
gp_faces_free(struct gp_faces *f);

#endif
