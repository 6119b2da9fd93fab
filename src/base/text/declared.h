/*
 * Bytes to UTF-8 by what a source says of them: UTF-8 that is valid is UTF-8,
 * whatever it says; else its word is taken, once; without one the letters
 * themselves are asked, and what they do not tell is refused rather than read
 * wrongly.  Knows no format.
 */
#ifndef GP_BASE_TEXT_DECLARED_H
#define GP_BASE_TEXT_DECLARED_H

#include "base/text/decode.h"

/* As gp_decode().  `label` is one of the Encoding Standard, or anything else
   for none; `lang` the language that a source without a label says, or "".
   GP_INPUT also for labels of which the standard wants nothing read, and for
   letters of no western script in an encoding that nothing tells. */
bool
gp_decode_declared(struct gp_str bytes, struct gp_str label, struct gp_str lang,
                   struct gp_decoded *out, struct gp_err *e);

#endif
