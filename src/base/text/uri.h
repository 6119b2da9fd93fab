/*
 * Addresses that may stand in a link (RFC 3986).  Syntax only: nothing is
 * looked up, nothing is fetched.
 */
#ifndef GP_BASE_TEXT_URI_H
#define GP_BASE_TEXT_URI_H

#include "base/buf.h"

/* Appends `target` as a URL that may stand in a link: http and https with a
   plain host, and mailto; what a URL must not hold is percent-encoded.
   False, and nothing appended, for any other. */
bool
gp_url(struct gp_str target, struct gp_buf *out);

/* The host of a URL that gp_url() made: "www.example.org"; "" for mailto. */
struct gp_str
gp_url_host(struct gp_str url);

#endif
