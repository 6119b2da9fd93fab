/* What an EPUB says and carries: accessibility that is true of it, pictures
   once each, the pages of the print, fonts on request, a cover. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <cairo.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "fixture.h"
#include "pictures.h"
#include "model/walk.h"
#include "write/epub/cover.h"
#include "write/paint/png.h"
#include "write/write.h"

struct epub {
	struct gp_pack *pack;
	struct gp_buf bytes;
	zip_t *zip;
	char *text; /* of the entry that was read last */
	size_t size;
};

/* The caller changes e->pack before make(). */
static struct epub
begin(void)
{
	struct epub e = { .pack = fixture_pack() };

	return e;
}

static void
make(struct epub *e)
{
	struct gp_write_job job = fixture_job(e->pack);
	struct gp_err err = { 0 };
	zip_error_t why;
	zip_source_t *source;

	assert_true(gp_pack_date(e->pack, &job.date, &err));
	if (!gp_write_epub.write(&job, &e->bytes, &err))
		fail_msg("%s: %s", err.file, err.msg);
	source = zip_source_buffer_create(e->bytes.data, e->bytes.len, 0, &why);
	e->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	assert_non_null(e->zip);
}

static void
end(struct epub *e)
{
	zip_discard(e->zip);
	gp_buf_free(&e->bytes);
	gp_pack_free(e->pack);
	free(e->text);
}

/* The entry as a string; NULL when there is none. */
static const char *
entry(struct epub *e, const char *name)
{
	zip_stat_t st;
	zip_file_t *f;

	free(e->text);
	e->text = NULL;
	if (zip_stat(e->zip, name, 0, &st) != 0)
		return NULL;
	e->size = (size_t)st.size;
	e->text = calloc(1, e->size + 1);
	f = zip_fopen(e->zip, name, 0);
	assert_non_null(e->text);
	assert_int_equal(zip_fread(f, e->text, st.size), st.size);
	assert_int_equal(zip_fclose(f), 0);
	return e->text;
}

static void
assert_says(struct epub *e, const char *name, const char *words, bool expected)
{
	const char *text = entry(e, name);

	assert_non_null(text);
	if ((strstr(text, words) != NULL) != expected)
		fail_msg("%s %s %s", name, expected ? "lacks" : "says", words);
}

static size_t
count(struct epub *e, const char *name, const char *words)
{
	const char *text = entry(e, name);
	size_t n = 0;

	assert_non_null(text);
	while ((text = strstr(text, words)) != NULL) {
		text += strlen(words);
		n++;
	}
	return n;
}

#define OPF "EPUB/package.opf"
#define FEATURE "schema:accessibilityFeature\">"

/* ---- accessibility ---- */

static void
nothing_is_claimed_that_was_not_given(void **state)
{
	struct epub e = begin();

	(void)state;
	make(&e);
	assert_says(&e, OPF, "conformsTo", false);
	assert_says(&e, OPF, "a11y:", false);
	assert_says(&e, OPF, FEATURE "pageBreakMarkers", true);
	assert_says(&e, OPF, "\"pageBreakSource\">", true);
	assert_says(&e, OPF, "accessMode\">visual", false);
	assert_says(&e, OPF, "accessibilityHazard\">none", true);
	end(&e);
}

static void
what_was_given_is_said(void **state)
{
	struct epub e = begin();
	struct gp_accessibility *a = &e.pack->info.accessibility;

	(void)state;
	a->conforms_to = GP_STR("EPUB Accessibility 1.1 - WCAG 2.2 Level AA");
	a->certified_by = GP_STR("Evaluators");
	a->credential = GP_STR("A credential");
	a->report = GP_STR("https://example.org/report");
	a->summary = GP_STR("Looked at by people.");
	make(&e);
	assert_says(&e, OPF,
	            "<meta property=\"dcterms:conformsTo\" "
	            "id=\"conformance\">EPUB Accessibility 1.1",
	            true);
	assert_says(&e, OPF,
	            "<meta property=\"a11y:certifiedBy\" id=\"certifier\" "
	            "refines=\"#conformance\">Evaluators",
	            true);
	assert_says(&e, OPF, "refines=\"#certifier\">A credential", true);
	assert_says(&e, OPF, "<link rel=\"a11y:certifierReport\"", true);
	assert_says(&e, OPF, ">Looked at by people.<", true);
	end(&e);
}

/* A credential is somebody's. */
static void
a_credential_of_nobody_is_left_out(void **state)
{
	struct epub e = begin();

	(void)state;
	e.pack->info.accessibility.credential = GP_STR("A credential");
	make(&e);
	assert_says(&e, OPF, "A credential", false);
	end(&e);
}

/* ---- pictures ---- */

static struct gp_node *
find_figure(struct gp_pack *pack, const char *target)
{
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		struct gp_walk w = gp_walk_from(pack->entries[i].doc->body);

		while (gp_walk_next(&w))
			if (w.node->kind == GP_FIGURE &&
			    gp_str_eq(gp_node_figure(w.node)->image,
			              gp_str(target)))
				return (struct gp_node *)(uintptr_t)w.node;
	}
	return NULL;
}

static void
pictures_are_carried_under_our_names(void **state)
{
	struct epub e = begin();

	(void)state;
	pictures_add(e.pack);
	assert_non_null(
		find_figure(e.pack, "https://www.example.org/costs.png"));
	make(&e);
	assert_says(&e, OPF,
	            "href=\"images/p001.png\" media-type=\"image/png\"", true);
	assert_int_equal(count(&e, OPF, "href=\"images/p001"), 1);
	assert_non_null(entry(&e, "EPUB/images/p001.png"));
	assert_int_equal(e.size, e.pack->images[0].data.n);
	assert_memory_equal(e.text, e.pack->images[0].data.p, e.size);
	assert_says(&e, "EPUB/text/a001.xhtml", "src=\"../images/p001.png\"",
	            true);
	assert_says(&e, OPF, "accessMode\">visual", true);
	end(&e);
}

static void
words_that_lack_are_not_claimed(void **state)
{
	static const char name[] = "https://www.example.org/costs.png";
	struct epub e = begin();

	(void)state;
	pictures_add(e.pack);
	find_figure(e.pack, name)->as.figure.alt = GP_STR(" ");
	make(&e);
	assert_says(&e, OPF, FEATURE "alternativeText", false);
	assert_says(&e, OPF, "accessModeSufficient\">textual<", false);
	assert_says(&e, OPF, "Some pictures have no description", true);
	assert_says(&e, "EPUB/text/a001.xhtml",
	            "alt=\"Picture without a description\"", true);
	end(&e);
	e = begin();
	pictures_add(e.pack);
	find_figure(e.pack, name)->as.figure.alt = GP_STR("What is seen");
	find_figure(e.pack, "team.jpg")->as.figure.alt = GP_STR("Who is seen");
	make(&e);
	assert_says(&e, OPF, FEATURE "alternativeText", true);
	assert_says(&e, OPF, "accessModeSufficient\">textual<", true);
	end(&e);
}

static void
a_file_that_is_no_picture_stays_out(void **state)
{
	struct epub e = begin();
	struct gp_image *image;

	(void)state;
	pictures_add(e.pack);
	image = (struct gp_image *)(uintptr_t)&e.pack->images[0];
	image->data = GP_STR("<svg onload='alert(1)'/>");
	make(&e);
	assert_null(entry(&e, "EPUB/images/p002.png"));
	assert_says(&e, "EPUB/text/a001.xhtml", "Picture not included", true);
	end(&e);
}

/* ---- pages of the print ---- */

static void
pages_of_the_print_can_be_left_out(void **state)
{
	struct epub e = begin();

	(void)state;
	make(&e);
	assert_int_equal(count(&e, "EPUB/text/a001.xhtml", "id=\"page1\""), 1);
	assert_says(&e, "EPUB/nav.xhtml", "#page1\">1</a>", true);
	assert_says(&e, "EPUB/toc.ncx", "value=\"1\"", true);
	assert_says(&e, "EPUB/contents.xhtml", " · page 1", true);
	end(&e);
	e = begin();
	e.pack->info.page_list = GP_PAGES_NO;
	make(&e);
	assert_says(&e, "EPUB/text/a001.xhtml", "doc-pagebreak", false);
	assert_says(&e, "EPUB/nav.xhtml", "page-list", false);
	assert_says(&e, "EPUB/toc.ncx", "pageList", false);
	assert_says(&e, "EPUB/contents.xhtml", "· page", false);
	assert_says(&e, OPF, "pageBreak", false);
	end(&e);
}

/* ---- fonts ---- */

static void
fonts_come_when_asked_for(void **state)
{
	struct epub e = begin();

	(void)state;
	make(&e);
	assert_says(&e, OPF, "font/ttf", false);
	assert_says(&e, "EPUB/css/epub.css", "@font-face", false);
	end(&e);
	e = begin();
	e.pack->info.embed_fonts = true;
	make(&e);
	assert_says(&e, OPF, "fonts/text-bold-italic.ttf", true);
	assert_says(&e, "EPUB/css/epub.css",
	            "url(\"../fonts/text-regular.ttf\")", true);
	assert_non_null(entry(&e, "EPUB/fonts/text-regular.ttf"));
	assert_in_range(e.size, 1000, 100000);
	assert_says(&e, "EPUB/fonts/text-regular.ttf.txt",
	            "SIL OPEN FONT LICENSE", true);
	end(&e);
}

/* ---- the cover ---- */

static cairo_status_t
read_bytes(void *user, unsigned char *to, unsigned size)
{
	struct gp_str *rest = user;

	if (size > rest->n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, rest->p, size);
	*rest = gp_str_sub(*rest, size, rest->n);
	return CAIRO_STATUS_SUCCESS;
}

static void
the_cover_is_an_image_of_its_size(void **state)
{
	struct epub e = begin();
	struct gp_str png;
	cairo_surface_t *s;
	size_t i;

	(void)state;
	make(&e);
	assert_non_null(entry(&e, "EPUB/images/cover.png"));
	assert_in_range(e.size, 5000, 60000);
	for (i = 0; i + 4 < e.size; i++)
		assert_memory_not_equal(e.text + i, "tIME", 4);
	png = (struct gp_str){ e.text, e.size };
	s = cairo_image_surface_create_from_png_stream(read_bytes, &png);
	assert_int_equal(cairo_surface_status(s), CAIRO_STATUS_SUCCESS);
	assert_int_equal(cairo_image_surface_get_width(s), GP_COVER_WIDTH);
	assert_int_equal(cairo_image_surface_get_height(s), GP_COVER_HEIGHT);
	cairo_surface_destroy(s);
	end(&e);
}

static void
a_long_title_has_room(void **state)
{
	struct epub e = begin();
	struct gp_buf title = { .max = 0 };
	int i;

	(void)state;
	for (i = 0; i < 400; i++)
		gp_buf_puts(&title, "words ");
	e.pack->info.title = gp_arena_buf(e.pack->arena, &title);
	make(&e);
	assert_non_null(entry(&e, "EPUB/images/cover.png"));
	end(&e);
}

/* Each dot of a small image comes back as the nearest of the palette. */
static void
dots_keep_their_colours(void **state)
{
	static const uint32_t dots[2][3] = { { 0xFFFFFF, 0x112233, 0xFFFFFF },
		                             { 0x102030, 0xAAB1B8, 0x800000 } };
	static const uint32_t inks[] = { 0x112233, 0x800000 };
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	cairo_surface_t *s;
	struct gp_png p;
	struct gp_str bytes;
	const uint32_t *row;

	(void)state;
	gp_png_begin(&p, 3, 3);
	gp_png_inks(&p, inks, 2);
	gp_png_row(&p, dots[0]);
	gp_png_row(&p, dots[1]);
	assert_true(gp_png_write(&p, &out, &e));
	gp_png_drop(&p);
	bytes = gp_buf_view(&out);
	s = cairo_image_surface_create_from_png_stream(read_bytes, &bytes);
	assert_int_equal(cairo_surface_status(s), CAIRO_STATUS_SUCCESS);
	row = (const uint32_t *)(const void *)cairo_image_surface_get_data(s);
	assert_int_equal(row[0] & 0xFFFFFF, 0xFFFFFF);
	assert_int_equal(row[1] & 0xFFFFFF, 0x112233);
	row += cairo_image_surface_get_stride(s) / 4;
	assert_int_equal(row[0] & 0xFFFFFF, 0x112233);
	assert_int_equal(row[1] & 0xFFFFFF, 0xB0B5BB);
	assert_int_equal(row[2] & 0xFFFFFF, 0x800000);
	row += cairo_image_surface_get_stride(s) / 4;
	assert_int_equal(row[2] & 0xFFFFFF, 0xFFFFFF);
	cairo_surface_destroy(s);
	gp_buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_claimed_that_was_not_given),
		cmocka_unit_test(what_was_given_is_said),
		cmocka_unit_test(a_credential_of_nobody_is_left_out),
		cmocka_unit_test(pictures_are_carried_under_our_names),
		cmocka_unit_test(words_that_lack_are_not_claimed),
		cmocka_unit_test(a_file_that_is_no_picture_stays_out),
		cmocka_unit_test(pages_of_the_print_can_be_left_out),
		cmocka_unit_test(fonts_come_when_asked_for),
		cmocka_unit_test(the_cover_is_an_image_of_its_size),
		cmocka_unit_test(a_long_title_has_room),
		cmocka_unit_test(dots_keep_their_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
