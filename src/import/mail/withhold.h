/*
 * What of a letter is its recipient's alone and goes into no output.  Knows
 * addresses as they are written in text and in links, neither HTML nor who
 * else may be named.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_WITHHOLD_H
#define GP_IMPORT_MAIL_WITHHOLD_H

#include "base/buf.h"

/* Appends `text` to `out` without the addresses that the field `recipients`
   holds (RFC 5322, section 3.4), however their letters' case is and whether
   "@" stands as itself, as "%40" or as "&#64;".  An address that the field
   `from` holds too is kept.  Returns how many were taken out.  Cost: linear
   in the text for each address; of a field no more than the first eight
   count.  Errors: those of the buffer. */
size_t
gp_withhold(struct gp_str text, struct gp_str recipients, struct gp_str from,
            struct gp_buf *out);

#endif
