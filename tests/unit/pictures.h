/*
 * Pictures for the figures of fixture_pack(): a PNG drawn here, with a hole in
 * it, and the JPEG of tests/images (a page of the digest, made small).
 */
#ifndef GP_TESTS_PICTURES_H
#define GP_TESTS_PICTURES_H

#include "model/pack.h"

/* Gives the pack its pictures, in its arena; the process ends when they
 * cannot be made. */
void
pictures_add(struct gp_pack *pack);

#endif
