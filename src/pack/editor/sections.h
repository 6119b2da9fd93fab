/*
 * The sections of a pack: those that pack.yaml lists or names, and those that
 * an article asks for.  Which articles there are is not known here.  Private to
 * pack/.
 */
#ifndef GP_PACK_EDITOR_SECTIONS_H
#define GP_PACK_EDITOR_SECTIONS_H

#include "base/diag.h"
#include "config/packfile.h"
#include "model/pack.h"

/* The section of that name, or GP_NO_SECTION. */
size_t
gp_section_find(const struct gp_pack *pack, struct gp_str name);

/* Fills the sections of the pack.  Failures are kept in its arena. */
void
gp_sections_settle(struct gp_pack *pack, const struct gp_packfile *file);

/* The section that a document asks for: a new one, unless pack.yaml says which
   there are, which is told.  `path` is what messages call it. */
size_t
gp_section_own(struct gp_pack *pack, const struct gp_packfile *file,
               const struct gp_doc *doc, const char *path, struct gp_diag *d);

#endif
