/*
 * What a figure in a table looks like: an amount that is read against those
 * over and under it.  Knows no table; numbers that count or name something
 * ("007", "020 7946 0000") are none.
 */
#ifndef GP_NORMALISE_TEXT_FIGURE_H
#define GP_NORMALISE_TEXT_FIGURE_H

#include "base/str.h"

#include <stdbool.h>

/* True for "1,204", "−3.5", "£4.2m", "(1 204,50)", "12 %", "411*". */
bool
gp_is_figure(struct gp_str s);

/* True for what stands where a figure is wanting: "", "-", "–", "..", "n/a",
   "[x]" (the shorthand of the UK's Government Analysis Function). */
bool
gp_is_no_figure(struct gp_str s);

/* Where a figure has its last point or comma between digits. */
struct gp_figure_point {
	char sign;       /* '.' or ','; 0: it has none */
	unsigned digits; /* behind it */
	bool is_sure;    /* for the decimals begin there: it cannot part
	                    thousands */
};

/* Of a figure that gp_is_figure() knows.  "1,204.50" and "3,5" are sure,
   "1,204" may be either. */
struct gp_figure_point
gp_figure_point(struct gp_str s);

#endif
