/*
 * One article as an Atom entry (RFC 4287).  Knows no other entry and decides
 * no date: both are the feed's.  Private to write/atom/.
 */
#ifndef GP_WRITE_ATOM_ATOM_ENTRY_H
#define GP_WRITE_ATOM_ATOM_ENTRY_H

#include "model/pack.h"
#include "write/xml.h"

struct gp_atom_row {
	const struct gp_entry *entry;
	enum gp_feed_rights part; /* how much of the article it carries */
	struct gp_str html;       /* the content; "" with GP_FEED_LINKS */
	struct gp_date updated;
};

/* The article, or its opening paragraphs, as HTML for `content`; appended to
   `out`, whose `max` is the limit.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_atom_html(const struct gp_doc *doc, enum gp_feed_rights part,
             struct gp_buf *out, struct gp_err *e);

/* The <entry> element. */
void
gp_atom_entry(struct gp_xml *x, const struct gp_pack *pack,
              const struct gp_atom_row *row);

/* A <link>; `type` may be NULL. */
void
gp_atom_link(struct gp_xml *x, const char *rel, const char *type,
             struct gp_str href);

/* An <author> with this name. */
void
gp_atom_author(struct gp_xml *x, struct gp_str name);

/* The organisation behind the pack, or what comes nearest to it. */
struct gp_str
gp_atom_publisher(const struct gp_pack *pack);

/* True when the entry can name an address of its own: the article's, or a
   place in the pack where that stands on the web.  It is appended to `out`. */
bool
gp_atom_address(const struct gp_pack *pack, const struct gp_entry *entry,
                struct gp_buf *out);

#endif
