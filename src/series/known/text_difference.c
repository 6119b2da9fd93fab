/* Words from the front and words from the back, as long as they are the same;
   what lies between is shown, with a word on each side, and cut where it is
   long.  A text with two far changes shows all between them: one look at the
   beginning of it is what an editor needs, and no more is promised. */
#include "series/known/text_difference.h"

#include "base/err.h"

/* Bytes of a part that are shown, and of a word: scripts without spaces have
   none, and addresses are no words. */
enum { SHOWN = 110, WORD = 40 };

static bool
is_gap(char c)
{
	return gp_is_space(c);
}

/* Whether a character begins at `at`, or the text ends there. */
static bool
is_edge(struct gp_str s, size_t at)
{
	return at >= s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80;
}

/* The length of the longest common beginning that ends between words, or
   between characters where a word has no end. */
static size_t
common_front(struct gp_str a, struct gp_str b)
{
	size_t i = 0, end = 0;

	while (i < a.n && i < b.n && a.p[i] == b.p[i]) {
		i++;
		if (is_gap(a.p[i - 1]))
			end = i;
	}
	if ((i == a.n && i == b.n) || i - end > WORD)
		end = i;
	while (!is_edge(a, end) || !is_edge(b, end))
		end--;
	return end;
}

static size_t
common_back(struct gp_str a, struct gp_str b)
{
	size_t i = 0, end = 0;

	while (i < a.n && i < b.n && a.p[a.n - 1 - i] == b.p[b.n - 1 - i]) {
		i++;
		if (is_gap(a.p[a.n - i]))
			end = i;
	}
	if (i - end > WORD)
		end = i;
	while (end > 0 && !is_edge(a, a.n - end))
		end--;
	return end;
}

/* One more word on each side. */
static struct gp_str
with_neighbours(struct gp_str s, size_t from, size_t to)
{
	size_t first = from > WORD ? from - WORD : 0;
	size_t last = s.n - to > WORD ? to + WORD : s.n;

	while (from > first && is_gap(s.p[from - 1]))
		from--;
	while (from > first && !is_gap(s.p[from - 1]))
		from--;
	while (to < last && is_gap(s.p[to]))
		to++;
	while (to < last && !is_gap(s.p[to]))
		to++;
	while (!is_edge(s, from))
		from++;
	while (!is_edge(s, to))
		to--;
	return gp_str_trim(gp_str_sub(s, from, to));
}

static struct gp_str
shown(struct gp_str s)
{
	size_t n = s.n > SHOWN ? SHOWN : s.n;

	while (n < s.n && n > SHOWN - WORD && !is_gap(s.p[n]))
		n--;
	while (!is_edge(s, n))
		n--;
	return gp_str_sub(s, 0, n);
}

void
gp_text_difference(struct gp_str before, struct gp_str now,
                   char out[GP_DIFFERENCE_TEXT])
{
	size_t front = common_front(before, now), back;
	struct gp_str old, new;

	out[0] = '\0';
	if (gp_str_eq(before, now))
		return;
	back = common_back(gp_str_sub(before, front, before.n),
	                   gp_str_sub(now, front, now.n));
	old = shown(with_neighbours(before, front, before.n - back));
	new = shown(with_neighbours(now, front, now.n - back));
	gp_format(out, GP_DIFFERENCE_TEXT, "“%.*s” was “%.*s”", GP_ARG(new),
	          GP_ARG(old));
}
