/*
 * Which way a text runs: by its first letter that has a direction (UAX #9,
 * rules P2 and P3), or by its language.  Knows no glyph and no line.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_DIRECTION_H
#define GP_TYPESET_COMPOSE_DIRECTION_H

#include "base/str.h"

/* The first letter with a direction runs from right to left. */
bool
gp_text_rtl(struct gp_str text);

/* What is written in that language (a tag of BCP 47) runs from right to
   left. */
bool
gp_lang_rtl(struct gp_str lang);

#endif
