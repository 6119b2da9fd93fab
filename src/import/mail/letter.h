/*
 * The text of a plain letter, made into HTML that says which of its lines are
 * one paragraph, which are quoted and which are a list.  Knows no parts of a
 * message and no encodings.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_LETTER_H
#define GP_IMPORT_MAIL_LETTER_H

#include "base/buf.h"
#include "import/mail/letter_lines.h"

/* Appends the letter `text` (UTF-8; LF, or CRLF) to `html`, and to
   `signatures` one line each of what stands behind "-- " (RFC 3676, section
   4.3).  A uuencoded file in it is left out with a finding.  Cost: linear.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_letter_html(const struct gp_letter *l, struct gp_str text,
               struct gp_buf *html, struct gp_buf *signatures,
               struct gp_err *e);

#endif
