/*
 * The keys before a Markdown text; what follows it is not its matter.
 * Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_FRONT_MATTER_H
#define GP_IMPORT_MARKDOWN_FRONT_MATTER_H

#include "model/draft.h"

/* Front matter: a group of YAML keys between two lines of three hyphens, of
   TOML keys between two of three plus signs, or of JSON's between two of a
   brace, at the top of `text`; or what plain_matter.h reads.  What it says goes
   to the draft's claims; a key that means nothing here is a finding with its
   line.  `*lines` is how many lines it takes up, both marks included;
   0 when there is none.  Errors: GP_SYNTAX with line and column, GP_LIMIT,
   GP_NOMEM. */
bool
gp_front_matter(struct gp_draft *draft, const char *name, struct gp_str text,
                size_t *lines, struct gp_diag *d, struct gp_err *e);

#endif
