/*
 * What the header fields of a message say of its article (RFC 5322, section
 * 3.6), as claims of a draft.  Knows no body.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_CLAIMS_H
#define GP_IMPORT_MAIL_MAIL_CLAIMS_H

#include "import/mail/mime.h"
#include "model/draft.h"

/* Adds title, date, byline and address to the draft.  `page`: it was saved from
   a browser, whose time and name say nothing.  Errors: those of the draft's
   arena. */
void
gp_mail_claim(struct gp_draft *draft, const struct gp_mime *m, bool page);

#endif
