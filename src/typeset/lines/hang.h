/*
 * Hanging punctuation: how far small marks stand out of a justified line, so
 * that its edges look straight.  Knows characters, not lines.
 */
#ifndef GP_TYPESET_LINES_HANG_H
#define GP_TYPESET_LINES_HANG_H

#include "typeset/lines/measure.h"
#include "typeset/lines/para.h"

/* Out of the left edge, when a line begins at the byte `at`; 0 unless the
   paragraph is justified. */
gp_len
gp_hang_left(struct gp_measure *m, const struct gp_para *p, uint32_t at);

/* Out of the right edge, when a line ends before the byte `to`, with a soft
   hyphen or without; 0 unless the paragraph is justified. */
gp_len
gp_hang_right(struct gp_measure *m, const struct gp_para *p, uint32_t to,
              bool hyphen);

#endif
