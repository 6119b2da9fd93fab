/*
 * The text of a part: decoded, as UTF-8, without what is its recipient's alone.
 * Does not know which parts are wanted.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_TEXT_H
#define GP_IMPORT_MAIL_MAIL_TEXT_H

#include "import/mail/mail_reading.h"

/* Finds out whom the message was for, before anything of it is told; takes that
   out of its subject and of the names of its parts.  Failure is m->arena's;
   the caller frees m->readers.to and .author. */
void
gp_mail_hear_of_readers(struct gp_mail *m);

/* Appends the text of a part, HTML as it stands; what was withheld of it is
   counted in `m`.  `raw`: scratch.  Errors: those of the buffer. */
void
gp_mail_text(struct gp_mail *m, const struct gp_mime_part *p,
             struct gp_buf *raw, struct gp_buf *out);

/* Appends the words of a text, of HTML what stands outside its tags.  Errors:
   GP_LIMIT, GP_NOMEM. */
bool
gp_mail_words(struct gp_mail *m, const struct gp_mime_part *p,
              struct gp_buf *out);

/* How much a part says: bytes of its words.  Addresses are no words of a text
   that a page has in its links. */
size_t
gp_mail_said(const struct gp_mime_part *p);

/* Lists in m->draft that something was withheld, and how often; not what. */
void
gp_mail_list_withheld(struct gp_mail *m);

#endif
