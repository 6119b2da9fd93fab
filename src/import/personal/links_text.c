/* Addresses of a plain text.  Words on such a link are what its line and the
   line before have in front of it, and those on the link before when the two
   are "one or the other": whether they speak of it is not known. */
#include "import/personal/links_found.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "base/vec.h"
#include "import/personal/link_length.h"
#include "import/personal/link_value.h"

enum { CONTEXT = 160, FEW_WORDS = 2, LONG_LINE = 70 };

/* "or at", "oder auf", in small letters: what follows is of the same kind as
   what stands before. */
static bool
goes_on(struct gp_str between)
{
	size_t words = gp_str_words(between);

	between = gp_str_trim(between);
	return words > 0 && words <= FEW_WORDS && gp_is_alpha(between.p[0]) &&
	       between.p[0] == gp_to_lower(between.p[0]);
}

/* Text before `i` that still speaks of what stands there; the link before it
   ends at `least`, and `said` is what is said of that one. */
static struct gp_str
words_before(struct gp_arena *a, struct gp_str s, size_t least, size_t i,
             struct gp_str said)
{
	struct gp_buf words = { .max = 2 * GP_KIB };
	size_t from = i, lines = 0;

	while (from > least && i - from < CONTEXT && lines < 2) {
		from--;
		lines += s.p[from] == '\n';
	}
	gp_fold_words(gp_str_sub(s, from, i), &words);
	if (from == least && said.n < GP_KIB &&
	    goes_on(gp_str_sub(s, least, i))) {
		gp_buf_putc(&words, ' ');
		gp_buf_str(&words, said);
	}
	return gp_arena_buf(a, &words);
}

static struct gp_str
joined(struct gp_arena *a, struct gp_str address)
{
	struct gp_buf b = { .max = 4 * GP_MAX_ADDRESS };
	struct gp_str line;

	if (gp_str_find(address, GP_STR("\n"), 0) == address.n)
		return address;
	while (gp_str_split(&address, '\n', &line))
		gp_buf_str(&b, gp_str_trim(line));
	return gp_arena_buf(a, &b);
}

/* An address that fills its line goes on in the next when that is nothing but
   more of a token: mailers cut what is too long for them. */
static size_t
with_next_line(struct gp_str s, size_t from, size_t to)
{
	size_t begin = to + (to < s.n && s.p[to] == '\r') + 1, end = begin;

	while (from && s.p[from - 1] != '\n' && to - from < LONG_LINE)
		from--;
	if (to - from < LONG_LINE || begin > s.n || s.p[begin - 1] != '\n')
		return to;
	while (end < s.n && !gp_is_space(s.p[end]) &&
	       end - begin < LONG_LINE * 2)
		end++;
	return (end == s.n || s.p[end] == '\n' || s.p[end] == '\r') &&
	                       gp_is_opaque(gp_str_sub(s, begin, end))
	               ? end
	               : to;
}

void
gp_links_in_text(struct gp_str text, struct gp_found_links *out)
{
	struct gp_str said = GP_STR("");
	size_t at = 0, last = 0, n;
	struct gp_found_link *l;

	for (at = gp_str_find(text, GP_STR(":"), 0); at < text.n;
	     at = gp_str_find(text, GP_STR(":"), at + 1)) {
		size_t from = at;

		while (from > last && gp_is_alpha(text.p[from - 1]) &&
		       at - from < 6)
			from--;
		n = gp_link_length(text, from);
		if (n)
			n = with_next_line(text, from, from + n) - from;
		l = n ? GP_VEC_ADD(out->arena, out->rows, out->count, out->room)
		      : NULL;
		if (!l)
			continue;
		*l = (struct gp_found_link){ .from = from,
			                     .to = from + n,
			                     .is_link = true };
		l->address =
			joined(out->arena, gp_str_sub(text, from, from + n));
		l->words = words_before(out->arena, text, last, from, said);
		said = l->words;
		last = l->to;
		at = l->to > at ? l->to - 1 : at;
	}
}
