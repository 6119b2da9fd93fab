/* The edition that would be served again is held against what is known since.
   A withdrawal stands while a pack that made it says so: whoever withdrew by
   mistake takes the row away first.  What readers have fetched is not asked,
   nor what a correction has replaced. */
#include "series/undo_check.h"

#include "base/limits.h"
#include "pack/editor/share.h"
#include "series/known/expiry.h"
#include "series/known/known.h"
#include "series/release/releasing.h"

struct undo_checking {
	struct gp_series *s;
	struct gp_arena *arena;
	const struct gp_release_entry *back; /* what would be served again */
	struct gp_known_all known;
	struct gp_map withdrawn; /* its articles that are, by id */
	size_t n_withdrawn;
};

static const struct gp_release_entry *
edition_before(const struct gp_ledger *l, const struct gp_release_entry *last)
{
	size_t i = last->number - 1;

	while (i-- > 0)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, last->pack))
			return &l->rows[i];
	return NULL;
}

static bool
refuse(const struct undo_checking *c, const struct gp_released_article *row,
       const char *why, struct gp_err *e)
{
	return gp_fail_at(e, GP_INPUT, c->s->folder, 0, 0,
	                  "the last release of %.*s is not taken back: “%.*s” "
	                  "would be served again, and %s",
	                  GP_ARG(c->back->pack),
	                  GP_ARG(gp_str_sub(row->title, 0, 80)), why);
}

/* ---- withdrawn ---- */

static void
note_withdrawn(struct undo_checking *c)
{
	const struct gp_released_article *row;
	const struct gp_known *who;
	size_t i;

	for (i = 0; i < c->back->n_articles; i++) {
		row = &c->back->articles[i];
		who = gp_map_find(&c->known.by_id, row->id);
		if (row->state != GP_ARTICLE_WITHDRAWN && who &&
		    who->row->state == GP_ARTICLE_WITHDRAWN) {
			gp_map_put(&c->withdrawn, row->id,
			           &c->back->articles[i]);
			c->n_withdrawn++;
		}
	}
}

/* Whether the pack itself has a row for it, and not only followed another. */
static bool
has_row(const struct gp_pack *pack, const struct gp_released_article *row)
{
	size_t i;

	for (i = 0; i < pack->n_withdrawn; i++)
		if (gp_str_eq(pack->withdrawn[i].article, row->file) ||
		    (row->given.n &&
		     gp_str_eq(pack->withdrawn[i].article, row->given)))
			return true;
	return pack->whole != NULL;
}

/* One of them that the edition took out, by the name that it has there; with a
   `pack`, one for which that has a row. */
static const struct gp_released_article *
find_withdrawn(const struct undo_checking *c, const struct gp_release_entry *r,
               const struct gp_pack *pack)
{
	const struct gp_released_article *row;
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		row = &r->articles[i];
		if (row->state == GP_ARTICLE_WITHDRAWN &&
		    gp_map_find(&c->withdrawn, row->id) &&
		    (!pack || has_row(pack, row)))
			return gp_map_find(&c->withdrawn, row->id);
	}
	return NULL;
}

/* A pack that cannot be read has changed its mind about nothing. */
static const struct gp_released_article *
find_standing(struct undo_checking *c, const struct gp_release_entry *r)
{
	struct gp_diag *all = c->s->diag;
	const struct gp_released_article *row;
	struct gp_err ignored = { 0 };
	struct gp_releasing of;

	c->s->diag = gp_diag_new();
	(void)gp_release_begin(&of, c->s, r->pack, true, &ignored);
	row = find_withdrawn(c, r, of.sealed);
	gp_release_end(&of);
	gp_diag_free(c->s->diag);
	c->s->diag = all;
	return row;
}

static bool
check_withdrawn(struct undo_checking *c, struct gp_err *e)
{
	const struct gp_ledger *l = &c->s->ledger;
	const struct gp_released_article *row;
	size_t i;

	note_withdrawn(c);
	for (i = 0; c->n_withdrawn && i < l->n; i++) {
		if (!gp_release_counts(&l->rows[i]) ||
		    !find_withdrawn(c, &l->rows[i], NULL))
			continue;
		row = find_standing(c, &l->rows[i]);
		if (row)
			return refuse(c, row,
			              "it is withdrawn; if that was a mistake, "
			              "take its row out of pack.yaml first",
			              e);
	}
	return gp_arena_ok(c->arena, e);
}

/* ---- shown no more ---- */

/* What series.yaml says of the source now; a pack may have had a switch of its
   own, which is not looked for. */
static bool
may_show(const struct undo_checking *c, const struct gp_released_article *row)
{
	const struct gp_share_rules rules = {
		.series = &c->s->file,
		.switched = GP_FEED_FULL,
	};

	return row->shows >= gp_share_decide(&rules, row->source).share;
}

static bool
check_shown(const struct undo_checking *c, struct gp_err *e)
{
	const struct gp_released_article *row;
	const struct gp_known *who;
	size_t i;

	for (i = 0; i < c->back->n_articles; i++) {
		row = &c->back->articles[i];
		who = gp_map_find(&c->known.by_id, row->id);
		if (row->state == GP_ARTICLE_WITHDRAWN ||
		    row->shows == GP_SHARE_LINK || !who)
			continue;
		if (gp_has_expired(&c->s->file, row->source, who->first->time,
		                   &c->s->now))
			return refuse(c, row, "the days of its source are over",
			              e);
		if (!may_show(c, row))
			return refuse(c, row,
			              "series.yaml allows less of its source "
			              "than it showed then",
			              e);
	}
	return true;
}

/* ---- all of it ---- */

static bool
check_erased(const struct undo_checking *c, struct gp_err *e)
{
	return !c->back->erased ||
	       gp_fail_at(e, GP_INPUT, c->s->folder, 0, 0,
	                  "what stood before the last release of %.*s was "
	                  "erased, so it is not taken back",
	                  GP_ARG(c->back->pack));
}

bool
gp_undo_check(struct gp_series *s, const struct gp_release_entry *last,
              struct gp_err *e)
{
	struct undo_checking c = { .s = s,
		                   .back = edition_before(&s->ledger, last) };
	bool ok;

	if (!c.back)
		return true;
	c.arena = c.withdrawn.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!c.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = check_erased(&c, e) &&
	     gp_known_read(c.arena, &s->ledger, &c.known, e) &&
	     check_withdrawn(&c, e) && check_shown(&c, e);
	gp_arena_free(c.arena);
	return ok;
}
