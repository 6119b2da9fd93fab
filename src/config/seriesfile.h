/*
 * series.yaml: what holds for every pack of a series.  Read like pack.yaml,
 * with the same complaints; whatever a pack says itself goes over it.  It
 * knows no pack, and whether a design that it names exists is asked by others.
 */
#ifndef GP_CONFIG_SERIESFILE_H
#define GP_CONFIG_SERIESFILE_H

#include "config/mailkeys.h"
#include "model/pack.h"

/* Whom the packs are for; it must be said. */
enum gp_audience {
	GP_AUDIENCE_UNSAID,
	GP_AUDIENCE_INTERNAL,
	GP_AUDIENCE_PUBLIC
};

/* How much of a source's articles may be used. */
enum gp_source_use { GP_USE_UNSAID, GP_USE_FULL, GP_USE_EXTRACT, GP_USE_LINK };

/* One row of `sources:`; what was not given is empty or 0. */
struct gp_series_source {
	struct gp_str name, licence;
	long days; /* until its text leaves all that is served */
	enum gp_source_use use;
	unsigned line;
};

enum { GP_MAX_SIGNERS = 8 };

/* `sign:`, the keys that sign what the series releases, each the path of a file
   as ssh-keygen takes it.  No key is opened here or anywhere else. */
struct gp_signkeys {
	struct gp_str *paths; /* as written; each ends in NUL */
	size_t n;             /* at most GP_MAX_SIGNERS */
	unsigned line;        /* in series.yaml */
};

struct gp_seriesfile {
	struct gp_arena *arena; /* the caller's; keeps the strings */
	struct gp_str path;
	struct gp_pack_info info; /* what its packs inherit; `title` is that
	                             of the series, `identifier` its URI */
	enum gp_audience audience;
	struct gp_series_source *sources;
	size_t n_sources;
	struct gp_mail_settings mail;
	unsigned design_line, design_column;   /* of the value of `design` */
	unsigned marking_line, marking_column; /* and of these */
	unsigned handling_line, handling_column;
	struct gp_signkeys sign;
	bool has_feed_rights;
	bool needs_approval; /* nothing goes out that nobody approved */
	bool is_protected;   /* whoever serves it asks readers who they are */
};

/* Reads the YAML text into `out`, whose `arena` is set; `path` is for
   messages.  A series needs `title` and `audience`; one for the public has
   links in its feeds unless it says otherwise.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_seriesfile_read(struct gp_seriesfile *out, const char *path,
                   struct gp_str text, struct gp_err *e);

#endif
