/* One table look-up a byte and one a word, or one for each piece of a word that
   is not found whole.  It does not know which words are missing when some are:
   only that it is so, or that too many look alike to it for a quick answer. */
#include "base/text/word_count.h"

enum {
	FIRST_SLOTS = 1024,
	SEED = 0x1E3D,   /* any number: a word of no letters */
	MOST_STEPS = 64, /* a word in the mean; one or two are usual */
};

/* FNV-1a's prime for 32 bits (Fowler, Noll, Vo). */
static const uint32_t prime = 0x01000193;

struct gp_word_slot {
	uint32_t hash; /* 0: free */
	int32_t n;
};

/* What a byte is to a word: itself in lower case; PARTS between two; LOOKS
   when the bytes behind it tell. */
enum { PARTS = 0, LOOKS = 1 };

#define LETTERS(from)                                                       \
	(from), (from) + 1, (from) + 2, (from) + 3, (from) + 4, (from) + 5, \
		(from) + 6, (from) + 7
#define BYTES(from)                                               \
	LETTERS(from), LETTERS((from) + 8), LETTERS((from) + 16), \
		LETTERS((from) + 24)

static const unsigned char byte_class[256] = {
	['0'] = '0',
	'1',
	'2',
	'3',
	'4',
	'5',
	'6',
	'7',
	'8',
	'9',
	['A'] = LETTERS('a'),
	LETTERS('i'),
	LETTERS('q'),
	'y',
	'z',
	['a'] = LETTERS('a'),
	LETTERS('i'),
	LETTERS('q'),
	'y',
	'z',
	[0x80] = BYTES(0x80),
	BYTES(0xA0),
	0xC0,
	0xC1,
	LOOKS,
	0xC3,
	0xC4,
	0xC5,
	0xC6,
	0xC7,
	LETTERS(0xC8),
	LETTERS(0xD0),
	LETTERS(0xD8),
	0xE0,
	0xE1,
	LOOKS,
	LOOKS,
	0xE4,
	0xE5,
	0xE6,
	0xE7,
	LETTERS(0xE8),
	LETTERS(0xF0),
	LETTERS(0xF8),
};

/* ---- the table ---- */

/* Anybody can pick words whose slots are neighbours, and make each look-up one
   through all of them. */
static void
give_up(struct gp_word_count *c)
{
	c->is_short = true;
	c->listener.is_done = true;
}

/* Any slot when the steps are used up, which ends the hearing. */
static struct gp_word_slot *
slot_of(struct gp_word_count *c, uint32_t hash)
{
	size_t i = (hash * UINT32_C(0x9E3779B1)) & (c->size - 1);

	c->steps += MOST_STEPS;
	while (c->slots[i].hash && c->slots[i].hash != hash && c->steps) {
		i = (i + 1) & (c->size - 1);
		c->steps--;
	}
	if (!c->steps)
		give_up(c);
	return &c->slots[i];
}

static void
grow(struct gp_word_count *c)
{
	struct gp_word_slot *old = c->slots;
	size_t n = c->size, i;

	c->slots = gp_arena_array(c->arena, n * 2, sizeof *c->slots);
	if (!c->slots) {
		c->listener.is_done = true;
		c->slots = old;
		return;
	}
	c->size = n * 2;
	for (i = 0; i < n; i++)
		if (old[i].hash)
			*slot_of(c, old[i].hash) = old[i];
}

static void
put(struct gp_word_count *c, uint32_t hash)
{
	struct gp_word_slot *s = slot_of(c, hash);

	if (s->hash == 0) {
		s->hash = hash;
		c->used++;
	}
	s->n++;
	if (c->used * 2 > c->size)
		grow(c);
}

static bool
take(struct gp_word_count *c, uint32_t hash)
{
	struct gp_word_slot *s = slot_of(c, hash);

	if (s->n <= 0)
		return false;
	s->n--;
	return true;
}

/* No word has the hash of a slot that is free. */
static uint32_t
known(uint32_t hash)
{
	return hash ? hash : 1;
}

/* What stands behind the last seam is a piece of the word that goes on. */
static void
end_piece(struct gp_listener *l)
{
	struct gp_word_count *c = (struct gp_word_count *)(void *)l;

	if (!c->takes || c->piece == SEED)
		return;
	if (c->n_pieces == GP_MOST_PIECES)
		give_up(c);
	else
		c->pieces[c->n_pieces++] = known(c->piece);
	c->piece = SEED;
}

/* The word at hand, or all that it may be cut into. */
static void
take_word(struct gp_word_count *c)
{
	unsigned i;

	end_piece(&c->listener);
	if (c->is_short || take(c, c->hash))
		return;
	if (c->n_pieces < 2)
		give_up(c);
	for (i = 0; i < c->n_pieces && !c->is_short; i++)
		if (!take(c, c->pieces[i]))
			give_up(c);
}

/* ---- hearing ---- */

static void
hear_letter(struct gp_word_count *c, unsigned char b)
{
	c->hash = (c->hash ^ b) * prime;
	c->piece = (c->piece ^ b) * prime;
}

static void
end_word(struct gp_listener *l)
{
	struct gp_word_count *c = (struct gp_word_count *)(void *)l;

	if (c->hash == SEED || l->is_done)
		return;
	c->hash = known(c->hash);
	if (!c->takes)
		put(c, c->hash);
	else
		take_word(c);
	c->hash = c->piece = SEED;
	c->n_pieces = 0;
}

/* The signs of U+0080 to U+00BF, of U+2000 to U+2BFF and of U+3000 to U+303F
   part words, but for the three letters among the first and for what is not
   seen at all.  How many bytes they have; 0: it is a letter. */
static size_t
sign_at(struct gp_str s, size_t i, bool *parts)
{
	unsigned char first = (unsigned char)s.p[i];
	unsigned char second = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
	unsigned char third = i + 2 < s.n ? (unsigned char)s.p[i + 2] : 0;

	if (first == 0xC2) {
		*parts = second != 0xAD; /* a soft hyphen */
		return second == 0xAA || second == 0xB5 || second == 0xBA ? 0
		                                                          : 2;
	}
	/* U+200B to U+200F, U+2060 */
	*parts = !(first == 0xE2 &&
	           ((second == 0x80 && third >= 0x8B && third <= 0x8F) ||
	            (second == 0x81 && third == 0xA0)));
	return (first == 0xE2 && second < 0xB0) ||
	                       (first == 0xE3 && second == 0x80)
	               ? 3
	               : 0;
}

/* Letters and digits from byte `i` on; behind them. */
static size_t
hear_letters(struct gp_word_count *c, struct gp_str s, size_t i)
{
	uint32_t hash = c->hash, piece = c->piece;
	unsigned char b;

	for (; i < s.n; i++) {
		b = byte_class[(unsigned char)s.p[i]];
		if (b == PARTS || b == LOOKS)
			break;
		hash = (hash ^ b) * prime;
		piece = (piece ^ b) * prime;
	}
	c->hash = hash;
	c->piece = piece;
	return i;
}

static void
hear(struct gp_listener *l, struct gp_str s, size_t at)
{
	struct gp_word_count *c = (struct gp_word_count *)(void *)l;
	size_t i = 0, size;
	bool parts;

	(void)at;
	while (i < s.n && !l->is_done) {
		i = hear_letters(c, s, i);
		if (i == s.n)
			break;
		parts = true;
		size = byte_class[(unsigned char)s.p[i]] == LOOKS
		               ? sign_at(s, i, &parts)
		               : 1;
		if (size == 0)
			hear_letter(c, (unsigned char)s.p[i]);
		else if (parts)
			end_word(l);
		i += size ? size : 1;
	}
}

void
gp_word_count_open(struct gp_word_count *c, struct gp_arena *a)
{
	*c = (struct gp_word_count){
		.listener = { .text = hear,
		              .part = end_word,
		              .may_part = end_piece },
		.arena = a,
		.size = FIRST_SLOTS,
		.hash = SEED,
		.piece = SEED,
	};
	c->slots = gp_arena_array(a, c->size, sizeof *c->slots);
	c->listener.is_done = !c->slots;
}

void
gp_word_count_take(struct gp_word_count *c)
{
	end_word(&c->listener);
	c->takes = true;
}
