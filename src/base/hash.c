/* SHA-256 by nettle, its digits in small letters, and UUIDs of version 8
   (RFC 9562) made from a name's digest; FNV-1a with 64 bits, and a quicker
   hash that only lives as long as a map.  None of them knows a file or
   decides what has to be named by its digest. */
#include "base/hash.h"

#include "base/hex.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>

void
gp_sha256(const void *data, size_t size, unsigned char out[GP_SHA256_SIZE])
{
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, size, data);
	sha256_digest(&ctx, GP_SHA256_SIZE, out);
}

static void
to_hex(const unsigned char *bytes, size_t n, char *out)
{
	size_t i;

	for (i = 0; i < n; i++) {
		*out++ = gp_to_lower(gp_hex_digit(bytes[i] >> 4));
		*out++ = gp_to_lower(gp_hex_digit(bytes[i]));
	}
	*out = '\0';
}

void
gp_sha256_hex(const void *data, size_t size, char out[GP_SHA256_HEX])
{
	unsigned char digest[GP_SHA256_SIZE];

	gp_sha256(data, size, digest);
	to_hex(digest, sizeof digest, out);
}

uint64_t
gp_fnv1a(struct gp_str s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	return h;
}

/* Eight bytes a step, each stirred in by a multiplication with an odd number
   without a pattern (the golden ratio's, Knuth 6.4) and by the high half of
   what comes of it, which the low one has nothing of. */
static uint64_t
stir(uint64_t h, uint64_t piece)
{
	h = (h ^ piece) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 32;
}

uint64_t
gp_hash_key(struct gp_str key)
{
	uint64_t h = key.n, piece;
	size_t i;

	for (i = 0; i + sizeof piece <= key.n; i += sizeof piece) {
		memcpy(&piece, key.p + i, sizeof piece);
		h = stir(h, piece);
	}
	piece = 0;
	if (i < key.n)
		memcpy(&piece, key.p + i, key.n - i);
	return stir(h, piece);
}

void
gp_uuid_from_name(struct gp_str name, char out[GP_UUID_URN])
{
	unsigned char u[GP_SHA256_SIZE];
	char hex[33];

	gp_sha256(name.p, name.n, u);
	u[6] = (unsigned char)((u[6] & 0x0F) | 0x80);
	u[8] = (unsigned char)((u[8] & 0x3F) | 0x80);
	to_hex(u, 16, hex);
	(void)snprintf(out, GP_UUID_URN, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s",
	               hex, hex + 8, hex + 12, hex + 16, hex + 20);
}
