/* Content streams: marks given to leaves, artifacts for the rest, and every
   way in which they can disagree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "write/pdf/tags/content_marks.h"

#define MARK "/Span << /MCID 0 >> BDC\n"
#define TEXT "BT\n/f 1 Tf (a) Tj\nET\n"

struct page {
	struct gp_tree tree;
	struct gp_element elements[2];
	struct gp_leaf leaves[3];
};

/* A paragraph, a header, a heading. */
static struct page
page(void)
{
	struct page p = { .elements = { { .tag = GP_TAG_P },
		                        { .tag = GP_TAG_H2 } },
		          .leaves = { { .element = 0 },
		                      { .element = GP_NONE,
		                        .artifact = GP_ARTIFACT_HEADER },
		                      { .element = 1 } } };

	return p;
}

static bool
mark(struct page *p, size_t n, const char *in, struct gp_buf *out,
     uint32_t *marks)
{
	struct gp_err e = { 0 };
	bool ok;

	p->tree.elements = p->elements;
	p->tree.n_elements = 2;
	ok = gp_content_mark(&p->tree, p->leaves, n, gp_str(in), out, marks,
	                     &e);
	assert_int_equal(e.code, ok ? GP_OK : GP_INTERNAL);
	return ok;
}

static void
expect(size_t n, const char *in, const char *wanted, uint32_t wanted_marks)
{
	struct page p = page();
	struct gp_buf out = { .max = 0 };
	uint32_t marks = 99;

	assert_true(mark(&p, n, in, &out, &marks));
	assert_string_equal(out.data, wanted);
	assert_int_equal(marks, wanted_marks);
	gp_buf_free(&out);
}

static void
leaves_get_their_owners(void **state)
{
	(void)state;
	expect(3, MARK TEXT "EMC\n" MARK TEXT "EMC\n" MARK TEXT "EMC\n",
	       "/P << /MCID 0 >> BDC\n" TEXT "EMC\n"
	       "/Artifact << /Type /Pagination /Subtype /Header "
	       "/Attached [ /Top ] >> BDC\n" TEXT "EMC\n"
	       "/H2 << /MCID 1 >> BDC\n" TEXT "EMC\n",
	       2);
}

/* cairo marks no pictures: the next one drawn is the one that is due. */
static void
pictures_are_marked(void **state)
{
	struct page p = page();
	struct gp_buf out = { .max = 0 };
	uint32_t marks = 0;

	(void)state;
	p.leaves[1] = (struct gp_leaf){ .element = 1, .picture = true };
	assert_true(mark(&p, 2,
	                 "0 0 1 1 re f\n" MARK TEXT "EMC\nq\n/x5 Do\nQ\n", &out,
	                 &marks));
	assert_string_equal(out.data,
	                    "/Artifact BMC\n0 0 1 1 re f\nEMC\n"
	                    "/P << /MCID 0 >> BDC\n" TEXT "EMC\n"
	                    "q\n/H2 << /MCID 1 >> BDC\n/x5 Do\nEMC\nQ\n");
	assert_int_equal(marks, 2);
	gp_buf_clear(&out);
	/* Not drawn, or words in its place. */
	assert_false(mark(&p, 2, MARK TEXT "EMC\n", &out, &marks));
	gp_buf_clear(&out);
	assert_false(
		mark(&p, 2, MARK TEXT "EMC\n" MARK TEXT "EMC\n", &out, &marks));
	gp_buf_free(&out);
}

static void
other_paint_is_an_artifact(void **state)
{
	(void)state;
	expect(1, "q 1 0 0 1 0 0 cm\n0 0 1 1 re f\n" MARK TEXT "EMC\nQ\n",
	       "/Artifact BMC\nq 1 0 0 1 0 0 cm\n0 0 1 1 re f\nEMC\n"
	       "/P << /MCID 0 >> BDC\n" TEXT "EMC\nQ\n",
	       1);
}

/* What stands for operators inside strings, names and comments is none. */
static void
tokens(void **state)
{
	static const char odd[] = "(a \\) EMC (nested) BDC) Tj <4546> Tj "
				  "[(f) -3 (Do)] TJ /EMC gs % EMC\n";
	char in[256], wanted[256];

	(void)state;
	(void)snprintf(in, sizeof in, MARK "%sEMC\n", odd);
	(void)snprintf(wanted, sizeof wanted, "/P << /MCID 0 >> BDC\n%sEMC\n",
	               odd);
	expect(1, in, wanted, 1);
}

/* cairo's own spans for text that the font cannot say. */
static void
inner_spans_stay(void **state)
{
	static const char inner[] =
		"BT\n/Span << /ActualText <FEFF0041> >> BDC\n(a) Tj EMC\nET\n";
	char in[256], wanted[256];

	(void)state;
	(void)snprintf(in, sizeof in, MARK "%sEMC\n", inner);
	(void)snprintf(wanted, sizeof wanted, "/P << /MCID 0 >> BDC\n%sEMC\n",
	               inner);
	expect(1, in, wanted, 1);
}

static void
disagreements(void **state)
{
	static const struct {
		size_t leaves;
		const char *in;
	} rows[] = {
		{ 0, MARK TEXT "EMC\n" },              /* too many */
		{ 1, "" },                             /* too few */
		{ 1, MARK TEXT },                      /* no end */
		{ 1, MARK TEXT "EMC\nEMC\n" },         /* one end too many */
		{ 2, MARK MARK TEXT "EMC\nEMC\n" },    /* one in another */
		{ 1, "BT\n" MARK "(a) Tj EMC\nET\n" }, /* in text */
		{ 1, MARK "BT\n(a) Tj EMC\nET\n" },    /* ends in text */
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page p = page();
		struct gp_buf out = { .max = 0 };
		uint32_t marks;

		if (mark(&p, rows[i].leaves, rows[i].in, &out, &marks))
			fail_msg("row %zu was taken", i);
		gp_buf_free(&out);
	}
}

/* A stream that ends anywhere is read to its end and no further. */
static void
cut_streams(void **state)
{
	static const char whole[] =
		"q " MARK "BT (a\\) <41> [(b)] TJ /N gs %c\nET EMC Q";
	char *cut;
	size_t n;

	(void)state;
	for (n = 0; n < sizeof whole; n++) {
		struct page p = page();
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };
		uint32_t marks;

		cut = test_malloc(n ? n : 1);
		memcpy(cut, whole, n);
		p.tree.elements = p.elements;
		(void)gp_content_mark(&p.tree, p.leaves, 1,
		                      (struct gp_str){ cut, n }, &out, &marks,
		                      &e);
		gp_buf_free(&out);
		test_free(cut);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_get_their_owners),
		cmocka_unit_test(pictures_are_marked),
		cmocka_unit_test(other_paint_is_an_artifact),
		cmocka_unit_test(tokens),
		cmocka_unit_test(inner_spans_stay),
		cmocka_unit_test(disagreements),
		cmocka_unit_test(cut_streams),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
