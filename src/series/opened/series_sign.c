/* Which lists there are, handed to who signs one.  A list that is signed is not
   signed again; what a signature is worth is not known here. */
#include "series/opened/series_sign.h"

#include "base/map.h"
#include "series/ledger/record.h"
#include "series/signed/list_of_lists.h"
#include "series/signed/sign_list.h"

bool
gp_series_sign(struct gp_series *s, struct gp_str list, struct gp_err *e)
{
	const struct gp_signing signing = {
		.settings = s->settings,
		.series = s->folder,
		.file = &s->file,
		.arena = s->arena,
	};

	return gp_sign_list(&signing, list, e);
}

bool
gp_series_sign_site(struct gp_series *s, const struct gp_release_entry *next,
                    struct gp_err *e)
{
	struct gp_buf list = { .max = 0 };
	bool ok;

	if (s->file.sign.n == 0)
		return true;
	ok = gp_list_of_lists(&s->ledger, next, &list, e) &&
	     (list.len == 0 || gp_series_sign(s, gp_buf_view(&list), e));
	gp_buf_free(&list);
	return ok;
}

static bool
sign_pack(struct gp_series *s, const struct gp_release_entry *r,
          struct gp_err *e)
{
	struct gp_bytes list;
	size_t i;
	bool ok = true;

	for (i = 0; ok && i < r->n_files; i++) {
		if (!gp_str_eq(r->files[i].file, GP_STR(GP_SUMS_NAME)))
			continue;
		ok = gp_record_read(s->folder, r, &r->files[i], &list, e);
		if (!ok)
			break;
		ok = gp_series_sign(
			s,
			(struct gp_str){ (const char *)list.data, list.size },
			e);
		gp_bytes_free(&list);
	}
	return ok;
}

/* Each pack once: its last edition. */
static bool
sign_packs(struct gp_series *s, struct gp_err *e)
{
	struct gp_map seen = { .arena = s->arena };
	const struct gp_release_entry *r;
	size_t i = s->ledger.n;

	while (i-- > 0) {
		r = &s->ledger.rows[i];
		if (!gp_release_counts(r) || gp_map_find(&seen, r->pack))
			continue;
		gp_map_put(&seen, r->pack, s);
		if (!sign_pack(s, r, e))
			return false;
	}
	return gp_arena_ok(s->arena, e);
}

bool
gp_series_sign_all(struct gp_series *s, struct gp_err *e)
{
	return s->file.sign.n == 0 || s->ledger.n == 0 ||
	       (sign_packs(s, e) && gp_series_sign_site(s, NULL, e));
}
