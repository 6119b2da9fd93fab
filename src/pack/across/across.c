/* Pairs of alike paragraphs put together: articles that share most of their
   shingles are the same text, paragraphs that do are one passage, and so are
   their neighbours with a part of it (union-find for both).  It knows shares
   and places, no word of any text, and changes nothing. */
#include "pack/across/across.h"

#include "base/limits.h"
#include "model/node_words.h"
#include "pack/across/differences.h"
#include "pack/across/shingles.h"
#include "pack/across/within.h"

/*
 * In hundredths of the shorter text's shingles; read off the five articles of
 * content/, of which two report one meeting.  The quotations that both have
 * are at 81 to 100, a half of one that the other splits is at 45, and the
 * sentences that only tell the same are at 33 or below: `tests/eval/weigh
 * src/pack/across/across.c SAME_PASSAGE 33 90 -- tests/run
 * tests/golden/epub.test` shows what goes and comes.
 */
enum {
	SAME_TEXT = 80,
	SAME_PASSAGE = 60,
	PART_OF_PASSAGE = 35,
	LEAST_TEXT = 40,   /* shingles of an article */
	LEAST_PASSAGE = 8, /* shingles that a passage shares: 11 words */
	LEAST_PART = 4,
};

struct comparer {
	struct gp_arena *arena;   /* of the result */
	struct gp_arena *scratch; /* of all else */
	struct gp_shingling found;
	const struct gp_doc *const *docs;
	struct gp_numbers *numbers; /* by article, as they are asked for */
	struct gp_err *e;
	size_t n_docs;
	uint32_t *doc_set;  /* union-find over articles */
	uint32_t *para_set; /* union-find over paragraphs */
	unsigned *best;     /* a paragraph's best containment in its set */
	struct gp_across *out;
};

/* ---- sets (union-find; the smallest member stands for all) ---- */

static uint32_t
find_set(uint32_t *sets, uint32_t i)
{
	while (sets[i] != i) {
		sets[i] = sets[sets[i]];
		i = sets[i];
	}
	return i;
}

static void
unite(uint32_t *sets, uint32_t a, uint32_t b)
{
	a = find_set(sets, a);
	b = find_set(sets, b);
	if (a < b)
		sets[b] = a;
	else
		sets[a] = b;
}

static uint32_t *
new_sets(struct gp_arena *a, size_t n)
{
	uint32_t *sets = gp_arena_array(a, n, sizeof *sets);
	size_t i;

	for (i = 0; sets && i < n; i++)
		sets[i] = (uint32_t)i;
	return sets;
}

/* ---- articles ---- */

/* How many shingles of a paragraph are counted, for whom (from 1). */
struct tally {
	size_t whose;
	unsigned n;
};

/* What articles share with the one that is looked at. */
struct sharing {
	unsigned *shared, *totals; /* by article */
	struct tally *here;  /* by article: of the paragraph of this one */
	struct tally *there; /* by paragraph, for this article */
};

/* How many of its `shingles` are not counted for `whose` yet. */
static unsigned
left_for(struct tally *t, size_t whose, unsigned shingles)
{
	if (t->whose != whose + 1)
		*t = (struct tally){ whose + 1, 0 };
	return shingles - t->n;
}

/* A passage that one of the two texts has twice counts once. */
static void
count_pair(const struct comparer *c, const struct gp_alike *pair,
           struct sharing *s)
{
	const struct gp_shingled *a = &c->found.paragraphs[pair->a];
	const struct gp_shingled *b = &c->found.paragraphs[pair->b];
	struct tally *there = &s->there[pair->a], *here = &s->here[a->article];
	unsigned n = pair->shared, left;

	left = left_for(there, b->article, a->shingles);
	n = n < left ? n : left;
	left = left_for(here, pair->b, b->shingles);
	n = n < left ? n : left;
	there->n += n;
	here->n += n;
	s->shared[a->article] += n;
}

/* The pairs of one article stand together: they are in the order of `b`. */
static size_t
count_pairs(const struct comparer *c, size_t from, struct sharing *s)
{
	const struct gp_shingled *paras = c->found.paragraphs;
	const struct gp_alike *pairs = c->found.pairs;
	size_t article = paras[pairs[from].b].article, i;

	for (i = from;
	     i < c->found.n_pairs && paras[pairs[i].b].article == article; i++)
		count_pair(c, &pairs[i], s);
	return i;
}

/* Whether two texts that share their phrases report the same: a form that is
   filled in anew each week shares nearly all words and says something else. */
static bool
same_numbers(struct comparer *c, size_t a, size_t b)
{
	struct gp_numbers *x = &c->numbers[a], *y = &c->numbers[b];

	return gp_numbers_read(x, c->scratch, c->docs[a]->body, c->e) &&
	       gp_numbers_read(y, c->scratch, c->docs[b]->body, c->e) &&
	       gp_numbers_agree(x, y);
}

static void
unite_same(struct comparer *c, size_t from, size_t to, struct sharing *s)
{
	unsigned *shared = s->shared;
	const unsigned *totals = s->totals;
	const struct gp_shingled *paras = c->found.paragraphs;
	size_t article = paras[c->found.pairs[from].b].article, other, i;
	unsigned shorter;

	for (i = from; i < to; i++) {
		other = paras[c->found.pairs[i].a].article;
		shorter = totals[other] < totals[article] ? totals[other]
		                                          : totals[article];
		if (shorter >= LEAST_TEXT &&
		    (uint64_t)shared[other] * 100 >=
		            (uint64_t)shorter * SAME_TEXT &&
		    same_numbers(c, other, article))
			unite(c->doc_set, (uint32_t)other, (uint32_t)article);
		shared[other] = 0;
	}
}

static void
find_same(struct comparer *c)
{
	struct gp_arena *a = c->scratch;
	struct sharing s;
	size_t i, to;

	s.shared = gp_arena_array(a, c->n_docs, sizeof *s.shared);
	s.totals = gp_arena_array(a, c->n_docs, sizeof *s.totals);
	s.here = gp_arena_array(a, c->n_docs, sizeof *s.here);
	s.there = gp_arena_array(a, c->found.n_paragraphs, sizeof *s.there);
	c->numbers = gp_arena_array(a, c->n_docs, sizeof *c->numbers);
	if (!s.shared || !s.totals || !s.here || !s.there || !c->numbers)
		return;
	for (i = 0; i < c->found.n_paragraphs; i++)
		s.totals[c->found.paragraphs[i].article] +=
			c->found.paragraphs[i].shingles;
	for (i = 0; i < c->found.n_pairs; i = to) {
		to = count_pairs(c, i, &s);
		unite_same(c, i, to, &s);
	}
}

/* ---- passages ---- */

static bool
takes_part(struct comparer *c, const struct gp_alike *pair)
{
	size_t a = c->found.paragraphs[pair->a].article;
	size_t b = c->found.paragraphs[pair->b].article;

	return c->doc_set[a] == a && c->doc_set[b] == b;
}

static void
remember(struct comparer *c, const struct gp_alike *pair)
{
	if (c->best[pair->a] < pair->containment)
		c->best[pair->a] = pair->containment;
	if (c->best[pair->b] < pair->containment)
		c->best[pair->b] = pair->containment;
}

static bool
are_neighbours(const struct comparer *c, uint32_t i, uint32_t j)
{
	const struct gp_shingled *p = c->found.paragraphs;

	return j < c->found.n_paragraphs && p[i].article == p[j].article &&
	       (p[i].place + 1 == p[j].place || p[j].place + 1 == p[i].place);
}

/* A paragraph before or behind `i` is in the passage of `other` already. */
static bool
goes_on(struct comparer *c, uint32_t i, uint32_t other)
{
	uint32_t set = find_set(c->para_set, other);

	return (are_neighbours(c, i, i + 1) &&
	        find_set(c->para_set, i + 1) == set) ||
	       (i > 0 && are_neighbours(c, i, i - 1) &&
	        find_set(c->para_set, i - 1) == set);
}

/* Whether two paragraphs are one passage: those that share less than nearly
   all must at least name the same numbers. */
static bool
is_passage(struct comparer *c, const struct gp_alike *pair)
{
	struct gp_numbers a = { .n = 0 }, b = { .n = 0 };
	const struct gp_shingled *p = c->found.paragraphs;

	if (pair->containment >= SAME_TEXT)
		return true;
	return pair->containment >= SAME_PASSAGE &&
	       gp_numbers_read(&a, c->scratch, p[pair->a].node, c->e) &&
	       gp_numbers_read(&b, c->scratch, p[pair->b].node, c->e) &&
	       gp_numbers_agree(&a, &b);
}

static void
find_passages(struct comparer *c)
{
	const struct gp_alike *pair;
	size_t i;

	for (i = 0; i < c->found.n_pairs; i++) {
		pair = &c->found.pairs[i];
		if (pair->shared < LEAST_PASSAGE || !takes_part(c, pair) ||
		    !is_passage(c, pair))
			continue;
		unite(c->para_set, pair->a, pair->b);
		remember(c, pair);
	}
	for (i = 0; i < c->found.n_pairs; i++) {
		pair = &c->found.pairs[i];
		if (pair->containment >= PART_OF_PASSAGE &&
		    pair->shared >= LEAST_PART && takes_part(c, pair) &&
		    (goes_on(c, pair->a, pair->b) ||
		     goes_on(c, pair->b, pair->a)))
			unite(c->para_set, pair->a, pair->b);
	}
}

/* ---- the result ---- */

/* How many members each set has, at the place of its first. */
static uint32_t *
count_members(struct comparer *c, uint32_t *sets, size_t n)
{
	uint32_t *counts = gp_arena_array(c->scratch, n, sizeof *counts);
	size_t i;

	for (i = 0; counts && i < n; i++)
		counts[find_set(sets, (uint32_t)i)]++;
	return counts;
}

static size_t
count_groups(const uint32_t *counts, size_t n)
{
	size_t i, groups = 0;

	for (i = 0; i < n; i++)
		groups += counts[i] > 1;
	return groups;
}

static void
keep_same(struct comparer *c)
{
	uint32_t *counts = count_members(c, c->doc_set, c->n_docs);
	struct gp_same **set =
		gp_arena_array(c->scratch, c->n_docs, sizeof(struct gp_same *));
	struct gp_across *out = c->out;
	size_t i, first;

	if (!counts || !set)
		return;
	out->same = gp_arena_array(c->arena, count_groups(counts, c->n_docs),
	                           sizeof *out->same);
	for (i = 0; out->same && i < c->n_docs; i++) {
		first = find_set(c->doc_set, (uint32_t)i);
		if (counts[first] < 2)
			continue;
		if (first == i) {
			set[i] = &out->same[out->n_same++];
			set[i]->articles = gp_arena_array(c->arena, counts[i],
			                                  sizeof(size_t));
		}
		if (set[first]->articles)
			set[first]->articles[set[first]->n++] = i;
	}
}

static void
see_exact(struct comparer *c)
{
	struct gp_same *same = c->out->same;
	uint64_t first;
	size_t i, k;

	for (i = 0; i < c->out->n_same; i++, same++) {
		first = gp_text_key(c->docs[same->articles[0]], c->e);
		same->exact = true;
		for (k = 1; k < same->n && same->exact; k++)
			same->exact = gp_text_key(c->docs[same->articles[k]],
			                          c->e) == first;
	}
}

static struct gp_str
words_of(struct gp_arena *a, const struct gp_passage *p)
{
	struct gp_buf text = { .max = 0 };
	const struct gp_node *n;

	for (n = p->first; n; n = n == p->last ? NULL : n->next) {
		gp_node_words(n, &text);
		gp_buf_putc(&text, ' ');
	}
	return gp_arena_buf(a, &text);
}

/* One more paragraph of the set: behind the one before it, or a place of its
   own.  Places of one passage are siblings, so that first to last is a
   range. */
static void
add_member(struct comparer *c, struct gp_shared *s, uint32_t now)
{
	const struct gp_shingled *p = &c->found.paragraphs[now];
	struct gp_passage *last = s->n ? &s->passages[s->n - 1] : NULL;

	if (last && last->article == p->article && last->last->next == p->node)
		last->last = p->node;
	else {
		last = &s->passages[s->n++];
		last->article = p->article;
		last->first = last->last = p->node;
	}
	if (last->containment < c->best[now])
		last->containment = c->best[now];
}

static void
keep_shared(struct comparer *c)
{
	size_t n = c->found.n_paragraphs, i;
	uint32_t *counts = count_members(c, c->para_set, n), first;
	struct gp_shared **set =
		gp_arena_array(c->scratch, n, sizeof(struct gp_shared *));
	struct gp_across *out = c->out;

	if (!counts || !set)
		return;
	out->shared = gp_arena_array(c->arena, count_groups(counts, n),
	                             sizeof *out->shared);
	for (i = 0; out->shared && i < n; i++) {
		first = find_set(c->para_set, (uint32_t)i);
		if (counts[first] < 2)
			continue;
		if (first == i) {
			set[i] = &out->shared[out->n_shared++];
			set[i]->passages = gp_arena_array(
				c->arena, counts[i], sizeof(struct gp_passage));
		}
		if (set[first]->passages)
			add_member(c, set[first], (uint32_t)i);
	}
}

static bool
compare_words(struct comparer *c, struct gp_err *e)
{
	const struct gp_shared *s;
	struct gp_passage *p;
	struct gp_str first;
	size_t i;

	for (i = 0; i < c->out->n_shared; i++) {
		s = &c->out->shared[i];
		first = words_of(c->arena, &s->passages[0]);
		for (p = s->passages + 1; p < s->passages + s->n; p++)
			if (!gp_word_differences(c->arena, first,
			                         words_of(c->arena, p), p, e))
				return false;
	}
	return true;
}

/* Counts first, so that starts[i] is where article i ends and, when its
   places have been put in from the back, where it begins. */
static void
index_places(struct comparer *c)
{
	struct gp_across *out = c->out;
	const struct gp_shared *s;
	size_t i, k, total = 0;

	out->starts = gp_arena_array(c->arena, c->n_docs + 1, sizeof(size_t));
	for (i = 0; out->starts && i < out->n_shared; i++) {
		s = &out->shared[i];
		for (k = 0; k < s->n; k++)
			out->starts[s->passages[k].article]++;
		total += s->n;
	}
	out->places = gp_arena_array(c->arena, total, sizeof *out->places);
	if (!out->starts || !out->places)
		return;
	for (i = 1; i <= c->n_docs; i++)
		out->starts[i] += out->starts[i - 1];
	for (i = out->n_shared; i-- > 0;) {
		s = &out->shared[i];
		for (k = s->n; k-- > 0;)
			out->places[--out->starts[s->passages[k].article]] =
				(struct gp_shared_place){ i, k };
	}
}

static void
index_same(struct comparer *c)
{
	struct gp_across *out = c->out;
	size_t i, k;

	out->same_of = gp_arena_array(c->arena, c->n_docs, sizeof(size_t));
	if (!out->same_of)
		return;
	for (i = 0; i < c->n_docs; i++)
		out->same_of[i] = out->n_same;
	for (i = 0; i < out->n_same; i++)
		for (k = 0; k < out->same[i].n; k++)
			out->same_of[out->same[i].articles[k]] = i;
}

static bool
compare_articles(struct comparer *c, struct gp_err *e)
{
	if (!gp_shingle(c->scratch, c->docs, c->n_docs, LEAST_PART, &c->found,
	                e))
		return false;
	c->doc_set = new_sets(c->scratch, c->n_docs);
	c->para_set = new_sets(c->scratch, c->found.n_paragraphs);
	c->best = gp_arena_array(c->scratch, c->found.n_paragraphs,
	                         sizeof *c->best);
	if (!gp_arena_ok(c->scratch, e))
		return false;
	find_same(c);
	find_passages(c);
	keep_same(c);
	keep_shared(c);
	if (e->code != GP_OK || !gp_arena_ok(c->scratch, e) ||
	    !gp_arena_ok(c->arena, e))
		return false;
	see_exact(c);
	index_places(c);
	index_same(c);
	return e->code == GP_OK && compare_words(c, e) &&
	       gp_arena_ok(c->arena, e);
}

bool
gp_compare(struct gp_arena *a, const struct gp_doc *const *docs, size_t n,
           struct gp_across *out, struct gp_err *e)
{
	struct comparer c = {
		.arena = a, .docs = docs, .n_docs = n, .out = out, .e = e
	};
	bool ok;

	*out = (struct gp_across){ 0 };
	c.scratch = gp_arena_new(GP_MAX_COMPARE_ARENA);
	ok = c.scratch ? compare_articles(&c, e)
	               : gp_fail(e, GP_NOMEM, "out of memory");
	gp_arena_free(c.scratch);
	return ok;
}
