/*
 * The file of those who get a pack one by one: an address a line, "#" before a
 * remark.  All of them are looked at before anybody is written to, and they go
 * nowhere but into the files for whoever sends.  It sends nothing and knows no
 * pack.  Private to series/mail/.
 */
#ifndef GP_SERIES_MAIL_MAIL_PEOPLE_H
#define GP_SERIES_MAIL_MAIL_PEOPLE_H

#include "base/arena.h"
#include "config/mailkeys.h"

struct gp_mail_people {
	struct gp_str *rows; /* views of the text, each address once */
	size_t n;
};

/* Reads the text of the file; `path` is for messages, rows are kept in `a`.
   Cost: linear, but for the logarithm of a sort.  Errors: GP_INPUT with the
   line (no address, one outside `domains`, none at all), GP_LIMIT, GP_NOMEM. */
bool
gp_mail_people_read(struct gp_str text, const char *path,
                    const struct gp_mail_settings *settings, struct gp_arena *a,
                    struct gp_mail_people *out, struct gp_err *e);

#endif
