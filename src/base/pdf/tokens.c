/* Tokens and values by tables of characters and a stack of bits: nothing is
   copied, and nothing is looked up. */
#include "base/pdf/tokens.h"

#include "base/hex.h"
#include "base/limits.h"

_Static_assert(GP_MAX_PDF_DEPTH <= 64, "a level has a bit of 64");

enum { REGULAR, WHITE, DELIMITER };

/* 7.2.2, tables 1 and 2. */
static const unsigned char classes[256] = {
	['\0'] = WHITE,    ['\t'] = WHITE,    ['\n'] = WHITE,
	['\f'] = WHITE,    ['\r'] = WHITE,    [' '] = WHITE,
	['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER,
	['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
	['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER,
	['%'] = DELIMITER,
};

static unsigned
class_of(char c)
{
	return classes[(unsigned char)c];
}

bool
gp_tokens_is_white(char c)
{
	return class_of(c) == WHITE;
}

bool
gp_tokens_is_regular(char c)
{
	return class_of(c) == REGULAR;
}

bool
gp_tokens_is(struct gp_str token, const char *text)
{
	return gp_str_eq(token, gp_str(text));
}

/* ---- tokens ---- */

/* Past white space and comments. */
static size_t
skip_blank(struct gp_str s, size_t i)
{
	while (i < s.n) {
		if (s.p[i] == '%')
			while (i < s.n && s.p[i] != '\n' && s.p[i] != '\r')
				i++;
		else if (class_of(s.p[i]) == WHITE)
			i++;
		else
			break;
	}
	return i;
}

/* These give the end of what begins at `i`, or `i` when it has none. */

static size_t
string_end(struct gp_str s, size_t i)
{
	size_t depth = 0, k;

	for (k = i; k < s.n; k++) {
		if (s.p[k] == '\\')
			k++;
		else if (s.p[k] == '(')
			depth++;
		else if (s.p[k] == ')' && --depth == 0)
			return k + 1;
	}
	return i;
}

static size_t
hex_end(struct gp_str s, size_t i)
{
	size_t k;

	for (k = i + 1; k < s.n; k++) {
		if (s.p[k] == '>')
			return k + 1;
		if (gp_hex_value(s.p[k]) < 0 && class_of(s.p[k]) != WHITE)
			return i;
	}
	return i;
}

static size_t
regular_end(struct gp_str s, size_t i)
{
	while (i < s.n && class_of(s.p[i]) == REGULAR)
		i++;
	return i;
}

static size_t
token_end(struct gp_str s, size_t i)
{
	char c = s.p[i];

	if (class_of(c) == REGULAR)
		return regular_end(s, i);
	if (c == '(')
		return string_end(s, i);
	if (c == '/')
		return regular_end(s, i + 1);
	if ((c == '<' || c == '>') && i + 1 < s.n && s.p[i + 1] == c)
		return i + 2;
	if (c == '<')
		return hex_end(s, i);
	/* Others close what nothing opened, or open a procedure. */
	return c == '[' || c == ']' ? i + 1 : i;
}

struct gp_str
gp_tokens_next(struct gp_str s, size_t *at)
{
	size_t from = skip_blank(s, *at), to;

	*at = from;
	if (from >= s.n)
		return (struct gp_str){ NULL, 0 };
	to = token_end(s, from);
	*at = to;
	return (struct gp_str){ s.p + from, to - from };
}

/* ---- what they are ---- */

/* 7.3.3: digits with a point somewhere, or none. */
static bool
is_number(struct gp_str token)
{
	bool point = false, digit = false;
	size_t i = token.p[0] == '-' || token.p[0] == '+';

	for (; i < token.n; i++) {
		if (gp_is_digit(token.p[i]))
			digit = true;
		else if (token.p[i] == '.' && !point)
			point = true;
		else
			return false;
	}
	return digit;
}

static enum gp_token
kind_of_word(struct gp_str token)
{
	if (is_number(token))
		return GP_TOKEN_NUMBER;
	if (gp_tokens_is(token, "true") || gp_tokens_is(token, "false") ||
	    gp_tokens_is(token, "null"))
		return GP_TOKEN_CONSTANT;
	return GP_TOKEN_WORD;
}

enum gp_token
gp_tokens_kind(struct gp_str token)
{
	if (token.n == 0)
		return GP_TOKEN_NONE;
	switch (token.p[0]) {
	case '/':
		return GP_TOKEN_NAME;
	case '(':
		return GP_TOKEN_STRING;
	case '<':
		return gp_tokens_is(token, "<<") ? GP_TOKEN_OPEN_DICT
		                                 : GP_TOKEN_HEX;
	case '>':
		return GP_TOKEN_CLOSE_DICT;
	case '[':
		return GP_TOKEN_OPEN_ARRAY;
	case ']':
		return GP_TOKEN_CLOSE_ARRAY;
	default:
		return kind_of_word(token);
	}
}

/* ---- values ---- */

/* Past the rest of a reference that begins with `first`, if it does. */
static bool
skip_reference(struct gp_tokens_walk *w, struct gp_str first)
{
	size_t end = w->at, ignored;
	struct gp_str generation;

	if (!gp_tokens_number(first, SIZE_MAX, &ignored))
		return false;
	generation = gp_tokens_next(w->text, &end);
	if (!gp_tokens_number(generation, w->foreign ? SIZE_MAX : 0,
	                      &ignored) ||
	    !gp_tokens_is(gp_tokens_next(w->text, &end), "R"))
		return false;
	w->at = end;
	return true;
}

static bool
open_nest(struct gp_tokens_walk *w, bool dict)
{
	w->dict = w->dict << 1 | dict;
	w->due <<= 1;
	return w->depth++ < GP_MAX_PDF_DEPTH;
}

static bool
close_nest(struct gp_tokens_walk *w, bool dict)
{
	bool fits = w->depth > 0 && (w->dict & 1) == dict && !(w->due & 1);

	w->dict >>= 1;
	w->due >>= 1;
	w->depth -= fits;
	return fits;
}

/* Whether a dictionary waits for a key. */
static bool
wants_key(const struct gp_tokens_walk *w)
{
	return w->depth > 0 && (w->dict & 1) && !(w->due & 1);
}

enum gp_token
gp_tokens_step(struct gp_tokens_walk *w, struct gp_str *token)
{
	enum gp_token kind;
	bool good = true;

	*token = gp_tokens_next(w->text, &w->at);
	kind = gp_tokens_kind(*token);
	if (kind == GP_TOKEN_NAME && token->n == 1 && !w->foreign)
		return GP_TOKEN_NONE;
	if (kind == GP_TOKEN_CLOSE_ARRAY || kind == GP_TOKEN_CLOSE_DICT)
		return close_nest(w, kind == GP_TOKEN_CLOSE_DICT)
		               ? kind
		               : GP_TOKEN_NONE;
	if (wants_key(w)) {
		w->due |= 1;
		return kind == GP_TOKEN_NAME ? GP_TOKEN_KEY : GP_TOKEN_NONE;
	}
	w->due &= ~(uint64_t)1;
	if (kind == GP_TOKEN_OPEN_ARRAY || kind == GP_TOKEN_OPEN_DICT)
		good = open_nest(w, kind == GP_TOKEN_OPEN_DICT);
	else if (kind == GP_TOKEN_NUMBER && skip_reference(w, *token))
		kind = GP_TOKEN_REFERENCE;
	return good && kind != GP_TOKEN_WORD ? kind : GP_TOKEN_NONE;
}

struct gp_str
gp_tokens_value(struct gp_str s, size_t *at)
{
	struct gp_tokens_walk w = { .text = s, .at = *at };
	struct gp_str token;
	enum gp_token kind = gp_tokens_step(&w, &token);
	size_t from = token.n ? (size_t)(token.p - s.p) : w.at;

	while (kind != GP_TOKEN_NONE && w.depth > 0)
		kind = gp_tokens_step(&w, &token);
	*at = w.at;
	if (kind == GP_TOKEN_NONE)
		return (struct gp_str){ NULL, 0 };
	return gp_str_sub(s, from, w.at);
}

bool
gp_tokens_entry(struct gp_str dict, size_t *at, struct gp_str *key,
                struct gp_str *value)
{
	bool begins = *at > 0 || gp_tokens_is(gp_tokens_next(dict, at), "<<");

	*value = (struct gp_str){ NULL, 0 };
	*key = begins ? gp_tokens_next(dict, at) : *value;
	if (gp_tokens_is(*key, ">>"))
		return false;
	if (key->n && key->p[0] == '/')
		*value = gp_tokens_value(dict, at);
	if (value->n == 0)
		key->n = 0;
	return true;
}

struct gp_str
gp_tokens_key(struct gp_str dict, const char *key)
{
	struct gp_str name, value;
	size_t at = 0;

	while (gp_tokens_entry(dict, &at, &name, &value) && name.n)
		if (gp_tokens_is(name, key))
			return value;
	return (struct gp_str){ NULL, 0 };
}

bool
gp_tokens_number(struct gp_str token, size_t most, size_t *value)
{
	size_t i, n = 0;

	for (i = 0; i < token.n; i++) {
		size_t digit = (size_t)(token.p[i] - '0');

		if (!gp_is_digit(token.p[i]) || digit > most ||
		    n > (most - digit) / 10)
			return false;
		n = n * 10 + digit;
	}
	*value = n;
	return token.n > 0;
}

bool
gp_tokens_reference(struct gp_str value, size_t most, size_t *number)
{
	size_t at = 0;

	return gp_tokens_number(gp_tokens_next(value, &at), most, number) &&
	       gp_tokens_is(gp_tokens_next(value, &at), "0") &&
	       gp_tokens_is(gp_tokens_next(value, &at), "R") && at == value.n;
}
