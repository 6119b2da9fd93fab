/*
 * What differs between two texts, in a few words, for a message: the words
 * between the first and the last that are not the same.  It weighs nothing and
 * knows no article.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_TEXT_DIFFERENCE_H
#define GP_SERIES_KNOWN_TEXT_DIFFERENCE_H

#include "base/str.h"

enum { GP_DIFFERENCE_TEXT = 320 };

/* “five minutes” was “six minutes” and the like; "" for equal words. */
void
gp_text_difference(struct gp_str before, struct gp_str now,
                   char out[GP_DIFFERENCE_TEXT]);

#endif
