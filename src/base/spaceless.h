/*
 * Words of a text in any script, where some set no spaces between them.  No
 * dictionary is asked: letters are counted, so where one word ends is not
 * known.
 */
#ifndef GP_BASE_SPACELESS_H
#define GP_BASE_SPACELESS_H

#include "base/str.h"

#include <stdint.h>

/* Letters of such a script that make ten words: about what dictionaries cut
   Chinese and Japanese into. */
enum { GP_SPACELESS_TEN = 18 };

/* True for a letter of Thai, Lao, Burmese, Khmer, kana or Han (Unicode 15, by
   blocks). */
static inline bool
gp_is_spaceless(uint32_t c)
{
	return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
	       (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
	       (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0x20000 && c <= 0x3FFFF);
}

/* Number of words of `s`: what spaces part, each as many as its letters make
   when they are of such a script. */
size_t
gp_text_words(struct gp_str s);

#endif
