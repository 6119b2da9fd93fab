/*
 * A page of the catalogue written down: as OPDS 1.2, which is Atom, and as OPDS
 * 2.0, which is JSON.  What is on the page is decided elsewhere.  Private to
 * series/.
 */
#ifndef GP_SERIES_SITE_OPDS_WRITE_H
#define GP_SERIES_SITE_OPDS_WRITE_H

#include "series/site/opds_page.h"

/* Both append a whole file.  Errors: GP_NOMEM. */
bool
gp_opds_xml(struct gp_arena *a, const struct gp_opds_page *p,
            struct gp_buf *out, struct gp_err *e);
bool
gp_opds_json(struct gp_arena *a, const struct gp_opds_page *p,
             struct gp_buf *out, struct gp_err *e);

#endif
