/*
 * The grammar of bylines: "By NAME", "Written by NAME, ROLES", and of names as
 * programs give them.  It reads one line and knows none of the others, no page
 * and no register of names.  Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_BYLINE_H
#define GP_NORMALISE_SAYS_BYLINE_H

#include "base/text/name_opening.h"
#include "model/doc.h"

/* Reads the whole of `line` (which must live as long as `a`) into the text
   and authors of `out`; false, and nothing changed, when it is no byline.
   A failure of the arena shows there. */
bool
gp_byline_parse(struct gp_arena *a, struct gp_str line, struct gp_byline *out);

/* True when gp_byline_parse() would take it. */
bool
gp_byline_is(struct gp_str line);

/* True for a name alone, with a paper, a place or an agency behind it: it may
   be a byline, or a heading. */
bool
gp_byline_maybe(struct gp_str line);

/* True when a word of it is a post or an organisation's: "Health Editor". */
bool
gp_byline_is_post(struct gp_str name);

/* True when a word of it is a company's by law: "Ltd", "GmbH". */
bool
gp_byline_is_firm(struct gp_str name);

/* True for what a machine knows somebody by: "jsmith42", "marc". */
bool
gp_byline_is_account(struct gp_str name);

/* True for what "by" says of a manner or a time, not of a person: "Air
   Mail", "Friday Evening".  Cost: bounded. */
bool
gp_byline_of_manner(struct gp_str name);

/* True for a name that stands for nobody: "admin", "Staff Writer", an address
   or a handle.  Case does not count. */
bool
gp_byline_nobody(struct gp_str name);

/* The words that lead up to a name in the line, behind a date or not:
   "Posted on 3 June 2019 by Jane Smith".  *name is what stands behind them, to
   the end; behind the date, or the line, when nothing opens it. */
struct gp_opening
gp_byline_opened(struct gp_str line, struct gp_str *name);

/* The names in what a page or a program gives as author, with or without an
   opening, with a date or a section behind it: as gp_byline_parse(), but a
   name alone will do.  False when it names nobody. */
bool
gp_byline_read(struct gp_arena *a, struct gp_str given, struct gp_byline *out);

/* The same of a line behind a text, which may be anything: words have to lead
   up to persons with their whole names. */
bool
gp_byline_signs(struct gp_arena *a, struct gp_str line, struct gp_byline *out);

/* Takes what stands as the last author's role away from it. */
void
gp_byline_drop_role(struct gp_byline *b);

#endif
