/* Whole files: limits, what is no file, atomic writes, nothing left over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

enum { PATH_SIZE = 256 };

static char folder[PATH_SIZE];

static int
set_up(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	(void)snprintf(folder, sizeof folder, "%s/govpub-file-XXXXXX",
	               tmp ? tmp : "/tmp");
	return mkdtemp(folder) ? 0 : -1;
}

/* Names in the folder, and they are removed. */
static size_t
sweep(void)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	char path[2 * PATH_SIZE + 64];
	size_t n = 0;

	while (dir && (entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		(void)snprintf(path, sizeof path, "%s/%s", folder,
		               entry->d_name);
		(void)remove(path);
		n++;
	}
	if (dir)
		(void)closedir(dir);
	return n;
}

static int
tear_down(void **state)
{
	(void)state;
	sweep();
	return rmdir(folder);
}

static const char *
at(const char *name)
{
	static char paths[4][2 * PATH_SIZE];
	static size_t next;
	char *path = paths[next++ % 4];

	(void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

static struct gp_bytes
bytes(const char *text)
{
	static unsigned char store[64];
	size_t n = strlen(text);

	assert_true(n < sizeof store);
	memcpy(store, text, n);
	return (struct gp_bytes){ store, n };
}

static void
put(const char *name, const char *text)
{
	FILE *f = fopen(at(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static void
holds(const char *name, const char *want)
{
	struct gp_err e = { 0 };
	struct gp_bytes b;

	assert_true(gp_read(at(name), 1 << 20, &b, &e));
	assert_int_equal(b.size, strlen(want));
	assert_memory_equal(b.data, want, b.size + 1);
	gp_bytes_free(&b);
}

static enum gp_code
code_of_read(const char *path, size_t limit)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = { (unsigned char *)folder, 1 };

	if (gp_read(path, limit, &b, &e))
		gp_bytes_free(&b);
	else
		assert_null(b.data);
	if (e.code != GP_OK) {
		assert_string_equal(e.file, path);
		assert_true(strlen(e.msg) > 5);
	}
	return e.code;
}

static void
reading(void **state)
{
	(void)state;
	put("five", "12345");
	put("none", "");
	holds("five", "12345");
	holds("none", "");
	assert_int_equal(code_of_read(at("five"), 5), GP_OK);
	assert_int_equal(code_of_read(at("five"), 4), GP_LIMIT);
	assert_int_equal(code_of_read(at("none"), 0), GP_OK);
	assert_int_equal(code_of_read(at("absent"), 9), GP_INPUT);
	assert_int_equal(code_of_read(folder, 9), GP_INPUT);
	assert_int_equal(code_of_read("", 9), GP_INPUT);
	assert_int_equal(code_of_read("-", 9), GP_INPUT);
	assert_int_equal(sweep(), 2);
}

static void
reading_what_is_no_file(void **state)
{
	(void)state;
	/* Neither may hang. */
	assert_int_equal(mkfifo(at("pipe"), 0600), 0);
	assert_int_equal(code_of_read(at("pipe"), 9), GP_INPUT);
	assert_int_equal(code_of_read("/dev/zero", 9), GP_INPUT);
	assert_int_equal(symlink("loop", at("loop")), 0);
	assert_int_equal(code_of_read(at("loop"), 9), GP_INPUT);
	assert_int_equal(sweep(), 2);
}

static void
a_sparse_gigabyte_is_refused_unread(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b;
	int fd = open(at("zeros"), O_WRONLY | O_CREAT, 0600);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, 1 << 30), 0);
	(void)close(fd);
	assert_false(gp_read(at("zeros"), 64 << 20, &b, &e));
	assert_int_equal(e.code, GP_LIMIT);
	assert_non_null(strstr(e.msg, "64 MiB"));
	assert_int_equal(sweep(), 1);
}

static void
comparing(void **state)
{
	struct gp_bytes same = bytes("12345");
	struct gp_bytes none = { NULL, 0 };

	(void)state;
	put("five", "12345");
	assert_true(gp_file_holds(at("five"), &same));
	put("five", "12346");
	assert_false(gp_file_holds(at("five"), &same));
	put("five", "123456");
	assert_false(gp_file_holds(at("five"), &same));
	put("five", "1234");
	assert_false(gp_file_holds(at("five"), &same));
	put("five", "");
	assert_true(gp_file_holds(at("five"), &none));
	assert_false(gp_file_holds(at("absent"), &none));
	assert_false(gp_file_holds(folder, &none));
	assert_int_equal(sweep(), 1);
}

static void
creating(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("new");

	(void)state;
	assert_true(gp_file_create(at("a"), &b, &e));
	holds("a", "new");
	b = bytes("other");
	assert_false(gp_file_create(at("a"), &b, &e));
	assert_int_equal(e.code, GP_OUTPUT);
	holds("a", "new");
	e = (struct gp_err){ 0 };
	assert_false(gp_file_create(at("no/such"), &b, &e));
	assert_int_equal(e.code, GP_OUTPUT);
	assert_int_equal(sweep(), 1);
}

static void
saving(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("one"), none = { NULL, 0 };
	struct stat before, after;

	(void)state;
	assert_true(gp_save(at("a"), &b, &e));
	holds("a", "one");
	assert_int_equal(stat(at("a"), &before), 0);
	assert_true(gp_save(at("a"), &b, &e));
	assert_int_equal(stat(at("a"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	b = bytes("two");
	assert_true(gp_save(at("a"), &b, &e));
	holds("a", "two");
	assert_true(gp_save(at("a"), &none, &e));
	holds("a", "");
	assert_int_equal(e.code, GP_OK);
	assert_int_equal(sweep(), 1);
}

static void
saving_where_nothing_can_be(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("one");

	(void)state;
	assert_int_equal(mkdir(at("sub"), 0700), 0);
	assert_false(gp_save(at("sub"), &b, &e));
	assert_int_equal(e.code, GP_OUTPUT);
	assert_string_equal(e.file, at("sub"));
	e = (struct gp_err){ 0 };
	assert_false(gp_save(at("absent/x"), &b, &e));
	assert_int_equal(e.code, GP_OUTPUT);
	/* The message names what the user asked for, not our temporary. */
	assert_string_equal(e.file, at("absent/x"));
	assert_int_equal(sweep(), 1);
}

/* A run that was killed under the same process id (in a container they
   repeat) must not stop the next one. */
static void
saving_over_a_leftover(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("one");
	char name[64];

	(void)state;
	(void)snprintf(name, sizeof name, "a.%ld.tmp", (long)getpid());
	put(name, "half");
	assert_true(gp_save(at("a"), &b, &e));
	holds("a", "one");
	assert_int_equal(sweep(), 1);
}

/* `-o /dev/null` must write into the device and never rename over it. */
static void
saving_into_what_is_no_file(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("one");
	struct stat st;
	char got[8] = "";
	int fd;

	(void)state;
	assert_int_equal(mkfifo(at("pipe"), 0600), 0);
	fd = open(at("pipe"), O_RDWR | O_NONBLOCK);
	assert_true(fd >= 0);
	assert_true(gp_save(at("pipe"), &b, &e));
	assert_int_equal(stat(at("pipe"), &st), 0);
	assert_true(S_ISFIFO(st.st_mode));
	assert_int_equal(read(fd, got, sizeof got), 3);
	assert_string_equal(got, "one");
	(void)close(fd);
	assert_int_equal(sweep(), 1);
}

/* `-o /dev/stdout` is a link to whatever the shell opened. */
static void
saving_through_a_link(void **state)
{
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("new");
	struct stat st;

	(void)state;
	put("file", "old");
	assert_int_equal(symlink("file", at("link")), 0);
	assert_true(gp_save(at("link"), &b, &e));
	assert_int_equal(lstat(at("link"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	holds("file", "new");
	assert_int_equal(sweep(), 2);
}

/* A full disk, played by a limit on the size of files. */
static void
saving_on_a_full_disk(void **state)
{
	struct rlimit old, small = { 0 };
	struct gp_err e = { 0 };
	struct gp_bytes b = bytes("old");
	bool ok;

	(void)state;
	assert_true(gp_save(at("a"), &b, &e));
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 4;
	b = bytes("longer than four");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	ok = gp_save(at("a"), &b, &e);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	(void)signal(SIGXFSZ, SIG_DFL);
	assert_false(ok);
	assert_int_equal(e.code, GP_OUTPUT);
	assert_non_null(strstr(e.msg, strerror(EFBIG)));
	holds("a", "old");
	assert_int_equal(sweep(), 1);
}

static void
syncing_never_fails(void **state)
{
	char longest[8192];

	(void)state;
	memset(longest, 'a', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	longest[5000] = '/';
	gp_file_sync_folder(longest);
	gp_file_sync_folder("");
	gp_file_sync_folder("x");
	gp_file_sync_folder("/x");
	gp_file_sync_folder(at("absent/x"));
	assert_int_equal(sweep(), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading),
		cmocka_unit_test(reading_what_is_no_file),
		cmocka_unit_test(a_sparse_gigabyte_is_refused_unread),
		cmocka_unit_test(comparing),
		cmocka_unit_test(creating),
		cmocka_unit_test(saving),
		cmocka_unit_test(saving_where_nothing_can_be),
		cmocka_unit_test(saving_over_a_leftover),
		cmocka_unit_test(saving_into_what_is_no_file),
		cmocka_unit_test(saving_through_a_link),
		cmocka_unit_test(saving_on_a_full_disk),
		cmocka_unit_test(syncing_never_fails),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
