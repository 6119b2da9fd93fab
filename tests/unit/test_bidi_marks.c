/* Directional formatting characters: what is balanced, and how the rest is
   mended. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text/bidi.h"

#define LRE "\u202A"
#define RLE "\u202B"
#define PDF "\u202C"
#define RLO "\u202E"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"

static void
balance(void **state)
{
	static const struct {
		const char *text, *want; /* NULL: as it was */
	} rows[] = {
		{ "", NULL },
		{ "plain", NULL },
		{ RLO "a" PDF, NULL },
		{ FSI LRE "a" PDF PDI, NULL },
		{ RLO "a", RLO "a" PDF },
		{ "a" PDF "b", "ab" },
		{ "a" PDI "b", "ab" },
		{ RLI LRE "a" PDI "b", NULL },
		{ LRE RLI "a" PDF "b", LRE RLI "ab" PDI PDF },
		{ RLE LRE "a" PDF, RLE LRE "a" PDF PDF },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_buf out = { .max = 0 };
		const char *want = rows[i].want ? rows[i].want : rows[i].text;

		assert_int_equal(gp_bidi_balanced(gp_str(rows[i].text)),
		                 rows[i].want == NULL);
		gp_bidi_balance(gp_str(rows[i].text), &out);
		gp_buf_putc(&out, '\0');
		assert_string_equal(out.data, want);
		out.len--;
		assert_true(gp_bidi_balanced(gp_buf_view(&out)));
		gp_buf_free(&out);
	}
}

/* As most letters run, so does the text; what has none runs no way. */
static void
sides(void **state)
{
	static const struct {
		const char *text;
		enum gp_side want;
	} rows[] = {
		{ "", GP_SIDE_NONE },
		{ "12 (3.5%)", GP_SIDE_NONE },
		{ "12 ferries", GP_SIDE_LTR },
		{ "Бюджет", GP_SIDE_LTR },
		{ "\u05E9\u05DC\u05D5\u05DD", GP_SIDE_RTL },
		{ "BBC \u05E9\u05DC\u05D5\u05DD", GP_SIDE_RTL },
		{ "\u0633 ferry", GP_SIDE_LTR },
		{ "a\u0633", GP_SIDE_LTR },
		{ "\u0633a", GP_SIDE_RTL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (gp_bidi_side(gp_str(rows[i].text)) != rows[i].want)
			fail_msg("%s", rows[i].text);
}

static void
deeper_than_there_are_levels(void **state)
{
	struct gp_buf deep = { .max = 0 }, out = { .max = 0 };
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		gp_buf_puts(&deep, i % 2 ? RLO : FSI);
	assert_false(gp_bidi_balanced(gp_buf_view(&deep)));
	gp_bidi_balance(gp_buf_view(&deep), &out);
	assert_int_equal(out.len, 2 * 125 * 3);
	assert_true(gp_bidi_balanced(gp_buf_view(&out)));
	gp_buf_free(&deep);
	gp_buf_free(&out);
}

static void
turns(void **state)
{
	(void)state;
	assert_false(gp_bidi_turns(GP_STR("Plain, with an é and 中文")));
	assert_true(gp_bidi_turns(GP_STR("a \u05D0")));
	assert_true(gp_bidi_turns(GP_STR("a \u0645")));
	assert_true(gp_bidi_turns(GP_STR("a \U0001E900")));
	assert_true(gp_bidi_turns(GP_STR(FSI "a" PDI)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(balance),
		cmocka_unit_test(sides),
		cmocka_unit_test(deeper_than_there_are_levels),
		cmocka_unit_test(turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
