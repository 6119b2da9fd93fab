/* What stands round the body of an article: dates, bylines; and the writers'
   own words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "normalise/doc_making.h"
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"
#include "wording/words.h"

static struct gp_doc *
empty(void)
{
	struct gp_doc *doc = gp_doc_new(16 * GP_MIB);

	assert_non_null(doc);
	doc->lang = GP_STR("en-GB");
	return doc;
}

static void
dates_say_what_was_given(void **state)
{
	static const char *const cases[][2] = {
		{ "2015", "<time datetime=\"2015\">2015</time>" },
		{ "2015-09", "<time datetime=\"2015-09\">September 2015"
		             "</time>" },
		{ "2015-09-23", "<time datetime=\"2015-09-23\">"
		                "23 September 2015</time>" },
		{ "2015-09-23T08:05+01:00",
		  "<time datetime=\"2015-09-23T08:05+01:00\">"
		  "23 September 2015, 08:05 UTC+1</time>" },
		{ "2016-12-31T23:59:60Z",
		  "<time datetime=\"2016-12-31T23:59Z\">"
		  "31 December 2016, 23:59 UTC</time>" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct gp_buf b = { 0 };
		struct gp_err e = { 0 };
		struct gp_xml *x = gp_xml_new(&b, false);
		struct gp_date d;

		assert_true(gp_date_parse(gp_str(cases[i][0]), &d));
		gp_xhtml_date(x, &d, NULL);
		assert_true(gp_xml_finish(x, &e));
		assert_string_equal(b.data, cases[i][1]);
		gp_buf_free(&b);
	}
}

static void
byline_is(const struct gp_doc *doc, const char *want)
{
	struct gp_buf out = { .max = 0 };

	gp_buf_puts(&out, "By ");
	gp_byline_text(doc, NULL, &out);
	assert_string_equal(out.data + 3, want);
	gp_buf_free(&out);
}

static void
bylines_name_everyone(void **state)
{
	struct gp_author a[3] = { { .display = GP_STR("A") },
		                  { .display = GP_STR("B") },
		                  { .display = GP_STR("C") } };
	struct gp_doc *doc = empty();

	(void)state;
	byline_is(doc, "");
	doc->byline.text = GP_STR("By someone");
	byline_is(doc, "By someone");
	doc->byline.authors = a;
	doc->byline.n_authors = 1;
	byline_is(doc, "A");
	doc->byline.n_authors = 3;
	byline_is(doc, "A, B and C");
	a[1].role = GP_STR("Minister, retired");
	byline_is(doc, "A; B, Minister, retired; C");
	a[0].role = GP_STR("MP");
	doc->byline.n_authors = 1;
	byline_is(doc, "A, MP");
	gp_doc_free(doc);
}

static void
headers_leave_out_what_is_not_known(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	(void)state;
	gp_xhtml_header(x, doc, NULL);
	gp_xhtml_footer(x, doc, NULL);
	assert_true(gp_xml_finish(x, &e));
	assert_string_equal(b.data, "<header>\n<h1 id=\"title\">Untitled</h1>\n"
	                            "</header>\n");
	gp_buf_free(&b);
	gp_doc_free(doc);
}

/* The footer of an article in this language has `wanted`. */
static void
footer_has(const char *lang, const char *wanted)
{
	struct gp_doc *doc = empty();
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	doc->lang = gp_str(lang);
	doc->url.text = GP_STR("https://e.org/a");
	gp_xhtml_footer(x, doc, NULL);
	assert_true(gp_xml_finish(x, &e));
	if (!strstr(b.data, wanted))
		fail_msg("%s: no %s in %s", lang, wanted, b.data);
	gp_buf_free(&b);
	gp_doc_free(doc);
}

static void
own_words_are_english(void **state)
{
	(void)state;
	footer_has("ar", "lang=\"en\" dir=\"ltr\">Original at");
	footer_has("he-IL", "lang=\"en\" dir=\"ltr\">Original at");
	footer_has("enm", "a\" lang=\"en\" xml:lang=\"en\">Original at");
	footer_has("en", "a\">Original at");
	footer_has("en-GB", "a\">Original at");
	footer_has("", "a\">Original at");
}

static void
every_word_is_there(void **state)
{
	static const char *const reasons[] = {
		"page-furniture",
		"mail-furniture",
		"forwarding-head",
		"covering-letter",
		"signature",
		"withheld",
		"hidden",
		"form",
		"caption",
		"front-matter",
		"short-behind-text",
		"follow-us",
		"event-date",
	};
	size_t i;

	(void)state;
	for (i = 0; i < GP_W_COUNT; i++)
		if (gp_word(NULL, (enum gp_word)i).n == 0)
			fail_msg("no text for word %zu", i);
	assert_string_equal(gp_word_for(GP_STR("nbsp-to-space"), NULL).p,
	                    "no-break spaces made plain");
	assert_string_equal(gp_word_for(GP_STR("other-space-to-space"), NULL).p,
	                    "tabs and odd spaces made plain");
	for (i = 0; i < sizeof reasons / sizeof *reasons; i++)
		assert_string_not_equal(gp_word_for(gp_str(reasons[i]), NULL).p,
		                        reasons[i]);
	assert_string_equal(gp_word_for(GP_STR("new-rule"), NULL).p,
	                    "new-rule");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_say_what_was_given),
		cmocka_unit_test(bylines_name_everyone),
		cmocka_unit_test(headers_leave_out_what_is_not_known),
		cmocka_unit_test(own_words_are_english),
		cmocka_unit_test(every_word_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
