/* The smallest hashes in a sorted array that stays as long as it is; a text
   of fewer than four words is one run.  Two sketches are merged up to their
   size, and what of that stands in both is counted.  What number means "the
   same" it does not know. */
#include "series/known/sketch.h"

#include "pack/across/shingles.h"

#include <stdio.h>
#include <string.h>

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

enum { DIGITS = 8 };

static void
keep(struct gp_sketch *s, uint32_t hash)
{
	size_t at = s->n;

	while (at > 0 && s->rows[at - 1] > hash)
		at--;
	if (at == GP_SKETCH_SIZE || (at > 0 && s->rows[at - 1] == hash))
		return;
	if (s->n < GP_SKETCH_SIZE)
		s->n++;
	memmove(&s->rows[at + 1], &s->rows[at],
	        (s->n - 1 - at) * sizeof *s->rows);
	s->rows[at] = hash;
}

/* FNV's low bits are its best; both halves are used. */
static uint32_t
run_hash(const uint64_t words[GP_SHINGLE_WORDS], size_t first, size_t n)
{
	uint64_t hash = FNV_START;
	size_t i;

	for (i = 0; i < n; i++) {
		hash ^= words[(first + i) % GP_SHINGLE_WORDS];
		hash *= FNV_PRIME;
		hash ^= hash >> 29;
	}
	return (uint32_t)(hash ^ hash >> 32);
}

void
gp_sketch_make(struct gp_str text, struct gp_sketch *out)
{
	uint64_t words[GP_SHINGLE_WORDS] = { 0 };
	struct gp_str word;
	size_t n = 0;

	*out = (struct gp_sketch){ .n = 0 };
	while (gp_shingle_word(&text, &word, &words[n % GP_SHINGLE_WORDS]))
		if (++n >= GP_SHINGLE_WORDS)
			keep(out, run_hash(words, n, GP_SHINGLE_WORDS));
	if (n > 0 && n < GP_SHINGLE_WORDS)
		keep(out, run_hash(words, 0, n));
}

void
gp_sketch_write(const struct gp_sketch *s, char out[GP_SKETCH_TEXT])
{
	size_t i;

	out[0] = '\0';
	for (i = 0; i < s->n; i++)
		(void)snprintf(out + i * DIGITS, DIGITS + 1, "%08lx",
		               (unsigned long)s->rows[i]);
}

static bool
take_digit(char c, uint32_t *number)
{
	uint32_t digit;

	if (gp_is_digit(c))
		digit = (uint32_t)(c - '0');
	else if (c >= 'a' && c <= 'f')
		digit = (uint32_t)(c - 'a') + 10;
	else
		return false;
	*number = *number << 4 | digit;
	return true;
}

bool
gp_sketch_read(struct gp_str text, struct gp_sketch *out)
{
	size_t i;

	*out = (struct gp_sketch){ .n = text.n / DIGITS };
	if (text.n % DIGITS || out->n > GP_SKETCH_SIZE)
		return false;
	for (i = 0; i < text.n; i++)
		if (!take_digit(text.p[i], &out->rows[i / DIGITS]))
			return false;
	return true;
}

unsigned
gp_sketch_likeness(const struct gp_sketch *a, const struct gp_sketch *b)
{
	size_t i = 0, k = 0, all = 0, both = 0;

	if (a->n == 0 || b->n == 0)
		return 0;
	while (all < GP_SKETCH_SIZE && (i < a->n || k < b->n)) {
		bool from_a =
			k == b->n || (i < a->n && a->rows[i] <= b->rows[k]);
		bool from_b =
			i == a->n || (k < b->n && b->rows[k] <= a->rows[i]);

		both += from_a && from_b;
		i += from_a;
		k += from_b;
		all++;
	}
	return (unsigned)((both * 100 + all / 2) / all);
}
