/*
 * The words of an item of a JSON Feed as its bytes have them: all texts but
 * names of members and plain addresses, with HTML in them read as such.  It
 * does not know which member means what.  Private to import/.
 */
#ifndef GP_IMPORT_GUARD_JSON_WORDS_H
#define GP_IMPORT_GUARD_JSON_WORDS_H

#include "base/text/words_told.h"

/* The next item of the feed at or after byte *at, which is 0 at first and moves
   behind it.  False when there is none, or when one is no object.  Cost: linear
   in what is passed. */
bool
gp_json_item(struct gp_str json, size_t *at, struct gp_str *item);

/* Tells its words.  Cost: linear. */
void
gp_json_words(struct gp_str item, struct gp_listener *l);

/* True for a text that is an address and nothing else: nobody reads it. */
bool
gp_json_is_address(struct gp_str text);

#endif
