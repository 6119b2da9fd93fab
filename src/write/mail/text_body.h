/*
 * The text of a document in lines (text_lines.h): headings underlined, lists
 * with their labels, tables as rows, where a link leads behind its words.  The
 * title is not part of it.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_TEXT_BODY_H
#define GP_WRITE_MAIL_TEXT_BODY_H

#include "base/buf.h"
#include "model/doc.h"
#include "model/labels.h"

/* Appends it, a blank line before each block. */
void
gp_text_body(const struct gp_doc *doc, const struct gp_labels *l,
             struct gp_buf *out);

#endif
