/*
 * Bodies of the parts of a message, in an encoding that every way takes: 7 bits
 * and lines of at most 76 bytes (RFC 2045, 6.7 and 6.8).  Lines end in LF, as
 * programs that send mail are handed them; CRLF is theirs to write.  What a
 * part is, is not known here.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_PART_BODY_H
#define GP_WRITE_MAIL_PART_BODY_H

#include "base/buf.h"

/* Appends "Content-Transfer-Encoding:", a blank line and the text, whose lines
   end in LF: quoted-printable, or base64 where that is shorter, as it is for
   scripts beyond Latin. */
void
gp_body_text(struct gp_buf *out, struct gp_str text);

/* The same for bytes that are no text: base64. */
void
gp_body_bytes(struct gp_buf *out, struct gp_str bytes);

#endif
