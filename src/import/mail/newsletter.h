/*
 * What senders of newsletters put over and under their text: "View in browser",
 * why one gets it and how to leave.  Knows words, no senders.  Private to
 * import/mail/.
 */
#ifndef GP_IMPORT_MAIL_NEWSLETTER_H
#define GP_IMPORT_MAIL_NEWSLETTER_H

#include "model/draft.h"

/* Puts aside the blocks of `draft` that are furniture of a mail: above the
   first of some length what leads to another copy, and behind the last the foot
   that tells how to leave, with the name and address of the sender; also the
   signature of a letter in HTML.  `is_bulk`: the header says that many got it.
   Cost: linear. */
void
gp_newsletter_put_aside(struct gp_draft *draft, bool is_bulk);

#endif
