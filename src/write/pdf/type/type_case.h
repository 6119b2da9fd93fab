/*
 * The type case: every sign that the pages of a layout are set from, one
 * glyph of a face for one text, with its place in the fonts that cairo
 * embeds.  Pages of nothing but such signs and of filled boxes are set from it
 * directly; the others (pictures, text from right to left, stacked marks, a
 * glyph that is read in two ways) are painted by cairo in the same file, so
 * that both share one subset of each font.  Knows no element's meaning and no
 * file around the page.
 *
 *   gp_case_paint()  what cairo has to make, made and read
 *   gp_case_page()   a page set from it
 */
#ifndef GP_WRITE_PDF_TYPE_TYPE_CASE_H
#define GP_WRITE_PDF_TYPE_TYPE_CASE_H

#include "write/paint/paint.h"

struct gp_reader;

/* A font of the file. */
struct gp_case_font {
	struct gp_str name; /* in the resources of pages: "/f-0-1" */
	int64_t *widths;    /* by code, millionths of an em */
	size_t n_widths;
	bool wide; /* codes have two bytes */
};

struct gp_case_sign {
	struct gp_specimen_sign shown;
	char key[5]; /* face and glyph */
	/* learned */
	uint32_t font; /* of the fonts */
	uint32_t code;
	int64_t width; /* millionths of an em, as viewers go on by it */
	bool unread;   /* its font does not tell its text */
};

/* What a run of the measure is here: its signs one behind the other. */
struct gp_case_run {
	bool seen;
	bool strange; /* cannot be set from signs */
	bool reread;  /* some of them are read as another text here */
	const struct gp_case_sign **signs; /* one for each glyph */
};

struct gp_case {
	struct gp_arena *arena;
	struct gp_layout *layout;
	struct gp_specimen specimen;
	struct gp_case_sign **signs;
	size_t n_signs, cap_signs;
	struct gp_map by_key;
	const struct gp_run *spaces[GP_FACE_COUNT]; /* of those in use */
	struct gp_case_run *runs; /* by the number of the run */
	bool *painted;            /* by page: cairo's matter */
	/* learned */
	struct gp_case_font *fonts;
	size_t n_fonts, cap_fonts;
	bool learned; /* false: cairo painted all pages */
};

/* Fills the case for a layout that is done, and has `out` painted: the
   specimen and what cannot be set from signs, or where cairo made something
   else of the specimen than is expected, all pages.  Errors: GP_NOMEM,
   GP_LIMIT, GP_INTERNAL. */
bool
gp_case_paint(struct gp_case *c, struct gp_layout *l,
              const struct gp_date *date, struct gp_buf *out, struct gp_err *e);

/* Goes through the pages, which are laid out: what can be set from signs is,
   and the specimen has them all.  Failure is the arena's. */
void
gp_case_fill(struct gp_case *c, struct gp_layout *l);

/* What glyph `i` of a run is read as; empty for one that is no text alone. */
struct gp_str
gp_case_text(const struct gp_run *run, size_t i);

/* Reads fonts, codes and widths of the signs out of the file that
   gp_paint() made with the specimen.  False when a sign is not one code there,
   or a font not as it is expected: then cairo has to paint all pages. */
bool
gp_case_learn(struct gp_case *c, struct gp_str file);

/* Appends the content of a page that is set from signs, its leaves marked and
   their marks numbered.  Several threads may do so at once, a page each.
   Errors: GP_NOMEM, and GP_INTERNAL when pieces and leaves do not agree. */
bool
gp_case_page(const struct gp_case *c, size_t page, struct gp_buf *out,
             struct gp_err *e);

#endif
