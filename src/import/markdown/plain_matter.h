/*
 * Front matter without marks round it, as the tree that YAML would be:
 * Pandoc's title block and MultiMarkdown's keys.  Which keys mean something is
 * not known here but for the title's, without which there is none.  Private
 * to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_PLAIN_MATTER_H
#define GP_IMPORT_MARKDOWN_PLAIN_MATTER_H

#include "config/yamltree.h"

/* What `text` begins with: up to three lines of "% title", "% author; author"
   and "% date" (Pandoc's manual, pandoc_title_block), or a paragraph of
   "Key: value" lines with a title among them (MultiMarkdown's guide,
   Metadata); lines that are set in go on with the one before.  A map in `a`;
   `*lines` is how many lines it takes up.  NULL: there is none, or out of
   memory. */
struct gp_yaml *
gp_plain_matter(struct gp_arena *a, struct gp_str text, size_t *lines);

#endif
