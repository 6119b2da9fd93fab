/* pack.yaml, the boilerplate rules and the rule files read once, and with
   them one source after the other: imported, normalised article by article,
   its pictures taken, its findings told under the path of its file.  A
   single document goes the same way without a folder.  It knows no format,
   no pass and no order of articles. */
#include "pack/context.h"

#include "base/file.h"
#include "base/limits.h"
#include "import/import.h"
#include "normalise/rules/rules.h"
#include "normalise/rules/sites.h"

#include <stdlib.h>
#include <string.h>

static const char rules_path[] = "styles/boilerplate.tsv";

bool
gp_context_open(struct gp_context *c, const struct gp_settings *s,
                struct gp_diag *d, struct gp_err *e)
{
	*c = (struct gp_context){ .settings = s,
		                  .host = gp_host_of(s),
		                  .diag = d };
	c->arena = gp_arena_new(GP_MAX_PACK_ARENA);
	c->inputs.arena = c->inputs.seen.arena = c->arena;
	c->left_out.arena = c->arena;
	c->packfile = gp_packfile_new();
	c->matcher = gp_matcher_new();
	if (!c->arena || !c->packfile || !c->matcher)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!s->data)
		return gp_fail(e, GP_USAGE, "no data folder was given");
	return gp_pictures_open(&c->pictures, e);
}

void
gp_context_free(struct gp_context *c)
{
	gp_rule_files_free(&c->rule_files);
	gp_arena_free(c->arena);
	gp_packfile_free(c->packfile);
	gp_rules_free(c->rules);
	gp_matcher_free(c->matcher);
	gp_pictures_free(&c->pictures);
}

/* Reads folder/pack.yaml when it is there. */
static bool
read_packfile(struct gp_context *c, struct gp_err *e)
{
	struct gp_bytes text;
	struct gp_str path;
	bool ok;

	if (!c->settings->folder)
		return true;
	path = gp_arena_printf(c->arena, "%s/pack.yaml", c->settings->folder);
	if (!gp_arena_ok(c->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	if (!gp_read(path.p, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	gp_inputs_note(&c->inputs, GP_STR("pack.yaml"), &text);
	ok = gp_packfile_read(c->packfile, path.p,
	                      (struct gp_str){ (char *)text.data, text.size },
	                      e);
	gp_bytes_free(&text);
	return ok;
}

static bool
read_rules(struct gp_context *c, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(c->arena, "%s/%s",
	                                     c->settings->data, rules_path);
	struct gp_bytes tsv;

	if (!gp_arena_ok(c->arena, e) ||
	    !gp_read(path.p, GP_MAX_STYLE_BYTES, &tsv, e))
		return false;
	gp_inputs_note(&c->inputs, gp_str(rules_path), &tsv);
	c->rules = gp_rules_new(path.p,
	                        (struct gp_str){ (char *)tsv.data, tsv.size },
	                        c->packfile, e);
	gp_bytes_free(&tsv);
	return c->rules != NULL;
}

bool
gp_context_read(struct gp_context *c, struct gp_err *e)
{
	return read_packfile(c, e) && read_rules(c, e) &&
	       gp_rule_files_read(&c->rule_files, c->settings, &c->inputs, e);
}

static void
forward_warnings(const struct gp_doc *doc, const char *path, struct gp_diag *d)
{
	const struct gp_warning *w;

	for (w = doc->warnings; w; w = w->next)
		gp_diag_add(d, GP_WARNING, w->code, path, w->line, "%s",
		            w->text.p);
}

/* An error about a base name is an error about that file. */
static void
name_fully(struct gp_err *e, const char *path)
{
	if (!strchr(e->file, '/'))
		e->file[0] = '\0';
	gp_fail_in(e, path);
}

/* ---- the articles of a source ---- */

void
gp_docs_clear(struct gp_docs *docs)
{
	size_t i;

	for (i = 0; i < docs->count; i++)
		gp_doc_free(docs->rows[i]);
	free(docs->rows);
	*docs = (struct gp_docs){ .rows = NULL };
}

struct gp_override *
gp_context_row(const struct gp_context *c, struct gp_str article)
{
	struct gp_override *row = gp_packfile_find(c->packfile, article);
	size_t n = article.n;

	while (!row && n > 0) {
		n--;
		if (article.p[n] == '#')
			row = gp_packfile_find(c->packfile,
			                       gp_str_sub(article, 0, n));
	}
	return row;
}

/* What is said of a file with several articles is said of each of them, but
   for what only one can have. */
static const struct gp_override *
row_for(struct gp_context *c, const struct gp_articles *all,
        struct gp_str article)
{
	const struct gp_override *row = gp_context_row(c, article);
	struct gp_override *shared;

	if (!row || all->count == 1 || gp_str_eq(row->file, article))
		return row;
	shared = gp_arena_alloc(c->arena, sizeof *shared);
	if (!shared)
		return NULL;
	*shared = (struct gp_override){
		.file = row->file,
		.byline = row->byline,
		.source = row->source,
		.lang = row->lang,
		.section = row->section,
		.has_order = row->has_order,
		.order = row->order,
		.skip = row->skip,
		.no_standfirst = row->no_standfirst,
		.no_byline = row->no_byline,
		.line = row->line,
		.column = row->column,
	};
	return shared;
}

static void
note_picture(void *user, const struct gp_picture_file *file)
{
	gp_inputs_note(user, file->path, &file->bytes);
}

/* What is found about the pictures goes to `found`. */
static const struct gp_doc *
decide(struct gp_context *c, const struct gp_articles *all,
       const struct gp_draft *draft, const char *path, struct gp_diag *found,
       struct gp_err *e)
{
	struct gp_picture_place place = {
		.pictures = &c->pictures,
		.all = all,
		.draft = draft,
		.folder = c->settings->folder,
		.path = path,
		.diag = found,
		.read = note_picture,
		.user = &c->inputs,
	};
	struct gp_picture_names names = { gp_pictures_take, &place };
	struct gp_normaliser how = {
		.rules = c->rules,
		.override = row_for(c, all, draft->input.file),
		.site = gp_rule_files_find(&c->rule_files, c->matcher, draft),
		.lang = c->packfile->info.lang.n ? c->packfile->info.lang
		                                 : GP_STR("en-GB"),
		.keep_all = c->settings->keep_all,
	};
	struct gp_doc *doc = gp_normalise_words(draft, &how, e);

	if (!doc || gp_normalise_pictures(doc, &names, e))
		return doc;
	gp_doc_free(doc);
	return NULL;
}

static bool
is_skipped(const struct gp_context *c, struct gp_str article)
{
	const struct gp_override *row = gp_context_row(c, article);

	return row && row->skip;
}

/* What messages call an article: the path of its file, and its part. */
static struct gp_str
place_of(struct gp_context *c, const char *name, const char *path,
         const struct gp_draft *draft)
{
	struct gp_str file = draft->input.file;
	size_t n = strlen(name);

	return gp_arena_printf(c->arena, "%s%.*s", path,
	                       GP_ARG(gp_str_sub(file, n, file.n)));
}

static void
forward_findings(const struct gp_diag *from, struct gp_diag *to)
{
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(from, i)) != NULL; i++)
		gp_diag_add(to, f->level, f->code, f->file, f->line, "%s",
		            f->text);
}

bool
gp_context_excuses(const struct gp_context *c, const struct gp_err *why,
                   struct gp_err *e)
{
	if (!gp_arena_ok(c->arena, e) || !gp_arena_ok(c->pictures.arena, e))
		return false;
	return gp_is_fault_of_source(why->code) ||
	       gp_fail_at(e, why->code, why->file, why->line, why->column, "%s",
	                  why->msg);
}

/* One article of several stops the others only when pack.yaml names it. */
static bool
is_dispensable(const struct gp_context *c, const struct gp_articles *all,
               struct gp_str article)
{
	return all->container && !gp_packfile_find(c->packfile, article);
}

static bool
add_doc(struct gp_context *c, const struct gp_articles *all, size_t i,
        const char *path, struct gp_docs *out, struct gp_err *e)
{
	struct gp_err own = { 0 };
	struct gp_diag *found = gp_diag_new(); /* said after the warnings */
	const struct gp_doc *doc;

	if (!found)
		return gp_fail(e, GP_NOMEM, "out of memory");
	doc = decide(c, all, all->drafts[i], path, found, &own);
	if (doc) {
		forward_warnings(doc, path, c->diag);
		out->rows[out->count++] = doc;
	}
	forward_findings(found, c->diag);
	gp_diag_free(found);
	if (doc)
		return true;
	if (!is_dispensable(c, all, all->drafts[i]->input.file))
		return gp_fail_at(e, own.code, path, own.line, own.column, "%s",
		                  own.msg);
	if (!gp_context_excuses(c, &own, e))
		return false;
	gp_left_outs_add(&c->left_out, all->drafts[i]->input.file, path, &own);
	return true;
}

static bool
add_docs(struct gp_context *c, const char *name, const char *path,
         struct gp_articles *all, struct gp_docs *out, struct gp_err *e)
{
	struct gp_str place;
	size_t i;

	out->container = all->container;
	out->rows = calloc(all->count + 1, sizeof *out->rows);
	if (!out->rows)
		return gp_fail(e, GP_NOMEM, "out of memory");
	for (i = 0; i < all->count; i++) {
		place = place_of(c, name, path, all->drafts[i]);
		if (!gp_arena_ok(c->arena, e))
			return false;
		if (!is_skipped(c, all->drafts[i]->input.file) &&
		    !add_doc(c, all, i, place.p, out, e))
			return false;
		gp_draft_free(all->drafts[i]);
		all->drafts[i] = NULL;
	}
	return true;
}

/* Importers know a file by its base name. */
static void
forward_named(struct gp_context *c, const struct gp_diag *from,
              const char *name, const char *path)
{
	const struct gp_finding *f;
	size_t i, n = strlen(name);
	struct gp_str file;

	for (i = 0; (f = gp_diag_at(from, i)) != NULL; i++) {
		file = gp_str(f->file);
		file = gp_arena_printf(c->arena, "%s%.*s", path,
		                       GP_ARG(gp_str_sub(file, n, file.n)));
		gp_diag_add(c->diag, f->level, f->code, file.p, f->line, "%s",
		            f->text);
	}
}

/* What a rule file knows of containers is for the importer, which has to read
   a page before anyone can say what file is for it. */
static bool
import(const struct gp_context *c, struct gp_source_bytes *source,
       struct gp_articles *all, struct gp_diag *found, struct gp_err *e)
{
	struct gp_diag *again;
	bool ok;

	if (!gp_import_all(source, all, found, e))
		return false;
	source->site =
		gp_rule_files_containers(&c->rule_files, c->matcher, all);
	if (!source->site)
		return true;
	again = gp_diag_new(); /* the same findings once more */
	gp_articles_free(all);
	ok = gp_import_all(source, all, again, e);
	gp_diag_free(again);
	return ok;
}

bool
gp_context_read_docs(struct gp_context *c, const char *name, const char *path,
                     struct gp_str bytes, struct gp_docs *out, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name,
		                          .data = bytes,
		                          .url = gp_str(c->settings->url) };
	struct gp_diag *found = gp_diag_new();
	struct gp_articles all;
	bool ok;

	*out = (struct gp_docs){ .rows = NULL };
	if (!found)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = import(c, &source, &all, found, e);
	forward_named(c, found, name, path);
	gp_diag_free(found);
	ok = ok && add_docs(c, name, path, &all, out, e);
	gp_articles_free(&all);
	if (!ok)
		name_fully(e, path);
	return ok;
}

/* ---- without a pack ---- */

struct gp_docs *
gp_docs_read(const struct gp_settings *settings, const char *name,
             const void *data, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_context c;
	struct gp_docs *docs = calloc(1, sizeof *docs);
	const char *base = strrchr(name, '/');
	bool ok;

	if (!docs) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	ok = gp_context_open(&c, settings, d, e) && gp_context_read(&c, e) &&
	     gp_context_read_docs(&c, base ? base + 1 : name, name,
	                          (struct gp_str){ data, size }, docs, e);
	gp_left_outs_say(&c.left_out, 0, d);
	gp_context_free(&c);
	if (ok)
		return docs;
	gp_docs_free(docs);
	return NULL;
}

void
gp_docs_free(struct gp_docs *docs)
{
	if (!docs)
		return;
	gp_docs_clear(docs);
	free(docs);
}

size_t
gp_docs_count(const struct gp_docs *docs)
{
	return docs->count;
}

const struct gp_doc *
gp_docs_at(const struct gp_docs *docs, size_t i)
{
	return i < docs->count ? docs->rows[i] : NULL;
}

const struct gp_doc *
gp_doc_read(const struct gp_settings *settings, const char *name,
            const void *data, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_docs *docs = gp_docs_read(settings, name, data, size, d, e);
	const struct gp_doc *doc = NULL;

	if (docs && docs->count == 1)
		doc = docs->rows[--docs->count];
	else if (docs)
		gp_fail_at(e, GP_INPUT, name, 0, 0,
		           "holds %zu articles, not one", docs->count);
	gp_docs_free(docs);
	return doc;
}
