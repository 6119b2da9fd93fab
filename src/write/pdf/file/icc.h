/*
 * The colour profile of the output intent: sRGB (IEC 61966-2-1) as an ICC
 * version 4 matrix profile, built here so that none need be shipped.
 */
#ifndef GP_WRITE_PDF_FILE_ICC_H
#define GP_WRITE_PDF_FILE_ICC_H

#include "base/buf.h"

void
gp_icc_srgb(struct gp_buf *out);

#endif
