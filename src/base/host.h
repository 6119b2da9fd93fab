/*
 * The host: the program that calls, and what a call needs of it: where its
 * data folder is, on how many threads to work, and whom to tell how far the
 * work is.  Holds for one call, so that what the call works with (a pack) may
 * be const and serve several callers at once.  It does not know what is made.
 */
#ifndef GP_BASE_HOST_H
#define GP_BASE_HOST_H

#include "base/err.h"

#include <stdint.h>

struct gp_host {
	const char *data; /* holds styles/ and fonts/; NULL: nobody said */
	unsigned threads; /* these four as in struct gp_settings */
	void *user;
	bool (*cancelled)(void *user);
	void (*progress)(void *user, const char *stage, size_t done,
	                 size_t total);
};

/* `given`, else the data folder that the library was installed with; NULL:
   neither.  Borrows `given`. */
const char *
gp_datadir(const char *given);

/* What the settings say of it; it borrows their strings. */
struct gp_host
gp_host_of(const struct gp_settings *settings);

/* What embargoes are compared with: `date` when it has a time of day, else
   the caller's `now`. */
int64_t
gp_moment_of(const struct gp_settings *settings);

/* Tells the caller how far a stage is; false, with GP_CANCELLED, when it
   wants to stop. */
bool
gp_host_progress(const struct gp_host *host, const char *stage, size_t done,
                 size_t total, struct gp_err *e);

#endif
