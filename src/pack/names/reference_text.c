/* Signs of five bits each, and the signs that people type for them.  It checks
   no sum: whether there is such a reference is found by looking for it. */
#include "pack/names/reference_text.h"

#include <string.h>

enum { GROUP = 4, BITS = 5, PER_BYTE = 8 };

static const char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Sign `n` with the hyphen that stands in front of its group. */
static size_t
put_sign(char out[GP_REFERENCE_TEXT], size_t at, size_t n, char sign)
{
	if (n > 0 && n % GROUP == 0)
		out[at++] = '-';
	out[at++] = sign;
	out[at] = '\0';
	return at;
}

/* Bits `5 n` to `5 n + 4`, the highest of the first byte in front. */
static unsigned
bits_at(const unsigned char *digest, size_t n)
{
	size_t first = n * BITS, byte = first / PER_BYTE;
	unsigned two = (unsigned)digest[byte] << PER_BYTE | digest[byte + 1];

	return two >> (2 * PER_BYTE - BITS - first % PER_BYTE) & 0x1f;
}

void
gp_reference_text(const unsigned char digest[GP_SHA256_SIZE],
                  char out[GP_REFERENCE_TEXT])
{
	size_t n, at = 0;

	for (n = 0; n < GP_REFERENCE_SIGNS; n++)
		at = put_sign(out, at, n, signs[bits_at(digest, n)]);
}

/* The sign that is meant, or NUL. */
static char
meant_by(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		return '0';
	if (c == 'I' || c == 'L')
		return '1';
	return c && strchr(signs, c) ? c : '\0';
}

bool
gp_reference_read(struct gp_str typed, char out[GP_REFERENCE_TEXT])
{
	size_t i, n = 0, at = 0;
	char sign;

	out[0] = '\0';
	for (i = 0; i < typed.n; i++) {
		if (typed.p[i] == '-' || gp_is_space(typed.p[i]))
			continue;
		sign = meant_by(typed.p[i]);
		if (!sign || n == GP_REFERENCE_SIGNS)
			break;
		at = put_sign(out, at, n++, sign);
	}
	if (i == typed.n && n == GP_REFERENCE_SIGNS)
		return true;
	out[0] = '\0';
	return false;
}
