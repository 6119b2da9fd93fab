/* Styles: values, the real design, and an error with its place for each thing
   that can be wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/buf.h"
#include "config/style.h"

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
	assert_string_equal(s.hyphenation[0].lang, "en-US");
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
		{ "  paper:", "  papre:", "did you mean \"paper\"" },
		{ "  right:", "  rihgt:", "did you mean \"right\"" },
		{ "  paper:", "  length:", "unknown name" },
		{ "paper: a4", "paper: a44", "did you mean \"a4\"" },
		{ "paper: a4", "paper: foolscap", "unknown name" },
		{ "columns: 1", "columns: 0", "number of columns" },
		{ "columns: 1", "columns: 5", "number of columns" },
		{ "columns: 1", "columns: 4\n  gutter: 25mm", "no room" },
		{ "openers: run-on", "openers: runon",
		  "did you mean \"run-on\"" },
		{ "roles:\n", "text: {emphasis: loud}\nroles:\n",
		  "unknown name" },
		{ "fallback:\n", "fallback: x\nmore:\n", "unknown name" },
		{ "fallback:\n  - ", "fallback:\n  a: ", "" },
		{ "  - regular: fonts/Noto", "  - regular: /fonts/Noto",
		  "inside the" },
		{ "roles:\n", "base: reading\nroles:\n",
		  "may not have a base" },
		{ "top: 32mm", "top: 32", "not a length" },
		{ "  grid: 7.5pt", "  top: 1pt\n  grid: 7.5pt", "given twice" },
		{ "  bar: 2.5pt\n", "", "is missing here: \"bar\"" },
		{ "top: 32mm", "top: [1, 2]", "not a length" },
		{ "top: 32mm", "top: 280mm", "no room for text" },
		{ "\"#1a1a1a\"", "\"#1a1a\"", "not a colour" },
		{ "\"#55595c\"", "\"#999999\"", "under 4.5:1" },
		{ "fonts/NotoSerif/NotoSerif-Regular.ttf", "/etc/passwd",
		  "inside the data folder" },
		{ "fonts/NotoSerif/NotoSerif-Regular.ttf", "a/../../b",
		  "inside the data folder" },
		{ "  body: {family: text", "  body: {family: texts",
		  "did you mean \"text\"" },
		{ "align: centre", "align: centred", "did you mean" },
		{ "hyphenate: true", "hyphenate: yes", "not true or false" },
		{ "size: 10.5pt, leading: 15pt, hyph",
		  "size: 10.5pt, leading: 9pt, hyph", "leading" },
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
	struct gp_err e = with("right: 42mm", "right: wide");

	(void)state;
	assert_int_equal(e.line, 11);
	assert_int_equal(e.column, 10);
}

/* ---- a style on another ---- */

static bool
on_top(const char *text, struct gp_style *s, struct gp_err *e)
{
	struct gp_bytes b = design();
	const struct gp_style_source sources[2] = {
		{ DESIGN, { (const char *)b.data, b.size } },
		{ "top.yaml", gp_str(text) },
	};
	bool ok;

	*e = (struct gp_err){ 0 };
	ok = gp_style_stack(sources, 2, s, e);
	gp_bytes_free(&b);
	return ok;
}

static void
only_differences(void **state)
{
	struct gp_style plain, s;
	struct gp_err e;

	(void)state;
	assert_true(on_top("base: reading\n", &plain, &e));
	assert_true(on_top("base: reading\n"
	                   "page: {columns: 2, gutter: 8mm}\n"
	                   "colours: {accent: \"#102030\"}\n"
	                   "text: {emphasis: bold}\n"
	                   "families:\n"
	                   "  text:\n"
	                   "    regular: fonts/a.ttf\n"
	                   "fallback: [fonts/b.ttf, fonts/c.ttf]\n"
	                   "roles:\n"
	                   "  body: {size: 9pt}\n",
	                   &s, &e));
	assert_int_equal(s.columns, 2);
	assert_int_equal(2 * gp_style_column(&s) + s.gutter,
	                 gp_style_measure(&s));
	assert_int_equal(s.emphasis, GP_EMPHASIS_BOLD);
	assert_int_equal(s.n_fallbacks, 2);
	assert_string_equal(s.fallback[1], "fonts/c.ttf");
	assert_int_equal(s.top, plain.top);
	assert_int_equal(s.roles[GP_ROLE_BODY].size, 9 * GP_PT);
	assert_int_equal(s.roles[GP_ROLE_BODY].leading,
	                 plain.roles[GP_ROLE_BODY].leading);
	/* A colour's name in the base means the colour given on top. */
	assert_int_equal(s.roles[GP_ROLE_PART_TITLE].colour, 0x102030);
	/* No face of the base's family is left. */
	assert_string_equal(s.fonts[GP_FAMILY_TEXT][GP_BOLD], "fonts/a.ttf");
	assert_string_equal(s.fonts[GP_FAMILY_HEADING][GP_BOLD],
	                    plain.fonts[GP_FAMILY_HEADING][GP_BOLD]);
}

static void
errors_on_top(void **state)
{
	struct gp_style s;
	struct gp_err e;

	(void)state;
	assert_false(on_top("page:\n  top: x\n", &s, &e));
	assert_string_equal(e.file, "top.yaml");
	assert_int_equal(e.line, 2);
	assert_false(on_top("roles: {body: {leading: 1pt}}\n", &s, &e));
	assert_string_equal(e.file, "top.yaml");
	assert_false(on_top("page: {top: 1pt, top: 1pt}\n", &s, &e));
	assert_int_equal(e.code, GP_SYNTAX);
}

static void
the_base_of_a_style(void **state)
{
	static const struct {
		const char *text, *base;
	} rows[] = { { "base: reading\n", "reading" },
		     { "page: 1\n", "" },
		     { "- 1\n", "" },
		     { "base: ../reading\n", NULL },
		     { "base: []\n", NULL },
		     { "base: a\nbase: b\n", NULL } };
	char name[GP_STYLE_NAME];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct gp_style_source source = { "x.yaml",
			                                gp_str(rows[i].text) };
		struct gp_err e = { 0 };
		bool ok = gp_style_base(&source, name, &e);

		assert_int_equal(ok, rows[i].base != NULL);
		if (ok)
			assert_string_equal(name, rows[i].base);
	}
}

/* Margins keep their share of the page. */
static void
another_sheet(void **state)
{
	struct gp_style s, a5;
	struct gp_err e;

	(void)state;
	assert_true(on_top("base: reading\n", &s, &e));
	a5 = s;
	assert_true(gp_style_paper(&a5, GP_STR("a5")));
	assert_int_equal(a5.width, 27494158); /* 148 mm */
	assert_int_equal(a5.left, (int64_t)s.left * a5.width / s.width);
	assert_int_equal(a5.top, (int64_t)s.top * a5.height / s.height);
	assert_true(gp_style_paper(&a5, GP_STR("letter")));
	assert_int_equal(a5.width, 612 * GP_PT);
	assert_int_equal(a5.height, 792 * GP_PT);
	assert_false(gp_style_paper(&a5, GP_STR("A4")));
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
		cmocka_unit_test(only_differences),
		cmocka_unit_test(errors_on_top),
		cmocka_unit_test(the_base_of_a_style),
		cmocka_unit_test(another_sheet),
		cmocka_unit_test(not_a_mapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
