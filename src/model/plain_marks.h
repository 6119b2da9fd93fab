/*
 * What a mark within a line comes to where there are only characters: raised
 * and lowered words, what was struck out, how a word is said.  Knows the walk
 * and no output; what an output can show in its own way it does not ask here.
 */
#ifndef GP_MODEL_PLAIN_MARKS_H
#define GP_MODEL_PLAIN_MARKS_H

#include "base/buf.h"
#include "model/walk.h"

/* Marks in one another that are told apart; deeper ones are of the outer. */
enum { GP_MOST_PLAIN_MARKS = 4 };

/* How words stand in their line. */
enum gp_plain {
	GP_PLAIN,
	GP_PLAIN_RAISED,
	GP_PLAIN_NOTE, /* raised, and leads to a note */
	GP_PLAIN_LOWERED,
	GP_PLAIN_STRUCK,
	GP_PLAIN_READING,
};

struct gp_plain_marks {
	struct gp_buf *out;
	size_t from[GP_MOST_PLAIN_MARKS]; /* where those that are open began */
	unsigned depth;                   /* open ones, told apart or not */
};

/* How words stand that are in `n` and no other mark: a superscript that is all
   one link, or all of one, leads to a note. */
enum gp_plain
gp_plain_of(const struct gp_node *n);

/* A step of a walk whose words go to m->out: call it before the words of an
   ENTER, and at every LEAVE.  Nodes of other kinds do nothing. */
void
gp_plain_mark(struct gp_plain_marks *m, const struct gp_walk *w);

/* Makes of what stands in `b` from `from` on, which stood as `how` says, what
   is read in plain text: raised words as base/text/raised.h has it, "~~" round
   struck ones as in Markdown, a reading in brackets.  White space at the ends
   stays outside. */
void
gp_plain_end(struct gp_buf *b, size_t from, enum gp_plain how);

/* The brackets round a reading: those of East Asia or those of elsewhere, by
   how it begins. */
struct gp_reading_marks {
	struct gp_str before, after;
};

struct gp_reading_marks
gp_reading_marks(struct gp_str reading);

#endif
