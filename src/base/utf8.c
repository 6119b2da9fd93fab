/* A step forward or back over one code point by the table of well-formed
   sequences, and checks that pass many ASCII bytes at a time.  It knows code
   points and no character: no case, no width, no property. */
#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

#define EACH_BYTE UINT64_C(0x0101010101010101)

static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead < 0xE0)
		return 2;
	if (lead >= 0xE0 && lead < 0xF0)
		return 3;
	if (lead >= 0xF0 && lead < 0xF5)
		return 4;
	return 0;
}

/* The table of well-formed sequences: Unicode 15, table 3-7. */
static bool
second_fits(unsigned char lead, unsigned char second)
{
	switch (lead) {
	case 0xE0:
		return second >= 0xA0;
	case 0xED:
		return second <= 0x9F;
	case 0xF0:
		return second >= 0x90;
	case 0xF4:
		return second <= 0x8F;
	default:
		return true;
	}
}

uint32_t
gp_utf8_decode(struct gp_str s, size_t *i)
{
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	unsigned char c, lead;
	uint32_t code;
	size_t n, k;

	if (*i >= s.n)
		return GP_UTF8_BAD;
	lead = (unsigned char)s.p[*i];
	n = sequence_length(lead);
	if (n == 0 || s.n - *i < n)
		goto bad;
	code = lead & lead_bits[n];
	for (k = 1; k < n; k++) {
		c = (unsigned char)s.p[*i + k];
		if ((c & 0xC0) != 0x80 || (k == 1 && !second_fits(lead, c)))
			goto bad;
		code = code << 6 | (c & 0x3F);
	}
	*i += n;
	return code;
bad:
	*i += 1;
	return GP_UTF8_BAD;
}

uint32_t
gp_utf8_before(struct gp_str s, size_t end)
{
	size_t i = end;

	while (i > 0 && ((unsigned char)s.p[i - 1] & 0xC0) == 0x80)
		i--;
	if (i == 0)
		return GP_UTF8_BAD;
	i--;
	return gp_utf8_next(s, &i);
}

struct gp_str
gp_utf8_first(struct gp_str s, size_t most)
{
	if (s.n <= most)
		return s;
	while (most > 0 && ((unsigned char)s.p[most] & 0xC0) == 0x80)
		most--;
	return gp_str_sub(s, 0, most);
}

size_t
gp_utf8_put(char out[4], uint32_t c)
{
	static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	size_t n, i;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = REPLACEMENT;
	n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (i = n; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)(leads[n] | c);
	return n;
}

/* How many bytes below 0x80 stand from `i` on, in steps of sixteen. */
static size_t
ascii_run(struct gp_str s, size_t i)
{
	size_t from = i;
	uint64_t two[2];

	for (; i + sizeof two <= s.n; i += sizeof two) {
		memcpy(two, s.p + i, sizeof two);
		if ((two[0] | two[1]) & (EACH_BYTE * 0x80))
			break;
	}
	return i - from;
}

/* A byte below the space borrows and one above the tilde carries into its
   highest bit, which is that of all others from 0x80 on. */
size_t
gp_utf8_printable(struct gp_str s, size_t i)
{
	size_t from = i;
	uint64_t eight;

	for (; i + sizeof eight <= s.n; i += sizeof eight) {
		memcpy(&eight, s.p + i, sizeof eight);
		if ((eight | (eight + EACH_BYTE) | (eight - EACH_BYTE * ' ')) &
		    (EACH_BYTE * 0x80))
			break;
	}
	return i - from;
}

size_t
gp_utf8_valid(struct gp_str s)
{
	size_t i = 0, at;

	while (i < s.n) {
		i += ascii_run(s, i);
		at = i;
		if (i < s.n && gp_utf8_next(s, &i) == GP_UTF8_BAD)
			return at;
	}
	return s.n;
}

bool
gp_utf8_blank(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (gp_is_space(s.p[i]))
			continue;
		if (i + 1 >= s.n || s.p[i] != '\xC2' || s.p[i + 1] != '\xA0')
			return false;
		i++;
	}
	return true;
}

size_t
gp_utf8_count(struct gp_str s)
{
	size_t i, count = 0;

	for (i = 0; i < s.n; i++)
		count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return count;
}

bool
gp_utf8_unseen(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
	       (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}
