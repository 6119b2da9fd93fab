/*
 * Header fields of a message: folded, and encoded where they are not ASCII
 * (RFC 5322, 2.2.3; RFC 2047).  Whatever a text holds, it stays in its field: a
 * control character, a line end among them, is a space.  Lines have 78 bytes
 * at most (RFC 5322, 2.1.1), those with encoded words 76 (RFC 2047, 2), but for
 * an address or an id, which cannot be parted and is never near 998.  Which
 * fields a message has is not known here.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_HEAD_FIELD_H
#define GP_WRITE_MAIL_HEAD_FIELD_H

#include "base/buf.h"
#include "base/date.h"
#include "config/mail_address.h"

/* "Subject: words" (RFC 5322, 3.6.5); the text is UTF-8. */
void
gp_field_words(struct gp_buf *out, const char *field, struct gp_str text);

/* "From: Name <address>" (3.4); the address is a good one. */
void
gp_field_mailbox(struct gp_buf *out, const char *field,
                 const struct gp_mailbox *box);

/* "References: <a> <b>": what stands between angles, `n` of them, each in ASCII
   without a space, with `between` behind all but the last: "," or "". */
void
gp_field_angles(struct gp_buf *out, const char *field,
                const struct gp_str *rows, size_t n, const char *between);

/* "Date: Tue, 10 Nov 2015 07:00:00 +0000" (3.3): the moment by the clock that
   it was given by, UTC where none is said. */
void
gp_field_date(struct gp_buf *out, const struct gp_date *date);

#endif
