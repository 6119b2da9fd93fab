/*
 * The passes of normalisation, and the parts of the work that they hand on to
 * each other.  passes.def has their order and what each reads and writes;
 * tests/unit/test_passes.c proves that nothing is read before it is there, and
 * that the rows tell the truth.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_PASSES_H
#define GP_NORMALISE_PASSES_H

#include "base/err.h"

/* What may be decided when a pass begins.  Warnings and repairs are no part:
   each pass adds its own, and none asks for another's. */
enum gp_part {
	GP_PART_UNITS = 1 << 0,       /* the blocks, their words and measures */
	GP_PART_VERDICTS = 1 << 1,    /* what the rules say of them, and so
	                                 where running text ends */
	GP_PART_FATES = 1 << 2,       /* what becomes of them, and why */
	GP_PART_KINDS = 1 << 3,       /* what those that stay are */
	GP_PART_AFTER_TITLE = 1 << 4, /* where the title ends */
	GP_PART_FIRST_PROSE = 1 << 5, /* where the front ends */
	GP_PART_CLAIMS = 1 << 6, /* what the source says of itself, judged */
	GP_PART_LANG = 1 << 7,   /* fields of the document, */
	GP_PART_TITLE = 1 << 8,  /* each with its place */
	GP_PART_STANDFIRST = 1 << 9,
	GP_PART_BYLINE = 1 << 10,
	GP_PART_DATE = 1 << 11,
	GP_PART_SOURCE = 1 << 12,
	GP_PART_URL = 1 << 13,
	GP_PART_LABEL = 1 << 14,       /* "Source:" in the text */
	GP_PART_LINES_GIVEN = 1 << 15, /* an override moved lines */
	GP_PART_RULE_FILE = 1 << 16,   /* what the site's rules did */
	GP_PART_BODY = 1 << 17,        /* the tree */
	GP_PART_SHORT_FORMS = 1 << 18,
	GP_PART_FILING = 1 << 19,  /* section, id, tags */
	GP_PART_DROPPED = 1 << 20, /* the account of what was left out */
	GP_PART_EMBARGO = 1 << 21,
};

/* What is there before the first pass: the language that the source or its
   reader gives. */
enum { GP_PARTS_AT_FIRST = GP_PART_LANG };

struct gp_work;

/* One step of normalisation.  Errors: those of gp_normalise(). */
typedef bool
gp_pass(struct gp_work *w, struct gp_err *e);

#define GP_PASS(name, reads, writes) gp_pass gp_pass_##name;
#include "normalise/passes.def"
#undef GP_PASS

struct gp_pass_row {
	const char *name;
	gp_pass *run;
	unsigned reads, writes; /* enum gp_part */
};

enum {
#define GP_PASS(name, reads, writes) +1
	GP_N_PASSES = 0
#include "normalise/passes.def"
#undef GP_PASS
};

/* In the order in which they run. */
extern const struct gp_pass_row gp_passes[GP_N_PASSES];

#endif
