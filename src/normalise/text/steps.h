/*
 * The steps that a line goes through, each from `s` to the end of `out`, each
 * adding to `fixes` what it changed.  Whether a document speaks for a step
 * they do not know.  Private to normalise/text/.
 */
#ifndef GP_NORMALISE_TEXT_STEPS_H
#define GP_NORMALISE_TEXT_STEPS_H

#include "base/buf.h"
#include "base/entity.h"
#include "normalise/text/fixes.h"

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
gp_fix_bare_entities(struct gp_str s, struct gp_buf *out, unsigned *fixes);
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

/* The character reference at s.p[at] == '&', if `bare` also one without a
   semicolon; false when there is none whose character may stand in a text. */
bool
gp_reference_at(struct gp_str s, size_t at, bool bare, struct gp_ref *ref);

#endif
