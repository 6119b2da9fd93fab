/*
 * The blocks of a Markdown text by md4c.  Knows no YAML before it.
 * Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_PARSE_H
#define GP_IMPORT_MARKDOWN_MD_PARSE_H

#include "import/markdown/md_notes.h"
#include "model/draft.h"

/* Appends the blocks of `text` (CommonMark 0.31 with GitHub's tables,
   autolinks, task lists and strike-through) to the draft; their spans are the
   lines where their words stand, of which the text's first is line `first`:
   {0, 0} for a block without words or without a line of its own.  HTML in it
   goes through gp_html_fragment().  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_markdown_blocks(struct gp_draft *draft, const char *name,
                   const struct gp_md_notes *text, unsigned first,
                   struct gp_diag *d, struct gp_err *e);

#endif
