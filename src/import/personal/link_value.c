/* Looks only: letters, digits, vowels, and what parts them.  What a piece is
   for, its neighbours tell, and that is not known here. */
#include "import/personal/link_value.h"

#include "base/hex.h"
#include "base/text/uri.h"

enum {
	LEAST_WORD = 3,    /* letters of a word in a title */
	LEAST_RUN = 4,     /* of one in a token */
	LEAST_OPAQUE = 16, /* letters and digits */
	LEAST_PAYLOAD = 64,
	MOST_CONSONANTS = 5, /* in a row; German has them */
	LONGEST_SUFFIX = 5,  /* letters of ".xhtml" */
	YEAR_DIGITS = 4,
	DAY_DIGITS = 8,
};

/* ---- pieces ---- */

struct gp_link_pieces
gp_link_pieces(struct gp_str url)
{
	struct gp_str host = gp_web_authority(url);
	size_t from = gp_web_scheme(url);

	if (from)
		return (struct gp_link_pieces){
			gp_str_sub(url, from + host.n, url.n), false
		};
	from = gp_uri_has(url, "mailto") ? sizeof "mailto:" - 1 : 0;
	return (struct gp_link_pieces){ gp_str_sub(url, from, url.n), false };
}

static bool
ends_piece(const struct gp_link_pieces *p, char c)
{
	if (c == '?' || c == '#')
		return true;
	return p->in_query ? c == '&' || c == ';' : c == '/' || c == ';';
}

bool
gp_link_next(struct gp_link_pieces *p, struct gp_link_value *v)
{
	struct gp_str s = p->rest;
	size_t i = 0, from, equals;

	while (i < s.n && (ends_piece(p, s.p[i]) || s.p[i] == '/')) {
		p->in_query |= s.p[i] == '?' || s.p[i] == '#';
		i++;
	}
	from = i;
	while (i < s.n && !ends_piece(p, s.p[i]))
		i++;
	p->rest = gp_str_sub(s, i, s.n);
	v->whole = gp_str_sub(s, from, i);
	v->is_parameter = p->in_query;
	equals = p->in_query ? gp_str_find(v->whole, GP_STR("="), 0)
	                     : v->whole.n;
	v->name = equals < v->whole.n ? gp_str_sub(v->whole, 0, equals)
	                              : GP_STR("");
	v->text = equals < v->whole.n
	                  ? gp_str_sub(v->whole, equals + 1, v->whole.n)
	                  : v->whole;
	return v->whole.n > 0;
}

/* ---- looks ---- */

static bool
is_vowel(char c)
{
	return c && strchr("aeiouyAEIOUY", c);
}

/* The run of one kind of character at byte `i`. */
static size_t
run_of(struct gp_str s, size_t i, bool (*is)(char c))
{
	size_t n = 0;

	while (i + n < s.n && is(s.p[i + n]))
		n++;
	return n;
}

/* A capital begins a word but does not go on with one, unless all are. */
static size_t
word_run(struct gp_str s, size_t i)
{
	size_t n = run_of(s, i, gp_is_upper);

	if (n > 1)
		return n;
	return n + run_of(s, i + n, gp_is_lower);
}

/* Letters that somebody could say. */
static bool
is_said(struct gp_str word)
{
	size_t vowels = 0, row = 0, i;

	for (i = 0; i < word.n; i++) {
		row = is_vowel(word.p[i]) ? 0 : row + 1;
		vowels += is_vowel(word.p[i]);
		if (row > MOST_CONSONANTS)
			return false;
	}
	return vowels * 6 >= word.n && vowels * 5 <= word.n * 4;
}

static bool
is_sign(char c)
{
	return !gp_is_alnum(c) && (unsigned char)c < 0x80;
}

struct looks {
	size_t letters, digits, upper, lower;
	size_t in_words; /* letters of words of LEAST_RUN and more */
};

static struct looks
look(struct gp_str s)
{
	struct looks l = { .letters = 0 };
	size_t i, n;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '%' && gp_hex_byte(s, i + 1) >= 0) {
			i += 2;
			continue;
		}
		l.letters += gp_is_alpha(s.p[i]);
		l.upper += gp_is_upper(s.p[i]);
		l.lower += gp_is_lower(s.p[i]);
		l.digits += gp_is_digit(s.p[i]);
	}
	for (i = 0; i < s.n; i += n ? n : 1) {
		n = word_run(s, i);
		if (n >= LEAST_RUN && is_said(gp_str_sub(s, i, i + n)))
			l.in_words += n;
	}
	return l;
}

/* The piece up to the next sign; *i moves behind that. */
static struct gp_str
next_part(struct gp_str s, size_t *i)
{
	size_t from = *i, to;

	while (*i < s.n && !is_sign(s.p[*i]))
		++*i;
	to = *i;
	if (gp_str_eq(gp_str_sub(s, to, to + 3), GP_STR("%20")))
		*i += 2;
	*i += *i < s.n;
	return gp_str_sub(s, from, to);
}

static bool
is_beyond_ascii(char c)
{
	return (unsigned char)c >= 0x80;
}

static bool
is_word(struct gp_str part)
{
	struct looks l = look(part);

	if (run_of(part, 0, is_beyond_ascii))
		return true;
	return l.digits == 0 && part.n >= LEAST_WORD &&
	       word_run(part, 0) == part.n && is_said(part);
}

bool
gp_is_slug(struct gp_str s)
{
	size_t i = 0, words = 0, parts = 0;

	while (i < s.n) {
		struct gp_str part = next_part(s, &i);

		parts += part.n > 0;
		words += is_word(part);
	}
	return words >= 2 && words * 2 > parts;
}

/* What another address is in a piece of one, is judged when it is followed. */
static bool
is_url(struct gp_str s)
{
	size_t n = gp_str_find(s, GP_STR("http"), 0);

	n += n + 4 < s.n && s.p[n + 4] == 's' ? 5 : 4;
	return n < s.n &&
	       (s.p[n] == ':' ||
	        gp_str_eq_nocase(gp_str_sub(s, n, n + 3), GP_STR("%3A")));
}

bool
gp_is_opaque(struct gp_str s)
{
	struct looks l = look(s);
	size_t n = l.letters + l.digits;

	if (n < LEAST_OPAQUE || l.letters == 0 || gp_is_slug(s) || is_url(s))
		return false;
	if (l.in_words * 2 >= n)
		return false;
	return l.digits || (l.upper * 4 > n && l.lower * 4 > n);
}

bool
gp_is_payload(struct gp_str s)
{
	struct looks l = look(s);

	if (!gp_is_opaque(s))
		return false;
	return l.letters + l.digits >= LEAST_PAYLOAD ||
	       gp_str_starts(s, GP_STR("eyJ"));
}

/* "2026", "20260309", "2026-03-09". */
static bool
is_date(struct gp_str s)
{
	struct looks l = look(s);

	return l.letters == 0 &&
	       (gp_str_starts(s, GP_STR("19")) ||
	        gp_str_starts(s, GP_STR("20"))) &&
	       (l.digits == YEAR_DIGITS || l.digits == YEAR_DIGITS + 2 ||
	        l.digits == DAY_DIGITS);
}

/* "12345.html" is a number. */
static struct gp_str
without_suffix(struct gp_str s)
{
	size_t dot = s.n;

	while (dot && gp_is_alpha(s.p[dot - 1]))
		dot--;
	return dot > 1 && s.p[dot - 1] == '.' && s.n - dot <= LONGEST_SUFFIX
	               ? gp_str_sub(s, 0, dot - 1)
	               : s;
}

bool
gp_is_mark(struct gp_str s)
{
	struct gp_str bare = without_suffix(s);
	struct looks l = look(bare);

	if (l.letters + l.digits < GP_LEAST_MARK || gp_is_slug(bare) ||
	    is_date(bare))
		return false;
	return l.digits || gp_is_opaque(bare);
}

bool
gp_is_rare(struct gp_str s)
{
	struct looks l = look(without_suffix(s));

	if (!gp_is_mark(s) || l.letters == 0)
		return false;
	return l.in_words * 2 < l.letters + l.digits;
}
