/* Across articles: passages that stand in several, and the same article
   twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "govpub.h"
#include "pack/across/across.h"
#include "pack/across/differences.h"
#include "normalised.h"

#define MIB ((size_t)1 << 20)

static const char *const five[] = {
	"000_0c16ae413d8b3371.txt", "001_d5d562d321c89f08.txt",
	"002_07f82267a5610872.txt", "003_368da98a028ddaa6.txt",
	"004_530cf93da72ebdb4.txt",
};
enum { FIVE = sizeof five / sizeof five[0] };

static void
read_five(const struct gp_doc *docs[FIVE])
{
	struct gp_err e = { 0 };
	struct gp_bytes b;
	char path[64];
	size_t i;

	for (i = 0; i < FIVE; i++) {
		snprintf(path, sizeof path, "content/%s", five[i]);
		assert_true(gp_read(path, MIB, &b, &e));
		docs[i] = normalised((const char *)b.data);
		gp_bytes_free(&b);
	}
}

static void
is_difference(const struct gp_passage *p, size_t i, const char *here,
              const char *there)
{
	assert_true(i < p->n_differences);
	is_text(p->differences[i].here, here);
	is_text(p->differences[i].there, there);
}

static void
test_five(void **state)
{
	struct gp_arena *a = gp_arena_new(64 * MIB);
	struct gp_err e = { 0 };
	struct gp_across got;
	const struct gp_doc *docs[FIVE];
	size_t i;

	(void)state;
	read_five(docs);
	assert_true(gp_compare(a, (const struct gp_doc *const *)docs, FIVE,
	                       &got, &e));
	assert_int_equal(got.n_same, 0);
	for (i = 0; i < got.n_shared; i++) {
		assert_int_equal(got.shared[i].n, 2);
		assert_int_equal(got.shared[i].passages[0].article, 1);
		assert_int_equal(got.shared[i].passages[1].article, 2);
	}
	assert_int_equal(got.n_shared, 3);
	assert_int_equal(got.shared[0].passages[1].containment, 81);
	assert_int_equal(got.shared[1].passages[1].containment, 100);
	assert_int_equal(got.shared[2].passages[1].containment, 94);
	/* Two paragraphs there are one here. */
	assert_ptr_equal(got.shared[0].passages[1].first->next,
	                 got.shared[0].passages[1].last);
	is_difference(&got.shared[0].passages[1], 0, "program", "programme");
	is_difference(&got.shared[0].passages[1], 1, "", "explained Hancock");
	is_difference(&got.shared[0].passages[1], 2, "GDS",
	              "Government Digital Service");
	assert_int_equal(got.shared[0].passages[1].n_differences, 3);
	assert_int_equal(got.shared[1].passages[1].n_differences, 0);
	is_difference(&got.shared[2].passages[1], 0, "using", "leveraging");
	assert_int_equal(got.shared[2].passages[1].n_differences, 1);
	assert_int_equal(got.starts[0], 0);
	assert_int_equal(got.starts[1], 0);
	assert_int_equal(got.starts[2], 3);
	assert_int_equal(got.starts[5], 6);
	for (i = 0; i < 6; i++) {
		assert_int_equal(got.places[i].shared, i % 3);
		assert_int_equal(got.places[i].passage, i / 3);
	}
	for (i = 0; i < FIVE; i++) {
		assert_int_equal(got.same_of[i], got.n_same);
		gp_doc_free(docs[i]);
	}
	gp_arena_free(a);
}

/* ---- made-up articles ---- */

#define LONG_A                                                              \
	"The library opens at nine and closes at six on every working day " \
	"of the year, said the warden of the reading room on Monday.\n\n"   \
	"Readers who come by train will find the side door shut until the " \
	"works in the yard are done, which may take all of the summer.\n\n"
#define LONG_B                                                              \
	"Nobody had counted the swans on the river before, and nobody had " \
	"asked who owned them, until a bridge had to be mended last year.\n\n"
#define LONG_C                                                             \
	"A new timetable comes into force in May with two more trains an " \
	"hour between the harbour and the airport, the operator has said.\n\n"

struct made {
	struct gp_arena *arena;
	const struct gp_doc *docs[8];
	size_t n;
	struct gp_across got;
};

static void
compare(struct made *m, const char *const *texts, size_t n)
{
	struct gp_err e = { 0 };

	m->arena = gp_arena_new(64 * MIB);
	for (m->n = 0; m->n < n; m->n++)
		m->docs[m->n] = normalised(texts[m->n]);
	assert_true(gp_compare(m->arena, (const struct gp_doc *const *)m->docs,
	                       n, &m->got, &e));
}

static void
end(struct made *m)
{
	while (m->n > 0)
		gp_doc_free(m->docs[--m->n]);
	gp_arena_free(m->arena);
}

static void
test_same_text(void **state)
{
	static const char *const texts[] = {
		"One title\n\n" LONG_A LONG_B,
		"Another\n\n" LONG_C,
		"A third\n\n" LONG_A LONG_B "And a sentence more.\n",
	};
	struct made m;

	(void)state;
	compare(&m, texts, 3);
	assert_int_equal(m.got.n_same, 1);
	assert_int_equal(m.got.same[0].n, 2);
	assert_int_equal(m.got.same[0].articles[0], 0);
	assert_int_equal(m.got.same[0].articles[1], 2);
	assert_int_equal(m.got.same_of[2], 0);
	assert_int_equal(m.got.same_of[1], m.got.n_same);
	/* Said once, not again for each paragraph. */
	assert_int_equal(m.got.n_shared, 0);
	end(&m);
}

/* What one of them says twice is no more of the other for that. */
static void
test_said_twice(void **state)
{
	static const char *const texts[] = {
		"One title\n\n" LONG_A LONG_B LONG_A,
		"Another\n\n" LONG_A LONG_C,
		"A third\n\n" LONG_C LONG_C,
	};
	struct made m;

	(void)state;
	compare(&m, texts, 2);
	assert_int_equal(m.got.n_same, 0);
	assert_int_equal(m.got.n_shared, 2);
	end(&m);
	compare(&m, texts + 1, 2);
	assert_int_equal(m.got.n_same, 0);
	end(&m);
}

static void
test_three_places(void **state)
{
	static const char *const texts[] = {
		"One title\n\n" LONG_A LONG_B,
		"Another\n\n" LONG_B LONG_C LONG_C,
		"A third\n\nThe river has been the talk of the town for a "
		"month, as the council meets to vote on what is to be paid, "
		"by whom, and for how long.\n\n" LONG_B,
	};
	struct made m;
	size_t i;

	(void)state;
	compare(&m, texts, 3);
	assert_int_equal(m.got.n_same, 0);
	assert_int_equal(m.got.n_shared, 1);
	assert_int_equal(m.got.shared[0].n, 3);
	for (i = 0; i < 3; i++) {
		assert_int_equal(m.got.shared[0].passages[i].article, i);
		assert_int_equal(m.got.shared[0].passages[i].containment, 100);
	}
	end(&m);
}

/* A phrase is not a passage. */
static void
test_phrases(void **state)
{
	static const char *const texts[] = {
		"One title\n\nThe prime minister said on Tuesday that the "
		"plan would be put before the house in spring.\n\n" LONG_A,
		"Another\n\nAsked for a comment, the prime minister said on "
		"Tuesday that there would be none today.\n\n" LONG_C,
	};
	struct made m;

	(void)state;
	compare(&m, texts, 2);
	assert_int_equal(m.got.n_same, 0);
	assert_int_equal(m.got.n_shared, 0);
	end(&m);
}

static void
differ(const char *a, const char *b, const char *want)
{
	struct gp_arena *arena = gp_arena_new(MIB);
	struct gp_buf got = { .max = 0 };
	struct gp_passage p = { 0 };
	struct gp_err e = { 0 };
	size_t i;

	assert_true(gp_word_differences(arena, gp_str(a), gp_str(b), &p, &e));
	for (i = 0; i < p.n_differences; i++)
		gp_buf_printf(&got, "%.*s>%.*s;", GP_ARG(p.differences[i].here),
		              GP_ARG(p.differences[i].there));
	is_text(gp_buf_view(&got), want);
	gp_buf_free(&got);
	gp_arena_free(arena);
}

static void
test_differences(void **state)
{
	(void)state;
	differ("", "", "");
	differ("a b c d", "A, b; (c) d!", "");
	differ("a b c d e", "a b x d e", "c>x;");
	differ("a b c d", "a b x c d", ">x;");
	differ("a b x y c d", "a b c d", "x y>;");
	/* What only one of them has at its ends is no difference. */
	differ("so a b c d he said", "a b c d as she told us", "");
	differ("\xc3\x89t\xc3\xa9 a b", "\xc3\xa9T\xc3\x89 A B", "");
	differ("a x c d", "a y c d", "x>y;");
	differ("c d x a", "c d y a", "x>y;");
	differ("p a x c d", "a y c d", "");
	differ("one two", "three four", "");
}

static void
test_empty(void **state)
{
	struct gp_arena *a = gp_arena_new(MIB);
	struct gp_across got;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_compare(a, NULL, 0, &got, &e));
	assert_int_equal(got.n_same + got.n_shared, 0);
	gp_arena_free(a);
}

/* No pairs at all: nothing may be reckoned from their place. */
static void
test_one_alone(void **state)
{
	struct gp_arena *a = gp_arena_new(MIB);
	const struct gp_doc *doc = normalised("A title\n\nA text, whole.\n");
	struct gp_across got;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(
		gp_compare(a, (const struct gp_doc *const *)&doc, 1, &got, &e));
	assert_int_equal(got.n_same + got.n_shared, 0);
	gp_doc_free(doc);
	gp_arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_five),
		cmocka_unit_test(test_same_text),
		cmocka_unit_test(test_said_twice),
		cmocka_unit_test(test_three_places),
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_differences),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_one_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
