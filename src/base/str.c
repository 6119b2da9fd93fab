/* Comparing, cutting and searching in views, byte by byte.  Nothing is
   copied and nothing allocated, so nothing fails.  It knows neither UTF-8
   nor what a text means; letters beyond ASCII are bytes that equal
   themselves. */
#include "base/str.h"

#include <string.h>

enum { LONGEST_DISTANCE = 64, LONGEST_LISTED = 16 };

bool
gp_str_eq_nocase(struct gp_str a, struct gp_str b)
{
	size_t i;

	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++)
		if (gp_to_lower(a.p[i]) != gp_to_lower(b.p[i]))
			return false;
	return true;
}

int
gp_str_cmp(struct gp_str a, struct gp_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

int
gp_str_order(const void *a, const void *b)
{
	const struct gp_str *x = a, *y = b;

	return gp_str_cmp(*x, *y);
}

bool
gp_str_ends(struct gp_str s, struct gp_str suffix)
{
	return s.n >= suffix.n &&
	       gp_str_eq(gp_str_sub(s, s.n - suffix.n, s.n), suffix);
}

struct gp_str
gp_str_trim(struct gp_str s)
{
	size_t from = 0, to = s.n;

	while (from < to && gp_is_space(s.p[from]))
		from++;
	while (to > from && gp_is_space(s.p[to - 1]))
		to--;
	return gp_str_sub(s, from, to);
}

size_t
gp_str_find(struct gp_str s, struct gp_str needle, size_t from)
{
	const char *at, *last;

	if (needle.n == 0 || needle.n > s.n || from > s.n - needle.n)
		return needle.n == 0 && from <= s.n ? from : s.n;
	last = s.p + (s.n - needle.n);
	for (at = s.p + from; at <= last; at++) {
		at = memchr(at, needle.p[0], (size_t)(last - at) + 1);
		if (!at)
			break;
		if (memcmp(at, needle.p, needle.n) == 0)
			return (size_t)(at - s.p);
	}
	return s.n;
}

bool
gp_str_word(struct gp_str *s, struct gp_str *word)
{
	size_t from = 0, to;

	while (from < s->n && gp_is_space(s->p[from]))
		from++;
	to = from;
	while (to < s->n && !gp_is_space(s->p[to]))
		to++;
	*word = gp_str_sub(*s, from, to);
	*s = gp_str_sub(*s, to, s->n);
	return word->n > 0;
}

bool
gp_str_has_digit(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_is_digit(s.p[i]))
			return true;
	return false;
}

size_t
gp_str_words(struct gp_str s)
{
	struct gp_str word;
	size_t count = 0;

	while (gp_str_word(&s, &word))
		count++;
	return count;
}

size_t
gp_str_count(struct gp_str s, char c)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

size_t
gp_str_lines(struct gp_str s)
{
	struct gp_str line;
	size_t count = 0;

	while (gp_str_split(&s, '\n', &line))
		count += gp_str_trim(line).n > 0;
	return count;
}

struct gp_str
gp_str_base(struct gp_str path)
{
	size_t from = path.n;

	while (from > 0 && path.p[from - 1] != '/')
		from--;
	return gp_str_sub(path, from, path.n);
}

bool
gp_str_among(struct gp_str s, const char *const *words)
{
	while (*words && gp_str_cmp_row(s, *words) != 0)
		words++;
	return *words != NULL;
}

bool
gp_str_among_nocase(struct gp_str s, const char *const *words)
{
	while (*words && !gp_str_is_nocase(s, *words))
		words++;
	return *words != NULL;
}

bool
gp_is_word_of(struct gp_str s, const char *list)
{
	size_t i;

	while (*list) {
		for (i = 0; i < s.n && list[i] == s.p[i]; i++)
			if (!list[i] || gp_is_space(list[i]))
				break;
		if (i > 0 && i == s.n && (!list[i] || gp_is_space(list[i])))
			return true;
		while (*list && !gp_is_space(*list))
			list++;
		while (gp_is_space(*list))
			list++;
	}
	return false;
}

bool
gp_is_word_by_letter(struct gp_str s, const char *const lists[26])
{
	char low[LONGEST_LISTED];
	const char *list;
	size_t i;

	if (s.n == 0 || s.n > sizeof low || !gp_is_alpha(s.p[0]))
		return false;
	list = lists[gp_to_lower(s.p[0]) - 'a'];
	for (i = 0; list && i < s.n; i++)
		low[i] = gp_to_lower(s.p[i]);
	return list && gp_is_word_of((struct gp_str){ low, s.n }, list);
}

bool
gp_str_all(struct gp_str s, bool (*is)(char c))
{
	size_t i = 0;

	while (i < s.n && is(s.p[i]))
		i++;
	return i == s.n;
}

bool
gp_str_split(struct gp_str *s, char sep, struct gp_str *part)
{
	const char *at;

	if (!s->p)
		return false;
	at = s->n ? memchr(s->p, sep, s->n) : NULL;
	if (!at) {
		*part = *s;
		*s = (struct gp_str){ NULL, 0 };
		return true;
	}
	*part = (struct gp_str){ s->p, (size_t)(at - s->p) };
	s->n -= part->n + 1;
	s->p = at + 1;
	return true;
}

size_t
gp_str_distance(struct gp_str a, struct gp_str b)
{
	size_t row[LONGEST_DISTANCE + 1];
	size_t i, j, diagonal, above, best;

	if (a.n > LONGEST_DISTANCE || b.n > LONGEST_DISTANCE)
		return LONGEST_DISTANCE;
	for (j = 0; j <= b.n; j++)
		row[j] = j;
	for (i = 1; i <= a.n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (j = 1; j <= b.n; j++) {
			above = row[j];
			best = diagonal + (a.p[i - 1] != b.p[j - 1]);
			if (above + 1 < best)
				best = above + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			diagonal = above;
			row[j] = best;
		}
	}
	return row[b.n];
}
