/*
 * Whether the bytes of a source end in the middle of something, as they do when
 * a transfer was broken off: told by their last few KiB and nothing else.  It
 * does not know what came before, or whether the rest matters.  Private to
 * import/.
 */
#ifndef GP_IMPORT_GUARD_CUT_END_H
#define GP_IMPORT_GUARD_CUT_END_H

#include "base/str.h"

/* What `html`, a page or a piece of one, ends in the middle of, in a few words,
   a literal; NULL when it just ends.  A page whose <body> never ends may do so
   behind a sentence or behind an element, as many do.  Cost: that of looking
   through 64 KiB. */
const char *
gp_html_cut(struct gp_str html);

/* True when a body in base64 ends within a group of four (RFC 4648, 4). */
bool
gp_base64_cut(struct gp_str body);

#endif
