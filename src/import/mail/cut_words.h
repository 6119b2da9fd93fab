/*
 * Words of a letter that its mailer cut at the end of a line.  Knows nothing of
 * what they say, and leaves lines that end between words alone.  Private to
 * import/mail/.
 */
#ifndef GP_IMPORT_MAIL_CUT_WORDS_H
#define GP_IMPORT_MAIL_CUT_WORDS_H

#include "base/buf.h"

/* Appends `text`, flowed with DelSp=yes (RFC 3676, section 4.1), with the words
   of ASCII whole that it has on two lines or more.  Cost: linear.  Errors: the
   buffer's. */
void
gp_cut_words_join(struct gp_str text, struct gp_buf *out);

#endif
