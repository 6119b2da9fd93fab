/* Words are counted first.  Where the count is short they are heard with care:
   counted again, and then put together from up to MOST_JOINED neighbours, for
   words that one of the two tells in other pieces.  What is left is missing. */
#include "base/text/word_guard.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/word_count.h"
#include "base/text/word_trace.h"

enum {
	MOST_JOINED = 8, /* neighbours that may be one word elsewhere */
	MOST_STEPS = 64, /* a look-up in the mean; one or two are usual */
	LEAST_SLOTS = 64,
};

/* How often a word is known to the source more than to the other. */
struct need {
	uint64_t sum; /* of the word, never 0 */
	int32_t n;
};

/* Neighbours put together: their sum, and the first of them alone. */
struct joined {
	uint64_t sum, first; /* sum 0: free */
};

/* What is said of words of which nobody knows whether they are missing. */
static const struct gp_loss not_compared = { .words = 1 };

struct comparison {
	struct gp_arena *arena;
	struct gp_word_trace source, found;
	struct need *needs;
	struct joined *joined;
	size_t n_needs, n_joined; /* rows, powers of two */
	size_t steps;             /* that may still be gone from need to need */
	bool is_crowded;          /* they were used up once: nothing is sure */
};

static size_t
rows_for(size_t n)
{
	size_t rows = LEAST_SLOTS;

	while (rows < n * 2)
		rows *= 2;
	return rows;
}

static size_t
mixed(uint64_t sum)
{
	return (size_t)((sum * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
}

/* ---- what is needed ---- */

/* The row of a word; one of sum 0 when nobody ever said it.  Any row when the
   steps are used up: anybody can pick words whose rows are neighbours. */
static struct need *
need_of(struct comparison *c, const struct gp_traced_word *w)
{
	uint64_t sum = w->sum ? w->sum : 1;
	size_t i = mixed(sum) & (c->n_needs - 1);

	c->steps += MOST_STEPS;
	while (c->needs[i].sum && c->needs[i].sum != sum && c->steps) {
		i = (i + 1) & (c->n_needs - 1);
		c->steps--;
	}
	c->is_crowded |= !c->steps;
	return &c->needs[i];
}

static void
add_need(struct comparison *c, const struct gp_traced_word *w, int32_t n)
{
	struct need *need = need_of(c, w);

	need->sum = w->sum ? w->sum : 1;
	need->n += n;
}

static bool
count_needs(struct comparison *c)
{
	size_t i;

	c->n_needs = rows_for(c->source.n_words + c->found.n_words);
	c->needs = gp_arena_array(c->arena, c->n_needs, sizeof *c->needs);
	if (!c->needs)
		return false;
	for (i = 0; i < c->source.n_words; i++)
		add_need(c, &c->source.words[i], 1);
	for (i = 0; i < c->found.n_words; i++)
		add_need(c, &c->found.words[i], -1);
	return true;
}

static size_t
all_needs(const struct comparison *c)
{
	size_t i, sum = 0;

	for (i = 0; i < c->n_needs; i++)
		sum += c->needs[i].n > 0 ? (size_t)c->needs[i].n : 0;
	return sum;
}

/* ---- other pieces ---- */

static uint64_t
join(uint64_t sum, const struct gp_traced_word *w)
{
	return sum * w->times + w->sum;
}

static void
add_joined(struct comparison *c, uint64_t sum, uint64_t first)
{
	size_t i = mixed(sum) & (c->n_joined - 1), steps = 0;

	/* One sum of many beginnings is no text of this world. */
	while (c->joined[i].sum && steps++ < MOST_JOINED) {
		if (c->joined[i].sum == sum && c->joined[i].first == first)
			return;
		i = (i + 1) & (c->n_joined - 1);
	}
	if (!c->joined[i].sum)
		c->joined[i] = (struct joined){ sum, first };
}

static bool
is_joined(const struct comparison *c, uint64_t sum, uint64_t first)
{
	size_t i = mixed(sum) & (c->n_joined - 1), steps = 0;

	while (c->joined[i].sum && steps++ <= MOST_JOINED) {
		if (c->joined[i].sum == sum && c->joined[i].first != first)
			return true;
		i = (i + 1) & (c->n_joined - 1);
	}
	return false;
}

static size_t
window_end(const struct gp_word_trace *t, size_t from)
{
	return t->n_words - from < MOST_JOINED ? t->n_words
	                                       : from + MOST_JOINED;
}

/* All windows of what was found that hold a word more often than needed. */
static bool
join_found(struct comparison *c)
{
	const struct gp_traced_word *words = c->found.words;
	size_t i, k;

	c->n_joined = rows_for(c->found.n_words * MOST_JOINED);
	c->joined = gp_arena_array(c->arena, c->n_joined, sizeof *c->joined);
	for (i = 0; c->joined && i < c->found.n_words; i++) {
		size_t end = window_end(&c->found, i);
		uint64_t sum = 0;
		bool spare = false;

		for (k = i; k < end; k++) {
			sum = join(sum, &words[k]);
			spare |= need_of(c, &words[k])->n < 0;
			if (spare && sum)
				add_joined(c, sum, words[i].sum);
		}
	}
	return c->joined != NULL;
}

/* The end of a window from `from` on that is there in other pieces; `from`
   itself when there is none. */
static size_t
joined_end(struct comparison *c, size_t from)
{
	const struct gp_traced_word *words = c->source.words;
	size_t k, end = window_end(&c->source, from);
	uint64_t sum = 0;
	bool needed = false;

	for (k = from; k < end; k++) {
		sum = join(sum, &words[k]);
		needed |= need_of(c, &words[k])->n > 0;
		if (needed && is_joined(c, sum, words[from].sum))
			return k + 1;
	}
	return from;
}

static void
match_joined(struct comparison *c)
{
	size_t i = 0, end;

	while (i < c->source.n_words) {
		end = joined_end(c, i);
		if (end == i) {
			i++;
			continue;
		}
		for (; i < end; i++) {
			struct need *need = need_of(c, &c->source.words[i]);

			need->n -= need->n > 0;
		}
	}
}

/* ---- seams ---- */

/* Neighbours from piece `i` on, `most` of them, that are found as one word, as
   many as can be; *one is that word.  Behind the last of them; `i` when there
   are none. */
static size_t
found_as_one(struct comparison *c, size_t i, size_t most,
             struct gp_traced_word *one)
{
	const struct gp_traced_word *words = c->source.words;
	size_t n = c->source.n_words, last = i, k;
	size_t end = n - i < most ? n : i + most;
	struct gp_traced_word some = { .times = 1 };

	for (k = i; k < end; k++) {
		some.sum = join(some.sum, &words[k]);
		if (need_of(c, &some)->n >= 0)
			continue;
		*one = some;
		last = k + 1;
	}
	return last;
}

/* A word in pieces that are all found, up to `most` of them as one: a part that
   is hidden stood between them, or they are too many for a window.  What was
   taken is kept behind all words, to be given back when one is missing. */
static bool
match_pieces(struct comparison *c, size_t word, size_t most)
{
	size_t first = c->source.n_words, taken, i = first, end;
	size_t n = gp_word_trace_unseam(&c->source, word);
	struct gp_traced_word one;
	bool found;

	taken = first;
	while (i < first + n) {
		end = found_as_one(c, i, most, &one);
		if (end == i)
			break;
		need_of(c, &one)->n++;
		c->source.words[taken++] = one;
		i = end;
	}
	found = n > 0 && i == first + n;
	if (found)
		need_of(c, &c->source.words[word])->n--;
	while (!found && taken > first)
		need_of(c, &c->source.words[--taken])->n--;
	c->source.n_words = first;
	return found;
}

/* Each piece alone first: "1", "2" are "12" only where no other way is. */
static void
match_seamed(struct comparison *c)
{
	size_t n = c->source.n_words, i;

	for (i = 0; i < n; i++)
		if (need_of(c, &c->source.words[i])->n > 0 &&
		    !match_pieces(c, i, 1))
			(void)match_pieces(c, i, MOST_JOINED);
}

/* ---- what is missing ---- */

/* The longest run of words of which each is needed. */
static void
find_passage(struct comparison *c, size_t *from, size_t *to)
{
	size_t i, start = 0;

	*from = *to = 0;
	for (i = 0; i < c->source.n_words; i++) {
		if (need_of(c, &c->source.words[i])->n <= 0)
			start = i + 1;
		else if (i + 1 - start > *to - *from) {
			*from = start;
			*to = i + 1;
		}
	}
}

/* The beginning of a passage, its white space as one space. */
static void
quote(struct gp_loss *out, struct gp_str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n && n < GP_LOSS_QUOTE; i++) {
		bool space = gp_is_space(s.p[i]);

		if (!space || (n > 0 && out->quote[n - 1] != ' '))
			out->quote[n++] = space ? ' ' : s.p[i];
	}
	n = i < s.n ? gp_utf8_valid((struct gp_str){ out->quote, n }) : n;
	out->quote[n] = '\0';
}

static void
tell_loss(struct comparison *c, struct gp_loss *out)
{
	const struct gp_traced_word *words = c->source.words;
	const struct gp_traced_piece *piece;
	size_t from, to;

	out->words = all_needs(c);
	find_passage(c, &from, &to);
	if (out->words == 0 || to == from)
		return;
	piece = gp_word_trace_piece(&c->source, words[from].from);
	out->at = piece ? piece->at : 0;
	out->into = piece ? words[from].from - piece->from : 0;
	quote(out, gp_str_sub(gp_buf_view(&c->source.text), words[from].from,
	                      words[to - 1].to));
}

static bool
hear(const struct gp_teller *teller, struct gp_word_trace *t,
     struct gp_arena *a, size_t most, struct gp_err *e)
{
	gp_word_trace_open(t, a, most);
	teller->tell(teller->what, &t->listener);
	gp_word_trace_cut(t);
	if (t->text.failed == GP_OK)
		t->text.failed = t->listener.failed;
	return gp_buf_ok(&t->text, e);
}

static bool
compare(const struct gp_teller *source, const struct gp_teller *found,
        struct gp_arena *a, size_t most, struct gp_loss *out, struct gp_err *e)
{
	struct comparison c = { .arena = a };
	bool ok = hear(source, &c.source, a, most, e) &&
	          hear(found, &c.found, a, most, e);

	if (ok && count_needs(&c)) {
		if (all_needs(&c) > 0 && join_found(&c))
			match_joined(&c);
		if (all_needs(&c) > 0)
			match_seamed(&c);
		tell_loss(&c, out);
		if (c.is_crowded)
			*out = not_compared;
	}
	gp_buf_free(&c.source.text);
	gp_buf_free(&c.found.text);
	return ok;
}

/* ---- the count ---- */

/* Also when not all was told: whoever hears it again says so. */
static bool
is_short(const struct gp_teller *source, const struct gp_teller *found,
         struct gp_arena *a)
{
	struct gp_word_count count;

	gp_word_count_open(&count, a);
	found->tell(found->what, &count.listener);
	gp_word_count_take(&count);
	source->tell(source->what, &count.listener);
	count.listener.part(&count.listener);
	return count.is_short || count.listener.failed != GP_OK;
}

/* ---- the guard ---- */

static bool
guard(const struct gp_teller *source, const struct gp_teller *found,
      size_t most, struct gp_loss *out, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(most);
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = !is_short(source, found, a) ||
	     compare(source, found, a, most, out, e);
	ok = ok && gp_arena_ok(a, e);
	gp_arena_free(a);
	return ok;
}

/* A source that could be read is not left out for want of a check. */
bool
gp_word_guard_within(const struct gp_teller *source,
                     const struct gp_teller *found, size_t most,
                     struct gp_loss *out, struct gp_err *e)
{
	struct gp_err own = { 0 };

	*out = (struct gp_loss){ 0 };
	if (guard(source, found, most, out, &own))
		return true;
	if (own.code != GP_LIMIT)
		return gp_fail(e, own.code, "%s", own.msg);
	*out = not_compared;
	return true;
}

bool
gp_word_guard(const struct gp_teller *source, const struct gp_teller *found,
              struct gp_loss *out, struct gp_err *e)
{
	return gp_word_guard_within(source, found, GP_MAX_DOC_ARENA, out, e);
}
