/* The EPUB: the container to the byte, the files that must be there, every
   link, and the same bytes whatever the machine says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <zip.h>

#include "pack/design.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/map.h"
#include "fixture.h"
#include "write/write.h"

static const char *const all_files[] = {
	"mimetype",
	"META-INF/container.xml",
	"EPUB/package.opf",
	"EPUB/nav.xhtml",
	"EPUB/toc.ncx",
	"EPUB/cover.xhtml",
	"EPUB/titlepage.xhtml",
	"EPUB/note.xhtml",
	"EPUB/contents.xhtml",
	"EPUB/text/a001.xhtml",
	"EPUB/text/a002.xhtml",
	"EPUB/text/a003.xhtml",
	"EPUB/text/a004.xhtml",
	"EPUB/sources.xhtml",
	"EPUB/colophon.xhtml",
	"EPUB/images/cover.png",
	"EPUB/css/epub.css",
};
enum { N_FILES = sizeof all_files / sizeof *all_files };

static struct gp_buf
made(const struct gp_pack *pack)
{
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	assert_true(gp_pack_date(pack, &job.date, &e));
	if (!gp_write_epub.write(&job, &b, &e))
		fail_msg("%s", e.msg);
	return b;
}

static struct gp_buf
made_from_fixture(void)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_buf b = made(pack);

	gp_pack_free(pack);
	return b;
}

/* ---- the container ---- */

static unsigned
number(const struct gp_buf *b, size_t at, size_t size)
{
	unsigned n = 0;

	assert_true(at + size <= b->len);
	while (size--)
		n = n << 8 | (unsigned char)b->data[at + size];
	return n;
}

/* The one that has to be, and pictures, which are compressed already. */
static bool
is_stored(const char *name)
{
	return gp_str_eq(gp_str(name), GP_STR("mimetype")) ||
	       gp_str_ends(gp_str(name), GP_STR(".png")) ||
	       gp_str_ends(gp_str(name), GP_STR(".jpg"));
}

/* Every local header in turn, by the letter of APPNOTE.TXT 4.3.7. */
static void
assert_local_headers(const struct gp_buf *b, unsigned day)
{
	size_t at = 0, i;

	for (i = 0; i < N_FILES; i++) {
		size_t name = number(b, at + 26, 2);

		assert_int_equal(number(b, at, 4), 0x04034b50);
		assert_int_equal(number(b, at + 6, 2) & 0x0809, 0);
		assert_int_equal(number(b, at + 8, 2),
		                 is_stored(all_files[i]) ? 0 : 8);
		assert_int_equal(number(b, at + 10, 2), 0);
		assert_int_equal(number(b, at + 12, 2), day);
		assert_int_equal(number(b, at + 28, 2), 0);
		assert_int_equal(name, strlen(all_files[i]));
		assert_memory_equal(b->data + at + 30, all_files[i], name);
		at += 30 + name + number(b, at + 18, 4);
	}
	assert_int_equal(number(b, at, 4), 0x02014b50);
}

static void
the_container_is_exact(void **state)
{
	struct gp_buf b = made_from_fixture();

	(void)state;
	assert_memory_equal(b.data + 30, "mimetypeapplication/epub+zip", 28);
	assert_local_headers(&b, (2015 - 1980) << 9 | 11 << 5 | 9);
	gp_buf_free(&b);
}

/* ---- reading it again ---- */

static zip_t *
opened(const struct gp_buf *b)
{
	zip_error_t why;
	zip_source_t *source =
		zip_source_buffer_create(b->data, b->len, 0, &why);
	zip_t *zip =
		zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &why);

	assert_non_null(zip);
	return zip;
}

/* The file as a string, which the caller frees; NULL when there is none. */
static char *
read_entry(zip_t *zip, const char *name)
{
	zip_stat_t st;
	zip_file_t *f;
	char *text;

	if (zip_stat(zip, name, 0, &st) != 0)
		return NULL;
	f = zip_fopen(zip, name, 0);
	text = malloc((size_t)st.size + 1);
	assert_non_null(text);
	assert_int_equal(zip_fread(f, text, st.size), st.size);
	assert_int_equal(zip_fclose(f), 0);
	text[st.size] = '\0';
	return text;
}

static xmlDocPtr
parsed(zip_t *zip, const char *name)
{
	char *text = read_entry(zip, name);
	xmlDocPtr doc;

	assert_non_null(text);
	doc = xmlReadMemory(text, (int)strlen(text), name, NULL,
	                    XML_PARSE_NONET);
	assert_non_null(doc);
	free(text);
	return doc;
}

/* How many nodes an XPath expression finds; prefixes o and h are known. */
static int
count_of(xmlDocPtr doc, const char *xpath)
{
	xmlXPathContextPtr c = xmlXPathNewContext(doc);
	xmlXPathObjectPtr r;
	int n;

	(void)xmlXPathRegisterNs(
		c, (const xmlChar *)"o",
		(const xmlChar *)"http://www.idpf.org/2007/opf");
	(void)xmlXPathRegisterNs(
		c, (const xmlChar *)"h",
		(const xmlChar *)"http://www.w3.org/1999/xhtml");
	r = xmlXPathEval((const xmlChar *)xpath, c);
	assert_non_null(r);
	n = r->nodesetval ? r->nodesetval->nodeNr : 0;
	xmlXPathFreeObject(r);
	xmlXPathFreeContext(c);
	return n;
}

/* ---- links ---- */

static bool
ends_in(const char *s, const char *end)
{
	return gp_str_ends(gp_str(s), gp_str(end));
}

static bool
has_id(zip_t *zip, const char *name, const char *id)
{
	xmlDocPtr doc = parsed(zip, name);
	char xpath[256];
	bool found;

	(void)snprintf(xpath, sizeof xpath, "//*[@id='%s']", id);
	found = count_of(doc, xpath) == 1;
	xmlFreeDoc(doc);
	return found;
}

/* An address in the page `from` leads to an entry, and to an id of it. */
static void
assert_leads_somewhere(zip_t *zip, const char *from, const char *href)
{
	const char *slash = strrchr(from, '/'), *hash = strchr(href, '#');
	size_t folder = (size_t)(slash - from) + 1;
	char target[512];

	if (strncmp(href, "http", 4) == 0 || strncmp(href, "mailto:", 7) == 0)
		return;
	if (strncmp(href, "../", 3) == 0) {
		href += 3;
		folder = strlen("EPUB/");
	}
	(void)snprintf(target, sizeof target, "%.*s%.*s", (int)folder, from,
	               hash ? (int)(hash - href) : (int)strlen(href), href);
	if (zip_name_locate(zip, target, 0) < 0)
		fail_msg("%s: no %s", from, target);
	if (hash && !has_id(zip, target, hash + 1))
		fail_msg("%s: no %s in %s", from, hash, target);
}

static void
check_links(zip_t *zip, const char *name)
{
	xmlDocPtr doc = parsed(zip, name);
	xmlXPathContextPtr c = xmlXPathNewContext(doc);
	xmlXPathObjectPtr r = xmlXPathEval((const xmlChar *)"//@href", c);
	int i;

	for (i = 0; i < r->nodesetval->nodeNr; i++) {
		xmlChar *href = xmlNodeGetContent(r->nodesetval->nodeTab[i]);

		assert_leads_somewhere(zip, name, (const char *)href);
		xmlFree(href);
	}
	xmlXPathFreeObject(r);
	xmlXPathFreeContext(c);
	xmlFreeDoc(doc);
}

static void
every_link_leads_somewhere(void **state)
{
	struct gp_buf b = made_from_fixture();
	zip_t *zip = opened(&b);
	size_t i;

	(void)state;
	for (i = 0; i < N_FILES; i++)
		if (ends_in(all_files[i], ".xhtml") ||
		    ends_in(all_files[i], ".opf"))
			check_links(zip, all_files[i]);
	zip_discard(zip);
	gp_buf_free(&b);
}

/* ---- pages ---- */

static void
check_page(zip_t *zip, const char *name)
{
	xmlDocPtr doc = parsed(zip, name);

	assert_int_equal(count_of(doc, "/h:html[@lang][@xml:lang]"), 1);
	assert_int_equal(count_of(doc, "//h:title[normalize-space()]"), 1);
	assert_int_equal(count_of(doc, "//*[@id = preceding::*/@id]"), 0);
	if (ends_in(name, "/cover.xhtml")) {
		assert_int_equal(count_of(doc, "//h:img[@role='doc-cover']"
		                               "[contains(@alt, 'OFFICIAL')]"),
		                 1);
		xmlFreeDoc(doc);
		return;
	}
	assert_int_equal(count_of(doc, "//h:h1[normalize-space()]"), 1);
	assert_int_equal(count_of(doc, "/h:html/h:body/*[1][self::h:p]"
	                               "[@class='marking'][.='OFFICIAL']"),
	                 1);
	assert_int_equal(count_of(doc, "/h:html/h:body/*[last()][self::h:p]"
	                               "[@class='marking'][.='OFFICIAL']"),
	                 1);
	xmlFreeDoc(doc);
}

static void
pages_have_what_they_need(void **state)
{
	struct gp_buf b = made_from_fixture();
	zip_t *zip = opened(&b);
	size_t i;

	(void)state;
	for (i = 0; i < N_FILES; i++)
		if (ends_in(all_files[i], ".xhtml"))
			check_page(zip, all_files[i]);
	zip_discard(zip);
	gp_buf_free(&b);
}

static void
the_package_names_every_file(void **state)
{
	struct gp_buf b = made_from_fixture();
	zip_t *zip = opened(&b);
	xmlDocPtr opf = parsed(zip, "EPUB/package.opf");
	char xpath[256];
	size_t i;

	(void)state;
	for (i = 3; i < N_FILES; i++) {
		(void)snprintf(xpath, sizeof xpath, "//o:item[@href='%s']",
		               all_files[i] + strlen("EPUB/"));
		assert_int_equal(count_of(opf, xpath), 1);
	}
	assert_int_equal(count_of(opf, "//o:item"), N_FILES - 3);
	/* All but those that are no pages. */
	assert_int_equal(count_of(opf, "//o:itemref"), N_FILES - 7);
	assert_int_equal(count_of(opf, "//o:itemref[@idref = //o:item/@id]"),
	                 N_FILES - 7);
	assert_int_equal(count_of(opf, "//*[@id = preceding::*/@id]"), 0);
	assert_int_equal(count_of(opf, "//o:item[@properties='cover-image']"
	                               "[@id = //o:meta[@name='cover']"
	                               "/@content]"),
	                 1);
	assert_int_equal(count_of(opf, "//o:spine[@toc = //o:item[@href="
	                               "'toc.ncx']/@id]"),
	                 1);
	assert_int_equal(count_of(opf, "//o:item[@properties='nav']"
	                               "[@href='nav.xhtml']"),
	                 1);
	xmlFreeDoc(opf);
	zip_discard(zip);
	gp_buf_free(&b);
}

static void
assert_holds(zip_t *zip, const char *name, const char *text, bool expected)
{
	char *content = read_entry(zip, name);

	assert_non_null(content);
	if ((strstr(content, text) != NULL) != expected)
		fail_msg("%s %s %s", name, expected ? "lacks" : "holds", text);
	free(content);
}

static void
metadata_is_what_was_given(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_buf b;
	zip_t *zip;

	(void)state;
	(void)gp_date_parse(GP_STR("2015-11-09T23:30"), &pack->info.date);
	b = made(pack);
	zip = opened(&b);
	assert_holds(zip, "EPUB/package.opf", "<dc:date>2015-11-09</dc:date>",
	             true);
	assert_holds(zip, "EPUB/package.opf", ">2015-11-09T23:30:00Z</meta>",
	             true);
	assert_holds(zip, "EPUB/package.opf",
	             "<dc:source>Smith &amp; &lt;Sons&gt;</dc:source>", true);
	assert_holds(zip, "EPUB/package.opf", "Where a picture of", true);
	assert_holds(zip, "EPUB/package.opf", "javascript", false);
	assert_holds(zip, "EPUB/colophon.xhtml", "comment forms (1)", true);
	assert_holds(zip, "EPUB/colophon.xhtml",
	             "4 lines left out: links to other articles (3), sharing "
	             "buttons (1).",
	             true);
	assert_holds(zip, "EPUB/colophon.xhtml", "as it came, nothing changed.",
	             true);
	zip_discard(zip);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

/* Nothing is known but the date: no empty element is written for it. */
static void
little_is_enough(void **state)
{
	struct gp_pack *pack = fixture_many(0);
	struct gp_buf b;
	zip_t *zip;

	(void)state;
	pack->info.title = GP_STR("");
	pack->info.lang = GP_STR("not a language");
	b = made(pack);
	zip = opened(&b);
	assert_holds(zip, "EPUB/package.opf", "<dc:title id=\"title\">Untitled",
	             true);
	assert_holds(zip, "EPUB/package.opf", "<dc:language>und<", true);
	assert_holds(zip, "EPUB/package.opf", "dc:creator", false);
	assert_holds(zip, "EPUB/package.opf", "dc:rights", false);
	assert_holds(zip, "EPUB/package.opf", "Where a picture", false);
	assert_holds(zip, "EPUB/titlepage.xhtml", "marking", false);
	assert_null(read_entry(zip, "EPUB/note.xhtml"));
	zip_discard(zip);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

/* ---- one input, one output ---- */

static void
the_machine_leaves_no_trace(void **state)
{
	struct gp_buf here, there;
	mode_t mask = umask(077);

	(void)state;
	assert_int_equal(setenv("TZ", "Asia/Tokyo", 1), 0);
	tzset();
	here = made_from_fixture();
	(void)umask(022);
	assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
	tzset();
	/* Times in a ZIP are two seconds apart. */
	assert_int_equal(nanosleep(&(struct timespec){ .tv_sec = 2,
	                                               .tv_nsec = 100000000 },
	                           NULL),
	                 0);
	there = made_from_fixture();
	(void)umask(mask);
	assert_int_equal(here.len, there.len);
	assert_memory_equal(here.data, there.data, here.len);
	gp_buf_free(&here);
	gp_buf_free(&there);
}

static bool
at_the_second(void *user)
{
	int *calls = user;

	return ++*calls == 2;
}

static void
can_be_stopped(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	int calls = 0;
	struct gp_host host = { .data = ".",
		                .user = &calls,
		                .cancelled = at_the_second };

	(void)state;
	job.host = &host;
	assert_false(gp_write_epub.write(&job, &b, &e));
	assert_int_equal(e.code, GP_CANCELLED);
	assert_int_equal(b.len, 0);
	assert_int_equal(calls, 2);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

static const struct gp_ingredient *
used_file(const struct gp_ingredients *used, const char *path)
{
	size_t i;

	for (i = 0; i < used->n_files; i++)
		if (gp_str_eq(used->files[i].path, gp_str(path)))
			return &used->files[i];
	return NULL;
}

static void
says_what_it_used(void **state)
{
	const struct gp_ingredient *row;
	struct gp_pack *pack = fixture_pack();
	struct gp_ingredients used = { .arena = gp_arena_new(GP_MIB) };
	struct gp_write_job job = fixture_job(pack);
	struct gp_style design;
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	struct gp_bytes css = { NULL, 0 };
	char sha256[GP_SHA256_HEX];

	(void)state;
	job.used = &used;
	assert_true(gp_design_read(&job, &design, &e));
	assert_true(gp_write_epub.write(&job, &b, &e));
	gp_buf_free(&b);
	assert_true(gp_write_epub.write(&job, &b, &e));
	row = used_file(&used, "styles/epub.css");
	assert_non_null(row);
	assert_non_null(used_file(&used, "styles/reading.yaml"));
	assert_non_null(used_file(&used, "fonts/NotoSans/NotoSans-Bold.ttf"));
	assert_true(gp_read("styles/epub.css", GP_MIB, &css, &e));
	gp_sha256_hex(css.data, css.size, sha256);
	assert_string_equal(row->sha256, sha256);
	assert_int_equal(row->bytes, css.size);
	gp_write_epub.libraries(&used);
	assert_string_equal(used.libraries[0][0].p, "libxml2");
	assert_string_equal(used.libraries[1][0].p, "libzip");
	assert_string_equal(used.libraries[1][1].p, zip_libzip_version());
	gp_bytes_free(&css);
	gp_arena_free(used.arena);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

static void
many_ingredients_are_all_kept(void **state)
{
	struct gp_ingredients used = { .arena = gp_arena_new(GP_MIB) };
	char name[16];
	int i;

	(void)state;
	for (i = 0; i < 200; i++) {
		(void)snprintf(name, sizeof name, "lib%d", i % 100);
		gp_used_library(&used, name, "1");
	}
	gp_used_library(NULL, "nobody", "listens");
	assert_int_equal(used.n_libraries, 100);
	assert_string_equal(used.libraries[99][0].p, "lib99");
	gp_arena_free(used.arena);
}

static void
a_missing_style_is_an_error(void **state)
{
	static const struct gp_host nowhere = { .data = "no/such/folder/" };
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	struct gp_style design;
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	job.host = &nowhere;
	assert_false(gp_design_read(&job, &design, &e));
	assert_int_equal(e.code, GP_INPUT);
	assert_non_null(strstr(e.file, "no/such/folder/styles/reading.yaml"));
	e = (struct gp_err){ 0 };
	assert_false(gp_write_epub.write(&job, &b, &e));
	assert_int_equal(e.code, GP_INPUT);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

static void
a_full_buffer_is_an_error(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf b = { .max = 1000 };
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_write_epub.write(&job, &b, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_buf_free(&b);
	gp_pack_free(pack);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_container_is_exact),
		cmocka_unit_test(every_link_leads_somewhere),
		cmocka_unit_test(pages_have_what_they_need),
		cmocka_unit_test(the_package_names_every_file),
		cmocka_unit_test(metadata_is_what_was_given),
		cmocka_unit_test(little_is_enough),
		cmocka_unit_test(the_machine_leaves_no_trace),
		cmocka_unit_test(can_be_stopped),
		cmocka_unit_test(says_what_it_used),
		cmocka_unit_test(many_ingredients_are_all_kept),
		cmocka_unit_test(a_missing_style_is_an_error),
		cmocka_unit_test(a_full_buffer_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
