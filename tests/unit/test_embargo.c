/* Embargoes: which lines are a notice of one and until when, what becomes of
   the line and of a title beside it, and whose word counts.  That a pack holds
   nothing of what is held is asked at the command line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/embargo.h"
#include "normalise/says/embargo_notice.h"
#include "normalised.h"

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"

/* The moment in UTC, "open" without one, "" when the line is no notice. */
static void
says(const char *line, const char *want)
{
	struct gp_embargo_notice n;
	char until[GP_DATE_TEXT] = "";

	if (gp_embargo_notice_read(gp_str(line), &n)) {
		gp_date_utc(&n.what.until, until);
		if (n.what.kind == GP_EMBARGO_OPEN)
			memcpy(until, "open", sizeof "open");
	}
	if (strcmp(until, want) != 0)
		fail_msg("%s: %s, not %s", line, until, want);
}

static void
notices_in_many_languages(void **state)
{
	static const char *const nights[] = {
		"EMBARGOED UNTIL 00.01 Tuesday 10 November 2015",
		"Embargoed until 00:01 on Tuesday, 10th November 2015",
		"EMBARGO: 0001 hours, Tuesday 10 November 2015",
		"Strictly embargoed for release until 00.01 GMT 10 November 2015",
		"*** PRESS RELEASE - EMBARGOED UNTIL 00:01 10 NOV 2015 ***",
		"Not for publication before 00.01 on Tuesday 10 November 2015",
		"NOT FOR PUBLICATION, BROADCAST OR USE ON TAPE BEFORE 00.01 HRS "
		"ON TUESDAY 10 NOVEMBER 2015",
		"This report is embargoed until 00:01 on 10 November 2015.",
		"Embargoed until 2015-11-10T00:01:00Z",
		"Sperrfrist: Dienstag, 10. November 2015, 0.01 Uhr",
		"Gesperrt bis 10.11.2015, 0:01 Uhr",
		"Sous embargo jusqu\u2019au mardi 10 novembre 2015 \u00E0 0h01",
		"Ne pas diffuser avant le 10 novembre 2015, 0h01",
		"Bajo embargo hasta el 10 de noviembre de 2015 a las 00:01 "
		"horas",
		"Sob embargo at\u00E9 10 de novembro de 2015, \u00E0s 0h01",
		"Sotto embargo fino alle ore 0.01 del 10 novembre 2015",
		"Onder embargo tot dinsdag 10 november 2015, 00.01 uur",
		"Embargo tan 00:01 ddydd Mawrth 10 Tachwedd 2015",
		"Embargo do 10 listopada 2015, godz. 0:01",
		"Quay to be rebuilt (embargoed until 00.01 10 November 2015)",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof nights / sizeof nights[0]; i++)
		says(nights[i], "2015-11-10T00:01:00Z");
}

static void
times_as_they_are_meant(void **state)
{
	(void)state;
	says("Embargo: 9am on 10 November 2015", "2015-11-10T09:00:00Z");
	says("Under embargo until 12 noon, 10 November 2015",
	     "2015-11-10T12:00:00Z");
	says("Embargoed until midnight, 9 November 2015",
	     "2015-11-09T23:59:00Z");
	says("Embargoed until 00:01 BST, 9 June 2015", "2015-06-08T23:01:00Z");
	says("NOT FOR RELEASE BEFORE 6 P.M. EST, NOVEMBER 10, 2015",
	     "2015-11-10T23:00:00Z");
	says("Embargoed until 10/11/2015 00:01", "2015-11-10T00:01:00Z");
	says("Sperrfrist: 10. November 2015", "2015-11-10T00:00:00Z");
	says("For release at 9.30 am on 10 November 2015",
	     "2015-11-10T09:30:00Z");
	says("STRICTLY EMBARGOED UNTIL 00:01 ON TUESDAY", "open");
	says("Embargoed until further notice", "open");
	says("SPERRFRIST: 5 Uhr", "open");
	says("EMBARGOED", "open");
	says("EMBARGOED: quay to be rebuilt", "open");
}

static void
other_embargoes_are_none(void **state)
{
	static const char *const others[] = {
		"Embargo on Russian oil takes effect",
		"Arms embargo extended until December",
		"Embargo until 2020 on arms sales agreed",
		"Embargo until 10 November 2015 on beef imports, ministers say",
		"Embargo: how the oil ban works",
		"Under embargo: how Cuba lives",
		"Embargoed goods seized at port",
		"Sperrfrist f\u00FCr K\u00FCndigungen verl\u00E4ngert",
		"Frei ab 18: was der neue Jugendschutz bringt",
		"No embargo",
		"Embargo: none",
		"Embargo lifted",
		"EMBARGO: NONE - FOR IMMEDIATE RELEASE",
		"For immediate release",
		"For release: 10 November 2015",
		"",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		says(others[i], "");
}

/* A notice is neither title nor text; a title beside one stays. */
static void
the_line_is_no_text(void **state)
{
	static const struct {
		const char *text;
		size_t blocks;
	} rows[] = {
		{ "EMBARGOED UNTIL 00.01 10 November 2015\n\nQuay shut\n\n" PROSE,
		  1 },
		{ "Quay shut\n\nEmbargo: 00.01 10 November 2015\n\n" PROSE, 1 },
		{ "Quay shut\n\n" PROSE "\nSperrfrist: 10. November 2015\n",
		  1 },
		{ "EMBARGOED UNTIL\n00.01 10 November 2015\n\nQuay shut\n\n" PROSE,
		  1 },
		{ "EMBARGOED UNTIL 10 NOVEMBER 2015: Quay shut\n\n" PROSE, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct gp_doc *doc = normalised(rows[i].text);

		is_text(doc->title.text, "Quay shut");
		assert_int_equal(doc->embargo.what.kind, GP_EMBARGO_UNTIL);
		assert_int_equal(blocks_of(doc), rows[i].blocks);
		assert_int_equal(warned(doc, "unaccounted"), 0);
		gp_doc_free(doc);
	}
}

static struct gp_embargo
until(const char *time)
{
	struct gp_embargo e = { .kind = GP_EMBARGO_UNTIL };

	assert_true(gp_date_parse(gp_str(time), &e.until));
	return e;
}

static void
whose_word_counts(void **state)
{
	const struct gp_embargo one = until("2015-11-10T00:01Z"),
				two = until("2015-11-11T00:01Z"),
				none = { .kind = GP_EMBARGO_LIFTED },
				open = { .kind = GP_EMBARGO_OPEN };
	struct gp_embargo got;

	(void)state;
	got = gp_embargo_of(NULL, NULL, NULL);
	assert_int_equal(got.kind, GP_EMBARGO_NONE);
	got = gp_embargo_of(NULL, &one, &two);
	assert_int_equal(gp_date_cmp(&got.until, &one.until), 0);
	got = gp_embargo_of(&two, &none, &one);
	assert_int_equal(gp_date_cmp(&got.until, &two.until), 0);
	got = gp_embargo_of(&none, NULL, &open);
	assert_int_equal(got.kind, GP_EMBARGO_LIFTED);
	got = gp_embargo_of(&none, &one, &open);
	assert_int_equal(got.kind, GP_EMBARGO_UNTIL);
	got = gp_embargo_of(&one, NULL, &open);
	assert_int_equal(got.kind, GP_EMBARGO_OPEN);
}

static void
until_then_it_holds(void **state)
{
	const struct gp_embargo e = until("2015-11-10T00:01Z");
	const struct gp_embargo none = { .kind = GP_EMBARGO_LIFTED },
				open = { .kind = GP_EMBARGO_OPEN };
	const int64_t then = 1447113660;

	(void)state;
	assert_true(gp_embargo_holds(&e, then - 1));
	assert_false(gp_embargo_holds(&e, then));
	assert_true(gp_embargo_holds(&e, 0));
	assert_true(gp_embargo_holds(&open, then));
	assert_false(gp_embargo_holds(&none, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notices_in_many_languages),
		cmocka_unit_test(times_as_they_are_meant),
		cmocka_unit_test(other_embargoes_are_none),
		cmocka_unit_test(the_line_is_no_text),
		cmocka_unit_test(whose_word_counts),
		cmocka_unit_test(until_then_it_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
