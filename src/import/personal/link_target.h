/*
 * Where an address that only leads on leads to, if it says so itself: as a
 * parameter, in its path, or in a token that holds a text.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_TARGET_H
#define GP_IMPORT_PERSONAL_LINK_TARGET_H

#include "base/arena.h"

/* The address of the web that `url` carries, decoded, in the arena; "" when it
   carries none.  Percent-encoding, base64 (JSON in it too) and the "-3A__" that
   filters of mail write for "://" are undone.  Cost: linear. */
struct gp_str
gp_link_target(struct gp_arena *a, struct gp_str url);

#endif
