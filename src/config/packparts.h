/*
 * Files beside pack.yaml, pack.d/NAME.yaml, so that two editors need not write
 * one: each says something of articles, and together they are read as if they
 * stood in pack.yaml.  What the keys mean is not known here, nor where the
 * files lie.  Private to config/.
 */
#ifndef GP_CONFIG_PACKPARTS_H
#define GP_CONFIG_PACKPARTS_H

#include "config/yamlkeys.h"

/* Hangs what `part` says under `root`, which may be NULL: entries of lists
   behind those that are there, keys of an article that has an entry already in
   that entry.  Both live in t->arena or longer, and so do their paths.
   Errors: GP_SYNTAX for a key that a part has not, and for what two files say
   of one article, with the places of both; GP_NOMEM. */
bool
gp_pack_part_join(struct gp_taker *t, struct gp_yaml **root,
                  struct gp_yaml *part);

#endif
