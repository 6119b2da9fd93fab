/* Two walks over all paragraphs: the first notes in a Bloom filter which
   shingles come again, the second counts for these, by hash, which earlier
   paragraphs have them too.  Words are compared by letters and digits in
   small letters.  Hashes stand for shingles: two that collide would count as
   one.  What a share means, and from where on it is one, is not known here. */
#include "pack/across/shingles.h"

#include "base/text/fold.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/node_words.h"
#include "model/walk.h"

#include <string.h>

/* How many paragraphs a shingle remembers, and how many of one article.  A
   judgement: enough that two articles which share a text meet even where many
   have it, and so few that a phrase of every page costs nothing. */
enum { OWNERS = 4, OWNERS_OF_ARTICLE = 2 };
/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

struct slot {
	uint64_t hash;
	uint32_t owners[OWNERS];
	uint32_t last; /* paragraph that met it last, from 1; 0: free */
	uint32_t n_owners;
};

/* Which shingles were met, and which of them again: a Bloom filter (Bloom
   1970) with one hash and 16 bits a word, so some 6 in 100 that stand alone
   pass for repeated.  That costs room and changes no result. */
struct seen {
	uint64_t *once, *again;
	size_t bits; /* a power of two */
};

struct shingler {
	struct gp_arena *arena;
	struct seen seen;
	struct gp_shingling *out;
	struct slot *slots;
	size_t size, used; /* `size` is a power of two */
	size_t cap_pairs;
	unsigned least;
	uint32_t *counts; /* a paragraph: shingles it shares with this one */
	uint32_t *met;    /* the paragraphs whose count is not 0, as met */
	size_t n_met;
	struct gp_buf text;
};

/* ---- words ---- */

/* From where *at is to the next white space. */
static struct gp_str
read_word(struct gp_str s, size_t *at, uint64_t *hash)
{
	size_t from = s.n, to = s.n, i = *at, before;
	uint32_t c;

	*hash = FNV_START;
	while (i < s.n && !gp_is_space(s.p[i])) {
		before = i;
		c = gp_fold_char((unsigned char)s.p[i] < 0x80
		                         ? (uint32_t)(unsigned char)s.p[i++]
		                         : gp_utf8_next(s, &i));
		if (c == 0)
			continue;
		*hash = (*hash ^ c) * FNV_PRIME;
		from = from < before ? from : before;
		to = i;
	}
	*at = i;
	return gp_str_sub(s, from, to);
}

bool
gp_shingle_word(struct gp_str *rest, struct gp_str *word, uint64_t *hash)
{
	size_t i = 0;

	do {
		while (i < rest->n && gp_is_space(rest->p[i]))
			i++;
		if (i == rest->n)
			return false;
		*word = read_word(*rest, &i, hash);
	} while (word->n == 0);
	*rest = gp_str_sub(*rest, i, rest->n);
	return true;
}

/* ---- which ones repeat ---- */

enum { BITS_A_WORD = 16, CELL = 64 };

static bool
has_bit(const struct seen *s, const uint64_t *bits, uint64_t hash)
{
	size_t at = (size_t)(hash >> 7) & (s->bits - 1);

	return bits[at / CELL] >> at % CELL & 1;
}

static void
set_bit(const struct seen *s, uint64_t *bits, uint64_t hash)
{
	size_t at = (size_t)(hash >> 7) & (s->bits - 1);

	bits[at / CELL] |= UINT64_C(1) << at % CELL;
}

static void
open_seen(struct seen *s, struct gp_arena *a, size_t words)
{
	for (s->bits = 1024; s->bits / BITS_A_WORD < words;)
		s->bits *= 2;
	s->once = gp_arena_array(a, s->bits / CELL, sizeof *s->once);
	s->again = gp_arena_array(a, s->bits / CELL, sizeof *s->again);
}

static bool
note_seen(struct shingler *s, uint64_t hash, uint32_t now)
{
	struct seen *seen = &s->seen;

	(void)now;
	if (has_bit(seen, seen->once, hash))
		set_bit(seen, seen->again, hash);
	else
		set_bit(seen, seen->once, hash);
	return true;
}

/* ---- the table ---- */

static struct slot *
find_slot(const struct shingler *s, uint64_t hash)
{
	size_t at = (size_t)(hash ^ hash >> 32) & (s->size - 1);

	while (s->slots[at].last && s->slots[at].hash != hash)
		at = (at + 1) & (s->size - 1);
	return &s->slots[at];
}

/* The old table is left to the arena: all of them together are no longer
   than the last. */
static bool
grow_table(struct shingler *s)
{
	struct slot *old = s->slots;
	size_t size = s->size, i;

	s->size = size ? size * 2 : 1024;
	s->slots = gp_arena_array(s->arena, s->size, sizeof *s->slots);
	if (!s->slots)
		return false;
	for (i = 0; i < size; i++)
		if (old[i].last)
			*find_slot(s, old[i].hash) = old[i];
	return true;
}

/* Counts the shingle for each paragraph of another article that has it. */
static void
count_owners(struct shingler *s, struct slot *slot, uint32_t now)
{
	const struct gp_shingled *all = s->out->paragraphs;
	uint32_t i, owner, own = 0;

	for (i = 0; i < slot->n_owners; i++) {
		owner = slot->owners[i];
		if (all[owner].article == all[now].article) {
			own++;
			continue;
		}
		if (s->counts[owner]++ == 0)
			s->met[s->n_met++] = owner;
	}
	if (own < OWNERS_OF_ARTICLE && slot->n_owners < OWNERS)
		slot->owners[slot->n_owners++] = now;
}

static bool
add_shingle(struct shingler *s, uint64_t hash, uint32_t now)
{
	struct slot *slot;

	if (!has_bit(&s->seen, s->seen.again, hash)) {
		s->out->paragraphs[now].shingles++;
		return true;
	}
	if (s->used * 4 >= s->size * 3 && !grow_table(s))
		return false;
	slot = find_slot(s, hash);
	if (slot->last == now + 1)
		return true;
	if (!slot->last) {
		slot->hash = hash;
		s->used++;
	}
	slot->last = now + 1;
	s->out->paragraphs[now].shingles++;
	count_owners(s, slot, now);
	return true;
}

/* ---- paragraphs ---- */

static uint64_t
hash_shingle(const uint64_t words[GP_SHINGLE_WORDS], size_t oldest)
{
	uint64_t hash = FNV_START;
	size_t i;

	for (i = 0; i < GP_SHINGLE_WORDS; i++)
		hash = (hash ^ words[(oldest + i) % GP_SHINGLE_WORDS]) *
		       FNV_PRIME;
	return hash;
}

/* Hands every shingle of the paragraph in `text` to `each`. */
static bool
for_shingles(struct shingler *s, uint32_t now,
             bool (*each)(struct shingler *, uint64_t, uint32_t))
{
	struct gp_str rest = gp_buf_view(&s->text), word;
	uint64_t words[GP_SHINGLE_WORDS] = { 0 };
	size_t n = 0;

	while (gp_shingle_word(&rest, &word, &words[n % GP_SHINGLE_WORDS])) {
		n++;
		if (n >= GP_SHINGLE_WORDS &&
		    !each(s, hash_shingle(words, n), now))
			return false;
	}
	return true;
}

static bool
add_pair(struct shingler *s, struct gp_alike pair)
{
	struct gp_shingling *out = s->out;
	struct gp_alike *row =
		GP_VEC_ADD(s->arena, out->pairs, out->n_pairs, s->cap_pairs);

	if (row)
		*row = pair;
	return row != NULL;
}

/* What the paragraph shares with those before it; empties the counts. */
static bool
add_pairs(struct shingler *s, uint32_t now)
{
	const struct gp_shingled *all = s->out->paragraphs;
	uint32_t other, shared, shorter;
	size_t i;

	for (i = 0; i < s->n_met; i++) {
		other = s->met[i];
		shared = s->counts[other];
		s->counts[other] = 0;
		shorter = all[other].shingles < all[now].shingles
		                  ? all[other].shingles
		                  : all[now].shingles;
		if (shared >= s->least &&
		    !add_pair(s,
		              (struct gp_alike){ other, now, shared,
		                                 (shared * 100 + shorter / 2) /
		                                         shorter }))
			return false;
	}
	s->n_met = 0;
	return true;
}

/* ---- articles ---- */

/* The next paragraph of the walk, its words in `text`; NULL at the end. */
static const struct gp_node *
next_paragraph(struct shingler *s, struct gp_walk *w)
{
	while (gp_walk_next(w)) {
		if (w->event != GP_ENTER || w->node->kind != GP_PARAGRAPH)
			continue;
		gp_walk_skip(w);
		gp_buf_clear(&s->text);
		gp_node_words(w->node, &s->text);
		return w->node;
	}
	return NULL;
}

static bool
add_article(struct shingler *s, const struct gp_doc *doc, size_t article)
{
	struct gp_walk w = gp_walk_from(doc->body);
	struct gp_shingling *out = s->out;
	const struct gp_node *node;
	unsigned place = 0;
	uint32_t now;

	while ((node = next_paragraph(s, &w)) != NULL) {
		now = (uint32_t)out->n_paragraphs++;
		out->paragraphs[now].article = article;
		out->paragraphs[now].node = node;
		out->paragraphs[now].place = place++;
		if (!for_shingles(s, now, add_shingle) || !add_pairs(s, now))
			return false;
	}
	return true;
}

/* How many paragraphs there are, and which shingles repeat. */
static size_t
look_ahead(struct shingler *s, const struct gp_doc *const *docs, size_t n)
{
	size_t words = 0, total = 0, i;
	struct gp_walk w;

	for (i = 0; i < n; i++)
		words += gp_doc_words(docs[i]);
	open_seen(&s->seen, s->arena, words);
	if (!s->seen.once || !s->seen.again)
		return 0;
	for (i = 0; i < n; i++) {
		w = gp_walk_from(docs[i]->body);
		for (; next_paragraph(s, &w); total++)
			for_shingles(s, 0, note_seen);
	}
	return total;
}

bool
gp_shingle(struct gp_arena *a, const struct gp_doc *const *docs, size_t n,
           unsigned least, struct gp_shingling *out, struct gp_err *e)
{
	struct shingler s = { .arena = a, .out = out, .least = least };
	size_t total = look_ahead(&s, docs, n), i;
	bool ok;

	*out = (struct gp_shingling){ 0 };
	out->paragraphs = gp_arena_array(a, total, sizeof *out->paragraphs);
	s.counts = gp_arena_array(a, total, sizeof *s.counts);
	s.met = gp_arena_array(a, total, sizeof *s.met);
	ok = gp_arena_ok(a, e);
	for (i = 0; ok && i < n; i++)
		ok = add_article(&s, docs[i], i);
	ok = gp_arena_ok(a, e) && gp_buf_ok(&s.text, e) && ok;
	gp_buf_free(&s.text);
	return ok;
}
