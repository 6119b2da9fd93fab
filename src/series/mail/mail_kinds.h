/*
 * The two things that a pack's readers are sent: an edition of it, and that
 * something of it was withdrawn.  Which of them is asked for is not decided
 * here.  Private to series/mail/.
 */
#ifndef GP_SERIES_MAIL_MAIL_KINDS_H
#define GP_SERIES_MAIL_MAIL_KINDS_H

#include "series/mail/mailing.h"

/* Makes the messages of the edition that is out.  Errors: GP_INPUT (its folder
   says other than that), GP_LIMIT, GP_USAGE, those of gp_series_release(). */
bool
gp_mail_edition(struct gp_mailing *m, struct gp_err *e);

/* Makes the notice of what was withdrawn.  Errors: GP_INPUT (nothing was),
   GP_NOMEM. */
bool
gp_mail_recall(struct gp_mailing *m, struct gp_err *e);

#endif
