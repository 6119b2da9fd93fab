/*
 * Signatures of a series, in signatures/ beside its ledger, each under the
 * SHA-256 of the list that it is of: so a list and a signature that are served
 * together are of each other, whatever was interrupted or taken back, and a
 * list that is served again has its old ones. A signature that no list asks for
 * is worth nothing and does no harm. Who signed is not known here. Private to
 * series/.
 */
#ifndef GP_SERIES_SIGNED_SIGNATURE_STORE_H
#define GP_SERIES_SIGNED_SIGNATURE_STORE_H

#include "base/arena.h"
#include "base/hash.h"
#include "verify/signature_names.h"

/* Where signature `n`, from 0, of the list with this digest (64 hexadecimal
   digits) lies, kept in `a`. */
struct gp_str
gp_signature_path(struct gp_arena *a, const char *series, struct gp_str digest,
                  size_t n);

/* The signature, or no bytes when there is none.
   Errors: GP_INPUT (it cannot be read), GP_LIMIT, GP_NOMEM. */
bool
gp_signature_read(const char *series, struct gp_str digest, size_t n,
                  struct gp_bytes *out, struct gp_err *e);

/* Whether there is one. */
bool
gp_signature_is_there(const char *series, struct gp_str digest, size_t n);

#endif
