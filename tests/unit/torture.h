/*
 * A pack that asks much of a writer: every kind of block and inline, long
 * tables, long words, many scripts, letters that no font has, blocks with
 * nothing in them.  What stands in it is invented.
 */
#ifndef GP_TESTS_TORTURE_H
#define GP_TESTS_TORTURE_H

#include "model/pack.h"

/* Articles, in this order:
 *   every-kind, hostile  of fixture.h
 *   long      10,000 words under headings of every level
 *   tables    over three pages and more, wide, narrow, empty, spanned
 *   scripts   Greek, Cyrillic, Arabic, Hebrew, Chinese, Japanese, Korean,
 *             Devanagari, emoji, joined and turned text
 *   words     of 300 letters and more, and long addresses
 *   nests     lists and quotations ten deep, in each other
 *   headings  with labels, in any order, two and more in a row
 *   figures   without a picture
 *   hollow    every block that can be, with nothing in it
 *   empty     no block at all
 *   titles    of 2,000 letters
 * The caller frees it with gp_pack_free(). */
struct gp_pack *
torture_pack(void);

#endif
