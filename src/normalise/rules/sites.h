/*
 * Rule files compiled, and which articles they are for.  What a file then does
 * to an article is not known here: that is the pass in site_rules.c.
 */
#ifndef GP_NORMALISE_RULES_SITES_H
#define GP_NORMALISE_RULES_SITES_H

#include "config/sitefile.h"
#include "model/draft.h"

struct gp_matcher;
struct gp_site;

/* `file` must outlive it.  NULL on error; the caller frees it.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
struct gp_site *
gp_site_new(const struct gp_site_file *file, struct gp_err *e);
void
gp_site_free(struct gp_site *s);

const struct gp_site_file *
gp_site_file_of(const struct gp_site *s);

/* True when the fingerprint fits: by its address (`url`, or what it says
   itself), the program that made it, and its lines, each of these that the
   file names. */
bool
gp_site_fits(const struct gp_site *s, struct gp_matcher *m,
             const struct gp_draft *draft, struct gp_str url);

/* What the file says of a line; "text" for one that tells the source. */
enum gp_site_says { GP_SITE_NOTHING, GP_SITE_KEEP, GP_SITE_DROP };
enum gp_site_says
gp_site_judge(const struct gp_site *s, struct gp_matcher *m, struct gp_str line,
              const struct gp_site_line **rule);

#endif
