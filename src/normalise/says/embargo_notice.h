/*
 * A line that says until when its text may not be published, or only that it
 * may not: the words of it in the languages that dates are known in, and what
 * stands before and behind.  "Embargo on beef ends" is none.  What follows
 * from a notice is decided elsewhere.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_EMBARGO_NOTICE_H
#define GP_NORMALISE_SAYS_EMBARGO_NOTICE_H

#include "model/embargo.h"

struct gp_embargo_notice {
	struct gp_embargo what; /* GP_EMBARGO_UNTIL or GP_EMBARGO_OPEN */
	struct gp_str rest;     /* a title that stands on the same line; "" */
	bool in_sentence;       /* among other words, which say more */
	bool waits;             /* it ends where a time should follow */
};

/* Reads a line; out->rest is a view of it.  False: it is no notice.  Cost is
   linear in the line but for the first words of it. */
bool
gp_embargo_notice_read(struct gp_str line, struct gp_embargo_notice *out);

/* The line without a notice that it begins or ends with: a view of it, "" when
   it is nothing else. */
struct gp_str
gp_embargo_without(struct gp_str line);

/* What the value of a field of that name says: a time, or that there is one
   ("yes"), or none ("none", ""). */
struct gp_embargo
gp_embargo_value(struct gp_str value);

/* True when the whole line is a day, with or without an hour. */
bool
gp_embargo_is_time(struct gp_str line, struct gp_embargo *out);

#endif
