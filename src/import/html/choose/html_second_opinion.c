/* Leaves are looked up in the words of the opinion from where the last one
   was found; the steps of all look-ups together are bounded.  What an
   opinion is worth is not known here. */
#include "import/html/choose/html_second_opinion.h"

#include "base/limits.h"

enum {
	COMPARED = 4096, /* bytes of a leaf, then it is taken as found */
	STEP = 256,      /* bytes compared that cost as much as one place */
};

static bool
hears(struct gp_opinion *o, struct gp_str part, size_t from)
{
	struct gp_str words = gp_buf_view(&o->words);
	size_t at = gp_str_find(words, part, from);

	o->looked += (at - from) / STEP * (part.n + STEP);
	if (at < words.n)
		o->heard = at;
	return at < words.n;
}

/* Leaves mostly stand in the order of the opinion.  One that is not in it
   costs a look at all of it, so a page with too many of them is heard no
   further. */
bool
gp_opinion_has(struct gp_opinion *o, struct gp_str part)
{
	if (part.n == 0 || o->looked > GP_MAX_OPINION_STEPS)
		return false;
	part = gp_str_sub(part, 0, COMPARED);
	return hears(o, part, o->heard) || (o->heard > 0 && hears(o, part, 0));
}
