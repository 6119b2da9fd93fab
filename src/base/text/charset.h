/*
 * Bytes in a named encoding to UTF-8, by iconv.  Only encodings that texts of
 * the web and of mail are in; knows neither pages nor mails.
 */
#ifndef GP_BASE_TEXT_CHARSET_H
#define GP_BASE_TEXT_CHARSET_H

#include "base/buf.h"

/* Appends `bytes` as UTF-8, U+FFFD for what is none of the encoding's.  False,
   and nothing appended, for UTF-8, US-ASCII, Latin-1 and what is not known:
   gp_decode() knows better. */
bool
gp_charset_convert(struct gp_str name, struct gp_str bytes, struct gp_buf *out);

/* What the encoding of that name is called, when pages may be in it and are
   not read so anyway; else NULL. */
const char *
gp_charset_of_page(struct gp_str label);

#endif
