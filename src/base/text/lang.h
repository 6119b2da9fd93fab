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

/* The tag as RFC 5646 (2.1.1) recommends it to be written, "pt-BR", and cut to
   what is room for; "" for what is no tag. */
enum { GP_LANG_TAG = 36 };
void
gp_lang_canonical(struct gp_str tag, char out[GP_LANG_TAG]);

/* A step of the look-up of RFC 4647 (3.4): the tag without its last part, "pt"
   for "pt-BR".  False, and the tag as it was, when it has one alone. */
bool
gp_lang_widen(struct gp_str *tag);

/* True when both begin with the same language: "en" and "en-GB".  What is no
   tag is in none. */
bool
gp_lang_is_same(struct gp_str a, struct gp_str b);

/* True for what is written from right to left: as the tag's script says, else
   as its language is written in its region.  False for what is no tag. */
bool
gp_lang_is_rtl(struct gp_str tag);

#endif
