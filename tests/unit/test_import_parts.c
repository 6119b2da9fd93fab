/* Containers, mails and pictures: what comes out, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "imported.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/text/charset.h"
#include "import/picture/image.h"
#include "import/mail/mime.h"
#include "import/mail/mime_field.h"
#include "import/mail/uuencode.h"
#include "base/text/mimecode.h"

static struct gp_arena *arena;

static int
open_arena(void **state)
{
	(void)state;
	arena = gp_arena_new(64 * GP_MIB);
	return arena ? 0 : -1;
}

static int
close_arena(void **state)
{
	(void)state;
	gp_arena_free(arena);
	return 0;
}

static void
is(struct gp_str got, const char *want)
{
	struct gp_str s = gp_arena_str(arena, got);

	assert_string_equal(s.p, want);
}

/* ---- mail ---- */

static void
uu_files(void **state)
{
	static const char file[] = "begin 644 a b.txt\r\n#0V%T\r\n`\r\nend\r\n";
	struct gp_str name;

	(void)state;
	assert_int_equal(
		gp_uu_file(GP_STR("begin 644 a\n#0V%T\n`\nend\nMore"), &name),
		24);
	assert_int_equal(gp_uu_file(gp_str(file), &name), sizeof file - 1);
	assert_true(gp_str_eq(name, GP_STR("a b.txt")));
	assert_int_equal(gp_uu_file(GP_STR("begin 644 a\n#0V%T\n"), &name), 0);
	assert_int_equal(gp_uu_file(GP_STR("begin 644 a\nwords\nend\n"), &name),
	                 0);
	assert_int_equal(gp_uu_file(GP_STR("begin 100 things\n\nend\n"), &name),
	                 0);
	assert_int_equal(gp_uu_file(GP_STR("begin the day\n`\nend\n"), &name),
	                 0);
}

static void
words(void **state)
{
	static const struct {
		const char *field, *want;
	} rows[] = {
		{ "plain", "plain" },
		{ "=?utf-8?q?caf=C3=A9_x?=", "caf\u00E9 x" },
		{ "=?iso-8859-1?Q?caf=E9?= bar", "caf\u00E9 bar" },
		{ "=?utf-8?B?w6k=?=", "\u00E9" },
		/* a character cut in two, and the space between that is none */
		{ "=?utf-8?q?=E2=82?=\r\n =?utf-8?q?=AC?= 5", "\u20AC 5" },
		{ "=?koi8-r?B?8A==?=", "\u041F" },
		{ "=?utf-8?x?no?=", "=?utf-8?x?no?=" },
		{ "=?unended", "=?unended" },
		{ "=?x=?x=?x", "=?x=?x=?x" },
		{ "=?a?q?b =?a?q?c", "=?a?q?b =?a?q?c" },
		{ "=?=?utf-8?q?d?=", "=?d" },
		{ "raw \xE9", "raw \u00E9" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		is(gp_mime_words(arena, gp_str(rows[i].field), GP_STR("")),
		   rows[i].want);
	/* Raw bytes are in what the body is in, unless they are UTF-8. */
	is(gp_mime_words(arena, GP_STR("\xB8\xDB =?utf-8?q?=C3=A9?="),
	                 GP_STR("gbk")),
	   "\u6E2F \u00E9");
	is(gp_mime_words(arena, GP_STR("\u00E9"), GP_STR("gbk")), "\u00E9");
}

static void
codes(void **state)
{
	struct gp_buf b = { .max = 0 };

	(void)state;
	gp_base64_decode(GP_STR("aGVs\r\nbG8=ignored"), &b);
	gp_quoted_decode(GP_STR("=20a=\r\nb=3D=zz="), false, &b);
	is(gp_buf_view(&b), "hello ab==zz=");
	gp_buf_free(&b);
}

static void
parts(void **state)
{
	static const char mail[] =
		"Subject: x\r\nContent-Type: multipart/mixed;\r\n"
		" boundary=\"b b\"\r\n\r\nbefore\r\n--b b\r\n\r\none\r\n"
		"--b bc\r\n--b b  \r\nContent-Type: TEXT/HTML; charset=x\r\n"
		"\r\n\r\ntwo\r\n--b b--\r\nafter\r\n--b b\r\nnot\r\n";
	struct gp_mime m;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_mime_read(arena, gp_str(mail), &m, &e));
	assert_int_equal(m.count, 3);
	is(m.parts[1].body, "one\r\n--b bc");
	is(m.parts[1].type, "text/plain");
	is(m.parts[2].type, "text/html");
	is(m.parts[2].charset, "x");
	is(m.parts[2].body, "\r\ntwo");
	assert_false(gp_mime_read(arena, GP_STR("no mail at all"), &m, &e));
	assert_int_equal(e.code, GP_INPUT);
}

static void
charsets(void **state)
{
	struct gp_buf b = { .max = 0 };

	(void)state;
	assert_true(
		gp_charset_convert(GP_STR("Windows-1251"), GP_STR("\xCF"), &b));
	is(gp_buf_view(&b), "\u041F");
	assert_false(gp_charset_convert(GP_STR("utf-8"), GP_STR("x"), &b));
	assert_false(gp_charset_convert(GP_STR(""), GP_STR("x"), &b));
	assert_false(gp_charset_convert(GP_STR("../x"), GP_STR("x"), &b));
	gp_buf_free(&b);
}

/* ---- feeds ---- */

static enum gp_code
refused(const char *name, struct gp_str bytes, const char *words_in)
{
	struct gp_articles all;
	struct gp_err e = { 0 };

	assert_false(imported(name, bytes, &all, NULL, &e));
	gp_articles_free(&all);
	assert_non_null(strstr(e.msg, words_in));
	return e.code;
}

/* What stands among a letter's lines and is none of its words. */
static void
letters(void **state)
{
	static const char mail[] =
		"From a@b.example Tue Jun  8 09:00:00 2021\n"
		"From: A <a@b.example>\nDate: Tue, 08 Jun 2021 09:00:00 +0100\n"
		"Subject: S\nMIME-Version: 1.0\n\nbegin 644 a.txt\n#0V%T\n`\n"
		"end\nOne.\n\n>From two.\n\n>>From three.\n\n> From four.\n";
	struct gp_articles all;
	struct gp_err e = { 0 };
	struct gp_buf words;

	(void)state;
	assert_true(imported("a.eml", gp_str(mail), &all, NULL, &e));
	words = imported_words(all.drafts[0]);
	is(gp_str_trim(gp_buf_view(&words)),
	   "One. From two. From three. From four.");
	gp_buf_free(&words);
	gp_articles_free(&all);
}

static void
feeds_refused(void **state)
{
	struct gp_buf deep = { .max = 0 };
	int i;

	(void)state;
	assert_int_equal(
		refused("a.xml",
	                GP_STR("<!DOCTYPE x [<!ENTITY a \"b\">]><rss/>"),
	                "entities"),
		GP_INPUT);
	assert_int_equal(
		refused("a.xml", GP_STR("<rss><channel>"), "well-formed"),
		GP_INPUT);
	assert_int_equal(refused("a.xml", GP_STR("<svg></svg>"), "no feed"),
	                 GP_INPUT);
	assert_int_equal(refused("a.json", GP_STR("{\"a\": 1}"), "version"),
	                 GP_INPUT);
	assert_int_equal(refused("a.json", GP_STR("{"), "JSON"), GP_INPUT);
	assert_int_equal(refused("a.xml", GP_STR("<rss></rss>"), "no article"),
	                 GP_INPUT);
	gp_buf_puts(&deep, "<rss>");
	for (i = 0; i < 5000; i++)
		gp_buf_puts(&deep, "<a>");
	assert_int_equal(refused("a.xml", gp_buf_view(&deep), "depth"),
	                 GP_INPUT);
	gp_buf_free(&deep);
}

/* Two entries of one id have two names, and no name leads anywhere. */
static void
names(void **state)
{
	static const char feed[] =
		"<feed xmlns='http://www.w3.org/2005/Atom'>"
		"<entry><id>../../a b/</id><content>one</content></entry>"
		"<entry><id>../../a b/</id><content>two</content></entry>"
		"<entry><content>three</content></entry></feed>";
	struct gp_articles all;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(imported("f.xml", gp_str(feed), &all, NULL, &e));
	assert_int_equal(all.count, 3);
	is(all.drafts[1]->input.file, "f.xml#..-..-a-b-2");
	is(all.drafts[2]->input.file, "f.xml#entry");
	gp_articles_free(&all);
}

/* An entry whose title ends as another's number would, and entries that are
   all called the same: each has a name, in time and memory that grow with
   their count. */
static void
names_that_meet(void **state)
{
	static const char *const titles[] = { "Up 2", "Up", "Up",
		                              "Up-2", "Up", "Up 2 2" };
	static const char *const wanted[] = { "f.xml#Up-2",   "f.xml#Up",
		                              "f.xml#Up-3",   "f.xml#Up-2-2",
		                              "f.xml#Up-4",   "f.xml#Up-2-2-2",
		                              "f.xml#Up-2-3", "f.xml#Up-5" };
	struct gp_buf feed = { .max = 0 };
	struct gp_articles all;
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	gp_buf_puts(&feed, "<feed xmlns='http://www.w3.org/2005/Atom'>");
	for (i = 0; i < 9000; i++)
		gp_buf_printf(&feed,
		              "<entry><title>%s</title><content>Text %zu."
		              "</content></entry>",
		              titles[i % 6], i);
	gp_buf_puts(&feed, "</feed>");
	assert_true(imported("f.xml", gp_buf_view(&feed), &all, NULL, &e));
	assert_int_equal(all.count, 9000);
	for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
		is(all.drafts[i]->input.file, wanted[i]);
	assert_true(gp_arena_used(all.arena) < 4 * GP_MIB);
	gp_articles_free(&all);
	gp_buf_free(&feed);
}

/* ---- pictures ---- */

static void
png_limits(void **state)
{
	char png[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xEA\x60\0\0\xEA\x60"
		     "\x08\x02\0\0\0";
	struct gp_str s = { png, sizeof png - 1 };
	struct gp_image image;
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_image_take(arena, s, &image, &e));
	assert_int_equal(e.code, GP_LIMIT);
	assert_non_null(strstr(e.msg, "60000 by 60000"));
	png[18] = png[22] = 0;
	e.code = GP_OK;
	assert_false(gp_image_take(arena, s, &image, &e));
	assert_int_equal(e.code, GP_INPUT);
}

static struct gp_str
file(const char *path)
{
	struct gp_bytes b;
	struct gp_err e = { 0 };
	struct gp_str s;

	assert_true(gp_read(path, GP_MAX_IMAGE_BYTES, &b, &e));
	s = gp_arena_str(arena, (struct gp_str){ (char *)b.data, b.size });
	gp_bytes_free(&b);
	return s;
}

static void
stripped(void **state)
{
	struct gp_str raw = file("tests/golden/import/in-picture.png");
	struct gp_image image;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_str_find(raw, GP_STR("51.5N"), 0) < raw.n);
	assert_true(gp_image_take(arena, raw, &image, &e));
	assert_int_equal(image.width, 6);
	assert_int_equal(image.height, 4);
	assert_int_equal(gp_str_find(image.data, GP_STR("51.5N"), 0),
	                 image.data.n);
	assert_int_equal(gp_str_find(image.data, GP_STR("tEXt"), 0),
	                 image.data.n);
	assert_false(gp_image_take(arena, GP_STR("GIF89a......"), &image, &e));
	assert_non_null(strstr(e.msg, "GIF"));
}

/* A camera that was held upright: the picture is turned, and says so no
   more. */
static void
turned(void **state)
{
	static const char exif[] = "\xFF\xE1\0\x22"
				   "Exif\0\0II*\0\x08\0\0\0\x01\0"
				   "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
				   "\0\0\0\0";
	struct gp_str raw = file("tests/images/small.jpg");
	struct gp_buf b = { .max = 0 };
	struct gp_image plain, upright;
	struct gp_err e = { 0 };

	(void)state;
	gp_buf_str(&b, gp_str_sub(raw, 0, 2));
	gp_buf_put(&b, exif, 4 + 0x20);
	gp_buf_str(&b, gp_str_sub(raw, 2, raw.n));
	assert_true(gp_image_take(arena, raw, &plain, &e));
	assert_true(gp_image_take(arena, gp_buf_view(&b), &upright, &e));
	assert_true(upright.width <= plain.height &&
	            upright.width + 16 > plain.height);
	assert_true(upright.height <= plain.width &&
	            upright.height + 16 > plain.width);
	assert_int_equal(gp_str_find(upright.data, GP_STR("Exif"), 0),
	                 upright.data.n);
	gp_buf_free(&b);
}

/* ---- files beside an article ---- */

static void
inside(void **state)
{
	static const char *const bad[] = { "../secret",
		                           "a/../../secret",
		                           "/etc/passwd",
		                           "link",
		                           "linked/secret",
		                           ".hidden",
		                           "",
		                           "a",
		                           "none" };
	char folder[] = "/tmp/gp-inside-XXXXXX", path[64];
	struct gp_bytes b = { (unsigned char *)(void *)path, 3 }, got;
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof path, "%s/a", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	(void)snprintf(path, sizeof path, "%s/a/b", folder);
	assert_true(gp_save(path, &b, &e));
	(void)snprintf(path, sizeof path, "%s/.hidden", folder);
	assert_true(gp_save(path, &b, &e));
	(void)snprintf(path, sizeof path, "%s/link", folder);
	assert_int_equal(symlink("a/b", path), 0);
	(void)snprintf(path, sizeof path, "%s/linked", folder);
	assert_int_equal(symlink("/etc", path), 0);
	assert_true(gp_read_inside(folder, GP_STR("a/b"), 10, &got, &e));
	assert_int_equal(got.size, 3);
	gp_bytes_free(&got);
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		e.code = GP_OK;
		assert_false(
			gp_read_inside(folder, gp_str(bad[i]), 10, &got, &e));
		assert_int_equal(e.code, GP_INPUT);
	}
	e.code = GP_OK;
	assert_false(gp_read_inside(folder, GP_STR("a/b"), 2, &got, &e));
	assert_int_equal(e.code, GP_LIMIT);
	for (i = 0; i < 4; i++) {
		static const char *const all[] = { "a/b", "link", "linked",
			                           ".hidden" };

		(void)snprintf(path, sizeof path, "%s/%s", folder, all[i]);
		(void)unlink(path);
	}
	(void)snprintf(path, sizeof path, "%s/a", folder);
	(void)rmdir(path);
	(void)rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(codes),
		cmocka_unit_test(parts),
		cmocka_unit_test(uu_files),
		cmocka_unit_test(letters),
		cmocka_unit_test(charsets),
		cmocka_unit_test(names),
		cmocka_unit_test(names_that_meet),
		cmocka_unit_test(feeds_refused),
		cmocka_unit_test(png_limits),
		cmocka_unit_test(stripped),
		cmocka_unit_test(turned),
		cmocka_unit_test(inside),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
