/* Which packs are released, and in which order: those that are named, or all
   that a series has.  How one is released is not known here, and nothing of
   what may be due in others. */
#include "series/pack_folders.h"
#include "series/release_each.h"
#include "series/release_elsewhere.h"

static bool
release_all(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_pack_folder *rows;
	struct gp_release_wanted *wanted;
	size_t n, i;

	if (!gp_pack_folders(s, s->arena, &rows, &n, e))
		return false;
	if (n == 0)
		return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
		                  "holds no pack: make a folder for one, "
		                  "called after its day, and put articles "
		                  "into it");
	wanted = gp_arena_array(s->arena, n, sizeof *wanted);
	for (i = 0; wanted && i < n; i++)
		wanted[i] = (struct gp_release_wanted){ .name = rows[i].name };
	return gp_arena_ok(s->arena, e) &&
	       gp_release_each(s, wanted, n, done, e);
}

static bool
release_named(struct gp_series *s, const char *const *packs, size_t n,
              struct gp_series_done *done, struct gp_err *e)
{
	struct gp_release_wanted *wanted =
		gp_arena_array(s->arena, n, sizeof *wanted);
	size_t i;

	for (i = 0; wanted && i < n; i++) {
		wanted[i].name = gp_str(packs[i]);
		if (!gp_pack_name_check(s, wanted[i].name, e))
			return false;
	}
	return gp_arena_ok(s->arena, e) &&
	       gp_release_each(s, wanted, n, done, e);
}

static void
note_address(const struct gp_series *s)
{
	if (s->file.info.base_url.n == 0)
		gp_diag_add(s->diag, GP_NOTE, "feed-no-base-url",
		            s->file_path.p, 0,
		            "the feeds cannot name their own address and those "
		            "of EPUB and PDF, and no catalogue is made; give "
		            "`base_url:` before anybody subscribes");
}

bool
gp_series_release(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *const *packs,
                  size_t n, struct gp_series_done *done, struct gp_diag *d,
                  struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_series_done){ .released = 0 };
	ok = gp_series_open(&s, settings, call, d, e) &&
	     gp_release_elsewhere(&s,
	                          n ? release_named(&s, packs, n, done, e)
	                            : release_all(&s, done, e),
	                          done, e);
	if (ok)
		note_address(&s);
	gp_series_close(&s);
	return ok;
}
