/*
 * An entry of a feed, whatever the feed is written in: feed_xml.c reads XML,
 * feed_json.c reads JSON, feed_entry.c makes articles of what they find.  A
 * letter becomes an entry too (import/mail/).  Nothing here is fetched, and
 * nothing weighed.
 */
#ifndef GP_IMPORT_FEED_FEED_H
#define GP_IMPORT_FEED_FEED_H

#include "import/import.h"

enum { GP_FEED_NAMES = 32 }; /* authors or categories of one entry */

struct gp_feed_names {
	struct gp_str rows[GP_FEED_NAMES];
	size_t n;
};

/* A text of an entry that may be no part of what is said below. */
struct gp_feed_other {
	struct gp_str name, text; /* of its element; plain */
	struct gp_feed_other *next;
};

/* Views that live until gp_feed_article() returns; "" when not given.  Words
   are plain but where it says HTML, as `summary` and `content` are. */
struct gp_feed_entry {
	struct gp_str id, title, url, published, updated, summary, content;
	struct gp_str base, lang, source;
	bool html_title;   /* the title is HTML */
	bool loose_source; /* the feed's name, not the entry's own word */
	struct gp_feed_names authors, categories;
	struct gp_str picture;         /* address of one that stands for it */
	struct gp_str caption, credit; /* of the picture, HTML */
	size_t enclosures;             /* files that a reader would fetch */
	/* Listed, where no claim says so. */
	struct gp_feed_other *others, *last_other;
	unsigned line;
};

/* Appends the article of an entry; one without words is a finding.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_feed_article(struct gp_articles *out, const struct gp_source_bytes *source,
                const struct gp_feed_entry *entry, struct gp_diag *d,
                struct gp_err *e);

/* Lists what the feed says of itself, `head`, with an article of it that is
   finished, but for what its claims say.  Failure is the draft's arena's. */
void
gp_feed_list_head(struct gp_draft *draft, const struct gp_feed_entry *head);

/* Adds a text to what is listed; both strings live as `a`, whose failure is
   all that can go wrong. */
void
gp_feed_other(struct gp_arena *a, struct gp_feed_entry *entry,
              struct gp_str name, struct gp_str text);

/* Adds a name that is not blank, up to GP_FEED_NAMES. */
void
gp_feed_name(struct gp_feed_names *names, struct gp_str name);

/* "Jane Doe" of "jane@example.org (Jane Doe)" or "Jane Doe <jane@...>"; a bare
   address stays as it is. */
struct gp_str
gp_mailbox_name(struct gp_str mailbox);

/* Plain text as HTML: escaped, a paragraph for what blank lines part. */
void
gp_feed_escape(struct gp_buf *out, struct gp_str text);

#endif
