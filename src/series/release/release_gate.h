/*
 * What keeps a pack from being released, whatever its articles are: a marking
 * that is lower than one of its sources', and a site that is open to all where
 * the marking wants readers asked who they are.  It reads no ledger.
 * Private to series/.
 */
#ifndef GP_SERIES_RELEASE_GATE_H
#define GP_SERIES_RELEASE_GATE_H

#include "config/seriesfile.h"

/* True when the pack in `folder` may go onto the site of the series.  Else
   GP_INPUT at the folder, with what to do. */
bool
gp_release_gate(const struct gp_pack *pack, const struct gp_seriesfile *series,
                const char *folder, struct gp_err *e);

#endif
