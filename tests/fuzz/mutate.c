/* A few kinds of damage, one behind the other, each where chance has it; a
   range that is repeated to the brim makes depth, which single bytes hardly
   ever do.  It does not know which target will read the result. */
#include "fuzz/mutate.h"

#include <stdbool.h>
#include <string.h>

enum {
	MOST_DAMAGES = 8, /* to one input */
	SHORT_RANGE = 24, /* bytes, for most ranges */
	MANY = 4096,      /* times that a range is repeated, at most */
};

struct damage {
	uint64_t state;
	const struct mutant_seed *seeds;
	size_t count;
	uint8_t *out;
	size_t n;
};

/* SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number
   generators", OOPSLA 2014, with the constants given there for mix64. */
static uint64_t
chance(struct damage *d)
{
	uint64_t z = d->state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static size_t
below(struct damage *d, size_t limit)
{
	return limit ? (size_t)(chance(d) % limit) : 0;
}

/* A range of `n` bytes: mostly a short one. */
static size_t
range_of(struct damage *d, size_t n, size_t *from)
{
	size_t most;

	*from = below(d, n);
	most = n - *from;
	if (most > SHORT_RANGE && below(d, 8))
		most = SHORT_RANGE;
	return most ? 1 + below(d, most) : 0;
}

/* Makes room for `more` bytes at `at`; false when there is none left. */
static bool
make_room(struct damage *d, size_t at, size_t more)
{
	if (more > MUTANT_BYTES - d->n)
		return false;
	memmove(d->out + at + more, d->out + at, d->n - at);
	d->n += more;
	return true;
}

/* ---- kinds of damage ---- */

static void
flip(struct damage *d)
{
	if (d->n)
		d->out[below(d, d->n)] ^= (uint8_t)(1u << below(d, 8));
}

/* Bytes that formats of text give a meaning to, or that are no UTF-8. */
static void
put_byte(struct damage *d)
{
	static const uint8_t meant[] = "<>&;\"'=:-#*_[](){}|\\/!?@%,.~`\n\r\t "
				       "09aZ\x01\x7F\x80\xBF\xC2\xE2\xF0\xFF";

	/* Its last byte, NUL, is meant as well. */
	if (d->n)
		d->out[below(d, d->n)] = meant[below(d, sizeof meant)];
}

static void
lose(struct damage *d)
{
	size_t from, n = range_of(d, d->n, &from);

	memmove(d->out + from, d->out + from + n, d->n - from - n);
	d->n -= n;
}

static void
cut(struct damage *d)
{
	d->n = below(d, d->n + 1);
}

/* Once, or as often as there is room. */
static void
repeat(struct damage *d)
{
	size_t from, n = range_of(d, d->n, &from), at;
	size_t times = below(d, 4) ? 1 : 1 + below(d, MANY);

	if (n && times > (MUTANT_BYTES - d->n) / n)
		times = (MUTANT_BYTES - d->n) / n;
	if (!make_room(d, from + n, n * times))
		return;
	for (at = from + n; times--; at += n)
		memcpy(d->out + at, d->out + from, n);
}

static void
move(struct damage *d)
{
	uint8_t kept[SHORT_RANGE];
	size_t from, n = range_of(d, d->n, &from), to;

	if (n > sizeof kept)
		n = sizeof kept;
	memcpy(kept, d->out + from, n);
	memmove(d->out + from, d->out + from + n, d->n - from - n);
	to = below(d, d->n - n + 1);
	memmove(d->out + to + n, d->out + to, d->n - n - to);
	memcpy(d->out + to, kept, n);
}

/* A range of a seed, between others or over them. */
static void
borrow(struct damage *d)
{
	const struct mutant_seed *s = &d->seeds[below(d, d->count)];
	size_t from, n = range_of(d, s->size, &from), at = below(d, d->n + 1);

	if (below(d, 2)) {
		if (n > MUTANT_BYTES - at)
			n = MUTANT_BYTES - at;
		d->n = at + n > d->n ? at + n : d->n;
	} else if (!make_room(d, at, n)) {
		return;
	}
	if (n)
		memcpy(d->out + at, s->bytes + from, n);
}

static void (*const kinds[])(struct damage *) = {
	flip,   put_byte, put_byte, lose,   lose,   cut,
	repeat, repeat,   move,     borrow, borrow,
};

size_t
mutant(const struct mutant_seed *seeds, size_t count, uint64_t number,
       uint8_t out[MUTANT_BYTES])
{
	struct damage d = { number, seeds, count, out, 0 };
	const struct mutant_seed *s = &seeds[below(&d, count)];
	size_t times = 1 + below(&d, MOST_DAMAGES);

	d.n = s->size < MUTANT_BYTES ? s->size : MUTANT_BYTES;
	if (d.n)
		memcpy(out, s->bytes, d.n);
	while (times--)
		kinds[below(&d, sizeof kinds / sizeof kinds[0])](&d);
	return d.n;
}
