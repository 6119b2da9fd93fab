/* The pack is read as by itself; what the series knows of it is put over a copy
   of its head: who it is, which edition, who its articles are.  The sealed pack
   is not written to.  Nothing is under way until the records are begun, and a
   failure before the ledger has the release leaves nothing of it. */
#include "series/release/release_pack.h"

#include "base/hash.h"
#include "base/limits.h"
#include "publish/outputs.h"
#include "series/known/edition_check.h"
#include "series/known/elsewhere.h"
#include "series/ledger/record.h"
#include "series/release/release_pieces.h"
#include "series/site/feed_head.h"

#include <stdint.h>
#include <string.h>

struct releasing {
	struct gp_series *s;
	struct gp_arena *arena; /* for the time of the release */
	struct gp_str name;
	struct gp_settings settings;
	int64_t day; /* of a pack that nothing gives one: seconds */
	struct gp_pack *sealed;
	struct gp_pack pack; /* a copy with who is who */
	struct gp_known_all known;
	struct gp_article_facts *facts;
	struct gp_known **who;
	struct gp_edition_check check;
	struct gp_recognising how;
	const struct gp_release_entry *before; /* the last edition, or NULL */
	struct gp_release_entry entry;
	struct gp_outputs outputs;
	struct gp_str pieces; /* what feeds carry, as the records keep it */
};

/* ---- who is who ---- */

/* What makes it new is in its name: when, where in the pack, which text.  No
   two releases of a series have one number, taken back or not. */
static struct gp_str
new_id(const struct releasing *r, size_t i)
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
settle_correction(struct releasing *r, size_t i,
                  struct gp_released_article *row)
{
	const struct gp_correction *last;
	char urn[GP_UUID_URN];
	struct gp_str name;

	row->corrections = (long)gp_pack_corrections(
		r->sealed, &r->sealed->entries[i], &last);
	if (row->state != GP_ARTICLE_CORRECTED || !last ||
	    !gp_correction_is_public(last))
		return;
	name = gp_arena_printf(r->arena, "govpub correction\n%.*s\n%u",
	                       GP_ARG(row->id), r->entry.number);
	gp_uuid_from_name(name, urn);
	row->notice = gp_arena_cstr(r->arena, urn);
}

static void
settle_article(struct releasing *r, size_t i)
{
	struct gp_released_article *row = &r->entry.articles[i];
	const struct gp_known *who = r->who[i];

	*row = r->facts[i].row;
	row->updated = gp_arena_cstr(r->arena, r->s->time);
	row->id = who ? who->row->id : new_id(r, i);
	if (!who)
		row->state = GP_ARTICLE_NEW;
	else if (gp_edition_changed(&r->check, i))
		row->state = GP_ARTICLE_CORRECTED;
	else
		row->state = GP_ARTICLE_KEPT;
	if (row->state == GP_ARTICLE_KEPT)
		row->updated = who->row->updated;
	settle_correction(r, i, row);
}

/* Names are kept, so that it is known when it comes again; what it said is
   not. */
static void
withdraw(struct releasing *r, const struct gp_released_article *before)
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
	};
}

/* Those of the last edition that pack.yaml withdraws now. */
static void
settle_withdrawn(struct releasing *r)
{
	const struct gp_released_article *row;
	size_t i;

	for (i = 0; r->before && i < r->before->n_articles; i++) {
		row = &r->before->articles[i];
		if (row->state != GP_ARTICLE_WITHDRAWN &&
		    gp_edition_withdraws(&r->check, row))
			withdraw(r, row);
	}
}

static bool
settle_articles(struct releasing *r, struct gp_err *e)
{
	size_t n = r->sealed->n_entries, i;
	size_t most = n + (r->before ? r->before->n_articles : 0);
	struct gp_entry *entries = gp_arena_array(r->arena, n, sizeof *entries);

	r->entry.articles =
		gp_arena_array(r->arena, most, sizeof *r->entry.articles);
	r->entry.n_articles = n;
	if (!entries || !r->entry.articles)
		return gp_arena_ok(r->arena, e);
	memcpy(entries, r->sealed->entries, n * sizeof *entries);
	for (i = 0; i < n; i++) {
		settle_article(r, i);
		entries[i].uri = r->entry.articles[i].id;
	}
	r->pack.entries = entries;
	settle_withdrawn(r);
	return gp_arena_ok(r->arena, e);
}

static const long *
count_corrections(const struct releasing *r)
{
	size_t i, n = r->sealed->n_entries;
	long *rows = gp_arena_array(r->arena, n + 1, sizeof *rows);
	const struct gp_correction *last;

	for (i = 0; rows && i < n; i++)
		rows[i] = (long)gp_pack_corrections(
			r->sealed, &r->sealed->entries[i], &last);
	return rows;
}

static bool
recognise(struct releasing *r, struct gp_err *e)
{
	if (!gp_article_facts(r->arena, r->sealed, &r->facts, e) ||
	    !gp_known_read(r->arena, &r->s->ledger, &r->known, e))
		return false;
	r->how = (struct gp_recognising){
		.arena = r->arena,
		.ledger = &r->s->ledger,
		.known = &r->known,
		.pack = r->name,
		.now = r->s->now,
		.facts = r->facts,
		.n = r->sealed->n_entries,
		.folder = r->settings.folder,
		.diag = r->s->diag,
	};
	if (!gp_recognise(&r->how, &r->who, e))
		return false;
	r->check = (struct gp_edition_check){
		.series = r->s->folder,
		.how = &r->how,
		.who = r->who,
		.corrections = count_corrections(r),
		.withdrawn = r->sealed->withdrawn,
		.n_withdrawn = r->sealed->n_withdrawn,
	};
	return gp_arena_ok(r->arena, e) && gp_edition_check(&r->check, e);
}

/* ---- the pack among its kind ---- */

static unsigned
position_of(const struct releasing *r)
{
	const struct gp_ledger *l = &r->s->ledger;
	struct gp_map seen = { .arena = r->arena };
	unsigned n = 0;
	size_t i;

	for (i = 0; i < l->n; i++) {
		if (l->rows[i].undoes || l->rows[i].undone ||
		    gp_map_find(&seen, l->rows[i].pack))
			continue;
		n++;
		if (gp_str_eq(l->rows[i].pack, r->name))
			return n;
		gp_map_put(&seen, l->rows[i].pack, &l->rows[i]);
	}
	return n + 1;
}

static struct gp_str
identifier_of(const struct releasing *r)
{
	char urn[GP_UUID_URN];
	struct gp_str name;

	if (r->pack.info.has_given_identifier)
		return gp_arena_str(r->arena, r->pack.info.identifier);
	if (r->before)
		return r->before->identifier;
	name = gp_arena_printf(r->arena, "govpub released pack\n%.*s\n%u\n%.*s",
	                       GP_ARG(r->entry.series), r->entry.number,
	                       GP_ARG(r->name));
	gp_uuid_from_name(name, urn);
	return gp_arena_cstr(r->arena, urn);
}

/* "Press cuttings, 10 November 2015, edition 2" */
static struct gp_str
title_of(const struct releasing *r, unsigned edition)
{
	const struct gp_pack_info *info = &r->pack.info;
	struct gp_str title = gp_str_trim(info->title);
	struct gp_buf text = { .max = 0 };
	char day[GP_DATE_TEXT], iso[GP_DATE_TEXT];

	gp_buf_str(&text, title);
	gp_date_long(&info->date, day);
	gp_date_iso(&info->date, iso);
	if (day[0] && gp_str_find(title, gp_str(day), 0) == title.n &&
	    gp_str_find(title, gp_str(iso), 0) == title.n)
		gp_buf_printf(&text, ", %s", day);
	if (edition > 1)
		gp_buf_printf(&text, ", edition %u", edition);
	return gp_arena_buf(r->arena, &text);
}

static void
set_edition(struct releasing *r, unsigned edition)
{
	struct gp_issue *issue = &r->pack.info.issue;

	r->entry.edition = issue->edition = edition;
	r->entry.title = issue->title = title_of(r, edition);
}

static bool
settle_pack(struct releasing *r, struct gp_err *e)
{
	struct gp_pack_info *info = &r->pack.info;
	char day[GP_DATE_TEXT];

	gp_date_iso(&info->date, day);
	r->entry.identifier = info->identifier = identifier_of(r);
	r->entry.date = gp_arena_cstr(r->arena, day);
	r->entry.marking = gp_arena_str(r->arena, info->marking);
	r->entry.lang = gp_arena_str(r->arena, info->lang);
	info->series_id = r->entry.series;
	info->issue.series = r->s->file.info.title;
	info->issue.position = position_of(r);
	return gp_arena_ok(r->arena, e);
}

static bool
begin_entry(struct releasing *r, struct gp_err *e)
{
	struct gp_date *date = &r->pack.info.date;

	r->pack = *r->sealed;
	if (date->precision == GP_SECOND && gp_date_seconds(date) == r->day)
		date->precision = GP_DAY;
	r->entry = (struct gp_release_entry){
		.number = (unsigned)r->s->ledger.n + 1,
		.time = gp_arena_cstr(r->arena, r->s->time),
		.series = gp_arena_str(r->arena, gp_series_uri(r->s)),
		.head = gp_feed_head_digest(r->arena, &r->s->file),
		.pack = r->name,
	};
	return gp_arena_ok(r->arena, e);
}

/* ---- outputs ---- */

static bool
make_outputs(struct releasing *r, struct gp_err *e)
{
	struct gp_outputs_wanted wanted = {
		.settings = &r->settings,
		.pack = &r->pack,
		.no_feeds = true,
	};

	if (r->before)
		wanted.last = gp_record_folder(r->arena, r->s->folder, r->name,
		                               r->before->edition)
		                      .p;
	gp_outputs_free(&r->outputs);
	return gp_arena_ok(r->arena, e) &&
	       gp_outputs_make(&wanted, &r->outputs, r->s->diag, e);
}

static void
list_files(struct releasing *r)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_released_file *rows =
		gp_arena_array(r->arena, r->outputs.n, sizeof *rows);
	char hex[GP_SHA256_HEX];
	size_t i;

	r->entry.files = rows;
	r->entry.n_files = rows ? r->outputs.n : 0;
	for (i = 0; i < r->entry.n_files; i++) {
		gp_sha256_hex(o[i].bytes.data, o[i].bytes.size, hex);
		rows[i] = (struct gp_released_file){
			.file = gp_arena_cstr(r->arena, o[i].name),
			.type = gp_arena_cstr(r->arena, o[i].type),
			.sha256 = gp_arena_cstr(r->arena, hex),
			.bytes = (long)o[i].bytes.size,
		};
	}
}

/* Manifest and sums speak of inputs that no reader sees. */
static bool
is_description(const struct gp_released_file *f)
{
	return gp_str_eq(f->file, GP_STR("manifest.json")) ||
	       gp_str_eq(f->file, GP_STR("SHA256SUMS"));
}

static bool
has_same_files(const struct gp_release_entry *a,
               const struct gp_release_entry *b)
{
	size_t i;

	if (a->n_files != b->n_files)
		return false;
	for (i = 0; i < a->n_files; i++)
		if (!gp_str_eq(a->files[i].file, b->files[i].file) ||
		    (!is_description(&a->files[i]) &&
		     !gp_str_eq(a->files[i].sha256, b->files[i].sha256)))
			return false;
	return true;
}

/* Those that are in the pack come first, and then what goes with this
   release. */
static size_t
count_in_pack(const struct gp_release_entry *r)
{
	size_t n = r->n_articles;

	while (n > 0 && r->articles[n - 1].state == GP_ARTICLE_WITHDRAWN)
		n--;
	return n;
}

static bool
has_same_articles(const struct gp_release_entry *a,
                  const struct gp_release_entry *b)
{
	size_t i, n = count_in_pack(a);

	if (n < a->n_articles || n != count_in_pack(b))
		return false;
	for (i = 0; i < n; i++)
		if (!gp_str_eq(a->articles[i].id, b->articles[i].id) ||
		    !gp_str_eq(a->articles[i].text, b->articles[i].text))
			return false;
	return true;
}

/* As the edition that is out; when that gives the same books, nothing is
   new.  Else as the next one. */
static bool
make_edition(struct releasing *r, bool *is_new, struct gp_err *e)
{
	*is_new = true;
	if (r->before && has_same_articles(&r->entry, r->before)) {
		set_edition(r, r->before->edition);
		if (!make_outputs(r, e))
			return false;
		list_files(r);
		*is_new = !has_same_files(&r->entry, r->before);
	}
	if (!*is_new)
		return true;
	set_edition(r, gp_ledger_editions(&r->s->ledger, r->name) + 1);
	if (!make_outputs(r, e))
		return false;
	list_files(r);
	return gp_arena_ok(r->arena, e);
}

/* ---- out it goes ---- */

static bool
keep_pieces(struct releasing *r, struct gp_err *e)
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
write_record(struct releasing *r, struct gp_err *e)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_record_file *files =
		gp_arena_array(r->outputs.arena, r->outputs.n, sizeof *files);
	const struct gp_record record = {
		.files = files,
		.n_files = r->outputs.n,
		.pieces = r->pieces,
		.entry = &r->entry,
	};
	size_t i;

	if (!files)
		return gp_arena_ok(r->outputs.arena, e);
	for (i = 0; i < r->outputs.n; i++)
		files[i] = (struct gp_record_file){
			.name = gp_str(o[i].name),
			.bytes = { (char *)o[i].bytes.data, o[i].bytes.size },
		};
	return gp_record_write(r->s->folder, &record, e);
}

/* What could not be recorded leaves nothing behind. */
static bool
record(struct releasing *r, struct gp_err *e)
{
	const struct gp_journal journal = {
		.release = r->entry.number,
		.pack = r->name,
		.edition = r->entry.edition,
	};
	struct gp_err ignored = { 0 };

	if (!gp_journal_begin(r->s->folder, &journal, e))
		return false;
	if (write_record(r, e))
		return true;
	if (gp_record_drop(r->s->folder, r->name, r->entry.edition, &ignored))
		(void)gp_journal_end(r->s->folder, &ignored);
	return false;
}

static void
count(const struct releasing *r, struct gp_series_done *done)
{
	size_t i;

	done->released++;
	for (i = 0; i < r->entry.n_articles; i++) {
		done->added += r->entry.articles[i].state == GP_ARTICLE_NEW;
		done->corrected +=
			r->entry.articles[i].state == GP_ARTICLE_CORRECTED;
	}
}

static bool
release(struct releasing *r, struct gp_series_done *done, struct gp_err *e)
{
	bool is_new;

	if (!begin_entry(r, e) || !recognise(r, e) || !settle_articles(r, e) ||
	    !settle_pack(r, e) || !make_edition(r, &is_new, e))
		return false;
	if (!is_new) {
		done->as_before++;
		return true;
	}
	if (!keep_pieces(r, e) || !record(r, e) ||
	    !gp_series_commit(r->s, &r->entry, &done->files, e))
		return false;
	gp_tell_elsewhere(&r->s->ledger, &r->entry, r->s->diag);
	count(r, done);
	return true;
}

/* A pack that nothing gives a day is of the day of its first release. */
static int64_t
day_of(const struct releasing *r)
{
	struct gp_date day = r->s->now;

	if (r->before)
		(void)gp_date_parse(r->before->date, &day);
	day.precision = GP_DAY;
	return gp_date_seconds(&day);
}

/* A date with a time is the moment of the release, and no pack's. */
static void
settle_settings(struct releasing *r, const char *folder)
{
	struct gp_settings *to = &r->settings;
	struct gp_date date;

	*to = *r->s->settings;
	to->folder = folder;
	to->series = r->s->file_path.p;
	r->day = day_of(r);
	to->epoch = gp_arena_printf(r->arena, "%lld", (long long)r->day).p;
	if (to->date && gp_date_parse(gp_str(to->date), &date) &&
	    date.precision >= GP_MINUTE) {
		to->date = NULL;
		to->now = gp_date_seconds(&date);
	}
}

static bool
release_in(struct releasing *r, struct gp_str name, struct gp_series_done *done,
           struct gp_err *e)
{
	struct gp_str folder = gp_arena_printf(r->arena, "%s/%.*s",
	                                       r->s->folder, GP_ARG(name));
	bool ok = false;

	r->name = gp_arena_str(r->arena, name);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->before = gp_ledger_last_of(&r->s->ledger, r->name);
	settle_settings(r, folder.p);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->sealed = gp_pack_open(&r->settings, r->s->diag, e);
	if (r->sealed)
		ok = release(r, done, e);
	gp_outputs_free(&r->outputs);
	gp_pack_free(r->sealed);
	return ok;
}

bool
gp_release_pack(struct gp_series *s, struct gp_str name,
                struct gp_series_done *done, struct gp_err *e)
{
	struct releasing r = { .s = s };
	bool ok;

	r.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = release_in(&r, name, done, e);
	gp_arena_free(r.arena);
	return ok;
}
