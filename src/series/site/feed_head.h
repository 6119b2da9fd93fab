/*
 * What all feeds of a series say of it, from series.yaml, and where its files
 * are: whole addresses where the site has one, else relative to the file that
 * names them.  It knows no entry.  Private to series/.
 */
#ifndef GP_SERIES_SITE_FEED_HEAD_H
#define GP_SERIES_SITE_FEED_HEAD_H

#include "config/seriesfile.h"
#include "model/labels.h"
#include "write/xml.h"

struct gp_feed_head {
	const struct gp_seriesfile *series;
	const struct gp_labels *labels; /* words in its language, or NULL */
	struct gp_str uri;              /* of the series */
	struct gp_str updated;          /* of the last change, RFC 3339 */
};

/* A digest of all of it and of the version of govpub, which feeds name too, in
   hexadecimal, kept in `a`: other feeds when it is another one. */
struct gp_str
gp_feed_head_digest(struct gp_arena *a, const struct gp_seriesfile *s);

/* The address of a file of the site, as a file names it that lies `deep`
   folders below its top; kept in `a`. */
struct gp_str
gp_feed_address(struct gp_arena *a, const struct gp_feed_head *h, unsigned deep,
                struct gp_str file);

/* title, subtitle, id, updated, author, marking, rights, generator of an Atom
   feed. */
void
gp_feed_head_atom(struct gp_xml *x, const struct gp_feed_head *h,
                  struct gp_str id, struct gp_str title, struct gp_str updated);

/* The <author> of what has none of its own: whoever publishes the series. */
void
gp_feed_author(struct gp_xml *x, const struct gp_feed_head *h);

#endif
