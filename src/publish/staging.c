/* The two folders, a lock on each, and the ways to put one in the other's
   place: a rename where there was none, a swap, or file by file.  What
   others put into the old folder is linked into the new one; what a killed
   run left is cleared.  Links are followed once, at the start.  Folders are
   one deep: who wants more finds no function for it.  It knows names and
   bytes, no output. */
#define _GNU_SOURCE /* renameat2() */
#include "publish/staging.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "publish/folder_jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ARENA_LIMIT = 16 * 1024 * 1024, ATTEMPTS = 5 };

struct staged {
	struct gp_str name;
	bool fresh; /* written, not linked */
	struct staged *next;
};

struct gp_staging {
	struct gp_arena *arena;
	struct gp_str out;  /* the folder to change */
	struct gp_str work; /* the staging folder */
	int out_lock, work_lock;
	bool out_exists, can_swap;
	struct staged *first, *last;
	struct staged *first_gone;
	struct gp_map names;   /* added */
	struct gp_map retired; /* to leave out */
	struct gp_map folders; /* in which any of these lie */
	struct staged *first_folder;
	size_t fresh, linked, gone;
};

static bool
fail_staging(struct gp_err *e, const char *path, const char *what)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0, "%s: %s", what,
	                  strerror(errno));
}

/* ---- names ---- */

/* The folder itself where `path` is a link to one; without slashes at its
   end. */
static struct gp_str
resolve_link(struct gp_arena *a, const char *path)
{
	struct gp_str s = gp_str(path);
	char *real = realpath(path, NULL);

	if (real)
		s = gp_arena_cstr(a, real);
	free(real);
	while (s.n > 1 && s.p[s.n - 1] == '/')
		s.n--;
	return gp_arena_str(a, s);
}

/* True when `out` is a mount point or its parent cannot be written: then
   nothing beside it could be swapped with it. */
static bool
must_stay_inside(const char *out, const char *parent)
{
	struct stat here, above;

	if (stat(out, &here) != 0 || stat(parent, &above) != 0)
		return false;
	return here.st_dev != above.st_dev || access(parent, W_OK) != 0;
}

/* ".out.govpub-new" beside the folder, so that both are on one disk. */
static void
choose_work(struct gp_staging *s)
{
	struct gp_str out = s->out;
	size_t base = out.n;
	struct gp_str parent;

	while (base > 0 && out.p[base - 1] != '/')
		base--;
	parent = base ? gp_arena_str(s->arena, gp_str_sub(out, 0, base))
	              : GP_STR(".");
	s->can_swap = !must_stay_inside(out.p, parent.p);
	if (s->can_swap)
		s->work = gp_arena_printf(s->arena, "%.*s.%s.govpub-new",
		                          (int)base, out.p, out.p + base);
	else
		s->work = gp_arena_printf(s->arena, "%s/.govpub-new", out.p);
}

static struct gp_str
in_folder(struct gp_staging *s, struct gp_str folder, struct gp_str name)
{
	return gp_arena_printf(s->arena, "%.*s/%.*s", GP_ARG(folder),
	                       GP_ARG(name));
}

/* ---- locks ---- */

/* A lock on the folder that `path` names now; -1 with errno. */
static int
lock_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	struct stat held, named;

	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &held) == 0 &&
	    stat(path, &named) == 0 && held.st_ino == named.st_ino &&
	    held.st_dev == named.st_dev)
		return fd;
	(void)close(fd);
	errno = EWOULDBLOCK;
	return -1;
}

/* Makes and locks the staging folder; what a killed run left is cleared. */
static bool
take_work(struct gp_staging *s, struct gp_err *e)
{
	bool made = false;
	int attempt;

	for (attempt = 0; attempt < ATTEMPTS; attempt++) {
		made = mkdir(s->work.p, 0777) == 0;
		if (!made && errno != EEXIST)
			return fail_staging(e, s->work.p,
			                    "cannot make the folder");
		s->work_lock = lock_folder(s->work.p);
		if (s->work_lock >= 0)
			return gp_tree_clear(s->work.p, e);
		if (errno != ENOENT)
			break;
	}
	if (errno == EWOULDBLOCK && !made)
		return gp_fail_at(e, GP_OUTPUT, s->out.p, 0, 0,
		                  "another govpub is writing here; wait for "
		                  "it to end");
	fail_staging(e, s->work.p, "cannot lock the folder");
	if (made)
		(void)rmdir(s->work.p);
	return false;
}

static bool
take_out(struct gp_staging *s, struct gp_err *e)
{
	struct stat st;

	if (stat(s->out.p, &st) != 0) {
		if (errno == ENOENT)
			return true;
		return fail_staging(e, s->out.p, "cannot look at the folder");
	}
	if (!S_ISDIR(st.st_mode))
		return gp_fail_at(e, GP_OUTPUT, s->out.p, 0, 0,
		                  "is not a folder; give another with -o");
	s->out_exists = true;
	s->out_lock = lock_folder(s->out.p);
	if (s->out_lock < 0 && errno == EWOULDBLOCK)
		return gp_fail_at(e, GP_OUTPUT, s->out.p, 0, 0,
		                  "another govpub is writing here; wait for "
		                  "it to end");
	if (s->out_lock < 0)
		return fail_staging(e, s->out.p, "cannot lock the folder");
	return true;
}

struct gp_staging *
gp_staging_open(const char *path, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(ARENA_LIMIT);
	struct gp_staging *s = a ? gp_arena_alloc(a, sizeof *s) : NULL;

	if (!s) {
		gp_arena_free(a);
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	s->arena = a;
	s->names.arena = s->retired.arena = s->folders.arena = a;
	s->out_lock = s->work_lock = -1;
	s->out = resolve_link(a, path);
	choose_work(s);
	if (gp_arena_ok(a, e) && gp_tree_make_parents(s->out.p, e) &&
	    take_out(s, e) && take_work(s, e))
		return s;
	gp_staging_free(s);
	return NULL;
}

void
gp_staging_free(struct gp_staging *s)
{
	struct gp_err ignored = { 0 };

	if (!s)
		return;
	if (s->work_lock >= 0) {
		(void)gp_tree_clear(s->work.p, &ignored);
		(void)rmdir(s->work.p);
		(void)close(s->work_lock);
	}
	if (s->out_lock >= 0)
		(void)close(s->out_lock);
	gp_arena_free(s->arena);
}

/* ---- gathering ---- */

static bool
link_into(struct gp_staging *s, struct gp_str from, struct gp_str to)
{
	if (link(from.p, to.p) == 0)
		return true;
	s->can_swap = false;
	return false;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder that a file lies in, "" for one that lies in none. */
static struct gp_str
folder_of(struct gp_str name)
{
	size_t slash = gp_str_find(name, GP_STR("/"), 0);

	return gp_str_sub(name, 0, slash < name.n ? slash : 0);
}

/* Notes the folder of a file, "" too, when it was not met before; *fresh says
   so. */
static bool
note_folder(struct gp_staging *s, struct gp_str name, bool *fresh,
            struct gp_err *e)
{
	struct gp_str folder = gp_arena_str(s->arena, folder_of(name));
	struct staged *f;

	*fresh = folder.n && !gp_map_find(&s->folders, folder);
	if (!*fresh)
		return true;
	f = gp_arena_alloc(s->arena, sizeof *f);
	if (!f)
		return gp_arena_ok(s->arena, e);
	*f = (struct staged){ .name = folder, .next = s->first_folder };
	s->first_folder = f;
	gp_map_put(&s->folders, folder, f);
	return gp_arena_ok(s->arena, e);
}

static bool
make_folder(const char *path, struct gp_err *e)
{
	return mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path)) ||
	       fail_staging(e, path, "cannot make the folder");
}

/* Room for the file in the staging folder.  What is no folder in the other one,
   a link to one included, is not written through. */
static bool
make_room(struct gp_staging *s, struct gp_str name, struct gp_err *e)
{
	struct gp_str now, next;
	bool fresh;

	if (!note_folder(s, name, &fresh, e) || !fresh)
		return e->code == GP_OK;
	now = in_folder(s, s->out, folder_of(name));
	next = in_folder(s, s->work, folder_of(name));
	if (!gp_arena_ok(s->arena, e))
		return false;
	if (gp_file_exists(now.p) && !is_folder(now.p))
		return gp_fail_at(e, GP_OUTPUT, now.p, 0, 0,
		                  "is a file, where a folder has to go; move "
		                  "it away");
	return make_folder(next.p, e);
}

static struct staged *
note_staged(struct gp_staging *s, const char *name, bool fresh)
{
	struct staged *f = gp_arena_alloc(s->arena, sizeof *f);

	if (!f)
		return NULL;
	f->name = gp_arena_cstr(s->arena, name);
	f->fresh = fresh;
	if (s->last)
		s->last->next = f;
	else
		s->first = f;
	s->last = f;
	gp_map_put(&s->names, f->name, f);
	return f;
}

bool
gp_staging_add(struct gp_staging *s, const char *name, const struct gp_bytes *b,
               struct gp_err *e)
{
	struct gp_str now = in_folder(s, s->out, gp_str(name));
	struct gp_str next = in_folder(s, s->work, gp_str(name));
	bool same;

	if (!gp_arena_ok(s->arena, e) || !make_room(s, gp_str(name), e))
		return false;
	if (is_folder(now.p))
		return gp_fail_at(
			e, GP_OUTPUT, now.p, 0, 0,
			"is a folder, where a file has to go; move it "
			"away");
	same = s->out_exists && gp_file_holds(now.p, b);
	if (same)
		(void)link_into(s, now, next);
	else if (!gp_file_create(next.p, b, e))
		return false;
	s->linked += same;
	s->fresh += !same;
	return note_staged(s, name, !same) || gp_arena_ok(s->arena, e);
}

bool
gp_staging_retire(struct gp_staging *s, const char *name, bool *gone,
                  struct gp_err *e)
{
	struct gp_str key = gp_arena_cstr(s->arena, name);
	struct gp_str path = in_folder(s, s->out, key);
	struct staged *f = gp_arena_alloc(s->arena, sizeof *f);
	bool fresh;

	*gone = false;
	if (!gp_arena_ok(s->arena, e))
		return false;
	if (gp_map_find(&s->names, key) || gp_map_find(&s->retired, key) ||
	    !gp_file_exists(path.p))
		return true;
	if (!note_folder(s, key, &fresh, e))
		return false;
	*f = (struct staged){ .name = key, .next = s->first_gone };
	s->first_gone = f;
	gp_map_put(&s->retired, key, f);
	s->gone++;
	*gone = true;
	return gp_arena_ok(s->arena, e);
}

/* ---- committing ---- */

static bool
is_ours(const struct gp_staging *s, struct gp_str name)
{
	return gp_map_find(&s->names, name) || gp_map_find(&s->retired, name);
}

/* The same for one of the folders that files of ours lie in.  Where all of them
   go, it comes again for a foreign one only. */
static bool
keep_foreign_in(struct gp_staging *s, struct gp_str folder, struct gp_err *e)
{
	struct gp_tree_list list;
	struct gp_str name;
	size_t i;

	if (!gp_tree_list(s->arena, in_folder(s, s->out, folder).p, &list, e))
		return false;
	for (i = 0; i < list.count && s->can_swap; i++) {
		name = in_folder(s, folder, list.names[i]);
		if (is_ours(s, name))
			continue;
		if (!make_folder(in_folder(s, s->work, folder).p, e))
			return false;
		(void)link_into(s, in_folder(s, s->out, name),
		                in_folder(s, s->work, name));
	}
	return gp_arena_ok(s->arena, e);
}

/* Links what others put into the folder, so that the swap keeps it.  A folder
   of others cannot be linked: then no swap. */
static bool
keep_foreign(struct gp_staging *s, struct gp_err *e)
{
	struct gp_tree_list list;
	struct gp_str name;
	size_t i;

	if (!gp_tree_list(s->arena, s->out.p, &list, e))
		return false;
	for (i = 0; i < list.count && s->can_swap; i++) {
		name = list.names[i];
		if (gp_map_find(&s->folders, name) &&
		    is_folder(in_folder(s, s->out, name).p)) {
			if (!keep_foreign_in(s, name, e))
				return false;
		} else if (!is_ours(s, name)) {
			(void)link_into(s, in_folder(s, s->out, name),
			                in_folder(s, s->work, name));
		}
	}
	return gp_arena_ok(s->arena, e);
}

/* The names of new files survive a power cut. */
static void
sync_folders(struct gp_staging *s)
{
	struct staged *f;

	for (f = s->first; f; f = f->next)
		if (!f->next ||
		    !gp_str_eq(folder_of(f->name), folder_of(f->next->name)))
			gp_file_sync_folder(in_folder(s, s->work, f->name).p);
	(void)fsync(s->work_lock);
}

static void
copy_mode(struct gp_staging *s)
{
	struct stat st;

	if (fstat(s->out_lock, &st) == 0)
		(void)fchmod(s->work_lock, st.st_mode & 07777);
}

/* False without an error: this file system cannot do it. */
static bool
swap(struct gp_staging *s, struct gp_err *e)
{
	copy_mode(s);
	sync_folders(s);
	if (renameat2(AT_FDCWD, s->work.p, AT_FDCWD, s->out.p,
	              RENAME_EXCHANGE) != 0) {
		if (errno != ENOSYS && errno != EINVAL && errno != EBUSY &&
		    errno != EXDEV && errno != EOPNOTSUPP)
			fail_staging(e, s->out.p,
			             "cannot put the new files in place");
		return false;
	}
	gp_file_sync_folder(s->out.p);
	return true;
}

static bool
move_in(struct gp_staging *s, struct gp_err *e)
{
	sync_folders(s);
	if (rename(s->work.p, s->out.p) != 0)
		return fail_staging(e, s->out.p,
		                    "cannot put the new folder in place");
	(void)close(s->work_lock);
	s->work_lock = -1;
	gp_file_sync_folder(s->out.p);
	return true;
}

/* Files that are no more: before the list that still has them is replaced, or a
   run that is killed in between would leave them for good. */
static void
remove_gone(struct gp_staging *s)
{
	struct staged *f;

	for (f = s->first_gone; f; f = f->next)
		(void)unlink(in_folder(s, s->out, f->name).p);
}

static void
remove_empty_folders(struct gp_staging *s)
{
	struct staged *f;

	for (f = s->first_folder; f; f = f->next)
		(void)rmdir(in_folder(s, s->out, f->name).p);
}

static bool
move_one_by_one(struct gp_staging *s, struct gp_err *e)
{
	struct staged *f;

	for (f = s->first_folder; f; f = f->next)
		if (!make_folder(in_folder(s, s->out, f->name).p, e))
			return false;
	remove_gone(s);
	for (f = s->first; f; f = f->next) {
		struct gp_str to = in_folder(s, s->out, f->name);

		if (f->fresh &&
		    rename(in_folder(s, s->work, f->name).p, to.p) != 0)
			return fail_staging(e, to.p,
			                    "cannot put the file in place");
	}
	remove_empty_folders(s);
	(void)fsync(s->out_lock);
	return gp_arena_ok(s->arena, e);
}

bool
gp_staging_commit(struct gp_staging *s, struct gp_published *done,
                  struct gp_err *e)
{
	*done = (struct gp_published){ s->fresh, s->linked };
	if (!s->out_exists)
		return move_in(s, e);
	if (s->fresh + s->gone == 0)
		return true;
	if (!keep_foreign(s, e))
		return false;
	if (s->can_swap && swap(s, e))
		return true;
	return e->code == GP_OK && move_one_by_one(s, e);
}
