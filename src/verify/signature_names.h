/*
 * What files are called that a signature is in: the name of the list that it is
 * of, and ".sig" behind it, of the second signer ".2.sig" and so on. What is in
 * them is not known here.
 */
#ifndef GP_VERIFY_SIGNATURE_NAMES_H
#define GP_VERIFY_SIGNATURE_NAMES_H

#include "config/seriesfile.h"

enum { GP_SIGNATURE_SUFFIX = 16 };

/* The suffix of signer `n`, from 0. */
void
gp_signature_suffix(size_t n, char out[GP_SIGNATURE_SUFFIX]);

/* The list that the file of this name, which may be a path, is a signature of;
   "" when it is none. */
struct gp_str
gp_signature_of(struct gp_str name);

#endif
