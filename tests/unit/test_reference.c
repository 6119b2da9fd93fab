/* References: signs against bits that were written down by hand, what people
   type for them, and that nothing of a pack changes without its reference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fixture.h"
#include "model/walk.h"
#include "pack/names/reference.h"

/* ---- signs ---- */

static void
signs_of_bits(void **state)
{
	/* 00000 00001 00010 and so on to 01111 */
	unsigned char digest[GP_SHA256_SIZE] = { 0x00, 0x44, 0x32, 0x14, 0xc7,
		                                 0x42, 0x54, 0xb6, 0x35, 0xcf };
	char text[GP_REFERENCE_TEXT];

	(void)state;
	gp_reference_text(digest, text);
	assert_string_equal(text, "0123-4567-89AB-CDEF");
	memset(digest, 0xff, sizeof digest);
	gp_reference_text(digest, text);
	assert_string_equal(text, "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
}

static void
reads(const char *typed, const char *reference)
{
	char text[GP_REFERENCE_TEXT];

	assert_int_equal(gp_reference_read(gp_str(typed), text),
	                 reference[0] != '\0');
	assert_string_equal(text, reference);
}

static void
signs_as_typed(void **state)
{
	(void)state;
	reads("0123-4567-89AB-CDEF", "0123-4567-89AB-CDEF");
	reads(" o123 4567 89ab cdef\n", "0123-4567-89AB-CDEF");
	reads("OI23456789abCDeF", "0123-4567-89AB-CDEF");
	reads("0L-23-45-67-89-AB-CD-EF", "0123-4567-89AB-CDEF");
	reads("0123-4567-89AB-CDE", "");
	reads("0123-4567-89AB-CDEF0", "");
	reads("0123-4567-89AB-CDEU", "");
	reads("0123/4567/89AB/CDEF", "");
	reads("", "");
}

/* ---- what a reference is of ---- */

struct tried {
	struct gp_pack *pack;
	struct gp_style design;
	char text[GP_REFERENCE_TEXT];
};

static void
refer(struct tried *t, char out[GP_REFERENCE_TEXT])
{
	struct gp_err e = { 0 };

	assert_true(gp_pack_reference(t->pack, &t->design, out, &e));
}

static void
setup(struct tried *t)
{
	t->pack = fixture_pack();
	t->design = *fixture_job(t->pack).design;
	refer(t, t->text);
}

/* Another one than at first; what was changed is put back by the caller. */
static void
differs(struct tried *t)
{
	char now[GP_REFERENCE_TEXT];

	refer(t, now);
	assert_string_not_equal(now, t->text);
}

static void
is_same(struct tried *t)
{
	char now[GP_REFERENCE_TEXT];

	refer(t, now);
	assert_string_equal(now, t->text);
}

static void
change_text(struct tried *t, struct gp_str *field)
{
	struct gp_str was = *field;

	*field = GP_STR("Something that stood nowhere");
	differs(t);
	*field = was;
	is_same(t);
}

static void
of_the_head(void **state)
{
	struct tried t;
	struct gp_pack_info *info;

	(void)state;
	setup(&t);
	info = &t.pack->info;
	change_text(&t, &info->title);
	change_text(&t, &info->subtitle);
	change_text(&t, &info->marking);
	change_text(&t, &info->handling);
	change_text(&t, &info->rights);
	change_text(&t, &info->contact);
	change_text(&t, &info->lang);
	change_text(&t, &info->issue.title);
	change_text(&t, &t.pack->sections[0]);
	info->issue.edition++;
	differs(&t);
	info->issue.edition--;
	info->date.day++;
	differs(&t);
	info->date.day--;
	is_same(&t);
	gp_pack_free(t.pack);
}

/* Every text of every tree, and every picture by its bytes. */
static void
of_each_word(void **state)
{
	struct tried t;
	size_t i, n = 0;

	(void)state;
	setup(&t);
	for (i = 0; i < t.pack->n_entries; i++) {
		struct gp_doc *doc =
			(struct gp_doc *)(uintptr_t)t.pack->entries[i].doc;
		struct gp_walk w = gp_walk_from(doc->body);

		change_text(&t, &doc->title.text);
		change_text(&t, &doc->standfirst.text);
		change_text(&t, &doc->byline.text);
		change_text(&t, &doc->source.name);
		change_text(&t, &doc->url.text);
		while (gp_walk_next(&w)) {
			if (w.event != GP_ENTER || w.node->kind != GP_TEXT)
				continue;
			change_text(&t, &gp_walk_own(&w, doc->body)->as.text);
			n++;
		}
	}
	assert_true(n > 50);
	gp_pack_free(t.pack);
}

static void
of_the_order(void **state)
{
	struct tried t;
	struct gp_entry first;

	(void)state;
	setup(&t);
	first = t.pack->entries[0];
	t.pack->entries[0] = t.pack->entries[1];
	t.pack->entries[1] = first;
	differs(&t);
	gp_pack_free(t.pack);
}

static void
of_the_pictures(void **state)
{
	struct gp_image image = { .name = GP_STR("a.png"),
		                  .data = GP_STR("dots") };
	struct tried t;
	struct gp_doc *doc;
	struct gp_node *figure;

	(void)state;
	setup(&t);
	doc = (struct gp_doc *)(uintptr_t)t.pack->entries[3].doc;
	figure = fixture_add(doc, doc->body, GP_FIGURE);
	figure->as.figure.image = image.name;
	t.pack->images = &image;
	t.pack->n_images = 1;
	refer(&t, t.text);
	image.data = GP_STR("dits");
	differs(&t);
	image.data = GP_STR("dots");
	image.name = figure->as.figure.image = GP_STR("elsewhere/b.png");
	is_same(&t);
	gp_pack_free(t.pack);
}

static void
of_the_design(void **state)
{
	struct tried t;

	(void)state;
	setup(&t);
	t.design.width++;
	differs(&t);
	t.design.width--;
	t.design.roles[GP_ROLE_COUNT - 1].size++;
	differs(&t);
	t.design.roles[GP_ROLE_COUNT - 1].size--;
	t.design.accent ^= 1;
	differs(&t);
	t.design.accent ^= 1;
	is_same(&t);
	gp_pack_free(t.pack);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_of_bits),
		cmocka_unit_test(signs_as_typed),
		cmocka_unit_test(of_the_head),
		cmocka_unit_test(of_each_word),
		cmocka_unit_test(of_the_order),
		cmocka_unit_test(of_the_pictures),
		cmocka_unit_test(of_the_design),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
