/* A standfirst by structure: the one paragraph between the title and the
   first heading.  It may as well be the first paragraph, and says so; its
   words are not looked at. */
#include "normalise/work.h"

/* Judgements, weighed on the articles of content/ (tests/eval/weigh with
   tests/golden/normalise.test). */
enum { MOST_WORDS = 45, LEAST_BLOCKS = 4 };

bool
gp_pass_standfirst(struct gp_work *w, struct gp_err *e)
{
	struct gp_unit *body[LEAST_BLOCKS];
	size_t i, n = 0;

	(void)e;
	if (w->structured)
		return true;
	for (i = w->after_title; i < w->n && n < LEAST_BLOCKS; i++)
		if (gp_unit_stays(&w->units[i]))
			body[n++] = &w->units[i];
	if (n < LEAST_BLOCKS || w->doc->title.text.n == 0 ||
	    w->doc->standfirst.text.n > 0)
		return true;
	if (body[0]->fate != GP_UNDECIDED || body[0]->kind != GP_PARAGRAPH ||
	    body[0]->words > MOST_WORDS || body[1]->kind != GP_HEADING ||
	    body[1]->label.n > 0)
		return true;
	body[0]->fate = GP_AS_STANDFIRST;
	w->doc->standfirst = (struct gp_standfirst){
		.text = body[0]->text,
		.at = body[0]->at,
		.confidence = GP_STR("medium"),
		.alternative = GP_STR("body paragraph"),
	};
	return true;
}
