/* The reader and the writer of PDF objects: what cairo 1.16 and 1.18 write is
   read, what is spoilt is an error and never a file, and what is written can
   be read by qpdf too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libdeflate.h>
#include <limits.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "onepage.h"
#include "base/limits.h"
#include "write/pdf/file/objects.h"
#include "write/pdf/file/values.h"
#include "write/pdf/file/reader.h"
#include "base/pdf/tokens.h"

enum { ARENA = 64 << 20, MANY = 1000 };

/* ---- the pass over files of one page ---- */

static bool
is_sound(const struct gp_buf *pdf)
{
	qpdf_data q = qpdf_init();
	bool sound;

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	sound = qpdf_read_memory(q, "x", pdf->data, pdf->len, NULL) ==
	                QPDF_SUCCESS &&
	        qpdf_get_num_pages(q) == 1 && qpdf_check_pdf(q) == QPDF_SUCCESS;
	qpdf_cleanup(&q);
	return sound;
}

static bool
passes(const struct gp_buf *plain, enum gp_code *code)
{
	/* A block of exactly its size, so that a read behind it is seen. */
	char *exact = test_malloc(plain->len ? plain->len : 1);
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	bool ok;

	memcpy(exact, plain->data, plain->len);
	ok = onepage_post((struct gp_str){ exact, plain->len }, &out, &e);
	*code = e.code;
	assert_int_equal(ok, e.code == GP_OK);
	if (ok)
		assert_true(is_sound(&out));
	gp_buf_free(&out);
	test_free(exact);
	return ok;
}

static void
both_shapes_pass(void **state)
{
	struct gp_buf a = { .max = 0 }, b = { .max = 0 };
	struct gp_buf from_a = { .max = 0 }, from_b = { .max = 0 };
	struct gp_err e = { 0 };

	(void)state;
	onepage_file(&a, onepage_objects, ONEPAGE_OBJECTS);
	onepage_packed(&b, onepage_objects, ONEPAGE_OBJECTS);
	assert_true(onepage_post(gp_buf_view(&a), &from_a, &e));
	assert_true(onepage_post(gp_buf_view(&b), &from_b, &e));
	assert_true(is_sound(&from_a));
	/* What is made of it does not tell which it was. */
	assert_int_equal(from_a.len, from_b.len);
	assert_memory_equal(from_a.data, from_b.data, from_a.len);
	gp_buf_free(&a);
	gp_buf_free(&b);
	gp_buf_free(&from_a);
	gp_buf_free(&from_b);
}

#define PAGE "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]"
#define CONTENT                                                              \
	"\nstream\n/Span << /MCID 0 >> BDC\nBT\n/f-0-0 1 Tf\n(word)Tj\nET\n" \
	"EMC\n\nendstream"

/* Each of these in the place of the object of that number. */
static const struct {
	size_t number;
	const char *text;
} spoilt[] = {
	{ 1, "<</Type/Catalog>>" },
	{ 1, "<</Type/Catalog/Pages 9 0 R>>" },
	{ 1, "<</Type/Catalog/Pages 99999999999999999999 0 R>>" },
	{ 1, "[" },
	{ 1, "" },
	{ 2, "<</Type/Pages/Kids[]/Count 0>>" },
	{ 2, "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>" },
	{ 2, "<</Type/Pages/Kids[7 0 R]/Count 1>>" },
	{ 2, "<</Type/Pages/Kids 3 0 R/Count 1>>" },
	{ 2, "<</Type/Pages/Kids[3 1 R]/Count 1>>" },
	{ 2, "<</Type/Pages/Kids[x]/Count 1>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 6 0 R/Rotate 90>>" },
	{ 3, PAGE "/Contents 4 0 R>>" },
	{ 3, PAGE "/Resources 6 0 R>>" },
	{ 3, PAGE "/Contents[4 0 R]/Resources 6 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 2 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 99 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 0 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 6 1 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources -6 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources<</A B>>>>" },
	{ 3, PAGE "/Contents 6 0 R/Resources 6 0 R>>" },
	{ 3, PAGE "/Contents 4 0 R/Resources 6 0 R/MediaBox[0 0 8 8]>>" },
	{ 4, "<</Length 50>>" CONTENT },
	{ 4, "<</Length 99999>>" CONTENT },
	{ 4, "<</Length 18446744073709551615>>" CONTENT },
	{ 4, "<</Length -55>>" CONTENT },
	{ 4, "<</Length 6 0 R>>" CONTENT },
	{ 4, "<<>>" CONTENT },
	{ 4, "<</Length 55/Filter/FlateDecode>>" CONTENT },
	{ 4, "<</Length 55/Filter/LZWDecode>>" CONTENT },
	{ 4, "<</Length 55/DecodeParms<<>>>>" CONTENT },
	{ 5, "50" },
	{ 5, "/Name" },
	{ 6, "<</Font<</f-0-0 8 0 R>>>>" },
	{ 6, "<</Font<</f-0-0 7 0 R>>/P 3 0 R>>" },
	{ 6, "<</Font(" },
	{ 7, "<</Length 1>>\nstream\nxx\nendstream" },
	{ 7, "<</Length 1/Filter/FlateDecode>>\nstream\nx\nendstream" },
	{ 7, "<</A 1" },
};

static void
what_is_spoilt_is_an_error(void **state)
{
	const char *objects[ONEPAGE_OBJECTS];
	enum gp_code code;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
		struct gp_buf plain = { .max = 0 };

		memcpy(objects, onepage_objects, sizeof objects);
		objects[spoilt[i].number - 1] = spoilt[i].text;
		onepage_file(&plain, objects, ONEPAGE_OBJECTS);
		if (passes(&plain, &code) || code != GP_INTERNAL)
			fail_msg("%s was taken", spoilt[i].text);
		gp_buf_clear(&plain);
		onepage_packed(&plain, objects, ONEPAGE_OBJECTS);
		if (passes(&plain, &code) || code != GP_INTERNAL)
			fail_msg("packed, %s was taken", spoilt[i].text);
		gp_buf_free(&plain);
	}
}

/* Texts of the file as a whole, one for another of the same length. */
static void
tables_that_lie(void **state)
{
	static const struct {
		bool packed;
		const char *old, *new;
	} rows[] = {
		{ false, "xref\n0 8", "xref\n0 9" },
		{ false, "xref\n0 8", "xref\n1 8" },
		{ false, "xref\n0 8", "xref\n0 0" },
		{ false, "00000 n", "00001 n" },
		{ false, "00000 n", "00000 x" },
		{ false, "0000000015 0", "9999999999 0" },
		{ false, "0000000015 0", "0000000016 0" },
		{ false, "/Size 8", "/Prev 8" },
		{ false, "trailer", "TRAILER" },
		{ false, "%PDF-1.5", "%PDF-2.0" },
		{ false, "startxref", "startxxxx" },
		{ true, "/W [1 2 2]", "/W [2 1 2]" },
		{ true, "/W [1 2 2]", "/W [1 2 9]" },
		{ true, "/W [1 2 2]", "/W [1 2  ]" },
		{ true, "/Size 10", "/Size 99" },
		{ true, "/Size 10", "/Size  0" },
		{ true, "/Type /XRef", "/Type /YRef" },
		{ true, "/ObjStm", "/ObjStn" },
		{ true, "/N 6", "/N 7" },
		{ true, "/N 6", "/N 5" },
		{ true, "/First 3", "/First 9" },
		{ true, "stream\n1 0 ", "stream\n9 0 " },
		{ true, "stream\n1 0 ", "stream\n2 0 " },
		{ true, "stream\n1 0 ", "stream\nx 0 " },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_buf plain = { .max = 0 };
		struct gp_str old = gp_str(rows[i].old);
		enum gp_code code;
		size_t at;

		if (rows[i].packed)
			onepage_packed(&plain, onepage_objects,
			               ONEPAGE_OBJECTS);
		else
			onepage_file(&plain, onepage_objects, ONEPAGE_OBJECTS);
		at = gp_str_find(gp_buf_view(&plain), old, 0);
		assert_true(at < plain.len);
		memcpy(plain.data + at, rows[i].new, strlen(rows[i].new));
		if (passes(&plain, &code) || code != GP_INTERNAL)
			fail_msg("%s was taken", rows[i].new);
		gp_buf_free(&plain);
	}
}

/* Cut anywhere a file is an error; with any byte another one it is an error
   or still a sound file. */
static void
cut_and_changed(void **state)
{
	static const char others[] = { '\0', '(', '<', '9', '>', ' ' };
	bool packed = *state != NULL;
	struct gp_buf plain = { .max = 0 };
	enum gp_code code;
	size_t n, i;

	if (packed)
		onepage_packed(&plain, onepage_objects, ONEPAGE_OBJECTS);
	else
		onepage_file(&plain, onepage_objects, ONEPAGE_OBJECTS);
	n = plain.len;
	for (i = 0; i < n; i++) {
		size_t k = i % sizeof others;
		char was = plain.data[i];

		plain.data[i] = others[k];
		(void)passes(&plain, &code);
		plain.data[i] = was;
	}
	for (plain.len = 0; plain.len < n - strlen("\n%%EOF\n") - 1;
	     plain.len++)
		assert_false(passes(&plain, &code));
	gp_buf_free(&plain);
}

/* What inflates to more than any page or picture holds. */
static void
a_stream_too_large(void **state)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(1);
	size_t size = GP_MAX_PDF_STREAM + 1, room = GP_MIB * 2;
	char *zeros = calloc(size, 1), *small = malloc(room);
	struct gp_arena *arena = gp_arena_new(ARENA);
	struct gp_reader r;
	struct gp_err e = { 0 };
	struct gp_str bytes;

	(void)state;
	assert_true(zeros && small);
	room = libdeflate_zlib_compress(c, zeros, size, small, room);
	assert_true(room > 0);
	gp_reader_open(&r, arena, GP_STR("no PDF"));
	assert_false(gp_reader_ok(&r, &e));
	r.fault = NULL;
	bytes = gp_reader_decode(&r, GP_STR("<</Filter/FlateDecode>>"),
	                         (struct gp_str){ small, room });
	assert_null(bytes.p);
	e = (struct gp_err){ 0 };
	assert_false(gp_reader_ok(&r, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_reader_close(&r);
	gp_arena_free(arena);
	libdeflate_free_compressor(c);
	free(zeros);
	free(small);
}

/* ---- writing ---- */

static void
expect(struct gp_buf *b, const char *wanted)
{
	assert_string_equal(b->data, wanted);
	gp_buf_clear(b);
}

static void
written_values(void **state)
{
	struct gp_buf b = { .max = 0 };

	(void)state;
	gp_put_int(&b, "/N ", 0);
	expect(&b, "/N 0");
	gp_put_int(&b, "", LLONG_MIN);
	expect(&b, "-9223372036854775808");
	gp_put_ref(&b, "/P ", UINT32_MAX);
	expect(&b, "/P 4294967295 0 R");
	gp_put_length(&b, "[", 12 * GP_PT + GP_PT / 2);
	expect(&b, "[12.5");
	gp_put_length(&b, "", 7 * GP_PT + GP_PT / 20);
	expect(&b, "7.05");
	gp_put_length(&b, "", -1);
	expect(&b, "0");
	gp_put_bytes(&b, "/S", GP_STR("a(b)\\\r\xE9"));
	expect(&b, "/S(a\\(b\\)\\\\\\r\xE9)");
	gp_put_text(&b, "", GP_STR("plain (1)"));
	expect(&b, "(plain \\(1\\))");
	gp_put_text(&b, "", GP_STR("\xC3\xA9\n\xF0\x9F\x8E\x89\xFF"));
	expect(&b, "<FEFF00E90020D83CDF89FFFD>");
	gp_put_goal(&b, "/Dest", 3, 100 * GP_PT, 40 * GP_PT);
	expect(&b, "/Dest[3 0 R/XYZ null 60 null]");
	gp_buf_free(&b);
}

/* More objects than one stream takes, each an array of its number, and one
   with a stream, whose number this gives. */
static uint32_t
write_many(struct gp_arena *arena, struct gp_buf *out)
{
	struct gp_objects o;
	struct gp_err e = { 0 };
	uint32_t first, stream, i;

	gp_objects_open(&o, arena, out);
	first = gp_obj_new(&o, MANY);
	for (i = 0; i < MANY; i++) {
		gp_put_int(gp_obj_begin(&o, first + i), "[", first + i);
		gp_buf_putc(&o.bodies, ']');
		gp_obj_end(&o);
	}
	stream = gp_obj_new(&o, 1);
	gp_obj_deflated(&o, stream, GP_STR("/A 1"), GP_STR("some bytes"));
	assert_true(gp_objects_finish(&o, first, first + 1, &e));
	gp_objects_close(&o);
	return stream;
}

static void
written_objects(void **state)
{
	struct gp_arena *arena = gp_arena_new(ARENA);
	struct gp_buf out = { .max = 0 };
	struct gp_reader r;
	struct gp_err e = { 0 };
	struct gp_str dict, bytes;
	uint32_t stream, i;

	(void)state;
	stream = write_many(arena, &out);
	gp_reader_open(&r, arena, gp_buf_view(&out));
	for (i = 1; i <= MANY; i++) {
		char wanted[16];

		(void)snprintf(wanted, sizeof wanted, "[%u]", i);
		assert_true(gp_str_eq(gp_reader_object(&r, i), gp_str(wanted)));
	}
	bytes = gp_reader_stream(&r, stream, &dict);
	assert_true(gp_str_eq(gp_tokens_key(dict, "/A"), GP_STR("1")));
	bytes = gp_reader_decode(&r, dict, bytes);
	assert_true(gp_str_eq(bytes, GP_STR("some bytes")));
	assert_true(gp_reader_ok(&r, &e));
	(void)gp_reader_object(&r, 0);
	assert_false(gp_reader_ok(&r, &e));
	gp_reader_close(&r);
	gp_buf_free(&out);
	gp_arena_free(arena);
}

int
main(void)
{
	static int packed = 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_shapes_pass),
		cmocka_unit_test(what_is_spoilt_is_an_error),
		cmocka_unit_test(tables_that_lie),
		cmocka_unit_test(cut_and_changed),
		cmocka_unit_test_prestate(cut_and_changed, &packed),
		cmocka_unit_test(a_stream_too_large),
		cmocka_unit_test(written_values),
		cmocka_unit_test(written_objects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
