/*
 * Words as they are compared: letters and digits of any script in lower case,
 * by Unicode's simple mapping, and nothing of how they are set apart.  Knows
 * no language, so Turkish has no rule of its own.
 */
#ifndef GP_BASE_TEXT_FOLD_H
#define GP_BASE_TEXT_FOLD_H

#include "base/buf.h"

#include <stdint.h>

/* As the two behind them, which ask them for what is not ASCII. */
bool
gp_is_far_word_char(uint32_t c);
uint32_t
gp_fold_far_char(uint32_t c);

/* Letters and digits, raised and lowered ones too; GP_UTF8_BAD is neither. */
static inline bool
gp_is_word_char(uint32_t c)
{
	return c < 0x80 ? gp_is_alnum((char)c) : gp_is_far_word_char(c);
}

/* A letter in lower case, a digit as it is, and of one that is raised or
   lowered the one that it is: "CO₂" is "co2"; 0 for all else. */
static inline uint32_t
gp_fold_char(uint32_t c)
{
	if (c >= 0x80)
		return gp_fold_far_char(c);
	return gp_is_alnum((char)c) ? (uint32_t)gp_to_lower((char)c) : 0;
}

/* The next character of `s` folded, with *i moving on from 0: letters and
   digits, and one space for what stands between two words; 0 at the end.  An
   apostrophe, straight or curly, stands between nothing. */
uint32_t
gp_fold_next(struct gp_str s, size_t *i);

/* Appends all of them. */
void
gp_fold_words(struct gp_str s, struct gp_buf *out);

/* The bytes at the front of `s` that say a row of a table: words in small
   letters, other signs as they are.  0: `s` says something else. */
size_t
gp_fold_says(struct gp_str s, const char *row);

/* The first byte of all rows that `s` may say, which are few of a table; 0 of
   an empty text. */
char
gp_fold_first(struct gp_str s);

/* gp_fold_says() of the first row that `s` says, of those that end with
   NULL. */
size_t
gp_fold_says_any(struct gp_str s, const char *const *rows);

#endif
