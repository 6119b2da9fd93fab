/* Punycode, decoding only: each number says how far the next letter is from the
   last in a walk over all letters and places.  It does not check what a label
   may hold. */
#include "import/personal/idn.h"

#include "base/utf8.h"

/* RFC 3492, 5: the parameters of Punycode. */
enum {
	BASE = 36,
	TMIN = 1,
	TMAX = 26,
	SKEW = 38,
	DAMP = 700,
	INITIAL_BIAS = 72,
	INITIAL_N = 0x80,
	LONGEST_LABEL = 63, /* RFC 1035, 2.3.4 */
	LAST_CODE = 0x10FFFF,
};

static int
digit_of(char c)
{
	if (gp_is_digit(c))
		return c - '0' + 26;
	return gp_is_alpha(c) ? gp_to_lower(c) - 'a' : -1;
}

/* RFC 3492, 6.1. */
static uint32_t
adapt(uint32_t delta, uint32_t count, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / count;
	for (; delta > (BASE - TMIN) * TMAX / 2; k += BASE)
		delta /= BASE - TMIN;
	return k + (BASE - TMIN + 1) * delta / (delta + SKEW);
}

/* Reads one number of variable length at *at on to *i; false when there is none
   or it is too large. */
static bool
read_number(struct gp_str s, size_t *at, uint32_t bias, uint32_t *i)
{
	uint32_t weight = 1, k, t;
	int digit;

	for (k = BASE;; k += BASE) {
		digit = *at < s.n ? digit_of(s.p[(*at)++]) : -1;
		if (digit < 0 || (uint32_t)digit > (UINT32_MAX - *i) / weight)
			return false;
		*i += (uint32_t)digit * weight;
		t = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias;
		if ((uint32_t)digit < t)
			return true;
		if (weight > UINT32_MAX / (BASE - t))
			return false;
		weight *= BASE - t;
	}
}

static void
insert(uint32_t *letters, uint32_t count, uint32_t at, uint32_t code)
{
	memmove(letters + at + 1, letters + at, (count - at) * sizeof *letters);
	letters[at] = code;
}

/* The letters of a label behind its "xn--"; 0 when it is none. */
static uint32_t
decode_label(struct gp_str s, uint32_t *letters)
{
	uint32_t n = INITIAL_N, i = 0, last, bias = INITIAL_BIAS, count = 0;
	size_t at = s.n, k;

	while (at && s.p[at - 1] != '-')
		at--;
	for (k = 0; k + 1 < at; k++)
		letters[count++] = (unsigned char)gp_to_lower(s.p[k]);
	while (at < s.n && count < LONGEST_LABEL) {
		last = i;
		if (!read_number(s, &at, bias, &i))
			return 0;
		bias = adapt(i - last, ++count, last == 0);
		if (i / count > LAST_CODE - n)
			return 0;
		n += i / count;
		i %= count;
		insert(letters, count - 1, i++, n);
	}
	return at == s.n ? count : 0;
}

static bool
put(char *out, size_t room, size_t *n, struct gp_str s)
{
	if (s.n > room - *n)
		return false;
	memcpy(out + *n, s.p, s.n);
	*n += s.n;
	return true;
}

static bool
put_label(struct gp_str label, char *out, size_t room, size_t *n)
{
	uint32_t letters[LONGEST_LABEL + 1], count = 0, k;
	char bytes[4];

	if (label.n <= LONGEST_LABEL && gp_str_starts(label, GP_STR("xn--")))
		count = decode_label(gp_str_sub(label, 4, label.n), letters);
	for (k = 0; k < count; k++)
		if (!put(out, room, n,
		         (struct gp_str){ bytes,
		                          gp_utf8_put(bytes, letters[k]) }))
			return false;
	return count > 0 || put(out, room, n, label);
}

size_t
gp_idn_letters(struct gp_str host, char *out, size_t room)
{
	struct gp_str label;
	size_t n = 0;

	while (gp_str_split(&host, '.', &label))
		if (!put_label(label, out, room, &n) ||
		    (host.p && !put(out, room, &n, GP_STR("."))))
			return 0;
	return n;
}
