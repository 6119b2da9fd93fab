/* The site held against what the ledger's files and the records make of it, and
   then walked for what nobody made.  It looks at bytes alone; what is wrong
   inside a book or a feed is for other checks to say, and nothing is mended. */
#include "series/opened/series.h"

#include "base/file.h"
#include "base/host.h"
#include "base/limits.h"
#include "base/map.h"
#include "series/ledger/safe_file.h"
#include "verify/inspect.h"

#include <string.h>
#include <sys/stat.h>

struct site_check {
	struct gp_inspect in;
	struct gp_arena *arena;
	struct gp_str site;
	struct gp_map expected; /* paths below the site, and folders */
};

static void
note_expected(struct site_check *c, struct gp_str path)
{
	size_t slash = gp_str_find(path, GP_STR("/"), 0);

	path = gp_arena_str(c->arena, path);
	gp_map_put(&c->expected, path, c);
	if (slash < path.n)
		gp_map_put(&c->expected, gp_str_sub(path, 0, slash), c);
}

/* The `take` of struct gp_site_sink. */
static bool
compare(void *user, struct gp_str path, struct gp_str bytes, struct gp_err *e)
{
	struct site_check *c = user;
	struct gp_str full = gp_arena_printf(c->arena, "%.*s/%.*s",
	                                     GP_ARG(c->site), GP_ARG(path));
	struct gp_bytes now = { NULL, 0 };
	struct gp_err why = { 0 };

	note_expected(c, path);
	if (!gp_arena_ok(c->arena, e))
		return false;
	if (!gp_file_exists(full.p))
		gp_found(&c->in, GP_CHECK_VERIFY_MISSING, path.p, 0,
		         "the file is not there");
	else if (!gp_read(full.p, GP_MAX_OUTPUT_BYTES, &now, &why))
		gp_found(&c->in, GP_CHECK_VERIFY_MISSING, path.p, 0,
		         "the file cannot be read");
	else if (now.size != bytes.n ||
	         (bytes.n && memcmp(now.data, bytes.p, bytes.n) != 0))
		gp_found(&c->in, GP_CHECK_VERIFY_CHANGED, path.p, 0,
		         "the file is not what ledger and records make of it");
	gp_bytes_free(&now);
	return true;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A folder without a file serves nothing. */
static bool
is_empty(struct site_check *c, const char *path)
{
	struct gp_name_list names;
	struct gp_err ignored = { 0 };

	return is_folder(path) &&
	       gp_safe_list(c->arena, path, &names, &ignored) && names.n == 0;
}

static void
tell_extra(struct site_check *c, struct gp_str path)
{
	struct gp_str full = gp_arena_printf(c->arena, "%.*s/%.*s",
	                                     GP_ARG(c->site), GP_ARG(path));

	if (!is_empty(c, full.p))
		gp_found(&c->in, GP_CHECK_VERIFY_EXTRA, path.p, 0,
		         "no release made the file");
}

/* The site is two folders deep. */
static bool
find_extra(struct site_check *c, struct gp_str folder, struct gp_err *e)
{
	struct gp_str in =
		gp_arena_printf(c->arena, "%.*s%s%.*s", GP_ARG(c->site),
	                        folder.n ? "/" : "", GP_ARG(folder));
	struct gp_name_list names;
	struct gp_str path;
	size_t i;

	if (!gp_arena_ok(c->arena, e) ||
	    !gp_safe_list(c->arena, in.p, &names, e))
		return false;
	for (i = 0; i < names.n; i++) {
		path = gp_arena_printf(c->arena, "%.*s%s%.*s", GP_ARG(folder),
		                       folder.n ? "/" : "",
		                       GP_ARG(names.rows[i]));
		if (!gp_map_find(&c->expected, path))
			tell_extra(c, path);
	}
	return gp_arena_ok(c->arena, e);
}

static bool
find_all_extra(struct site_check *c, struct gp_err *e)
{
	struct gp_name_list names;
	size_t i;

	if (!find_extra(c, GP_STR(""), e) ||
	    !gp_safe_list(c->arena, c->site.p, &names, e))
		return false;
	for (i = 0; i < names.n; i++) {
		struct gp_str full =
			gp_arena_printf(c->arena, "%.*s/%.*s", GP_ARG(c->site),
		                        GP_ARG(names.rows[i]));

		if (gp_map_find(&c->expected, names.rows[i]) &&
		    gp_arena_ok(c->arena, e) && is_folder(full.p) &&
		    !find_extra(c, names.rows[i], e))
			return false;
	}
	return gp_arena_ok(c->arena, e);
}

bool
gp_series_verify(const char *folder, const char *data, struct gp_diag *d,
                 struct gp_err *e)
{
	struct site_check c = { .in = { .name = folder, .diag = d, .err = e } };
	const struct gp_site_sink sink = { compare, &c };
	struct gp_series s;
	bool ok = gp_series_read(&s, folder, true, e) &&
	          gp_series_has_ledger(&s, e);

	c.arena = c.in.arena = c.expected.arena =
		gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!c.arena)
		ok = gp_fail(e, GP_NOMEM, "out of memory");
	if (ok) {
		const struct gp_series_site site = { .folder = folder,
			                             .ledger = &s.ledger,
			                             .series = &s.file,
			                             .labels = &s.labels,
			                             .whole = true };

		s.labels.data = gp_datadir(data);
		c.site = gp_arena_printf(c.arena, "%s/site", folder);
		c.in.name = c.site.p;
		ok = gp_arena_ok(c.arena, e) &&
		     gp_site_make(&site, &sink, NULL, e) &&
		     find_all_extra(&c, e);
	}
	gp_arena_free(c.arena);
	gp_series_close(&s);
	return ok;
}
