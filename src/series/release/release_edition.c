/* A pack among those of its series: identifier, title, position and edition,
   and the outputs that carry them.  The same books are the same edition.  What
   becomes of them is not known here. */
#include "series/release/releasing.h"

#include "base/hash.h"
#include "series/ledger/record.h"
#include "series/site/site_subscriptions.h"
#include "wording/day_words.h"

/* ---- the pack among its kind ---- */

static unsigned
position_of(const struct gp_releasing *r)
{
	const struct gp_ledger *l = &r->s->ledger;
	struct gp_map seen = { .arena = r->arena };
	unsigned n = 0;
	size_t i;

	for (i = 0; i < l->n; i++) {
		if (!gp_release_counts(&l->rows[i]) ||
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
identifier_of(const struct gp_releasing *r)
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
title_of(const struct gp_releasing *r, unsigned edition)
{
	const struct gp_pack_info *info = &r->pack.info;
	struct gp_str title = gp_str_trim(info->title);
	const struct gp_labels *l = r->pack.labels;
	struct gp_str day = gp_day_words(l, &info->date, r->arena);
	struct gp_buf text = { .max = 0 };
	char iso[GP_DATE_TEXT];

	gp_buf_str(&text, title);
	gp_date_iso(&info->date, iso);
	if (day.n && gp_str_find(title, day, 0) == title.n &&
	    gp_str_find(title, gp_str(iso), 0) == title.n) {
		gp_buf_str(&text, gp_word(l, GP_W_COMMA));
		gp_buf_str(&text, day);
	}
	if (edition > 1) {
		gp_buf_str(&text, gp_word(l, GP_W_COMMA));
		gp_word_count(l, GP_W_TITLE_EDITION, edition, &text);
	}
	return gp_arena_buf(r->arena, &text);
}

/* Nothing of it is left to read. */
static bool
is_gone(const struct gp_releasing *r)
{
	return r->n == 0;
}

static void
set_edition(struct gp_releasing *r, unsigned edition)
{
	struct gp_issue *issue = &r->pack.info.issue;

	r->entry.edition = issue->edition = edition;
	if (is_gone(r)) {
		issue->title = gp_word(r->pack.labels, GP_W_WITHDRAWN);
		issue->plain = issue->title;
	} else {
		issue->title = title_of(r, edition);
		issue->plain = title_of(r, 1);
	}
	r->entry.title = issue->title;
}

static bool
settle_pack(struct gp_releasing *r, struct gp_err *e)
{
	struct gp_pack_info *info = &r->pack.info;
	char day[GP_DATE_TEXT];

	gp_date_iso(&info->date, day);
	r->entry.identifier = info->identifier = identifier_of(r);
	r->entry.date = gp_arena_cstr(r->arena, day);
	r->entry.marking = gp_arena_str(r->arena, info->marking);
	r->entry.is_protected = info->wants_protection;
	r->entry.lang = gp_arena_str(r->arena, info->lang);
	info->series_id = r->entry.series;
	info->issue.series = r->s->file.info.title;
	info->issue.position = position_of(r);
	info->issue.for_public = r->s->file.audience == GP_AUDIENCE_PUBLIC;
	return gp_arena_ok(r->arena, e);
}

/* ---- outputs ---- */

/* Pages stand in the folder of their pack, feeds above it; a draft has one of
   its own, and nothing that anybody could refer to. */
static bool
make_outputs(struct gp_releasing *r, bool draft, struct gp_err *e)
{
	struct gp_made feeds[GP_SUBSCRIPTIONS];
	size_t n =
		gp_site_subscriptions(&r->s->file, r->pack.labels, true, feeds);
	struct gp_outputs_wanted wanted = {
		.settings = &r->settings,
		.pack = &r->pack,
		.no_feeds = !draft,
		.feeds = draft ? NULL : feeds,
		.n_feeds = draft ? 0 : n,
		.covers = !draft,
		.flat = true,
		.draft = draft,
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
list_files(struct gp_releasing *r)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_released_file *rows =
		gp_arena_array(r->arena, r->outputs.n, sizeof *rows);
	char hex[GP_SHA256_HEX];
	size_t i;

	r->entry.reference = gp_arena_cstr(r->arena, r->outputs.reference);
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
		    a->articles[i].shows != b->articles[i].shows ||
		    !gp_str_eq(a->articles[i].text, b->articles[i].text))
			return false;
	return true;
}

/* As the edition that is out; when that gives the same books, nothing is
   new.  Else as the next one. */
static bool
make_edition(struct gp_releasing *r, bool *is_new, struct gp_err *e)
{
	*is_new = true;
	if (r->before && has_same_articles(&r->entry, r->before)) {
		set_edition(r, r->before->edition);
		gp_release_news(r, true);
		if (!make_outputs(r, false, e))
			return false;
		list_files(r);
		*is_new = !has_same_files(&r->entry, r->before);
	}
	if (!*is_new)
		return true;
	set_edition(r, gp_ledger_editions(&r->s->ledger, r->name) + 1);
	gp_release_news(r, false);
	if (!make_outputs(r, false, e))
		return false;
	list_files(r);
	return gp_arena_ok(r->arena, e);
}

/* An edition without a book, once. */
static bool
make_end(struct gp_releasing *r, bool *is_new, struct gp_err *e)
{
	*is_new =
		!r->before || r->before->n_files > 0 || r->entry.n_articles > 0;
	set_edition(r, gp_ledger_editions(&r->s->ledger, r->name) + 1);
	return gp_arena_ok(r->arena, e);
}

bool
gp_release_edition(struct gp_releasing *r, bool *is_new, struct gp_err *e)
{
	return settle_pack(r, e) && (is_gone(r) ? make_end(r, is_new, e)
	                                        : make_edition(r, is_new, e));
}

/* "DRAFT: Press cuttings" */
static struct gp_str
as_draft(const struct gp_releasing *r, struct gp_str title)
{
	const struct gp_labels *l = r->pack.labels;

	return gp_arena_printf(r->arena, "%.*s%.*s%.*s",
	                       GP_ARG(gp_word(l, GP_W_DRAFT)),
	                       GP_ARG(gp_word(l, GP_W_COLON)), GP_ARG(title));
}

/* A marking stands on every page of every output, so that is where the word
   goes. */
bool
gp_release_draft(struct gp_releasing *r, struct gp_err *e)
{
	struct gp_pack_info *info = &r->pack.info;
	struct gp_str word = gp_word(r->pack.labels, GP_W_DRAFT);

	if (info->marking.n)
		info->marking =
			gp_arena_printf(r->arena, "%.*s \xe2\x80\x93 %.*s",
		                        GP_ARG(word), GP_ARG(info->marking));
	else
		info->marking = word;
	info->title = as_draft(r, info->title);
	info->issue.title = as_draft(r, info->issue.title);
	return gp_arena_ok(r->arena, e) && make_outputs(r, true, e);
}
