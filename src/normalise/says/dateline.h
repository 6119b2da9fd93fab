/*
 * The grammar of dates that stand alone on a line, after a label ("Updated:")
 * or before a "Source:".  Dates inside sentences are none of it.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATELINE_H
#define GP_NORMALISE_SAYS_DATELINE_H

#include "model/doc.h"
#include "normalise/says/date_grammar.h"

struct gp_found_date {
	struct gp_date date;
	enum gp_date_role role;
	struct gp_str raw; /* the date as written, without its label */
	bool labelled;     /* words before it say what it is the date of */
	bool of_other;     /* they say it is the day of something else */
	bool has_source;   /* the label "Source:" stands behind it */
	struct gp_str source;
};

/* Reads the whole of `line`; the results are views of it. */
bool
gp_dateline_parse(struct gp_str line, struct gp_found_date *out);

/* Finds the first date within `text`, with its time; out->raw tells where.
   The role is that of the words before it; one of change only counts when no
   other follows it.  *unclear (may be NULL) is set when nothing was found but
   what may be either of two days. */
bool
gp_dateline_find(struct gp_str text, enum gp_date_order order,
                 struct gp_found_date *out, bool *unclear);

/* The same for a date that opens a text, with no more before it than a place
   or what kind of text it is ("Bonn, 4 March 2021 - The minister"): it stands
   in brackets, before a dash or bar, or at the very front in figures. */
bool
gp_dateline_open(struct gp_str text, enum gp_date_order order,
                 struct gp_found_date *out);

/* True for "01/02/2015" and its like, which may be either of two days. */
bool
gp_dateline_ambiguous(struct gp_str line);

/* True when the line is nothing but a label ("Last updated:"). */
bool
gp_dateline_label(struct gp_str line, enum gp_date_role *role);

/* Takes the label "Source" and its colon off the front of *s, and a dash or
   bar before it. */
bool
gp_take_source_label(struct gp_str *s);

#endif
