/*
 * Which form of a word goes with a number, by the rules of Unicode's CLDR 42
 * (common/supplemental/plurals.xml, cardinal), for the languages that outputs
 * speak.  Whole numbers only; what the forms are is not known here.
 */
#ifndef GP_MODEL_PLURAL_H
#define GP_MODEL_PLURAL_H

#include "base/str.h"

/* CLDR's categories, by its names. */
enum gp_plural {
	GP_PLURAL_ZERO,
	GP_PLURAL_ONE,
	GP_PLURAL_TWO,
	GP_PLURAL_FEW,
	GP_PLURAL_MANY,
	GP_PLURAL_OTHER,
	GP_PLURALS,
};

/* The category of `n` in the language of a tag (BCP 47): of one without a
   rule here, as in English, "one" for 1 and "other" for the rest. */
enum gp_plural
gp_plural(struct gp_str lang, size_t n);

/* "zero" to "other". */
const char *
gp_plural_name(enum gp_plural category);

/* Whether whole numbers have that category in the language. */
bool
gp_plural_is_used(struct gp_str lang, enum gp_plural category);

#endif
