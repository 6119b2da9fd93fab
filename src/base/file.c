/* Files by descriptors, so that what was checked is what is read: opened
   without waiting for a pipe, asked for its kind and size, read once.  Paths
   inside a folder are walked a name at a time and follow no link.  What is
   written and not regular (/dev/stdout) is written into; all else is
   replaced by a rename.  It does not know what a file is for. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "base/file.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, NAME_SIZE = 256 };

static bool
fail_read(struct gp_err *e, const char *path)
{
	return gp_fail_at(e, GP_INPUT, path, 0, 0, "cannot read: %s",
	                  strerror(errno));
}

/* Takes a file that was just opened, or not. */
static int
check_regular(int fd, const char *path, size_t limit, size_t *size,
              struct gp_err *e)
{
	struct stat st;

	if (fd < 0) {
		fail_read(e, path);
		return -1;
	}
	if (fstat(fd, &st) != 0)
		fail_read(e, path);
	else if (!S_ISREG(st.st_mode))
		gp_fail_at(e, GP_INPUT, path, 0, 0, "is not a regular file");
	else if ((size_t)st.st_size > limit)
		gp_fail_at(e, GP_LIMIT, path, 0, 0,
		           "is larger than %zu MiB; split it or leave it out",
		           limit >> 20);
	if (e->code != GP_OK) {
		(void)close(fd);
		return -1;
	}
	*size = (size_t)st.st_size;
	return fd;
}

static bool
read_whole(int fd, unsigned char *data, size_t size, size_t *got)
{
	ssize_t n;

	*got = 0;
	while (*got < size) {
		n = read(fd, data + *got, size - *got);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		if (n == 0)
			return true;
		*got += (size_t)n;
	}
	return true;
}

/* Reads all of it and closes it. */
static bool
read_open(int fd, const char *path, size_t size, struct gp_bytes *out,
          struct gp_err *e)
{
	unsigned char *data;
	size_t got = 0;
	bool ok;

	data = malloc(size + 1);
	ok = data && read_whole(fd, data, size, &got);
	if (!data)
		gp_fail_at(e, GP_NOMEM, path, 0, 0, "out of memory");
	else if (!ok)
		fail_read(e, path);
	(void)close(fd);
	if (!ok) {
		free(data);
		return false;
	}
	data[got] = '\0';
	*out = (struct gp_bytes){ data, got };
	return true;
}

/* O_NONBLOCK: opening a named pipe must not hang. */
bool
gp_read(const char *path, size_t limit, struct gp_bytes *out, struct gp_err *e)
{
	size_t size = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	*out = (struct gp_bytes){ NULL, 0 };
	fd = check_regular(fd, path, limit, &size, e);
	return fd >= 0 && read_open(fd, path, size, out, e);
}

/* One step further down, by a name that cannot lead anywhere else; `fd` is
   closed. */
static int
step_inside(int fd, struct gp_str name, bool last)
{
	char text[NAME_SIZE];
	int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW |
	            (last ? O_NONBLOCK : O_DIRECTORY);
	int next = -1;

	errno = EACCES;
	if (name.n > 0 && name.n < sizeof text && name.p[0] != '.' &&
	    !memchr(name.p, '\0', name.n)) {
		memcpy(text, name.p, name.n);
		text[name.n] = '\0';
		next = openat(fd, text, flags);
	}
	if (fd >= 0) {
		int why = errno;

		(void)close(fd);
		errno = why;
	}
	return next;
}

bool
gp_read_inside(const char *folder, struct gp_str path, size_t limit,
               struct gp_bytes *out, struct gp_err *e)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct gp_str rest = path, name;
	char shown[PATH_SIZE];
	size_t size = 0;

	*out = (struct gp_bytes){ NULL, 0 };
	gp_format(shown, sizeof shown, "%.*s", GP_ARG(path));
	while (fd >= 0 && gp_str_split(&rest, '/', &name))
		fd = step_inside(fd, name, rest.p == NULL);
	if (fd < 0 && errno == ELOOP)
		return gp_fail_at(e, GP_INPUT, shown, 0, 0,
		                  "is a symbolic link; put the file itself "
		                  "there");
	fd = check_regular(fd, shown, limit, &size, e);
	return fd >= 0 && read_open(fd, shown, size, out, e);
}

bool
gp_file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool
gp_file_holds(const char *path, const struct gp_bytes *b)
{
	struct gp_err ignored = { 0 };
	struct gp_bytes old;
	bool same;

	if (!gp_read(path, b->size, &old, &ignored))
		return false;
	same = old.size == b->size &&
	       (b->size == 0 || memcmp(old.data, b->data, b->size) == 0);
	gp_bytes_free(&old);
	return same;
}

static bool
fail_write(struct gp_err *e, const char *path)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0, "cannot write: %s",
	                  strerror(errno));
}

static bool
write_whole(int fd, const unsigned char *data, size_t size)
{
	ssize_t n;

	while (size) {
		n = write(fd, data, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		data += n;
		size -= (size_t)n;
	}
	return true;
}

/* Messages name the file that was asked for. */
static bool
create(const char *path, const char *asked, const struct gp_bytes *b,
       struct gp_err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool ok;

	if (fd < 0)
		return fail_write(e, asked);
	ok = write_whole(fd, b->data, b->size) && fsync(fd) == 0;
	if (!ok)
		fail_write(e, asked);
	if (close(fd) != 0 && ok)
		ok = fail_write(e, asked);
	if (!ok)
		(void)unlink(path);
	return ok;
}

bool
gp_file_create(const char *path, const struct gp_bytes *b, struct gp_err *e)
{
	return create(path, path, b, e);
}

void
gp_file_sync_folder(const char *path)
{
	char folder[PATH_SIZE];
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) : 0;
	int fd;

	if (n >= sizeof folder)
		return;
	memcpy(folder, path, n);
	folder[n] = '\0';
	if (!slash)
		memcpy(folder, ".", 2);
	else if (n == 0)
		memcpy(folder, "/", 2);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	(void)fsync(fd);
	(void)close(fd);
}

static bool
is_special(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/* A rename over /dev/null would put a file in its place. */
static bool
write_into(const char *path, const struct gp_bytes *b, struct gp_err *e)
{
	int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return fail_write(e, path);
	ok = write_whole(fd, b->data, b->size) || fail_write(e, path);
	if (close(fd) != 0 && ok)
		ok = fail_write(e, path);
	return ok;
}

/* A temporary file under this process's name can only be a leftover of a
   run that was killed: process ids repeat. */
static bool
replace(const char *path, const char *asked, const struct gp_bytes *b,
        struct gp_err *e)
{
	struct gp_buf temporary = { .max = PATH_SIZE };
	bool ok;

	gp_buf_printf(&temporary, "%s.%ld.tmp", path, (long)getpid());
	ok = gp_buf_ok(&temporary, e);
	if (ok) {
		(void)unlink(temporary.data);
		ok = create(temporary.data, asked, b, e);
	}
	if (ok && rename(temporary.data, path) != 0) {
		ok = fail_write(e, asked);
		(void)unlink(temporary.data);
	}
	if (ok)
		gp_file_sync_folder(path);
	gp_buf_free(&temporary);
	return ok;
}

bool
gp_save(const char *path, const struct gp_bytes *b, struct gp_err *e)
{
	char *target;
	bool ok;

	if (is_special(path))
		return write_into(path, b, e);
	if (gp_file_holds(path, b))
		return true;
	/* A link stays one, be it /dev/stdout: its target is replaced. */
	target = realpath(path, NULL);
	ok = replace(target ? target : path, path, b, e);
	free(target);
	return ok;
}
