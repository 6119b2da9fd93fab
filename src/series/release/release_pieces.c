/* Articles in their order, each asked for its state; what is as it was has its
   entry in earlier records.  The bytes are handed back: where they are kept is
   not known here. */
#include "series/release/release_pieces.h"

#include "base/vec.h"
#include "series/known/notices.h"
#include "series/ledger/record.h"
#include "write/atom/atom_piece.h"

struct piece_making {
	struct gp_arena *arena;
	const struct gp_pieces_of *of;
	struct gp_map notices; /* of all articles */
	struct gp_feed_piece *rows;
	size_t n, room;
};

static struct gp_atom_piece_of
article_of(const struct piece_making *m, size_t i)
{
	return (struct gp_atom_piece_of){
		.pack = m->of->pack,
		.entry = &m->of->pack->entries[m->of->facts[i].at],
		.updated = m->of->now,
		.pack_day = m->of->pack->info.date,
	};
}

static void
keep(struct piece_making *m, struct gp_feed_piece piece, struct gp_buf *atom,
     struct gp_buf *json)
{
	struct gp_feed_piece *row;

	piece.atom = gp_arena_buf(m->arena, atom);
	piece.json = gp_arena_buf(m->arena, json);
	row = GP_VEC_ADD(m->arena, m->rows, m->n, m->room);
	if (row)
		*row = piece;
}

static bool
add_article(struct piece_making *m, size_t i, struct gp_err *e)
{
	const struct gp_atom_piece_of what = article_of(m, i);
	struct gp_buf atom = { .max = 0 }, json = { .max = 0 };
	const struct gp_feed_piece piece = {
		.id = m->of->entry->articles[i].id,
		.words = m->of->facts[i].words,
	};
	bool ok = gp_atom_piece(&what, &atom, &json, m->of->diag, e);

	keep(m, piece, &atom, &json);
	return ok && gp_arena_ok(m->arena, e);
}

static bool
add_notice(struct piece_making *m, size_t i, struct gp_err *e)
{
	const struct gp_atom_piece_of what = article_of(m, i);
	struct gp_buf atom = { .max = 0 }, json = { .max = 0 };
	const struct gp_feed_piece piece = {
		.id = m->of->entry->articles[i].notice,
		.words = GP_STR(""),
	};
	const struct gp_correction *last;
	bool ok;

	(void)gp_pack_corrections(m->of->pack, what.entry, &last);
	ok = !last ||
	     gp_atom_notice(&what, piece.id, last->note, &atom, &json, e);
	keep(m, piece, &atom, &json);
	return ok && gp_arena_ok(m->arena, e);
}

/* How an entry is emptied, gp_atom_withdrawn() and its like. */
typedef bool
emptying(const struct gp_pack *pack, struct gp_str id,
         const struct gp_date *updated, struct gp_buf *atom,
         struct gp_buf *json, struct gp_err *e);

static bool
add_emptied(struct piece_making *m, struct gp_str id, emptying *empty,
            struct gp_err *e)
{
	struct gp_buf atom = { .max = 0 }, json = { .max = 0 };
	const struct gp_feed_piece piece = { .id = id, .words = GP_STR("") };
	bool ok = empty(m->of->pack, id, &m->of->now, &atom, &json, e);

	keep(m, piece, &atom, &json);
	return ok && gp_arena_ok(m->arena, e);
}

/* Whatever told of the corrections of an article. */
static bool
empty_notices(struct piece_making *m, struct gp_str id, emptying *empty,
              struct gp_err *e)
{
	const struct gp_notice *n = gp_map_find(&m->notices, id);

	for (; n; n = n->next)
		if (!add_emptied(m, n->id, empty, e))
			return false;
	return true;
}

static bool
add_pieces(struct piece_making *m, size_t i, struct gp_err *e)
{
	const struct gp_released_article *row = &m->of->entry->articles[i];

	switch (row->state) {
	case GP_ARTICLE_WITHDRAWN:
		return add_emptied(m, row->id, gp_atom_withdrawn, e) &&
		       empty_notices(m, row->id, gp_atom_withdrawn, e);
	case GP_ARTICLE_RECUT:
		return add_article(m, i, e) &&
		       (!gp_release_shuts(row) ||
		        empty_notices(m, row->id, gp_atom_notice_gone, e));
	case GP_ARTICLE_NEW:
	case GP_ARTICLE_CORRECTED:
		return add_article(m, i, e) &&
		       (row->notice.n == 0 || add_notice(m, i, e));
	case GP_ARTICLE_KEPT:
	case GP_ARTICLE_STATES:
		break;
	}
	return true;
}

bool
gp_release_pieces(struct gp_arena *a, const struct gp_pieces_of *what,
                  struct gp_str *out, struct gp_err *e)
{
	struct piece_making m = { .arena = a,
		                  .of = what,
		                  .notices = { .arena = a } };
	size_t i, n = what->entry->n_articles;
	struct gp_buf text = { .max = 0 };
	bool ok;

	gp_notices_read(&m.notices, what->ledger);
	for (i = 0; i < n; i++)
		if (!add_pieces(&m, i, e))
			return false;
	ok = gp_arena_ok(a, e) && gp_record_pieces_text(m.rows, m.n, &text, e);
	*out = gp_arena_buf(a, &text);
	return ok && gp_arena_ok(a, e);
}
