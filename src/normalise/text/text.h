/*
 * The words of one line: repairs that a whole document speaks for, and the
 * stated typography, with a count of each change.  It does not know what the
 * line is for.
 */
#ifndef GP_NORMALISE_TEXT_TEXT_H
#define GP_NORMALISE_TEXT_TEXT_H

#include "base/buf.h"
#include "model/draft.h"

/* Every change that is ever made to words; names in text.c. */
enum gp_fix {
	GP_FIX_MOJIBAKE,
	GP_FIX_ENTITY,
	GP_FIX_LIGATURE,
	GP_FIX_ACCENT,
	GP_FIX_CONTROL,
	GP_FIX_NFC,
	GP_FIX_NBSP,
	GP_FIX_SPACE,
	GP_FIX_INVISIBLE,
	GP_FIX_SPACE_RUN,
	GP_FIX_EDGE,
	GP_FIX_DOUBLED,
	GP_FIX_DOUBLE,
	GP_FIX_SINGLE,
	GP_FIX_COUNT,
};

/* "nbsp-to-space" */
const char *
gp_fix_name(enum gp_fix fix);

/* What the whole document speaks for. */
struct gp_evidence {
	size_t good, stray; /* wrongly decoded sequences, other characters */
	size_t twice, once; /* the same when the former are mended */
	size_t entities, tags;
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

/* Typographic quotes as ASCII ones: the same, in `out`. */
void
gp_text_fold(struct gp_str s, struct gp_buf *out);

/* True when a line ends a sentence, or announces something: a stop, and only
   quotes and brackets behind it. */
bool
gp_text_ends(struct gp_str s);

/* Marks within a line that is made of several texts: one begins; what
   follows is nobody's.  Every step leaves them where they are and looks past
   them. */
enum { GP_MARK_TEXT = '\x01', GP_MARK_GAP = '\x02' };

static inline bool
gp_is_mark(uint32_t c)
{
	return c == GP_MARK_TEXT || c == GP_MARK_GAP;
}

/* ---- the steps, each from `s` to the end of `out` ---- */

/* True when a step would change anything. */
bool
gp_wants_nfc(struct gp_str s);
bool
gp_wants_spaces(struct gp_str s);
bool
gp_wants_doubled(struct gp_str s);

void
gp_fix_mojibake(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_entities(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_letters(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_accents(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_nfc(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_spaces(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_doubled(struct gp_str s, struct gp_buf *out, unsigned *fixes);
void
gp_fix_straight(struct gp_str s, struct gp_buf *out, unsigned *fixes);

/* Adds the wrongly decoded sequences of a line, and its other characters
   beyond ASCII. */
void
gp_count_mojibake(struct gp_str s, size_t *good, size_t *stray);

/* The code point of a named character reference ("eacute"), 0: unknown. */
uint32_t
gp_entity(struct gp_str name);

/* The length of the character reference at s.p[at] == '&' with its ';', and
   its code point; 0: there is none that may stand in a text. */
size_t
gp_entity_at(struct gp_str s, size_t at, uint32_t *code);

/* Letters and digits of any script. */
bool
gp_is_word_char(uint32_t c);

#endif
