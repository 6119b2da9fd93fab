/*
 * Lines that a program broke, as mailers and old editors do at 60 to 80
 * columns: whether a text has them, and which of its lines goes on with the
 * one before.  A program puts as many words on a line as fit, so the first
 * word of the next one would not have; a person who ends a line pays no heed
 * to that.  It knows no format and joins nothing itself.
 */
#ifndef GP_BASE_TEXT_WRAP_H
#define GP_BASE_TEXT_WRAP_H

#include "base/str.h"

struct gp_wrap {
	size_t width; /* columns of the longest line; 0: nothing is wrapped */
};

/* One line of a text as it is met, from the first of a paragraph on. */
struct gp_wrap_line {
	struct gp_str line;
	bool in_item; /* its paragraph begins with the mark of a list */
};

/* Looks at all lines of `text` (LF, or CRLF).  Cost: linear. */
struct gp_wrap
gp_wrap_measure(struct gp_str text);

/* True when `line` goes on with what `before` says.  Neither has a line end;
   the white space at their beginning is wanted, for a line that is set in
   begins a paragraph.  A blank line goes on with nothing. */
bool
gp_wrap_goes_on(const struct gp_wrap *w, const struct gp_wrap_line *before,
                struct gp_str line);

/* True when what follows a line goes on with its last word, as "term" does
   behind "long-" or a soft hyphen: no space stands between the two.  Whether
   the hyphen is a word's own is not known, so it stays. */
bool
gp_wrap_glues(struct gp_str line);

/* True for a line that begins with a bullet, a dash, "1." or "(a)". */
bool
gp_wrap_begins_item(struct gp_str line);

#endif
