/* The transfer encodings of RFC 2045 and the Q of RFC 2047, decoded.  What is
   no part of an encoding is passed over, as mailers do. */
#ifndef GP_BASE_TEXT_MIMECODE_H
#define GP_BASE_TEXT_MIMECODE_H

#include "base/buf.h"

void
gp_base64_decode(struct gp_str s, struct gp_buf *out);

/* `word`: the Q of encoded words, in which '_' is a space. */
void
gp_quoted_decode(struct gp_str s, bool word, struct gp_buf *out);

#endif
