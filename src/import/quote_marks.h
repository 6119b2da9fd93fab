/*
 * The quotation marks of languages, outer and inner ones.  It knows no text:
 * which marks one has already is asked elsewhere.
 */
#ifndef GP_IMPORT_QUOTE_MARKS_H
#define GP_IMPORT_QUOTE_MARKS_H

#include "base/str.h"

/* With the space that belongs within them. */
struct gp_quote_marks {
	const char *open, *close;
};

/* Those that a quotation in a text of that language has which stands in `depth`
   others: the inner ones for odd depths.  English ones where the language is
   not known.  Source: Unicode CLDR 44, delimiters, but for the space within
   French ones and for the inner ones of French and Hebrew, which are told from
   the outer ones here. */
struct gp_quote_marks
gp_quote_marks(struct gp_str lang, unsigned depth);

#endif
