/*
 * A mail that was passed on within the text of another, under a head of its
 * fields.  Knows the words that mailers write over it, not why it was passed
 * on.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_FORWARD_H
#define GP_IMPORT_MAIL_FORWARD_H

#include "model/draft.h"

/* Looks for the head of a mail that was passed on among the blocks of `draft`;
   of one in another the innermost counts.  Found: what stands above it and the
   head are no part of the article any more, its fields are claims, and true.
   `subject`: that of the whole mail.  `a`: scratch.  Cost: linear.  Failure is
   that of the arenas. */
bool
gp_forward_find(struct gp_draft *draft, struct gp_str subject,
                struct gp_arena *a);

#endif
