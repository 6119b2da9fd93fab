/*
 * A plain letter as lines: how deep each is quoted, which go on with the one
 * before, which are a signature.  Knows no markup and makes none.  Private to
 * import/mail/.
 */
#ifndef GP_IMPORT_MAIL_LETTER_LINES_H
#define GP_IMPORT_MAIL_LETTER_LINES_H

#include "base/arena.h"
#include "base/diag.h"

struct gp_letter {
	const char *name; /* of its source, for messages */
	struct gp_diag *diag;
	struct gp_arena *arena; /* scratch */
	bool flowed;            /* format=flowed (RFC 3676) */
	bool no_space;          /* ...and DelSp=yes */
	bool in_mailbox;        /* ">From" stands for "From" (RFC 4155) */
};

struct gp_letter_line {
	struct gp_str words; /* without quote marks; its spaces stay */
	unsigned depth;      /* of quotation */
	bool blank;
	bool soft;      /* ends in the space of RFC 3676, which may stand for
	                   nothing */
	bool joins;     /* goes on with the line before */
	bool glues;     /* ...with its last word */
	bool signature; /* stands behind "-- ", or is it */
};

struct gp_letter_lines {
	struct gp_letter_line *all;
	size_t n, room;
};

/* The lines of `text` (UTF-8; LF, or CRLF), as views of it, in l->arena; a
   uuencoded file is left out with a finding.  Cost: linear.  Errors: GP_LIMIT,
   GP_NOMEM. */
bool
gp_letter_lines(const struct gp_letter *l, struct gp_str text,
                struct gp_letter_lines *out, struct gp_err *e);

/* True for a rule, or what a mailer puts over a mail that it passes on. */
bool
gp_letter_begins_rule(struct gp_str words);

#endif
