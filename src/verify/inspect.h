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
	size_t steps;           /* that may still be made */
	size_t same[GP_N_CHECKS];
};

/* Draws `steps` on what may be done with the file: a byte read, a link
   followed, an entry compared is one.  False and GP_LIMIT when there are not
   so many left; then none are.  Every loop over what a foreign file says draws
   on them, so that no file takes longer than its size explains. */
bool
gp_spend(struct gp_inspect *in, size_t steps);
/* That many steps more, for bytes that were packed in the file. */
void
gp_allow(struct gp_inspect *in, size_t steps);

/* Adds a finding about a `place` in the file (NULL: the file itself) and a
   line of it (0: none).  After GP_MAX_CHECK_SAME of one check the rest of
   that check is left out, and said to be. */
void
gp_found(struct gp_inspect *in, enum gp_check_id id, const char *place,
         unsigned line, const char *fmt, ...) GP_PRINTF(5, 6);
void
gp_vfound(struct gp_inspect *in, enum gp_check_id id, const char *place,
          unsigned line, const char *fmt, va_list args) GP_PRINTF(5, 0);

/* A kind of file, told by its bytes, as a name may lie. */
struct gp_file_kind {
	const char *name; /* for messages: "EPUB" */
	/* `head` is the beginning of the file, 1024 bytes at most. */
	bool (*is)(struct gp_str head);
	/* True when the file was looked at to its end.
	   Errors: GP_LIMIT, GP_NOMEM. */
	bool (*look)(struct gp_inspect *in, struct gp_str bytes);
};

#define GP_FILE_KIND(name) extern const struct gp_file_kind gp_kind_##name;
#include "verify/file_kinds.def"
#undef GP_FILE_KIND

#endif
