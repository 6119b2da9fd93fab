/*
 * The parts of a message that are not its article: pictures, other forms, mails
 * in the mail, files.  Private to import/mail/.  What any of them shows is not
 * known here.
 */
#ifndef GP_IMPORT_MAIL_MAIL_REST_H
#define GP_IMPORT_MAIL_MAIL_REST_H

#include "import/mail/mail_reading.h"

/* Keeps a picture, reads a mail as an article of its own, lists what another
   form says alone, and says of what is left that it is left out.  Errors:
   GP_LIMIT, GP_NOMEM. */
bool
gp_mail_take_part(struct gp_mail *m, const struct gp_mime_part *p);

/* Reads the mails in a mail that only comes with them; the first is then
   m->draft, and what was written over it is listed there.  True, and no draft,
   when none could be read.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_mail_read_passed_on(struct gp_mail *m);

#endif
