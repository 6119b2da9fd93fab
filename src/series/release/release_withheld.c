/* Each row of the edition that is out, as it has to be now; a row that shows
   less is given an entry of the feeds that is made of what the ledger has of
   it and of the address in its last one.  Files, texts and pictures of the pack
   are not read, so none of them can be served by mistake. */
#include "series/release/release_withheld.h"

#include "base/hash.h"
#include "base/limits.h"
#include "normalise/cut_doc.h"
#include "series/known/expiry.h"
#include "series/known/known.h"
#include "series/ledger/record.h"
#include "series/opened/series_sign.h"
#include "series/release/release_pieces.h"
#include "series/release/release_record.h"
#include "series/site/feed_head.h"

struct withholding {
	struct gp_series *s;
	struct gp_arena *arena;
	const struct gp_release_entry *before;
	struct gp_known_all known;
	struct gp_release_entry entry;
	/* A pack of headlines, for the feeds: an entry and facts a row. */
	struct gp_pack pack;
	struct gp_entry *entries;
	struct gp_article_facts *facts;
	struct gp_str pieces;
};

/* ---- headlines ---- */

static struct gp_str
text_of(struct gp_arena *a, const json_t *item, const char *key)
{
	const json_t *v = json_object_get(item, key);
	struct gp_str s = { json_string_value(v), json_string_length(v) };

	return s.p ? gp_arena_str(a, s) : GP_STR("");
}

/* Where the article stands, and its language, are in no ledger.  Records that
   cannot be read leave a headline without a link. */
static void
take_kept(struct withholding *w, const struct gp_known *who,
          struct gp_headline *to)
{
	struct gp_err ignored = { 0 };
	json_t *pieces = gp_record_pieces(w->s->folder, who->said, &ignored);
	struct gp_feed_piece piece;
	json_t *item = NULL;

	if (gp_record_piece(pieces, who->row->id, &piece))
		item = json_loadb(piece.json.p, piece.json.n, 0, NULL);
	to->address = text_of(w->arena, item, "external_url");
	to->lang = text_of(w->arena, item, "language");
	json_decref(item);
	json_decref(pieces);
}

static const struct gp_doc *
headline_of(struct withholding *w, const struct gp_known *who)
{
	const struct gp_cutting how = {
		.arena = w->arena,
		.labels = w->pack.labels,
		.share = GP_SHARE_LINK,
		.is_expired = true,
	};
	struct gp_headline of = { .title = who->row->title,
		                  .source = who->row->source };

	(void)gp_date_parse(who->row->published, &of.published);
	take_kept(w, who, &of);
	return gp_headline_doc(&how, &of);
}

/* ---- rows ---- */

static const struct gp_known *
known_of(const struct withholding *w, const struct gp_released_article *row)
{
	return gp_map_find(&w->known.by_id, row->id);
}

static bool
is_withdrawn(const struct gp_known *who)
{
	return who->row->state == GP_ARTICLE_WITHDRAWN;
}

static void
add_withdrawn(struct withholding *w, const struct gp_released_article *was)
{
	w->entry.articles[w->entry.n_articles++] = (struct gp_released_article){
		.id = was->id,
		.file = was->file,
		.given = was->given,
		.address = was->address,
		.feed = was->feed,
		.sketch = was->sketch,
		.words = was->words,
		.updated = w->entry.time,
		.state = GP_ARTICLE_WITHDRAWN,
		.hold = known_of(w, was)->row->hold,
	};
}

/* The words that are known of it now; its names are those of this pack. */
static void
keep(struct gp_released_article *row, const struct gp_released_article *was,
     const struct gp_known *who)
{
	*row = *who->row;
	row->file = was->file;
	row->given = was->given;
	row->shows = was->shows;
	row->since = was->since;
	row->first = was->first;
	row->corrections = was->corrections;
	row->notice = GP_STR("");
	row->state = GP_ARTICLE_KEPT;
}

static void
shut(struct withholding *w, struct gp_released_article *row,
     struct gp_entry *entry, const struct gp_known *who)
{
	row->shows = GP_SHARE_LINK;
	row->state = GP_ARTICLE_RECUT;
	row->updated = w->entry.time;
	entry->doc = headline_of(w, who);
}

static void
add_row(struct withholding *w, const struct gp_released_article *was)
{
	size_t i = w->entry.n_articles++;
	struct gp_released_article *row = &w->entry.articles[i];
	const struct gp_known *who = known_of(w, was);

	keep(row, was, who);
	w->facts[i].at = i;
	w->facts[i].words = GP_STR("");
	w->entries[i] = (struct gp_entry){ .uri = row->id,
		                           .section = GP_NO_SECTION,
		                           .share = GP_SHARE_LINK };
	if (row->shows != GP_SHARE_LINK &&
	    gp_has_expired(&w->s->file, row->source, who->first->time,
	                   &w->s->now))
		shut(w, row, &w->entries[i], who);
}

/* Those that are in the pack come first, and then what goes. */
static bool
add_rows(struct withholding *w, struct gp_err *e)
{
	const struct gp_release_entry *before = w->before;
	const struct gp_released_article *was;
	size_t n = before->n_articles + 1, i;

	w->entry.articles =
		gp_arena_array(w->arena, n, sizeof *w->entry.articles);
	w->entries = gp_arena_array(w->arena, n, sizeof *w->entries);
	w->facts = gp_arena_array(w->arena, n, sizeof *w->facts);
	if (!w->entry.articles || !w->entries || !w->facts)
		return gp_arena_ok(w->arena, e);
	for (i = 0; i < before->n_articles; i++)
		if (!is_withdrawn(known_of(w, &before->articles[i])))
			add_row(w, &before->articles[i]);
	w->pack.entries = w->entries;
	w->pack.n_entries = w->entry.n_articles;
	for (i = 0; i < before->n_articles; i++) {
		was = &before->articles[i];
		if (was->state != GP_ARTICLE_WITHDRAWN &&
		    is_withdrawn(known_of(w, was)))
			add_withdrawn(w, was);
	}
	return gp_arena_ok(w->arena, e);
}

/* ---- the edition ---- */

/* ", edition 2" */
static struct gp_str
edition_words(const struct withholding *w, unsigned edition)
{
	const struct gp_labels *l = w->pack.labels;
	struct gp_buf out = { .max = 0 };

	gp_buf_str(&out, gp_word(l, GP_W_COMMA));
	gp_word_count(l, GP_W_TITLE_EDITION, edition, &out);
	return gp_arena_buf(w->arena, &out);
}

/* "Cuttings, 9 November 2015, edition 3": it is the book before it, and
   another edition. */
static struct gp_str
title_of(const struct withholding *w)
{
	struct gp_str title = w->before->title;
	struct gp_str is = edition_words(w, w->before->edition);

	if (w->before->edition > 1 && gp_str_ends(title, is))
		title.n -= is.n;
	return gp_arena_printf(w->arena, "%.*s%.*s", GP_ARG(title),
	                       GP_ARG(edition_words(w, w->entry.edition)));
}

static void
begin_entry(struct withholding *w)
{
	const struct gp_release_entry *before = w->before;
	struct gp_series *s = w->s;

	w->entry = (struct gp_release_entry){
		.number = (unsigned)s->ledger.n + 1,
		.time = gp_arena_cstr(w->arena, s->time),
		.moment = gp_arena_cstr(w->arena, s->time),
		.series = before->series,
		.head = gp_feed_head_digest(w->arena, &s->file),
		.pack = before->pack,
		.edition = gp_ledger_editions(&s->ledger, before->pack) + 1,
		.identifier = before->identifier,
		.date = before->date,
		.marking = before->marking,
		.lang = before->lang,
		.held = before->held,
	};
	w->entry.title = title_of(w);
	w->pack.info = s->file.info;
	w->pack.info.lang = before->lang;
	w->pack.info.marking = before->marking;
	(void)gp_date_parse(before->date, &w->pack.info.date);
}

static bool
make_pieces(struct withholding *w, struct gp_err *e)
{
	const struct gp_pieces_of what = {
		.pack = &w->pack,
		.entry = &w->entry,
		.facts = w->facts,
		.ledger = &w->s->ledger,
		.now = w->s->now,
		.diag = w->s->diag,
	};
	char hex[GP_SHA256_HEX];

	if (!gp_release_pieces(w->arena, &what, &w->pieces, e))
		return false;
	gp_sha256_hex(w->pieces.p, w->pieces.n, hex);
	w->entry.pieces = gp_arena_cstr(w->arena, hex);
	return gp_arena_ok(w->arena, e);
}

static void
count(const struct withholding *w, struct gp_series_done *done)
{
	size_t i;

	done->released++;
	for (i = 0; i < w->entry.n_articles; i++)
		done->withdrawn +=
			w->entry.articles[i].state == GP_ARTICLE_WITHDRAWN;
}

/* What has to leave does so whether or not somebody is there to sign. */
static void
sign(struct withholding *w)
{
	struct gp_err why = { .code = GP_OK };

	if (!gp_series_sign_site(w->s, &w->entry, &why))
		gp_diag_add(w->s->diag, GP_WARNING, "site-unsigned",
		            why.file[0] ? why.file : w->s->folder, why.line,
		            "%s; the list of the site is not signed until "
		            "`govpub series rebuild` finds the key",
		            why.msg);
}

static bool
withhold(struct withholding *w, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_record record = { .entry = &w->entry };

	if (!gp_label_files_find(&w->s->labels, w->before->lang,
	                         &w->pack.labels, e))
		return false;
	begin_entry(w);
	if (!gp_known_read(w->arena, &w->s->ledger, &w->known, e) ||
	    !add_rows(w, e) || !make_pieces(w, e))
		return false;
	record.pieces = w->pieces;
	sign(w);
	if (!gp_release_record(w->s, &record, e) ||
	    !gp_series_commit(w->s, &w->entry, &done->files, e))
		return false;
	count(w, done);
	return true;
}

bool
gp_release_withheld(struct gp_series *s, struct gp_str name,
                    struct gp_series_done *done, struct gp_err *e)
{
	struct withholding w = {
		.s = s,
		.arena = gp_arena_new(GP_MAX_LEDGER_ARENA),
		.before = gp_ledger_last_of(&s->ledger, name),
	};
	bool ok;

	if (!w.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = w.before ? withhold(&w, done, e)
	              : gp_fail(e, GP_INTERNAL, "nothing of the pack is out");
	gp_arena_free(w.arena);
	return ok;
}
