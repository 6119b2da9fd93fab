/*
 * The rows of a message as plain text, for a terminal and for who has their
 * mail read out (text_lines.h).  Which rows there are is the plan's matter.
 * Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_MESSAGE_TEXT_H
#define GP_WRITE_MAIL_MESSAGE_TEXT_H

#include "write/mail/message_plan.h"

/* Appends it; the last line is that of the last row.  A failure is the
   buffer's. */
void
gp_message_text(const struct gp_message_plan *plan, const struct gp_pack *pack,
                struct gp_buf *out);

#endif
