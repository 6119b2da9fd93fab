/*
 * Language tags (BCP 47): whether a text has the form of one, and which way
 * its language is written.
 */
#ifndef GP_BASE_TEXT_LANG_H
#define GP_BASE_TEXT_LANG_H

#include "base/str.h"

/* True when `lang` has the form of a language tag (BCP 47, shape only). */
bool
gp_lang_ok(struct gp_str lang);

/* True for languages that are written from right to left. */
bool
gp_lang_is_rtl(struct gp_str lang);

#endif
