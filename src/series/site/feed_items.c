/* The ledger walked from its beginning: a new article goes behind all others,
   a corrected one stays where it is and takes its words from the later release.
   Within a release the last article goes first, as feeds are shown from their
   end; and before all of them those that have no day, which are shown as of
   the day of their pack and are not to be the newest for that.  No file is
   read. */
#include "series/site/feed_items.h"

#include "base/vec.h"
#include "series/known/notices.h"

#include <stdint.h>
#include <string.h>

struct lister {
	struct gp_arena *arena;
	const struct gp_ledger *ledger;
	size_t n;
	const bool *undone; /* by one of the first n */
	struct gp_feed_lists *out;
	struct gp_map notices; /* so far, by article */
};

static const bool *
find_undone(struct gp_arena *a, const struct gp_ledger *l, size_t n)
{
	bool *undone = gp_arena_array(a, n + 1, sizeof *undone);
	size_t i;

	for (i = 0; undone && i < n; i++)
		if (l->rows[i].undoes)
			undone[l->rows[i].undoes - 1] = true;
	return undone;
}

static bool
counts(const struct lister *l, size_t i)
{
	return !l->undone[i] && !l->ledger->rows[i].undoes;
}

static struct gp_feed_item *
add_item(struct lister *l, struct gp_feed_items *items, struct gp_str id)
{
	struct gp_feed_item *row =
		GP_VEC_ADD(l->arena, items->rows, items->n, items->room);

	if (row)
		*row = (struct gp_feed_item){ .id = id };
	return row;
}

/* The row of `items` for an id, which is there or is added behind all. */
static struct gp_feed_item *
item_of(struct lister *l, struct gp_feed_items *items, struct gp_str id)
{
	uintptr_t place = (uintptr_t)gp_map_find(&items->places, id);
	struct gp_feed_item *row;

	if (place)
		return &items->rows[place - 1];
	row = add_item(l, items, id);
	if (row)
		gp_map_put(&items->places, id, (void *)(uintptr_t)items->n);
	return row;
}

static void
set_item(struct gp_feed_item *item, const struct gp_release_entry *made,
         enum gp_article_state state, struct gp_str updated)
{
	if (!item)
		return;
	if (!item->pack)
		item->pack = item->first = made;
	item->made = made;
	item->state = state;
	item->updated = updated;
}

/* What told of corrections of an article has its title and its words: when
   these are to be shown no more it is taken from the later release, too. */
static void
hide_notices(struct lister *l, const struct gp_release_entry *r,
             const struct gp_released_article *gone)
{
	const struct gp_notice *n;

	for (n = gp_map_find(&l->notices, gone->id); n; n = n->next)
		set_item(item_of(l, &l->out->articles, n->id), r, gone->state,
		         gone->updated);
}

static void
list_some(struct lister *l, const struct gp_release_entry *r, bool dated)
{
	struct gp_feed_items *items = &l->out->articles;
	const struct gp_released_article *row;
	size_t i = r->n_articles;

	while (i-- > 0) {
		row = &r->articles[i];
		if (row->state == GP_ARTICLE_KEPT ||
		    (row->published.n > 0) != dated)
			continue;
		set_item(item_of(l, items, row->id), r, row->state,
		         row->updated);
		if (gp_release_shuts(row))
			hide_notices(l, r, row);
		if (row->notice.n)
			set_item(item_of(l, items, row->notice), r,
			         GP_ARTICLE_KEPT, row->updated);
		gp_notices_add(&l->notices, row);
	}
}

static void
list_articles(struct lister *l, const struct gp_release_entry *r)
{
	list_some(l, r, false);
	list_some(l, r, true);
}

static void
list_pack(struct lister *l, const struct gp_release_entry *r)
{
	set_item(item_of(l, &l->out->packs, r->pack), r, GP_ARTICLE_KEPT,
	         r->time);
	gp_map_put(&l->out->last, r->pack, (void *)(uintptr_t)r);
}

/* What links lead to is the pack as it is now. */
static void
settle(const struct gp_feed_lists *lists, struct gp_feed_items *items)
{
	size_t i;

	for (i = 0; i < items->n; i++)
		items->rows[i].pack =
			gp_map_find(&lists->last, items->rows[i].pack->pack);
	items->n_archives =
		items->n < GP_FEED_LEAST + GP_ARCHIVE_SIZE
			? 0
			: (items->n - GP_FEED_LEAST) / GP_ARCHIVE_SIZE;
}

static void
list_entry(struct lister *l, size_t i)
{
	if (!counts(l, i))
		return;
	list_pack(l, &l->ledger->rows[i]);
	list_articles(l, &l->ledger->rows[i]);
}

static size_t
count_changes(const struct gp_ledger *l, size_t n)
{
	size_t i, changes = 0;

	for (i = 0; i < n; i++)
		changes += l->rows[i].n_articles;
	return changes;
}

/* Lists the first `n` entries, and settles nothing yet. */
static bool
begin_lists(struct lister *l, size_t n, struct gp_err *e)
{
	struct gp_map empty = { .arena = l->arena };
	size_t i;

	*l->out = (struct gp_feed_lists){ .last = empty };
	l->out->packs.places = l->out->articles.places = empty;
	l->notices = empty;
	gp_map_expect(&l->out->packs.places, n);
	gp_map_expect(&l->out->last, n);
	gp_map_expect(&l->out->articles.places, count_changes(l->ledger, n));
	l->undone = find_undone(l->arena, l->ledger, l->n);
	for (i = 0; l->undone && i < n; i++)
		list_entry(l, i);
	return gp_arena_ok(l->arena, e);
}

static void
settle_both(struct gp_feed_lists *lists)
{
	settle(lists, &lists->packs);
	settle(lists, &lists->articles);
}

bool
gp_feed_lists(struct gp_arena *a, const struct gp_ledger *l, size_t n,
              struct gp_feed_lists *out, struct gp_err *e)
{
	struct lister lister = { .arena = a, .ledger = l, .n = n, .out = out };

	if (!begin_lists(&lister, n, e))
		return false;
	settle_both(out);
	return true;
}

static void
copy_rows(struct gp_arena *a, struct gp_feed_items *items)
{
	struct gp_feed_item *rows =
		gp_arena_array(a, items->n + 1, sizeof *rows);

	if (rows && items->n)
		memcpy(rows, items->rows, items->n * sizeof *rows);
	items->rows = rows;
	items->room = 0;
}

/* The lists as they are, whatever becomes of those they are copied from. */
static bool
copy_settled(struct gp_arena *a, const struct gp_feed_lists *from,
             struct gp_feed_lists *to, struct gp_err *e)
{
	*to = *from;
	copy_rows(a, &to->packs);
	copy_rows(a, &to->articles);
	if (!gp_arena_ok(a, e))
		return false;
	settle_both(to);
	to->last = to->packs.places = to->articles.places =
		(struct gp_map){ .arena = a };
	return true;
}

/* What takes another one back changes lists from their middle on. */
bool
gp_feed_lists_both(struct gp_arena *a, const struct gp_ledger *l,
                   struct gp_feed_lists *before, struct gp_feed_lists *now,
                   struct gp_err *e)
{
	size_t n = l->n - 1;
	struct lister lister = {
		.arena = a, .ledger = l, .n = l->n, .out = now
	};

	if (l->rows[n].undoes)
		return gp_feed_lists(a, l, n, before, e) &&
		       gp_feed_lists(a, l, l->n, now, e);
	if (!begin_lists(&lister, n, e) || !copy_settled(a, now, before, e))
		return false;
	list_entry(&lister, n);
	settle_both(now);
	return gp_arena_ok(a, e);
}

void
gp_feed_page(const struct gp_feed_items *items, size_t page, size_t *first,
             size_t *end)
{
	*first = (page ? page - 1 : items->n_archives) * GP_ARCHIVE_SIZE;
	*end = page ? *first + GP_ARCHIVE_SIZE : items->n;
}

/* An edition under other names gives other links. */
static bool
has_same_files(const struct gp_release_entry *a,
               const struct gp_release_entry *b)
{
	size_t i;

	if (a == b)
		return true;
	if (!a || !b || a->n_files != b->n_files)
		return false;
	for (i = 0; i < a->n_files; i++)
		if (!gp_str_eq(a->files[i].file, b->files[i].file))
			return false;
	return true;
}

bool
gp_feed_page_same(const struct gp_feed_items *a, const struct gp_feed_items *b,
                  size_t page)
{
	size_t i, end;

	gp_feed_page(a, page, &i, &end);
	for (; i < end; i++)
		if (i >= b->n || a->rows[i].made != b->rows[i].made ||
		    !gp_str_eq(a->rows[i].id, b->rows[i].id) ||
		    !has_same_files(a->rows[i].pack, b->rows[i].pack))
			return false;
	return true;
}
