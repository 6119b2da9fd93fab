/*
 * The reference of a pack: by it people find the pack and the edition that a
 * printout is of.  It is made of what readers get, so it changes when a word, a
 * picture, the design or the edition changes, and of nothing else: no version
 * of a library, no time of a run, no path of a machine.  It is no proof, since
 * anybody can make the same one; signatures are.
 */
#ifndef GP_PACK_NAMES_REFERENCE_H
#define GP_PACK_NAMES_REFERENCE_H

#include "pack/names/reference_text.h"
#include "config/style.h"
#include "model/pack.h"

/* The first 80 bits of a SHA-256 over pack and design, each field with its name
   and its length in front, in the order of reference.c.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_pack_reference(const struct gp_pack *pack, const struct gp_style *design,
                  char out[GP_REFERENCE_TEXT], struct gp_err *e);

#endif
