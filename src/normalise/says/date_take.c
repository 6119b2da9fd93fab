/* The smallest pieces of a line that a grammar takes off its front: a space,
   a sign, a word, a number.  They know nothing of what they are taken for. */
#include "normalise/says/date_take.h"

#include "base/text/fold.h"
#include "base/utf8.h"

/* The bytes of the space at the front: a space, or one that no line breaks
   at, which stands between a day and its month.  0: none. */
static size_t
space_at(struct gp_str s)
{
	static const char *const spaces[] = { " ", "\u00A0", "\u202F", "\u2009",
		                              NULL };
	size_t i;

	for (i = 0; spaces[i]; i++)
		if (gp_str_starts(s, gp_str(spaces[i])))
			return gp_str(spaces[i]).n;
	return 0;
}

bool
gp_eat_spaces(struct gp_str *s)
{
	struct gp_str from = *s;
	size_t n;

	while ((n = space_at(*s)) > 0)
		*s = gp_str_sub(*s, n, s->n);
	return s->n < from.n;
}

bool
gp_eat_char(struct gp_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = gp_str_sub(*s, 1, s->n);
	return true;
}

bool
gp_eat_bytes(struct gp_str *s, struct gp_str bytes)
{
	if (!gp_str_starts(*s, bytes))
		return false;
	*s = gp_str_sub(*s, bytes.n, s->n);
	return true;
}

bool
gp_eat_words(struct gp_str *s, const char *words)
{
	size_t n, end;
	uint32_t c;

	/* Most rows of a table are told by their first letter. */
	if (s->n && (unsigned char)s->p[0] < 0x80 &&
	    gp_to_lower(s->p[0]) != *words)
		return false;
	n = end = gp_fold_says(*s, words);
	if (n == 0)
		return false;
	c = gp_utf8_next(*s, &end);
	if (gp_is_word_char(c) && !(c < 0x80 && gp_is_digit((char)c)))
		return false;
	*s = gp_str_sub(*s, n, s->n);
	return true;
}

/* A number of `least` to `most` digits with no digit behind it. */
bool
gp_eat_number(struct gp_str *s, size_t least, size_t most, int *out)
{
	size_t n = 0;

	*out = 0;
	while (n < s->n && n <= most && gp_is_digit(s->p[n]))
		*out = *out * 10 + (s->p[n++] - '0');
	if (n < least || n > most)
		return false;
	*s = gp_str_sub(*s, n, s->n);
	return true;
}

bool
gp_eat_dash(struct gp_str *s)
{
	return gp_eat_char(s, '-') || gp_eat_bytes(s, GP_STR("\u2013")) ||
	       gp_eat_bytes(s, GP_STR("\u2014"));
}
