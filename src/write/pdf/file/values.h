/*
 * Values of PDF, appended to a buffer; each with `before` in front of it, such
 * as "/Pg ".  Knows no object.
 */
#ifndef GP_WRITE_PDF_FILE_VALUES_H
#define GP_WRITE_PDF_FILE_VALUES_H

#include "base/buf.h"
#include "config/style.h"

void
gp_put_int(struct gp_buf *b, const char *before, long long value);
void
gp_put_ref(struct gp_buf *b, const char *before, uint32_t number);
/* In points, to hundredths; less than 0 becomes 0. */
void
gp_put_length(struct gp_buf *b, const char *before, gp_len length);
/* A text for people: well-formed, on one line, without controls. */
void
gp_put_text(struct gp_buf *b, const char *before, struct gp_str text);
/* Bytes as a string, such as an address. */
void
gp_put_bytes(struct gp_buf *b, const char *before, struct gp_str bytes);
/* [page /XYZ null y null]: a destination, y from the page's top. */
void
gp_put_goal(struct gp_buf *b, const char *before, uint32_t page, gp_len height,
            gp_len y);

#endif
