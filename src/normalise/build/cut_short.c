/*
 * Articles of which only the beginning came: those whose importer found their
 * bytes to end in the middle, those that end in the mark of a teaser, and short
 * ones whose page says that they are paid for or asks, right behind them, to
 * sign in and read on.  It warns and nothing else; what a whole article is it
 * does not know.
 */
#include "normalise/build/cut_short.h"

#include "base/text/fold.h"

#include <string.h>

/* A judgement: what stands before a barrier to pay at is mostly shorter, and
   whole articles are mostly longer. */
enum {
	FEW_WORDS = 200,
	BARRIER_WORDS = 40, /* of what asks for it, and so many lines on */
	BARRIER_LINES = 4,
};

static const struct gp_unit *
last_unit(const struct gp_work *w)
{
	size_t i = w->n;

	while (i-- > 0)
		if (gp_unit_stays(&w->units[i]) && w->units[i].words > 0)
			return &w->units[i];
	return NULL;
}

static bool
ends_in_any(struct gp_str s, const char *const *ends)
{
	size_t n;

	for (; *ends; ends++) {
		n = strlen(*ends);
		if (s.n >= n && gp_str_eq_nocase(gp_str_sub(s, s.n - n, s.n),
		                                 gp_str(*ends)))
			return true;
	}
	return false;
}

/* What publishing systems write behind an extract; in a feed any dots. */
static bool
ends_as_teaser(struct gp_str text, bool of_feed)
{
	static const char *const marks[] = { "[\xe2\x80\xa6]",
		                             "[...]",
		                             "[\xe2\x80\xa6",
		                             "[...",
		                             "(more\xe2\x80\xa6)",
		                             "(more...)",
		                             "continue reading",
		                             "continue reading \xe2\x86\x92",
		                             "\xe2\x80\xa6 read more",
		                             "... read more",
		                             NULL };
	static const char *const dots[] = { "\xe2\x80\xa6", "...", "read more",
		                            "read more \xc2\xbb", NULL };

	text = gp_str_trim(text);
	return ends_in_any(text, marks) || (of_feed && ends_in_any(text, dots));
}

/* Dots, and right behind them what leads to the rest. */
static bool
leads_on(const struct gp_unit *last)
{
	static const char *const dots[] = { "\xe2\x80\xa6", "...", NULL };
	static const char *const words[] = {
		"read more",
		"continue reading",
		"read on",
		"keep reading",
		"full story",
		"read full story",
		"weiterlesen",
		"mehr lesen",
		"lire la suite",
		"leer más",
		"seguir leyendo",
		"leia mais",
		"continua a leggere",
		"leggi tutto",
		"lees verder",
		"läs mer",
		"les mer",
		"czytaj dalej",
		NULL,
	};
	const struct gp_draft_block *next = last->block->next;
	struct gp_buf folded = { .max = 0 };
	bool leads;

	if (!next || !ends_in_any(gp_str_trim(last->text), dots))
		return false;
	gp_fold_words(next->raw, &folded);
	leads = gp_str_among(gp_str_trim(gp_buf_view(&folded)), words);
	gp_buf_free(&folded);
	return leads;
}

static bool
is_of_feed(const struct gp_work *w)
{
	struct gp_str kind = w->draft->input.kind;

	return gp_str_eq(kind, GP_STR("feed")) ||
	       gp_str_eq(kind, GP_STR("json-feed"));
}

/* Folded; what asks a reader to pay or to sign in, where a text breaks off. */
static bool
is_barrier(struct gp_str text)
{
	static const char *const phrases[] = {
		"subscribers only",
		"for subscribers",
		"paid subscribers",
		"subscriber only",
		"members only",
		"for members",
		"already a subscriber",
		"already a paid subscriber",
		"subscribe to read",
		"subscribe to continue",
		"subscribe now to read",
		"subscribe to keep reading",
		"to continue reading",
		"to keep reading",
		"to read on",
		"keep reading with",
		"continue reading with",
		"to read the full",
		"to read this",
		"unlock this",
		"weiterlesen mit",
		"um weiterzulesen",
		"nur für abonnenten",
		"bereits ein abo",
		"bereits abonnent",
		"réservé aux abonnés",
		"réservée aux abonnés",
		"pour lire la suite",
		"déjà abonné",
		"para suscriptores",
		"para seguir leyendo",
		"ya eres suscriptor",
		"para assinantes",
		"já é assinante",
		"riservato agli abbonati",
		"per continuare a leggere",
		"sei già abbonato",
		"alleen voor abonnees",
		"om verder te lezen",
		"al abonnee",
		NULL,
	};
	struct gp_buf folded = { .max = 0 };
	struct gp_str s;
	bool found = false;
	size_t i;

	if (gp_str_words(text) > BARRIER_WORDS)
		return false;
	gp_fold_words(text, &folded);
	s = gp_buf_view(&folded);
	for (i = 0; phrases[i] && !found; i++)
		found = gp_str_find(s, gp_str(phrases[i]), 0) < s.n;
	gp_buf_free(&folded);
	return found;
}

/* In the lines of the source behind the last that stays, or in that. */
static bool
ends_at_barrier(const struct gp_work *w, const struct gp_unit *last)
{
	const struct gp_draft_block *b = last->block->next;
	size_t i;

	for (i = 0; b && i < BARRIER_LINES; i++, b = b->next)
		if (is_barrier(b->raw))
			return true;
	return last != w->units && is_barrier(last->text);
}

void
gp_warn_cut_short(struct gp_work *w)
{
	const struct gp_unit *last = last_unit(w);
	size_t words = gp_doc_words(w->doc);

	if (w->draft->cut)
		gp_doc_warn(w->doc, "cut-short", 0,
		            "the source ends in the middle of %s: what came "
		            "behind it is not here; fetch it again",
		            w->draft->cut);
	else if (last &&
	         (ends_as_teaser(last->text, is_of_feed(w)) || leads_on(last)))
		gp_doc_warn(w->doc, "cut-short", last->at.first,
		            "the text ends as a teaser does: this is only the "
		            "beginning of the article, the rest is elsewhere");
	else if (w->draft->is_paid && words < FEW_WORDS)
		gp_doc_warn(w->doc, "cut-short", 0,
		            "the page says that the article is not free, and "
		            "has %zu words of it: perhaps only its beginning",
		            words);
	else if (last && words < FEW_WORDS && ends_at_barrier(w, last))
		gp_doc_warn(w->doc, "cut-short", last->at.last,
		            "the page asks to pay or to sign in behind %zu "
		            "words: perhaps only the beginning of the article",
		            words);
}
