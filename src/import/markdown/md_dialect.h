/*
 * Marks of programs that write Markdown of their own: Obsidian's links,
 * comments, highlights and callouts, Pandoc's attributes and fenced divs.
 * They become plain Markdown before it is parsed.  Footnotes and tables are
 * none of it.  Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_DIALECT_H
#define GP_IMPORT_MARKDOWN_MD_DIALECT_H

#include "base/arena.h"

/* The same text with as many lines, in `a` where anything had to change.  What
   stands in code is left alone; comments become those of HTML, which are
   listed as hidden.  Cost: linear.  An empty text after a failure of the
   arena. */
struct gp_str
gp_md_plain_marks(struct gp_arena *a, struct gp_str text);

#endif
