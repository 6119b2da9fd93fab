/*
 * Files that stand uuencoded among the lines of a mail (POSIX, uuencode).
 * Knows nothing of what they hold.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_UUENCODE_H
#define GP_IMPORT_MAIL_UUENCODE_H

#include "base/str.h"

/* Bytes at the beginning of `text` that are a whole file, from its "begin" to
   its "end", or 0; *name is then a view of what it is called.  Reads no
   further than the first line that is none of a file's. */
size_t
gp_uu_file(struct gp_str text, struct gp_str *name);

#endif
