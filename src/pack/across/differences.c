/* Where two versions of a passage differ, word by word: the longest common
   subsequence of their words by the table of its lengths, which is why
   passages have a limit.  Runs of shared words too short to mean anything
   are joined to the differences round them.  It knows no article, and no
   word by its meaning. */
#include "pack/across/differences.h"

#include "base/limits.h"
#include "pack/across/shingles.h"

/* A run of so many shared words is no chance. */
enum { BORDER_RUN = 2 };

struct word_list {
	struct gp_str *word;
	uint64_t *hash;
	size_t n;
};

struct lcs {
	struct word_list a, b;
	uint16_t *length; /* [i][j]: of the rest from word i and word j */
};

static struct word_list
split_words(struct gp_arena *arena, struct gp_str text)
{
	size_t max = gp_str_words(text);
	struct word_list w = { .n = 0 };

	w.word = gp_arena_array(arena, max, sizeof *w.word);
	w.hash = gp_arena_array(arena, max, sizeof *w.hash);
	while (w.word && w.hash && w.n < max &&
	       gp_shingle_word(&text, &w.word[w.n], &w.hash[w.n]))
		w.n++;
	return w;
}

static uint16_t *
cell(const struct lcs *l, size_t i, size_t j)
{
	return &l->length[i * (l->b.n + 1) + j];
}

static void
measure_common(const struct lcs *l)
{
	size_t i, j;
	uint16_t down, right;

	for (i = l->a.n; i-- > 0;) {
		for (j = l->b.n; j-- > 0;) {
			down = *cell(l, i + 1, j);
			right = *cell(l, i, j + 1);
			*cell(l, i, j) = down > right ? down : right;
			if (l->a.hash[i] == l->b.hash[j])
				*cell(l, i, j) =
					(uint16_t)(*cell(l, i + 1, j + 1) + 1);
		}
	}
}

/* A place in both passages. */
struct at {
	size_t a, b;
};

static bool
is_match(const struct lcs *l, struct at p)
{
	return p.a < l->a.n && p.b < l->b.n && l->a.hash[p.a] == l->b.hash[p.b];
}

/* The next words that are the same, from `p` on. */
static struct at
next_match(const struct lcs *l, struct at p)
{
	while (p.a < l->a.n && p.b < l->b.n && !is_match(l, p)) {
		if (*cell(l, p.a + 1, p.b) >= *cell(l, p.a, p.b + 1))
			p.a++;
		else
			p.b++;
	}
	return is_match(l, p) ? p : (struct at){ l->a.n, l->b.n };
}

static struct at
end_of_run(const struct lcs *l, struct at p)
{
	while (is_match(l, p)) {
		p.a++;
		p.b++;
	}
	return p;
}

/* From the first word to the last; "" for none. */
static struct gp_str
joined_words(const struct word_list *w, size_t from, size_t to)
{
	struct gp_str first, last;

	if (from == to)
		return GP_STR("");
	first = w->word[from];
	last = w->word[to - 1];
	return (struct gp_str){ first.p, (size_t)(last.p + last.n - first.p) };
}

static void
add_difference(const struct lcs *l, struct at from, struct at to,
               struct gp_passage *out)
{
	out->differences[out->n_differences++] =
		(struct gp_difference){ joined_words(&l->a, from.a, to.a),
		                        joined_words(&l->b, from.b, to.b) };
}

/* A run that passages begin or end with may be short. */
static bool
is_border(const struct lcs *l, struct at from, struct at to)
{
	return to.a - from.a >= BORDER_RUN || (from.a == 0 && from.b == 0) ||
	       (to.a == l->a.n && to.b == l->b.n);
}

/* What stands between runs of shared words, the first and last of which are
   borders. */
static void
walk_shared_runs(const struct lcs *l, struct gp_passage *out)
{
	struct at begin = next_match(l, (struct at){ 0, 0 });
	struct at end = end_of_run(l, begin), next;
	size_t sure = 0;
	bool inside = is_border(l, begin, end);

	for (;;) {
		next = next_match(l, end);
		if (next.a == l->a.n)
			break;
		if (inside)
			add_difference(l, end, next, out);
		end = end_of_run(l, next);
		if (is_border(l, next, end)) {
			inside = true;
			sure = out->n_differences;
		}
	}
	out->n_differences = sure;
}

static void
find_differences(struct gp_arena *arena, struct gp_arena *scratch,
                 struct gp_str a, struct gp_str b, struct gp_passage *out)
{
	struct lcs l = { split_words(scratch, a), split_words(scratch, b),
		         NULL };
	size_t most = l.a.n < l.b.n ? l.a.n : l.b.n;

	l.length = gp_arena_array(scratch, (l.a.n + 1) * (l.b.n + 1),
	                          sizeof *l.length);
	out->differences =
		gp_arena_array(arena, most + 1, sizeof *out->differences);
	if (!l.length || !out->differences)
		return;
	measure_common(&l);
	walk_shared_runs(&l, out);
}

bool
gp_word_differences(struct gp_arena *arena, struct gp_str a, struct gp_str b,
                    struct gp_passage *out, struct gp_err *e)
{
	struct gp_arena *scratch;
	bool ok;

	out->n_differences = 0;
	if (gp_str_eq(a, b) || gp_str_words(a) > GP_MAX_COMPARED_WORDS ||
	    gp_str_words(b) > GP_MAX_COMPARED_WORDS)
		return true;
	scratch = gp_arena_new(GP_MAX_COMPARE_ARENA);
	if (!scratch)
		return gp_fail(e, GP_NOMEM, "out of memory");
	find_differences(arena, scratch, a, b, out);
	ok = gp_arena_ok(scratch, e) && gp_arena_ok(arena, e);
	gp_arena_free(scratch);
	return ok;
}
