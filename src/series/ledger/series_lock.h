/*
 * One writer at a time: `ledger/lock` says who is at work and since when.  Held
 * by a lock of the file system where that has them; where it has none, the file
 * alone says so, and who finds it left behind has to remove it.  It knows no
 * clock and no user: both are told.  Private to series/.
 */
#ifndef GP_SERIES_LEDGER_SERIES_LOCK_H
#define GP_SERIES_LEDGER_SERIES_LOCK_H

#include "base/err.h"
#include "base/str.h"

enum { GP_LOCK_PATH = 4096 };

struct gp_series_lock {
	int fd; /* -1: not held */
	char path[GP_LOCK_PATH];
};

/* Takes the lock of the folder `ledger`, which is there.  GP_OUTPUT, with who
   holds it and since when, when somebody else does. */
bool
gp_series_lock_take(struct gp_series_lock *l, const char *ledger,
                    const char *who, const char *now, struct gp_err *e);
/* Gives it back; one that is not held is no error. */
void
gp_series_lock_give(struct gp_series_lock *l);

#endif
