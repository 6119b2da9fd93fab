/*
 * Which lines of a text were broken by a program, on small texts of several
 * kinds.  What an importer makes of it is not asked here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text/wrap.h"

/* The text with each line end that joins as a space and each other as '|'. */
static char *
joined(const char *text)
{
	struct gp_str rest = gp_str(text), line;
	struct gp_wrap w = gp_wrap_measure(rest);
	struct gp_wrap_line last = { .line = GP_STR("") };
	struct gp_buf out = { .max = 0 };
	bool begun = false, on;

	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		on = gp_wrap_goes_on(&w, &last, line);
		if (begun)
			gp_buf_putc(&out, on ? ' ' : '|');
		if (!on)
			last.in_item = gp_wrap_begins_item(line);
		gp_buf_str(&out, gp_str_trim(line));
		last.line = line;
		begun = true;
	}
	gp_buf_putc(&out, '\0');
	return out.data;
}

static const struct {
	const char *text, *want;
} texts[] = {
	{ "", "" },
	{ "One line that nobody broke.", "One line that nobody broke." },
	/* a word that goes on in the next line, in a text that is no wider */
	{ "The har\u00AD\nBour\n\u00AD\nopens",
	  "The har\u00AD Bour|\u00AD|opens" },
	/* two paragraphs, parted by a blank line */
	{ "The ferry to the island will stop at the end of\n"
	  "the month, the company said on Friday, because\n"
	  "nobody has taken it.\n"
	  "\n"
	  "Its crew of nine were told by letter, and have\n"
	  "been offered work on the harbour tugs.\n",
	  "The ferry to the island will stop at the end of "
	  "the month, the company said on Friday, because "
	  "nobody has taken it.||"
	  "Its crew of nine were told by letter, and have "
	  "been offered work on the harbour tugs." },
	/* first lines set in; a list; a speaker; an address */
	{ "  The ferry to the island will stop at the end of\n"
	  "the month, the company said on Friday, because of\n"
	  "a want of passengers, who now take the bridge.\n"
	  "  Its crew of nine were told by letter, and have\n"
	  "been offered work on the harbour tugs.\n"
	  "- Fares paid for later months are given back at\n"
	  "  the office on the quay.\n"
	  "- The timetable on the pier is out of date, says\n"
	  "  the company.\n"
	  "Mayor: It is a loss to us all, and to nobody more\n"
	  "than to the school.\n"
	  "Island Ferries\n"
	  "3 Quay Street\n",
	  "The ferry to the island will stop at the end of "
	  "the month, the company said on Friday, because of "
	  "a want of passengers, who now take the bridge.|"
	  "Its crew of nine were told by letter, and have "
	  "been offered work on the harbour tugs.|"
	  "- Fares paid for later months are given back at "
	  "the office on the quay.|"
	  "- The timetable on the pier is out of date, says "
	  "the company.|"
	  "Mayor: It is a loss to us all, and to nobody more "
	  "than to the school.|"
	  "Island Ferries|3 Quay Street" },
	/* short paragraphs among items and labels: a release */
	{ "The ferry to the island will stop at the end of\n"
	  "the month, the company said, and the crew are\n"
	  "to go to the tugs.\n"
	  "\n"
	  "* Fares are given back\n"
	  "* The pier is shut\n"
	  "* Dogs stay ashore\n"
	  "\n"
	  "1. The ferry was built in 1958.\n"
	  "2. The company was founded in 1921.\n"
	  "3. Pictures: ask us.\n"
	  "\n"
	  "Press office: 020 7946 0018\n"
	  "Evenings: 020 7946 0019\n",
	  "The ferry to the island will stop at the end of "
	  "the month, the company said, and the crew are "
	  "to go to the tugs.||"
	  "* Fares are given back|* The pier is shut|* Dogs stay ashore||"
	  "1. The ferry was built in 1958.|"
	  "2. The company was founded in 1921.|3. Pictures: ask us.||"
	  "Press office: 020 7946 0018|Evenings: 020 7946 0019" },
	/* a verse */
	{ "The tide came up the harbour wall\n"
	  "and took the boats away,\n"
	  "the gulls were loud above the hall\n"
	  "at breaking of the day.\n",
	  "The tide came up the harbour wall|"
	  "and took the boats away,|"
	  "the gulls were loud above the hall|"
	  "at breaking of the day." },
	/* columns in a text that is wrapped */
	{ "The ferry to the island will stop at the end of\n"
	  "the month, the company said on Friday, because\n"
	  "nobody has taken it, and gave these numbers for\n"
	  "the last two years, which speak for themselves:\n"
	  "Passengers       2019       2020       by bridge\n"
	  "all told        1,200        314      over 9,000\n",
	  "The ferry to the island will stop at the end of "
	  "the month, the company said on Friday, because "
	  "nobody has taken it, and gave these numbers for "
	  "the last two years, which speak for themselves:|"
	  "Passengers       2019       2020       by bridge|"
	  "all told        1,200        314      over 9,000" },
	/* rows without columns in a text that is wrapped */
	{ "The ferry to the island will stop at the end of\n"
	  "the month, the company said on Friday, because\n"
	  "nobody has taken it since the bridge was opened\n"
	  "in spring; those who have no car are to be given\n"
	  "a bus, which will leave the market at eight and\n"
	  "at four and take an hour, as much as the ferry\n"
	  "did when it was new. These are the numbers for\n"
	  "the last two years:\n"
	  "Passengers 1200\n"
	  "children 314\n"
	  "dogs 12\n",
	  "The ferry to the island will stop at the end of "
	  "the month, the company said on Friday, because "
	  "nobody has taken it since the bridge was opened "
	  "in spring; those who have no car are to be given "
	  "a bus, which will leave the market at eight and "
	  "at four and take an hour, as much as the ferry "
	  "did when it was new. These are the numbers for "
	  "the last two years:|"
	  "Passengers 1200|children 314|dogs 12" },
	/* letters of another script */
	{ "Паром на остров перестанет ходить в конце\n"
	  "месяца, сообщила компания в пятницу, так как\n"
	  "никто на нём не ездил, и мост открыт для всех\n"
	  "жителей острова.\n"
	  "Мэр: это верно.\n",
	  "Паром на остров перестанет ходить в конце "
	  "месяца, сообщила компания в пятницу, так как "
	  "никто на нём не ездил, и мост открыт для всех "
	  "жителей острова.|Мэр: это верно." },
	/* letters without case */
	{ "ستتوقف العبارة إلى الجزيرة في نهاية الشهر كما\n"
	  "قالت الشركة يوم الجمعة لأن أحدا لم يستخدمها\n"
	  "في السنتين الماضيتين والجسر مفتوح للجميع الآن\n"
	  "حسب الشركة.\n"
	  "الأحد\n",
	  "ستتوقف العبارة إلى الجزيرة في نهاية الشهر كما "
	  "قالت الشركة يوم الجمعة لأن أحدا لم يستخدمها "
	  "في السنتين الماضيتين والجسر مفتوح للجميع الآن "
	  "حسب الشركة.|الأحد" },
};

static void
joins_what_a_program_broke(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char *got = joined(texts[i].text);

		assert_string_equal(got, texts[i].want);
		free(got);
	}
}

static void
tells_the_marks_of_lists(void **state)
{
	(void)state;
	assert_true(gp_wrap_begins_item(GP_STR("- one")));
	assert_true(gp_wrap_begins_item(GP_STR("  \u2022 one")));
	assert_true(gp_wrap_begins_item(GP_STR("12. twelve")));
	assert_true(gp_wrap_begins_item(GP_STR("(iv) four")));
	assert_true(gp_wrap_begins_item(GP_STR("b) two")));
	assert_false(gp_wrap_begins_item(GP_STR("2021. In that year")));
	assert_false(gp_wrap_begins_item(GP_STR("Mr. Hale")));
	assert_false(gp_wrap_begins_item(GP_STR("-")));
	assert_false(gp_wrap_begins_item(GP_STR("")));
}

static void
glues_behind_a_hyphen(void **state)
{
	(void)state;
	assert_true(gp_wrap_glues(GP_STR("a long-")));
	assert_true(gp_wrap_glues(GP_STR("a long-  ")));
	assert_true(gp_wrap_glues(GP_STR("a long\u00AD ")));
	assert_false(gp_wrap_glues(GP_STR("\u00AD")));
	assert_false(gp_wrap_glues(GP_STR("a dash -")));
	assert_false(gp_wrap_glues(GP_STR("--")));
	assert_false(gp_wrap_glues(GP_STR("-")));
	assert_false(gp_wrap_glues(GP_STR("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_what_a_program_broke),
		cmocka_unit_test(tells_the_marks_of_lists),
		cmocka_unit_test(glues_behind_a_hyphen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
