/*
 * Addresses as paper shows them, for people who type them.  What a link leads
 * to is not changed by it.
 */
#ifndef GP_WORDING_PRINTED_ADDRESS_H
#define GP_WORDING_PRINTED_ADDRESS_H

#include "base/arena.h"

/* Host and path of an address of the web, and of its query what is not there to
   count readers: "www.example.org/news?id=7"; of mail and telephone what
   follows the scheme; any other address as it is.  In `a`. */
struct gp_str
gp_printed_address(struct gp_str address, struct gp_arena *a);

#endif
