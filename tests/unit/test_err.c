/* Errors: the first wins, texts are one clean line, codes have statuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/err.h"
#include "base/utf8.h"

static void
the_first_error_wins(void **state)
{
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_fail_at(&e, GP_SYNTAX, "pack.yaml", 3, 7, "%s", "a"));
	assert_false(gp_fail(&e, GP_NOMEM, "later"));
	assert_false(gp_fail_at(&e, GP_INPUT, "other", 1, 1, "later"));
	assert_false(gp_fail_in(&e, "third"));
	assert_int_equal(e.code, GP_SYNTAX);
	assert_int_equal(e.line, 3);
	assert_int_equal(e.column, 7);
	assert_string_equal(e.file, "pack.yaml");
	assert_string_equal(e.msg, "a");
}

static void
a_file_is_named_once(void **state)
{
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_fail_in(&e, "none"));
	assert_string_equal(e.file, "");
	assert_int_equal(e.code, GP_OK);
	assert_false(gp_fail(&e, GP_LIMIT, "too long"));
	assert_string_equal(e.file, "");
	assert_false(gp_fail_in(&e, "a.txt"));
	assert_false(gp_fail_in(&e, "b.txt"));
	assert_string_equal(e.file, "a.txt");

	e = (struct gp_err){ 0 };
	gp_fail_at(&e, GP_INPUT, NULL, 0, 0, "x");
	assert_string_equal(e.file, "");
}

static void
long_texts_are_cut(void **state)
{
	struct gp_err e = { 0 };
	char text[2000];

	(void)state;
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	gp_fail_at(&e, GP_INPUT, text, 0, 0, "%s", text);
	assert_int_equal(strlen(e.msg), sizeof e.msg - 1);
	assert_int_equal(strlen(e.file), sizeof e.file - 1);
}

/* A cut in the middle of a character would make the message malformed. */
static void
a_cut_keeps_characters_whole(void **state)
{
	char text[2000] = "";
	size_t shift, i;

	(void)state;
	for (shift = 0; shift < 4; shift++) {
		struct gp_err e = { 0 };

		memset(text, 'a', shift);
		for (i = shift; i + 5 < sizeof text; i += 4)
			memcpy(text + i, "\xF0\x9F\x98\x80", 5);
		gp_fail_at(&e, GP_INPUT, text, 0, 0, "%s", text);
		assert_int_equal(gp_utf8_valid(gp_str(e.msg)), strlen(e.msg));
		assert_int_equal(gp_utf8_valid(gp_str(e.file)), strlen(e.file));
		assert_true(strlen(e.msg) > sizeof e.msg - 5);
	}
}

/* A message may quote a hostile key or file name: it stays one line, and no
   escape sequence reaches the terminal. */
static void
control_characters_are_taken_out(void **state)
{
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	gp_fail_at(&e, GP_SYNTAX, "a\n\x1b[2Jb", 1, 1, "key \"%s\" \xC3\xA9",
	           "x\n\r\t\x1b[31m\x7f");
	for (i = 0; e.msg[i]; i++)
		assert_true((unsigned char)e.msg[i] >= 32 && e.msg[i] != 127);
	for (i = 0; e.file[i]; i++)
		assert_true((unsigned char)e.file[i] >= 32);
	assert_non_null(strstr(e.msg, "[31m"));
	assert_non_null(strstr(e.msg, "\xC3\xA9"));
}

static void
malformed_text_is_mended(void **state)
{
	struct gp_err e = { 0 };

	(void)state;
	gp_fail_at(&e, GP_INPUT, "caf\xE9.txt", 0, 0, "%s",
	           "\xC2\x9B"
	           "31m \xFF \xE2\x82");
	assert_string_equal(e.file, "caf?.txt");
	assert_string_equal(e.msg, "??31m ? ??");
}

static void
codes(void **state)
{
	static const int status[] = {
		[GP_OK] = 0,        [GP_USAGE] = 2, [GP_INPUT] = 3,
		[GP_SYNTAX] = 3,    [GP_LIMIT] = 3, [GP_OUTPUT] = 4,
		[GP_CANCELLED] = 4, [GP_NOMEM] = 5, [GP_INTERNAL] = 5,
	};
	int code, other;

	(void)state;
	for (code = GP_OK; code <= GP_INTERNAL; code++) {
		assert_int_equal(gp_exit_status((enum gp_code)code),
		                 status[code]);
		assert_true(strlen(gp_code_name((enum gp_code)code)) > 1);
		for (other = GP_OK; other < code; other++)
			assert_string_not_equal(
				gp_code_name((enum gp_code)code),
				gp_code_name((enum gp_code)other));
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_error_wins),
		cmocka_unit_test(a_file_is_named_once),
		cmocka_unit_test(long_texts_are_cut),
		cmocka_unit_test(a_cut_keeps_characters_whole),
		cmocka_unit_test(control_characters_are_taken_out),
		cmocka_unit_test(malformed_text_is_mended),
		cmocka_unit_test(codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
