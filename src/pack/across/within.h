/*
 * Whether one article says everything that another says, word for word, and
 * whether two name the same numbers.  What follows from it is for the pack to
 * decide.
 */
#ifndef GP_PACK_ACROSS_WITHIN_H
#define GP_PACK_ACROSS_WITHIN_H

#include "model/doc.h"

#include <stdint.h>

/* True when every paragraph, heading, row, caption and the standfirst of
   `gone` stands in `kept`: each run of four words (of all, where there are
   fewer), by letters and digits in small letters; and each of its links into
   the web leads there too, the host and marks of counting (utm_) aside.  Titles
   are not compared.  False also on error.  Cost: words and links of both, and a
   sort of those of `kept`.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_stands_within(const struct gp_doc *gone, const struct gp_doc *kept,
                 struct gp_err *e);

/* A hash of the words of the body: equal for texts that are the same word for
   word.  Errors: GP_LIMIT, GP_NOMEM; then 0. */
uint64_t
gp_text_key(const struct gp_doc *doc, struct gp_err *e);

/* The numbers of a text: hashes of its words with a digit, sorted, each
   once. */
struct gp_numbers {
	uint64_t *rows;
	size_t n, cap;
	bool read;
};

/* Reads those under `root`, once; the rows are the arena's.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_numbers_read(struct gp_numbers *out, struct gp_arena *a,
                const struct gp_node *root, struct gp_err *e);

/* Whether most numbers of the one that has fewer are in the other too; true
   where one has none. */
bool
gp_numbers_agree(const struct gp_numbers *a, const struct gp_numbers *b);

#endif
