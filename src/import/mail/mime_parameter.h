/*
 * What stands behind the value of a field: `; charset="utf-8"; format=flowed`
 * (RFC 2045, section 5.1; RFC 2231).  Knows no parts and no meanings.  Private
 * to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MIME_PARAMETER_H
#define GP_IMPORT_MAIL_MIME_PARAMETER_H

#include "base/arena.h"

/* The value itself, up to a space, a comment or a parameter: a view. */
struct gp_str
gp_mime_token(struct gp_str field);

/* The parameter `name` as it stands: a view, "" when there is none. */
struct gp_str
gp_mime_parameter(struct gp_str field, const char *name);

/* The same of one that people read, as UTF-8 in `a`: in pieces (`name*0`), in
   the order in which they stand, in a charset of its own (`name*`), or with
   encoded words; other bytes are in the charset `raw` ("" for none). */
struct gp_str
gp_mime_text_parameter(struct gp_arena *a, struct gp_str field,
                       const char *name, struct gp_str raw);

#endif
