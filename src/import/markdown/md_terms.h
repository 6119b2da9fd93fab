/*
 * Lists of terms and what they mean, as Pandoc, PHP Markdown Extra and kramdown
 * have them, which md4c does not know: a term on a line of its own, and under
 * it lines that begin with a colon.  Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_TERMS_H
#define GP_IMPORT_MARKDOWN_MD_TERMS_H

#include "base/arena.h"

/* The lines that begin with such a colon, from 0, in their order. */
struct gp_md_terms {
	unsigned *rows;
	size_t n;
};

/* The same text, or a copy as long in which each of those colons is the mark of
   a list's item; `out` lists their lines.  Code is left alone.  Cost: linear.
   An empty text after a failure of the arena. */
struct gp_str
gp_md_show_terms(struct gp_arena *a, struct gp_str text,
                 struct gp_md_terms *out);

#endif
