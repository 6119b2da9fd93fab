/* Language tags: base/text/lang.h; and that what runs from right to left does
   so in the EPUB and in the PDF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/text/lang.h"
#include "fixture.h"
#include "laidout.h"
#include "write/write.h"

static void
well_formed(void **state)
{
	static const char *const good[] = {
		"en",
		"EN-gb",
		"zh-Hant-TW",
		"zh-cmn-Hans-CN",
		"zh-cmn-hak-yue-HK",
		"es-419",
		"de-1996",
		"sl-rozaj-biske-1994",
		"sr-Latn-RS-x-priv",
		"en-u-ca-gregory-t-jp-x-a-b",
		"x-house",
		"sgn",
		"engl",
		"englishe",
	};
	static const char *const bad[] = {
		"",
		"e",
		"-en",
		"en-",
		"en--GB",
		"e-n",
		"12",
		"en_GB",
		"x\">",
		"englishes",
		"en-abcdefghi",
		"x",
		"en-x",
		"en-u",
		"en-u-x-a",
		"en-GB-Latn",
		"en-Latn-Cyrl",
		"en-GB-US",
		"en-a1",
		"zh-cmn-hak-yue-nan-CN",
		"engl-deu",
		"en-\xC3\xA9t",
		"i-klingon",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (!gp_lang_ok(gp_str(good[i])))
			fail_msg("%s is good", good[i]);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		if (gp_lang_ok(gp_str(bad[i])))
			fail_msg("%s is bad", bad[i]);
	assert_false(gp_lang_ok((struct gp_str){ NULL, 0 }));
	assert_false(gp_lang_ok(GP_STR("en\0x")));
}

static void
part_is(struct gp_str part, const char *want)
{
	assert_int_equal(part.n, strlen(want));
	assert_memory_equal(part.p, want, part.n);
}

static void
parts(void **state)
{
	struct gp_lang lang;

	(void)state;
	assert_true(gp_lang_parse(GP_STR("zh-cmn-Hant-TW-x-Latn"), &lang));
	part_is(lang.language, "zh");
	part_is(lang.script, "Hant");
	part_is(lang.region, "TW");
	assert_true(gp_lang_parse(GP_STR("de-1996"), &lang));
	part_is(lang.script, "");
	part_is(lang.region, "");
	assert_true(gp_lang_parse(GP_STR("es-419"), &lang));
	part_is(lang.region, "419");
	assert_true(gp_lang_parse(GP_STR("x-arab"), &lang));
	part_is(lang.language, "");
}

/* ---- directions ---- */

struct tag {
	const char *tag;
	bool rtl;
};

static const struct tag tags[] = {
	{ "ar", true },       { "HE-il", true },    { "ckb", true },
	{ "ckb-IQ", true },   { "fa-AF", true },    { "yi", true },
	{ "iw", true },       { "nqo", true },      { "syr", true },
	{ "rhg", true },      { "ku-Arab", true },  { "az-Arab-IR", true },
	{ "az-IR", true },    { "pa-PK", true },    { "ff-Adlm", true },
	{ "en-Hebr", true },  { "und-thaa", true }, { "ku-Yezi", true },
	{ "ar-Latn", false }, { "ur-Deva", false }, { "sd-IN", false },
	{ "ku", false },      { "az", false },      { "pa", false },
	{ "arn", false },     { "en-GB", false },   { "grc", false },
	{ "", false },        { "ar_EG", false },   { "x-arab", false },
};

static void
directions(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof tags / sizeof *tags; i++)
		if (gp_lang_is_rtl(gp_str(tags[i].tag)) != tags[i].rtl)
			fail_msg("%s: not %d", tags[i].tag, tags[i].rtl);
}

/* A pack in English with one article in that language. */
static struct gp_pack *
pack_with(const char *tag)
{
	struct gp_pack *pack = fixture_many(1);
	struct gp_doc *doc = gp_arena_alloc(pack->arena, sizeof *doc);

	assert_non_null(doc);
	*doc = *pack->entries[0].doc;
	doc->lang = gp_str(tag);
	pack->entries[0].doc = doc;
	return pack;
}

static bool
is_rtl_in_pdf(const char *tag)
{
	struct laid_out l;
	bool rtl = false;
	size_t i;

	lay_out(&l, pack_with(tag));
	for (i = 0; i < l.parts->flow.n_blocks; i++)
		rtl = rtl || l.parts->flow.blocks[i].rtl;
	let_go(&l);
	return rtl;
}

static bool
holds(const struct gp_buf *epub, const char *name, const char *what)
{
	char text[1024] = "";
	zip_error_t why;
	zip_source_t *source =
		zip_source_buffer_create(epub->data, epub->len, 0, &why);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	zip_file_t *f = zip_fopen(zip, name, 0);

	assert_non_null(f);
	assert_true(zip_fread(f, text, sizeof text - 1) > 0);
	(void)zip_fclose(f);
	zip_discard(zip);
	return strstr(text, what) != NULL;
}

static bool
is_rtl_in_epub(const char *tag)
{
	struct gp_pack *pack = pack_with(tag);
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	bool rtl;

	assert_true(gp_pack_date(pack, &job.date, &e));
	if (!gp_write_epub.write(&job, &b, &e))
		fail_msg("%s", e.msg);
	rtl = holds(&b, "EPUB/text/a001.xhtml", "dir=\"rtl\"");
	gp_buf_free(&b);
	gp_pack_free(pack);
	return rtl;
}

static void
all_outputs_agree(void **state)
{
	static const struct tag some[] = {
		{ "ckb", true }, { "ku-Arab", true }, { "ar-Latn", false },
		{ "rhg", true }, { "pa-PK", true },   { "sd-IN", false },
		{ "yi", true },  { "en-Hebr", true }, { "en", false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof some / sizeof *some; i++) {
		if (is_rtl_in_epub(some[i].tag) != some[i].rtl)
			fail_msg("EPUB: %s", some[i].tag);
		if (is_rtl_in_pdf(some[i].tag) != some[i].rtl)
			fail_msg("PDF: %s", some[i].tag);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed),
		cmocka_unit_test(parts),
		cmocka_unit_test(directions),
		cmocka_unit_test(all_outputs_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
