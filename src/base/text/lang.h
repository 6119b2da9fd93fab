/*
 * Language tags (BCP 47, which is RFC 5646): whether a text is one, what it
 * is made of, and which way its language is written.  Knows no names of
 * languages, and of scripts and languages only those that run from right to
 * left.
 */
#ifndef GP_BASE_TEXT_LANG_H
#define GP_BASE_TEXT_LANG_H

#include "base/str.h"

struct gp_lang {
	struct gp_str language, script, region; /* views; "" for none */
};

/* True when `tag` is well-formed (RFC 5646, 2.1, without the grandfathered):
   "en", "zh-Hant-TW", "de-1996", "sr-Latn-x-house"; `out` has its parts. */
bool
gp_lang_parse(struct gp_str tag, struct gp_lang *out);

/* The same for those who ask only that. */
bool
gp_lang_ok(struct gp_str tag);

/* True for what is written from right to left: as the tag's script says, else
   as its language is written in its region.  False for what is no tag. */
bool
gp_lang_is_rtl(struct gp_str tag);

#endif
