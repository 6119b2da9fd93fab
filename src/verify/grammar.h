/*
 * Small grammars that checks share: addresses, media types, paths in a
 * container.  Yes or no; nothing is reported here.
 */
#ifndef GP_VERIFY_GRAMMAR_H
#define GP_VERIFY_GRAMMAR_H

#include "base/arena.h"

/* "type/subtype" and parameters (RFC 6838, 4.2). */
bool
gp_is_media_type(struct gp_str s);

/* "2015-11-10T00:00:00Z", with an offset too: RFC 3339, 5.6, to the letter. */
bool
gp_is_timestamp(struct gp_str s);

/* Parted by spaces, as attributes have them. */
bool
gp_has_word(struct gp_str list, const char *word);

/* The path that `href` of the file `base` means, percent signs undone, and
   what stands behind '#'.  False when it leaves the container. */
bool
gp_resolve(struct gp_arena *a, struct gp_str base, struct gp_str href,
           struct gp_str *path, struct gp_str *fragment);

#endif
