/*
 * A list signed by the keys of a series: by ssh-keygen, which the host runs, in
 * the namespace "govpub" (OpenSSH, PROTOCOL.sshsig).  Private keys are its
 * matter alone, or that of an agent or a device; nothing of them is read here.
 * Which lists there are, and when they are signed, is not known.
 * Private to series/.
 */
#ifndef GP_SERIES_SIGNED_SIGN_LIST_H
#define GP_SERIES_SIGNED_SIGN_LIST_H

#include "config/seriesfile.h"

struct gp_signing {
	const struct gp_settings *settings; /* of which `run` counts */
	const char *series;                 /* the folder */
	const struct gp_seriesfile *file;   /* of which `sign` and `path` do */
	struct gp_arena *arena;
};

/* Puts a signature of each key of the series into signatures/ of it, but where
   there is one already; each is looked at with ssh-keygen before it counts.
   Nothing is done for a series without keys.
   Errors: GP_OUTPUT (there is no ssh-keygen, or a key did not sign; the message
   says what to do), GP_USAGE (the host runs no programs), GP_CANCELLED,
   GP_NOMEM. */
bool
gp_sign_list(const struct gp_signing *s, struct gp_str list, struct gp_err *e);

#endif
