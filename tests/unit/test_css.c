/* Stylesheets made from a design: each kind of value, what is no placeholder,
   and an error with its line for a name that is not known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "write/xhtml/design_css.h"

static struct gp_style
a_style(void)
{
	struct gp_style s = { .accent = 0x1F4E79 };

	s.roles[GP_ROLE_BODY].size = 10 * GP_PT;
	s.roles[GP_ROLE_BODY].leading = 15 * GP_PT;
	s.roles[GP_ROLE_BODY].after = 7 * GP_PT;
	s.roles[GP_ROLE_HEADING_2].size = 12 * GP_PT + GP_PT / 2;
	s.roles[GP_ROLE_HEADING_3].size = 20 * GP_PT;
	return s;
}

static void
values(void **state)
{
	static const struct {
		const char *css, *want;
	} rows[] = {
		{ "a: @accent@;", "a: #1f4e79;" },
		{ "@accent-light@", "#8fa7bc" },
		{ "@size:heading-2@ @size:heading-3@", "1.25em 2em" },
		{ "@leading:body@@after:body@", "1.50.7em" },
		{ "@media (x) { a@b }", "@media (x) { a@b }" },
		{ "@", "@" },
		{ "@@ @", "@@ @" },
		{ "x@accent", "x@accent" },
		{ "", "" },
	};
	struct gp_style s = a_style();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };

		assert_true(gp_design_css(&s, "x.css", gp_str(rows[i].css),
		                          &out, &e));
		gp_buf_putc(&out, '\0');
		assert_string_equal(out.data, rows[i].want);
		gp_buf_free(&out);
	}
}

static void
unknown_names(void **state)
{
	static const char *const names[] = { "@acent@", "@size:bodies@",
		                             "@colour:body@", "@size:@" };
	struct gp_style s = a_style();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		struct gp_buf css = { .max = 0 }, out = { .max = 0 };
		struct gp_err e = { 0 };

		gp_buf_printf(&css, "a {\n  b: %s;\n}", names[i]);
		assert_false(gp_design_css(&s, "x.css", gp_buf_view(&css), &out,
		                           &e));
		assert_int_equal(e.code, GP_SYNTAX);
		assert_int_equal(e.line, 2);
		assert_string_equal(e.file, "x.css");
		assert_non_null(strstr(e.msg, names[i]));
		gp_buf_free(&out);
		gp_buf_free(&css);
	}
}

static void
what_is_no_sheet(void **state)
{
	static const struct {
		const char *css;
		unsigned line; /* of the fault; 0: there is none */
	} rows[] = {
		{ "a { b: c; }", 0 },
		{ "/* { */ a { b: \"}\"; }\n@media x { a { b: c } }", 0 },
		{ "", 1 },
		{ "a\nb", 1 },
		{ "a {\n b: c;\n", 1 },
		{ "a { b: c; }\n}", 2 },
		{ "a { b: c; }\n/* no end", 2 },
		{ "a { b: c; }\n\"no end", 2 },
		{ "a { b: c; }\n\n\xFF", 3 },
		{ "a { b: c; }\n\001", 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_err e = { 0 };

		assert_int_equal(
			gp_design_css_check("x.css", gp_str(rows[i].css), &e),
			rows[i].line == 0);
		assert_int_equal(e.line, rows[i].line);
		assert_int_equal(e.code, rows[i].line ? GP_SYNTAX : GP_OK);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(unknown_names),
		cmocka_unit_test(what_is_no_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
