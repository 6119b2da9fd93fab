/* Header fields and bodies of a message that is written: exact bytes, lengths
   of lines, and what comes back when they are decoded again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/text/mimecode.h"
#include "write/mail/part_body.h"
#include "write/mail/head_field.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static void
is(struct gp_buf *have, const char *want)
{
	if (!gp_str_eq(gp_buf_view(have), gp_str(want)))
		fail_msg("\"%s\" is not \"%s\"", have->data, want);
	gp_buf_free(have);
}

static size_t
longest_line(struct gp_str s)
{
	struct gp_str line;
	size_t most = 0;

	while (s.n && gp_str_split(&s, '\n', &line))
		if (line.n > most)
			most = line.n;
	return most;
}

static void
subjects(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "Plain words", "Subject: Plain words\n" },
		{ "  more   than\tone ", "Subject: more than one\n" },
		{ "a\r\nBcc: b@c.example", "Subject: a Bcc: b@c.example\n" },
		{ "Une journ\u00E9e",
		  "Subject: =?utf-8?Q?Une_journ=C3=A9e?=\n" },
		{ "\u65E5\u672C", "Subject: =?utf-8?B?5pel5pys?=\n" },
		{ "=?utf-8?Q?x?=",
		  "Subject: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?=\n" },
		{ "\xFF", "Subject: =?utf-8?B?77+9?=\n" },
		{ "x\u2028y\xC2\x85 z", "Subject: x y z\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(rows); i++) {
		struct gp_buf out = { .max = 0 };

		gp_field_words(&out, "Subject", gp_str(rows[i].text));
		is(&out, rows[i].want);
	}
}

/* Each encoded word by itself is whole characters. */
static void
long_subjects(void **state)
{
	static const char *const pieces[] = { "word ", "\u00E9", "\u65E5",
		                              "\U0001F600 x" };
	size_t i, k;

	(void)state;
	for (i = 0; i < ROWS(pieces); i++) {
		struct gp_buf text = { .max = 0 }, out = { .max = 0 };
		struct gp_buf back = { .max = 0 };
		struct gp_str s, part;

		for (k = 0; k < 200; k++)
			gp_buf_puts(&text, pieces[i]);
		gp_field_words(&out, "Subject", gp_buf_view(&text));
		assert_true(longest_line(gp_buf_view(&out)) <= 78);
		s = gp_buf_view(&out);
		while (i && s.n && gp_str_split(&s, '?', &part)) {
			bool q = gp_str_eq(part, GP_STR("Q"));

			if (!q && !gp_str_eq(part, GP_STR("B")))
				continue;
			(void)gp_str_split(&s, '?', &part);
			if (q)
				gp_quoted_decode(part, true, &back);
			else
				gp_base64_decode(part, &back);
		}
		if (i)
			assert_true(gp_str_eq(gp_str_trim(gp_buf_view(&back)),
			                      gp_str_trim(gp_buf_view(&text))));
		gp_buf_free(&text);
		gp_buf_free(&out);
		gp_buf_free(&back);
	}
}

static void
mailboxes(void **state)
{
	static const struct {
		const char *name, *want;
	} rows[] = {
		{ "", "To: a@b.example\n" },
		{ "Press Office", "To: Press Office <a@b.example>\n" },
		{ "Desk, \"the\"",
		  "To: \"Desk, \\\"the\\\"\" <a@b.example>\n" },
		{ "B\u00FCro", "To: =?utf-8?B?QsO8cm8=?= <a@b.example>\n" },
		{ "x\nBcc: y", "To: \"x Bcc: y\" <a@b.example>\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(rows); i++) {
		const struct gp_mailbox box = { gp_str(rows[i].name),
			                        GP_STR("a@b.example") };
		struct gp_buf out = { .max = 0 };

		gp_field_mailbox(&out, "To", &box);
		is(&out, rows[i].want);
	}
}

static void
other_fields(void **state)
{
	const struct gp_str ids[] = {
		GP_STR("0123456789012345678901234567890123456789abc@a.example"),
		GP_STR("b@a.example")
	};
	struct gp_buf out = { .max = 0 };
	struct gp_date date;

	(void)state;
	gp_field_angles(&out, "References", ids, 2, "");
	is(&out, "References: <0123456789012345678901234567890123456789abc@a."
	         "example>\n <b@a.example>\n");
	gp_field_angles(&out, "List-Unsubscribe", ids + 1, 1, ",");
	is(&out, "List-Unsubscribe: <b@a.example>\n");
	assert_true(gp_date_parse(GP_STR("2015-11-10T08:40:05-03:30"), &date));
	gp_field_date(&out, &date);
	is(&out, "Date: Tue, 10 Nov 2015 08:40:05 -0330\n");
	assert_true(gp_date_parse(GP_STR("2015-11-10T08:40Z"), &date));
	gp_field_date(&out, &date);
	is(&out, "Date: Tue, 10 Nov 2015 08:40:00 +0000\n");
}

static void
bodies(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "plain\n\nwords\n", "quoted-printable\n\nplain\n\nwords\n" },
		{ "flows \nFrom here\n.\n",
		  "quoted-printable\n\nflows=20\n=46rom here\n=2E\n" },
		{ "a=b\n", "quoted-printable\n\na=3Db\n" },
		{ "\u65E5\u672C\n", "base64\n\n5pel5pysDQo=\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(rows); i++) {
		struct gp_buf out = { .max = 0 };

		gp_body_text(&out, gp_str(rows[i].text));
		assert_true(
			gp_str_starts(gp_buf_view(&out),
		                      GP_STR("Content-Transfer-Encoding: ")));
		assert_string_equal(out.data + 27, rows[i].want);
		gp_buf_free(&out);
	}
}

/* Lines of every length about those at which they are broken. */
static void
bodies_come_back(void **state)
{
	size_t n, k;

	(void)state;
	for (n = 1; n < 240; n++) {
		struct gp_buf text = { .max = 0 }, out = { .max = 0 };
		struct gp_buf back = { .max = 0 };
		struct gp_str s;

		for (k = 0; k < n; k++)
			gp_buf_puts(&text, k % 29 == 25 ? "\u00E9"
			                   : k % 5      ? "."
			                                : " ");
		gp_buf_puts(&text, "\nx\n");
		gp_body_text(&out, gp_buf_view(&text));
		s = gp_buf_view(&out);
		assert_true(longest_line(s) <= 76);
		assert_true(gp_str_find(s, GP_STR("quoted-pr"), 0) < s.n);
		s = gp_str_sub(s, gp_str_find(s, GP_STR("\n\n"), 0) + 2, s.n);
		gp_quoted_decode(s, false, &back);
		assert_true(gp_str_eq(gp_buf_view(&back), gp_buf_view(&text)));
		gp_buf_clear(&out);
		gp_body_bytes(&out, gp_buf_view(&text));
		assert_true(longest_line(gp_buf_view(&out)) <= 76);
		gp_buf_free(&text);
		gp_buf_free(&out);
		gp_buf_free(&back);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(subjects),  cmocka_unit_test(long_subjects),
		cmocka_unit_test(mailboxes), cmocka_unit_test(other_fields),
		cmocka_unit_test(bodies),    cmocka_unit_test(bodies_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
