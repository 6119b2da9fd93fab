/* Runs of words of one text looked up among those of another, sorted by their
   hashes.  A run goes over the end of a paragraph, so that it does not matter
   where a site breaks them.  It knows no threshold of likeness but one: two
   reports of different numbers are not one text. */
#include "pack/across/within.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/text/uri.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "pack/across/shingles.h"

#include <stdlib.h>
#include <string.h>

#define PRIME UINT64_C(1099511628211) /* of FNV-1a (Fowler, Noll, Vo) */

/* Hundredths; a judgement: a text copied with one figure mended is the same,
   last week's form with this week's figures is not. */
enum { SAME_NUMBERS = 80 };

/* ---- sets of hashes ---- */

static int
by_hash(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static bool
has_hash(const uint64_t *rows, size_t n, uint64_t hash)
{
	return n && bsearch(&hash, rows, n, sizeof hash, by_hash) != NULL;
}

/* ---- runs of words ---- */

/* The last words of a text that is read. */
struct word_run {
	uint64_t words[GP_SHINGLE_WORDS];
	size_t n; /* read so far */
};

/* The hash of the last `length` words. */
static uint64_t
hash_last(const struct word_run *r, size_t length)
{
	uint64_t hash = length;
	size_t i;

	for (i = r->n - length; i < r->n; i++)
		hash = (hash ^ r->words[i % GP_SHINGLE_WORDS]) * PRIME;
	return hash;
}

/* Signs, fractions and raised figures, which make another number of one. */
static bool
is_of_number(uint32_t c)
{
	return c == '+' || c == '-' || c == '~' || (c >= '<' && c <= '>') ||
	       c == 0xB1 || c == 0xB2 || c == 0xB3 || c == 0xB9 ||
	       (c >= 0xBC && c <= 0xBE) || (c >= 0x2010 && c <= 0x2015) ||
	       (c >= 0x2070 && c <= 0x2079) || (c >= 0x2150 && c <= 0x215F) ||
	       c == 0x2189 || c == 0x2212 || c == 0x2248 || c == 0x2264 ||
	       c == 0x2265;
}

/* The hash of a word that is a number, with what stands round it. */
static uint64_t
hash_number(uint64_t hash, struct gp_str around)
{
	size_t i = 0;
	uint32_t c;

	while (i < around.n) {
		c = gp_utf8_next(around, &i);
		if (is_of_number(c))
			hash = (hash ^ c) * PRIME;
	}
	return hash;
}

static bool
next_word(struct word_run *r, struct gp_str *rest)
{
	uint64_t *hash = &r->words[r->n % GP_SHINGLE_WORDS];
	struct gp_str word, all = *rest;

	if (!gp_shingle_word(rest, &word, hash))
		return false;
	if (gp_str_has_digit(word))
		*hash = hash_number(*hash, gp_str_sub(all, 0, all.n - rest->n));
	r->n++;
	return true;
}

struct word_runs {
	struct gp_arena *arena;
	uint64_t *rows;
	size_t n, cap;
	struct word_run last; /* of the text so far */
};

/* Notes the runs of every length that end in the words of `text`. */
static void
add_text(struct word_runs *all, struct gp_str text)
{
	uint64_t *row;
	size_t k;

	while (next_word(&all->last, &text))
		for (k = 1; k <= GP_SHINGLE_WORDS && k <= all->last.n; k++) {
			row = GP_VEC_ADD(all->arena, all->rows, all->n,
			                 all->cap);
			if (!row)
				return;
			*row = hash_last(&all->last, k);
		}
}

static size_t
count_words(struct gp_str text)
{
	struct word_run r = { .n = 0 };

	while (next_word(&r, &text))
		;
	return r.n;
}

static bool
has_text(const struct word_runs *all, struct gp_str text)
{
	size_t words = count_words(text);
	size_t length = words < GP_SHINGLE_WORDS ? words : GP_SHINGLE_WORDS;
	struct word_run r = { .n = 0 };

	while (next_word(&r, &text))
		if (r.n >= length &&
		    !has_hash(all->rows, all->n, hash_last(&r, length)))
			return false;
	return true;
}

/* ---- units ---- */

/* What stays or goes as a whole.  A row, not its cells: a number means
   something beside its label only. */
static bool
is_unit(enum gp_kind kind)
{
	return kind == GP_PARAGRAPH || kind == GP_HEADING || kind == GP_TERM ||
	       kind == GP_ROW || kind == GP_CAPTION || kind == GP_CODE_BLOCK;
}

/* The words of the next unit in `text`; false at the end. */
static bool
next_unit(struct gp_walk *w, struct gp_buf *text)
{
	while (gp_walk_next(w)) {
		if (w->event != GP_ENTER || !is_unit(w->node->kind))
			continue;
		gp_walk_skip(w);
		gp_buf_clear(text);
		gp_node_words(w->node, text);
		return true;
	}
	return false;
}

static bool
has_all(const struct word_runs *all, const struct gp_doc *doc,
        struct gp_buf *text)
{
	struct gp_walk w = gp_walk_from(doc->body);

	if (!has_text(all, doc->standfirst.text))
		return false;
	while (next_unit(&w, text))
		if (!has_text(all, gp_buf_view(text)))
			return false;
	return true;
}

/* ---- where links lead ---- */

/* Of an address what a copy on another host has as well, without the marks of
   who counts its readers. */
static uint64_t
hash_target(struct gp_str url)
{
	struct gp_str host = gp_web_authority(url);
	size_t from = host.n ? (size_t)(host.p + host.n - url.p) : 0;
	size_t to = gp_str_find(url, GP_STR("utm_"), from);

	while (to > from && to < url.n + 1 && strchr("?&#/", url.p[to - 1]))
		to--;
	return gp_fnv1a(to > from ? gp_str_sub(url, from, to) : host);
}

/* Notes each target of the body; false at the first that `rows`, when there are
   any, do not have. */
static bool
look_at_links(const struct gp_doc *doc, struct word_runs *note,
              const struct word_runs *has)
{
	struct gp_walk w = gp_walk_from(doc->body);
	const struct gp_node_link *link;
	uint64_t hash, *row;

	while (gp_walk_next(&w)) {
		if (w.event != GP_ENTER || w.node->kind != GP_LINK)
			continue;
		link = gp_node_link(w.node);
		if (!link || gp_web_scheme(link->target) == 0)
			continue;
		hash = hash_target(link->target);
		if (has && !has_hash(has->rows, has->n, hash))
			return false;
		row = note ? GP_VEC_ADD(note->arena, note->rows, note->n,
		                        note->cap)
		           : NULL;
		if (row)
			*row = hash;
	}
	return true;
}

/* A link that leads elsewhere in the other is one that is missing there. */
static bool
has_all_links(struct gp_arena *arena, const struct gp_doc *gone,
              const struct gp_doc *kept)
{
	struct word_runs all = { .arena = arena };

	(void)look_at_links(kept, &all, NULL);
	if (all.n)
		qsort(all.rows, all.n, sizeof *all.rows, by_hash);
	return look_at_links(gone, NULL, &all);
}

bool
gp_stands_within(const struct gp_doc *gone, const struct gp_doc *kept,
                 struct gp_err *e)
{
	struct word_runs all = { .arena = gp_arena_new(GP_MAX_COMPARE_ARENA) };
	struct gp_walk w = gp_walk_from(kept->body);
	struct gp_buf text = { .max = 0 };
	bool within;

	if (!all.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	add_text(&all, kept->standfirst.text);
	while (next_unit(&w, &text))
		add_text(&all, gp_buf_view(&text));
	if (all.n)
		qsort(all.rows, all.n, sizeof *all.rows, by_hash);
	within = has_all(&all, gone, &text) &&
	         has_all_links(all.arena, gone, kept);
	if (!gp_arena_ok(all.arena, e) || !gp_buf_ok(&text, e))
		within = false;
	gp_arena_free(all.arena);
	gp_buf_free(&text);
	return within;
}

uint64_t
gp_text_key(const struct gp_doc *doc, struct gp_err *e)
{
	struct gp_walk w = gp_walk_from(doc->body);
	struct gp_buf text = { .max = 0 };
	uint64_t key = 0, hash;
	struct gp_str rest, word;
	bool ok;

	while (next_unit(&w, &text)) {
		rest = gp_buf_view(&text);
		while (gp_shingle_word(&rest, &word, &hash))
			key = (key ^ hash) * PRIME;
	}
	ok = gp_buf_ok(&text, e);
	gp_buf_free(&text);
	return ok ? key : 0;
}

/* ---- numbers ---- */

static void
add_numbers(struct gp_numbers *out, struct gp_arena *a, struct gp_str text)
{
	struct gp_str word;
	uint64_t hash, *row;

	while (gp_shingle_word(&text, &word, &hash)) {
		row = gp_str_has_digit(word)
		              ? GP_VEC_ADD(a, out->rows, out->n, out->cap)
		              : NULL;
		if (row)
			*row = hash;
	}
}

static void
sort_once(struct gp_numbers *out)
{
	size_t i, n = 0;

	if (out->n)
		qsort(out->rows, out->n, sizeof *out->rows, by_hash);
	for (i = 0; i < out->n; i++)
		if (n == 0 || out->rows[n - 1] != out->rows[i])
			out->rows[n++] = out->rows[i];
	out->n = n;
}

bool
gp_numbers_read(struct gp_numbers *out, struct gp_arena *a,
                const struct gp_node *root, struct gp_err *e)
{
	struct gp_walk w = gp_walk_from(root);
	struct gp_buf text = { .max = 0 };
	bool ok;

	if (out->read)
		return true;
	out->read = true;
	while (next_unit(&w, &text))
		add_numbers(out, a, gp_buf_view(&text));
	sort_once(out);
	ok = gp_buf_ok(&text, e) && gp_arena_ok(a, e);
	gp_buf_free(&text);
	return ok;
}

bool
gp_numbers_agree(const struct gp_numbers *a, const struct gp_numbers *b)
{
	const struct gp_numbers *few = a->n < b->n ? a : b;
	const struct gp_numbers *many = few == a ? b : a;
	size_t i, both = 0;

	for (i = 0; i < few->n; i++)
		both += has_hash(many->rows, many->n, few->rows[i]);
	return (uint64_t)both * 100 >= (uint64_t)few->n * SAME_NUMBERS;
}
