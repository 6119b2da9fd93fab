/* The transfer encodings of RFC 2045 and the Q of RFC 2047, decoded.  What is
   no part of an encoding is passed over, as mailers do. */
#ifndef GP_BASE_TEXT_MIMECODE_H
#define GP_BASE_TEXT_MIMECODE_H

#include "base/buf.h"

/* What stands behind the padding is decoded too when it is a whole run by
   itself, and else passed over.  Cost: linear. */
void
gp_base64_decode(struct gp_str s, struct gp_buf *out);

/* What gp_base64_decode() passes over behind the padding, a view of `s`; empty
   when nothing is.  Cost: linear. */
struct gp_str
gp_base64_behind(struct gp_str s);

/* `word`: the Q of encoded words, in which '_' is a space. */
void
gp_quoted_decode(struct gp_str s, bool word, struct gp_buf *out);

#endif
