/*
 * Preloaded into govpub by the fault tests: counts the calls that touch
 * paths below one folder, and at one of them does what a bad day does.
 *
 *	FAULT_ROOT   the folder, absolute
 *	FAULT_LOG    a file that gets one line a call: "N NAME PATH"
 *	FAULT_AT     the call, from 1; 0 or unset: only count
 *	FAULT_DO     an errno, as a number: the call fails with it;
 *	             or: kill, kill-after, stop, int, hup (a signal, before
 *	             the call or after it); short (a write of half, then ENOSPC)
 *	FAULT_FULL   set: from that call on, every call that needs room fails
 *	FAULT_DENY   names of calls: each of them fails, with FAULT_DO where
 *	             that is an errno, else EPERM; flock, which is not counted,
 *	             as where a file system has no locks
 *
 * Knows nothing of govpub.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum verdict { GO_ON, FAIL, HALF };

static long calls;

static const char *
setting(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

/* The absolute path of `path` as seen from the folder `dir`. */
static void
absolute(int dir, const char *path, char out[PATH_MAX])
{
	char link[64];
	ssize_t n = 0;

	out[0] = '\0';
	if (path[0] != '/') {
		(void)snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
		n = readlink(dir == AT_FDCWD ? "/proc/self/cwd" : link, out,
		             PATH_MAX / 2);
		if (n < 0)
			return;
		out[n++] = '/';
	}
	(void)snprintf(out + n, (size_t)(PATH_MAX - n), "%s", path);
}

static bool
is_watched(const char *path)
{
	const char *root = setting("FAULT_ROOT");
	size_t n = strlen(root);

	return n && strncmp(path, root, n) == 0 &&
	       (path[n] == '/' || path[n] == '\0');
}

static void
note(const char *name, const char *path)
{
	const char *log = setting("FAULT_LOG");
	char line[PATH_MAX + 64];
	int fd, n;

	if (!log[0])
		return;
	fd = (int)syscall(SYS_openat, AT_FDCWD, log,
	                  O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (fd < 0)
		return;
	n = snprintf(line, sizeof line, "%ld %s %s\n", calls, name, path);
	(void)syscall(SYS_write, fd, line, (size_t)n);
	(void)syscall(SYS_close, fd);
}

static enum verdict
fail_with(int number)
{
	errno = number;
	return FAIL;
}

static bool
is_errno(const char *what)
{
	return what[0] >= '0' && what[0] <= '9';
}

static bool
needs_room(const char *name)
{
	return strstr(" create write mkdir link ", name) != NULL;
}

/* The name is one of the words. */
static bool
is_among(const char *name, const char *words)
{
	size_t n = strlen(name);
	const char *at = words;

	while ((at = strstr(at, name)) != NULL) {
		if ((at == words || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
		at += n;
	}
	return false;
}

/* What is to become of this call, which the caller has found to be watched. */
static enum verdict
judge(const char *name, const char *path)
{
	long at = strtol(setting("FAULT_AT"), NULL, 10);
	const char *what = setting("FAULT_DO");

	calls++;
	note(name, path);
	if (is_among(name, setting("FAULT_DENY")))
		return fail_with(is_errno(what) ? atoi(what) : EPERM);
	if (at && calls > at && setting("FAULT_FULL")[0] && needs_room(name))
		return fail_with(ENOSPC);
	if (calls != at || strcmp(what, "kill-after") == 0)
		return GO_ON;
	if (strcmp(what, "kill") == 0)
		(void)kill(getpid(), SIGKILL);
	if (strcmp(what, "stop") == 0)
		(void)kill(getpid(), SIGSTOP);
	if (strcmp(what, "int") == 0)
		(void)raise(SIGINT);
	if (strcmp(what, "hup") == 0)
		(void)raise(SIGHUP);
	if (strcmp(what, "short") == 0)
		return strcmp(name, "write") == 0 ? HALF : fail_with(ENOSPC);
	return is_errno(what) ? fail_with(atoi(what)) : GO_ON;
}

static enum verdict
judge_path(const char *name, int dir, const char *path)
{
	char full[PATH_MAX];
	int kept = errno;
	enum verdict v = GO_ON;

	absolute(dir, path, full);
	errno = kept;
	if (is_watched(full))
		v = judge(name, full);
	return v;
}

static enum verdict
judge_file(const char *name, int fd)
{
	char link[64], full[PATH_MAX];
	int kept = errno;
	ssize_t n;

	(void)snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	n = readlink(link, full, sizeof full - 1);
	errno = kept;
	if (n < 0)
		return GO_ON;
	full[n] = '\0';
	return is_watched(full) ? judge(name, full) : GO_ON;
}

/* After the call, whose result stays. */
static void
afterwards(void)
{
	if (calls == strtol(setting("FAULT_AT"), NULL, 10) &&
	    strcmp(setting("FAULT_DO"), "kill-after") == 0)
		(void)kill(getpid(), SIGKILL);
}

/* The function that this one stands before. */
#define REAL(type, name, ...)             \
	static type (*real)(__VA_ARGS__); \
	if (!real)                        \
	*(void **)&real = dlsym(RTLD_NEXT, name)

static int
open_at(int dir, const char *path, int flags, mode_t mode)
{
	int fd;
	REAL(int, "openat", int, const char *, int, ...);

	if (judge_path(flags & O_CREAT ? "create" : "open", dir, path) == FAIL)
		return -1;
	fd = real(dir, path, flags, mode);
	afterwards();
	return fd;
}

#define OPEN(name)                                           \
	int name(const char *path, int flags, ...)           \
	{                                                    \
		mode_t mode = 0;                             \
		va_list args;                                \
                                                             \
		va_start(args, flags);                       \
		if (flags & O_CREAT)                         \
			mode = va_arg(args, mode_t);         \
		va_end(args);                                \
		return open_at(AT_FDCWD, path, flags, mode); \
	}
#define OPENAT(name)                                        \
	int name(int dir, const char *path, int flags, ...) \
	{                                                   \
		mode_t mode = 0;                            \
		va_list args;                               \
                                                            \
		va_start(args, flags);                      \
		if (flags & O_CREAT)                        \
			mode = va_arg(args, mode_t);        \
		va_end(args);                               \
		return open_at(dir, path, flags, mode);     \
	}

/* The second pair is what glibc's checked headers call. */
OPEN(open)
OPEN(open64)
OPEN(__open_2)
OPEN(__open64_2)
OPENAT(openat)
OPENAT(openat64)
OPENAT(__openat_2)
OPENAT(__openat64_2)

DIR *
opendir(const char *path)
{
	DIR *dir;
	REAL(DIR *, "opendir", const char *);

	if (judge_path("opendir", AT_FDCWD, path) == FAIL)
		return NULL;
	dir = real(path);
	afterwards();
	return dir;
}

ssize_t
write(int fd, const void *data, size_t size)
{
	enum verdict v = judge_file("write", fd);
	ssize_t n;

	if (v == FAIL)
		return -1;
	n = syscall(SYS_write, fd, data, v == HALF ? size / 2 : size);
	/* Half of one byte is none: then the disk is full at once. */
	if (v == HALF && n == 0) {
		errno = ENOSPC;
		return -1;
	}
	afterwards();
	return n;
}

#define CALL(type, name, JUDGE, call, types, values) \
	type name types                              \
	{                                            \
		type result;                         \
		REAL(type, call, EXPAND types);      \
                                                     \
		if (JUDGE == FAIL)                   \
			return -1;                   \
		result = real values;                \
		afterwards();                        \
		return result;                       \
	}
#define EXPAND(...) __VA_ARGS__

/* Closing a file that was written may fail as well; it is closed all the
   same. */
int
close(int fd)
{
	int kept = errno, flags = fcntl(fd, F_GETFL);
	enum verdict v = GO_ON;
	int result;

	errno = kept;
	if (flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
		v = judge_file("close", fd);
	kept = errno;
	result = (int)syscall(SYS_close, fd);
	if (v == FAIL) {
		errno = kept;
		return -1;
	}
	afterwards();
	return result;
}

CALL(int, fsync, judge_file("fsync", fd), "fsync", (int fd), (fd))
CALL(int, fdatasync, judge_file("fsync", fd), "fdatasync", (int fd), (fd))
CALL(int, fchmod, judge_file("fchmod", fd), "fchmod", (int fd, mode_t mode),
     (fd, mode))
CALL(int, mkdir, judge_path("mkdir", AT_FDCWD, path), "mkdir",
     (const char *path, mode_t mode), (path, mode))
CALL(int, rmdir, judge_path("rmdir", AT_FDCWD, path), "rmdir",
     (const char *path), (path))
CALL(int, unlink, judge_path("unlink", AT_FDCWD, path), "unlink",
     (const char *path), (path))
CALL(int, unlinkat, judge_path("unlink", dir, path), "unlinkat",
     (int dir, const char *path, int flags), (dir, path, flags))
CALL(int, link, judge_path("link", AT_FDCWD, to), "link",
     (const char *from, const char *to), (from, to))
CALL(int, linkat, judge_path("link", to_dir, to), "linkat",
     (int dir, const char *from, int to_dir, const char *to, int flags),
     (dir, from, to_dir, to, flags))
CALL(int, rename, judge_path("rename", AT_FDCWD, to), "rename",
     (const char *from, const char *to), (from, to))
CALL(int, renameat, judge_path("rename", to_dir, to), "renameat",
     (int dir, const char *from, int to_dir, const char *to),
     (dir, from, to_dir, to))
CALL(int, renameat2, judge_path("renameat2", to_dir, to), "renameat2",
     (int dir, const char *from, int to_dir, const char *to,
      unsigned int flags),
     (dir, from, to_dir, to, flags))

int
flock(int fd, int operation)
{
	if (!is_among("flock", setting("FAULT_DENY")))
		return (int)syscall(SYS_flock, fd, operation);
	errno = ENOLCK;
	return -1;
}
