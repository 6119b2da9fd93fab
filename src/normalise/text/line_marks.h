/*
 * Marks at the start of a line: bullets and numbers.  What a line with one is
 * depends on its neighbours and is not known here.  Private to normalise/.
 */
#ifndef GP_NORMALISE_TEXT_LINE_MARKS_H
#define GP_NORMALISE_TEXT_LINE_MARKS_H

#include "base/str.h"

enum gp_mark {
	GP_NO_MARK,
	GP_BULLET,
	GP_WEAK_BULLET, /* a dash or a star: a list only when repeated */
	GP_NUMBER,      /* 1) (a) iv. */
};

/* True for a line that only parts what is above it from what is below: three
   or more of one mark, "* * *" or "-----". */
bool
gp_mark_is_rule(struct gp_str s);

/* True for a line that begins with "o" and a tab: a round mark of Word's, whose
   letter it is in the font of the text. */
bool
gp_mark_is_round(struct gp_str s);

/* Parts a mark from the words behind it; without a mark nothing is set.  The
   label of a sign of Word's fonts is a bullet. */
enum gp_mark
gp_mark_parse(struct gp_str s, struct gp_str *label, struct gp_str *rest);

#endif
