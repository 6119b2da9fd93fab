/* UTF-8: every sequence of up to three bytes against a model of Unicode 15,
   table 3-7, and the edges of the four-byte rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"

/* Table 3-7, row by row. */
struct row {
	unsigned lead_from, lead_to, second_from, second_to;
	size_t length;
};

static const struct row table[] = {
	{ 0x00, 0x7F, 0x00, 0x00, 1 }, { 0xC2, 0xDF, 0x80, 0xBF, 2 },
	{ 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
	{ 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
	{ 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 },
	{ 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

static const struct row *
row_of(unsigned lead)
{
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (lead >= table[i].lead_from && lead <= table[i].lead_to)
			return &table[i];
	return NULL;
}

static bool
between(unsigned c, unsigned from, unsigned to)
{
	return c >= from && c <= to;
}

/* The code point that the table gives the start of `b`, and its length. */
static uint32_t
model(const unsigned char *b, size_t n, size_t *length)
{
	const struct row *row = row_of(b[0]);
	uint32_t code;
	size_t i;

	*length = 1;
	if (!row || row->length > n)
		return GP_UTF8_BAD;
	if (row->length == 1)
		return b[0];
	if (!between(b[1], row->second_from, row->second_to))
		return GP_UTF8_BAD;
	code = b[0] - (row->length == 2   ? 0xC0u
	               : row->length == 3 ? 0xE0u
	                                  : 0xF0u);
	code = code * 64 + (b[1] - 0x80u);
	for (i = 2; i < row->length; i++) {
		if (!between(b[i], 0x80, 0xBF))
			return GP_UTF8_BAD;
		code = code * 64 + (b[i] - 0x80u);
	}
	*length = row->length;
	return code;
}

static void
agrees(const unsigned char *b, size_t n)
{
	struct gp_str s = { (const char *)b, n };
	size_t want_length, i = 0;
	uint32_t want = model(b, n, &want_length);
	uint32_t got = gp_utf8_next(s, &i);

	if (got != want || i != want_length)
		fail_msg("%02X %02X %02X %02X of %zu: U+%04X, %zu on", b[0],
		         n > 1 ? b[1] : 0u, n > 2 ? b[2] : 0u,
		         n > 3 ? b[3] : 0u, n, got, i);
}

static void
every_sequence_of_three(void **state)
{
	unsigned char b[3];
	unsigned i;

	(void)state;
	for (i = 0; i < 1u << 24; i++) {
		b[0] = (unsigned char)(i >> 16);
		b[1] = (unsigned char)(i >> 8);
		b[2] = (unsigned char)i;
		if (i % (1u << 16) == 0)
			agrees(b, 1);
		if (i % (1u << 8) == 0)
			agrees(b, 2);
		agrees(b, 3);
	}
}

static void
every_edge_of_four(void **state)
{
	static const unsigned char edge[] = { 0x00, 0x7F, 0x80, 0x8F, 0x90,
		                              0x9F, 0xA0, 0xBF, 0xC0, 0xFF };
	const size_t k = sizeof edge;
	unsigned char b[4];
	unsigned lead;
	size_t i;

	(void)state;
	for (lead = 0xE0; lead <= 0xFF; lead++)
		for (i = 0; i < k * k * k; i++) {
			b[0] = (unsigned char)lead;
			b[1] = edge[i / (k * k)];
			b[2] = edge[i / k % k];
			b[3] = edge[i % k];
			agrees(b, 4);
			agrees(b, 3);
		}
}

static void
at_the_end(void **state)
{
	size_t i = 2;

	(void)state;
	assert_int_equal(gp_utf8_next(GP_STR("ab"), &i), GP_UTF8_BAD);
	i = SIZE_MAX;
	assert_int_equal(gp_utf8_next(GP_STR("ab"), &i), GP_UTF8_BAD);
	i = 0;
	assert_int_equal(gp_utf8_next((struct gp_str){ NULL, 0 }, &i),
	                 GP_UTF8_BAD);
}

/* A malformed byte costs one byte, so that what follows it is not lost. */
static void
goes_on_after_a_fault(void **state)
{
	const struct gp_str s = GP_STR("\xE2\x82z\xF0\x9F\x98\x80");
	static const uint32_t want[] = { GP_UTF8_BAD, GP_UTF8_BAD, 'z',
		                         0x1F600 };
	size_t i = 0, k;

	(void)state;
	for (k = 0; k < sizeof want / sizeof *want; k++)
		assert_int_equal(gp_utf8_next(s, &i), want[k]);
	assert_int_equal(i, s.n);
}

static void
the_well_formed_start(void **state)
{
	(void)state;
	assert_int_equal(gp_utf8_valid(GP_STR("")), 0);
	assert_int_equal(gp_utf8_valid((struct gp_str){ NULL, 0 }), 0);
	assert_int_equal(gp_utf8_valid(GP_STR("caf\xC3\xA9")), 5);
	assert_int_equal(gp_utf8_valid(GP_STR("caf\xC3")), 3);
	assert_int_equal(gp_utf8_valid(GP_STR("a\xED\xA0\x80")), 1);
	assert_int_equal(gp_utf8_valid(GP_STR("a\xC0\x80"
	                                      "b")),
	                 1);
	assert_int_equal(gp_utf8_valid(GP_STR("\xF4\x90\x80\x80")), 0);
	assert_int_equal(gp_utf8_valid(GP_STR("a\0b")), 3);
	/* Noncharacters are well-formed. */
	assert_int_equal(gp_utf8_valid(GP_STR("\xEF\xBF\xBE\xEF\xBF\xBF")), 6);
}

static void
backwards(void **state)
{
	const struct gp_str s = GP_STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");

	(void)state;
	assert_int_equal(gp_utf8_before(s, 10), 0x1F600);
	assert_int_equal(gp_utf8_before(s, 6), 0x20AC);
	assert_int_equal(gp_utf8_before(s, 3), 0xE9);
	assert_int_equal(gp_utf8_before(s, 1), 'a');
	assert_int_equal(gp_utf8_before(s, 0), GP_UTF8_BAD);
}

static void
counting(void **state)
{
	(void)state;
	assert_int_equal(gp_utf8_count(GP_STR("")), 0);
	assert_int_equal(gp_utf8_count(GP_STR("a\0b")), 3);
	assert_int_equal(
		gp_utf8_count(GP_STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80")),
		4);
}

static void
blank(void **state)
{
	(void)state;
	assert_true(gp_utf8_blank(GP_STR(" \t\u00A0\r\n")));
	assert_true(gp_utf8_blank(GP_STR("")));
	assert_false(gp_utf8_blank(GP_STR(" a")));
	assert_false(gp_utf8_blank(GP_STR("\u00A1")));
	assert_false(gp_utf8_blank(GP_STR("\xC2")));
	assert_false(gp_utf8_blank(GP_STR("\u2003")));
}

static void
writing(void **state)
{
	static const uint32_t codes[] = { 0,      'a',    0x7F,    0x80,
		                          0x7FF,  0x800,  0xFFFF,  0x10000,
		                          0xD7FF, 0xE000, 0x10FFFF };
	char out[4];
	size_t i, k, n;

	(void)state;
	for (i = 0; i < sizeof codes / sizeof *codes; i++) {
		k = 0;
		n = gp_utf8_put(out, codes[i]);
		assert_int_equal(gp_utf8_next((struct gp_str){ out, n }, &k),
		                 codes[i]);
		assert_int_equal(k, n);
	}
	assert_int_equal(gp_utf8_put(out, 0xD800), 3);
	assert_memory_equal(out, "\uFFFD", 3);
	assert_int_equal(gp_utf8_put(out, 0x110000), 3);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sequence_of_three),
		cmocka_unit_test(every_edge_of_four),
		cmocka_unit_test(at_the_end),
		cmocka_unit_test(goes_on_after_a_fault),
		cmocka_unit_test(the_well_formed_start),
		cmocka_unit_test(backwards),
		cmocka_unit_test(counting),
		cmocka_unit_test(blank),
		cmocka_unit_test(writing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
