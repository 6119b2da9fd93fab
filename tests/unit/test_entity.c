/* Character references: base/entity.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/entity.h"

struct sample {
	const char *source, *text; /* NULL: no reference */
	size_t size;
	bool in_attribute;
};

#define NONE .text = NULL

static const struct sample samples[] = {
	{ "&amp;", "&", 5, false },
	{ "&amp", "&", 4, false },
	{ "&ampere", "&", 4, false },
	{ "&ampere", .in_attribute = true, NONE },
	{ "&amp=1", .in_attribute = true, NONE },
	{ "&amp=1", "&", 4, false },
	{ "&amp;x", "&", 5, true },
	{ "&amp.", "&", 4, true },
	{ "&notin;", "\u2209", 7, false },
	{ "&notit;", "\u00AC", 4, false },
	{ "&notit;", .in_attribute = true, NONE },
	{ "&not;", "\u00AC", 5, false },
	{ "&hellip;", "\u2026", 8, false },
	{ "&hellip", .in_attribute = false, NONE },
	{ "&CounterClockwiseContourIntegral;", "\u2233", 33, false },
	{ "&CounterClockwiseContourIntegralX;", NONE },
	{ "&nGt;", "\u226B\u20D2", 5, false },
	{ "&fjlig;", "fj", 7, false },
	{ "&Tab;", "\t", 5, false },
	{ "&GT", ">", 3, false },
	{ "&", NONE },
	{ "&;", NONE },
	{ "& amp;", NONE },
	{ "&#", NONE },
	{ "&#;", NONE },
	{ "&#x;", NONE },
	{ "&#xg;", NONE },
	{ "&#8217;s", "\u2019", 7, false },
	{ "&#8217s", "\u2019", 6, true },
	{ "&#x2019;", "\u2019", 8, false },
	{ "&#X2019 ", "\u2019", 7, false },
	{ "&#x1F600;", "\U0001F600", 9, false },
	{ "&#150;", "\u2013", 6, false },
	{ "&#x80;", "\u20AC", 6, false },
	{ "&#x81;", "\xC2\x81", 6, false },
	{ "&#0;", "\uFFFD", 4, false },
	{ "&#xD800;", "\uFFFD", 8, false },
	{ "&#xDFFF;", "\uFFFD", 8, false },
	{ "&#xE000;", "\uE000", 8, false },
	{ "&#x10FFFF;", "\U0010FFFF", 10, false },
	{ "&#x110000;", "\uFFFD", 10, false },
	{ "&#99999999999999999999;", "\uFFFD", 23, false },
	{ "&#x100000041;", "\uFFFD", 13, false },
	{ "&#65", "A", 4, false },
	{ "&#10;", "\n", 5, false },
};

static void
as_the_standard_says(void **state)
{
	struct gp_ref ref;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof samples / sizeof *samples; i++) {
		const struct sample *s = &samples[i];
		bool found =
			gp_ref_at(gp_str(s->source), 0, s->in_attribute, &ref);

		if (found != (s->text != NULL))
			fail_msg("%s: %d", s->source, found);
		if (!found)
			continue;
		assert_string_equal(ref.text, s->text);
		assert_int_equal(ref.n, strlen(s->text));
		assert_int_equal(ref.size, s->size);
	}
}

struct row {
	const char *name, *text;
	bool is_bare;
};

#define GP_NAMED(name, text) { name, text, false },
#define GP_BARE(name, text) { name, text, true },
static const struct row rows[] = {
#include "base/entity.inc"
};

/* 2231 with those that need no semicolon, each found and in order. */
static void
all_names(void **state)
{
	size_t i, count = 0;
	char source[64];
	struct gp_ref ref;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t n = strlen(rows[i].name);

		assert_true(i == 0 ||
		            strcmp(rows[i - 1].name, rows[i].name) < 0);
		(void)snprintf(source, sizeof source, "x&%s;", rows[i].name);
		assert_true(gp_ref_at(gp_str(source), 1, true, &ref));
		assert_string_equal(ref.text, rows[i].text);
		assert_int_equal(ref.size, n + 2);
		source[n + 2] = '\0';
		if (rows[i].is_bare) {
			assert_true(gp_ref_at(gp_str(source), 1, true, &ref));
			assert_string_equal(ref.text, rows[i].text);
			assert_int_equal(ref.size, n + 1);
		}
		assert_string_equal(gp_ref_named(gp_str(rows[i].name)).p,
		                    rows[i].text);
		count += 1 + rows[i].is_bare;
	}
	assert_int_equal(count, 2231);
	assert_int_equal(gp_ref_named(GP_STR("amp\0x")).n, 0);
	assert_int_equal(gp_ref_named(GP_STR("")).n, 0);
}

static void
escaped(void **state)
{
	struct gp_buf out = { .max = 0 };

	(void)state;
	gp_ref_escape(GP_STR("a < b && \"c\" > d"), &out);
	assert_string_equal(out.data, "a &lt; b &amp;&amp; \"c\" > d");
	gp_buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_standard_says),
		cmocka_unit_test(all_names),
		cmocka_unit_test(escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
