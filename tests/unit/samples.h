/*
 * The small pages of tests/parse/standard.cases, one after another.  It does
 * not know what is tested with them.
 */
#ifndef GP_TESTS_SAMPLES_H
#define GP_TESTS_SAMPLES_H

#include "base/arena.h"

#define SAMPLES "tests/parse/standard.cases"

struct sample {
	unsigned line;
	bool is_cut; /* what follows it is part of it */
	struct gp_str source, tree;
};

/* Calls `check` for each; what it takes from the arena goes at the end. */
void
samples_each(void (*check)(struct gp_arena *, const struct sample *));

#endif
