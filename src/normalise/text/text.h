/*
 * The words of one line: repairs that a whole document speaks for, and the
 * stated typography, with a count of each change.  It does not know what the
 * line is for.
 */
#ifndef GP_NORMALISE_TEXT_TEXT_H
#define GP_NORMALISE_TEXT_TEXT_H

#include "base/buf.h"
#include "normalise/text/fixes.h"

/* When a document speaks for having been decoded with the wrong table: so many
   sequences at least, and of characters beyond ASCII that are none at most one
   to so many.  A judgement. */
enum { GP_LEAST_WRONG = 2, GP_WRONG_TO_STRAY = 8 };

/* What the whole document speaks for. */
struct gp_evidence {
	size_t good, stray; /* wrongly decoded sequences, other characters */
	size_t twice, once; /* the same when the former are mended */
	size_t entities, tags;
	bool bare;           /* entities without a semicolon are some too */
	size_t contractions; /* "it´s" and the like */
};
void
gp_evidence_add(struct gp_evidence *v, struct gp_str line);

/* Two buffers that the steps over a line write to by turns. */
struct gp_desk {
	struct gp_buf a, b;
};
void
gp_desk_free(struct gp_desk *d);

/* The line as it is printed: a view of `line` itself or of `d`, good until
   the next call.  Adds to `fixes` (GP_FIX_COUNT of them). */
struct gp_str
gp_text_set(struct gp_desk *d, const struct gp_evidence *v, struct gp_str line,
            unsigned *fixes);

/* Appends a text that is no prose.  In a document that was decoded with the
   wrong table it is mended where controls (U+0080 to U+009F) show it, which
   nobody types: bytes that windows-1252 lacks.  Adds to `fixes`. */
void
gp_text_set_code(const struct gp_evidence *v, struct gp_str code,
                 struct gp_buf *out, unsigned *fixes);

/* Typographic quotes as ASCII ones: the same, in `out`. */
void
gp_text_fold(struct gp_str s, struct gp_buf *out);

/* True when a line ends a sentence, or announces something: a stop, and only
   quotes and brackets behind it. */
bool
gp_text_ends(struct gp_str s);

#endif
