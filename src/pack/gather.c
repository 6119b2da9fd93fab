/* Every file of the folder read and its articles put in their places: rows
   of pack.yaml checked against what is there, sections settled, ids made and
   checked, one order over all.  An id of pack.yaml that another article has
   ends the run, and so does a row for a file that is not there.  What an
   article says was decided before; nothing here looks into its text. */
#include "pack/gather.h"

#include "base/diag.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/vec.h"
#include "import/picture/image.h"
#include "config/packfile.h"
#include "pack/editor/placeholder.h"
#include "pack/editor/sections.h"
#include "pack/folder.h"
#include "pack/names/names.h"
#include "pack/often_said.h"
#include "pack/picked.h"
#include "pack/sources.h"
#include "pack/take.h"

#include <stdlib.h>
#include <string.h>

/* An article on its way into the pack, with what decides its place. */
struct candidate {
	struct gp_entry entry;
	const struct gp_override *row;
	struct gp_str file, name; /* "feed.xml", "feed.xml#third" */
	size_t listed;            /* its row in articles:, or after all rows;
	                             its line in pick.txt, where that is */
	bool has_order;           /* row->order counts */
	size_t part;              /* its place in its file */
};

struct gathering {
	struct candidate *rows;
	size_t n, room;
	size_t entries; /* of the pack that have room */
	struct gp_context *context;
	struct gp_pack *pack;
	struct gp_err *e;
};

/* ---- order ---- */

/* Compares two numbers as qsort wants it. */
#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* Without a section first, or they would seem to belong to the last one; then
   by section; then by `order`; then as listed; then by file name; those of one
   file as they stand in it. */
static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	/* GP_NO_SECTION is the largest number: one more is the least. */
	int order = ORDER(x->entry.section + 1, y->entry.section + 1);

	if (!order)
		order = (int)y->has_order - (int)x->has_order;
	if (!order && x->has_order)
		order = ORDER(x->row->order, y->row->order);
	if (!order)
		order = ORDER(x->listed, y->listed);
	if (!order)
		order = gp_str_cmp(x->file, y->file);
	return order ? order : ORDER(x->part, y->part);
}

/* ---- checks ---- */

static bool
fail_same_id(const struct candidate *now, const struct candidate *before,
             struct gp_err *e)
{
	const struct gp_override *row = now->row ? now->row : before->row;
	const char *where = row ? row->path.p : now->name.p;

	return gp_fail_at(e, row ? GP_SYNTAX : GP_INPUT, where,
	                  row ? row->line : 0, row ? row->column : 0,
	                  "%s and %s have one id, `%s`; give one of them "
	                  "another `id:` in pack.yaml",
	                  before->name.p, now->name.p, now->entry.id.p);
}

/* Names that are only alike, such as "A.txt" and "a.txt", are told apart; what
   pack.yaml says stands. */
static bool
take_id(const struct gp_context *c, struct gp_map *taken, struct candidate *now,
        struct gp_err *e)
{
	struct candidate *before = gp_map_find(taken, now->entry.id);

	if (before && !now->entry.has_given_id && !before->entry.has_given_id) {
		now->entry.id = gp_id_apart(c->arena, now->entry.id, now->name);
		before = gp_map_find(taken, now->entry.id);
	}
	if (before)
		return fail_same_id(now, before, e);
	gp_map_put(taken, now->entry.id, now);
	return true;
}

/* Those that are the name as it stands come first, so that it keeps its id
   whoever comes or goes. */
static bool
check_ids(const struct gp_context *c, const struct gathering *g,
          struct gp_err *e)
{
	struct gp_map taken = { .arena = c->arena };
	bool is_first;
	size_t i, round;

	for (round = 0; round < 2; round++)
		for (i = 0; i < g->n; i++) {
			struct candidate *now = &g->rows[i];

			is_first = now->entry.has_given_id ||
			           gp_str_starts(now->name, now->entry.id);
			if (is_first == (round == 0) &&
			    !take_id(c, &taken, now, e))
				return false;
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
	return gp_fail_at(e, GP_SYNTAX, row->path.p, row->line, row->column,
	                  "there is no article `%s` in %s%s%s%s%s", row->file.p,
	                  c->settings->folder, near.n ? "; did you mean `" : "",
	                  near.n ? near.p : "", near.n ? "`?" : "",
	                  c->settings->series && !near.n
	                          ? "; one that was released goes by a row in "
	                            "`withdrawn:`"
	                          : "");
}

static bool
is_listed(const struct gp_folder *files, struct gp_str name)
{
	return files->count && bsearch(&name, files->names, files->count,
	                               sizeof name, gp_str_order) != NULL;
}

/* The file that a row is about: a part's is the file it lies in. */
static struct gp_str
file_of_row(const struct gp_folder *files, struct gp_str name)
{
	size_t n = gp_str_find(name, GP_STR("#"), 0);

	return is_listed(files, name) ? name : gp_str_sub(name, 0, n);
}

/* Every row of articles: must name a file that is there. */
static bool
check_rows(const struct gp_context *c, const struct gp_folder *files,
           struct gp_err *e)
{
	const struct gp_override *row = c->packfile->articles;
	size_t i;

	for (i = 0; i < c->packfile->n_articles; i++, row++)
		if (!row->withdrawn &&
		    !is_listed(files, file_of_row(files, row->file)))
			return fail_missing(c, row, files, e);
	return true;
}

static bool
fail_missing_part(const struct gp_context *c, const struct gp_override *row,
                  const struct gathering *g, struct gp_err *e)
{
	struct gp_folder names = {
		.names = gp_arena_array(c->arena, g->n, sizeof(struct gp_str)),
	};

	for (; names.names && names.count < g->n; names.count++)
		names.names[names.count] = g->rows[names.count].name;
	return fail_missing(c, row, &names, e);
}

/* A row for an article of a container: found only when that was read. */
static bool
check_parts(const struct gp_context *c, const struct gathering *g,
            struct gp_err *e)
{
	const struct gp_override *row = c->packfile->articles;
	struct gp_map seen = { .arena = c->arena };
	size_t i;

	for (i = 0; i < g->n; i++)
		gp_map_put(&seen, g->rows[i].name, &g->rows[i]);
	for (i = 0; i < c->packfile->n_articles; i++, row++)
		if (!gp_map_find(&seen, row->file) && !row->skip &&
		    !row->withdrawn && gp_picked_has(c, row->file) &&
		    !gp_held_has(&c->held, row->file) &&
		    !is_listed(&c->files, row->file) &&
		    !gp_sources_skip(c, file_of_row(&c->files, row->file)))
			return fail_missing_part(c, row, g, e);
	return gp_picked_check(c, &seen, e);
}

/* ---- reading ---- */

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
		lines += (unsigned)gp_str_lines(row->raw);
	}
	if (lines)
		gp_diag_add(d, GP_NOTE, "dropped", path, first,
		            "%u line%s left out from here on; `govpub "
		            "normalise --explain` says which and why",
		            lines, lines == 1 ? " is" : "s are");
}

/* One more article, in the list and in the pack; NULL after an error. */
static struct candidate *
add_candidate(struct gathering *g, struct gp_pack *pack,
              const struct gp_entry *entry, struct gp_err *e)
{
	struct candidate *row = NULL;

	if (g->n >= GP_MAX_ARTICLES) {
		gp_fail(e, GP_LIMIT, "the pack has more than %zu articles",
		        GP_MAX_ARTICLES);
		return NULL;
	}
	if (GP_VEC_FIT(pack->arena, pack->entries, g->n + 1, g->entries))
		row = GP_VEC_ADD(pack->arena, g->rows, g->n, g->room);
	if (!row) {
		gp_arena_ok(pack->arena, e);
		return NULL;
	}
	*row = (struct candidate){ .entry = *entry, .part = g->n - 1 };
	pack->entries[pack->n_entries++] = row->entry;
	return row;
}

/* Where pack.yaml and the article want it, and where pick.txt does.  A section
   that only a withdrawn article asks for is a word about it. */
static void
settle_place(struct gathering *g, struct candidate *row,
             const struct gp_doc *doc, const char *path)
{
	struct gp_context *c = g->context;
	const struct gp_pick_line *picked =
		gp_pick_line_of(&c->pick, row->name);
	const struct gp_override *given = row->row;

	row->has_order = given && given->has_order && !picked;
	row->listed = given && given->line
	                      ? (size_t)(given - c->packfile->articles)
	                      : c->packfile->n_articles;
	if (picked)
		row->listed = picked->line;
	if (picked && picked->section.n)
		row->entry.section = gp_section_find(g->pack, picked->section);
	else if (given && given->section.n)
		row->entry.section = gp_section_find(g->pack, given->section);
	else if (row->entry.withdrawn)
		row->entry.section =
			gp_section_find(g->pack, doc->section.text);
	else
		row->entry.section = gp_section_own(g->pack, c->packfile, doc,
		                                    path, c->diag);
}

/* What pack.yaml says of it. */
static bool
settle_row(struct gathering *g, struct candidate *row, const struct gp_doc *doc)
{
	struct gp_context *c = g->context;
	struct gp_str path = gp_arena_printf(
		c->arena, "%s/%.*s", c->settings->folder, GP_ARG(row->name));

	if (!gp_arena_ok(c->arena, g->e))
		return false;
	if (!row->entry.withdrawn)
		note_drops(doc, path.p, c->diag);
	row->row = gp_context_row(c, row->name);
	row->entry.is_named = row->row && row->row->line;
	if (row->row && !row->entry.withdrawn)
		row->entry.why = row->row->why;
	row->entry.embargo = gp_embargo_of(&c->packfile->embargo,
	                                   row->row ? &row->row->embargo : NULL,
	                                   &row->entry.doc->embargo.what);
	settle_place(g, row, doc, path.p);
	return true;
}

/* The entry for a document, or for what stands in its place; NULL: for one
   whose file cannot be read. */
static bool
make_entry(struct gathering *g, const struct gp_doc *doc, struct gp_str name,
           struct gp_entry *out)
{
	const struct gp_normaliser how = { .rules = g->context->rules,
		                           .lang = g->pack->info.lang };

	*out = (struct gp_entry){
		.doc = doc,
		.withdrawn = gp_context_withdrawn(g->context, name),
	};
	return !out->withdrawn ||
	       gp_placeholder_put(out, name, &how, g->pack->labels, g->e);
}

/* From here on the pack owns the document. */
static bool
add_article(struct gathering *g, struct gp_str file, const struct gp_doc **doc,
            struct gp_str name)
{
	const struct gp_doc *said = *doc;
	struct candidate *row;
	struct gp_entry entry;

	if (!make_entry(g, said, name, &entry))
		return false;
	row = add_candidate(g, g->pack, &entry, g->e);
	if (!row) {
		if (entry.withdrawn)
			gp_doc_free(entry.doc);
		return false;
	}
	*doc = NULL;
	row->file = file;
	row->name = row->entry.doc->input.file;
	return settle_row(g, row, said ? said : row->entry.doc);
}

/* ---- withdrawn, and not to be read ---- */

static bool
add_unread(struct gathering *g, struct gp_map *there, struct gp_str called)
{
	const struct gp_context *c = g->context;
	const struct gp_override *row = gp_packfile_called(c->packfile, called);
	const struct gp_doc *none = NULL;

	if (!row || row->is_out || gp_map_find(there, row->file))
		return true;
	gp_map_put(there, row->file, g);
	if (!c->settings->series && row->id.n == 0)
		gp_diag_add(c->diag, GP_WARNING, "withdrawn-unread",
		            row->file.p, 0,
		            "is withdrawn and cannot be read, so that its "
		            "entry of the feed is not known: leave the file "
		            "where it was");
	return add_article(g, row->file, &none, row->file);
}

/* The place of an article stays, be its file there or not. */
static bool
add_all_unread(struct gathering *g)
{
	const struct gp_packfile *p = g->context->packfile;
	struct gp_map there = { .arena = g->context->arena };
	size_t i;

	for (i = 0; p->said.n_withdrawn && i < g->n; i++) {
		gp_map_put(&there, g->rows[i].file, g);
		gp_map_put(&there, g->rows[i].name, g);
	}
	for (i = 0; i < p->said.n_withdrawn; i++)
		if (!p->said.withdrawn[i].pack &&
		    !add_unread(g, &there, p->said.withdrawn[i].article))
			return false;
	return gp_arena_ok(g->context->arena, g->e);
}

/* An id that pack.yaml gives to a file is none for each of its articles. */
static bool
is_alone(const struct gathering *g, size_t i)
{
	struct gp_str file = g->rows[i].file;

	return (i == 0 || !gp_str_eq(g->rows[i - 1].file, file)) &&
	       (i + 1 == g->n || !gp_str_eq(g->rows[i + 1].file, file));
}

static void
settle_ids(struct gp_context *c, struct gathering *g)
{
	size_t i;

	for (i = 0; i < g->n; i++) {
		struct candidate *r = &g->rows[i];
		const struct gp_override *given = r->row;

		if (!is_alone(g, i))
			given = gp_packfile_find(c->packfile, r->name);
		r->entry.has_given_id = given && given->id.n;
		if (r->entry.has_given_id)
			r->entry.id = given->id;
		else if (r->name.n > r->file.n)
			r->entry.id = gp_id_of_part(
				c->arena, r->file,
				gp_str_sub(r->name, r->file.n + 1, r->name.n));
		else
			r->entry.id = gp_id_of_file(c->arena, r->file);
	}
}

static bool
take_docs(struct gp_context *c, struct gp_source_file *f, struct gp_str file,
          const char *path, struct gp_docs *docs, struct gp_err *e)
{
	const struct gp_err *why = &f->err;

	if (why->code != GP_OK)
		return gp_fail_at(e, why->code, why->file, why->line,
		                  why->column, "%s", why->msg);
	gp_inputs_add(&c->inputs, file, f->size, f->sha256);
	return gp_docs_take(c, file.p, path, &f->reading, docs, e);
}

/* Whether a row of articles: asks for a file or for an article in it. */
static bool
is_named(const struct gp_context *c, struct gp_str file)
{
	const struct gp_override *row = c->packfile->articles;
	size_t i;

	for (i = 0; i < c->packfile->n_articles; i++, row++)
		if (!row->skip &&
		    gp_str_eq(file_of_row(&c->files, row->file), file))
			return true;
	return c->pick.path.n && !gp_picked_spares(c, file);
}

/* A file that cannot be read costs the pack no other, unless pack.yaml asks
   for it: who names a file would miss it. */
static bool
leave_out(struct gp_context *c, struct gp_str file, const char *path,
          const struct gp_err *why, struct gp_err *e)
{
	if (gp_context_withdrawn(c, file))
		return true;
	if (is_named(c, file))
		return gp_fail_at(e, why->code, why->file, why->line,
		                  why->column, "%s", why->msg);
	if (!gp_context_excuses(c, why, e))
		return false;
	gp_left_outs_add(&c->left_out, file, path, why);
	return true;
}

static bool
take_file(struct gathering *g, struct gp_source_file *f, struct gp_err *e)
{
	struct gp_context *c = g->context;
	struct gp_str file = c->files.names[f->at];
	struct gp_str path = gp_arena_printf(c->arena, "%s/%.*s",
	                                     c->settings->folder, GP_ARG(file));
	struct gp_docs docs = { .rows = NULL };
	struct gp_err own = { 0 };
	size_t n_inputs = c->inputs.n, i;
	bool ok;

	if (!gp_arena_ok(c->arena, e))
		return false;
	if (!take_docs(c, f, file, path.p, &docs, &own)) {
		gp_inputs_undo(&c->inputs, n_inputs);
		gp_docs_clear(&docs);
		return leave_out(c, file, path.p, &own, e);
	}
	/* The digest of a file tells that something of it is held, and what
	   stood there. */
	if (docs.held || docs.withdrawn)
		gp_inputs_remove(&c->inputs, file);
	for (i = 0, ok = true; ok && i < docs.count; i++)
		ok = add_article(g, file, &docs.rows[i],
		                 docs.rows[i]->input.file);
	gp_docs_clear(&docs);
	return ok;
}

bool
gp_gather_files(struct gp_context *c, struct gp_err *e)
{
	return gp_folder_list(c->arena, c->settings->folder, &c->files, c->diag,
	                      e) &&
	       gp_context_read(c, e) && check_rows(c, &c->files, e) &&
	       gp_picked_read(c, e);
}

/* Pictures and folders that nothing uses: someone put them there. */
static void
note_unused(const struct gp_context *c)
{
	struct gp_str path;
	size_t i;

	/* What was not picked may show them. */
	for (i = 0; !c->pick.path.n && i < c->files.n_others; i++) {
		struct gp_str name = c->files.others[i];

		if (gp_pictures_used(&c->pictures, name) ||
		    gp_str_eq(name, gp_str(gp_rules_folder)))
			continue;
		path = gp_arena_printf(c->arena, "%s/%.*s", c->settings->folder,
		                       GP_ARG(name));
		gp_diag_add(c->diag, GP_WARNING, "left-out", path.p, 0,
		            "left out of the pack: %s",
		            gp_image_named(name)
		                    ? "no article shows this picture"
		                    : "it is a folder; put its files here");
	}
}

static bool
fail_empty(const struct gp_context *c, struct gp_err *e)
{
	if (c->held.n)
		return gp_fail_at(e, GP_INPUT, c->settings->folder, 0, 0,
		                  "every article is under embargo, so nothing "
		                  "was written");
	if (c->left_out.n)
		return gp_left_outs_fail(&c->left_out, e);
	if (c->pick.path.n)
		return gp_fail_at(e, GP_INPUT, c->pick.path.p, 0, 0,
		                  "no article is picked; move lines from under "
		                  "[%s] to where they belong",
		                  gp_pick_rest);
	if (c->files.count)
		return gp_fail_at(e, GP_INPUT, c->packfile->path.p, 0, 0,
		                  "every article is skipped; take a `skip:` "
		                  "out");
	return gp_fail_at(e, GP_INPUT, c->settings->folder, 0, 0,
	                  "holds no articles; put files such as .txt, .md or "
	                  ".html into it");
}

/* The `take` of struct gp_source_taker. */
static bool
take_next(void *user, struct gp_source_file *f)
{
	struct gathering *g = user;
	struct gp_context *c = g->context;

	return gp_host_progress(&c->host, "read", f->at, c->files.count,
	                        g->e) &&
	       take_file(g, f, g->e);
}

bool
gp_gather(struct gp_context *c, struct gp_pack *pack, struct gp_err *e)
{
	struct gathering g = { .context = c, .pack = pack, .e = e };
	const struct gp_source_taker taker = { take_next, &g };
	size_t i = c->files.count;
	bool ok;

	gp_sections_settle(pack, c->packfile);
	ok = gp_sources_read(c, &taker) && add_all_unread(&g);
	/* When none is left the first is the error. */
	gp_left_outs_say(&c->left_out, ok && g.n == 0, c->diag);
	if (!ok)
		return false;
	gp_often_said(c->diag, g.n);
	note_unused(c);
	if (g.n == 0 && !(c->settings->series && c->packfile->said.whole))
		return fail_empty(c, e);
	settle_ids(c, &g);
	if (!gp_host_progress(&c->host, "read", i, i, e) ||
	    !check_parts(c, &g, e) || !check_ids(c, &g, e))
		return false;
	if (g.n)
		qsort(g.rows, g.n, sizeof *g.rows, by_place);
	for (i = 0; i < g.n; i++)
		pack->entries[i] = g.rows[i].entry;
	return true;
}
