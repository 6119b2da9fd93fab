/* Rules for articles whose folder says one thing and whose ledger another: one
   that was withdrawn stays so wherever its text lies, one that was never out
   has no place to withdraw it from, and an edition that is made only to carry
   such news brings nothing else.  What the rules find is handed to the next
   reading of the pack; who articles are is not decided here. */
#include "series/release/amending.h"

#include "base/file.h"
#include "base/vec.h"

struct amender {
	struct gp_releasing *r;
	struct gp_map held;   /* ids that some edition of the pack had */
	struct gp_map before; /* ids that the last one has */
	size_t room;
};

/* ---- what the ledger has of the pack ---- */

static void
note_articles(struct gp_map *ids, const struct gp_release_entry *entry)
{
	size_t i;

	for (i = 0; entry && i < entry->n_articles; i++)
		gp_map_put(ids, entry->articles[i].id, &entry->articles[i]);
}

static void
note_held(struct amender *a)
{
	const struct gp_ledger *l = &a->r->s->ledger;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!l->rows[i].undoes && !l->rows[i].undone &&
		    gp_str_eq(l->rows[i].pack, a->r->name))
			note_articles(&a->held, &l->rows[i]);
	note_articles(&a->before, a->r->before);
}

/* ---- rows ---- */

static struct gp_amendment *
add(struct amender *a, struct gp_str file)
{
	struct gp_releasing *r = a->r;
	struct gp_amendment *row = GP_VEC_ADD(r->arena, r->amendments.own,
	                                      r->amendments.n, a->room);

	r->amendments.rows = r->amendments.own;
	if (row)
		*row = (struct gp_amendment){
			.article = gp_arena_str(r->arena, file),
		};
	return row;
}

/* Of the day on which it was withdrawn somewhere. */
static void
withdraw(struct amender *a, size_t i)
{
	struct gp_amendment *row = add(a, a->r->facts[i].row.file);

	if (!row)
		return;
	row->is_withdrawn = true;
	row->withdrawal.article = row->article;
	(void)gp_date_parse(a->r->who[i]->row->updated, &row->withdrawal.date);
	row->withdrawal.date.precision = GP_DAY;
}

/* The file that its last words came from, when it lies in another pack. */
static struct gp_str
source_of(const struct gp_releasing *r, const struct gp_known *who)
{
	const struct gp_release_entry *said = who->said;
	struct gp_str path = GP_STR("");
	size_t i;

	for (i = 0; said && i < said->n_articles; i++)
		if (gp_str_eq(said->articles[i].id, who->row->id) &&
		    !gp_str_eq(said->pack, r->name))
			path = gp_arena_printf(r->arena, "%s/%.*s/%.*s",
			                       r->s->folder, GP_ARG(said->pack),
			                       GP_ARG(said->articles[i].file));
	return path.n && gp_file_exists(path.p) ? path : GP_STR("");
}

/* True when its pack has said more about it than when it was last out. */
static bool
is_spoken_of(const struct amender *a, size_t i)
{
	const struct gp_releasing *r = a->r;
	const struct gp_entry *entry = &r->sealed->entries[r->facts[i].at];
	const struct gp_released_article *before =
		gp_map_find(&a->before, r->who[i]->row->id);
	const struct gp_correction *last;
	size_t n = gp_pack_corrections(r->sealed, entry, &last);

	return n > (before ? (size_t)before->corrections : 0);
}

/* Words of it that were released and corrected since: what lies in the folder
   is an old copy. */
static bool
is_old_copy(const struct amender *a, size_t i)
{
	const struct gp_releasing *r = a->r;
	const struct gp_known *who = r->who[i];
	struct gp_str text = r->facts[i].row.text;

	return !gp_str_eq(who->row->text, text) &&
	       gp_map_find(&r->known.by_text, text) == who &&
	       !is_spoken_of(a, i);
}

/* Read once more, it has to have the words that are known. */
static bool
take_corrected(struct amender *a, size_t i)
{
	struct gp_releasing *r = a->r;
	struct gp_amendment *row;
	struct gp_str from;

	if (!is_old_copy(a, i))
		return false;
	from = source_of(r, r->who[i]);
	row = from.n ? add(a, r->facts[i].row.file) : NULL;
	if (row)
		row->from = from;
	return row != NULL;
}

static void
amend_article(struct amender *a, size_t i)
{
	const struct gp_known *who = a->r->who[i];

	if (who && who->row->state == GP_ARTICLE_WITHDRAWN) {
		if (gp_map_find(&a->held, who->row->id))
			withdraw(a, i);
	} else if (who && take_corrected(a, i)) {
		return;
	} else if (a->r->again &&
	           (!who || !gp_map_find(&a->before, who->row->id)))
		(void)add(a, a->r->facts[i].row.file);
}

static void
amend_all(struct amender *a)
{
	const struct gp_pack *pack = a->r->sealed;
	size_t i;

	for (i = 0; i < a->r->n; i++)
		amend_article(a, i);
	for (i = 0; i < pack->n_entries; i++)
		if (pack->entries[i].withdrawn &&
		    !gp_gone_find(&a->r->gone, &pack->entries[i]))
			(void)add(a, pack->entries[i].doc->input.file);
}

bool
gp_release_amend(struct gp_releasing *r, bool *amended, struct gp_err *e)
{
	struct amender a = {
		.r = r,
		.held = { .arena = r->arena },
		.before = { .arena = r->arena },
		.room = r->amendments.n,
	};
	size_t n = r->amendments.n;

	note_held(&a);
	amend_all(&a);
	*amended = r->amendments.n > n;
	return gp_arena_ok(r->arena, e);
}
