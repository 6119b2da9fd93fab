/*
 * Which way a text runs: by its first letter that has a direction (UAX #9,
 * rules P2 and P3).  Knows no language, no glyph and no line.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_DIRECTION_H
#define GP_TYPESET_COMPOSE_DIRECTION_H

#include "base/str.h"

/* The first letter with a direction runs from right to left. */
bool
gp_text_rtl(struct gp_str text);

#endif
