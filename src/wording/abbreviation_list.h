/*
 * The abbreviations of a pack: the short forms that its articles explain, in
 * one order, each once.  The same list in every output; none is explained that
 * no article explains.
 */
#ifndef GP_WORDING_ABBREVIATION_LIST_H
#define GP_WORDING_ABBREVIATION_LIST_H

#include "model/pack.h"

/* `*n` short forms by letters, capital or not, in `a`; NULL, and none, after a
   failure of the arena. */
const struct gp_short_form *
gp_abbreviations(const struct gp_pack *pack, struct gp_arena *a, size_t *n);

#endif
