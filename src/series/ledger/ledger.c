/* The index, then whatever files it does not have; a file for every number from
   1 on.  The index is written behind the entry and never before: what it lacks
   is read from the files, and what in it is no entry, or out of its order,
   makes it worth nothing.  So does a last entry that is not what its file says:
   then the ledger is another one than the index was made of. */
#include "series/ledger/ledger.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "series/ledger/ledger_index.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DIGITS = 6 };

static const char index_name[] = "index";

/* ---- one entry ---- */

static bool
is_next(const struct gp_ledger *l, const struct gp_release_entry *r)
{
	return r->number == l->n + 1 && r->undoes < r->number;
}

/* Which entries were taken back is said by those behind them. */
static bool
add_row(struct gp_ledger *l, const struct gp_release_entry *r)
{
	struct gp_release_entry *row;

	if (!is_next(l, r))
		return false;
	row = GP_VEC_ADD(l->arena, l->rows, l->n, l->room);
	if (!row)
		return false;
	*row = *r;
	if (r->undoes)
		l->rows[r->undoes - 1].undone = true;
	return true;
}

struct gp_str
gp_ledger_path(struct gp_arena *a, struct gp_str folder, unsigned number)
{
	return gp_arena_printf(a, "%.*s/%0*u.json", GP_ARG(folder), DIGITS,
	                       number);
}

static bool
fail_entry(struct gp_err *e, const char *path, unsigned line, const char *why)
{
	return gp_fail_at(e, GP_INPUT, path, line, 0,
	                  "%s; `govpub series rebuild` makes the ledger again "
	                  "from the records",
	                  why);
}

/* What an entry of another number says must not pass for this one's. */
static bool
read_file(struct gp_ledger *l, unsigned number, struct gp_err *e)
{
	struct gp_str path = gp_ledger_path(l->arena, l->folder, number);
	struct gp_release_entry r;
	struct gp_entry_flaw flaw;
	struct gp_bytes text;
	bool ok;

	if (!gp_arena_ok(l->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return fail_entry(e, path.p, 0, "the entry is missing");
	if (!gp_read(path.p, GP_MAX_LEDGER_ENTRY, &text, e))
		return false;
	ok = gp_release_entry_read(
		l->arena, (struct gp_str){ (char *)text.data, text.size }, &r,
		&flaw);
	gp_bytes_free(&text);
	if (!gp_arena_ok(l->arena, e))
		return false;
	if (!ok)
		return fail_entry(e, path.p, flaw.line, flaw.why);
	return add_row(l, &r) ||
	       fail_entry(e, path.p, 0, "the entry is not the next one");
}

/* ---- the index ---- */

static struct gp_str
index_path(const struct gp_ledger *l)
{
	return gp_arena_printf(l->arena, "%.*s/%s", GP_ARG(l->folder),
	                       index_name);
}

/* Rows up to number `most`; what follows them is left in *rest. */
static bool
take_rows(struct gp_ledger *l, size_t most, struct gp_index_text *rest)
{
	struct gp_release_entry r;

	if (!gp_index_take_head(rest))
		return false;
	while (l->n < most && rest->at < rest->end)
		if (!gp_index_take(rest, l->arena, &r) || !add_row(l, &r))
			return false;
	return true;
}

/* Takes what it can of the index, of at most `most` entries. */
static void
read_index(struct gp_ledger *l, size_t most, struct gp_str *rest)
{
	struct gp_err ignored = { 0 };
	struct gp_index_text text;

	*rest = GP_STR("");
	if (!gp_read(index_path(l).p, GP_MAX_OUTPUT_BYTES, &l->index, &ignored))
		return;
	text.at = (char *)l->index.data;
	text.end = text.at + l->index.size;
	if (!take_rows(l, most, &text))
		l->n = 0;
	l->indexed = l->n;
	*rest = (struct gp_str){ text.at, (size_t)(text.end - text.at) };
}

/* What the index has behind the rows that were taken of it is nothing, or the
   last entry as its file says it. */
static void
check_rest(struct gp_ledger *l, struct gp_str rest)
{
	struct gp_buf text = { .max = 0 };
	struct gp_err ignored = { 0 };

	if (rest.n == 0)
		return;
	gp_index_put(&l->rows[l->n - 1], &text);
	l->indexed = gp_buf_ok(&text, &ignored) && l->indexed + 1 == l->n &&
	                             gp_str_eq(gp_buf_view(&text), rest)
	                     ? l->n
	                     : 0;
	gp_buf_free(&text);
}

/* What is worth nothing goes first, be it a link to somebody else's file or a
   pipe that nobody reads. */
static FILE *
open_index(const char *path, bool is_new)
{
	int flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK |
	            (is_new ? O_CREAT | O_EXCL : O_APPEND);
	FILE *f;
	int fd;

	if (is_new)
		(void)unlink(path);
	fd = open(path, flags, 0666);
	f = fd < 0 ? NULL : fdopen(fd, is_new ? "w" : "a");
	if (fd >= 0 && !f)
		(void)close(fd);
	return f;
}

void
gp_ledger_cache(struct gp_ledger *l)
{
	bool is_new = l->indexed == 0;
	struct gp_err ignored = { 0 };
	struct gp_buf text = { .max = 0 };
	FILE *f = NULL;

	if (l->indexed == l->n)
		return;
	if (is_new)
		gp_index_put_head(&text);
	for (; l->indexed < l->n; l->indexed++)
		gp_index_put(&l->rows[l->indexed], &text);
	if (gp_buf_ok(&text, &ignored))
		f = open_index(index_path(l).p, is_new);
	if (f) {
		(void)fwrite(text.data, 1, text.len, f);
		(void)fclose(f);
	}
	gp_buf_free(&text);
}

bool
gp_ledger_forget(struct gp_ledger *l, struct gp_err *e)
{
	struct gp_str path = index_path(l);

	l->indexed = 0;
	return gp_arena_ok(l->arena, e) && gp_safe_remove(path.p, NULL, e);
}

/* ---- the whole ---- */

static bool
is_entry_name(struct gp_str name)
{
	static const struct gp_str suffix = { ".json", 5 };

	return name.n == DIGITS + suffix.n && gp_str_ends(name, suffix) &&
	       gp_str_all(gp_str_sub(name, 0, DIGITS), gp_is_digit);
}

/* The highest number that a file has. */
static bool
count_files(const struct gp_ledger *l, size_t *n, struct gp_err *e)
{
	DIR *folder = opendir(l->folder.p);
	const struct dirent *entry;
	size_t number;

	*n = 0;
	if (!folder && errno == ENOENT)
		return true;
	if (!folder)
		return gp_fail_at(e, GP_INPUT, l->folder.p, 0, 0,
		                  "cannot be read: %s", strerror(errno));
	while ((entry = readdir(folder)) != NULL) {
		if (!is_entry_name(gp_str(entry->d_name)))
			continue;
		number = (size_t)strtoul(entry->d_name, NULL, 10);
		*n = number > *n ? number : *n;
	}
	(void)closedir(folder);
	return true;
}

bool
gp_ledger_open(struct gp_ledger *l, const char *series, bool whole,
               struct gp_err *e)
{
	struct gp_str rest = GP_STR("");
	size_t files;

	l->arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!l->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	l->folder = gp_arena_printf(l->arena, "%s/ledger", series);
	if (!gp_arena_ok(l->arena, e) || !count_files(l, &files, e))
		return false;
	if (!whole && files)
		read_index(l, files - 1, &rest);
	while (l->n < files)
		if (!read_file(l, (unsigned)l->n + 1, e))
			return false;
	check_rest(l, rest);
	return gp_arena_ok(l->arena, e);
}

void
gp_ledger_free(struct gp_ledger *l)
{
	gp_arena_free(l->arena);
	gp_bytes_free(&l->index);
	*l = (struct gp_ledger){ .n = 0 };
}

/* As everybody will read it from now on, with room among the rows: what cannot
   be read again is never written.  It outlives the caller's. */
static bool
read_again(struct gp_ledger *l, struct gp_str text,
           struct gp_release_entry *out, struct gp_err *e)
{
	struct gp_entry_flaw flaw;
	bool ok;

	if (text.n > GP_MAX_LEDGER_ENTRY)
		return gp_fail(e, GP_LIMIT,
		               "the entry of a release is larger than %zu MiB; "
		               "make two packs of it",
		               GP_MAX_LEDGER_ENTRY / GP_MIB);
	ok = gp_release_entry_read(l->arena, text, out, &flaw) &&
	     is_next(l, out) &&
	     GP_VEC_FIT(l->arena, l->rows, l->n + 1, l->room);
	return gp_arena_ok(l->arena, e) &&
	       (ok ||
	        gp_fail(e, GP_INTERNAL, "no release: %s",
	                flaw.why[0] ? flaw.why : "it is not the next one"));
}

bool
gp_ledger_append(struct gp_ledger *l, const struct gp_release_entry *r,
                 struct gp_err *e)
{
	struct gp_str path = gp_ledger_path(l->arena, l->folder, r->number);
	struct gp_buf text = { .max = 0 };
	struct gp_release_entry own;
	bool ok = gp_arena_ok(l->arena, e) &&
	          gp_release_entry_json(r, &text, e) &&
	          read_again(l, gp_buf_view(&text), &own, e) &&
	          gp_safe_folder(l->folder.p, e) &&
	          gp_safe_create(path.p, gp_buf_view(&text), e) &&
	          add_row(l, &own);

	gp_buf_free(&text);
	if (ok)
		gp_ledger_cache(l);
	return ok;
}

/* ---- asking ---- */

bool
gp_release_counts(const struct gp_release_entry *r)
{
	return !r->undoes && !r->undone;
}

bool
gp_release_is_withdrawal(const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		if (r->articles[i].state != GP_ARTICLE_WITHDRAWN)
			return false;
	return !r->undoes && r->n_files == 0;
}

const struct gp_release_entry *
gp_ledger_last_of(const struct gp_ledger *l, struct gp_str pack)
{
	size_t i = l->n;

	while (i-- > 0)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, pack))
			return &l->rows[i];
	return NULL;
}

const struct gp_release_entry *
gp_ledger_last(const struct gp_ledger *l)
{
	size_t i = l->n;

	while (i-- > 0)
		if (gp_release_counts(&l->rows[i]))
			return &l->rows[i];
	return NULL;
}

unsigned
gp_ledger_editions(const struct gp_ledger *l, struct gp_str pack)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!l->rows[i].undoes && gp_str_eq(l->rows[i].pack, pack))
			n = l->rows[i].edition > n ? l->rows[i].edition : n;
	return n;
}
