/*
 * What may be changed in the words of a line, and what every change keeps to:
 * marks within a line.  Which changes a document speaks for is not known
 * here.
 */
#ifndef GP_NORMALISE_TEXT_FIXES_H
#define GP_NORMALISE_TEXT_FIXES_H

#include "base/str.h"

#include <stdint.h>

/* Every change that is ever made to words; names in fixes.c. */
enum gp_fix {
	GP_FIX_MOJIBAKE,
	GP_FIX_ENTITY,
	GP_FIX_LIGATURE,
	GP_FIX_ACCENT,
	GP_FIX_CONTROL,
	GP_FIX_NFC,
	GP_FIX_NBSP,
	GP_FIX_SPACE,
	GP_FIX_INVISIBLE,
	GP_FIX_SPACE_RUN,
	GP_FIX_EDGE,
	GP_FIX_DOUBLED,
	GP_FIX_DOUBLE,
	GP_FIX_SINGLE,
	GP_FIX_COUNT,
};

/* "nbsp-to-space" */
const char *
gp_fix_name(enum gp_fix fix);

/* Marks within a line that is made of several texts: one begins, and how it
   stands in the line; what follows is nobody's.  Every step leaves them where
   they are and looks past them. */
enum {
	GP_MARK_TEXT = '\x01', /* + enum gp_plain of model/plain_marks.h */
	GP_MARK_GAP = '\x07',
};

static inline bool
gp_is_mark(uint32_t c)
{
	return c >= GP_MARK_TEXT && c <= GP_MARK_GAP;
}

#endif
