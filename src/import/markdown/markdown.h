/*
 * Markdown inside import/: the tree of a text by md4c, and the YAML before
 * it.  Nobody outside import/ knows that there was Markdown.
 * Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MARKDOWN_H
#define GP_IMPORT_MARKDOWN_MARKDOWN_H

#include "model/draft.h"

/* Front matter: a group of YAML keys between two lines of three hyphens at
   the top of `text`.  What it says goes to the draft's claims; a key that
   means nothing here is a finding with its line.  `*lines` is how many lines
   it takes up, both marks included; 0 when there is none.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_front_matter(struct gp_draft *draft, const char *name, struct gp_str text,
                size_t *lines, struct gp_diag *d, struct gp_err *e);

/* Appends the blocks of `text` (CommonMark 0.31 with GitHub's tables,
   autolinks, task lists and strike-through) to the draft; their spans are the
   lines where their words stand, of which the text's first is line `first`:
   {0, 0} for a block without words or without a line of its own.  HTML in it
   goes through gp_html_fragment().  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_markdown_blocks(struct gp_draft *draft, const char *name, struct gp_str text,
                   unsigned first, struct gp_diag *d, struct gp_err *e);

#endif
