/*
 * What articles of one pack have in common: passages that stand in several of
 * them, and articles that are the same text.  Found by pack/across/across.h,
 * shown by writers; what follows from it is not decided here.
 */
#ifndef GP_MODEL_SHARED_H
#define GP_MODEL_SHARED_H

#include "model/node.h"

/* Words that differ between two versions of a passage, without the marks
   round them; empty: nothing stands there. */
struct gp_difference {
	struct gp_str here, there;
};

/* One place of a passage: neighbouring paragraphs of one article. */
struct gp_passage {
	size_t article; /* its place in the pack */
	const struct gp_node *first, *last;
	/* Of its most alike paragraph and another of the group: shingles that
	   stand in both, in hundredths of those of the shorter one. */
	unsigned containment;
	/* Against the group's first passage: `here` is that one's word,
	   `there` this one's. */
	struct gp_difference *differences;
	size_t n_differences;
};

/* The places of one passage, in the order of the pack; two or more. */
struct gp_shared {
	struct gp_passage *passages;
	size_t n;
};

/* Articles that are the same text but for a few words, in the order of the
   pack; two or more. */
struct gp_same {
	size_t *articles;
	size_t n;
	bool exact; /* word for word in all of them */
};

/* One place of one passage, by its numbers. */
struct gp_shared_place {
	size_t shared, passage;
};

struct gp_across {
	struct gp_same *same; /* by their first articles */
	size_t n_same;
	struct gp_shared *shared; /* by their first paragraphs */
	size_t n_shared;

	/* The places of article i are those from starts[i] to before
	   starts[i + 1], in reading order. */
	struct gp_shared_place *places;
	size_t *starts;
	/* same_of[i]: the set that article i is in, n_same for none. */
	size_t *same_of;
};

#endif
