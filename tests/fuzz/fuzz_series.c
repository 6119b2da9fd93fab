/*
 * Any bytes where a series keeps what it remembers, as somebody may have edited
 * it: the first one says where, an entry of the ledger, its cache, the note of
 * what is under way, the lock, series.yaml, or the file of those who get mail.
 * A fault is a crash, an entry that is taken and would not be taken again, an
 * address that would lead out of its line, or a message of several lines.  What
 * a command makes of good ones is not looked at.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include "base/file.h"
#include "base/limits.h"
#include "config/seriesfile.h"
#include "series/ledger/journal.h"
#include "series/ledger/ledger_index.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"
#include "series/ledger/series_lock.h"
#include "series/mail/mail_people.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MEMORY = 256 * 1024 * 1024, PATH_SIZE = 256 };

static char series[] = "/tmp/fuzz-series-XXXXXX";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what)
{
	fprintf(stderr, "fuzz_series: %s\n", what);
	abort();
}

static void
path_of(char out[PATH_SIZE], const char *name)
{
	(void)snprintf(out, PATH_SIZE, "%s/ledger%s", series, name);
}

/* ---- a folder for what is read by its path ---- */

static void
remove_folder(void)
{
	char path[PATH_SIZE];

	path_of(path, "/journal");
	(void)unlink(path);
	path_of(path, "/lock");
	(void)unlink(path);
	path_of(path, "");
	(void)rmdir(path);
	(void)rmdir(series);
}

static void
make_folder(void)
{
	static bool made;
	char path[PATH_SIZE];

	if (made)
		return;
	made = true;
	if (!mkdtemp(series) || atexit(remove_folder) != 0)
		fault("no folder for its files");
	path_of(path, "");
	(void)mkdir(path, 0777);
}

static void
put_file(const char *name, struct gp_str text)
{
	char path[PATH_SIZE];
	FILE *f;

	make_folder();
	path_of(path, name);
	f = fopen(path, "wb");
	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f) != 0)
		fault("a file of its own cannot be written");
}

/* ---- entries ---- */

static void
check_entry(struct gp_arena *a, const struct gp_release_entry *r)
{
	struct gp_buf text = { .max = 0 };
	struct gp_release_entry again;
	struct gp_entry_flaw flaw;
	struct gp_err e = { 0 };

	if (gp_release_entry_json(r, &text, &e) &&
	    !gp_release_entry_read(a, gp_buf_view(&text), &again, &flaw) &&
	    gp_arena_ok(a, &e))
		fault("an entry that is none the second time");
	gp_buf_free(&text);
}

static void
read_entry(struct gp_arena *a, struct gp_str text)
{
	struct gp_release_entry r;
	struct gp_entry_flaw flaw;

	if (gp_release_entry_read(a, text, &r, &flaw))
		check_entry(a, &r);
	else if (!flaw.why[0] || strchr(flaw.why, '\n'))
		fault("an entry that is none, and no sentence that says why");
}

static void
read_index(struct gp_arena *a, struct gp_str text)
{
	char *copy = malloc(text.n ? text.n : 1);
	struct gp_index_text t = { copy, copy ? copy + text.n : NULL };
	struct gp_release_entry r;

	if (!copy)
		return;
	if (text.n)
		memcpy(copy, text.p, text.n);
	if (gp_index_take_head(&t))
		while (gp_index_take(&t, a, &r))
			check_entry(a, &r);
	free(copy);
}

/* ---- notes ---- */

static void
read_journal(struct gp_arena *a, struct gp_str text)
{
	struct gp_journal j;
	struct gp_err e = { 0 };
	bool is_broken;

	put_file("/journal", text);
	if (gp_journal_read(a, series, &j, &is_broken, &e) && j.release &&
	    (is_broken || !gp_is_plain_name(j.pack)))
		fault("a note that leads elsewhere");
}

/* Held by somebody else: what stands in it is part of the message. */
static void
read_lock(struct gp_arena *a, struct gp_str text)
{
	struct gp_series_lock lock;
	struct gp_err e = { 0 };
	char path[PATH_SIZE], folder[PATH_SIZE];
	int fd;

	(void)a;
	put_file("/lock", text);
	path_of(path, "/lock");
	path_of(folder, "");
	fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
	    (gp_series_lock_take(&lock, folder, "me", "now", &e) ||
	     strchr(e.msg, '\n')))
		fault("a lock that is held, and no line that says so");
	if (fd >= 0)
		(void)close(fd);
}

static void
read_yaml(struct gp_arena *a, struct gp_str text)
{
	struct gp_seriesfile file = { .arena = a };
	struct gp_err e = { 0 };

	if (!gp_seriesfile_read(&file, "series.yaml", text, &e) &&
	    e.code != GP_LIMIT && e.code != GP_NOMEM && e.code != GP_SYNTAX)
		fault(e.msg);
}

/* What is taken goes into a line of a file and onto a command line. */
static void
read_people(struct gp_arena *a, struct gp_str text)
{
	const struct gp_str domains[] = { GP_STR("a.example"),
		                          GP_STR("*.b.example") };
	struct gp_mail_settings settings = { .n_domains = 2 };
	struct gp_mail_people people;
	struct gp_err e = { 0 };
	size_t i, k;

	settings.domains = gp_arena_array(a, 2, sizeof *settings.domains);
	if (!settings.domains)
		return;
	memcpy(settings.domains, domains, sizeof domains);
	if (!gp_mail_people_read(text, "people.txt", &settings, a, &people,
	                         &e)) {
		if (strchr(e.msg, '\n'))
			fault("a message of several lines");
		return;
	}
	for (i = 0; i < people.n; i++)
		for (k = 0; k < people.rows[i].n; k++)
			if ((unsigned char)people.rows[i].p[k] <= ' ' ||
			    (unsigned char)people.rows[i].p[k] > 0x7E ||
			    people.rows[i].p[0] == '-')
				fault("an address that is none");
}

static void (*const readers[])(struct gp_arena *, struct gp_str) = {
	read_entry, read_index, read_journal, read_lock, read_yaml, read_people,
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t n = sizeof readers / sizeof *readers;
	struct gp_arena *a;

	if (size == 0)
		return 0;
	a = gp_arena_new(MEMORY);
	if (!a)
		return 0;
	readers[data[0] % n](
		a, (struct gp_str){ (const char *)data + 1, size - 1 });
	gp_arena_free(a);
	return 0;
}
