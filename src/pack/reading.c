/* A source's bytes to drafts, and each draft to a document, with the rules
   and the row of pack.yaml that are for it.  A draft stays only where its
   document has figures, whose pictures are looked for later.  What a failed
   article means for the others it asks, but does not decide. */
#include "pack/reading.h"

#include "model/walk.h"
#include "normalise/rules/rules.h"
#include "pack/picked.h"

/* What is said of a file with several articles is said of each of them, but
   for what only one can have; `room` is for that. */
static const struct gp_override *
row_for(const struct gp_context *c, const struct gp_articles *all,
        struct gp_str article, struct gp_override *room)
{
	const struct gp_override *row = gp_context_row(c, article);

	if (!row || all->count == 1 || gp_str_eq(row->file, article))
		return row;
	*room = (struct gp_override){
		.file = row->file,
		.byline = row->byline,
		.source = row->source,
		.lang = row->lang,
		.section = row->section,
		.has_order = row->has_order,
		.order = row->order,
		.skip = row->skip,
		.withdrawn = row->withdrawn,
		.no_standfirst = row->no_standfirst,
		.no_byline = row->no_byline,
		.line = row->line,
		.column = row->column,
	};
	return room;
}

static struct gp_unpictured *
decide(const struct gp_context *c, const struct gp_articles *all,
       struct gp_matcher *m, const struct gp_draft *draft, struct gp_err *e)
{
	struct gp_override room;
	struct gp_normaliser how = {
		.rules = c->rules,
		.override = row_for(c, all, draft->input.file, &room),
		.site = gp_rule_files_find(&c->rule_files, m, draft),
		.lang = c->packfile->info.lang.n ? c->packfile->info.lang
		                                 : GP_STR("en-GB"),
		.keep_all = c->settings->keep_all,
	};

	return gp_normalise_words(draft, &how, e);
}

static bool
is_skipped(const struct gp_context *c, struct gp_str article)
{
	const struct gp_override *row = gp_context_row(c, article);

	if (gp_context_withdrawn(c, article))
		return false;
	return (row && row->skip) || !gp_picked_has(c, article);
}

bool
gp_reading_spares(const struct gp_context *c, const struct gp_articles *all,
                  struct gp_str article)
{
	return all->container && !gp_packfile_find(c->packfile, article) &&
	       !gp_picked_names(c, article);
}

static bool
has_figures(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);

	while (gp_walk_next(&w))
		if (w.node->kind == GP_FIGURE)
			return true;
	return false;
}

static struct gp_err *
kept_error(struct gp_reading *r, const struct gp_err *own)
{
	struct gp_err *why = gp_arena_alloc(r->all.arena, sizeof *why);

	if (why)
		*why = *own;
	return why;
}

/* False when nothing behind this article matters any more. */
static bool
add_article(const struct gp_context *c, struct gp_reading *r,
            struct gp_matcher *m)
{
	struct gp_draft **draft = &r->all.drafts[r->n];
	struct gp_decided *row = &r->rows[r->n];
	struct gp_str name = (*draft)->input.file;
	struct gp_err own = { 0 };

	r->n++;
	if (is_skipped(c, name))
		return true;
	row->doc = decide(c, &r->all, m, *draft, &own);
	if (!row->doc) {
		row->why = kept_error(r, &own);
		return row->why && gp_reading_spares(c, &r->all, name);
	}
	if (!has_figures(gp_unpictured_doc(row->doc))) {
		gp_draft_free(*draft);
		*draft = NULL;
	}
	return true;
}

/* What a rule file knows of containers is for the importer, which has to read
   a page before anyone can say what file is for it. */
static bool
import(const struct gp_context *c, struct gp_source_bytes *source,
       struct gp_matcher *m, struct gp_reading *r)
{
	struct gp_diag *again;
	bool ok;

	if (!gp_import_all(source, &r->all, r->found, &r->err))
		return false;
	source->site = gp_rule_files_containers(&c->rule_files, m, &r->all);
	if (!source->site)
		return true;
	again = gp_diag_new(); /* the same findings once more */
	gp_articles_free(&r->all);
	ok = gp_import_all(source, &r->all, again, &r->err);
	gp_diag_free(again);
	return ok;
}

static bool
read_source(const struct gp_context *c, struct gp_source_bytes *source,
            struct gp_matcher *m, struct gp_reading *r)
{
	if (!import(c, source, m, r))
		return false;
	r->rows =
		gp_arena_array(r->all.arena, r->all.count + 1, sizeof *r->rows);
	while (r->rows && r->n < r->all.count)
		if (!add_article(c, r, m))
			break;
	return gp_arena_ok(r->all.arena, &r->err);
}

void
gp_reading_make(const struct gp_context *c, const char *name,
                struct gp_str bytes, struct gp_reading *out)
{
	struct gp_source_bytes source = { .name = name,
		                          .data = bytes,
		                          .url = gp_str(c->settings->url) };
	struct gp_matcher *m = gp_matcher_new();

	*out = (struct gp_reading){ .found = gp_diag_new() };
	if (m && out->found)
		(void)read_source(c, &source, m, out);
	else
		gp_fail(&out->err, GP_NOMEM, "out of memory");
	gp_matcher_free(m);
}

void
gp_reading_free(struct gp_reading *r)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		gp_unpictured_free(r->rows[i].doc);
	gp_articles_free(&r->all);
	gp_diag_free(r->found);
	*r = (struct gp_reading){ .n = 0 };
}
