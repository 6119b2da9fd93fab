/*
 * The only door from draft to document: see normalise.h.  The passes of
 * passes.def go over the units of a draft (work.h), one after the other; the
 * account is checked at the end of every run.
 */
#include "normalise/normalise.h"

#include "base/limits.h"
#include "model/walk.h"
#include "normalise/work.h"

#include <string.h>

static gp_pass *const passes[] = {
#define GP_PASS(name) gp_pass_##name,
#include "normalise/passes.def"
#undef GP_PASS
};

static void
copy_input(struct gp_doc *doc, const struct gp_input *in)
{
	doc->input = *in;
	doc->input.file = gp_arena_str(doc->arena, in->file);
	doc->input.kind = gp_arena_str(doc->arena, in->kind);
	doc->input.encoding = gp_arena_str(doc->arena, in->encoding);
}

/* In one piece, so that neighbouring lines with their ends are one view. */
static void
copy_lines(struct gp_doc *doc, const struct gp_draft *draft)
{
	size_t size = 1, i;
	char *p;

	for (i = 0; i < draft->n_lines; i++)
		size += draft->lines[i].n + 1;
	p = gp_arena_alloc(doc->arena, size);
	doc->lines =
		gp_arena_array(doc->arena, draft->n_lines, sizeof *doc->lines);
	if (!p || !doc->lines)
		return;
	doc->n_lines = draft->n_lines;
	for (i = 0; i < draft->n_lines; i++) {
		struct gp_str line = draft->lines[i];

		if (line.n)
			memcpy(p, line.p, line.n);
		doc->lines[i] = (struct gp_str){ p, line.n };
		p[line.n] = '\n';
		p += line.n + 1;
	}
}

static void
copy_lang(struct gp_doc *doc, const struct gp_draft *draft,
          const struct gp_normaliser *how)
{
	struct gp_str lang = draft->lang.n ? draft->lang : how->lang;

	doc->lang = gp_arena_str(doc->arena, lang.n ? lang : GP_STR("en-GB"));
}

static bool
run_passes(struct gp_work *w, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < sizeof passes / sizeof passes[0]; i++) {
		if (!passes[i](w, e))
			return false;
		/* Behind "units", which nothing changes. */
		if (w->again)
			i = 0;
		w->again = false;
	}
	w->doc->words = gp_doc_words(w->doc);
	if (w->doc->words == 0)
		return gp_fail(e, GP_INPUT, "holds no article text");
	return gp_doc_account(w->doc, e);
}

static bool
work_through(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_doc *doc, struct gp_err *e)
{
	struct gp_work w = { .draft = draft, .how = how, .doc = doc };
	bool ok = false;

	w.scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	w.matcher = gp_matcher_new(how->rules);
	if (w.scratch && w.matcher)
		ok = run_passes(&w, e);
	else
		gp_fail(e, GP_NOMEM, "out of memory");
	gp_matcher_free(w.matcher);
	gp_arena_free(w.scratch);
	return ok;
}

/* The last that is decided: which figures stay is known by now. */
static bool
name_pictures(struct gp_doc *doc, const struct gp_picture_names *names,
              struct gp_err *e)
{
	struct gp_walk w = gp_walk_from(names ? doc->body : NULL);
	struct gp_node *n;
	struct gp_str name;

	while (gp_walk_next(&w)) {
		n = gp_walk_own(&w, doc->body);
		if (w.event != GP_ENTER || n->kind != GP_FIGURE)
			continue;
		if (!names->find(names->user, n, &name, e))
			return false;
		n->as.figure.image = gp_arena_str(doc->arena, name);
	}
	return gp_arena_ok(doc->arena, e);
}

const struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e)
{
	struct gp_doc *doc = gp_doc_new(GP_MAX_DOC_ARENA);

	if (!doc) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	copy_input(doc, &draft->input);
	copy_lines(doc, draft);
	copy_lang(doc, draft, how);
	if (gp_arena_ok(doc->arena, e) && work_through(draft, how, doc, e) &&
	    name_pictures(doc, how->pictures, e)) {
		gp_arena_seal(doc->arena);
		return doc;
	}
	gp_fail_in(e, draft->input.file.p);
	gp_doc_free(doc);
	return NULL;
}
