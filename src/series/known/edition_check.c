/* Every article of the last edition looked for, every known one compared with
   what the ledger has of it.  The old words come from the records and are asked
   for only when a message needs them.  It changes neither. */
#include "series/known/edition_check.h"

#include "series/known/text_difference.h"
#include "series/ledger/record.h"

enum { PATH_SIZE = 512, TITLE_SHOWN = 80 };

static struct gp_str
title_of(const struct gp_known *who)
{
	return gp_str_sub(who->row->title, 0, TITLE_SHOWN);
}

static void
path_of(const struct gp_edition_check *c, struct gp_str file,
        char out[PATH_SIZE])
{
	gp_format(out, PATH_SIZE, "%s/%.*s", c->how->folder, GP_ARG(file));
}

/* ---- changed ---- */

bool
gp_edition_changed(const struct gp_edition_check *c, size_t i)
{
	const struct gp_known *who = c->who[i];

	return who && !gp_str_eq(who->row->text, c->how->facts[i].row.text);
}

/* Rows that explained an earlier change of it in this pack. */
static long
rows_before(const struct gp_edition_check *c, struct gp_str id)
{
	const struct gp_release_entry *before =
		gp_ledger_last_of(c->how->ledger, c->how->pack);
	size_t i;

	for (i = 0; before && i < before->n_articles; i++)
		if (gp_str_eq(before->articles[i].id, id))
			return before->articles[i].corrections;
	return 0;
}

static bool
is_explained(const struct gp_edition_check *c, size_t i)
{
	return c->corrections &&
	       c->corrections[i] > rows_before(c, c->who[i]->row->id);
}

/* The records that were read last: neighbours mostly are of one release. */
struct old_words {
	const struct gp_release_entry *of;
	json_t *pieces; /* NULL: they cannot be read */
};

static void
open_words(const struct gp_edition_check *c, const struct gp_release_entry *r,
           struct old_words *old)
{
	struct gp_err ignored = { 0 };

	if (old->of == r)
		return;
	json_decref(old->pieces);
	old->of = r;
	old->pieces = r ? gp_record_pieces(c->series, r, &ignored) : NULL;
}

static void
say_difference(const struct gp_edition_check *c, size_t i,
               struct old_words *old, char out[GP_DIFFERENCE_TEXT])
{
	const struct gp_known *who = c->who[i];
	struct gp_feed_piece piece;

	out[0] = '\0';
	open_words(c, who->said, old);
	if (gp_record_piece(old->pieces, who->row->id, &piece))
		gp_text_difference(piece.words, c->how->facts[i].words, out);
}

static void
tell_changed(const struct gp_edition_check *c, size_t i, struct old_words *old)
{
	const struct gp_known *who = c->who[i];
	struct gp_str file = c->how->facts[i].row.file;
	char path[PATH_SIZE], difference[GP_DIFFERENCE_TEXT];

	path_of(c, file, path);
	say_difference(c, i, old, difference);
	gp_diag_add(
		c->how->diag, GP_WARNING, "changed", path, 0,
		"was released on %.10s and its text is another one now%s%s. "
		"Add to pack.yaml:  corrections:  - {article: %.*s, "
		"date: %04d-%02d-%02d, note: \"...\"}  (note: minor for a "
		"slip)",
		who->last->time.p, difference[0] ? ": " : "", difference,
		GP_ARG(file), c->how->now.year, c->how->now.month,
		c->how->now.day);
}

/* ---- missing ---- */

static void
tell_missing(const struct gp_edition_check *c, const struct gp_known *who)
{
	char path[PATH_SIZE];

	path_of(c, who->row->file, path);
	gp_diag_add(c->how->diag, GP_WARNING, "missing", path, 0,
	            "“%.*s” was released on %.10s and is not in this edition: "
	            "put it back, or withdraw it in pack.yaml:  withdrawn:  - "
	            "{article: %.*s, date: %04d-%02d-%02d, reason: \"...\"}",
	            GP_ARG(title_of(who)), who->last->time.p,
	            GP_ARG(who->row->file), c->how->now.year, c->how->now.month,
	            c->how->now.day);
}

static size_t
count_missing(const struct gp_edition_check *c)
{
	const struct gp_release_entry *before =
		gp_ledger_last_of(c->how->ledger, c->how->pack);
	const struct gp_known *who;
	size_t i, n = 0;

	for (i = 0; before && i < before->n_articles; i++) {
		who = gp_map_find(&c->how->known->by_id,
		                  before->articles[i].id);
		if (!who || who->is_taken ||
		    who->row->state == GP_ARTICLE_WITHDRAWN ||
		    gp_gone_has(c->gone, &before->articles[i]))
			continue;
		tell_missing(c, who);
		n++;
	}
	return n;
}

/* What was withdrawn never comes back by itself. */
static bool
check_withdrawn(const struct gp_edition_check *c, struct gp_err *e)
{
	char path[PATH_SIZE];
	size_t i;

	for (i = 0; i < c->how->n; i++) {
		if (!c->who[i] || c->who[i]->row->state != GP_ARTICLE_WITHDRAWN)
			continue;
		path_of(c, c->how->facts[i].row.file, path);
		return gp_fail_at(e, GP_INPUT, path, 0, 0,
		                  "was withdrawn on %.10s: take it out of the "
		                  "pack, or skip it in pack.yaml",
		                  c->who[i]->last->time.p);
	}
	return true;
}

static size_t
count_changed(const struct gp_edition_check *c)
{
	struct old_words old = { NULL, NULL };
	size_t i, n = 0;

	for (i = 0; i < c->how->n; i++) {
		if (!gp_edition_changed(c, i) || is_explained(c, i))
			continue;
		tell_changed(c, i, &old);
		n++;
	}
	json_decref(old.pieces);
	return n;
}

bool
gp_edition_check(const struct gp_edition_check *c, struct gp_err *e)
{
	size_t missing = count_missing(c), changed;

	if (!check_withdrawn(c, e))
		return false;
	changed = count_changed(c);
	if (changed + missing == 0)
		return true;
	return gp_fail_at(e, GP_INPUT, c->how->folder, 0, 0,
	                  "is not released: of its released articles %zu "
	                  "changed without a row in `corrections:`, %zu %s "
	                  "missing",
	                  changed, missing, missing == 1 ? "is" : "are");
}
