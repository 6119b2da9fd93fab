/*
 * The tokens and values of PDF (ISO 32000-1, 7.2 and 7.3), of files and of
 * content streams alike.  Reads views and knows neither objects by number nor
 * operators.
 */
#ifndef GP_BASE_PDF_TOKENS_H
#define GP_BASE_PDF_TOKENS_H

#include "base/str.h"

#include <stdint.h>

/* Nesting of arrays and dictionaries in one value. */
enum { GP_PDF_DEPTH = 64 };

/* True for what may stand within a number, a name or an operator. */
bool
gp_tokens_is_regular(char c);

/* True when a token or a value is just that text. */
bool
gp_tokens_is(struct gp_str token, const char *text);

/* The next token at or after `*at`, which then stands behind it; white space
   and comments go.  Empty at the end, where `*at` is s.n, and at what is no
   token, such as a string without an end, where `*at` stays before it. */
struct gp_str
gp_tokens_next(struct gp_str s, size_t *at);

/* The same for a whole value: a token, "12 0 R", or an array or a dictionary
   with all that is in it.  Empty where none begins or it has no end. */
struct gp_str
gp_tokens_value(struct gp_str s, size_t *at);

/* Steps through a dictionary, from `*at` 0 on: false at its end, and with an
   empty key where it is malformed. */
bool
gp_tokens_entry(struct gp_str dict, size_t *at, struct gp_str *key,
                struct gp_str *value);

/* The value of a key ("/Length") of a dictionary, empty when it has none. */
struct gp_str
gp_tokens_key(struct gp_str dict, const char *key);

/* A number without sign, at most `most`. */
bool
gp_tokens_number(struct gp_str token, size_t most, size_t *value);

/* "12 0 R": the number of the object that a value refers to. */
bool
gp_tokens_reference(struct gp_str value, size_t most, size_t *number);

#endif
