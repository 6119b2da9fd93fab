/* What a release does to an article is told by its state; how readers see it is
   told by the pack: what was new at seven is still new at eight.  So each
   edition goes on from what the one before it said, and the first from the pack
   that was the last.  An edition that may be the one that is out says what that
   one said, to the minute, or it would never be the same. */
#include "series/release/releasing.h"

/* ---- among the packs ---- */

/* The first row of a pack; `end` when there is none before it. */
static size_t
first_of(const struct gp_ledger *l, struct gp_str pack, size_t end)
{
	size_t i;

	for (i = 0; i < end; i++)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, pack))
			return i;
	return end;
}

/* The last row before `end`; `end` when there is none. */
static size_t
last_before(const struct gp_ledger *l, size_t end)
{
	size_t i = end;

	while (i-- > 0)
		if (gp_release_counts(&l->rows[i]))
			return i;
	return end;
}

static void
add_changes(const struct gp_release_entry *r, struct gp_changes *to)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		to->corrected += r->articles[i].state == GP_ARTICLE_CORRECTED;
		to->withdrawn += r->articles[i].state == GP_ARTICLE_WITHDRAWN;
	}
}

/* Who reads each pack once knows nothing of the later editions of the last
   one, nor of what was done to older packs behind it. */
static void
look_back(struct gp_releasing *r, struct gp_since *since)
{
	const struct gp_ledger *l = &r->s->ledger;
	size_t here = first_of(l, r->name, l->n), last = last_before(l, here);
	size_t i;

	since->has_last = last < here;
	if (!since->has_last)
		return;
	for (i = first_of(l, l->rows[last].pack, here) + 1; i < here; i++)
		if (gp_release_counts(&l->rows[i]))
			add_changes(&l->rows[i], &since->earlier);
}

/* What was taken out of this pack by its editions so far. */
static size_t
count_gone(const struct gp_releasing *r)
{
	const struct gp_ledger *l = &r->s->ledger;
	struct gp_changes all = { .added = 0 };
	size_t i;

	for (i = 0; i < l->n; i++)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, r->name))
			add_changes(&l->rows[i], &all);
	return all.withdrawn;
}

/* ---- its articles ---- */

/* Articles of the last edition by their ids. */
static struct gp_map
map_before(const struct gp_releasing *r)
{
	struct gp_map rows = { .arena = r->arena };
	size_t i;

	for (i = 0; r->before && i < r->before->n_articles; i++)
		gp_map_put(&rows, r->before->articles[i].id,
		           &r->before->articles[i]);
	return rows;
}

static enum gp_entry_state
state_of(const struct gp_releasing *r, const struct gp_map *rows,
         const struct gp_released_article *row)
{
	const struct gp_released_article *before;

	switch (row->state) {
	case GP_ARTICLE_NEW:
		return r->before || r->pack.since.has_last ? GP_ENTRY_NEW
		                                           : GP_ENTRY_UNSAID;
	case GP_ARTICLE_CORRECTED:
		return GP_ENTRY_CORRECTED;
	case GP_ARTICLE_KEPT:
	case GP_ARTICLE_RECUT:
		before = gp_map_find(rows, row->id);
		return before ? before->since : GP_ENTRY_CARRIED;
	case GP_ARTICLE_WITHDRAWN:
	case GP_ARTICLE_STATES:
		break;
	}
	return GP_ENTRY_UNSAID;
}

static void
settle_row(const struct gp_releasing *r, const struct gp_map *rows,
           struct gp_released_article *row)
{
	const struct gp_known *who = gp_map_find(&r->known.by_id, row->id);

	row->since = state_of(r, rows, row);
	row->first = GP_STR("");
	if (row->since == GP_ENTRY_CARRIED && who)
		row->first = who->first->date;
}

static void
show(struct gp_entry *entry, const struct gp_released_article *row,
     bool is_first)
{
	entry->state = row->since;
	entry->is_late = row->state == GP_ARTICLE_NEW && !is_first;
	entry->first = (struct gp_date){ .precision = GP_NO_DATE };
	(void)gp_date_parse(row->first, &entry->first);
}

/* ---- the edition ---- */

/* By the clock that the time was given by; a series has no zone of its own. */
static struct gp_str
clock_of(const struct gp_releasing *r)
{
	const char *given = r->s->settings->date;
	char text[GP_DATE_TEXT];
	struct gp_date date;

	if (!given || !gp_date_parse(gp_str(given), &date) ||
	    gp_date_cmp(&date, &r->s->now) != 0)
		date = r->s->now;
	gp_date_rfc3339(&date, text);
	return gp_arena_cstr(r->arena, text);
}

static void
count(const struct gp_release_entry *r, struct gp_since *since)
{
	size_t i;

	add_changes(r, &since->edition);
	for (i = 0; i < r->n_articles; i++) {
		since->edition.added += r->articles[i].state == GP_ARTICLE_NEW;
		since->pack.added += r->articles[i].since == GP_ENTRY_NEW;
		since->pack.corrected +=
			r->articles[i].since == GP_ENTRY_CORRECTED;
	}
}

static void
settle_entry(struct gp_releasing *r)
{
	const struct gp_map rows = map_before(r);
	size_t i;

	if (!r->before)
		r->entry.moment = GP_STR("");
	else
		r->entry.moment = r->moment.n ? r->moment : clock_of(r);
	for (i = 0; i < r->n; i++)
		settle_row(r, &rows, &r->entry.articles[i]);
}

void
gp_release_news(struct gp_releasing *r, bool as_before)
{
	const struct gp_release_entry *as = as_before ? r->before : &r->entry;
	struct gp_since since = { .has_last = false };
	bool is_first;
	size_t i;

	look_back(r, &since);
	r->pack.since = since;
	if (!as_before)
		settle_entry(r);
	is_first = !gp_date_parse(as->moment, &since.moment);
	count(as, &since);
	since.pack.withdrawn =
		count_gone(r) + (as_before ? 0 : since.edition.withdrawn);
	r->pack.since = since;
	for (i = 0; i < r->n; i++)
		show(&r->pack.entries[r->facts[i].at], &as->articles[i],
		     is_first);
}
