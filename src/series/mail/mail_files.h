/*
 * Where messages lie until somebody sends them: mail/ of the series, beside
 * site/ and never served.  Of one edition and attempt there is what the last
 * call made and nothing older.  What is in a file is not known here.
 * Private to series/mail/.
 */
#ifndef GP_SERIES_MAIL_MAIL_FILES_H
#define GP_SERIES_MAIL_MAIL_FILES_H

#include "series/opened/series.h"

struct gp_mail_file {
	struct gp_str name; /* begins with the stem */
	struct gp_bytes bytes;
};

/* Writes `n` files into mail/ of the series, in their order, and takes away
   what an earlier call left under the same stem.
   Errors: GP_OUTPUT, GP_NOMEM. */
bool
gp_mail_files_put(struct gp_series *s, struct gp_str stem,
                  const struct gp_mail_file *files, size_t n, struct gp_err *e);

#endif
