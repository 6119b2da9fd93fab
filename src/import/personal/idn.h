/*
 * Names of hosts in letters beyond ASCII: "xn--..." (RFC 5890) read as the
 * letters that it stands for.  It does not know which letters a registry
 * allows, and resolves nothing.  Private to import/personal/.
 */
#ifndef GP_IMPORT_PERSONAL_IDN_H
#define GP_IMPORT_PERSONAL_IDN_H

#include "base/str.h"

/* Writes `host`, in small letters, with each label "xn--..." decoded (RFC 3492,
   6.2) and returns the bytes written, at most `room`; 0 when it does not fit.
   A label that does not decode stays as it is.  Cost: linear in `host` times
   the letters of its longest label. */
size_t
gp_idn_letters(struct gp_str host, char *out, size_t room);

#endif
