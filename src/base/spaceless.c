/* One pass; what has no byte over ASCII is not looked at closer.  It knows
   code points by their blocks and no language. */
#include "base/spaceless.h"

#include "base/utf8.h"

static size_t
count_spaceless(struct gp_str word)
{
	size_t i = 0, n = 0;

	while (i < word.n)
		n += gp_is_spaceless(gp_utf8_next(word, &i));
	return n;
}

size_t
gp_text_words(struct gp_str s)
{
	struct gp_str word;
	size_t words = 0, made;

	while (gp_str_word(&s, &word)) {
		made = count_spaceless(word) * 10 / GP_SPACELESS_TEN;
		words += made > 1 ? made : 1;
	}
	return words;
}
