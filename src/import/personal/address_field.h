/*
 * A header field with addresses, as whoever wrote it may spell them: names in
 * quotation marks, comments and blanks within an address.  Knows no group, no
 * name of a person and no encoded word.  Private to import/personal/.
 */
#ifndef GP_IMPORT_PERSONAL_ADDRESS_FIELD_H
#define GP_IMPORT_PERSONAL_ADDRESS_FIELD_H

#include "base/arena.h"

/* `field` (RFC 5322, 3.4) in the arena, with each address in one piece: without
   comments, blanks round '.' and '@', marks and blanks of a quoted name that an
   '@' follows; what it quotes beside that goes.  Cost: linear. */
struct gp_str
gp_address_field(struct gp_arena *a, struct gp_str field);

#endif
