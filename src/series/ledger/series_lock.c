/* The file is locked first and written then, so that what a killed run left
   behind is nobody's where locks work.  Nobody waits: who comes second is told
   who was first. */
#include "series/ledger/series_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_SIZE = 256, ATTEMPTS = 5 };

/* The file is emptied: a link must not lead to somebody else's, and a pipe must
   not be waited for. */
enum { FLAGS_OF_OURS = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK };

enum lock_try { TAKEN, BUSY, AGAIN, FAILED };

static bool
fail_busy(const struct gp_series_lock *l, struct gp_err *e)
{
	char text[TEXT_SIZE] = "";
	int fd = open(l->path, FLAGS_OF_OURS | O_RDONLY);
	ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		(void)close(fd);
	text[n > 0 ? n : 0] = '\0';
	text[strcspn(text, "\n")] = '\0';
	return gp_fail_at(e, GP_OUTPUT, l->path, 0, 0,
	                  "the series is being changed%s%s; wait for that to "
	                  "end (if it has ended, remove this file)",
	                  text[0] ? " by " : "", text);
}

/* The file that was locked is still the one of that name. */
static bool
is_current(const struct gp_series_lock *l)
{
	struct stat held, named;

	return fstat(l->fd, &held) == 0 && stat(l->path, &named) == 0 &&
	       held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

static bool
has_no_locks(int why)
{
	return why == ENOLCK || why == ENOSYS || why == EOPNOTSUPP ||
	       why == EINVAL;
}

static enum lock_try
try_lock(struct gp_series_lock *l)
{
	bool made;

	l->fd = open(l->path, FLAGS_OF_OURS | O_RDWR | O_CREAT | O_EXCL, 0666);
	made = l->fd >= 0;
	if (!made && errno != EEXIST)
		return FAILED;
	if (!made)
		l->fd = open(l->path, FLAGS_OF_OURS | O_RDWR);
	if (l->fd < 0)
		return errno == ENOENT ? AGAIN : FAILED;
	if (flock(l->fd, LOCK_EX | LOCK_NB) == 0)
		return is_current(l) ? TAKEN : AGAIN;
	if (errno == EWOULDBLOCK)
		return BUSY;
	if (has_no_locks(errno))
		return made ? TAKEN : BUSY;
	return FAILED;
}

static void
let_go(struct gp_series_lock *l)
{
	if (l->fd >= 0)
		(void)close(l->fd);
	l->fd = -1;
}

static void
sign(const struct gp_series_lock *l, const char *who, const char *now)
{
	char text[TEXT_SIZE];
	int n = snprintf(text, sizeof text, "%s since %s\n", who, now);

	if (ftruncate(l->fd, 0) == 0 && n > 0)
		(void)!pwrite(l->fd, text, strlen(text), 0);
}

bool
gp_series_lock_take(struct gp_series_lock *l, const char *ledger,
                    const char *who, const char *now, struct gp_err *e)
{
	enum lock_try how = AGAIN;
	int attempt;

	*l = (struct gp_series_lock){ .fd = -1 };
	(void)snprintf(l->path, sizeof l->path, "%s/lock", ledger);
	for (attempt = 0; how == AGAIN && attempt < ATTEMPTS; attempt++) {
		let_go(l);
		how = try_lock(l);
	}
	if (how == TAKEN) {
		sign(l, who, now);
		return true;
	}
	if (how == FAILED)
		gp_fail_at(e, GP_OUTPUT, l->path, 0, 0, "cannot lock: %s",
		           strerror(errno));
	else
		fail_busy(l, e);
	let_go(l);
	return false;
}

void
gp_series_lock_give(struct gp_series_lock *l)
{
	if (l->fd < 0)
		return;
	(void)unlink(l->path);
	let_go(l);
}
