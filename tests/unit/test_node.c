/* The tree: the content model for every pair of kinds, the order of a walk,
   words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "model/node.h"
#include "model/node_words.h"
#include "model/walk.h"

static const struct gp_span nowhere = { 0, 0 };

/* The content model once more, in words, so that a slip in kinds.def does
   not agree with itself. */
struct model_row {
	enum gp_kind kind;
	const char *name, *holds;
};

#define BLOCKS \
	" paragraph heading list term-list block-quote table figure exhibit code-block rule "
#define INLINES                                                               \
	" text emphasis strong link abbreviation code superscript subscript " \
	"deleted inserted ruby line-break "

static const struct model_row model[] = {
	{ GP_BODY, "body", BLOCKS },
	{ GP_PARAGRAPH, "paragraph", INLINES },
	{ GP_HEADING, "heading", INLINES },
	{ GP_LIST, "list", " list-item " },
	{ GP_ITEM, "list-item", BLOCKS },
	{ GP_TERMS, "term-list", " term description " },
	{ GP_TERM, "term", INLINES },
	{ GP_MEANING, "description", BLOCKS },
	{ GP_QUOTE, "block-quote", BLOCKS },
	{ GP_TABLE, "table", " row caption " },
	{ GP_ROW, "row", " cell " },
	{ GP_CELL, "cell", INLINES },
	{ GP_FIGURE, "figure", " caption " },
	{ GP_CAPTION, "caption", INLINES },
	{ GP_EXHIBIT, "exhibit", BLOCKS " caption " },
	{ GP_CODE_BLOCK, "code-block", INLINES },
	{ GP_RULE, "rule", "" },
	{ GP_TEXT, "text", "" },
	{ GP_EMPHASIS, "emphasis", INLINES },
	{ GP_STRONG, "strong", INLINES },
	{ GP_LINK, "link", INLINES },
	{ GP_ABBREVIATION, "abbreviation", INLINES },
	{ GP_CODE, "code", INLINES },
	{ GP_SUPERSCRIPT, "superscript", INLINES },
	{ GP_SUBSCRIPT, "subscript", INLINES },
	{ GP_DELETED, "deleted", INLINES },
	{ GP_INSERTED, "inserted", INLINES },
	{ GP_RUBY, "ruby", INLINES " reading " },
	{ GP_READING, "reading", INLINES },
	{ GP_BREAK, "line-break", "" },
};

static bool
listed(const char *list, const char *name)
{
	char word[32];

	(void)snprintf(word, sizeof word, " %s ", name);
	return strstr(list, word) != NULL;
}

static void
every_pair(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	size_t i, k;

	(void)state;
	assert_int_equal(sizeof model / sizeof *model, GP_KIND_COUNT);
	for (i = 0; i < GP_KIND_COUNT; i++)
		for (k = 0; k < GP_KIND_COUNT; k++) {
			const struct model_row *out = &model[i],
					       *in = &model[k];
			struct gp_node *parent =
				gp_node_new(a, out->kind, nowhere);
			struct gp_node *child =
				gp_node_new(a, in->kind, nowhere);
			bool may = listed(out->holds, in->name);

			assert_string_equal(gp_kind_name(out->kind), out->name);
			if (gp_kind_holds(out->kind, in->kind) != may ||
			    gp_node_append(parent, child) != may)
				fail_msg("%s in %s", in->name, out->name);
			assert_ptr_equal(parent->first, may ? child : NULL);
			assert_ptr_equal(parent->last, may ? child : NULL);
			assert_ptr_equal(child->parent, may ? parent : NULL);
		}
	gp_arena_free(a);
}

/* ---- what a kind carries ---- */

/* Every accessor on a node of every kind: it answers for its own, and for all
   others, whatever they carry, as for no node at all. */
static void
another_kind_carries_nothing(void **state)
{
	struct gp_node n, full;
	size_t kind;

	(void)state;
	memset(&full, 0x7F, sizeof full);
	for (kind = 0; kind < GP_KIND_COUNT; kind++) {
		n = full;
		n.kind = (enum gp_kind)kind;
#define CARRIES(name, own)                   \
	assert_ptr_equal(gp_node_##name(&n), \
	                 n.kind == (own) ? &n.as.name : gp_node_##name(NULL))
		CARRIES(paragraph, GP_PARAGRAPH);
		CARRIES(heading, GP_HEADING);
		CARRIES(list, GP_LIST);
		CARRIES(cell, GP_CELL);
		CARRIES(figure, GP_FIGURE);
		CARRIES(link, GP_LINK);
		CARRIES(abbreviation, GP_ABBREVIATION);
#undef CARRIES
		assert_int_equal(gp_node_text(&n).n != 0, kind == GP_TEXT);
		assert_int_equal(gp_node_label(&n).n != 0,
		                 kind == GP_HEADING || kind == GP_ITEM);
	}
}

static void
nothing_is_empty(void **state)
{
	(void)state;
	assert_int_equal(gp_node_text(NULL).n, 0);
	assert_int_equal(gp_node_label(NULL).n, 0);
	assert_int_equal(gp_node_paragraph(NULL)->run_in, 0);
	assert_int_equal(gp_node_heading(NULL)->level, 0);
	assert_false(gp_node_list(NULL)->ordered);
	assert_false(gp_node_cell(NULL)->header);
	assert_int_equal(gp_node_figure(NULL)->alt.n, 0);
	assert_int_equal(gp_node_link(NULL)->target.n, 0);
	assert_int_equal(gp_node_abbreviation(NULL)->expansion.n, 0);
}

/* Packs hold them by the hundred thousand. */
static void
a_node_is_small(void **state)
{
	(void)state;
	assert_true(sizeof(struct gp_node) <= 168);
}

/* True for a string of its own with the same bytes. */
static bool
is_copy(struct gp_str copy, struct gp_str of)
{
	return copy.p != of.p && gp_str_eq(copy, of);
}

static void
a_copy_owns_its_strings(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_node *body = gp_node_new(a, GP_BODY, nowhere), *n, *copy;
	const struct gp_node_figure *was, *is;

	(void)state;
	n = gp_node_new(a, GP_FIGURE, (struct gp_span){ 3, 4 });
	assert_true(gp_node_append(body, n));
	assert_true(gp_node_append(n, gp_node_new(a, GP_CAPTION, nowhere)));
	n->lang = GP_STR("fr");
	n->path = GP_STR("/p[1]");
	n->as.figure = (struct gp_node_figure){ GP_STR("a.png"),
		                                GP_STR("https://a.org/a.png"),
		                                GP_STR("A"),
		                                GP_STR("https://a.org/") };
	copy = gp_node_copy(a, n);
	was = gp_node_figure(n);
	is = gp_node_figure(copy);
	assert_int_equal(copy->at.last, 4);
	assert_null(copy->parent);
	assert_null(copy->first);
	assert_true(is_copy(copy->lang, n->lang));
	assert_true(is_copy(copy->path, n->path));
	assert_true(is_copy(is->image, was->image));
	assert_true(is_copy(is->origin, was->origin));
	assert_true(is_copy(is->alt, was->alt));
	assert_true(is_copy(is->link, was->link));
	gp_arena_free(a);
}

/* Each kind that carries a string: text, label, start, target, expansion. */
static void
a_copy_of_each_kind(void **state)
{
	static const enum gp_kind kinds[] = { GP_TEXT, GP_ITEM, GP_LINK,
		                              GP_ABBREVIATION };
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_node *n, *copy;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		n = gp_node_new(a, kinds[i], nowhere);
		/* They carry one string and nothing else. */
		n->as.text = GP_STR("words");
		copy = gp_node_copy(a, n);
		assert_true(is_copy(copy->as.text, n->as.text));
	}
	n = gp_node_new(a, GP_HEADING, nowhere);
	n->as.heading = (struct gp_node_heading){ 3, GP_STR("1)") };
	copy = gp_node_copy(a, n);
	assert_int_equal(gp_node_heading(copy)->level, 3);
	assert_true(is_copy(gp_node_label(copy), gp_node_label(n)));
	n = gp_node_new(a, GP_LIST, nowhere);
	n->as.list =
		(struct gp_node_list){ .ordered = true, .start = GP_STR("4.") };
	copy = gp_node_copy(a, n);
	assert_true(gp_node_list(copy)->ordered);
	assert_true(is_copy(copy->as.list.start, n->as.list.start));
	gp_arena_free(a);
}

/* ---- the tree ---- */

static void
groups(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < GP_KIND_COUNT; i++) {
		enum gp_group g = gp_kind_group(model[i].kind);

		assert_int_equal(g == GP_IS_BLOCK,
		                 listed(BLOCKS, model[i].name));
		assert_int_equal(g == GP_IS_INLINE,
		                 listed(INLINES, model[i].name));
		/* One bit, so that a kind is of one group. */
		assert_true(g != 0 && (g & (g - 1)) == 0);
	}
}

static void
links_of_siblings(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_node *body = gp_node_new(a, GP_BODY, nowhere);
	struct gp_node *n[3];
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		n[i] = gp_node_new(a, GP_PARAGRAPH, nowhere);
		assert_true(gp_node_append(body, n[i]));
	}
	assert_ptr_equal(body->first, n[0]);
	assert_ptr_equal(body->last, n[2]);
	for (i = 0; i < 3; i++) {
		assert_ptr_equal(n[i]->prev, i > 0 ? n[i - 1] : NULL);
		assert_ptr_equal(n[i]->next, i < 2 ? n[i + 1] : NULL);
	}
	gp_arena_free(a);
}

static void
null_is_nothing(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_arena *full = gp_arena_new(8);
	struct gp_node *body = gp_node_new(a, GP_BODY, nowhere);
	struct gp_walk w = gp_walk_from(NULL);

	(void)state;
	assert_null(gp_node_new(full, GP_BODY, nowhere));
	assert_null(gp_node_new_text(full, GP_STR("x"), nowhere));
	assert_false(gp_node_append(body, NULL));
	assert_false(gp_node_append(NULL, body));
	assert_false(gp_node_append(NULL, NULL));
	assert_null(body->first);
	assert_false(gp_walk_next(&w));
	assert_false(gp_walk_next(&w));
	gp_arena_free(a);
	gp_arena_free(full);
}

/* body( quote( p1(t1) p2() ) rule p3(em(t3) br) ) */
static struct gp_node *
sample(struct gp_arena *a)
{
	struct gp_node *body = gp_node_new(a, GP_BODY, nowhere);
	struct gp_node *quote = gp_node_new(a, GP_QUOTE, nowhere);
	struct gp_node *p1 = gp_node_new(a, GP_PARAGRAPH, nowhere);
	struct gp_node *p2 = gp_node_new(a, GP_PARAGRAPH, nowhere);
	struct gp_node *p3 = gp_node_new(a, GP_PARAGRAPH, nowhere);
	struct gp_node *em = gp_node_new(a, GP_EMPHASIS, nowhere);

	assert_true(gp_node_append(
		p1, gp_node_new_text(a, GP_STR("one two"), nowhere)));
	assert_true(gp_node_append(quote, p1));
	assert_true(gp_node_append(quote, p2));
	assert_true(gp_node_append(body, quote));
	assert_true(gp_node_append(body, gp_node_new(a, GP_RULE, nowhere)));
	assert_true(gp_node_append(
		em, gp_node_new_text(a, GP_STR("three"), nowhere)));
	assert_true(gp_node_append(p3, em));
	assert_true(gp_node_append(p3, gp_node_new(a, GP_BREAK, nowhere)));
	assert_true(gp_node_append(
		p3, gp_node_new_text(a, GP_STR("four"), nowhere)));
	assert_true(gp_node_append(body, p3));
	return body;
}

/* The walk in writing: "+name" on the way down, "-name" on the way up. */
static void
walk_is(const struct gp_node *root, enum gp_kind skip, const char *want)
{
	struct gp_walk w = gp_walk_from(root);
	struct gp_buf got = { 0 };

	while (gp_walk_next(&w)) {
		gp_buf_printf(&got, "%c%s ", w.event == GP_ENTER ? '+' : '-',
		              gp_kind_name(w.node->kind));
		if (w.event == GP_ENTER && w.node->kind == skip)
			gp_walk_skip(&w);
	}
	assert_false(gp_walk_next(&w));
	assert_string_equal(gp_buf_view(&got).p, want);
	gp_buf_free(&got);
}

static void
order_of_a_walk(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	const struct gp_node *body = sample(a);

	(void)state;
	walk_is(body, GP_KIND_COUNT,
	        "+body +block-quote +paragraph +text -text -paragraph "
	        "+paragraph -paragraph -block-quote +rule -rule "
	        "+paragraph +emphasis +text -text -emphasis "
	        "+line-break -line-break +text -text -paragraph -body ");
	/* A subtree: its siblings are not part of it. */
	walk_is(body->first, GP_KIND_COUNT,
	        "+block-quote +paragraph +text -text -paragraph "
	        "+paragraph -paragraph -block-quote ");
	walk_is(body->first->next, GP_KIND_COUNT, "+rule -rule ");
	gp_arena_free(a);
}

/* A skipped node is left like any other: a writer closes what it opened. */
static void
skipping(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	const struct gp_node *body = sample(a);

	(void)state;
	walk_is(body, GP_QUOTE,
	        "+body +block-quote -block-quote +rule -rule "
	        "+paragraph +emphasis +text -text -emphasis "
	        "+line-break -line-break +text -text -paragraph -body ");
	walk_is(body, GP_BODY, "+body -body ");
	walk_is(body, GP_RULE,
	        "+body +block-quote +paragraph +text -text -paragraph "
	        "+paragraph -paragraph -block-quote +rule -rule "
	        "+paragraph +emphasis +text -text -emphasis "
	        "+line-break -line-break +text -text -paragraph -body ");
	gp_arena_free(a);
}

static void
a_deep_tree_needs_no_stack(void **state)
{
	struct gp_arena *a = gp_arena_new((size_t)512 << 20);
	struct gp_node *root = gp_node_new(a, GP_QUOTE, nowhere);
	struct gp_node *n = root, *child;
	struct gp_walk w;
	size_t i, events = 0;

	(void)state;
	for (i = 1; i < 200000; i++) {
		child = gp_node_new(a, GP_QUOTE, nowhere);
		assert_true(gp_node_append(n, child));
		n = child;
	}
	for (w = gp_walk_from(root); gp_walk_next(&w);)
		events++;
	assert_int_equal(events, 400000);
	gp_arena_free(a);
}

static void
words_are(const struct gp_node *n, const char *want)
{
	struct gp_buf b = { 0 };

	gp_node_words(n, &b);
	assert_string_equal(gp_buf_view(&b).p, want);
	gp_buf_free(&b);
}

/* Words of two blocks must not run together. */
static void
words(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	const struct gp_node *body = sample(a);
	struct gp_buf b = { 0 };

	(void)state;
	words_are(body->last, "three four");
	words_are(body->first, "one two");
	words_are(body, "one two three four");
	words_are(body->first->next, "");
	gp_buf_puts(&b, "before:");
	gp_node_words(body->last, &b);
	assert_string_equal(b.data, "before:three four");
	gp_buf_free(&b);
	gp_arena_free(a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pair),
		cmocka_unit_test(groups),
		cmocka_unit_test(another_kind_carries_nothing),
		cmocka_unit_test(nothing_is_empty),
		cmocka_unit_test(a_node_is_small),
		cmocka_unit_test(a_copy_owns_its_strings),
		cmocka_unit_test(a_copy_of_each_kind),
		cmocka_unit_test(links_of_siblings),
		cmocka_unit_test(null_is_nothing),
		cmocka_unit_test(order_of_a_walk),
		cmocka_unit_test(skipping),
		cmocka_unit_test(a_deep_tree_needs_no_stack),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
