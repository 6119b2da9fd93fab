/*
 * The list of markings, styles/markings.yaml: which a pack may carry, in their
 * order, and which it may not.  What a marking means, and who may read what it
 * stands on, is not known here.
 */
#ifndef GP_CONFIG_MARKINGS_H
#define GP_CONFIG_MARKINGS_H

#include "base/arena.h"

struct gp_marking {
	struct gp_str name; /* "OFFICIAL-SENSITIVE" */
	struct gp_str *descriptors;
	size_t n_descriptors;
	bool handling;     /* a line on handling may go with it */
	bool is_protected; /* only for readers who were asked who they are */
};

struct gp_markings {
	struct gp_arena *arena;
	struct gp_marking *rows; /* the lowest first */
	size_t n;
	struct gp_str *elsewhere; /* above them in other lists: fields that say
	                             so are heard, lines and packs are not */
	size_t n_elsewhere;
	struct gp_str *refused; /* above all, the lowest first */
	size_t n_refused;
};

/* Reads the YAML text; everything lies in `a`.  NULL on error.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
struct gp_markings *
gp_markings_read(struct gp_arena *a, const char *path, struct gp_str text,
                 struct gp_err *e);

/* How high a marking is that is written as the list has it: 1 for the lowest,
   more than `n` for one that is refused, 0 for none of them. */
size_t
gp_marking_height(const struct gp_markings *m, struct gp_str written);

/* The same for a line of a source: in any case behind a label ("Classification:
   Secret") or before codes ("SECRET//NOFORN"), and so where it stands alone if
   its name is no word; else in capitals, with hyphens or spaces, by itself, in
   brackets, behind "This document is marked" or, for a name that is no word,
   before a colon. */
size_t
gp_marking_height_of_line(const struct gp_markings *m, struct gp_str line);

/* The same for what a source says of itself in a field, in any case.  Of a
   field by Australia's Email Protective Marking Standard ("VER=2018.6,
   NS=gov.au, SEC=OFFICIAL:Sensitive, CAVEAT=SH:CABINET") SEC counts, and what
   has a CAVEAT or an ACCESS is for no open site; of a label by RFC 7444 its
   marking.  `sure`: the field is about nothing but markings, so that what
   stands behind the name need not be known. */
size_t
gp_marking_height_of_field(const struct gp_markings *m, struct gp_str value,
                           bool sure);

/* What is called so in the list; 0 < height. */
struct gp_str
gp_marking_name(const struct gp_markings *m, size_t height);

/* The marking nearest to what was written, with its descriptor; "" for none. */
struct gp_str
gp_marking_nearest(const struct gp_markings *m, struct gp_str written);

#endif
