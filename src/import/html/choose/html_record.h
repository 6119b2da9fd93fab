/*
 * Lines that an article is held to: what was corrected in it, until when it
 * was not to be published, whom the press may ask, which part of a law it is.
 * They stand at its ends, in parts that are named after other things.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_RECORD_H
#define GP_IMPORT_HTML_HTML_RECORD_H

#include "import/html/page/html_page.h"

/* Brings back lines near what stays, and in it, that say so of themselves, and
   the heading over them.  The words of them; cost: linear. */
unsigned
gp_html_keep_record(struct gp_html_page *p);

/* True for a line with a telephone's number in it: so many digits that are no
   date. */
bool
gp_html_is_number_to_ring(struct gp_str line);

/* True for "[Political content removed]": a line of words in one pair of square
   brackets, where it is said what was done to a text. */
bool
gp_html_is_remark(struct gp_str line);

#endif
