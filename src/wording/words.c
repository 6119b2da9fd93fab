/* The rows at the end of the table are called by those names.  What a repair
   does is not known here. */
#include "wording/words.h"

struct gp_str
gp_word_for(struct gp_str name, const struct gp_labels *l)
{
	size_t i;

	for (i = GP_W_DONE_NBSP_TO_SPACE; i < GP_W_COUNT; i++)
		if (gp_str_eq(name, gp_str(gp_word_key((enum gp_word)i))))
			return gp_word(l, (enum gp_word)i);
	return name;
}
