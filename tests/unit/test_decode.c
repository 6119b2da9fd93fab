/* Decoding: encodings, line ends, what is no text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text/decode.h"

struct row {
	struct gp_str bytes;
	const char *text, *encoding;
	bool bom;
	size_t removed;
};

#define BYTES(literal)                         \
	{                                      \
		(literal), sizeof(literal) - 1 \
	}

static void
decodes(const struct row *row)
{
	struct gp_err e = { 0 };
	struct gp_decoded out;

	assert_true(gp_decode(row->bytes, &out, &e));
	assert_string_equal(out.encoding, row->encoding);
	assert_int_equal(out.bom, row->bom);
	assert_int_equal(out.controls_removed, row->removed);
	assert_int_equal(out.text.len, strlen(row->text));
	if (out.text.len)
		assert_memory_equal(out.text.data, row->text, out.text.len);
	gp_buf_free(&out.text);
}

static void
encodings(void **state)
{
	static const struct row rows[] = {
		{ BYTES("caf\xC3\xA9"), "café", "UTF-8", false, 0 },
		{ BYTES("\xEF\xBB\xBF"
		        "a"),
		  "a", "UTF-8", true, 0 },
		{ BYTES("caf\xE9 \x93hi\x94"), "café “hi”", "windows-1252",
		  false, 0 },
		/* Undefined in windows-1252: a C1 control, which goes. */
		{ BYTES("\xE9 a\x81"), "é a", "windows-1252", false, 1 },
		{ BYTES("\xFF\xFEh\0i\0\x19\x20"), "hi’", "UTF-16LE", true, 0 },
		{ BYTES("\xFE\xFF\0h\0i\x20\x19"), "hi’", "UTF-16BE", true, 0 },
		{ BYTES("h\0e\0l\0l\0o\0 \0y\0o\0u\0"), "hello you", "UTF-16LE",
		  false, 0 },
		{ BYTES("\0h\0e\0l\0l\0o\0 \0y\0o\0u"), "hello you", "UTF-16BE",
		  false, 0 },
		/* A pair of surrogates, then half a one, then half a unit. */
		{ BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), "😀", "UTF-16LE", true, 0 },
		{ BYTES("\xFF\xFE\x3D\xD8x\0"), "\uFFFDx", "UTF-16LE", true,
		  0 },
		{ BYTES("\xFF\xFEx\0y"), "x\uFFFD", "UTF-16LE", true, 0 },
		{ BYTES(""), "", "UTF-8", false, 0 },
		{ BYTES("\xFF\xFE"), "", "UTF-16LE", true, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		decodes(&rows[i]);
}

static void
line_ends(void **state)
{
	static const struct row rows[] = {
		{ BYTES("a\r\nb\rc\nd"), "a\nb\nc\nd", "UTF-8", false, 0 },
		{ BYTES("a\r\r\nb"), "a\n\nb", "UTF-8", false, 0 },
		{ BYTES("a\fb\vc"), "a\nb\nc", "UTF-8", false, 0 },
		{ BYTES("a\u2028b\u2029c\xC2\x85"
		        "d"),
		  "a\nb\nc\nd", "UTF-8", false, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		decodes(&rows[i]);
}

static void
controls(void **state)
{
	static const struct row rows[] = {
		{ BYTES("a\0b\x01\x1B[1mc\x7F\td"), "ab[1mc\td", "UTF-8", false,
		  4 },
		{ BYTES("a\xC2\x9B"
		        "b"),
		  "ab", "UTF-8", false, 1 },
		{ BYTES("a\uFFFEb\uFFFFc\uFFFD"), "abc\uFFFD", "UTF-8", false,
		  2 },
		/* Noncharacters of every plane, and their neighbours. */
		{ BYTES("a\xEF\xB7\x90"
		        "b\xEF\xB7\xAF"
		        "c\xF0\x9F\xBF\xBE"
		        "d\xF4\x8F\xBF\xBF"
		        "e"),
		  "abcde", "UTF-8", false, 4 },
		{ BYTES("\xEF\xB7\x8F\xEF\xB7\xB0\xF0\x9F\xBF\xBD"
		        "\xF0\xA0\x80\x80"),
		  "\xEF\xB7\x8F\xEF\xB7\xB0\xF0\x9F\xBF\xBD"
		  "\xF0\xA0\x80\x80",
		  "UTF-8", false, 0 },
		/* Half of a wrongly decoded quote is left for the repair. */
		{ BYTES("\u00E2\xC2\x80\xC2\x9D!"), "\u00E2\xC2\x80\xC2\x9D!",
		  "UTF-8", false, 0 },
		{ BYTES("\u00E2\u20AC\xC2\x9D!"), "\u00E2\u20AC\xC2\x9D!",
		  "UTF-8", false, 0 },
		{ BYTES("\u00E9\xC2\x9D\xC2\x9D\xC2\x9D"),
		  "\u00E9\xC2\x9D\xC2\x9D", "UTF-8", false, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		decodes(&rows[i]);
}

static void
no_text(void **state)
{
	static const struct gp_str binaries[] = {
		BYTES("PK\x03\x04\x14"),
		BYTES("%PDF-1.7\n"),
		BYTES("\x89PNG\r\n\x1A\n"),
		BYTES("\xFF\xD8\xFF\xE0"),
		BYTES("GIF89a"),
		BYTES("\177ELF\2"),
		BYTES("\x1F\x8B\x08"),
		BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
		BYTES("RIFF\1\2\3\4WEBPVP8 "),
		BYTES("\1\2\3\4\5\6\7\x0E\x0F\x10\x11"),
	};
	struct gp_decoded out;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof binaries / sizeof binaries[0]; i++) {
		struct gp_err e = { 0 };

		assert_true(gp_looks_binary(binaries[i]));
		assert_false(gp_decode(binaries[i], &out, &e));
		assert_int_equal(e.code, GP_INPUT);
		gp_buf_free(&out.text);
	}
	assert_false(gp_looks_binary(GP_STR("PK is a rating")));
	assert_false(gp_looks_binary(GP_STR("A stray \0 or two \0.")));
	assert_false(gp_looks_binary(GP_STR("h\0i\0 \0y\0o\0u\0")));
}

/* A great deal of nothing is refused before it is decoded. */
static void
zeros(void **state)
{
	size_t n = 8 * GP_MIB;
	char *p = calloc(1, n);
	struct gp_err e = { 0 };
	struct gp_decoded out;

	(void)state;
	assert_non_null(p);
	assert_false(gp_decode((struct gp_str){ p, n }, &out, &e));
	assert_int_equal(e.code, GP_INPUT);
	assert_string_equal(e.msg, "is binary data, not text");
	gp_buf_free(&out.text);
	free(p);
}

static void
too_large(void **state)
{
	static const char byte = 'x';
	struct gp_err e = { 0 };
	struct gp_decoded out;

	(void)state;
	/* The length is looked at first: no byte behind it is read. */
	assert_false(gp_decode(
		(struct gp_str){ &byte, GP_MAX_SOURCE_BYTES + 1 }, &out, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_buf_free(&out.text);
}

static void
windows_1252(void **state)
{
	int i;

	(void)state;
	for (i = 0x80; i < 0x100; i++)
		assert_int_equal(gp_windows_1252_byte(gp_windows_1252_char(
					 (unsigned char)i)),
		                 i);
	assert_int_equal(gp_windows_1252_char('a'), 'a');
	assert_int_equal(gp_windows_1252_byte('a'), -1);
	assert_int_equal(gp_windows_1252_byte(0x20AC), 0x80);
	assert_int_equal(gp_windows_1252_byte(0x3042), -1);
	assert_int_equal(gp_windows_1252_byte(UINT32_MAX), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings),    cmocka_unit_test(line_ends),
		cmocka_unit_test(controls),     cmocka_unit_test(no_text),
		cmocka_unit_test(zeros),        cmocka_unit_test(too_large),
		cmocka_unit_test(windows_1252),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
