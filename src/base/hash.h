/*
 * Digests: SHA-256 (FIPS 180-4, by nettle) for identity that others can
 * check, FNV-1a for tables in memory.
 */
#ifndef GP_BASE_HASH_H
#define GP_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

enum { GP_SHA256_SIZE = 32, GP_SHA256_HEX = 65 };

void
gp_sha256(const void *data, size_t size, unsigned char out[GP_SHA256_SIZE]);

/* The same as 64 lower-case hexadecimal digits and a NUL. */
void
gp_sha256_hex(const void *data, size_t size, char out[GP_SHA256_HEX]);

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
uint64_t
gp_fnv1a(struct gp_str s);

/* A hash for the slots of a map, which no output may show: it takes eight bytes
   in the order of the machine. */
uint64_t
gp_hash_key(struct gp_str key);

/* A UUID of version 8 (RFC 9562, 5.8) made from the SHA-256 of `name`, as
   "urn:uuid:..." with a NUL: the same name, the same UUID. */
enum { GP_UUID_URN = 46 };
void
gp_uuid_from_name(struct gp_str name, char out[GP_UUID_URN]);

#endif
