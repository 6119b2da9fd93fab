/*
 * The words of drafts and trees, told to whoever counts them.  Knows no source
 * and no document.
 */
#ifndef GP_MODEL_TELL_H
#define GP_MODEL_TELL_H

#include "base/text/words_told.h"
#include "model/draft.h"

/* All words under `n`: its texts, the labels of headings and items, and what a
   picture is called where it `names` them.  `at` is told with each. */
void
gp_tell_node(const struct gp_node *n, bool names, size_t at,
             struct gp_listener *l);

/* The words of one block as they will be used: its tree's, or its line where
   it has none; with its line. */
void
gp_tell_block(const struct gp_draft_block *b, struct gp_listener *l);

#endif
