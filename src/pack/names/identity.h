/*
 * Who is who, for readers that remember: the URIs of the series, the pack and
 * its articles.  A URI says the same next week, when the file has another
 * name, and is never made of a path.  Private to pack/.
 */
#ifndef GP_PACK_IDENTITY_H
#define GP_PACK_IDENTITY_H

#include "model/pack.h"

/* Settles info.series_id, info.identifier, where pack.yaml gave none, and the
   URI of every entry.  `dated` tells that the pack's date was given for it and
   not taken from an article: only then is it part of who the pack is, as the
   next article would change it.  A failure is the arena's. */
void
gp_identity_settle(struct gp_pack *pack, bool dated);

#endif
