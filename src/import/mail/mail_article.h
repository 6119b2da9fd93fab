/*
 * The article of a message: its texts, one behind the other, and what its
 * header says of them.  Does not choose them.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_ARTICLE_H
#define GP_IMPORT_MAIL_MAIL_ARTICLE_H

#include "import/mail/mail_reading.h"

/* Reads the parts m->texts into a draft of their own, m->draft.  Errors:
   GP_INPUT (no text), GP_LIMIT, GP_NOMEM. */
bool
gp_mail_read_article(struct gp_mail *m);

#endif
