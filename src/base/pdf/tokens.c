/* Tokens and values: see tokens.h. */
#include "base/pdf/tokens.h"

enum { REGULAR, WHITE, DELIMITER };

/* 7.2.2, tables 1 and 2. */
static const unsigned char kinds[256] = {
	['\0'] = WHITE,    ['\t'] = WHITE,    ['\n'] = WHITE,
	['\f'] = WHITE,    ['\r'] = WHITE,    [' '] = WHITE,
	['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER,
	['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
	['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER,
	['%'] = DELIMITER,
};

static unsigned
kind_of(char c)
{
	return kinds[(unsigned char)c];
}

bool
gp_tokens_is_regular(char c)
{
	return kind_of(c) == REGULAR;
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
		else if (kind_of(s.p[i]) == WHITE)
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

static bool
is_hex(char c)
{
	char lower = gp_to_lower(c);

	return gp_is_digit(c) || (lower >= 'a' && lower <= 'f');
}

static size_t
hex_end(struct gp_str s, size_t i)
{
	size_t k;

	for (k = i + 1; k < s.n; k++) {
		if (s.p[k] == '>')
			return k + 1;
		if (!is_hex(s.p[k]) && kind_of(s.p[k]) != WHITE)
			return i;
	}
	return i;
}

static size_t
regular_end(struct gp_str s, size_t i)
{
	while (i < s.n && kind_of(s.p[i]) == REGULAR)
		i++;
	return i;
}

/* cairo gives nothing a name without letters. */
static size_t
name_end(struct gp_str s, size_t i)
{
	size_t end = regular_end(s, i + 1);

	return end > i + 1 ? end : i;
}

static size_t
token_end(struct gp_str s, size_t i)
{
	char c = s.p[i];

	if (kind_of(c) == REGULAR)
		return regular_end(s, i);
	if (c == '(')
		return string_end(s, i);
	if (c == '/')
		return name_end(s, i);
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

/* ---- values ---- */

static bool
opens(struct gp_str token)
{
	return gp_tokens_is(token, "[") || gp_tokens_is(token, "<<");
}

static bool
closes(struct gp_str token)
{
	return gp_tokens_is(token, "]") || gp_tokens_is(token, ">>");
}

/* Numbers, the words that are values (7.3.2 and 7.3.9), strings and names; a
   half of a reference is none. */
static bool
is_simple(struct gp_str token)
{
	size_t i;

	if (!gp_tokens_is_regular(token.p[0]) || gp_tokens_is(token, "true") ||
	    gp_tokens_is(token, "false") || gp_tokens_is(token, "null"))
		return !closes(token);
	for (i = 0; i < token.n; i++)
		if (!gp_is_digit(token.p[i]) && token.p[i] != '.' &&
		    (i > 0 || (token.p[i] != '-' && token.p[i] != '+')))
			return false;
	return true;
}

/* Past the rest of a reference that begins with `first`, if it does. */
static void
skip_reference(struct gp_str s, size_t *at, struct gp_str first)
{
	size_t end = *at, ignored;

	if (gp_tokens_number(first, SIZE_MAX, &ignored) &&
	    gp_tokens_is(gp_tokens_next(s, &end), "0") &&
	    gp_tokens_is(gp_tokens_next(s, &end), "R"))
		*at = end;
}

/* What is open, innermost last: a bit for each. */
struct nest {
	uint64_t dict; /* it is a dictionary */
	uint64_t due;  /* of which a key was read and no value */
	unsigned depth;
};

static bool
open_nest(struct nest *n, bool dict)
{
	n->dict = n->dict << 1 | dict;
	n->due <<= 1;
	return n->depth++ < GP_PDF_DEPTH;
}

static bool
close_nest(struct nest *n, bool dict)
{
	bool fits = (n->dict & 1) == dict && !(n->due & 1);

	n->dict >>= 1;
	n->due >>= 1;
	n->depth--;
	return fits;
}

/* One token within an array or a dictionary. */
static bool
skip_inner(struct gp_str s, size_t *at, struct nest *n)
{
	struct gp_str token = gp_tokens_next(s, at);

	if (token.n == 0)
		return false;
	if (closes(token))
		return close_nest(n, gp_tokens_is(token, ">>"));
	if ((n->dict & 1) && !(n->due & 1)) {
		n->due |= 1;
		return token.p[0] == '/';
	}
	n->due &= ~(uint64_t)1;
	if (opens(token))
		return open_nest(n, gp_tokens_is(token, "<<"));
	skip_reference(s, at, token);
	return is_simple(token);
}

struct gp_str
gp_tokens_value(struct gp_str s, size_t *at)
{
	struct gp_str first = gp_tokens_next(s, at);
	size_t from = *at - first.n;
	struct nest n = { .depth = 0 };
	bool good = first.n > 0;

	if (good && opens(first)) {
		good = open_nest(&n, gp_tokens_is(first, "<<"));
		while (good && n.depth > 0)
			good = skip_inner(s, at, &n);
	} else if (good) {
		good = is_simple(first);
		skip_reference(s, at, first);
	}
	return good ? gp_str_sub(s, from, *at) : (struct gp_str){ NULL, 0 };
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
