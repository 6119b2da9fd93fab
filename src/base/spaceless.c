/* One pass; what has no byte over ASCII is not looked at closer.  It knows
   code points by their blocks and no language. */
#include "base/spaceless.h"

#include "base/utf8.h"

/* How many words the bytes between two spaces make. */
static size_t
words_in(struct gp_str word)
{
	size_t i = 0, n = 0;

	while (i < word.n)
		n += gp_is_spaceless(gp_utf8_next(word, &i));
	n = n * 10 / GP_SPACELESS_TEN;
	return n > 1 ? n : 1;
}

size_t
gp_text_words(struct gp_str s)
{
	size_t i, from = 0, words = 0;
	unsigned bits = 0; /* of all bytes since `from` */

	for (i = 0; i <= s.n; i++) {
		if (i < s.n && !gp_is_space(s.p[i])) {
			bits |= (unsigned char)s.p[i];
			continue;
		}
		if (i > from)
			words += bits < 0x80 ? 1
			                     : words_in(gp_str_sub(s, from, i));
		from = i + 1;
		bits = 0;
	}
	return words;
}
