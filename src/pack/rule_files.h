/*
 * The rule files of a run: those of content/rules/ before those of
 * styles/rules/, each folder in byte order of names.  What stands in them is
 * known to config/ and normalise/ alone.  Private to pack/.
 */
#ifndef GP_PACK_RULE_FILES_H
#define GP_PACK_RULE_FILES_H

#include "pack/context.h"

/* Reads and compiles them.  Errors: GP_INPUT, GP_SYNTAX with file, line and
   column, GP_LIMIT, GP_NOMEM. */
bool
gp_context_read_sites(struct gp_context *c, struct gp_err *e);

/* The first that fits, or NULL. */
const struct gp_site *
gp_context_site(const struct gp_context *c, const struct gp_draft *draft);

/* The file whose containers all articles of a source go by, or NULL. */
const struct gp_site_file *
gp_context_containers(const struct gp_context *c,
                      const struct gp_articles *all);

#endif
