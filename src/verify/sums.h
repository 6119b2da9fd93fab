/*
 * A line of SHA256SUMS, as `sha256sum` writes and reads it: a digest in small
 * hexadecimal digits, two spaces, a name.  No file is opened.  Private to
 * verify/.
 */
#ifndef GP_VERIFY_SUMS_H
#define GP_VERIFY_SUMS_H

#include "base/str.h"

/* Both parts as views of `line`; false when it is no such line. */
bool
gp_sums_line(struct gp_str line, struct gp_str *sum, struct gp_str *name);

#endif
