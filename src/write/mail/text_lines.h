/*
 * Plain text in lines of at most 72 columns, for a terminal, that flows on a
 * narrower screen (RFC 3676, format=flowed without DelSp): a line that ends in
 * a space goes on with the next one.  What stands indented does not flow, nor
 * does what is broken where no space is, as between Han characters.  An address
 * is never parted.  It knows no article.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_TEXT_LINES_H
#define GP_WRITE_MAIL_TEXT_LINES_H

#include "base/buf.h"

enum { GP_TEXT_COLUMNS = 72 };

/* What stands before the first line of a paragraph and before all others; NULL
   is "". */
struct gp_text_margin {
	const char *first, *rest;
};

/* Appends the words of `text`, UTF-8, as lines, each with its end; nothing when
   it has none.  Characters without a shape, those that steer a terminal among
   them, are spaces.  `m` may be NULL.  Cost: linear. */
void
gp_text_paragraph(struct gp_buf *out, const struct gp_text_margin *m,
                  struct gp_str text);

/* Appends a line of `sign` under a heading, as wide as its words, at most as
   wide as a line. */
void
gp_text_underline(struct gp_buf *out, struct gp_str heading, char sign);

/* Appends a line that is not to be broken, such as one of a program; nothing of
   it but characters that steer a terminal is changed. */
void
gp_text_verbatim(struct gp_buf *out, const char *margin, struct gp_str line);

#endif
