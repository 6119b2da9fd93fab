/*
 * What proves a site: the list of its packs' lists, and the signatures of each
 * list beside it. A signature comes after its list and goes before it. Whether
 * one is worth anything is not known here. Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_LISTS_H
#define GP_SERIES_SITE_SITE_LISTS_H

#include "series/site/site_sink.h"

/* The signatures of the list at `path` that has this digest.
   Errors: those of gp_signature_read(), the sink's. */
bool
gp_site_put_signatures(const struct gp_series_site *s, struct gp_str path,
                       struct gp_str digest, const struct gp_site_sink *to,
                       struct gp_err *e);

/* The paths of the signatures that the list does not have; of no list, digest
   "", of all that there might be. */
bool
gp_site_drop_signatures(const struct gp_series_site *s, struct gp_str path,
                        struct gp_str digest, const struct gp_site_sink *to,
                        struct gp_err *e);

/* The list of lists with its signatures, where the series has keys or the list
   is signed, and what of them is not to be there. */
bool
gp_site_put_list(const struct gp_series_site *s, const struct gp_site_sink *to,
                 struct gp_err *e);
bool
gp_site_drop_list(const struct gp_series_site *s, const struct gp_site_sink *to,
                  struct gp_err *e);

#endif
