/*
 * The words of an entry of a feed in XML as its bytes have them: between tags,
 * in CDATA, and once more decoded where an element holds HTML as a text.
 * Private to import/.  It does not know what an element means.
 */
#ifndef GP_IMPORT_GUARD_XML_WORDS_H
#define GP_IMPORT_GUARD_XML_WORDS_H

#include "base/text/words_told.h"

/* The next <entry> or <item> at or after byte *at, whatever its prefix, without
   its own tags; *at is 0 at first and moves behind it.  Only those that stand
   in the root or in a channel: none in an entry or in another element.  False
   when there is none.  Cost: linear in what is passed. */
bool
gp_xml_entry(struct gp_str xml, size_t *at, struct gp_str *entry);

/* Tells its words, each with the byte where its text begins.  Cost: linear. */
void
gp_xml_words(struct gp_str entry, struct gp_listener *l);

#endif
