/*
 * Measuring: text to glyphs by HarfBuzz, each piece shaped once and kept.
 * Knows faces and nothing of lines or pages.
 */
#ifndef GP_TYPESET_LINES_MEASURE_H
#define GP_TYPESET_LINES_MEASURE_H

#include "base/map.h"
#include "typeset/lines/faces.h"

struct gp_glyph {
	uint32_t id;
	int32_t advance, dx, dy; /* font units, y upwards */
	uint32_t at;             /* byte of the run's text it stands for */
};

/* Text as glyphs of one face in their order from left to right. */
struct gp_run {
	struct gp_str text; /* what it is read as */
	uint32_t number;    /* its own among those of its measure, from 1 */
	size_t bytes;       /* of the source; not text.n where a box stands for
	                       what has no meaning of its own */
	unsigned face;      /* its number; -> gp_faces_find() */
	int32_t units;      /* of an em */
	int32_t width;      /* font units */
	bool backward;      /* right-to-left: `at` falls */
	uint32_t missing;   /* first code point no face has, or 0 */
	bool stacked;       /* marks stood too high or low and were moved */
	size_t n_glyphs;
	const struct gp_glyph *glyphs;
	struct gp_run *more; /* goes on in another face, or behind
	                            very many marks; NULL: no */
};

struct gp_measure {
	struct gp_arena *arena; /* holds the runs */
	struct gp_faces *faces;
	struct gp_map runs;
	uint32_t n_runs; /* numbers given out */
	const struct gp_run *hyphens[GP_FACE_COUNT];
	hb_buffer_t *buffer;
	hb_language_t language;
	bool turned; /* what is shaped now runs from right to left */
};

/* False with GP_NOMEM.  gp_measure_close() ends it, also after a failure. */
bool
gp_measure_open(struct gp_measure *m, struct gp_arena *arena,
                struct gp_faces *faces, struct gp_err *e);
void
gp_measure_close(struct gp_measure *m);

/* The glyphs of `text`, which must be UTF-8, in the face of that number; other
   faces lend glyphs that it lacks, and a box stands for what none has.  Never
   NULL: after a failure (which the arena or the faces remember) an empty
   run. */
const struct gp_run *
gp_measure_run(struct gp_measure *m, unsigned face, struct gp_str text);

/* The same for a piece that is to run from right to left whatever it holds:
   brackets are mirrored.  Parts in several faces follow in the order of the
   text. */
const struct gp_run *
gp_measure_turned(struct gp_measure *m, unsigned face, struct gp_str text);

/* The soft hyphen that ends a divided word in that face, read as U+00AD;
   NULL when the face has none that can be told apart. */
const struct gp_run *
gp_measure_hyphen(struct gp_measure *m, unsigned face);

/* Width of a run, with what it goes on with, at a type size. */
gp_len
gp_run_width(const struct gp_run *run, gp_len size);

#endif
