/*
 * Bytes in a named encoding to UTF-8.  The names are the labels of the
 * Encoding Standard, for every importer the same; knows neither pages nor
 * mails.
 */
#ifndef GP_BASE_TEXT_CHARSET_H
#define GP_BASE_TEXT_CHARSET_H

#include "base/buf.h"

/* Appends `bytes` as UTF-8, U+FFFD for what is none of the encoding's.  False,
   and nothing appended, for UTF-8, US-ASCII, Latin-1, x-user-defined (which
   HTML, 13.2.3.2, takes for windows-1252) and what is not known: gp_decode()
   knows better. */
bool
gp_charset_convert(struct gp_str label, struct gp_str bytes,
                   struct gp_buf *out);

/* The standard's name ("shift_jis") for a label ("x-sjis"), or NULL. */
const char *
gp_charset_name(struct gp_str label);

/* True for labels of which the standard wants nothing read. */
bool
gp_charset_is_refused(struct gp_str label);

/* True when all its bytes are ASCII, and escapes say what they mean. */
bool
gp_charset_escapes(struct gp_str label);

#endif
