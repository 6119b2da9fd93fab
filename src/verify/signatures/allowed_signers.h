/*
 * A file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS): whose keys count,
 * and until when.  It is ssh-keygen that decides by it; it is read here so that
 * a slip is told with its line, the name that ssh-keygen gives can be held
 * against it, and a key that ends soon is warned of.  Keys themselves are not
 * understood.
 */
#ifndef GP_VERIFY_SIGNATURES_ALLOWED_SIGNERS_H
#define GP_VERIFY_SIGNATURES_ALLOWED_SIGNERS_H

#include "base/arena.h"
#include "base/date.h"

struct gp_allowed_signer {
	struct gp_str principals;    /* as written, parted by commas */
	struct gp_date valid_before; /* GP_NO_DATE: it does not end */
	unsigned line;
};

struct gp_allowed_signers {
	struct gp_allowed_signer *rows;
	size_t n;
};

/* Reads the text; strings and rows are kept in `a`, `path` is for messages.  A
   time without a zone is taken as UTC.
   Errors: GP_SYNTAX with the line, GP_LIMIT, GP_NOMEM. */
bool
gp_allowed_signers_read(struct gp_arena *a, const char *path,
                        struct gp_str text, struct gp_allowed_signers *out,
                        struct gp_err *e);

/* True when a row has the name among its principals. */
bool
gp_allowed_signer_is_named(const struct gp_allowed_signers *s,
                           struct gp_str name);

#endif
