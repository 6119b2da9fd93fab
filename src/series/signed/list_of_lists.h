/*
 * SHA256SUMS of a site: a line for each pack that is out, with the digest of
 * the list of its files. One signature of it stands for the whole site, and it
 * costs a long series a line a pack. Neither feeds nor pages are in it. Private
 * to series/.
 */
#ifndef GP_SERIES_SIGNED_LIST_OF_LISTS_H
#define GP_SERIES_SIGNED_LIST_OF_LISTS_H

#include "base/buf.h"
#include "series/ledger/ledger.h"

#define GP_SUMS_NAME "SHA256SUMS"

/* The digest of the list of an edition's files, or "" when it has none. */
struct gp_str
gp_sums_digest(const struct gp_release_entry *r);

/* The list as it is when `next`, a release or one that takes another back,
   has been written into the ledger; NULL: as it is now. Sorted by the packs'
   names. Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_list_of_lists(const struct gp_ledger *l, const struct gp_release_entry *next,
                 struct gp_buf *out, struct gp_err *e);

#endif
