/* Styles: values, the real design, and an error with its place for each thing
   that can be wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/buf.h"
#include "style/style.h"

#define DESIGN "styles/reading.yaml"

static struct gp_bytes
design(void)
{
	struct gp_bytes b;
	struct gp_err e = { 0 };

	assert_true(gp_read(DESIGN, 1 << 20, &b, &e));
	return b;
}

static void
lengths(void **state)
{
	gp_len n = -1;

	(void)state;
	assert_true(gp_len_parse(GP_STR("10.5pt"), &n));
	assert_int_equal(n, 10 * GP_PT + GP_PT / 2);
	assert_true(gp_len_parse(GP_STR("25.4mm"), &n));
	assert_int_equal(n, 72 * GP_PT);
	assert_true(gp_len_parse(GP_STR("210mm"), &n));
	assert_int_equal(n, 39011981);
	assert_true(gp_len_parse(GP_STR("0"), &n));
	assert_int_equal(n, 0);
	assert_true(gp_len_parse(GP_STR("0.001pt"), &n));
	assert_int_equal(n, 66);
}

static void
bad_lengths(void **state)
{
	static const char *const bad[] = { "",     "pt",   "1",      "-1pt",
		                           "1 pt", "1.pt", "1e3pt",  "1px",
		                           "1ptx", ".5pt", "99999pt" };
	gp_len n;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		if (gp_len_parse(gp_str(bad[i]), &n))
			fail_msg("\"%s\" was taken", bad[i]);
}

static void
colours(void **state)
{
	uint32_t c = 1;

	(void)state;
	assert_true(gp_colour_parse(GP_STR("#1b2A3c"), &c));
	assert_int_equal(c, 0x1B2A3C);
	assert_false(gp_colour_parse(GP_STR("1b2a3c"), &c));
	assert_false(gp_colour_parse(GP_STR("#1b2a3"), &c));
	assert_false(gp_colour_parse(GP_STR("#1b2a3g"), &c));
}

/* Figures of the WCAG 2.1 formula, cut to hundredths. */
static void
contrast(void **state)
{
	(void)state;
	assert_int_equal(gp_colour_contrast(0x000000), 2100);
	assert_int_equal(gp_colour_contrast(0xFFFFFF), 100);
	assert_int_equal(gp_colour_contrast(0x767676), 454);
	assert_int_equal(gp_colour_contrast(0x777777), 447);
	assert_int_equal(gp_colour_contrast(0xFF0000), 399);
}

static void
the_design(void **state)
{
	struct gp_bytes b = design();
	struct gp_style s;
	struct gp_err e = { 0 };
	size_t i, k;

	(void)state;
	if (!gp_style_read(DESIGN,
	                   (struct gp_str){ (const char *)b.data, b.size }, &s,
	                   &e))
		fail_msg("%u:%u: %s", e.line, e.column, e.msg);
	assert_int_equal(s.width, 39011981);
	assert_int_equal(gp_style_measure(&s), s.width - s.left - s.right);
	assert_int_equal(gp_style_depth(&s) % s.grid, 0);
	for (i = 0; i < GP_FAMILY_COUNT; i++)
		for (k = 0; k < GP_VARIANT_COUNT; k++)
			assert_true(s.fonts[i][k][0]);
	for (i = 0; i < GP_ROLE_COUNT; i++) {
		assert_true(s.roles[i].size > 0);
		assert_true(gp_colour_contrast(s.roles[i].colour) >= 450);
	}
	/* What is not given: a variant is the regular face. */
	assert_string_equal(s.fonts[GP_FAMILY_CODE][GP_BOLD],
	                    s.fonts[GP_FAMILY_CODE][GP_REGULAR]);
	assert_string_equal(s.hyphenation[0].lang, "en");
	gp_bytes_free(&b);
}

/* The design with the first `old` replaced by `new`, read. */
static struct gp_err
with(const char *old, const char *new)
{
	struct gp_bytes b = design();
	struct gp_str all = { (const char *)b.data, b.size };
	size_t at = gp_str_find(all, gp_str(old), 0);
	struct gp_buf text = { .max = 0 };
	struct gp_style s;
	struct gp_err e = { 0 };

	assert_true(at < all.n);
	gp_buf_str(&text, gp_str_sub(all, 0, at));
	gp_buf_puts(&text, new);
	gp_buf_str(&text, gp_str_sub(all, at + strlen(old), all.n));
	assert_false(gp_style_read("x.yaml", gp_buf_view(&text), &s, &e));
	assert_int_equal(e.code, GP_SYNTAX);
	assert_string_equal(e.file, "x.yaml");
	gp_buf_free(&text);
	gp_bytes_free(&b);
	return e;
}

static void
errors(void **state)
{
	static const struct {
		const char *old, *new, *says;
	} rows[] = {
		{ "  width:", "  widht:", "did you mean \"width\"" },
		{ "  width:", "  length:", "unknown name" },
		{ "width: 210mm", "width: 210", "not a length" },
		{ "  grid: 7.5pt", "  top: 1pt\n  grid: 7.5pt", "given twice" },
		{ "  bar: 2.5pt\n", "", "is missing here: \"bar\"" },
		{ "width: 210mm", "width: [1, 2]", "not a length" },
		{ "width: 210mm", "width: 80mm", "no room for text" },
		{ "\"#1a1a1a\"", "\"#1a1a\"", "not a colour" },
		{ "\"#55595c\"", "\"#999999\"", "under 4.5:1" },
		{ "fonts/NotoSerif/NotoSerif-Regular.ttf", "/etc/passwd",
		  "inside the data folder" },
		{ "fonts/NotoSerif/NotoSerif-Regular.ttf", "a/../../b",
		  "inside the data folder" },
		{ "  body: {family: text", "  body: {family: texts",
		  "did you mean \"text\"" },
		{ "align: justify", "align: justified", "did you mean" },
		{ "hyphenate: true", "hyphenate: yes", "not true or false" },
		{ "size: 10.5pt, leading: 15pt, align",
		  "size: 10.5pt, leading: 9pt, align", "leading" },
		{ "  body: {", "  bodies: {", "unknown name" },
		{ "roles:\n", "roles: 5\nmore:\n", "unknown name" },
		{ "page:\n", "page: \"\n", "" },
		{ "  en: styles", "  en-much-too-long-for-one: styles",
		  "language" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_err e = with(rows[i].old, rows[i].new);

		if (!strstr(e.msg, rows[i].says))
			fail_msg("\"%s\" gives \"%s\"", rows[i].new, e.msg);
	}
}

static void
the_place_of_an_error(void **state)
{
	struct gp_err e = with("width: 210mm", "width: wide");

	(void)state;
	assert_int_equal(e.line, 6);
	assert_int_equal(e.column, 10);
}

static void
not_a_mapping(void **state)
{
	static const char *const texts[] = { "",   "- 1", "x",      "a: b: c",
		                             "\t", "{",   "&a [*a]" };
	struct gp_style s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct gp_err e = { 0 };

		assert_false(gp_style_read("x.yaml", gp_str(texts[i]), &s, &e));
		assert_int_equal(e.code, GP_SYNTAX);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths),
		cmocka_unit_test(bad_lengths),
		cmocka_unit_test(colours),
		cmocka_unit_test(contrast),
		cmocka_unit_test(the_design),
		cmocka_unit_test(errors),
		cmocka_unit_test(the_place_of_an_error),
		cmocka_unit_test(not_a_mapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
