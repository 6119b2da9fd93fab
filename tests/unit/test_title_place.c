/* Where the title stands in a text whose first line is none.  What a line says
   as a title, and what pages claim, is not asked here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"

/* What stands above a title: the day of a letter, who sends a release and what
   may be done with it; each stays or is told as what it is. */
static void
above_the_title(void **state)
{
	static const struct {
		const char *text, *title;
		unsigned day_line, blocks;
	} rows[] = {
		{ "12 November 2026\n\nDear Minister\n\n" PROSE,
		  "Dear Minister", 1, 1 },
		{ "Published: 3 mai 2021\n\nLe quai\n\n" PROSE, "Le quai", 1,
		  1 },
		{ "Quay shut\n\n12 November 2026\n\n" PROSE, "Quay shut", 3,
		  1 },
		{ "HARBOUR OFFICE\nPRESS RELEASE\n\nQuay shut\n\n" PROSE,
		  "Quay shut", 0, 3 },
		{ "Hafenamt\nPressemitteilung\nSperrfrist: 5 Uhr\n\n"
		  "Der Kai bleibt zu\n\n" PROSE,
		  "Der Kai bleibt zu", 0, 3 },
		{ "Quay shut\nPress release\n\n" PROSE, "Quay shut", 0, 1 },
		{ "Quay shut\nPress notice\n\n12 November 2026\n\n" PROSE,
		  "Quay shut", 4, 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct gp_doc *doc = normalised(rows[i].text);

		is_text(doc->title.text, rows[i].title);
		assert_int_equal(doc->date.at.first, rows[i].day_line);
		assert_int_equal(blocks_of(doc), rows[i].blocks);
		gp_doc_free(doc);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(above_the_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
