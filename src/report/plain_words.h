/*
 * The words of reports for editors: stable names of repairs and reasons as
 * people say them.  Knows no layout and no format.  Private to report/.
 */
#ifndef GP_REPORT_PLAIN_WORDS_H
#define GP_REPORT_PLAIN_WORDS_H

#include "model/doc.h"

/* gp_word_for() with what the documents themselves never show. */
struct gp_str
gp_plain_word(struct gp_str name);

/* "Title", "Address": what a claim is about. */
const char *
gp_claim_name(enum gp_claim_kind kind);
/* What became of it: "taken", "says otherwise", ... */
struct gp_str
gp_claim_outcome(const struct gp_judged_claim *c);

/* True when the reader loses something: not for lines that went into a field
   or that an editor took away. */
bool
gp_is_lost(const struct gp_dropped *d);

#endif
