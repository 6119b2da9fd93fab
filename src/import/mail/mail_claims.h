/*
 * What the header fields of a message say of its article (RFC 5322, section
 * 3.6), as claims of a draft.  Knows no body.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_CLAIMS_H
#define GP_IMPORT_MAIL_MAIL_CLAIMS_H

#include "import/mail/mime.h"
#include "import/personal/withhold.h"
#include "model/draft.h"

/* Adds title, date, byline and address to the draft.  `page`: it was saved from
   a browser, whose time and name say nothing.  Errors: those of the draft's
   arena. */
void
gp_mail_claim(struct gp_draft *draft, const struct gp_mime *m, bool page);

/* Adds for whom the message is, where its header says so: in a field of its own
   or in its subject.  What is withheld of the message is withheld here, and the
   address of who marked it. */
void
gp_mail_claim_marking(struct gp_draft *draft, const struct gp_mime *m,
                      struct gp_withholding *w);

/* Adds one claim; what is too long for one is listed as left out.  `from`, a
   literal, is where it was said. */
void
gp_mail_claim_one(struct gp_draft *draft, enum gp_claim_kind kind,
                  struct gp_str value, const char *from);

/* A subject without "Re:", "Fwd:" and the like; *forwarded becomes true when
   one of them says that the mail was passed on. */
struct gp_str
gp_mail_subject(struct gp_str subject, bool *forwarded);

#endif
