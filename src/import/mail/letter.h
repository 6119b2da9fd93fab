/*
 * The text of a plain letter, made into HTML that says which of its lines are
 * one paragraph.  Knows no parts of a message and no encodings.  Private to
 * import/mail/.
 */
#ifndef GP_IMPORT_MAIL_LETTER_H
#define GP_IMPORT_MAIL_LETTER_H

#include "base/buf.h"
#include "base/diag.h"

struct gp_letter {
	const char *name; /* of its source, for messages */
	struct gp_diag *diag;
	bool flowed;     /* format=flowed (RFC 3676) */
	bool in_mailbox; /* ">From" stands for "From" (RFC 4155) */
};

/* Appends the letter `text` (UTF-8; LF, or CRLF) as paragraphs.  A uuencoded
   file in it is left out with a finding.  Cost: linear.  Errors: those of the
   buffer. */
void
gp_letter_html(const struct gp_letter *l, struct gp_str text,
               struct gp_buf *out);

#endif
