/*
 * A pack laid out as PDF, or written, for tests that look at what came of it.
 */
#ifndef GP_TESTS_LAIDOUT_H
#define GP_TESTS_LAIDOUT_H

#include "typeset/parts.h"

struct laid_out {
	struct gp_pack *pack;
	struct gp_write_job job;
	struct gp_parts *parts;
	struct gp_err e;
};

/* Lays out a pack in its design; the process ends when that fails.  let_go()
   frees the pack too. */
void
lay_out(struct laid_out *l, struct gp_pack *pack);
void
let_go(struct laid_out *l);

/* The PDF of a pack on 9 November 2015, with what is in the folder `data`. */
bool
write_pdf(struct gp_pack *pack, const char *data, struct gp_diag *diag,
          struct gp_buf *out, struct gp_err *e);

/* A finding of that code says `text`; how many findings are of that code. */
bool
has_finding(const struct gp_diag *d, const char *code, const char *text);
size_t
count_findings(const struct gp_diag *d, const char *code);

#endif
