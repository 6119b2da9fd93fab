/*
 * Header fields of mail (RFC 5322) and the encoded words in them (RFC 2047).
 * Knows no parts and no body.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MIME_FIELD_H
#define GP_IMPORT_MAIL_MIME_FIELD_H

#include "base/arena.h"

/* The field of that name in a block of header fields, unfolded and trimmed;
   "" when there is none. */
struct gp_str
gp_mime_field(struct gp_arena *a, struct gp_str header, const char *name);

/* The header fields that a text begins with; "" when it does not. */
struct gp_str
gp_mime_header(struct gp_str bytes);

/* A field with its encoded words decoded, as UTF-8; other bytes of it that are
   not, are in the charset `raw` ("" for none). */
struct gp_str
gp_mime_words(struct gp_arena *a, struct gp_str field, struct gp_str raw);

#endif
