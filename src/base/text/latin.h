/*
 * In which encoding a text in Latin letters is, told by the letters that it
 * would have in each: those of one language, or of none.  Knows no words, and
 * nothing of other scripts.  Private to base/text/.
 */
#ifndef GP_BASE_TEXT_LATIN_H
#define GP_BASE_TEXT_LATIN_H

#include "base/str.h"

/* The standard's name for the encoding of `bytes`, which are no UTF-8:
   "windows-1252" also where too few of them tell; NULL when they are the
   letters of no language in any.  Cost: linear, with a small factor. */
const char *
gp_latin_charset(struct gp_str bytes);

#endif
