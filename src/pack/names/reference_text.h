/*
 * How a reference is written: 16 signs of base 32 in groups of four,
 * "7QK2-M0VD-3XJ8-RTN5", by Crockford's alphabet (Douglas Crockford, "Base 32",
 * crockford.com/base32.html), which leaves out I, L, O and U so that signs are
 * not mistaken for each other by who reads them from paper.  What is referred
 * to is not known here.
 */
#ifndef GP_PACK_NAMES_REFERENCE_TEXT_H
#define GP_PACK_NAMES_REFERENCE_TEXT_H

#include "base/hash.h"

/* 16 signs, three hyphens, NUL. */
enum { GP_REFERENCE_SIGNS = 16, GP_REFERENCE_TEXT = 20 };

/* The first 80 bits of the digest. */
void
gp_reference_text(const unsigned char digest[GP_SHA256_SIZE],
                  char out[GP_REFERENCE_TEXT]);

/* A reference as somebody typed it, into the form above: in either case, with
   hyphens and spaces anywhere or nowhere, with O for 0 and I or L for 1.  False
   when it is none; then `out` is "". */
bool
gp_reference_read(struct gp_str typed, char out[GP_REFERENCE_TEXT]);

#endif
