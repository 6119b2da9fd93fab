/* New pieces beside the old ones, then both entries, then the new pieces in the
   place of the old, then the outputs: whoever reads in between finds the pieces
   that the entry speaks of under one of two names.  Whose words they were is
   not known here. */
#include "series/ledger/record_erase.h"

#include "base/file.h"
#include "base/limits.h"
#include "series/ledger/record.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"

struct erasing {
	struct gp_arena *arena;
	struct gp_str folder; /* of the records */
	const struct gp_release_entry *entry;
	struct gp_err *e;
};

static struct gp_str
path_of(const struct erasing *x, const char *name)
{
	return gp_arena_printf(x->arena, "%.*s/%s", GP_ARG(x->folder), name);
}

static bool
put(const struct erasing *x, struct gp_str path, struct gp_str bytes)
{
	return gp_arena_ok(x->arena, x->e) &&
	       gp_safe_put(path.p, bytes, NULL, x->e);
}

static bool
put_entries(const struct erasing *x, const struct gp_ledger *l)
{
	struct gp_str path =
		gp_ledger_path(x->arena, l->folder, x->entry->number);
	struct gp_buf text = { .max = 0 };
	bool ok = gp_release_entry_json(x->entry, &text, x->e) &&
	          put(x, path_of(x, GP_RECORD_RELEASE), gp_buf_view(&text)) &&
	          put(x, path, gp_buf_view(&text));

	gp_buf_free(&text);
	return ok;
}

static bool
is_kept(const struct erasing *x, struct gp_str name)
{
	const struct gp_release_entry *r = x->entry;
	size_t i;

	if (gp_str_eq(name, GP_STR(GP_RECORD_RELEASE)) ||
	    gp_str_eq(name, GP_STR(GP_RECORD_PIECES)) ||
	    gp_str_eq(name, GP_STR(GP_RECORD_UNDONE)))
		return true;
	for (i = 0; i < r->n_files; i++)
		if (gp_str_eq(r->files[i].file, name))
			return true;
	return false;
}

static bool
drop_others(const struct erasing *x)
{
	struct gp_name_list names;
	size_t i;

	if (!gp_safe_list(x->arena, x->folder.p, &names, x->e))
		return false;
	for (i = 0; i < names.n; i++)
		if (!is_kept(x, names.rows[i]) &&
		    !gp_safe_remove(path_of(x, names.rows[i].p).p, NULL, x->e))
			return false;
	return true;
}

bool
gp_record_erase(const char *series, const struct gp_ledger *l,
                const struct gp_release_entry *r, struct gp_str pieces,
                struct gp_err *e)
{
	struct erasing x = { .entry = r, .e = e };
	bool ok;

	x.arena = gp_arena_new(GP_MIB);
	if (!x.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	x.folder = gp_record_folder(x.arena, series, r->pack, r->edition);
	ok = put(&x, path_of(&x, GP_RECORD_PIECES_NEXT), pieces) &&
	     put_entries(&x, l) &&
	     put(&x, path_of(&x, GP_RECORD_PIECES), pieces) && drop_others(&x);
	gp_arena_free(x.arena);
	return ok;
}

bool
gp_record_erase_end(const char *series, const struct gp_release_entry *r,
                    struct gp_err *e)
{
	const struct gp_released_file next = {
		.file = GP_STR(GP_RECORD_PIECES_NEXT), .sha256 = r->pieces
	};
	struct erasing x = { .entry = r, .e = e };
	struct gp_err ignored = { 0 };
	struct gp_bytes pieces = { NULL, 0 };
	bool ok = true;

	x.arena = gp_arena_new(GP_MIB);
	if (!x.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	x.folder = gp_record_folder(x.arena, series, r->pack, r->edition);
	if (gp_file_exists(path_of(&x, GP_RECORD_PIECES_NEXT).p) &&
	    gp_record_read(series, r, &next, &pieces, &ignored))
		ok = put(&x, path_of(&x, GP_RECORD_PIECES),
		         (struct gp_str){ (char *)pieces.data, pieces.size }) &&
		     drop_others(&x);
	ok = gp_arena_ok(x.arena, e) && ok;
	gp_bytes_free(&pieces);
	gp_arena_free(x.arena);
	return ok;
}
