/* The specimen read back from files made by hand: codes and widths of both
   kinds of font, the strings that cairo may write, and each thing that makes
   the case unlearned.  No painter takes part. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "onepage.h"
#include "write/pdf/type/type_case.h"

enum { OBJECTS = 9, SIGNS = 3, ARENA = 4 << 20, CONTENT = 3, SIMPLE = 6 };

#define SIMPLE_FONT(widths)                                                 \
	"<< /Type /Font /Subtype /TrueType /FirstChar 40 /Widths [ " widths \
	" ] >>"

static const char *const usual[OBJECTS] = {
	"<< /Type /Catalog /Pages 2 0 R >>",
	"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
	"<< /Type /Page /Contents 4 0 R /Resources 6 0 R >>",
	"", /* the content: of each test */
	"0",
	"<< /Font << /f-0-0 7 0 R /f-0-1 8 0 R >> >>",
	SIMPLE_FONT("300 310.25 512"),
	"<< /Type /Font /Subtype /Type0 /DescendantFonts [ 9 0 R ] >>",
	"<< /Type /Font /W [ 0 [ 0 700 ] ] >>",
};

/* What a page shows of the three signs, and what each is then. */
#define FIRST "/Span << /MCID 0 >> BDC BT /f-0-0 1 Tf (\\()Tj ET EMC "
#define SECOND "/Span << /MCID 1 >> BDC BT (\\051)Tj ET EMC "
#define THIRD                                                        \
	"/Span << /MCID 2 >> BDC BT /Span << /ActualText <feff0041>" \
	" >> BDC /f-0-1 1 Tf [<0001>]TJ EMC ET EMC "

struct learned {
	struct gp_arena *arena;
	struct gp_case type;
	struct gp_case_sign signs[SIGNS];
	struct gp_case_sign *rows[SIGNS];
};

/* Whether the case could be learned from these objects and this content. */
static bool
learn(struct learned *l, const char *const *objects, const char *content)
{
	struct gp_buf stream = { .max = 0 }, file = { .max = 0 };
	const char *all[OBJECTS];
	size_t i;
	bool ok;

	memcpy(all, objects, sizeof all);
	gp_buf_printf(&stream, "<< /Length %zu >>\nstream\n%s\nendstream",
	              strlen(content), content);
	all[CONTENT] = stream.data;
	onepage_file(&file, all, OBJECTS);
	*l = (struct learned){ .arena = gp_arena_new(ARENA) };
	assert_non_null(l->arena);
	l->type.arena = l->arena;
	for (i = 0; i < SIGNS; i++)
		l->rows[i] = &l->signs[i];
	l->type.signs = l->rows;
	l->type.n_signs = SIGNS;
	ok = gp_case_learn(&l->type, gp_buf_view(&file));
	gp_arena_free(l->arena);
	gp_buf_free(&stream);
	gp_buf_free(&file);
	return ok;
}

static void
codes_and_widths(void **state)
{
	struct learned l;

	(void)state;
	assert_true(learn(&l, usual, FIRST SECOND THIRD));
	assert_int_equal(l.signs[0].font, 0);
	assert_int_equal(l.signs[0].code, '(');
	assert_int_equal(l.signs[0].width, 300000);
	assert_false(l.signs[0].unread);
	assert_int_equal(l.signs[1].code, ')');
	assert_int_equal(l.signs[1].width, 310250);
	assert_int_equal(l.signs[2].font, 1);
	assert_int_equal(l.signs[2].code, 1);
	assert_int_equal(l.signs[2].width, 700000);
	assert_true(l.signs[2].unread);
}

static void
strings(void **state)
{
	static const struct {
		const char *content;
		uint32_t code; /* of the first sign; 0: it is not learned */
	} rows[] = {
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf <2a>Tj EMC ", '*' },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf [(*)]TJ EMC ", '*' },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf (\\52)Tj EMC ", '*' },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf (**)Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf ()Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf (\\q)Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf (+)Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf <2>Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-1 1 Tf <2a>Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-9-9 1 Tf (*)Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC (*)Tj EMC ", 0 },
		{ "/Span << /MCID 0 >> BDC /f-0-0 1 Tf [(*)2(*)]TJ EMC ", 0 },
	};
	char content[512];
	struct learned l;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		(void)snprintf(content, sizeof content, "%s%s%s",
		               rows[i].content, SECOND, THIRD);
		if (learn(&l, usual, content) != (rows[i].code != 0))
			fail_msg("%s", rows[i].content);
		if (rows[i].code)
			assert_int_equal(l.signs[0].code, rows[i].code);
	}
}

/* As many marks as signs, each with its string, and nothing beside them. */
static void
marks(void **state)
{
	static const char *const wrong[] = {
		"",
		FIRST SECOND,
		FIRST SECOND THIRD THIRD,
		FIRST "/Span << /MCID 1 >> BDC EMC " THIRD,
		FIRST SECOND THIRD "(*)Tj ",
		FIRST SECOND THIRD "EMC ",
		FIRST SECOND THIRD "BDC ",
		FIRST SECOND THIRD "(no end ",
		FIRST "/Span << /ActualText (x) >> BDC " SECOND THIRD "EMC ",
	};
	struct learned l;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (learn(&l, usual, wrong[i]))
			fail_msg("%s", wrong[i]);
}

static void
fonts(void **state)
{
	static const char *const wrong[] = {
		SIMPLE_FONT("300"),
		SIMPLE_FONT("300 310 512 x"),
		SIMPLE_FONT("300 -310 512"),
		SIMPLE_FONT("300 310.2x 512"),
		"<< /Type /Font /Subtype /TrueType /FirstChar 40 >>",
		"<< /Type /Font /Subtype /TrueType /Widths [ 1 2 3 ] >>",
		("<< /Type /Font /Subtype /Type3 /FirstChar 40 "
		 "/Widths [ 1 2 3 ] >>"),
		"<< /Type /Font /Subtype /Type0 /DescendantFonts [ ] >>",
	};
	const char *objects[OBJECTS];
	struct learned l;
	size_t i;

	(void)state;
	memcpy(objects, usual, sizeof objects);
	for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		objects[SIMPLE] = wrong[i];
		if (learn(&l, objects, FIRST SECOND THIRD))
			fail_msg("%s", wrong[i]);
	}
}

/* As cairo embeds faces with outlines of PostScript's. */
static void
other_outlines(void **state)
{
	const char *objects[OBJECTS];
	struct learned l;

	(void)state;
	memcpy(objects, usual, sizeof objects);
	objects[SIMPLE] = "<< /Type /Font /Subtype /Type1 /FirstChar 40 "
			  "/Widths [ 600 601 602 ] >>";
	assert_true(learn(&l, objects, FIRST SECOND THIRD));
	assert_int_equal(l.signs[1].width, 601000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_and_widths),
		cmocka_unit_test(strings),
		cmocka_unit_test(marks),
		cmocka_unit_test(fonts),
		cmocka_unit_test(other_outlines),
	};

	return cmocka_run_group_tests_name("type_codes", tests, NULL, NULL);
}
