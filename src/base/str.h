/*
 * Strings as views: a pointer and a length, never owned.
 * Bytes are UTF-8; case and space tests here are ASCII only and know no
 * locale.  Words are runs of bytes between ASCII white space.
 */
#ifndef GP_BASE_STR_H
#define GP_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct gp_str {
	const char *p; /* not NULL when n > 0 */
	size_t n;
};

/* A view of a string literal. */
#define GP_STR(literal) ((struct gp_str){ "" literal, sizeof(literal) - 1 })

/* For printf's "%.*s". */
#define GP_ARG(s) (int)(s).n, ((s).p ? (s).p : "")

/* A view of a NUL-terminated string; NULL gives the empty view. */
static inline struct gp_str
gp_str(const char *s)
{
	return (struct gp_str){ s ? s : "", s ? strlen(s) : 0 };
}

static inline bool
gp_str_eq(struct gp_str a, struct gp_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
gp_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
gp_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
gp_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
gp_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
gp_is_alpha(char c)
{
	return gp_is_lower((char)(c | 0x20));
}

static inline bool
gp_is_alnum(char c)
{
	return gp_is_alpha(c) || gp_is_digit(c);
}

static inline char
gp_to_lower(char c)
{
	return gp_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char
gp_to_upper(char c)
{
	return gp_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

/* Equal but for ASCII case. */
bool
gp_str_eq_nocase(struct gp_str a, struct gp_str b);
/* Less than, equal to or greater than zero, by bytes. */
int
gp_str_cmp(struct gp_str a, struct gp_str b);
/* The same against a NUL-terminated row of a table: most differ in their first
   bytes, and no length is asked for. */
static inline int
gp_str_cmp_row(struct gp_str s, const char *row)
{
	size_t i = 0;

	while (i < s.n && row[i] && s.p[i] == row[i])
		i++;
	return i < s.n && row[i] ? (unsigned char)s.p[i] - (unsigned char)row[i]
	                         : (i < s.n) - (row[i] != '\0');
}

/* gp_str_cmp() for qsort() and bsearch() over arrays of struct gp_str. */
int
gp_str_order(const void *a, const void *b);
static inline bool
gp_str_starts(struct gp_str s, struct gp_str prefix)
{
	return s.n >= prefix.n &&
	       gp_str_eq((struct gp_str){ s.p, prefix.n }, prefix);
}

bool
gp_str_ends(struct gp_str s, struct gp_str suffix);

/* The part from byte `from` to before byte `to` (cut to the length). */
static inline struct gp_str
gp_str_sub(struct gp_str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return GP_STR("");
	return (struct gp_str){ s.p + from, to - from };
}

/* Without ASCII white space at both ends. */
struct gp_str
gp_str_trim(struct gp_str s);
/* Offset of the first `needle` at or after `from`, or s.n when absent. */
size_t
gp_str_find(struct gp_str s, struct gp_str needle, size_t from);
/* A digit of ASCII anywhere in it. */
bool
gp_str_has_digit(struct gp_str s);
/* Number of words. */
size_t
gp_str_words(struct gp_str s);
/* Takes the next word off the front of *s; false when there is none. */
bool
gp_str_word(struct gp_str *s, struct gp_str *word);
/* Takes the part before the next `sep` off the front of *s (the separator
   goes too); false when *s was used up.  An empty text has one empty part. */
bool
gp_str_split(struct gp_str *s, char sep, struct gp_str *part);

/* How often the character stands in it. */
size_t
gp_str_count(struct gp_str s, char c);

/* Number of lines that are not blank. */
size_t
gp_str_lines(struct gp_str s);
/* What stands behind the last '/' of a path. */
struct gp_str
gp_str_base(struct gp_str path);

/* How many bytes `s` begins with of a NUL-terminated row of a table, but for
   ASCII case: no length is asked for, and of most rows it is none. */
static inline size_t
gp_str_shares_nocase(struct gp_str s, const char *row)
{
	size_t i = 0;

	while (i < s.n && row[i] && gp_to_lower(s.p[i]) == gp_to_lower(row[i]))
		i++;
	return i;
}

/* Equal to such a row. */
static inline bool
gp_str_is_nocase(struct gp_str s, const char *row)
{
	size_t i = gp_str_shares_nocase(s, row);

	return !row[i] && i == s.n;
}

/* Begins with such a row. */
static inline bool
gp_str_begins_nocase(struct gp_str s, const char *row)
{
	return !row[gp_str_shares_nocase(s, row)];
}

/* One of `words`, which end with NULL. */
bool
gp_str_among(struct gp_str s, const char *const *words);
/* The same but for ASCII case. */
bool
gp_str_among_nocase(struct gp_str s, const char *const *words);
/* One of the words of `list`, which stand in it with spaces between. */
bool
gp_is_word_of(struct gp_str s, const char *list);
/* The same but for ASCII case, of the list of its first letter: lists[0] has
   the words with an "a", and NULL is an empty one. */
bool
gp_is_word_by_letter(struct gp_str s, const char *const lists[26]);
/* True when `is` holds for each byte; for none too. */
bool
gp_str_all(struct gp_str s, bool (*is)(char c));

/* How many single-byte edits lie between two short strings (Levenshtein
   1966), for "did you mean"; strings over 64 bytes count as far apart. */
size_t
gp_str_distance(struct gp_str a, struct gp_str b);

#endif
