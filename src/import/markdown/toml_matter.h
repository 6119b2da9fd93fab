/*
 * Front matter in TOML (1.0), as far as articles need it: keys at the top with
 * a text, a date, a number or a list of them, as the tree that YAML would be.
 * Which keys mean something is not known here.  Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_TOML_MATTER_H
#define GP_IMPORT_MARKDOWN_TOML_MATTER_H

#include "config/yamltree.h"

#include "base/diag.h"

/* The tree of `text`, in `a`, a map in any case; the first of its lines is
   line `first` of file `name`.  A line that is not read is a finding
   (`front-matter`) and left out; so are tables, whose keys are for the programs
   that they are named after.  NULL when out of memory. */
struct gp_yaml *
gp_toml_read(struct gp_arena *a, const char *name, struct gp_str text,
             unsigned first, struct gp_diag *d);

#endif
