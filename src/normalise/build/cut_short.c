/*
 * Articles of which only the beginning came: those that end in the mark of a
 * teaser, and short ones whose page says that they are paid for.  It warns and
 * nothing else; what a whole article is it does not know.
 */
#include "normalise/build/cut_short.h"

#include <string.h>

/* A judgement: what stands before a barrier to pay at is mostly shorter, and
   whole articles are mostly longer. */
enum { FEW_WORDS = 200 };

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

static bool
is_of_feed(const struct gp_work *w)
{
	struct gp_str kind = w->draft->input.kind;

	return gp_str_eq(kind, GP_STR("feed")) ||
	       gp_str_eq(kind, GP_STR("json-feed"));
}

void
gp_warn_cut_short(struct gp_work *w)
{
	const struct gp_unit *last = last_unit(w);
	size_t words = gp_doc_words(w->doc);

	if (last && ends_as_teaser(last->text, is_of_feed(w)))
		gp_doc_warn(w->doc, "cut-short", last->at.first,
		            "the text ends as a teaser does: this is only the "
		            "beginning of the article, the rest is elsewhere");
	else if (w->draft->is_paid && words < FEW_WORDS)
		gp_doc_warn(w->doc, "cut-short", 0,
		            "the page says that the article is not free, and "
		            "has %zu words of it: perhaps only its beginning",
		            words);
}
