/* Who the articles of a pack are, and what the ledger will say of each: new,
   corrected, kept or withdrawn.  What an article is recognised by, and what is
   refused, is decided in series/known. */
#include "series/release/carried_notes.h"

#include "base/hash.h"
#include "pack/editor/cut.h"
#include "series/known/expiry.h"

#include <string.h>

/* What makes it new is in its name: when, where in the pack, which text.  No
   two releases of a series have one number, taken back or not. */
static struct gp_str
new_id(const struct gp_releasing *r, size_t i)
{
	char urn[GP_UUID_URN];
	struct gp_str name = gp_arena_printf(
		r->arena, "govpub released article\n%.*s\n%u\n%zu\n%.*s",
		GP_ARG(r->entry.series), r->entry.number, i,
		GP_ARG(r->facts[i].row.text));

	gp_uuid_from_name(name, urn);
	return gp_arena_cstr(r->arena, urn);
}

/* Readers do not show again what they have shown: a correction is an entry of
   its own, unless it is of a slip. */
static void
settle_correction(struct gp_releasing *r, size_t i,
                  struct gp_released_article *row)
{
	const struct gp_correction *last;
	char urn[GP_UUID_URN];
	struct gp_str name;

	row->corrections = (long)gp_pack_corrections(
		r->sealed, &r->sealed->entries[r->facts[i].at], &last);
	if (row->state != GP_ARTICLE_CORRECTED || row->shows == GP_SHARE_LINK ||
	    !last || !gp_correction_is_public(last))
		return;
	name = gp_arena_printf(r->arena, "govpub correction\n%.*s\n%u",
	                       GP_ARG(row->id), r->entry.number);
	gp_uuid_from_name(name, urn);
	row->notice = gp_arena_cstr(r->arena, urn);
}

/* What the series allows was decided when the pack was read; how long the
   article is out is known here. */
static void
settle_share(const struct gp_releasing *r, size_t i, struct gp_entry *entry)
{
	const struct gp_known *who = r->who[i];

	if (!who || entry->share == GP_SHARE_LINK ||
	    !gp_has_expired(&r->s->file, r->facts[i].row.source,
	                    who->first->time, &r->s->now))
		return;
	entry->share = GP_SHARE_LINK;
	entry->is_expired = true;
}

static void
settle_article(struct gp_releasing *r, size_t i, enum gp_share share)
{
	struct gp_released_article *row = &r->entry.articles[i];
	const struct gp_known *who = r->who[i];

	*row = r->facts[i].row;
	row->shows = share;
	row->updated = gp_arena_cstr(r->arena, r->s->time);
	row->id = who ? who->row->id : new_id(r, i);
	if (!who)
		row->state = GP_ARTICLE_NEW;
	else if (gp_edition_changed(&r->check, i))
		row->state = GP_ARTICLE_CORRECTED;
	else if (who->row->shows != share)
		row->state = GP_ARTICLE_RECUT;
	else
		row->state = GP_ARTICLE_KEPT;
	if (row->state == GP_ARTICLE_KEPT)
		row->updated = who->row->updated;
	settle_correction(r, i, row);
}

/* Names are kept, so that it is known when it comes again; what it said is
   not. */
static void
withdraw(struct gp_releasing *r, const struct gp_released_article *before,
         bool hold)
{
	r->entry.articles[r->entry.n_articles++] = (struct gp_released_article){
		.id = before->id,
		.file = before->file,
		.given = before->given,
		.address = before->address,
		.feed = before->feed,
		.sketch = before->sketch,
		.words = before->words,
		.updated = gp_arena_cstr(r->arena, r->s->time),
		.state = GP_ARTICLE_WITHDRAWN,
		.hold = hold,
	};
}

/* Those of the last edition that pack.yaml withdraws now. */
static void
settle_withdrawn(struct gp_releasing *r)
{
	const struct gp_released_article *row;
	const struct gp_withdrawal *by;
	size_t i;

	for (i = 0; r->before && i < r->before->n_articles; i++) {
		row = &r->before->articles[i];
		by = gp_gone_has(&r->gone, row);
		if (by && row->state != GP_ARTICLE_WITHDRAWN)
			withdraw(r, row, by->hold);
	}
}

/* The place of one that is withdrawn is the one it had. */
static void
settle_entries(struct gp_releasing *r, struct gp_entry *entries)
{
	const struct gp_released_article *row;
	size_t i;

	for (i = 0; i < r->n; i++) {
		entries[r->facts[i].at].uri = r->entry.articles[i].id;
		gp_release_notes(r, i, &entries[r->facts[i].at]);
	}
	for (i = 0; i < r->sealed->n_entries; i++) {
		row = entries[i].withdrawn ? gp_gone_find(&r->gone, &entries[i])
		                           : NULL;
		if (row)
			entries[i].uri = row->id;
	}
	r->pack.entries = entries;
}

static bool
settle_articles(struct gp_releasing *r, struct gp_err *e)
{
	size_t all = r->sealed->n_entries, i;
	size_t most = r->n + (r->before ? r->before->n_articles : 0) + 1;
	struct gp_entry *entries =
		gp_arena_array(r->arena, all, sizeof *entries);

	r->entry.articles =
		gp_arena_array(r->arena, most, sizeof *r->entry.articles);
	r->entry.n_articles = r->n;
	if (!entries || !r->entry.articles)
		return gp_arena_ok(r->arena, e);
	if (all)
		memcpy(entries, r->sealed->entries, all * sizeof *entries);
	for (i = 0; i < r->n; i++) {
		settle_share(r, i, &entries[r->facts[i].at]);
		settle_article(r, i, entries[r->facts[i].at].share);
	}
	settle_entries(r, entries);
	settle_withdrawn(r);
	return gp_cut_pack(r->arena, &r->pack, e);
}

static const long *
count_corrections(const struct gp_releasing *r)
{
	long *rows = gp_arena_array(r->arena, r->n + 1, sizeof *rows);
	const struct gp_correction *last;
	size_t i;

	for (i = 0; rows && i < r->n; i++)
		rows[i] = (long)gp_pack_corrections(
			r->sealed, &r->sealed->entries[r->facts[i].at], &last);
	return rows;
}

bool
gp_release_recognise(struct gp_releasing *r, struct gp_err *e)
{
	r->known = (struct gp_known_all){ .by_id = { .arena = NULL } };
	if (!gp_article_facts(r->arena, r->sealed, &r->facts, &r->n, e) ||
	    !gp_known_read(r->arena, &r->s->ledger, &r->known, e) ||
	    !gp_gone_read(r->arena, &r->s->ledger, r->name, r->sealed, &r->gone,
	                  e))
		return false;
	r->how = (struct gp_recognising){
		.arena = r->arena,
		.ledger = &r->s->ledger,
		.known = &r->known,
		.pack = r->name,
		.now = r->s->now,
		.facts = r->facts,
		.n = r->n,
		.folder = r->settings.folder,
		.diag = r->s->diag,
	};
	return gp_recognise(&r->how, &r->who, e);
}

bool
gp_release_articles(struct gp_releasing *r, struct gp_err *e)
{
	r->check = (struct gp_edition_check){
		.series = r->s->folder,
		.how = &r->how,
		.who = r->who,
		.corrections = count_corrections(r),
		.gone = &r->gone,
	};
	return gp_arena_ok(r->arena, e) && gp_edition_check(&r->check, e) &&
	       settle_articles(r, e) && gp_release_gone(r, e);
}
