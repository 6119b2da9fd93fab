/*
 * A file of words, styles/labels/LANGUAGE.yaml: `lang:` and a row for each word
 * of labels.def, in any order.  What is counted is a group of forms by CLDR's
 * categories, of which `other` is needed; months are lists of twelve.  Words
 * that a file does not have stay English; where files are is not known here.
 */
#ifndef GP_CONFIG_LABELS_LABELS_FILE_H
#define GP_CONFIG_LABELS_LABELS_FILE_H

#include "base/arena.h"
#include "model/labels.h"

/* Reads the YAML text; everything lies in `a`.  NULL on error.  A key that is
   no word, an empty word and a form that the language does not have are errors:
   GP_SYNTAX with line and column; GP_LIMIT, GP_NOMEM. */
const struct gp_labels *
gp_labels_read(struct gp_arena *a, const char *path, struct gp_str text,
               struct gp_err *e);

#endif
