/* Views: cutting, finding, comparing at the edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/str.h"

static void
is(struct gp_str s, const char *want)
{
	assert_int_equal(s.n, strlen(want));
	if (s.n)
		assert_memory_equal(s.p, want, s.n);
}

static void
views(void **state)
{
	(void)state;
	is(gp_str(NULL), "");
	assert_non_null(gp_str(NULL).p);
	is(gp_str("abc"), "abc");
	is(GP_STR("abc"), "abc");
	assert_int_equal(GP_STR("a\0b").n, 3);
}

static void
equality(void **state)
{
	const struct gp_str none = { NULL, 0 };

	(void)state;
	assert_true(gp_str_eq(none, GP_STR("")));
	assert_true(gp_str_eq(GP_STR("a\0b"), GP_STR("a\0b")));
	assert_false(gp_str_eq(GP_STR("a\0b"), GP_STR("a\0c")));
	assert_false(gp_str_eq(GP_STR("a"), GP_STR("ab")));
	assert_true(gp_str_eq_nocase(GP_STR("GOV.uk"), GP_STR("gov.UK")));
	assert_true(gp_str_is_nocase(GP_STR("GOV.uk"), "gov.UK"));
	assert_false(gp_str_is_nocase(GP_STR("gov"), "gov.uk"));
	assert_false(gp_str_is_nocase(GP_STR("gov.uk"), "gov"));
	assert_true(gp_str_is_nocase(GP_STR(""), ""));
	assert_true(gp_str_begins_nocase(GP_STR("GOV.uk"), "gov"));
	assert_false(gp_str_begins_nocase(GP_STR("go"), "gov"));
	assert_false(gp_str_eq_nocase(GP_STR("["), GP_STR("{")));
	assert_false(gp_str_eq_nocase(GP_STR("@"), GP_STR("`")));
	assert_false(gp_str_eq_nocase(GP_STR("\xC3\x89"), GP_STR("\xC3\xA9")));
}

static void
order(void **state)
{
	const struct gp_str none = { NULL, 0 };

	(void)state;
	assert_int_equal(gp_str_cmp(none, GP_STR("")), 0);
	assert_true(gp_str_cmp(none, GP_STR("a")) < 0);
	assert_true(gp_str_cmp(GP_STR("ab"), GP_STR("a")) > 0);
	assert_true(gp_str_cmp(GP_STR("Z"), GP_STR("a")) < 0);
	/* Bytes are unsigned: UTF-8 sorts by code point. */
	assert_true(gp_str_cmp(GP_STR("z"), GP_STR("\xC3\xA9")) < 0);
	assert_true(gp_str_cmp(GP_STR("a\0"), GP_STR("a")) > 0);
}

/* As gp_str_cmp() has it, whatever the row is kept as. */
static void
row_of_a_table(void **state)
{
	static const char *const rows[] = { "", "a", "ab", "z", "\xC3\xA9" };
	const struct gp_str none = { NULL, 0 };
	size_t i, k, n = sizeof rows / sizeof rows[0];

	(void)state;
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++) {
			int order = gp_str_cmp_row(gp_str(rows[i]), rows[k]);

			assert_int_equal((order > 0) - (order < 0),
			                 (i > k) - (i < k));
		}
	assert_int_equal(gp_str_cmp_row(none, ""), 0);
	assert_true(gp_str_cmp_row(none, "a") < 0);
	assert_true(gp_str_cmp_row(GP_STR("a\0"), "a") > 0);
}

static void
ends(void **state)
{
	const struct gp_str none = { NULL, 0 };

	(void)state;
	assert_true(gp_str_starts(GP_STR("abc"), GP_STR("ab")));
	assert_true(gp_str_starts(GP_STR("abc"), GP_STR("")));
	assert_true(gp_str_starts(none, none));
	assert_false(gp_str_starts(GP_STR("ab"), GP_STR("abc")));
	assert_true(gp_str_ends(GP_STR("abc"), GP_STR("bc")));
	assert_true(gp_str_ends(GP_STR("abc"), GP_STR("abc")));
	assert_true(gp_str_ends(GP_STR("abc"), GP_STR("")));
	assert_true(gp_str_ends(none, none));
	assert_false(gp_str_ends(GP_STR("abc"), GP_STR("zabc")));
	assert_false(gp_str_ends(GP_STR("abc"), GP_STR("ab")));
}

static void
parts(void **state)
{
	const struct gp_str s = GP_STR("abcdef");

	(void)state;
	is(gp_str_sub(s, 0, 6), "abcdef");
	is(gp_str_sub(s, 2, 4), "cd");
	is(gp_str_sub(s, 4, SIZE_MAX), "ef");
	is(gp_str_sub(s, 6, 6), "");
	is(gp_str_sub(s, 4, 2), "");
	is(gp_str_sub(s, SIZE_MAX, SIZE_MAX), "");
	is(gp_str_sub((struct gp_str){ NULL, 0 }, 0, 1), "");
}

static void
trimming(void **state)
{
	(void)state;
	is(gp_str_trim(GP_STR(" \t\n\v\f\ra b\r\f\v\n\t ")), "a b");
	is(gp_str_trim(GP_STR(" \n ")), "");
	is(gp_str_trim(GP_STR("")), "");
	is(gp_str_trim((struct gp_str){ NULL, 0 }), "");
	/* U+00A0 ends in a byte that some locales call space. */
	is(gp_str_trim(GP_STR("\xC2\xA0x\xC2\xA0")), "\xC2\xA0x\xC2\xA0");
	is(gp_str_trim(GP_STR("\xC2\x85x")), "\xC2\x85x");
}

static void
finding(void **state)
{
	const struct gp_str s = GP_STR("abcabc");

	(void)state;
	assert_int_equal(gp_str_find(s, GP_STR("abc"), 0), 0);
	assert_int_equal(gp_str_find(s, GP_STR("abc"), 1), 3);
	assert_int_equal(gp_str_find(s, GP_STR("abc"), 3), 3);
	assert_int_equal(gp_str_find(s, GP_STR("abc"), 4), 6);
	assert_int_equal(gp_str_find(s, GP_STR("abcabcd"), 0), 6);
	assert_int_equal(gp_str_find(s, GP_STR("c"), 6), 6);
	assert_int_equal(gp_str_find(s, GP_STR("c"), 7), 6);
	assert_int_equal(gp_str_find(s, GP_STR(""), 2), 2);
	assert_int_equal(gp_str_find(s, GP_STR(""), 6), 6);
	assert_int_equal(gp_str_find(s, GP_STR(""), 7), 6);
	assert_int_equal(gp_str_find((struct gp_str){ NULL, 0 }, s, 0), 0);
	/* An offset near the end of the address space must not wrap. */
	assert_int_equal(gp_str_find(s, GP_STR("bc"), SIZE_MAX), 6);
	assert_int_equal(gp_str_find(s, GP_STR("bc"), SIZE_MAX - 1), 6);
}

static void
words(void **state)
{
	struct gp_str s = GP_STR("  one\ttwo \n three"), word;

	(void)state;
	assert_int_equal(gp_str_words(s), 3);
	assert_true(gp_str_word(&s, &word));
	is(word, "one");
	assert_true(gp_str_word(&s, &word));
	is(word, "two");
	assert_true(gp_str_word(&s, &word));
	is(word, "three");
	assert_false(gp_str_word(&s, &word));
	is(word, "");
	assert_false(gp_str_word(&s, &word));
	assert_int_equal(gp_str_words(GP_STR("")), 0);
	assert_int_equal(gp_str_words(GP_STR(" \t ")), 0);
	assert_int_equal(gp_str_words((struct gp_str){ NULL, 0 }), 0);
	assert_int_equal(gp_str_words(GP_STR("a\xC2\xA0"
	                                     "b c")),
	                 2);
}

static void
splits(const char *text, const char *want)
{
	struct gp_str s = gp_str(text), part;
	char got[64] = "";
	size_t n = 0;

	while (gp_str_split(&s, ',', &part)) {
		assert_true(n + part.n + 2 < sizeof got);
		got[n++] = '[';
		if (part.n)
			memcpy(got + n, part.p, part.n);
		n += part.n;
		got[n++] = ']';
	}
	got[n] = '\0';
	assert_string_equal(got, want);
	assert_false(gp_str_split(&s, ',', &part));
}

static void
splitting(void **state)
{
	(void)state;
	splits("a,b,c", "[a][b][c]");
	splits("", "[]");
	splits(",", "[][]");
	splits("a,", "[a][]");
	splits(",a", "[][a]");
	splits("a", "[a]");
	splits(",,", "[][][]");
}

static size_t
distance(const char *a, const char *b)
{
	size_t d = gp_str_distance(gp_str(a), gp_str(b));

	assert_int_equal(d, gp_str_distance(gp_str(b), gp_str(a)));
	return d;
}

static void
distances(void **state)
{
	char longest[65], longer[66];

	(void)state;
	assert_int_equal(distance("", ""), 0);
	assert_int_equal(distance("", "abc"), 3);
	assert_int_equal(distance("title", "title"), 0);
	assert_int_equal(distance("titel", "title"), 2);
	assert_int_equal(distance("titl", "title"), 1);
	assert_int_equal(distance("kitten", "sitting"), 3);
	assert_int_equal(distance("Sunday", "Saturday"), 3);
	assert_int_equal(distance("abc", "xyz"), 3);
	memset(longest, 'a', 64);
	longest[64] = '\0';
	memset(longer, 'a', 65);
	longer[65] = '\0';
	assert_int_equal(distance(longest, longest), 0);
	assert_int_equal(distance(longest, ""), 64);
	assert_true(distance(longest, longer) >= 64);
}

static void
classes_are_ascii(void **state)
{
	int i;

	(void)state;
	for (i = -128; i < 128; i++) {
		char c = (char)i;

		assert_int_equal(gp_is_space(c),
		                 i == 32 || (i >= 9 && i <= 13));
		assert_int_equal(gp_is_digit(c), i >= 48 && i <= 57);
		assert_int_equal(gp_is_lower(c), i >= 97 && i <= 122);
		assert_int_equal(gp_is_upper(c), i >= 65 && i <= 90);
		assert_int_equal(gp_is_alpha(c),
		                 gp_is_lower(c) || gp_is_upper(c));
		assert_int_equal(gp_is_alnum(c),
		                 gp_is_alpha(c) || gp_is_digit(c));
		assert_int_equal(gp_to_lower(c), i + (gp_is_upper(c) ? 32 : 0));
		assert_int_equal(gp_to_upper(c), i - (gp_is_lower(c) ? 32 : 0));
	}
}

static void
lists(void **state)
{
	static const char *const some[] = { "one", "Two", NULL };
	static const char *const none[] = { NULL };
	static const char *const by_letter[26] = { ['o' - 'a'] = "one",
		                                   ['t' - 'a'] = "ten two" };

	(void)state;
	assert_true(gp_str_among(GP_STR("Two"), some));
	assert_false(gp_str_among(GP_STR("two"), some));
	assert_false(gp_str_among(GP_STR("on"), some));
	assert_false(gp_str_among(GP_STR(""), some));
	assert_false(gp_str_among(GP_STR("one"), none));
	assert_true(gp_is_word_of(GP_STR("two"), "one two three"));
	assert_true(gp_is_word_of(GP_STR("three"), "one two three"));
	assert_false(gp_is_word_of(GP_STR("tw"), "one two three"));
	assert_false(gp_is_word_of(GP_STR("twos"), "one two three"));
	assert_false(gp_is_word_of(GP_STR("one two"), "one two three"));
	assert_false(gp_is_word_of(GP_STR(""), "one two three"));
	assert_true(gp_is_word_by_letter(GP_STR("Two"), by_letter));
	assert_true(gp_is_word_by_letter(GP_STR("one"), by_letter));
	assert_false(gp_is_word_by_letter(GP_STR("twelve"), by_letter));
	assert_false(gp_is_word_by_letter(GP_STR("four"), by_letter));
	assert_false(gp_is_word_by_letter(GP_STR("1"), by_letter));
	assert_false(gp_is_word_by_letter(GP_STR(""), by_letter));
	assert_true(gp_str_among_nocase(GP_STR("ONE"), some));
	assert_false(gp_str_among_nocase(GP_STR("ones"), some));
	assert_true(gp_is_word_of(GP_STR("b"), "a b c"));
	assert_false(gp_is_word_of(GP_STR("a b"), "a b c"));
	assert_false(gp_is_word_of(GP_STR(""), "a b c"));
	assert_true(gp_str_all(GP_STR("abc"), gp_is_lower));
	assert_false(gp_str_all(GP_STR("abC"), gp_is_lower));
	assert_true(gp_str_all(GP_STR(""), gp_is_lower));
}

static void
lines_and_paths(void **state)
{
	(void)state;
	assert_int_equal(gp_str_lines(GP_STR("a\n\n \t\nb")), 2);
	assert_int_equal(gp_str_lines(GP_STR("a\n")), 1);
	assert_int_equal(gp_str_lines(GP_STR("")), 0);
	assert_true(gp_str_eq(gp_str_base(GP_STR("a/b/c")), GP_STR("c")));
	assert_true(gp_str_eq(gp_str_base(GP_STR("c")), GP_STR("c")));
	assert_int_equal(gp_str_base(GP_STR("a/")).n, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(views),
		cmocka_unit_test(equality),
		cmocka_unit_test(order),
		cmocka_unit_test(row_of_a_table),
		cmocka_unit_test(ends),
		cmocka_unit_test(parts),
		cmocka_unit_test(trimming),
		cmocka_unit_test(finding),
		cmocka_unit_test(words),
		cmocka_unit_test(splitting),
		cmocka_unit_test(distances),
		cmocka_unit_test(lists),
		cmocka_unit_test(lines_and_paths),
		cmocka_unit_test(classes_are_ascii),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
