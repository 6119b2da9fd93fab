/*
 * Findings about content: collected, never printed.  See struct gp_finding
 * in govpub.h.  Adding never fails: over GP_MAX_FINDINGS, or out of memory,
 * one last finding says that more were left out.
 */
#ifndef GP_BASE_DIAG_H
#define GP_BASE_DIAG_H

#include "base/err.h"

/* `d` may be NULL: then nothing is collected.  `code` must be a literal. */
void
gp_diag_add(struct gp_diag *d, enum gp_level level, const char *code,
            const char *file, unsigned line, const char *fmt, ...)
	GP_PRINTF(6, 7);

/* The same about a `place` in the file (see gp_finding), NULL for none. */
void
gp_diag_vadd(struct gp_diag *d, enum gp_level level, const char *code,
             const char *file, const char *place, unsigned line,
             const char *fmt, va_list args) GP_PRINTF(7, 0);

/* How many findings have this code. */
size_t
gp_diag_count_code(const struct gp_diag *d, const char *code);

/* Takes those out that have it; the others keep their order. */
void
gp_diag_take_out(struct gp_diag *d, const char *code);

#endif
