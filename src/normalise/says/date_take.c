/* The smallest pieces of a line that a grammar takes off its front: a space,
   a sign, a word, a number.  They know nothing of what they are taken for. */
#include "normalise/says/date_take.h"

bool
gp_eat_spaces(struct gp_str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] == ' ')
		n++;
	*s = gp_str_sub(*s, n, s->n);
	return n > 0;
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

/* Words without regard to case, and no letter behind them. */
bool
gp_eat_words(struct gp_str *s, const char *words)
{
	struct gp_str want = gp_str(words);

	if (!gp_str_eq_nocase(gp_str_sub(*s, 0, want.n), want) ||
	    (s->n > want.n && gp_is_alpha(s->p[want.n])))
		return false;
	*s = gp_str_sub(*s, want.n, s->n);
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
