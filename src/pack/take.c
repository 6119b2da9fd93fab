/* What was read of a source goes over into the context: pictures to those of
   the pack, warnings and findings under the path of the file, and an article
   without which the others can do among what was left out.  This is done for
   one source at a time, in their order; nothing is read here. */
#include "pack/take.h"

#include "base/file_name.h"

#include <stdlib.h>
#include <string.h>

struct turn {
	struct gp_context *context;
	const char *name; /* of the file: its base name */
	const char *path; /* the same in messages */
	struct gp_reading *reading;
	struct gp_docs *out;
};

/* One article of it. */
struct article {
	struct gp_str name; /* "feed.xml#third" */
	const char *path;
	struct gp_diag *found; /* about its pictures */
};

void
gp_docs_clear(struct gp_docs *docs)
{
	size_t i;

	for (i = 0; i < docs->count; i++)
		gp_doc_free(docs->rows[i]);
	free(docs->rows);
	*docs = (struct gp_docs){ .rows = NULL };
}

/* An error about a base name is an error about that file. */
static void
name_fully(struct gp_err *e, const char *path)
{
	if (!strchr(e->file, '/'))
		e->file[0] = '\0';
	gp_fail_in(e, path);
}

/* ---- an article that is there ---- */

struct picture_reader {
	struct gp_inputs *inputs;
	struct gp_str article;
};

static void
note_picture(void *user, const struct gp_picture_file *file)
{
	const struct picture_reader *r = user;

	gp_inputs_note_picture(r->inputs, file->path, &file->bytes, r->article);
}

static const struct gp_doc *
take_pictures(const struct turn *t, size_t i, const struct article *a,
              struct gp_err *e)
{
	struct gp_reading *r = t->reading;
	struct picture_reader reader = { &t->context->inputs, a->name };
	struct gp_picture_place place = {
		.pictures = &t->context->pictures,
		.all = &r->all,
		.draft = r->all.drafts[i],
		.folder = t->context->settings->folder,
		.path = a->path,
		.diag = a->found,
		.read = note_picture,
		.user = &reader,
	};
	struct gp_picture_names names = { gp_pictures_take, &place };
	struct gp_unpictured *doc = r->rows[i].doc;

	r->rows[i].doc = NULL;
	return gp_normalise_pictures(doc, &names, e);
}

static void
forward_warnings(const struct gp_doc *doc, const char *path, struct gp_diag *d)
{
	const struct gp_warning *w;

	for (w = doc->warnings; w; w = w->next)
		gp_diag_add(d, GP_WARNING, w->code, path, w->line, "%s",
		            w->text.p);
}

/* What is found about its pictures is said after its warnings. */
static bool
take_doc(const struct turn *t, size_t i, struct article *a, struct gp_err *e)
{
	const struct gp_doc *doc;

	a->found = gp_diag_new();
	if (!a->found)
		return gp_fail(e, GP_NOMEM, "out of memory");
	doc = take_pictures(t, i, a, e);
	if (doc) {
		forward_warnings(doc, a->path, t->context->diag);
		t->out->rows[t->out->count++] = doc;
	}
	gp_diag_append(t->context->diag, a->found);
	gp_diag_free(a->found);
	return doc != NULL;
}

/* ---- one that is not ---- */

/* One article of several stops the others only when pack.yaml names it. */
static bool
spare(const struct turn *t, const struct article *a, const struct gp_err *why,
      struct gp_err *e)
{
	struct gp_context *c = t->context;

	if (!gp_reading_spares(c, &t->reading->all, a->name))
		return gp_fail_at(e, why->code, a->path, why->line, why->column,
		                  "%s", why->msg);
	if (!gp_context_excuses(c, why, e))
		return false;
	gp_left_outs_add(&c->left_out, a->name, a->path, why);
	return true;
}

/* ---- all of them ---- */

static struct gp_str
name_of(const struct gp_reading *r, size_t i)
{
	return r->rows[i].doc ? gp_unpictured_doc(r->rows[i].doc)->input.file
	                      : r->all.drafts[i]->input.file;
}

/* What messages call an article: the path of its file, and its part.  A name
   that is shown with escapes is longer than the file's own. */
static const char *
path_of(const struct turn *t, struct gp_str article)
{
	struct gp_arena *a = t->context->arena;
	struct gp_str part = gp_str_sub(article, strlen(t->name), article.n);

	if (gp_str_eq(article, gp_name_shown(a, gp_str(t->name))))
		part = GP_STR("");
	return gp_arena_printf(a, "%s%.*s", t->path, GP_ARG(part)).p;
}

static bool
is_held(const struct turn *t, const struct gp_unpictured *doc,
        const struct article *a)
{
	struct gp_context *c = t->context;

	if (!gp_held_take(&c->held, c->packfile, gp_context_row(c, a->name),
	                  gp_unpictured_doc(doc), a->path, c->diag))
		return false;
	t->out->held = true;
	return true;
}

/* Only who it was is asked of it: pictures and warnings are of no use. */
static bool
take_withdrawn(const struct turn *t, size_t i, struct gp_err *e)
{
	struct gp_decided *row = &t->reading->rows[i];
	struct gp_unpictured *read = row->doc;
	const struct gp_doc *doc;

	t->out->withdrawn = true;
	if (!read)
		return true;
	row->doc = NULL;
	doc = gp_normalise_pictures(read, NULL, e);
	if (doc)
		t->out->rows[t->out->count++] = doc;
	return doc != NULL;
}

/* One that is skipped is there as little as one with a fault. */
static bool
take_article(const struct turn *t, size_t i, struct gp_err *e)
{
	const struct gp_decided *row = &t->reading->rows[i];
	struct gp_arena *arena = t->context->arena;
	struct article a = {
		.name = gp_arena_str(arena, name_of(t->reading, i)),
	};
	struct gp_err own = { 0 };

	a.path = path_of(t, a.name);
	if (!gp_arena_ok(arena, e))
		return false;
	if (gp_context_withdrawn(t->context, a.name))
		return take_withdrawn(t, i, e);
	if (row->doc && is_held(t, row->doc, &a))
		return true;
	if (row->doc)
		return take_doc(t, i, &a, &own) || spare(t, &a, &own, e);
	return !row->why || spare(t, &a, row->why, e);
}

static bool
take_articles(const struct turn *t, struct gp_err *e)
{
	const struct gp_reading *r = t->reading;
	size_t i;

	t->out->container = r->all.container;
	t->out->rows = calloc(r->n + 1, sizeof *t->out->rows);
	if (!t->out->rows)
		return gp_fail(e, GP_NOMEM, "out of memory");
	for (i = 0; i < r->n; i++)
		if (!take_article(t, i, e))
			return false;
	return true;
}

/* Importers know a file by its base name. */
static void
forward_named(const struct turn *t, const struct gp_diag *from)
{
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(from, i)) != NULL; i++)
		gp_diag_add(t->context->diag, f->level, f->code,
		            path_of(t, gp_str(f->file)), f->line, "%s",
		            f->text);
}

bool
gp_docs_take(struct gp_context *c, const char *name, const char *path,
             struct gp_reading *r, struct gp_docs *out, struct gp_err *e)
{
	const struct turn t = { c, name, path, r, out };
	const struct gp_err *why = &r->err;
	bool ok;

	*out = (struct gp_docs){ .rows = NULL };
	if (r->found)
		forward_named(&t, r->found);
	ok = why->code == GP_OK ? take_articles(&t, e)
	                        : gp_fail_at(e, why->code, why->file, why->line,
	                                     why->column, "%s", why->msg);
	if (!ok)
		name_fully(e, path);
	return ok;
}
