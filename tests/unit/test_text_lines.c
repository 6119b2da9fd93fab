/* Lines of plain text in a message: where they are broken, which of them flow,
   and what never reaches a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "write/mail/text_lines.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))
#define TEN "nine char "
#define HAN "\u65E5\u672C\u8A9E\u306E\u898B\u51FA\u3057\u3067\u3059\u3088"

static void
is(struct gp_buf *have, const char *want)
{
	if (!gp_str_eq(gp_buf_view(have), gp_str(want)))
		fail_msg("\"%s\" is not \"%s\"", have->data ? have->data : "",
		         want);
	gp_buf_free(have);
}

static void
paragraphs(void **state)
{
	static const struct {
		const char *text, *first, *rest, *want;
	} rows[] = {
		{ "", NULL, NULL, "" },
		{ " \n\t ", NULL, NULL, "" },
		{ "some  words\nof two lines", NULL, NULL,
		  "some words of two lines\n" },
		/* Seven times ten, and the eighth goes on. */
		{ TEN TEN TEN TEN TEN TEN TEN TEN, NULL, NULL,
		  TEN TEN TEN TEN TEN TEN TEN "\nnine char\n" },
		{ TEN TEN TEN TEN TEN TEN TEN TEN, "1. ", NULL,
		  "1. " TEN TEN TEN TEN TEN TEN TEN "\nnine char\n" },
		/* What is set in does not flow, and gets a space more. */
		{ TEN TEN TEN TEN TEN TEN TEN TEN, "- ", "  ",
		  "- " TEN TEN TEN TEN TEN TEN "nine char\n   nine char\n" },
		{ "From here", NULL, NULL, " From here\n" },
		{ "> no quotation", NULL, NULL, " > no quotation\n" },
		{ "https://a.example/0123456789/0123456789/0123456789/"
		  "0123456789/0123456789/0123456789",
		  NULL, NULL,
		  "https://a.example/0123456789/0123456789/0123456789/"
		  "0123456789/0123456789/0123456789\n" },
		/* Two columns each: 36 of them are a line. */
		{ HAN HAN HAN HAN, NULL, NULL,
		  HAN HAN HAN "\u65E5\u672C\u8A9E\u306E\u898B\u51FA\n"
		              "\u3057\u3067\u3059\u3088\n" },
		{ "a\x1B[31mb\x07", NULL, NULL, "a [31mb\n" },
		{ "a\xC2\x9B"
		  "31mb",
		  NULL, NULL, "a 31mb\n" },
		{ "a\xFFz", NULL, NULL, "a\uFFFDz\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(rows); i++) {
		const struct gp_text_margin m = { rows[i].first, rows[i].rest };
		struct gp_buf out = { .max = 0 };

		gp_text_paragraph(&out, &m, gp_str(rows[i].text));
		is(&out, rows[i].want);
	}
}

static void
other_lines(void **state)
{
	struct gp_buf out = { .max = 0 };

	(void)state;
	gp_text_underline(&out, GP_STR("\u65E5\u672C a"), '-');
	is(&out, "------\n");
	gp_text_verbatim(&out, "    ", GP_STR("if (a)  b;\x1B  "));
	is(&out, "     if (a)  b;\n");
	gp_text_verbatim(&out, "", GP_STR(""));
	is(&out, "\n");
}

/* A long text costs what it is long. */
static void
long_texts(void **state)
{
	static const char *const pieces[] = { "word ", "x", "\u0301", HAN };
	size_t i, k;

	(void)state;
	for (i = 0; i < ROWS(pieces); i++) {
		struct gp_buf text = { .max = 0 }, out = { .max = 0 };

		for (k = 0; k < 200000; k++)
			gp_buf_puts(&text, pieces[i]);
		gp_text_paragraph(&out, NULL, gp_buf_view(&text));
		assert_int_equal(out.failed, GP_OK);
		assert_true(out.len >= text.len);
		gp_buf_free(&text);
		gp_buf_free(&out);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs),
		cmocka_unit_test(other_lines),
		cmocka_unit_test(long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
