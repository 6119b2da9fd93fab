/*
 * What the parts of a message are to each other.  Knows types and order, no
 * words.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_PARTS_H
#define GP_IMPORT_MAIL_MAIL_PARTS_H

#include "import/mail/mime.h"

/* True for a page or a plain text that is meant to be read where it stands. */
bool
gp_mail_is_text(const struct gp_mime_part *p);

bool
gp_mail_is_plain(const struct gp_mime_part *p);

/* The first page, else the first plain text; NULL when there is neither. */
const struct gp_mime_part *
gp_mail_article(const struct gp_mime *m);

/* Two ways to say one thing: somewhere above them lies one alternative
   (RFC 2046, section 5.1.4). */
bool
gp_mail_is_other_form(const struct gp_mime *m, const struct gp_mime_part *p,
                      const struct gp_mime_part *article);

#endif
