/*
 * How a pack went out, in words: the same in every output.  And where an
 * article was printed, for a pack of cuttings.  Says what was given, no more,
 * and asks no clock.
 */
#ifndef GP_WORDING_ISSUE_WORDS_H
#define GP_WORDING_ISSUE_WORDS_H

#include "model/pack.h"

/* "Morning · Issued 07:00 UTC, last checked 06:52 UTC", of a moment on another
   day than `day` with that day; "" when nothing is given.  In `a`, as all that
   follow. */
struct gp_str
gp_issue_line(const struct gp_pack *pack, const struct gp_date *day,
              struct gp_arena *a);
/* "For ministers, private offices", or "". */
struct gp_str
gp_issue_readers(const struct gp_pack *pack, struct gp_arena *a);
/* "NLA Media Access · licence number: 0123 · copies allowed: 250", or "". */
struct gp_str
gp_issue_licence(const struct gp_pack *pack, struct gp_arena *a);

/* Appends "printed on page 7 · circulation 120,450", what there is of it;
   `l` may be NULL: English. */
void
gp_printed_place_put(const struct gp_doc *doc, const struct gp_labels *l,
                     struct gp_buf *out);

/* Appends "08:40 UTC+1": the hour with its zone, where one is given. */
void
gp_clock_put(const struct gp_date *moment, struct gp_buf *out);

#endif
