/*
 * From a folder to a sealed pack: which files, in which order, under which
 * ids and dates.  Knows no source format and no output format.
 */
#include "base/diag.h"
#include "base/limits.h"
#include "base/map.h"
#include "publish/context.h"
#include "publish/designs.h"
#include "publish/folder.h"
#include "publish/names.h"

#include <stdlib.h>

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

static void
settle_info(struct gp_pack *pack)
{
	struct gp_pack_info *info = &pack->info;

	if (info->title.n == 0)
		info->title = GP_STR("Briefing pack");
	if (info->lang.n == 0)
		info->lang = GP_STR("en-GB");
	if (info->name.n == 0)
		info->name = gp_slug(pack->arena, info->title, false, "pack");
	if (info->identifier.n == 0)
		info->identifier = gp_pack_uri(pack->arena, info);
}

/* --design, else pack.yaml, else the design that writers take. */
static bool
settle_design(struct gp_pack *pack, const struct gp_context *c,
              struct gp_err *e)
{
	const struct gp_packfile *file = c->packfile;
	bool given = c->settings->design != NULL;
	struct gp_str near;

	if (given)
		pack->info.design = gp_str(c->settings->design);
	if (pack->info.design.n == 0 || gp_designs_check(pack, &near) ||
	    !gp_arena_ok(pack->arena, e))
		return e->code == GP_OK;
	return gp_fail_at(
		e, given ? GP_USAGE : GP_SYNTAX, given ? "" : file->path.p,
		given ? 0 : file->design_line, given ? 0 : file->design_column,
		"there is no design `%.*s` in %s/styles%s%s%s",
		GP_ARG(gp_str_sub(pack->info.design, 0, 80)), c->settings->data,
		near.n ? "; did you mean `" : "", near.n ? near.p : "",
		near.n ? "`?" : "");
}

static size_t
find_section(const struct gp_pack *pack, struct gp_str name)
{
	size_t i;

	for (i = 0; i < pack->n_sections; i++)
		if (gp_str_eq(pack->sections[i], name))
			return i;
	return GP_NO_SECTION;
}

/* Sections as listed, then those only named by articles, as they come. */
static void
settle_sections(struct gp_pack *pack, const struct gp_packfile *file)
{
	size_t i, max = file->n_sections + file->n_articles;

	pack->sections =
		gp_arena_array(pack->arena, max + 1, sizeof *pack->sections);
	if (!pack->sections)
		return;
	for (i = 0; i < file->n_sections; i++)
		pack->sections[pack->n_sections++] = file->sections[i];
	for (i = 0; i < file->n_articles; i++) {
		struct gp_str name = file->articles[i].section;

		if (name.n && find_section(pack, name) == GP_NO_SECTION)
			pack->sections[pack->n_sections++] = name;
	}
}

/* An article on its way into the pack, with what decides its place. */
struct candidate {
	struct gp_entry entry;
	const struct gp_override *row;
	struct gp_str file;
	size_t listed; /* its row in articles:, or after all rows */
};

/* Compares two numbers as qsort wants it. */
#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* Without a section first, or they would seem to belong to the last one; then
   by section; then by `order`; then as listed; then by file name. */
static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	bool x_has = x->row && x->row->has_order;
	bool y_has = y->row && y->row->has_order;
	/* GP_NO_SECTION is the largest number: one more is the least. */
	int order = ORDER(x->entry.section + 1, y->entry.section + 1);

	if (!order)
		order = (int)y_has - (int)x_has;
	if (!order && x_has)
		order = ORDER(x->row->order, y->row->order);
	if (!order)
		order = ORDER(x->listed, y->listed);
	return order ? order : gp_str_cmp(x->file, y->file);
}

static bool
fail_same_id(const struct gp_context *c, const struct candidate *now,
             const struct candidate *before, struct gp_err *e)
{
	const struct gp_override *row = now->row ? now->row : before->row;
	const char *where = row ? c->packfile->path.p : now->file.p;

	return gp_fail_at(e, row ? GP_SYNTAX : GP_INPUT, where,
	                  row ? row->line : 0, row ? row->column : 0,
	                  "%s and %s have one id, `%s`; give one of them "
	                  "another `id:` in pack.yaml",
	                  before->file.p, now->file.p, now->entry.id.p);
}

static bool
check_ids(const struct gp_context *c, struct candidate *rows, size_t n,
          struct gp_err *e)
{
	struct gp_map seen = { .arena = c->arena };
	struct candidate *before;
	size_t i;

	for (i = 0; i < n; i++) {
		before = gp_map_find(&seen, rows[i].entry.id);
		if (before)
			return fail_same_id(c, &rows[i], before, e);
		gp_map_put(&seen, rows[i].entry.id, &rows[i]);
	}
	return gp_arena_ok(c->arena, e);
}

static bool
fail_missing(const struct gp_context *c, const struct gp_override *row,
             const struct gp_folder *files, struct gp_err *e)
{
	struct gp_str near = GP_STR("");
	size_t i, best = row->file.n / 2 + 1, distance;

	for (i = 0; i < files->count; i++) {
		distance = gp_str_distance(row->file, files->names[i]);
		if (distance < best) {
			best = distance;
			near = files->names[i];
		}
	}
	return gp_fail_at(e, GP_SYNTAX, c->packfile->path.p, row->line,
	                  row->column, "there is no article `%s` in %s%s%s%s",
	                  row->file.p, c->settings->folder,
	                  near.n ? "; did you mean `" : "",
	                  near.n ? near.p : "", near.n ? "`?" : "");
}

static bool
is_listed(const struct gp_folder *files, struct gp_str name)
{
	return files->count && bsearch(&name, files->names, files->count,
	                               sizeof name, gp_str_order) != NULL;
}

/* Every row of articles: must name a file that is there. */
static bool
check_rows(const struct gp_context *c, const struct gp_folder *files,
           struct gp_err *e)
{
	const struct gp_override *row = c->packfile->articles;
	size_t i;

	for (i = 0; i < c->packfile->n_articles; i++, row++)
		if (!is_listed(files, row->file))
			return fail_missing(c, row, files, e);
	return true;
}

static unsigned
seen_lines(struct gp_str raw)
{
	struct gp_str line;
	unsigned n = 0;

	while (gp_str_split(&raw, '\n', &line))
		n += gp_str_trim(line).n > 0;
	return n;
}

/* What was left out is in the report that --explain prints; that there is
   something must be said without asking. */
static void
note_drops(const struct gp_doc *doc, const char *path, struct gp_diag *d)
{
	const struct gp_dropped *row;
	unsigned lines = 0, first = 0;

	for (row = doc->dropped; row; row = row->next) {
		if (gp_str_eq(row->reason, GP_STR("consumed-as-metadata")))
			continue;
		if (!first)
			first = row->at.first;
		lines += seen_lines(row->raw);
	}
	if (lines)
		gp_diag_add(d, GP_NOTE, "dropped", path, first,
		            "%u line%s left out from here on; `govpub "
		            "normalise --explain` says which and why",
		            lines, lines == 1 ? " is" : "s are");
}

static bool
load_one(struct gp_context *c, struct gp_pack *pack, struct candidate *row,
         struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(
		c->arena, "%s/%.*s", c->settings->folder, GP_ARG(row->file));
	struct gp_bytes bytes;

	if (!gp_arena_ok(c->arena, e) ||
	    !gp_read(path.p, GP_MAX_SOURCE_BYTES, &bytes, e))
		return false;
	gp_context_input(c, row->file, &bytes);
	row->entry.doc = gp_context_article(
		c, row->file.p, path.p,
		(struct gp_str){ (char *)bytes.data, bytes.size }, e);
	gp_bytes_free(&bytes);
	if (!row->entry.doc)
		return false;
	note_drops(row->entry.doc, path.p, c->diag);
	row->entry.id = row->row && row->row->id.n
	                        ? row->row->id
	                        : gp_id_of_file(c->arena, row->file);
	row->entry.section = row->row && row->row->section.n
	                             ? find_section(pack, row->row->section)
	                             : GP_NO_SECTION;
	return true;
}

static size_t
take_rows(const struct gp_context *c, const struct gp_folder *files,
          struct candidate *rows)
{
	size_t i, n = 0;

	for (i = 0; i < files->count; i++) {
		const struct gp_override *row =
			gp_packfile_find(c->packfile, files->names[i]);

		if (row && row->skip)
			continue;
		rows[n].file = files->names[i];
		rows[n].row = row;
		rows[n].listed = row ? (size_t)(row - c->packfile->articles)
		                     : c->packfile->n_articles;
		n++;
	}
	return n;
}

/* From here on the pack owns the documents, also when something fails. */
static bool
load_all(struct gp_context *c, struct gp_pack *pack, struct candidate *rows,
         size_t n, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (!gp_pack_progress(pack, "read", i, n, e) ||
		    !load_one(c, pack, &rows[i], e))
			return false;
		pack->entries[pack->n_entries++] = rows[i].entry;
	}
	if (!gp_pack_progress(pack, "read", n, n, e) ||
	    !check_ids(c, rows, n, e))
		return false;
	qsort(rows, n, sizeof *rows, by_place);
	for (i = 0; i < n; i++)
		pack->entries[i] = rows[i].entry;
	return true;
}

static bool
fill(struct gp_context *c, struct gp_pack *pack, struct gp_err *e)
{
	struct gp_folder files;
	struct candidate *rows;
	size_t i, n;

	if (!gp_folder_list(c->arena, c->settings->folder, &files, c->diag,
	                    e) ||
	    !gp_context_read(c, files.count, e) || !check_rows(c, &files, e))
		return false;
	rows = gp_arena_array(c->arena, files.count + 1, sizeof *rows);
	pack->entries = gp_arena_array(c->arena, files.count + 1,
	                               sizeof *pack->entries);
	if (!gp_arena_ok(c->arena, e))
		return false;
	n = take_rows(c, &files, rows);
	if (n == 0 && files.count)
		return gp_fail_at(e, GP_INPUT, c->packfile->path.p, 0, 0,
		                  "every article is skipped; take a `skip:` "
		                  "out");
	if (n == 0)
		return gp_fail_at(e, GP_INPUT, c->settings->folder, 0, 0,
		                  "holds no articles; put .txt files into it");
	pack->info = c->packfile->info;
	settle_sections(pack, c->packfile);
	settle_info(pack);
	if (!settle_design(pack, c, e) || !load_all(c, pack, rows, n, e) ||
	    !settle_date(pack, c->settings, e))
		return false;
	for (i = 0; i < n; i++)
		pack->entries[i].uri = gp_article_uri(c->arena, &pack->info,
		                                      pack->entries[i].id);
	pack->inputs = c->inputs;
	pack->n_inputs = c->n_inputs;
	return gp_arena_ok(c->arena, e);
}

static struct gp_pack *
new_pack(struct gp_context *c)
{
	const struct gp_settings *s = c->settings;
	struct gp_pack *pack = gp_arena_alloc(c->arena, sizeof *pack);

	if (!pack)
		return NULL;
	pack->arena = c->arena;
	pack->folder = gp_arena_cstr(c->arena, s->folder);
	pack->data = gp_arena_cstr(c->arena, s->data);
	pack->user = s->user;
	pack->cancelled = s->cancelled;
	pack->progress = s->progress;
	return pack;
}

struct gp_pack *
gp_pack_open(const struct gp_settings *settings, struct gp_diag *d,
             struct gp_err *e)
{
	struct gp_context c;
	struct gp_pack *pack = NULL;
	bool ok = gp_context_open(&c, settings, d, e);

	if (ok && !settings->folder)
		ok = gp_fail(e, GP_USAGE, "no content folder was given");
	if (ok) {
		pack = new_pack(&c);
		ok = pack ? fill(&c, pack, e) : gp_arena_ok(c.arena, e);
	}
	if (pack) {
		/* The pack owns both arenas from now on. */
		pack->settings_arena = c.packfile->arena;
		c.packfile = NULL;
		c.arena = NULL;
	}
	gp_context_free(&c);
	if (ok)
		return pack;
	gp_pack_free(pack);
	return NULL;
}
