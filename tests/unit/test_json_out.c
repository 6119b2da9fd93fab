/* JSON written without a tree, against jansson's own way of writing what it
   reads: base/text/json_out.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/text/json_out.h"

/* What was written is what jansson writes after reading it. */
static void
reads_back(struct gp_buf *b)
{
	json_t *root = json_loadb(b->data, b->len, JSON_ALLOW_NUL, NULL);
	char *again;

	assert_non_null(root);
	again = json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER |
	                                 JSON_REAL_PRECISION(3));
	assert_string_equal(b->data, again);
	free(again);
	json_decref(root);
	gp_buf_free(b);
}

static void
put_member(struct gp_json_out *j, const char *key, struct gp_str s)
{
	gp_json_key(j, key);
	gp_json_string(j, s);
}

static void
empty_things(void **state)
{
	static const char brackets[][2] = { { '{', '}' }, { '[', ']' } };
	struct gp_buf b = { .max = 0 };
	struct gp_json_out j = { .buf = &b };
	size_t i;

	(void)state;
	gp_json_open(&j, '[');
	for (i = 0; i < 2; i++) {
		gp_json_open(&j, brackets[i][0]);
		gp_json_close(&j, brackets[i][1]);
	}
	gp_json_close(&j, ']');
	assert_string_equal(b.data, "[\n {},\n []\n]");
	reads_back(&b);
}

static void
members_of_each_kind(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_json_out j = { .buf = &b };

	(void)state;
	gp_json_open(&j, '{');
	put_member(&j, "text", GP_STR("caf\xC3\xA9 / \x7F"));
	gp_json_key(&j, "inner");
	gp_json_open(&j, '[');
	gp_json_number(&j, -7);
	gp_json_number(&j, INT64_MAX);
	gp_json_null(&j);
	gp_json_bool(&j, false);
	gp_json_close(&j, ']');
	gp_json_key(&j, "last");
	gp_json_bool(&j, true);
	gp_json_close(&j, '}');
	reads_back(&b);
}

static void
every_byte_of_ascii(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_json_out j = { .buf = &b };
	char all[128];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof all; i++)
		all[i] = (char)i;
	gp_json_open(&j, '[');
	gp_json_string(&j, (struct gp_str){ all, sizeof all });
	gp_json_string(&j, GP_STR(""));
	gp_json_close(&j, ']');
	reads_back(&b);
}

static void
all_hundredths(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_json_out j = { .buf = &b };
	unsigned i;

	(void)state;
	gp_json_open(&j, '[');
	for (i = 0; i <= 100; i++)
		gp_json_hundredths(&j, i);
	gp_json_close(&j, ']');
	reads_back(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_things),
		cmocka_unit_test(members_of_each_kind),
		cmocka_unit_test(every_byte_of_ascii),
		cmocka_unit_test(all_hundredths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
