/*
 * A folder to begin with: files whose lines explain themselves, for a person to
 * edit.  Nothing that exists is touched: either all files are new or none is
 * written.  What they say is not known here.
 */
#ifndef GP_PUBLISH_STARTER_H
#define GP_PUBLISH_STARTER_H

#include "base/err.h"

struct gp_starter_file {
	const char *name;
	const char *const *lines; /* NULL at the end */
};

/* Writes the `n` files into `folder`, made when missing with those above it.
   Errors: GP_USAGE (no folder is named), GP_OUTPUT, GP_NOMEM. */
bool
gp_starter_write(const char *folder, const struct gp_starter_file *files,
                 size_t n, struct gp_err *e);

#endif
