/* Digests against published vectors, and names that stay what they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

/* FIPS 180-4 examples and the NIST long message of a million "a". */
static void
sha256_vectors(void **state)
{
	char hex[GP_SHA256_HEX];
	char *million = malloc(1000000);

	(void)state;
	gp_sha256_hex("", 0, hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb924"
	                         "27ae41e4649b934ca495991b7852b855");
	gp_sha256_hex("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
	                         "b00361a396177a9cb410ff61f20015ad");
	gp_sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnop"
	              "q",
	              56, hex);
	assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039"
	                         "a33ce45964ff2167f6ecedd419db06c1");
	assert_non_null(million);
	memset(million, 'a', 1000000);
	gp_sha256_hex(million, 1000000, hex);
	assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67"
	                         "f1809a48a497200e046d39ccc7112cd0");
	free(million);
}

static void
sha256_bytes_and_hex_agree(void **state)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[GP_SHA256_SIZE];
	char hex[GP_SHA256_HEX];
	size_t i;

	(void)state;
	gp_sha256("govpub", 6, bytes);
	gp_sha256_hex("govpub", 6, hex);
	for (i = 0; i < sizeof bytes; i++) {
		assert_int_equal(hex[2 * i], digits[bytes[i] / 16]);
		assert_int_equal(hex[2 * i + 1], digits[bytes[i] % 16]);
	}
	assert_int_equal(hex[64], '\0');
}

/* Vectors of draft-eastlake-fnv, appendix C. */
static void
fnv_vectors(void **state)
{
	(void)state;
	assert_true(gp_fnv1a(GP_STR("")) == UINT64_C(0xcbf29ce484222325));
	assert_true(gp_fnv1a(GP_STR("a")) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(gp_fnv1a(GP_STR("foobar")) == UINT64_C(0x85944171f73967e8));
	assert_true(gp_fnv1a((struct gp_str){ NULL, 0 }) ==
	            UINT64_C(0xcbf29ce484222325));
	/* Bytes over 127 are unsigned. */
	assert_true(gp_fnv1a(GP_STR("\xFF")) ==
	            (UINT64_C(0xcbf29ce484222325) ^ 0xFF) *
	                    UINT64_C(0x100000001b3));
}

static void
uuid_shape(void **state)
{
	static const char shape[] =
		"urn:uuid:xxxxxxxx-xxxx-8xxx-Vxxx-xxxxxxxxxxxx";
	char out[GP_UUID_URN], name[16];
	size_t i, k;

	(void)state;
	for (k = 0; k < 500; k++) {
		size_t n = k % sizeof name;

		memset(name, (int)k & 0xFF, sizeof name);
		gp_uuid_from_name((struct gp_str){ name, n }, out);
		assert_int_equal(strlen(out), sizeof shape - 1);
		for (i = 0; i < sizeof shape - 1; i++) {
			const char *may = shape[i] == 'x'   ? "0123456789abcdef"
			                  : shape[i] == 'V' ? "89ab"
			                                    : NULL;

			if (may)
				assert_non_null(strchr(may, out[i]));
			else
				assert_int_equal(out[i], shape[i]);
		}
	}
}

/* Packs already in the world carry these: they may never change.  Worked out
   by hand: the first 16 bytes of SHA-256("abc") with version and variant. */
static void
uuid_is_stable(void **state)
{
	char a[GP_UUID_URN], b[GP_UUID_URN];

	(void)state;
	gp_uuid_from_name(GP_STR("abc"), a);
	assert_string_equal(a, "urn:uuid:ba7816bf-8f01-8fea-8141-40de5dae2223");
	gp_uuid_from_name(GP_STR("abd"), b);
	assert_string_not_equal(a, b);
	gp_uuid_from_name((struct gp_str){ NULL, 0 }, a);
	gp_uuid_from_name(GP_STR(""), b);
	assert_string_equal(a, b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_vectors),
		cmocka_unit_test(sha256_bytes_and_hex_agree),
		cmocka_unit_test(fnv_vectors),
		cmocka_unit_test(uuid_shape),
		cmocka_unit_test(uuid_is_stable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
