/*
 * Addresses (RFC 3986 and 3987), syntax only: nothing is looked up, nothing is
 * fetched, nothing is made absolute.  From the laxest question to the
 * strictest: gp_web_scheme() whether a text says that it leads to the web,
 * gp_web_address() whether what people wrote is an address there, gp_uri_ok()
 * whether every character may stand in one, gp_url() whether it may stand in
 * a link of an output.
 */
#ifndef GP_BASE_TEXT_URI_H
#define GP_BASE_TEXT_URI_H

#include "base/buf.h"

/* The length of the scheme before the colon ("mailto"), 0 for none. */
size_t
gp_uri_scheme(struct gp_str s);

/* True when `s` has that scheme, in letters of either case. */
bool
gp_uri_has(struct gp_str s, const char *scheme);

/* True when no character of `s` is a space, a control or one that RFC 3987
   leaves out of addresses, and every % is followed by two hex digits. */
bool
gp_uri_ok(struct gp_str s);

/* Appends `s` with each byte that no URI holds as %XX: of what is escaped
   already nothing, of brackets all, of two fragments the second's sign. */
void
gp_uri_escape(struct gp_str s, struct gp_buf *out);

/* Appends `s` with each %XX as the byte it stands for. */
void
gp_uri_unescape(struct gp_str s, struct gp_buf *out);

/* The length of "http://" or "https://" at the start of `s`, in letters of
   either case; else 0. */
size_t
gp_web_scheme(struct gp_str s);

/* What stands between that and the path: "user@www.example.org:8080"; "" for
   what does not lead to the web. */
struct gp_str
gp_web_authority(struct gp_str s);

/* Its host alone: "www.example.org". */
struct gp_str
gp_web_host(struct gp_str s);

/* True for an address of the web as people write it: its host has four
   bytes or more and begins with a letter or a digit of any script; no blank,
   control, quotation mark or angle.  Others may still want escaping. */
bool
gp_web_address(struct gp_str s);

/* Appends `target` as a URL that may stand in a link: http and https with a
   plain host and no user, mailto, and tel with a number; what a URL must not
   hold is escaped.
   False, and nothing appended, for any other. */
bool
gp_url(struct gp_str target, struct gp_buf *out);

/* True for the name of a parameter that says where a reader came from, and
   nothing of the page: "utm_source". */
bool
gp_uri_is_tracking(struct gp_str name);

#endif
