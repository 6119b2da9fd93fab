/* A prepared edition recorded, written into the ledger and put on the site.
   Nothing is under way until the records are begun, and a failure before the
   ledger has the release leaves nothing of it. */
#include "series/release/release_pack.h"

#include "base/hash.h"
#include "series/release/release_approval.h"
#include "series/release/release_pieces.h"
#include "series/release/release_sign.h"
#include "series/release/release_record.h"
#include "series/release/releasing.h"

/* ---- out it goes ---- */

static bool
keep_pieces(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_pieces_of what = {
		.pack = &r->pack,
		.entry = &r->entry,
		.facts = r->facts,
		.ledger = &r->s->ledger,
		.now = r->s->now,
		.diag = r->s->diag,
	};
	char hex[GP_SHA256_HEX];

	if (!gp_release_pieces(r->arena, &what, &r->pieces, e))
		return false;
	gp_sha256_hex(r->pieces.p, r->pieces.n, hex);
	r->entry.pieces = gp_arena_cstr(r->arena, hex);
	return gp_arena_ok(r->arena, e);
}

static bool
record(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_record_file *files =
		gp_arena_array(r->arena, r->outputs.n + 1, sizeof *files);
	const struct gp_record record = {
		.files = files,
		.n_files = r->outputs.n,
		.pieces = r->pieces,
		.entry = &r->entry,
	};
	size_t i;

	if (!files)
		return gp_arena_ok(r->arena, e);
	for (i = 0; i < r->outputs.n; i++)
		files[i] = (struct gp_record_file){
			.name = gp_str(o[i].name),
			.bytes = { (char *)o[i].bytes.data, o[i].bytes.size },
		};
	return gp_release_record(r->s, &record, e);
}

static void
count(const struct gp_releasing *r, struct gp_series_done *done)
{
	size_t i;

	done->released++;
	for (i = 0; i < r->entry.n_articles; i++) {
		done->added += r->entry.articles[i].state == GP_ARTICLE_NEW;
		done->corrected +=
			r->entry.articles[i].state == GP_ARTICLE_CORRECTED;
		done->withdrawn +=
			r->entry.articles[i].state == GP_ARTICLE_WITHDRAWN;
	}
}

static bool
release(struct gp_releasing *r, struct gp_series_done *done, struct gp_err *e)
{
	bool is_new;

	if (!gp_release_prepare(r, &is_new, e))
		return false;
	if (!is_new) {
		done->as_before++;
		return true;
	}
	/* What is left of an edition was approved with it. */
	if ((!r->again && !gp_approval_take(r, e)) || !gp_release_sign(r, e) ||
	    !keep_pieces(r, e) || !record(r, e) ||
	    !gp_series_commit(r->s, &r->entry, &done->files, e))
		return false;
	count(r, done);
	return true;
}

static bool
release_as(struct gp_series *s, struct gp_str name, bool again,
           struct gp_series_done *done, struct gp_err *e)
{
	struct gp_releasing r;
	bool ok =
		gp_release_begin(&r, s, name, again, e) && release(&r, done, e);

	gp_release_end(&r);
	return ok;
}

bool
gp_release_pack(struct gp_series *s, struct gp_str name,
                struct gp_series_done *done, struct gp_err *e)
{
	return release_as(s, name, false, done, e);
}

bool
gp_release_again(struct gp_series *s, struct gp_str name,
                 struct gp_series_done *done, struct gp_err *e)
{
	return release_as(s, name, true, done, e);
}

bool
gp_release_is_refused(const struct gp_series *s, size_t before,
                      const struct gp_err *why)
{
	return s->ledger.n == before &&
	       gp_exit_status(why->code) == gp_exit_status(GP_INPUT);
}
