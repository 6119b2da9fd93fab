/* JSON: what an article without anything looks like, what every kind of
   block becomes, and how numbers look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "fixture.h"
#include "normalised.h"

#include "report/printer.h"

static json_t *
printed(const struct gp_doc *doc)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	json_t *root;

	assert_true(gp_print_json.print(doc, false, &out, &e));
	root = json_loadb(out.data, out.len, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	gp_buf_free(&out);
	return root;
}

static void
bare(void **state)
{
	static const char want[] =
		"{\n"
		" \"govpub_model\": \"1\",\n"
		" \"input\": {\n"
		"  \"file\": \"test.txt\",\n"
		"  \"sha256\": \"ca978112ca1bbdcafac231b39a23dc4da786eff8147c"
		"4e72b9807785afee48bb\",\n"
		"  \"bytes\": 1,\n"
		"  \"kind\": \"plain-text\",\n"
		"  \"encoding\": \"UTF-8\",\n"
		"  \"bom\": false,\n"
		"  \"final_newline\": false\n"
		" },\n"
		" \"lang\": \"en-GB\",\n"
		" \"title\": null,\n"
		" \"standfirst\": null,\n"
		" \"byline\": null,\n"
		" \"date\": {\n"
		"  \"iso\": null,\n"
		"  \"raw\": null\n"
		" },\n"
		" \"source\": {\n"
		"  \"name\": null,\n"
		"  \"candidates\": []\n"
		" },\n"
		" \"url\": null,\n"
		" \"blocks\": [\n"
		"  {\n"
		"   \"type\": \"paragraph\",\n"
		"   \"text\": \"a\",\n"
		"   \"lines\": [\n"
		"    1,\n"
		"    1\n"
		"   ]\n"
		"  }\n"
		" ],\n"
		" \"abbreviations\": [],\n"
		" \"dropped\": [],\n"
		" \"repairs\": {},\n"
		" \"warnings\": [\n"
		"  \"no title found\",\n"
		"  \"no byline found\",\n"
		"  \"no date found\",\n"
		"  \"no source found\"\n"
		" ],\n"
		" \"warning_codes\": [\n"
		"  \"no-title\",\n"
		"  \"no-byline\",\n"
		"  \"no-date\",\n"
		"  \"no-source\"\n"
		" ]\n"
		"}\n";
	const struct gp_doc *doc = normalised("a");
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_print_json.print(doc, true, &out, &e));
	assert_string_equal(out.data, want);
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* "type depth text" of a block. */
static void
is_row(const json_t *blocks, size_t i, const char *type, int depth,
       const char *text)
{
	const json_t *b = json_array_get(blocks, i);

	assert_non_null(b);
	assert_string_equal(json_string_value(json_object_get(b, "type")),
	                    type);
	assert_string_equal(json_string_value(json_object_get(b, "text")),
	                    text);
	assert_int_equal(json_integer_value(json_object_get(b, "depth")),
	                 depth);
}

static void
nested(void **state)
{
	struct gp_doc *doc = gp_doc_new(1 << 20);
	struct gp_node *list, *item;
	json_t *root, *blocks;

	(void)state;
	assert_non_null(doc);
	list = fixture_add(doc, doc->body, GP_LIST);
	item = fixture_add(doc, list, GP_ITEM);
	item->as.item.label = GP_STR("1)");
	fixture_block(doc, item, GP_PARAGRAPH, "one");
	fixture_block(doc, item, GP_PARAGRAPH, "more of one");
	list = fixture_add(doc, item, GP_LIST);
	item = fixture_add(doc, list, GP_ITEM);
	fixture_block(doc, item, GP_PARAGRAPH, "inner");
	fixture_block(doc, doc->body, GP_HEADING, "after");
	root = printed(doc);
	blocks = json_object_get(root, "blocks");
	assert_int_equal(json_array_size(blocks), 4);
	is_row(blocks, 0, "list-item", 0, "one");
	assert_string_equal(json_string_value(json_object_get(
				    json_array_get(blocks, 0), "label")),
	                    "1)");
	is_row(blocks, 1, "paragraph", 0, "more of one");
	is_row(blocks, 2, "list-item", 2, "inner");
	is_row(blocks, 3, "heading", 0, "after");
	json_decref(root);
	gp_doc_free(doc);
}

static void
confidences(void **state)
{
	const struct gp_doc *doc = normalised("a\n\u200B\nb");
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_print_json.print(doc, false, &out, &e));
	assert_non_null(strstr(out.data, "\"confidence\": 1.0\n"));
	doc->dropped->confidence = 97;
	gp_buf_clear(&out);
	assert_true(gp_print_json.print(doc, false, &out, &e));
	assert_non_null(strstr(out.data, "\"confidence\": 0.97\n"));
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* Whatever a document holds, JSON comes out. */
static void
every_kind(void **state)
{
	struct gp_doc *docs[] = { fixture_every_kind(), fixture_lessons(),
		                  fixture_hostile(), fixture_bare() };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof docs / sizeof docs[0]; i++) {
		json_decref(printed(docs[i]));
		gp_doc_free(docs[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bare),
		cmocka_unit_test(nested),
		cmocka_unit_test(confidences),
		cmocka_unit_test(every_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
