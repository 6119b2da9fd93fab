/*
 * The HTML parser: each page of tests/parse/standard.cases against its tree,
 * and each between two sentences of an article, which must both come through
 * with every word of the page.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "samples.h"

#include "import/html/parse/flat.h"

#define SHELL "<html>\n <head>\n <body>\n"
#define FIRST "Alpha bravo charlie."
#define LAST "Xray yankee zulu."

/* ---- trees as outlines ---- */

static void
put_escaped(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '\n':
			gp_buf_puts(out, "\\n");
			break;
		case '\r':
			gp_buf_puts(out, "\\r");
			break;
		case '\0':
			gp_buf_puts(out, "\\0");
			break;
		case '\\':
			gp_buf_puts(out, "\\\\");
			break;
		default:
			gp_buf_putc(out, s.p[i]);
		}
}

static void
put_attribute(struct gp_buf *out, const struct gp_flat *d,
              const struct gp_flat_attr *a)
{
	gp_buf_putc(out, ' ');
	gp_buf_str(out, gp_flat_name(d, a->name));
	gp_buf_puts(out, "=\"");
	put_escaped(out, (struct gp_str){ a->value, a->size });
	gp_buf_putc(out, '"');
}

static int
by_name(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* In the order of their letters. */
static void
put_attributes(struct gp_buf *out, const struct gp_flat *d, uint32_t i)
{
	struct gp_buf parts[8] = { { .max = 0 } };
	const char *sorted[8];
	size_t n, k;
	const struct gp_flat_attr *a = gp_flat_attributes(d, i, &n);

	assert_true(n <= 8);
	for (k = 0; k < n; k++) {
		put_attribute(&parts[k], d, &a[k]);
		sorted[k] = parts[k].data;
	}
	if (n)
		qsort(sorted, n, sizeof *sorted, by_name);
	for (k = 0; k < n; k++)
		gp_buf_puts(out, sorted[k]);
	for (k = 0; k < n; k++)
		gp_buf_free(&parts[k]);
}

static void
put_element(struct gp_buf *out, const struct gp_flat *d, uint32_t i)
{
	static const char *const kinds[] = { "", "", "svg ", "math " };

	gp_buf_printf(out, "<%s", kinds[d->nodes[i].kind]);
	gp_buf_str(out, gp_flat_name(d, d->nodes[i].name));
	put_attributes(out, d, i);
	gp_buf_puts(out, ">\n");
}

/* Neighbouring texts as one. */
static uint32_t
put_texts(struct gp_buf *out, const struct gp_flat *d, uint32_t i)
{
	gp_buf_putc(out, '"');
	for (;; i = gp_flat_after(d, i)) {
		put_escaped(out, gp_flat_text(d, i));
		if (gp_flat_after(d, i) == GP_FLAT_NONE ||
		    !gp_flat_is_text(d, gp_flat_after(d, i)))
			break;
	}
	gp_buf_puts(out, "\"\n");
	return i;
}

static struct gp_buf
outline(const struct gp_flat *d)
{
	struct gp_buf out = { .max = 0 };
	uint32_t i, up;

	for (i = 0; i < d->n_nodes; i++) {
		for (up = d->nodes[i].parent; up != GP_FLAT_NONE;
		     up = d->nodes[up].parent)
			gp_buf_putc(&out, ' ');
		if (gp_flat_is_text(d, i))
			i = put_texts(&out, d, i);
		else
			put_element(&out, d, i);
	}
	return out;
}

static struct gp_flat *
parsed(struct gp_arena *a, struct gp_str source,
       const struct gp_flat_options *options)
{
	struct gp_err e = { 0 };
	struct gp_flat *d = NULL;

	if (!gp_flat_parse(source, options, a, &d, &e))
		fail_msg("%s", e.msg);
	return d;
}

static void
check_tree(struct gp_arena *a, const struct sample *c)
{
	static const struct gp_flat_options as_templates = { .keep_templates =
		                                                     true };
	struct gp_buf out = outline(parsed(a, c->source, &as_templates));
	struct gp_str got = gp_buf_view(&out);

	if (gp_str_starts(got, GP_STR(SHELL)))
		got = gp_str_sub(got, strlen(SHELL), got.n);
	if (!gp_str_eq(got, c->tree))
		fail_msg("%s:%u: %.*s\ngives\n%.*s", SAMPLES, c->line,
		         GP_ARG(c->source), GP_ARG(got));
	gp_buf_free(&out);
}

static void
trees(void **state)
{
	(void)state;
	samples_each(check_tree);
}

/* ---- no word is lost ---- */

/* How often each byte stands in the texts of a tree. */
struct tally {
	unsigned of[256];
};

static void
count(struct tally *t, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		t->of[(unsigned char)s.p[i]] += !gp_is_space(s.p[i]);
}

/* All texts, and the sentences that are among them. */
static struct tally
read_texts(const struct gp_flat *d, bool *has_first, bool *has_last)
{
	struct tally t = { { 0 } };
	uint32_t i;

	*has_first = *has_last = false;
	for (i = 0; i < d->n_nodes; i++) {
		struct gp_str s = gp_flat_text(d, i);

		count(&t, s);
		*has_first |= gp_str_find(s, GP_STR(FIRST), 0) < s.n;
		*has_last |= gp_str_find(s, GP_STR(LAST), 0) < s.n;
	}
	return t;
}

static void
check_words(struct gp_arena *a, const struct sample *c)
{
	struct gp_str page = gp_arena_printf(a, "<article><p>%s</p>", FIRST);
	struct gp_buf whole = { .max = 0 };
	bool has_first, has_last;
	struct tally alone, inside;
	unsigned i;

	gp_buf_str(&whole, page);
	gp_buf_str(&whole, c->source);
	gp_buf_puts(&whole, "<p>" LAST "</p></article>");
	alone = read_texts(parsed(a, c->source, NULL), &has_first, &has_last);
	inside = read_texts(parsed(a, gp_buf_view(&whole), NULL), &has_first,
	                    &has_last);
	if (!has_first || (!has_last && !c->is_cut))
		fail_msg("%s:%u: a sentence is lost", SAMPLES, c->line);
	count(&alone, GP_STR(FIRST));
	count(&alone, GP_STR(LAST));
	for (i = 0; i < 256 && !c->is_cut; i++)
		if (inside.of[i] < alone.of[i])
			fail_msg("%s:%u: a '%c' is lost", SAMPLES, c->line, i);
	gp_buf_free(&whole);
}

static void
words(void **state)
{
	(void)state;
	samples_each(check_words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
