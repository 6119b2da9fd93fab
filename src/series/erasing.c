/* A copy of the entry without what is erased, its pieces without theirs, both
   put in place by the ledger's own.  In the release that withdrew an article
   its pieces say so, and stay.  An edition that was served with the article has
   its words in every output, which go as a whole: none of them can be cut. */
#include "series/erasing.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/vec.h"
#include "series/ledger/record.h"
#include "series/ledger/record_erase.h"

#include <string.h>

struct piece_list {
	struct gp_arena *arena;
	struct gp_feed_piece *rows;
	size_t n, room;
};

static bool
is_erased(const struct gp_erased *what, const struct gp_released_article *a)
{
	return gp_map_find(&what->ids, a->id) != NULL;
}

/* What stays is who it was, and what became of it when. */
static struct gp_released_article
without_words(const struct gp_released_article *a)
{
	return (struct gp_released_article){
		.id = a->id,
		.file = GP_STR(""),
		.given = GP_STR(""),
		.address = GP_STR(""),
		.feed = GP_STR(""),
		.title = GP_STR(""),
		.text = GP_STR(""),
		.sketch = GP_STR(""),
		.published = GP_STR(""),
		.first = GP_STR(""),
		.notes = GP_STR(""),
		.since = a->since,
		.updated = a->updated,
		.state = a->state,
		.corrections = a->corrections,
		.notice = a->notice,
	};
}

static bool
copy_entry(struct gp_arena *a, const struct gp_release_entry *r,
           const struct gp_erased *what, struct gp_release_entry *out,
           struct gp_err *e)
{
	size_t i;

	*out = *r;
	out->articles =
		gp_arena_array(a, r->n_articles + 1, sizeof *out->articles);
	if (!out->articles)
		return gp_arena_ok(a, e);
	for (i = 0; i < r->n_articles; i++) {
		out->articles[i] = r->articles[i];
		if (!is_erased(what, &r->articles[i]))
			continue;
		out->articles[i] = without_words(&r->articles[i]);
		if (r->articles[i].state != GP_ARTICLE_WITHDRAWN)
			out->erased = 1;
	}
	if (out->erased)
		out->n_files = 0;
	return true;
}

/* ---- pieces ---- */

/* Ids whose pieces say in this release that they are withdrawn. */
static void
note_kept(const struct gp_release_entry *r, struct gp_map *kept)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		if (r->articles[i].state == GP_ARTICLE_WITHDRAWN)
			gp_map_put(kept, r->articles[i].id, &r->articles[i]);
}

static bool
stays(const struct gp_erased *what, const struct gp_map *kept, struct gp_str id)
{
	const struct gp_released_article *of = gp_map_find(&what->notices, id);

	if (of)
		return gp_map_find(kept, of->id) != NULL;
	return !gp_map_find(&what->ids, id) || gp_map_find(kept, id);
}

static void
keep_piece(struct piece_list *list, const json_t *pieces, struct gp_str id)
{
	struct gp_feed_piece *row =
		GP_VEC_ADD(list->arena, list->rows, list->n, list->room);

	if (row)
		(void)gp_record_piece(pieces, id, row);
}

static bool
pieces_without(struct gp_arena *a, const struct gp_release_entry *r,
               const struct gp_erased *what, json_t *pieces, struct gp_str *out,
               struct gp_err *e)
{
	struct gp_map kept = { .arena = a };
	struct piece_list list = { .arena = a };
	struct gp_buf text = { .max = 0 };
	const char *id;
	json_t *row;
	bool ok;

	note_kept(r, &kept);
	json_object_foreach(pieces, id, row)
	{
		if (stays(what, &kept, gp_str(id)))
			keep_piece(&list, pieces, gp_str(id));
	}
	ok = gp_arena_ok(a, e) &&
	     gp_record_pieces_text(list.rows, list.n, &text, e);
	*out = gp_arena_buf(a, &text);
	return ok && gp_arena_ok(a, e);
}

/* ---- one release ---- */

static bool
has_any(const struct gp_release_entry *r, const struct gp_erased *what)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		if (is_erased(what, &r->articles[i]))
			return true;
	return false;
}

static bool
erase(struct gp_arena *a, struct gp_series *s, const struct gp_release_entry *r,
      const struct gp_erased *what, struct gp_err *e)
{
	json_t *pieces = gp_record_pieces(s->folder, r, e);
	struct gp_release_entry now;
	char hex[GP_SHA256_HEX];
	struct gp_str text;
	bool ok;

	if (!pieces)
		return false;
	ok = copy_entry(a, r, what, &now, e) &&
	     pieces_without(a, r, what, pieces, &text, e);
	if (ok) {
		gp_sha256_hex(text.p, text.n, hex);
		now.pieces = gp_str(hex);
		ok = gp_record_erase(s->folder, &s->ledger, &now, text, e);
	}
	json_decref(pieces);
	return ok;
}

bool
gp_erase_release(struct gp_series *s, const struct gp_release_entry *r,
                 const struct gp_erased *what, struct gp_err *e)
{
	struct gp_arena *a;
	bool ok;

	if (!has_any(r, what))
		return true;
	a = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = erase(a, s, r, what, e);
	gp_arena_free(a);
	return ok;
}

bool
gp_end_erasures(const struct gp_series *s, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < s->ledger.n; i++)
		if (!gp_record_erase_end(s->folder, &s->ledger.rows[i], e))
			return false;
	return true;
}
