/*
 * Each article of a pack that stands in a series, cut to what its series may
 * show of it, and the findings about that.  What was shown once and may be no
 * more is not known here.  Private to pack/.
 */
#ifndef GP_PACK_PACK_SHARE_H
#define GP_PACK_PACK_SHARE_H

#include "base/diag.h"
#include "config/packfile.h"

/* Fills `share` and `licence` of the entries and cuts them; feeds carry what is
   left, as every output does.  With a finding
   `source-unlisted` for each article that the public gets a link of because
   nobody said more.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_pack_share(struct gp_pack *pack, const struct gp_packfile *file,
              struct gp_diag *d, struct gp_err *e);

#endif
