/* The guard over normalisation: every word of the blocks that went in stands in
   the document, in its body or a field, or in a line that is listed as dropped,
   as often as before; and what importing lost is told with it.  It does not
   know which pass is to blame, and a word that was repaired is the same. */
#include "normalise/work.h"

#include "base/limits.h"
#include "base/text/word_guard.h"
#include "model/node_words.h"
#include "model/tell.h"

/* What is told on both sides: words as they stood, or `mended` as the document
   mends them. */
struct telling {
	const struct gp_work *w;
	bool mended;
};

static void
tell_line(const struct telling *t, struct gp_str line, size_t at,
          struct gp_listener *l)
{
	struct gp_desk desk = { .a.max = GP_MAX_DOC_ARENA,
		                .b.max = GP_MAX_DOC_ARENA };
	unsigned fixes[GP_FIX_COUNT] = { 0 };

	if (t->mended)
		line = gp_text_set(&desk, &t->w->evidence, line, fixes);
	gp_tell(l, line, at);
	gp_desk_free(&desk);
}

/* ---- what went in ---- */

static void
tell_mended_tree(const struct telling *t, const struct gp_draft_block *b,
                 struct gp_listener *l)
{
	struct gp_buf words = { .max = GP_MAX_DOC_ARENA };

	gp_node_words(b->tree, &words);
	tell_line(t, gp_buf_view(&words), b->at.first, l);
	gp_buf_free(&words);
}

/* What a picture is called may go with it. */
static void
tell_block(const struct telling *t, const struct gp_draft_block *b,
           struct gp_listener *l)
{
	if (!b->tree)
		tell_line(t, b->raw, b->at.first, l);
	else if (t->mended)
		tell_mended_tree(t, b, l);
	else
		gp_tell_node(b->tree, false, b->at.first, l);
}

/* Blocks put aside by their importer are lines of what was dropped, as they
   were: gp_doc_account() looks after those. */
static void
tell_draft(const void *what, struct gp_listener *l)
{
	const struct telling *t = what;
	const struct gp_draft_block *b;
	size_t aside = 0;

	for (b = t->w->draft->first; b; b = b->next)
		if (aside < t->w->n_aside && t->w->aside[aside] == b)
			aside++;
		else
			tell_block(t, b, l);
}

/* ---- what came out ---- */

static void
tell_byline(const struct gp_byline *b, struct gp_listener *l)
{
	size_t i;

	gp_tell(l, b->text, b->at.first);
	for (i = 0; i < b->n_authors; i++) {
		gp_tell(l, b->authors[i].raw, b->at.first);
		gp_tell(l, b->authors[i].role, b->at.first);
	}
}

static void
tell_fields(const struct gp_doc *doc, struct gp_listener *l)
{
	size_t i;

	gp_tell(l, doc->title.text, doc->title.at.first);
	gp_tell(l, doc->standfirst.text, doc->standfirst.at.first);
	tell_byline(&doc->byline, l);
	gp_tell(l, doc->date.raw, doc->date.at.first);
	gp_tell(l, doc->source.name, 0);
	gp_tell(l, doc->url.text, doc->url.at.first);
	gp_tell(l, doc->embargo.raw, doc->embargo.at.first);
	gp_tell(l, doc->section.text, doc->section.at.first);
	for (i = 0; i < doc->n_tags; i++)
		gp_tell(l, doc->tags[i], 0);
}

/* Lines that the document refers to: what it dropped, and what a field was
   made of. */
static void
tell_lines(const struct telling *t, struct gp_listener *l)
{
	const struct gp_work *w = t->w;
	size_t i;
	unsigned line;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (u->fate != GP_DROPPED && u->fate != GP_AS_METADATA)
			continue;
		for (line = u->at.first; line && line <= u->at.last; line++)
			tell_line(t, w->doc->lines[line - 1], line, l);
	}
}

/* Hears what was not mended, code above all, as it would be. */
struct mending {
	struct gp_listener listener;
	struct gp_listener *l;
	const struct telling *t;
};

static void
tell_piece(struct gp_listener *l, struct gp_str piece, size_t at)
{
	struct mending *m = (struct mending *)(void *)l;
	struct gp_desk desk = { .a.max = GP_MAX_DOC_ARENA,
		                .b.max = GP_MAX_DOC_ARENA };
	unsigned fixes[GP_FIX_COUNT] = { 0 };

	if (piece.n && gp_is_space(piece.p[0]))
		m->l->part(m->l);
	m->l->text(m->l, gp_text_set(&desk, &m->t->w->evidence, piece, fixes),
	           at);
	if (piece.n && gp_is_space(piece.p[piece.n - 1]))
		m->l->part(m->l);
	l->is_done = m->l->is_done;
	gp_desk_free(&desk);
}

static void
tell_part(struct gp_listener *l)
{
	struct mending *m = (struct mending *)(void *)l;

	m->l->part(m->l);
}

static void
tell_body(const struct telling *t, struct gp_listener *l)
{
	struct mending m = { { .text = tell_piece, .part = tell_part }, l, t };

	gp_tell_node(t->w->doc->body, true, 0, t->mended ? &m.listener : l);
}

static void
tell_doc(const void *what, struct gp_listener *l)
{
	const struct telling *t = what;

	tell_body(t, l);
	tell_fields(t->w->doc, l);
	tell_lines(t, l);
}

/* ---- the pass ---- */

static void
warn(struct gp_work *w, size_t words, unsigned line, struct gp_str quote)
{
	if (quote.n == 0) {
		gp_doc_warn(w->doc, "unaccounted", line,
		            "the words of the source could not be compared "
		            "with those of the article; see whether all of "
		            "it is there");
		return;
	}
	gp_doc_warn(w->doc, "unaccounted", line,
	            "of the source %zu word%s neither in the article nor "
	            "listed as dropped: \"%.*s\"; look whether the article "
	            "needs them, and put them into its source as plain text",
	            words, words == 1 ? " is" : "s are", GP_ARG(quote));
}

/* Words that were wrongly decoded are other ones once they are mended. */
static bool
find_loss(const struct gp_work *w, struct gp_loss *loss, struct gp_err *e)
{
	struct telling told = { .w = w };
	struct gp_teller source = { tell_draft, &told };
	struct gp_teller found = { tell_doc, &told };

	if (!gp_word_guard(&source, &found, loss, e))
		return false;
	told.mended = true;
	return loss->words == 0 || gp_word_guard(&source, &found, loss, e);
}

bool
gp_pass_guard(struct gp_work *w, struct gp_err *e)
{
	const struct gp_draft_loss *lost = &w->draft->lost;
	struct gp_loss loss;

	if (!find_loss(w, &loss, e))
		return false;
	if (lost->words)
		warn(w, lost->words, lost->line, lost->quote);
	if (loss.words)
		warn(w, loss.words, (unsigned)loss.at, gp_str(loss.quote));
	return gp_arena_ok(w->doc->arena, e);
}
