/*
 * What every check of finished files shares: the list of checks (checks.def)
 * and how a finding is made of one.  It knows nothing of the kinds of files.
 */
#ifndef GP_VERIFY_INSPECT_H
#define GP_VERIFY_INSPECT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"

#define GP_CHECK(name, level, code, text) GP_CHECK_##name,
enum gp_check_id {
#include "verify/checks.def"
	GP_N_CHECKS,
};
#undef GP_CHECK

/* One file being looked at. */
struct gp_inspect {
	const char *name; /* of the file, as the caller calls it */
	struct gp_diag *diag;
	struct gp_err *err;
	struct gp_arena *arena; /* lives as long as the look */
	size_t same[GP_N_CHECKS];
};

/* Adds a finding about a `place` in the file (NULL: the file itself) and a
   line of it (0: none).  After GP_MAX_CHECK_SAME of one check the rest of
   that check is left out, and said to be. */
void
gp_found(struct gp_inspect *in, enum gp_check_id id, const char *place,
         unsigned line, const char *fmt, ...) GP_PRINTF(5, 6);

/* The kinds of files, each looked at by one function: true when it was looked
   at to the end; errors: GP_LIMIT, GP_NOMEM. */
bool
gp_check_epub(struct gp_inspect *in, struct gp_str bytes);
bool
gp_check_feed(struct gp_inspect *in, struct gp_str bytes);
bool
gp_check_pdf(struct gp_inspect *in, struct gp_str bytes);

#endif
