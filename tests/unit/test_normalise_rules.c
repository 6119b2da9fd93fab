/* Boilerplate rules: the file, what is wrong with one, which line fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "normalised.h"

#include "base/limits.h"
#include "normalise/rules/rules.h"

static const char *
reason_of(const struct gp_rules *r, struct gp_str line, unsigned zones)
{
	struct gp_matcher *m = gp_matcher_new();
	const struct gp_rule *rule;
	struct gp_verdict v;

	assert_non_null(m);
	gp_rules_judge(r, m, line, &v);
	gp_matcher_free(m);
	rule = gp_verdict_rule(&v, zones);
	return rule ? rule->reason.p : "";
}

static const char *
reason(const struct gp_rules *r, const char *line)
{
	return reason_of(r, gp_str(line), ~0U);
}

static struct gp_rules *
good(const char *tsv)
{
	struct gp_err e = { 0 };
	struct gp_rules *r = rules_of(tsv, &e);

	assert_string_equal(e.msg, "");
	assert_non_null(r);
	return r;
}

static void
fails(const char *tsv, enum gp_code code, unsigned line, const char *msg)
{
	struct gp_err e = { 0 };

	assert_null(rules_of(tsv, &e));
	assert_int_equal(e.code, code);
	assert_string_equal(e.file, "test.tsv");
	assert_int_equal(e.line, line);
	assert_string_equal(e.msg, msg);
}

static void
fitting(void **state)
{
	struct gp_rules *r = good("# a comment\n"
	                          "\n"
	                          "any\t0.9\tshare\tshare (this|that)\n"
	                          "tail\t1\tcafe\tcafé d'or.*\r\n"
	                          "mid\t0.85\tlabel\tshare.*\n");

	(void)state;
	assert_int_equal(gp_rules_count(r), 3);
	assert_string_equal(reason(r, "SHARE this"), "share");
	assert_string_equal(reason(r, "Share this."), "label");
	assert_string_equal(reason(r, "Please share this"), "");
	assert_string_equal(reason(r, "CAFÉ D'OR, Paris"), "cafe");
	assert_string_equal(reason(r, ""), "");
	/* The first rule wins, among the zones that were asked for. */
	assert_string_equal(
		reason_of(r, GP_STR("share this"), GP_IN_MID | GP_IN_END),
		"label");
	assert_string_equal(reason_of(r, GP_STR("share this"), GP_IN_TAIL), "");
	gp_rules_free(r);
	assert_string_equal(reason(NULL, "share this"), "");
	gp_rules_free(NULL);
}

/* Characters with more cases than two, and those at the end of a byte set:
   the filter on first bytes must let all of them through. */
static void
first_bytes(void **state)
{
	struct gp_rules *r = good("any\t1\ts\tshare\n"
	                          "any\t1\tk\t[k-m]elvin\n"
	                          "any\t1\to\t(?:écu|öre|x?zloty)\n"
	                          "any\t1\tany\t.*tail\n"
	                          "any\t1\tneg\t[^a]zz\n");

	(void)state;
	assert_string_equal(reason(r, "\u017Fhare"), "s");
	assert_string_equal(reason(r, "\u212Aelvin"), "k");
	assert_string_equal(reason(r, "Melvin"), "k");
	assert_string_equal(reason(r, "ÉCU"), "o");
	assert_string_equal(reason(r, "ÖRE"), "o");
	assert_string_equal(reason(r, "Zloty"), "o");
	assert_string_equal(reason(r, "😀 tail"), "any");
	assert_string_equal(reason(r, "’zz"), "neg");
	gp_rules_free(r);
}

static void
bad_rules(void **state)
{
	static const char columns[] =
		"a rule has four columns set apart by tabs: zone, confidence, "
		"reason, pattern";
	static const char number[] = "a confidence is a number from 0 to 1";

	(void)state;
	fails("any\t0.9\tx\ty\nany 0.9 x y\n", GP_SYNTAX, 2, columns);
	fails("any\t0.9\tx\n", GP_SYNTAX, 1, columns);
	fails("all\t0.9\tx\ty\n", GP_SYNTAX, 1,
	      "a zone is any, tail, mid or end, not: \"all\"");
	fails("any\t90\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t1.1\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t0.\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t0.9a\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t0.999\tx\ty\n", GP_SYNTAX, 1, number);
	fails("any\t0.9\t\ty\n", GP_SYNTAX, 1,
	      "a rule needs a reason and a pattern");
	fails("any\t0.9\tx\t\n", GP_SYNTAX, 1,
	      "a rule needs a reason and a pattern");
	fails("\n\nany\t0.9\tx\ta(b\n", GP_SYNTAX, 3,
	      "bad pattern, at its character 4: missing closing parenthesis: "
	      "\"a(b\"");
	fails("any\t0.9\tx\t\\C\n", GP_SYNTAX, 1,
	      "bad pattern, at its character 3: using \\C is disabled by the "
	      "application: \"\\C\"");
}

static void
extra_rules(void **state)
{
	struct gp_rule_text rows[] = {
		{ GP_STR("any"), GP_STR("own"), GP_STR("share.*"), 100, 7, 0 },
		{ GP_STR("any"), GP_STR("bad"), GP_STR("["), 100, 8, 0 },
	};
	struct gp_packfile pack = { .path = GP_STR("pack.yaml"),
		                    .rules = rows,
		                    .n_rules = 1 };
	struct gp_str tsv = GP_STR("any\t0.9\tours\tshare this\n");
	struct gp_err e = { 0 };
	struct gp_rules *r = gp_rules_new("x.tsv", tsv, &pack, &e);

	(void)state;
	assert_non_null(r);
	assert_string_equal(reason(r, "share this"), "own");
	gp_rules_free(r);
	pack.n_rules = 2;
	assert_null(gp_rules_new("x.tsv", tsv, &pack, &e));
	assert_int_equal(e.code, GP_SYNTAX);
	assert_string_equal(e.file, "pack.yaml");
	assert_int_equal(e.line, 8);
}

static void
limits(void **state)
{
	static const char row[] = "any\t1\tx\ty\n";
	size_t size = sizeof row - 1, i;
	char *tsv = calloc(GP_MAX_RULES + 2, size);
	char *line = malloc(GP_MAX_RULE_LINE_BYTES + 1);
	struct gp_rules *r;

	(void)state;
	assert_non_null(tsv);
	assert_non_null(line);
	for (i = 0; i <= GP_MAX_RULES; i++)
		memcpy(tsv + i * size, row, size);
	fails(tsv, GP_LIMIT, (unsigned)GP_MAX_RULES + 1,
	      "more than 2000 rules");
	tsv[GP_MAX_RULES * size] = '\0';
	gp_rules_free(good(tsv));
	free(tsv);

	r = good("any\t1\tlong\ta.*\nany\t1\tslow\t(b+)+c\n");
	memset(line, 'a', GP_MAX_RULE_LINE_BYTES + 1);
	assert_string_equal(
		reason_of(r, (struct gp_str){ line, GP_MAX_RULE_LINE_BYTES },
	                  ~0U),
		"long");
	assert_string_equal(
		reason_of(r,
	                  (struct gp_str){ line, GP_MAX_RULE_LINE_BYTES + 1 },
	                  ~0U),
		"");
	/* A pattern that never comes to an end is given up. */
	memset(line, 'b', 64);
	memcpy(line + 62, "xc", 2);
	assert_string_equal(reason_of(r, (struct gp_str){ line, 64 }, ~0U), "");
	gp_rules_free(r);
	free(line);
}

/* One line for each rule of the project's own file, and its neighbours that
   are an author's words. */
static void
own_rules(void **state)
{
	static const char *const rows[][2] = {
		{ "Share this page", "share-widget" },
		{ "Facebook Twitter LinkedIn", "share-widget" },
		{ "Follow us on Twitter", "share-widget" },
		{ "Read the most recent articles written by X - Y",
		  "author-or-issue-promo" },
		{ "More stories by Jane Smith", "author-or-issue-promo" },
		{ "Related articles", "related-links" },
		{ "Don't miss", "related-links" },
		{ "See also: Budget 2015", "related-links" },
		{ "Leave a Reply", "comment-form" },
		{ "3 comments", "comment-form" },
		{ "Your email address will not be published.", "comment-form" },
		{ "This video is not supported", "player-notice" },
		{ "Advertisement", "ad" },
		{ "Sign up to our newsletter", "newsletter" },
		{ "Subscribe to the magazine today", "newsletter" },
		{ "© 2015 Civil Service World", "copyright" },
		{ "Dods. All rights reserved.", "copyright" },
		{ "We use cookies to make this site work", "cookie-or-legal" },
		{ "Back to top", "site-chrome" },
		{ "4 min read", "site-chrome" },
		{ "Photo: PA", "site-chrome" },
		{ "Recommended: Budget 2015 at a glance", "related-links" },
		{ "Press release", "site-chrome" },
		{ "View this email in your browser", "site-chrome" },
		{ "Recommended: a new regulator with the power to fine.", "" },
		{ "More: 300 staff would move out of London by 2026.", "" },
		{ "Related: the Bill has its second reading on Monday.", "" },
		{ "Watch: the yellow line on the chart, which shows it.", "" },
		{ "Contact: Defra press office, 020 8225 7618, day and night",
		  "" },
		{ "Contact: press@example.gov.uk", "" },
		{ "Contact us", "site-chrome" },
		{ "Topics: health, schools", "site-chrome" },
		{ "Topics: the Bill has two of them.", "" },
		{ "Relating to others", "" },
		{ "Share prices fell on Monday.", "" },
		{ "He told the committee to read the report.", "" },
		{ "Not all rights are reserved to ministers.", "" },
		{ "Working together on digital services", "" },
	};
	struct gp_err e = { 0 };
	struct gp_rules *r = rules_of(NULL, &e);
	size_t i;

	(void)state;
	assert_string_equal(e.msg, "");
	assert_non_null(r);
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(reason(r, rows[i][0]), rows[i][1]) != 0)
			fail_msg("%s: %s and not %s", rows[i][0],
			         reason(r, rows[i][0]), rows[i][1]);
	gp_rules_free(r);
}

/* ---- rules at work on a text ---- */

static const struct gp_doc *
ruled(const char *tsv, const char *text)
{
	struct gp_rules *r = good(tsv);
	struct gp_normaliser how = { .rules = r };
	struct gp_err e = { 0 };
	const struct gp_doc *doc = normalised_with(gp_str(text), &how, &e);

	gp_rules_free(r);
	assert_string_equal(e.msg, "");
	assert_non_null(doc);
	return doc;
}

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"

/* Kept as if no rule were there, and without a word about it. */
static void
wanted(void **state)
{
	static const char tsv[] = "any\t0\tkeep\t(WhatsApp|Links of use)\n"
				  "mid\t0\tkeep\tRelated articles\n"
				  "any\t0.97\tshare\tWhatsApp\n"
				  "mid\t0.97\trelated\t(Related|Links).*\n";
	const struct gp_doc *doc =
		ruled(tsv, "Title here\n\n" PROSE "\n" PROSE
	                   "\nWhatsApp\n\n" PROSE "\nLinks of use\n\n" PROSE
	                   "\n" PROSE "\n\nRelated articles\n"
	                   "One of three words\n"
	                   "Two of three words\n");

	(void)state;
	is_block(doc, 2, GP_HEADING, "WhatsApp");
	is_block(doc, 4, GP_HEADING, "Links of use");
	assert_int_equal(blocks_of(doc), 10);
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "kept-unsure"), 0);
	assert_int_equal(warned(doc, "kept-run"), 0);
	gp_doc_free(doc);
}

/* A rule that is refused was never there. */
static void
refused(void **state)
{
	const struct gp_doc *doc = ruled(
		"any\t0.99\thouse-rule\t.*\n",
		"Title here\n\nA line that says the same in more words\n\n"
		"By Jane Smith\n\n1 May 2014\n\n" PROSE "\n" PROSE);

	(void)state;
	is_text(doc->title.text, "Title here");
	is_text(doc->standfirst.text,
	        "A line that says the same in more words");
	is_text(doc->byline.text, "By Jane Smith");
	assert_int_equal(doc->date.date.day, 1);
	assert_int_equal(blocks_of(doc), 2);
	assert_int_equal(warned(doc, "drop-refused"), 1);
	assert_int_equal(warned(doc, "no-title"), 0);
	assert_null(doc->dropped);
	gp_doc_free(doc);
}

static void
gave_up(void **state)
{
	const struct gp_doc *doc =
		ruled("any\t1\tslow\t(b+)+c\n",
	              "Title here\n\n" PROSE
	              "\nbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
	              "bbbbbbbbbbbbbbbbbbbbxc\n\n" PROSE);

	(void)state;
	assert_int_equal(warned(doc, "rule-gave-up"), 1);
	assert_int_equal(doc->warnings->line, 5);
	assert_int_equal(blocks_of(doc), 3);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fitting),   cmocka_unit_test(first_bytes),
		cmocka_unit_test(bad_rules), cmocka_unit_test(extra_rules),
		cmocka_unit_test(limits),    cmocka_unit_test(own_rules),
		cmocka_unit_test(wanted),    cmocka_unit_test(refused),
		cmocka_unit_test(gave_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
