/*
 * The tokens and values of PDF (ISO 32000-1, 7.2 and 7.3), of files and of
 * content streams alike.  Reads views, keeps nothing, and knows neither
 * objects by number nor operators.  Each call is linear in the bytes that it
 * passes, which are all to the end of the text where a string has no end.
 */
#ifndef GP_BASE_PDF_TOKENS_H
#define GP_BASE_PDF_TOKENS_H

#include "base/str.h"

#include <stdint.h>

/* White space, and what may stand within a number, a name or an operator
   (7.2.2). */
bool
gp_tokens_is_white(char c);
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

enum gp_token {
	GP_TOKEN_NONE, /* the end, or what is no token or stands wrong */
	GP_TOKEN_NUMBER,
	GP_TOKEN_NAME,
	GP_TOKEN_STRING,   /* in brackets */
	GP_TOKEN_HEX,      /* a string in digits */
	GP_TOKEN_CONSTANT, /* true, false or null */
	GP_TOKEN_WORD,     /* an operator or keyword */
	GP_TOKEN_OPEN_ARRAY,
	GP_TOKEN_CLOSE_ARRAY,
	GP_TOKEN_OPEN_DICT,
	GP_TOKEN_CLOSE_DICT,
	/* Within values only. */
	GP_TOKEN_KEY,       /* a name in the place of a key */
	GP_TOKEN_REFERENCE, /* "12 0 R", of which the token is the number */
	GP_N_TOKENS,
};

/* What a token of gp_tokens_next() is; empty ones are NONE. */
enum gp_token
gp_tokens_kind(struct gp_str token);

/* A walk through one value, a token a step: begin with all zero but the text
   and where the value begins.  The value is at its end when `depth` is 0
   after a step. */
struct gp_tokens_walk {
	struct gp_str text;
	size_t at;    /* behind the last step */
	bool foreign; /* also what is valid and we never meet in our own:
	                  names without letters, generations but 0 */
	unsigned depth;
	/* A bit for each that is open, the innermost lowest. */
	uint64_t dict; /* it is a dictionary */
	uint64_t due;  /* of which a key was read and no value */
};

/* The next token of the value and what it is there: NONE where the value is
   malformed or deeper than GP_MAX_PDF_DEPTH; then `at` is before what is
   wrong, or behind it. */
enum gp_token
gp_tokens_step(struct gp_tokens_walk *w, struct gp_str *token);

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
