/*
 * The only door from draft to document: see normalise.h.  The passes of
 * passes.def go over the units of a draft (work.h), one after the other; the
 * account is checked at the end of every run.
 */
#include "normalise/normalise.h"

#include "model/walk.h"
#include "normalise/work.h"

const struct gp_pass_row gp_passes[GP_N_PASSES] = {
#define GP_PASS(name, reads, writes) \
	{ #name, gp_pass_##name, (reads), (writes) },
#include "normalise/passes.def"
#undef GP_PASS
};

static bool
run_passes(struct gp_work *w, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < GP_N_PASSES; i++) {
		if (!gp_passes[i].run(w, e))
			return false;
		/* Behind "units", which nothing changes. */
		if (w->again)
			i = 0;
		w->again = false;
	}
	w->doc->words = gp_doc_words(w->doc);
	if (w->doc->words == 0)
		return gp_fail(e, GP_INPUT, "holds no article text%s",
		               w->draft->needs_script ? GP_NEEDS_SCRIPT : "");
	return gp_doc_account(w->doc, e);
}

/* Lies in the arena of its document. */
struct gp_unpictured {
	struct gp_doc *doc;
};

static struct gp_unpictured *
unpictured(struct gp_doc *doc, struct gp_err *e)
{
	struct gp_unpictured *u = gp_arena_alloc(doc->arena, sizeof *u);

	if (u)
		u->doc = doc;
	else
		(void)gp_arena_ok(doc->arena, e);
	return u;
}

struct gp_unpictured *
gp_normalise_words(const struct gp_draft *draft,
                   const struct gp_normaliser *how, struct gp_err *e)
{
	struct gp_work w;
	bool ok = gp_work_open(&w, draft, how, e) && run_passes(&w, e);
	struct gp_unpictured *u = ok ? unpictured(w.doc, e) : NULL;

	gp_work_close(&w);
	if (u)
		return u;
	gp_fail_in(e, draft->input.file.p);
	gp_doc_free(w.doc);
	return NULL;
}

void
gp_unpictured_free(struct gp_unpictured *u)
{
	if (u)
		gp_doc_free(u->doc);
}

const struct gp_doc *
gp_unpictured_doc(const struct gp_unpictured *u)
{
	return u->doc;
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
gp_normalise_pictures(struct gp_unpictured *u,
                      const struct gp_picture_names *names, struct gp_err *e)
{
	struct gp_doc *doc = u->doc;

	if (name_pictures(doc, names, e)) {
		gp_arena_seal(doc->arena);
		return doc;
	}
	gp_fail_in(e, doc->input.file.p);
	gp_doc_free(doc);
	return NULL;
}

const struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e)
{
	struct gp_unpictured *u = gp_normalise_words(draft, how, e);

	return u ? gp_normalise_pictures(u, NULL, e) : NULL;
}

const struct gp_doc *
gp_normalise_note(const struct gp_draft *draft, const struct gp_normaliser *how,
                  struct gp_err *e)
{
	return gp_normalise_notice(draft, GP_STR(""), how, e);
}

const struct gp_doc *
gp_normalise_notice(const struct gp_draft *draft, struct gp_str title,
                    const struct gp_normaliser *how, struct gp_err *e)
{
	struct gp_work w;
	bool ok = gp_work_open(&w, draft, how, e) && gp_pass_units(&w, e) &&
	          gp_pass_blocks(&w, e) && gp_pass_typed_labels(&w, e) &&
	          gp_pass_figure_columns(&w, e) && gp_pass_hints(&w, e) &&
	          gp_pass_links(&w, e) && gp_pass_anchors(&w, e) &&
	          gp_arena_ok(w.doc->arena, e);

	gp_work_close(&w);
	if (ok) {
		w.doc->title.text = gp_arena_str(w.doc->arena, title);
		w.doc->stands_in = title.n > 0;
	}
	if (ok && gp_arena_ok(w.doc->arena, e)) {
		gp_arena_seal(w.doc->arena);
		return w.doc;
	}
	gp_doc_free(w.doc);
	return NULL;
}
