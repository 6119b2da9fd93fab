/*
 * From a folder to a sealed pack: its name, date, design and what else holds
 * for all of it.  Knows no article, no source format and no output format.
 */
#include "pack/candidates.h"
#include "pack/context.h"
#include "pack/names/design_names.h"
#include "pack/editor/corrected.h"
#include "pack/editor/placeholder.h"
#include "pack/gather.h"
#include "pack/names/identity.h"
#include "pack/names/names.h"
#include "pack/editor/pack_marking.h"
#include "pack/editor/pack_share.h"
#include "pack/pack_note.h"
#include "pack/reposts.h"

#include "base/diag.h"

enum { SOON = 3 * 24 * 60 * 60 }; /* s: a Friday's pack for the Monday */

static bool
date_from_epoch(const char *text, struct gp_date *out)
{
	int64_t seconds = 0;
	size_t i;

	for (i = 0; text[i]; i++) {
		if (!gp_is_digit(text[i]) || i > 12)
			return false;
		seconds = seconds * 10 + (text[i] - '0');
	}
	return i > 0 && gp_date_from_seconds(seconds, out);
}

static void
newest_date(const struct gp_pack *pack, struct gp_date *out)
{
	const struct gp_date *date;
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		date = &pack->entries[i].doc->date.date;
		if (date->precision != GP_NO_DATE &&
		    (out->precision == GP_NO_DATE ||
		     gp_date_cmp(date, out) > 0))
			*out = *date;
	}
}

/* --date, else pack.yaml, else SOURCE_DATE_EPOCH, else the newest article. */
static bool
settle_date(struct gp_pack *pack, const struct gp_settings *s, struct gp_err *e)
{
	if (s->date && !gp_date_parse(gp_str(s->date), &pack->info.date))
		return gp_fail(e, GP_USAGE,
		               "`%s` is not a date; write YYYY-MM-DD", s->date);
	if (pack->info.date.precision == GP_NO_DATE && s->epoch &&
	    !date_from_epoch(s->epoch, &pack->info.date))
		return gp_fail(e, GP_USAGE,
		               "SOURCE_DATE_EPOCH is `%s`; it must be seconds "
		               "since 1970",
		               s->epoch);
	if (pack->info.date.precision == GP_NO_DATE)
		newest_date(pack, &pack->info.date);
	return true;
}

/* What is dated behind its pack stands on top of a feed until that day comes;
   most often a digit is wrong. */
static void
tell_future(const struct gp_pack *pack, struct gp_context *c)
{
	char date[GP_DATE_TEXT];
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		const struct gp_doc *doc = pack->entries[i].doc;
		const struct gp_dateline *line = &doc->date;

		if (line->date.precision == GP_NO_DATE ||
		    gp_date_seconds(&line->date) <
		            gp_date_seconds(&pack->info.date) + SOON)
			continue;
		gp_date_iso(&line->date, date);
		gp_diag_add(c->diag, GP_WARNING, "future-date",
		            doc->input.file.p, line->at.first,
		            "is dated %s, after the date of the pack", date);
	}
}

/* Packs of a series have one title: their folders tell them apart. */
static struct gp_str
what_names(const struct gp_pack_info *info, const struct gp_settings *s)
{
	return s->series ? gp_str_base(gp_str(s->folder)) : info->title;
}

/* The words of the pack: other than those of an article, they are needed while
   it is put together. */
static bool
settle_words(struct gp_context *c, struct gp_pack *pack, struct gp_err *e)
{
	struct gp_pack_info *info = &pack->info;

	if (info->lang.n == 0)
		info->lang = GP_STR("en-GB");
	return gp_label_files_find(&c->labels, info->lang, &pack->labels, e);
}

static bool
settle_words_of_articles(struct gp_context *c, struct gp_pack *pack,
                         struct gp_err *e)
{
	struct gp_entry *entry = pack->entries;
	size_t i;

	for (i = 0; i < pack->n_entries; i++, entry++) {
		if (!gp_label_files_find(&c->labels, entry->doc->lang,
		                         &entry->labels, e))
			return false;
		if (!entry->labels)
			entry->labels = pack->labels;
	}
	return true;
}

static void
settle_info(struct gp_pack *pack, const struct gp_settings *s)
{
	struct gp_pack_info *info = &pack->info;

	if (info->title.n == 0)
		info->title = gp_word(pack->labels, GP_W_PACK_TITLE);
	if (info->name.n == 0)
		info->name = gp_slug(pack->arena, what_names(info, s), false,
		                     "pack");
}

/* The design of a pack that names none. */
static const char usual_design[] = "reading";

static bool
fail_design(const struct gp_pack *pack, const struct gp_context *c, bool given,
            struct gp_str near, struct gp_err *e)
{
	const struct gp_packfile *file = c->packfile;

	return gp_fail_at(e, given ? GP_USAGE : GP_SYNTAX,
	                  given ? "" : file->design_path.p,
	                  given ? 0 : file->design_line,
	                  given ? 0 : file->design_column,
	                  "there is no design `%.*s` in %s/styles%s%s%s",
	                  GP_ARG(gp_str_sub(pack->info.design, 0, 80)),
	                  c->host.data, near.n ? "; did you mean `" : "",
	                  near.n ? near.p : "", near.n ? "`?" : "");
}

/* --design, else pack.yaml, else the usual one, whose absence the first who
   reads it will tell. */
static bool
settle_design(struct gp_pack *pack, const struct gp_context *c,
              struct gp_err *e)
{
	bool given = c->settings->design != NULL;
	struct gp_str near;

	if (given)
		pack->info.design = gp_str(c->settings->design);
	if (pack->info.design.n == 0)
		pack->info.design = gp_str(usual_design);
	else if (!gp_designs_check(pack, c->host.data, &near))
		return gp_arena_ok(pack->arena, e) &&
		       fail_design(pack, c, given, near, e);
	return true;
}

static bool
fill_pack(struct gp_context *c, struct gp_pack *pack, struct gp_err *e)
{
	struct gp_marking_check marking = { c->host.data, c->packfile, c->diag,
		                            NULL };
	bool dated;

	c->held.holds = !c->everything;
	if (!gp_gather_files(c, e) ||
	    (c->held.holds && !gp_held_check_pack(&c->held, c->packfile, e)))
		return false;
	pack->info = c->packfile->info;
	if (c->everything)
		pack->info.reposts = GP_REPOSTS_KEEP;
	dated = c->settings->date || pack->info.date.precision != GP_NO_DATE;
	if (!settle_words(c, pack, e))
		return false;
	settle_info(pack, c->settings);
	if (!gp_pack_marking_check(&marking, pack, e) ||
	    !settle_design(pack, c, e) || !gp_pack_note_read(c, pack, e) ||
	    !gp_gather(c, pack, e) || !gp_pack_compare(pack, c, e) ||
	    !settle_date(pack, c->settings, e) ||
	    !gp_pack_marking_compare(&marking, pack, e) ||
	    !settle_words_of_articles(c, pack, e))
		return false;
	tell_future(pack, c);
	gp_identity_settle(pack, dated);
	gp_placeholders_settle(pack);
	pack->corrections = c->packfile->said.corrections;
	pack->n_corrections = c->packfile->said.n_corrections;
	pack->withdrawn = c->packfile->said.withdrawn;
	pack->n_withdrawn = c->packfile->said.n_withdrawn;
	pack->whole = c->packfile->said.whole;
	if (!c->everything && !gp_corrections_take(pack, &c->held, e))
		return false;
	pack->images = c->pictures.rows;
	pack->n_images = c->pictures.count;
	pack->inputs = c->inputs.rows;
	pack->n_inputs = c->inputs.n;
	pack->held_until = c->held.first;
	pack->left_out = c->left_out.rows;
	pack->n_left_out = c->left_out.n;
	return (c->everything ||
	        gp_pack_share(pack, c->packfile, c->diag, e)) &&
	       gp_arena_ok(c->arena, e);
}

static struct gp_pack *
new_pack(struct gp_context *c)
{
	struct gp_pack *pack = gp_arena_alloc(c->arena, sizeof *pack);

	if (!pack)
		return NULL;
	pack->arena = c->arena;
	return pack;
}

/* Nothing of it changes from now on. */
static void
seal(const struct gp_pack *pack)
{
	gp_arena_seal(pack->arena);
	gp_arena_seal(pack->settings_arena);
	gp_arena_seal(pack->picture_arena);
}

static struct gp_pack *
open_pack(const struct gp_settings *settings, bool everything,
          struct gp_diag *d, struct gp_err *e)
{
	struct gp_context c;
	struct gp_pack *pack = NULL;
	bool ok = gp_context_open(&c, settings, d, e);

	c.everything = everything;
	if (ok && !settings->folder)
		ok = gp_fail(e, GP_USAGE, "no content folder was given");
	if (ok) {
		pack = new_pack(&c);
		ok = pack ? fill_pack(&c, pack, e) : gp_arena_ok(c.arena, e);
	}
	if (pack) {
		/* The pack owns the arenas from now on. */
		pack->settings_arena = c.packfile->arena;
		pack->picture_arena = c.pictures.arena;
		c.pictures.arena = NULL;
		c.packfile = NULL;
		c.arena = NULL;
	}
	gp_context_free(&c);
	if (ok) {
		seal(pack);
		return pack;
	}
	gp_pack_free(pack);
	return NULL;
}

struct gp_pack *
gp_pack_open(const struct gp_settings *settings, struct gp_diag *d,
             struct gp_err *e)
{
	return open_pack(settings, false, d, e);
}

struct gp_pack *
gp_pack_candidates(const struct gp_settings *settings, struct gp_diag *d,
                   struct gp_err *e)
{
	return open_pack(settings, true, d, e);
}
