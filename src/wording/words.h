/*
 * Plain words for the stable names of repairs and of reasons for dropping
 * lines; all other words stand in model/labels.def.  It knows no article and
 * does not choose a language.
 */
#ifndef GP_WORDING_WORDS_H
#define GP_WORDING_WORDS_H

#include "model/labels.h"

/* A repair or a reason for dropping lines, by its stable name, as people say
   it: "nbsp-to-space" is "no-break spaces made plain".  A name without words
   comes back as it is.  `l` may be NULL: English. */
struct gp_str
gp_word_for(struct gp_str name, const struct gp_labels *l);

#endif
