/*
 * The label of an item that somebody typed before its words: "(b)", "iv.",
 * "1.2.3", "§ 3", "Article 5", a bullet.  Whether it is one is told by its
 * neighbours: this knows one at a time, and two that follow each other.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_TEXT_TYPED_LABEL_H
#define GP_NORMALISE_TEXT_TYPED_LABEL_H

#include "base/str.h"

enum gp_typed {
	GP_TYPED_BRACKETS, /* (b) */
	GP_TYPED_BRACKET,  /* b) */
	GP_TYPED_STOP,     /* b. */
	GP_TYPED_PARTS,    /* 1.2.3 */
	GP_TYPED_SIGN,     /* § 3 */
	GP_TYPED_WORD,     /* Article 5 */
	GP_TYPED_BULLET,
};

struct gp_typed_label {
	enum gp_typed form;
	struct gp_str label;   /* as it stands */
	struct gp_str before;  /* what is the same in a whole list */
	struct gp_str counter; /* what counts in it: "b", "3"; "" of a bullet */
};

/* The label that `s` begins with, up to its end or to white space; views of
   `s`.  False when it begins with none. */
bool
gp_typed_label(struct gp_str s, struct gp_typed_label *out);

/* True when `b` is the label next to `a` in one list: of the same form, and one
   more or one less; between brackets, as laws are amended, any later one. */
bool
gp_typed_follows(const struct gp_typed_label *a,
                 const struct gp_typed_label *b);

/* True when it counts to `n` in some way. */
bool
gp_typed_is(const struct gp_typed_label *t, long n);

#endif
