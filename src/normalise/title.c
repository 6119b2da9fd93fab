/*
 * The title: the first line, as it stands.  Never recased, never split.
 */
#include "normalise/work.h"

enum { TITLE_WORDS = 30, SENTENCE_WORDS = 14, CLUTTER = 95 };

static bool
reads_as_title(const struct gp_unit *u)
{
	char last = u->text.p[u->text.n - 1];
	bool stopped = last == '.' || last == ';' || last == ',';

	return u->words <= TITLE_WORDS &&
	       !(u->words > SENTENCE_WORDS && stopped);
}

bool
gp_pass_title(struct gp_work *w, struct gp_err *e)
{
	const struct gp_rule *rule;
	size_t i = 0;

	(void)e;
	while (i + 1 < w->n) {
		rule = w->units[i].verdict.by_zone[GP_ZONE_ANY];
		if (!rule || rule->confidence < CLUTTER)
			break;
		/* Kept or not: it is no title. */
		(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
		i++;
	}
	if (i + 1 < w->n && w->units[i].fate == GP_UNDECIDED &&
	    reads_as_title(&w->units[i])) {
		w->units[i].fate = GP_AS_TITLE;
		w->doc->title.text = w->units[i].text;
		w->doc->title.at = w->units[i].at;
		i++;
	}
	w->after_title = i;
	return true;
}
