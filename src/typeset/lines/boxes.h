/*
 * A paragraph cut into boxes: what cannot be broken further, each with its
 * width and what may follow it.  Break opportunities are those of UAX #14,
 * and inside words those of the hyphenation patterns; a box wider than the
 * line is cut between graphemes as a last resort.
 * Knows nothing of which breaks are taken.
 */
#ifndef GP_TYPESET_LINES_BOXES_H
#define GP_TYPESET_LINES_BOXES_H

#include "typeset/lines/hyphen.h"
#include "typeset/lines/measure.h"
#include "typeset/lines/para.h"

enum gp_box_end {
	GP_BOX_SPACE,  /* a space, which goes when the line ends here */
	GP_BOX_TIE,    /* the same, but the line should not end here */
	GP_BOX_JOINT,  /* nothing: the line may end, nothing is drawn */
	GP_BOX_HYPHEN, /* nothing: when the line ends here, a soft hyphen is
	                  drawn */
	GP_BOX_CUT,    /* nothing: the line should not end here but may */
	GP_BOX_FORCED, /* the line ends here */
};

struct gp_box {
	uint32_t from, to; /* bytes; a space after it is not in it */
	gp_len width;
	gp_len left, right; /* out of the edges, where a line begins or ends */
	gp_len after;       /* width of the space or of the soft hyphen */
	enum gp_box_end end;
};

struct gp_boxes {
	struct gp_measure *measure;
	struct gp_hyphenators *hyphenators;
	struct gp_box *rows; /* of the last paragraph */
	size_t count, cap;
	char *breaks; /* scratch: libunistring's marks */
	size_t cap_breaks;
	gp_len *advances; /* scratch: width at each byte of a box */
	size_t cap_advances;
	uint32_t advances_from, advances_to; /* the bytes they are of */
	bool has_wide;                       /* a box had to be cut */
	bool failed;                         /* out of memory */
};

/* Cuts a paragraph for lines as wide as `line`; the last box is forced.  An
   empty paragraph has no box.  False when out of memory. */
bool
gp_boxes_cut(struct gp_boxes *b, const struct gp_para *p, gp_len line,
             bool hyphenate);

void
gp_boxes_free(struct gp_boxes *b);

#endif
