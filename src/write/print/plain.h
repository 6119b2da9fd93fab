/*
 * The words of reports for editors: stable names of repairs and reasons as
 * people say them.
 */
#ifndef GP_WRITE_PRINT_PLAIN_H
#define GP_WRITE_PRINT_PLAIN_H

#include "model/doc.h"

/* gp_word_for() with what the documents themselves never show. */
struct gp_str
gp_plain_word(struct gp_str name);

/* True when the reader loses something: not for lines that went into a field
   or that an editor took away. */
bool
gp_is_lost(const struct gp_dropped *d);

#endif
