/*
 * Hyphenation: where a word may be divided, by the patterns that the style
 * names for its language.  Lower-case words only; at least two letters stay
 * before and three after.
 */
#ifndef GP_TYPESET_LINES_HYPHEN_H
#define GP_TYPESET_LINES_HYPHEN_H

#include "base/map.h"
#include "config/style.h"
#include "pack/job.h"

#include <stdint.h>

struct gp_patterns;

struct gp_hyphenators {
	const struct gp_write_job *job;
	const struct gp_style *style;
	struct gp_arena *arena;
	struct gp_err *e;
	struct gp_map words; /* of the language `current` */
	size_t current;      /* row of style->hyphenation, or its count */
	struct gp_bytes files[GP_MAX_HYPHENATIONS]; /* as long as these */
	struct gp_patterns *patterns[GP_MAX_HYPHENATIONS];
	bool tried[GP_MAX_HYPHENATIONS];
};

/* Where `word` (lower-case letters, UTF-8) of that language may be divided:
   bit i is set when a hyphen may stand after its i-th letter (from 0).  0 when
   nowhere, or when the language has no patterns. */
uint64_t
gp_hyphen_points(struct gp_hyphenators *h, struct gp_str lang,
                 struct gp_str word);

void
gp_hyphen_free(struct gp_hyphenators *h);

#endif
