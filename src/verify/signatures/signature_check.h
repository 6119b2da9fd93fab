/*
 * Signatures of lists held against a file of allowed signers, by ssh-keygen,
 * which the host runs.  Of what it says the exit status and one line are taken:
 * the name of the signer, which has to stand in that file, and that the
 * signature is good.  Whether a list says the truth of its files is asked by
 * others.
 */
#ifndef GP_VERIFY_SIGNATURES_SIGNATURE_CHECK_H
#define GP_VERIFY_SIGNATURES_SIGNATURE_CHECK_H

#include "verify/inspect.h"
#include "verify/signature_names.h"
#include "verify/signatures/allowed_signers.h"

struct gp_signature_check {
	struct gp_inspect *in; /* findings go to it; memory is its arena */
	const struct gp_settings *settings;
	const struct gp_signers_wanted *wanted;
	struct gp_allowed_signers signers;
	size_t n_found; /* signatures, checked or not */
};

/* A list with the time at which keys have to have counted. */
struct gp_signed_list {
	const char *path;
	const char *name;    /* what findings call it */
	struct gp_date time; /* GP_NO_DATE: now */
};

/* Reads the file of signers, where one is wanted, and warns of keys that end
   within 30 days.  Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
bool
gp_signature_check_begin(struct gp_signature_check *c);

/* Looks at every signature beside the list; that there is none is a finding.
   Where no signers are wanted they are counted.
   Errors: GP_INPUT (no ssh-keygen), GP_USAGE, GP_CANCELLED, GP_NOMEM. */
bool
gp_signature_check_list(struct gp_signature_check *c,
                        const struct gp_signed_list *list);

/* Says that there were some and nobody looked at them. */
void
gp_signature_check_end(struct gp_signature_check *c);

#endif
