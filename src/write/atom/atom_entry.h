/*
 * One article as an Atom entry (RFC 4287).  Knows no other entry and decides
 * no date: both are the feed's.  Private to write/atom/.
 */
#ifndef GP_WRITE_ATOM_ATOM_ENTRY_H
#define GP_WRITE_ATOM_ATOM_ENTRY_H

#include "model/pack.h"
#include "write/atom/atom_elements.h"

struct gp_atom_row {
	const struct gp_entry *entry;
	enum gp_feed_rights part; /* how much of the article it carries */
	struct gp_str html;       /* the content; "" with GP_FEED_LINKS */
	struct gp_date updated;
	struct gp_str lang;             /* of the pack, whose editor corrects */
	const struct gp_labels *labels; /* its words */
	/* Of a feed that goes over packs; none of it elsewhere. */
	struct gp_date undated_as; /* published, where the article has no day */
	struct gp_date latest;     /* a later day of publication is a slip */
	struct gp_str marking;     /* of the pack that it is in */
	struct gp_str marked;      /* instead of its words, where the marking
	                              keeps them out of feeds; or "" */
};

/* How much of what may be shown of an article a feed carries: what was cut
   already is carried as it is. */
enum gp_feed_rights
gp_atom_part(const struct gp_pack *pack, const struct gp_entry *entry);
/* Whether a feed says what the source files the article under: only where the
   text may go, too. */
bool
gp_atom_has_tags(const struct gp_pack *pack, const struct gp_entry *entry);
/* What an entry is called: its article's title, or the marking of a pack that
   is for readers who were asked who they are. */
struct gp_str
gp_atom_title(const struct gp_pack *pack, const struct gp_doc *doc);

/* The `marked` of its row. */
struct gp_str
gp_atom_marked(const struct gp_pack *pack);

/* The article, or its opening paragraphs, behind what was corrected in it, as
   HTML for `content`; appended to `out`, whose `max` is the limit.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_atom_html(const struct gp_atom_row *row, struct gp_buf *out,
             struct gp_err *e);

/* Appends what stands for the article where it is not read: its standfirst, and
   in an entry without content what was corrected. */
void
gp_atom_summary(const struct gp_atom_row *row, struct gp_buf *out);

/* The <entry> element. */
void
gp_atom_entry(struct gp_xml *x, const struct gp_pack *pack,
              const struct gp_atom_row *row);

/* When the article was published, for readers; GP_NO_DATE when that is not
   to be said. */
struct gp_date
gp_atom_published(const struct gp_atom_row *row);

/* The original of the article, if it has an address that may be linked to,
   appended to `out`. */
bool
gp_atom_original(const struct gp_doc *doc, struct gp_buf *out);

/* The organisation behind the pack, or what comes nearest to it. */
struct gp_str
gp_atom_publisher(const struct gp_pack *pack);

/* True when the entry can name an address of its own: the article's, or a
   place in the pack where that stands on the web.  It is appended to `out`. */
bool
gp_atom_address(const struct gp_pack *pack, const struct gp_entry *entry,
                struct gp_buf *out);

#endif
