/*
 * What the parts of a message are to each other.  Knows types, order and sizes,
 * no words.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_PARTS_H
#define GP_IMPORT_MAIL_MAIL_PARTS_H

#include "import/mail/mime.h"

/* True for a page or a plain text that is meant to be read where it stands. */
bool
gp_mail_is_text(const struct gp_mime_part *p);

bool
gp_mail_is_plain(const struct gp_mime_part *p);

/* True for a whole message in a message. */
bool
gp_mail_is_letter(const struct gp_mime_part *p);

/* Of a page that was saved whole: the first page, else the first plain text;
   NULL when there is neither. */
const struct gp_mime_part *
gp_mail_page(const struct gp_mime *m);

/* Sets shown[i] of each part that a reader of mail is shown as text: of an
   alternative the best form (RFC 2046, section 5.1.4), of related parts their
   root (RFC 2387), all of other ones.  said[i]: bytes of a text's words, 0 for
   what is none.  False when nothing is shown, or without memory in `a`. */
bool
gp_mail_choose(const struct gp_mime *m, const size_t *said, bool *shown,
               struct gp_arena *a);

/* The parts that are shown, in the order of the file, *n of them, in `a`.
   NULL without memory. */
const struct gp_mime_part **
gp_mail_in_order(const struct gp_mime *m, const bool *shown, struct gp_arena *a,
                 size_t *n);

#endif
