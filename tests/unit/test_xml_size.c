/* What an XML document would ask of a parser. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/libxml.h"

static void
measures(void **state)
{
	static const struct {
		const char *xml;
		size_t nodes, attributes;
		bool declares;
	} rows[] = {
		{ "", 0, 0, false },
		{ "<a/>", 1, 0, false },
		{ "<a>text</a>", 2, 0, false },
		{ "<a b='1' c=\"2\"/>", 5, 2, false },
		{ "<a b='>' c='=\"='>x</a>", 6, 2, false },
		{ "<a><b c='1'/><b c='1' d='2'/></a>", 9, 2, false },
		{ "<!-- <a b='1'> ' --><a b='1'/>", 4, 1, false },
		{ "<a><![CDATA[<b c='1'>]]></a>", 2, 0, false },
		{ "<?xml version='1.0' ?><a/>", 2, 0, false },
		{ "<!DOCTYPE a SYSTEM '[<b c=\"'><a b='1'/>", 4, 1, false },
		{ "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", 3, 0, true },
		{ "<a b='1", 3, 1, false },
		{ "<!-- <a", 1, 0, false },
		{ "<![CDATA[ <a", 1, 0, false },
		{ "a = b > c", 1, 0, false },
	};
	struct gp_xml_size got;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		got = gp_xml_measure(gp_str(rows[i].xml));
		if (got.nodes != rows[i].nodes ||
		    got.attributes != rows[i].attributes ||
		    got.declares != rows[i].declares)
			fail_msg("%s: %zu nodes, %zu attributes", rows[i].xml,
			         got.nodes, got.attributes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
