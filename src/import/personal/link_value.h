/*
 * An address of the web in its pieces, and what each looks like: a word, a
 * title, a date, a number, or a mark that tells somebody apart.  Knows no
 * site.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_VALUE_H
#define GP_IMPORT_PERSONAL_LINK_VALUE_H

#include "base/str.h"

/* "7f3a91" and more; "title-2026" is none. */
enum { GP_LEAST_MARK = 5 };

/* A segment of a path, a parameter or a part of a fragment. */
struct gp_link_value {
	struct gp_str name;  /* of a parameter; "" for a segment */
	struct gp_str text;  /* as it stands, without the name */
	struct gp_str whole; /* with it */
	bool is_parameter;
};

struct gp_link_pieces {
	struct gp_str rest;
	bool in_query;
};

/* The pieces of `url` behind its host, or behind "mailto:". */
struct gp_link_pieces
gp_link_pieces(struct gp_str url);

/* The next piece that is not empty; false at the end. */
bool
gp_link_next(struct gp_link_pieces *p, struct gp_link_value *v);

/* Two or more words set apart by '-', '_', '+' or "%20", as titles are written
   in addresses: "ferry-office-opens-12345". */
bool
gp_is_slug(struct gp_str s);

/* Sixteen or more letters and digits without an order that words have: tokens
   in hex digits, base64, UUIDs.  A share of the letters that makes up words
   tells: found on addresses of newsletters, half is far from either side. */
bool
gp_is_opaque(struct gp_str s);

/* A token that holds a text, as "eyJ..." holds JSON, or one of 64 and more
   letters and digits: long enough to say who clicked. */
bool
gp_is_payload(struct gp_str s);

/* May tell somebody apart, if the link is one that does: GP_LEAST_MARK or more
   letters and digits, a digit among them, neither a date nor a title. */
bool
gp_is_mark(struct gp_str s);

/* The same, and no number: one that is not met by chance. */
bool
gp_is_rare(struct gp_str s);

#endif
