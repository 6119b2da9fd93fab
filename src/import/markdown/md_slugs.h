/*
 * Links to headings of the same text: "[the steps](#the-steps)".  A heading is
 * named by `{#id}` behind it, or else by its words, as GitHub and Pandoc make
 * names of them.  Knows no other anchors.  Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_SLUGS_H
#define GP_IMPORT_MARKDOWN_MD_SLUGS_H

#include "model/draft.h"

/* Gives headings from `first` on that a link names their names, and has those
   links lead to them.  `text` is the source's, whose first line has the number
   `line`.  Cost: linear.  Failures are the draft's. */
void
gp_md_lead_to_headings(struct gp_draft *draft, struct gp_draft_block *first,
                       struct gp_str text, unsigned line);

#endif
