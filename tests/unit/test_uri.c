/* Addresses: base/text/uri.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/text/uri.h"

static void
is_text(struct gp_str got, const char *want)
{
	assert_int_equal(got.n, strlen(want));
	if (got.n)
		assert_memory_equal(got.p, want, got.n);
}

static void
schemes(void **state)
{
	static const struct {
		const char *address;
		size_t scheme, web;
	} rows[] = {
		{ "https://e.org", 5, 8 },
		{ "HTTP://e.org", 4, 7 },
		{ "http:e.org", 4, 0 },
		{ "mailto:a@e.org", 6, 0 },
		{ "svn+ssh://e", 7, 0 },
		{ "C:\\x", 1, 0 },
		{ "2015:x", 0, 0 },
		{ "a b:x", 0, 0 },
		{ ":x", 0, 0 },
		{ "e.org/a:b", 0, 0 },
		{ "https", 0, 0 },
		{ "", 0, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_str s = gp_str(rows[i].address);

		assert_int_equal(gp_uri_scheme(s), rows[i].scheme);
		assert_int_equal(gp_web_scheme(s), rows[i].web);
	}
	assert_true(gp_uri_has(GP_STR("Data:x"), "data"));
	assert_false(gp_uri_has(GP_STR("data"), "data"));
	assert_false(gp_uri_has(GP_STR("database:x"), "data"));
}

static void
characters(void **state)
{
	static const char *const bad[] = {
		"a b",       "a\tb", "a\x7F",  "a<",           "a\"",
		"a{",        "a|",   "a\\",    "a^",           "a`",
		"a\u00A0b",  "%",    "%4",     "%4g",          "a\xFF",
		"a\xC2\x85", "%%41", "a\x01z", "\xED\xA0\x80",
	};
	size_t i;

	(void)state;
	assert_true(gp_uri_ok(GP_STR("https://m\u00FCller.de/[a]?b=%C3%BC#c")));
	assert_true(gp_uri_ok(GP_STR("")));
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		if (gp_uri_ok(gp_str(bad[i])))
			fail_msg("%s is bad", bad[i]);
	assert_false(gp_uri_ok(GP_STR("a\0b")));
}

static void
there_and_back(void **state)
{
	static const char plain[] = "a b/\u00FC%?\"#[\x01|";
	struct gp_buf escaped = { .max = 0 }, again = { .max = 0 };

	(void)state;
	gp_uri_escape(gp_str(plain), &escaped);
	assert_string_equal(escaped.data, "a%20b/%C3%BC%25?%22#%5B%01%7C");
	assert_true(gp_uri_ok(gp_buf_view(&escaped)));
	gp_uri_escape(gp_buf_view(&escaped), &again);
	assert_string_equal(again.data, escaped.data);
	gp_buf_clear(&again);
	gp_uri_unescape(gp_buf_view(&escaped), &again);
	assert_string_equal(again.data, plain);
	gp_buf_clear(&again);
	gp_uri_unescape(GP_STR("%4%zz%c3%bc%"), &again);
	assert_string_equal(again.data, "%4%zz\u00FC%");
	gp_buf_free(&escaped);
	gp_buf_free(&again);
}

static void
authorities(void **state)
{
	static const char *const rows[][3] = {
		{ "https://www.e.org/a", "www.e.org", "www.e.org" },
		{ "HTTP://u:p@e.org:80?x", "u:p@e.org:80", "e.org" },
		{ "https://e.org#x", "e.org", "e.org" },
		{ "https://e.org", "e.org", "e.org" },
		{ "https:///a", "", "" },
		{ "mailto:a@e.org", "", "" },
		{ "e.org/a", "", "" },
		{ "", "", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		is_text(gp_web_authority(gp_str(rows[i][0])), rows[i][1]);
		is_text(gp_web_host(gp_str(rows[i][0])), rows[i][2]);
	}
}

static void
as_people_write_them(void **state)
{
	static const char *const good[] = {
		"https://e.org",        "HTTPS://E.org/a|b",
		"http://10.0.0.1/",     "https://m\u00FCller.de/%",
		"https://e.org/[a]{b}",
	};
	static const char *const bad[] = {
		"https://",
		"https://e.o",
		"e.org",
		"https://.e.org",
		"https://e.org/a b",
		"https://e.org/\"",
		"mailto:a@e.org",
		"https:///e.org",
		"https://e.org/<a>",
		"https://e.org/\n",
		"https://e.org/\xC2\x85",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (!gp_web_address(gp_str(good[i])))
			fail_msg("%s is good", good[i]);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		if (gp_web_address(gp_str(bad[i])))
			fail_msg("%s is bad", bad[i]);
}

static void
in_links(void **state)
{
	static const char *const cases[][2] = {
		{ "https://example.org", "https://example.org" },
		{ " HTTP://Example.org:8080/a?b=c&d#e ",
		  "http://Example.org:8080/a?b=c&d#e" },
		{ "https://e.org/a b\"<>\\^`{|}[]ü#x#y",
		  "https://e.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D%C3%BC"
		  "#x%23y" },
		{ "https://e.org/%41%4%zz%", "https://e.org/%41%254%25zz%25" },
		{ "mailto:a.b@c.org?subject=d e",
		  "mailto:a.b@c.org?subject=d%20e" },
		{ "https://e.org?x", "https://e.org?x" },
		{ "https://", NULL },
		{ "https:///path", NULL },
		{ "https://user@e.org/", NULL },
		{ "https://e.org:/", NULL },
		{ "https://e.org:8a/", NULL },
		{ "https://e.org:123456/", NULL },
		{ "https://[::1]/", NULL },
		{ "https://.org/", NULL },
		{ "https://e org/", NULL },
		{ "mailto:", NULL },
		{ "mailto:@e.org", NULL },
		{ "mailto:nobody", NULL },
		{ "tel:+442079460123", "tel:+442079460123" },
		{ "TEL:020 7946%200123;ext=5", "tel:02079460123;ext=5" },
		{ "tel:", NULL },
		{ "tel:no number", NULL },
		{ "tel:123\"onclick", NULL },
		{ "javascript:alert(1)", NULL },
		{ "java\nscript:alert(1)", NULL },
		{ "data:text/html,x", NULL },
		{ "file:///etc/passwd", NULL },
		{ "ftp://e.org/", NULL },
		{ "//e.org/", NULL },
		{ "a.html", NULL },
		{ "#x", NULL },
		{ "", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct gp_buf b = { 0 };
		bool ok = gp_url(gp_str(cases[i][0]), &b);

		if (ok != (cases[i][1] != NULL))
			fail_msg("%s: %d", cases[i][0], ok);
		assert_string_equal(gp_buf_view(&b).p, ok ? cases[i][1] : "");
		gp_buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(schemes),
		cmocka_unit_test(characters),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(authorities),
		cmocka_unit_test(as_people_write_them),
		cmocka_unit_test(in_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
