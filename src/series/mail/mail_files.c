/* Old files go first, then each new one is put in its place whole; a run that
   is killed between leaves too few, and the next one makes all of them.  It
   does not know what a stem stands for. */
#include "series/mail/mail_files.h"

#include "series/ledger/safe_file.h"

/* "2015-11-10-e1", and then "." or "-part1.eml": that of edition 12 is
   another. */
static bool
is_of(struct gp_str name, struct gp_str stem)
{
	return gp_str_starts(name, stem) && name.n > stem.n &&
	       (name.p[stem.n] == '.' ||
	        gp_str_starts(gp_str_sub(name, stem.n, name.n),
	                      GP_STR("-part")));
}

static bool
clear(struct gp_series *s, struct gp_str folder, struct gp_str stem,
      struct gp_err *e)
{
	struct gp_name_list names;
	struct gp_str path;
	size_t i;

	if (!gp_safe_list(s->arena, folder.p, &names, e))
		return false;
	for (i = 0; i < names.n; i++) {
		if (!is_of(names.rows[i], stem))
			continue;
		path = gp_arena_printf(s->arena, "%.*s/%.*s", GP_ARG(folder),
		                       GP_ARG(names.rows[i]));
		if (!gp_arena_ok(s->arena, e) ||
		    !gp_safe_remove(path.p, NULL, e))
			return false;
	}
	return true;
}

bool
gp_mail_files_put(struct gp_series *s, struct gp_str stem,
                  const struct gp_mail_file *files, size_t n, struct gp_err *e)
{
	struct gp_str folder = gp_arena_printf(s->arena, "%s/mail", s->folder);
	struct gp_str inside = gp_arena_printf(s->arena, "%s/mail/", s->folder);
	struct gp_str path;
	size_t i;

	if (!gp_arena_ok(s->arena, e) || !gp_safe_way(s->folder, inside.p, e) ||
	    !gp_safe_folder(folder.p, e) || !clear(s, folder, stem, e))
		return false;
	for (i = 0; i < n; i++) {
		const struct gp_bytes *b = &files[i].bytes;

		path = gp_arena_printf(s->arena, "%.*s/%.*s", GP_ARG(folder),
		                       GP_ARG(files[i].name));
		if (!gp_arena_ok(s->arena, e) ||
		    !gp_safe_put(path.p,
		                 (struct gp_str){ (char *)b->data, b->size },
		                 NULL, e))
			return false;
	}
	return true;
}
