/*
 * Quotation marks: balanced pairs of doubled single marks become one double
 * mark, straight marks get a direction.  Each mark is judged by its
 * neighbours alone, so that a missing one spoils no other.  The level of
 * quotes, and what stands inside or outside them, is the author's.
 */
#include "normalise/text/steps.h"

#include "base/text/fold.h"
#include "base/utf8.h"

#define LEFT_SINGLE 0x2018
#define RIGHT_SINGLE 0x2019
#define LEFT_DOUBLE 0x201C

enum side { OPENS, CLOSES, EITHER };

/* Two like marks. */
struct token {
	size_t at, end;
	enum side side;
};

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == 0x3000 || c == 0x205F || c == 0x1680 ||
	       c == GP_UTF8_BAD;
}

static bool
is_opening(uint32_t c)
{
	return is_space(c) || c == '(' || c == '[' || c == '{' || c == 0x2013 ||
	       c == 0x2014 || c == LEFT_SINGLE || c == LEFT_DOUBLE;
}

/* ---- doubled marks ---- */

/* The length of a mark that may be doubled at byte `i`; 0: there is none. */
static size_t
mark_at(struct gp_str s, size_t i, enum side *side)
{
	char c = s.p[i];

	*side = c == '`' ? OPENS : EITHER;
	if (c == '`' || c == '\'')
		return 1;
	if (c != '\xE2' || i + 2 >= s.n || s.p[i + 1] != '\x80' ||
	    (s.p[i + 2] != '\x98' && s.p[i + 2] != '\x99'))
		return 0;
	*side = s.p[i + 2] == '\x98' ? OPENS : CLOSES;
	return 3;
}

static struct gp_str
without_marks(struct gp_str s)
{
	while (s.n && gp_is_mark((unsigned char)s.p[0]))
		s = gp_str_sub(s, 1, s.n);
	return s;
}

static uint32_t
after(struct gp_str s, size_t i)
{
	s = without_marks(gp_str_sub(s, i, s.n));
	i = 0;
	return gp_utf8_next(s, &i);
}

static uint32_t
before(struct gp_str s, size_t end)
{
	while (end > 0 && gp_is_mark((unsigned char)s.p[end - 1]))
		end--;
	return gp_utf8_before(s, end);
}

/* Straight marks take their side from what stands round them; of three marks
   the outer two are the pair. */
static void
settle_marks(struct gp_str s, struct token *t, size_t size, size_t count)
{
	if (t->side == EITHER)
		t->side = is_opening(before(s, t->at)) &&
		                          !is_space(after(s, t->end))
		                  ? OPENS
		                  : CLOSES;
	if (t->side == OPENS)
		t->end = t->at + 2 * size;
	else
		t->at += (count - 2) * size;
}

/* The next pair of like marks at or after `from`. */
static bool
next_token(struct gp_str s, size_t from, struct token *t)
{
	size_t i = from, size, count;
	enum side side;

	while (i < s.n) {
		size = mark_at(s, i, &t->side);
		t->at = i;
		i += size ? size : 1;
		for (count = 1; size && i < s.n; count++, i += size)
			if (mark_at(s, i, &side) != size || side != t->side)
				break;
		t->end = i;
		if (size && (count == 2 || count == 3)) {
			settle_marks(s, t, size, count);
			return true;
		}
	}
	return false;
}

bool
gp_wants_doubled(struct gp_str s)
{
	struct token t;

	return next_token(s, 0, &t);
}

void
gp_fix_doubled(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t from = 0;
	struct token t, u;
	bool more = next_token(s, 0, &t);

	while (more) {
		more = next_token(s, t.end, &u);
		if (more && t.side == OPENS && u.side == CLOSES) {
			gp_buf_put(out, s.p + from, t.at - from);
			gp_buf_puts(out, "\u201C");
			gp_buf_put(out, s.p + t.end, u.at - t.end);
			gp_buf_puts(out, "\u201D");
			fixes[GP_FIX_DOUBLED]++;
			from = u.end;
			more = next_token(s, from, &t);
		} else {
			t = u;
		}
	}
	gp_buf_put(out, s.p + from, s.n - from);
}

/* ---- straight marks ---- */

/* 'tis, 'em, '90s: an apostrophe for what was left out in front. */
static bool
is_clipped(struct gp_str rest)
{
	static const char *const words[] = { "tis", "twas",  "twere", "til",
		                             "em",  "cause", "n",     "er",
		                             "im",  "bout",  "round", NULL };
	size_t n = 0;

	while (n < rest.n && gp_is_digit(rest.p[n]))
		n++;
	if (n > 0)
		return n == 2;
	while (n < rest.n && (gp_is_alpha(rest.p[n]) || rest.p[n] == '_'))
		n++;
	if (n < rest.n && gp_is_word_char(after(rest, n)))
		return false;
	return gp_str_among_nocase(gp_str_sub(rest, 0, n), words);
}

/* True for a single mark that points right: an apostrophe or a closing one.
   `p` stands before it, `rest` behind it. */
static bool
is_right(uint32_t p, struct gp_str rest)
{
	if (p == LEFT_DOUBLE)
		return false;
	if (gp_is_word_char(p))
		return true;
	if (is_opening(p))
		return is_clipped(rest);
	if (p == ':' || p == ';' || p == '/' || p == '-' || p == 0x2026)
		return !gp_is_word_char(after(rest, 0)) || is_clipped(rest);
	return true;
}

void
gp_fix_straight(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t i = 0, at;
	uint32_t c, p = GP_UTF8_BAD;
	bool right;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c == '"') {
			fixes[GP_FIX_DOUBLE]++;
			c = is_opening(p) ? LEFT_DOUBLE : LEFT_DOUBLE + 1;
			gp_buf_utf8(out, c);
		} else if (c == '\'') {
			fixes[GP_FIX_SINGLE]++;
			right = is_right(p,
			                 without_marks(gp_str_sub(s, i, s.n)));
			c = right ? RIGHT_SINGLE : LEFT_SINGLE;
			gp_buf_utf8(out, c);
		} else {
			gp_buf_put(out, s.p + at, i - at);
		}
		if (gp_is_mark(c))
			continue;
		p = c;
	}
}
