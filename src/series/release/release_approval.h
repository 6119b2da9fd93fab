/*
 * That a person has seen an edition and let it go: approvals/PACK/EDITION.json
 * of the series, with the name, the time and a digest of all that shapes what
 * readers get, but not of the moment in which they get it.  Who may approve is
 * not known here.  Private to series/.
 */
#ifndef GP_SERIES_RELEASE_APPROVAL_H
#define GP_SERIES_RELEASE_APPROVAL_H

#include "series/release/releasing.h"

/* Records that `by` approves the prepared edition; `digest` gets what is
   recorded.  Errors: GP_OUTPUT, GP_NOMEM, GP_INTERNAL. */
bool
gp_approval_write(struct gp_releasing *r, struct gp_str by,
                  char digest[GP_SHA256_HEX], struct gp_err *e);

/* Gives the next edition the moment that its approval has, where that was
   signed: else the files that go out would not be those. An approval gives
   its own moment, and so does an edition that is not signed. Errors: those
   of gp_approval_take(). */
bool
gp_approval_moment(struct gp_releasing *r, struct gp_err *e);

/* Looks whether the prepared edition is what was approved: then its entry says
   by whom.  False, with GP_INPUT and what differs in a few words, when the
   series requires it and it is not. */
bool
gp_approval_take(struct gp_releasing *r, struct gp_err *e);

#endif
