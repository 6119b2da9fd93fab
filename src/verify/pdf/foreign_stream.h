/*
 * Bytes of a stream that Flate packed (ISO 32000-1, 7.4.4), counted against
 * one limit for the file.  Knows no dictionary.  Private to verify/pdf/.
 */
#ifndef GP_VERIFY_PDF_FOREIGN_STREAM_H
#define GP_VERIFY_PDF_FOREIGN_STREAM_H

#include "verify/pdf/foreign_pdf.h"

struct gp_pdf_predictor {
	int64_t kind, colours, bits, columns;
};

/* Appends the bytes; false when they cannot be unpacked, or with GP_LIMIT or
   GP_NOMEM in the look's error. */
bool
gp_pdf_inflate(struct gp_pdf *p, struct gp_str packed,
               const struct gp_pdf_predictor *how, struct gp_buf *out);

/* Counts unpacked bytes: streams may be shared, and lie in each other, and
   each use counts.  False, with GP_LIMIT, when they are too many. */
bool
gp_pdf_count(struct gp_pdf *p, size_t size);

#endif
