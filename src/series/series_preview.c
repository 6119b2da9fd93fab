/* An edition made to be looked at, and one approved: both are prepared as for a
   release, and nothing of the series changes but for the folder of previews and
   that of approvals. */
#include "series/pack_folders.h"
#include "series/preview_place.h"
#include "series/preview_report.h"
#include "series/release/release_approval.h"
#include "series/release/release_sign.h"

#include "base/file.h"
#include "series/ledger/safe_file.h"

/* ---- preview ---- */

static bool
write_files(const struct gp_releasing *r, const char *folder, struct gp_err *e)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_str path;
	size_t i;

	if (!gp_safe_folder(folder, e))
		return false;
	for (i = 0; i < r->outputs.n; i++) {
		path = gp_arena_printf(r->arena, "%s/%s", folder, o[i].name);
		if (!gp_arena_ok(r->arena, e) ||
		    !gp_safe_put(path.p,
		                 (struct gp_str){ (char *)o[i].bytes.data,
		                                  o[i].bytes.size },
		                 NULL, e))
			return false;
	}
	return true;
}

static bool
preview(struct gp_series *s, struct gp_str name,
        const struct gp_preview_wanted *w, struct gp_buf *said,
        struct gp_err *e)
{
	struct gp_str folder = gp_arena_printf(s->arena, "%s/preview/%.*s",
	                                       s->folder, GP_ARG(name));
	struct gp_releasing r;
	struct gp_previewed p = { .edition = &r,
		                  .found = s->diag,
		                  .folder = w->out ? w->out : folder.p };
	bool ok = gp_release_begin(&r, s, name, false, e) &&
	          gp_release_prepare(&r, &p.is_new, e) &&
	          gp_release_draft(&r, e);

	if (ok && !w->out)
		ok = gp_safe_way(s->folder, folder.p, e) &&
		     gp_safe_remove_folder(folder.p, e);
	ok = ok && write_files(&r, p.folder, e) &&
	     gp_preview_report(&p, w->json, said, e);
	gp_release_end(&r);
	return ok;
}

bool
gp_series_preview(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *pack,
                  const struct gp_preview_wanted *wanted, struct gp_bytes *said,
                  struct gp_diag *d, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	struct gp_series s;
	bool ok;

	*said = (struct gp_bytes){ NULL, 0 };
	ok = gp_series_look(&s, settings, call, d, e) &&
	     gp_pack_name_check(&s, gp_str(pack), e) &&
	     (!wanted->out ||
	      gp_preview_place_check(wanted->out, s.folder, e)) &&
	     preview(&s, gp_str(pack), wanted, &text, e);
	if (ok)
		*said = gp_buf_take(&text);
	gp_buf_free(&text);
	gp_series_close(&s);
	return ok;
}

/* ---- approve ---- */

static bool
approve(struct gp_series *s, struct gp_str name, const char *by,
        struct gp_approved *done, struct gp_err *e)
{
	struct gp_releasing r;
	bool is_new = false;
	bool ok = gp_release_begin(&r, s, name, false, e);

	r.approving = true;
	ok = ok && gp_release_prepare(&r, &is_new, e);
	if (ok && !is_new)
		ok = gp_fail_at(e, GP_INPUT, r.settings.folder, 0, 0,
		                "nothing is new, so there is nothing to "
		                "approve: edition %u is out as it is",
		                r.entry.edition);
	/* Whoever approves has the key at hand; whoever releases may not. */
	ok = ok && (!s->file.needs_approval || gp_release_sign(&r, e)) &&
	     gp_approval_write(&r, gp_str(by), done->digest, e);
	done->edition = r.entry.edition;
	done->articles = r.n; /* without places of what is withdrawn */
	gp_release_end(&r);
	return ok;
}

static bool
check_approver(const char *by, struct gp_err *e)
{
	struct gp_str name = gp_str_trim(gp_str(by));
	size_t i;

	if (name.n == 0 || name.n > 100)
		return gp_fail(
			e, GP_USAGE,
			"say who approves: --as NAME, at most 100 bytes");
	for (i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ' || name.p[i] == 0x7F)
			return gp_fail(e, GP_USAGE,
			               "the name holds a control character");
	return true;
}

bool
gp_series_approve(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *pack,
                  const char *by, struct gp_approved *done, struct gp_diag *d,
                  struct gp_err *e)
{
	struct gp_series s = { .lock = { .fd = -1 } };
	bool ok;

	*done = (struct gp_approved){ .edition = 0 };
	ok = check_approver(by, e) &&
	     gp_series_look(&s, settings, call, d, e) &&
	     gp_pack_name_check(&s, gp_str(pack), e) &&
	     approve(&s, gp_str(pack), by, done, e);
	gp_series_close(&s);
	return ok;
}
