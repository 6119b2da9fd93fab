/*
 * The HTML parser's tree as its users meet it: places in the source, views,
 * names, fragments, shadow roots, and what happens at each limit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "import/html/parse/flat.h"

static struct gp_arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = gp_arena_new(256 * GP_MIB);
	return arena ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	gp_arena_free(arena);
	return 0;
}

static struct gp_flat *
parse_as(struct gp_str source, struct gp_flat_options options)
{
	struct gp_err e = { 0 };
	struct gp_flat *d = NULL;

	if (!gp_flat_parse(source, &options, arena, &d, &e))
		fail_msg("%s", e.msg);
	return d;
}

static struct gp_flat *
parse(const char *source)
{
	return parse_as(gp_str(source), (struct gp_flat_options){ 0 });
}

static uint32_t
find(const struct gp_flat *d, enum gp_name name)
{
	uint32_t i = gp_flat_find(d, 0, name);

	assert_int_not_equal(i, GP_FLAT_NONE);
	return i;
}

static void
assert_text(struct gp_str got, const char *wanted)
{
	if (!gp_str_eq(got, gp_str(wanted)))
		fail_msg("'%.*s' is not '%s'", GP_ARG(got), wanted);
}

/* All that is shown, with a bar where a shadow's rest begins. */
static void
assert_all_text(const struct gp_flat *d, const char *wanted)
{
	struct gp_buf b = { .max = 0 };
	uint32_t i;

	for (i = 0; i < d->n_nodes; i++) {
		if (d->nodes[i].is & GP_FLAT_SHADOW)
			gp_buf_putc(&b, '|');
		gp_buf_str(&b, gp_flat_text(d, i));
	}
	assert_text(gp_buf_view(&b), wanted);
	gp_buf_free(&b);
}

/* `piece` and then n times `more`. */
static struct gp_str
many(const char *piece, size_t n, const char *more)
{
	struct gp_buf b = { .max = 0 };

	gp_buf_puts(&b, piece);
	while (n--)
		gp_buf_puts(&b, more);
	return gp_arena_buf(arena, &b);
}

/* ---- places ---- */

static void
lines_and_bytes(void **state)
{
	static const char source[] = "<!DOCTYPE html>\n<body>\n<p\n a=b>\n\n  x"
				     "<b>y</b>\r\n</p>\n<p>&amp;\n<i>z</i>";
	struct gp_flat *d = parse(source);
	uint32_t p = find(d, GP_N_P), b = find(d, GP_N_B), i = find(d, GP_N_I);

	(void)state;
	assert_int_equal(d->nodes[p].line, 3);
	assert_int_equal(d->nodes[p].at, strstr(source, "<p") - source);
	assert_int_equal(d->nodes[p + 1].line, 6);
	assert_int_equal(d->nodes[b].line, 6);
	assert_int_equal(d->nodes[i].line, 9);
	assert_int_equal(d->nodes[i].at, strstr(source, "<i") - source);
	assert_int_equal(d->nodes[0].line, 2);
	assert_true(d->nodes[0].is & GP_FLAT_IMPLIED);
	assert_false(d->nodes[p].is & GP_FLAT_IMPLIED);
}

static void
text_is_a_view(void **state)
{
	static const char source[] = "<p a=\"b c\" d='&lt;'>plain</p>"
				     "<script>if (a<b)\r\n</script>";
	struct gp_flat *d = parse(source);
	uint32_t p = find(d, GP_N_P), script = find(d, GP_N_SCRIPT);
	size_t n;
	const struct gp_flat_attr *a = gp_flat_attributes(d, p, &n);

	(void)state;
	assert_int_equal(n, 2);
	assert_ptr_equal(a[0].value, strstr(source, "b c"));
	assert_text(gp_flat_attr(d, p, a[1].name), "<");
	assert_ptr_equal(gp_flat_text(d, p + 1).p, strstr(source, "plain"));
	assert_ptr_equal(gp_flat_text(d, script + 1).p, strstr(source, "if"));
	assert_text(gp_flat_text(d, script + 1), "if (a<b)\r\n");
	assert_true(d->nodes[script + 1].is & GP_FLAT_RAW);
}

static void
steps(void **state)
{
	struct gp_flat *d = parse("<div>a<p>b<i>c</i></p>d</div>");
	uint32_t div = find(d, GP_N_DIV), p = find(d, GP_N_P);

	(void)state;
	assert_int_equal(gp_flat_first(d, div), div + 1);
	assert_int_equal(gp_flat_after(d, div + 1), p);
	assert_text(gp_flat_text(d, gp_flat_after(d, p)), "d");
	assert_int_equal(gp_flat_after(d, gp_flat_after(d, p)), GP_FLAT_NONE);
	assert_int_equal(gp_flat_before(d, gp_flat_after(d, p)), p);
	assert_int_equal(gp_flat_before(d, p), div + 1);
	assert_int_equal(gp_flat_before(d, div + 1), GP_FLAT_NONE);
	assert_int_equal(gp_flat_first(d, div + 1), GP_FLAT_NONE);
	assert_true(gp_flat_in(d, p + 1, div) && !gp_flat_in(d, div, p));
	assert_int_equal(gp_flat_find(d, p, GP_N_DIV), GP_FLAT_NONE);
	assert_int_equal(gp_flat_skip(d, p), gp_flat_after(d, p));
}

static void
names(void **state)
{
	struct gp_flat *d = parse("<x-One HREF=1 data-Z=2>a</x-one><x-two>b");
	uint32_t one = gp_flat_first(d, find(d, GP_N_BODY));
	uint32_t two = gp_flat_after(d, one);

	(void)state;
	assert_text(gp_flat_name(d, d->nodes[one].name), "x-one");
	assert_text(gp_flat_name(d, d->nodes[two].name), "x-two");
	assert_text(gp_flat_name(d, GP_N_HREF), "href");
	assert_text(gp_flat_name(d, GP_N_NONE), "");
	assert_text(gp_flat_attr(d, one, GP_N_HREF), "1");
	assert_true(gp_flat_has_attr(d, one, GP_N_HREF));
	assert_false(gp_flat_has_attr(d, two, GP_N_HREF));
	assert_text(gp_flat_attr(d, two, GP_N_HREF), "");
	assert_false(gp_flat_has_attr(d, one + 1, GP_N_HREF));
}

static void
fragments(void **state)
{
	struct gp_flat *d =
		parse_as(GP_STR("a<p>b</p><td>c</td><body><tr>d"),
	                 (struct gp_flat_options){ .is_fragment = true });

	(void)state;
	assert_int_equal(gp_flat_find(d, 0, GP_N_BODY), GP_FLAT_NONE);
	assert_int_equal(gp_flat_find(d, 0, GP_N_TD), GP_FLAT_NONE);
	assert_all_text(d, "abcd");
}

/* ---- shadow roots ---- */

static void
shadows(void **state)
{
	(void)state;
	assert_all_text(parse("<div><template shadowrootmode=open>a<slot "
	                      "name=x>d</slot>b<slot>e</slot>c</template>"
	                      "<i slot=x>1</i>2<b>3</b><u slot=y>4</u></div>"),
	                "a1b23c|de4");
	/* What nobody brings, the slot has itself. */
	assert_all_text(parse("<p><template shadowrootmode=CLOSED>a<slot>b"
	                      "</slot></template></p>"),
	                "ab|");
	/* Only the first, only in some elements, only with a mode. */
	assert_all_text(parse("<div><template shadowrootmode=open>a</template>"
	                      "<template shadowrootmode=open>b</template>"
	                      "</div>"),
	                "a|b");
	assert_all_text(parse("<ul><template shadowrootmode=open>a</template>"
	                      "b</ul>"),
	                "ab");
	assert_all_text(parse("<div><template shadowrootmode=x>a</template>b"
	                      "</div>"),
	                "ab");
	assert_all_text(parse("<x-y><template shadowrootmode=open>a<slot>"
	                      "</slot></template>b</x-y>"),
	                "ab|");
}

static void
shadows_in_shadows(void **state)
{
	(void)state;
	/* The outer slot is what the inner one takes. */
	assert_all_text(
		parse("<div><template shadowrootmode=open>a<p><template "
	              "shadowrootmode=open>b<slot name=in>c</slot>d</template>"
	              "<slot name=out slot=in>e</slot></p>f</template>"
	              "<i slot=out>1</i></div>"),
		"ab1d|cf|e");
	assert_all_text(
		parse_as(GP_STR("<div><template shadowrootmode=open>a"
	                        "</template>b</div>"),
	                 (struct gp_flat_options){ .keep_templates = true }),
		"ab");
}

/* ---- streamed parts ---- */

static void
streamed_parts(void **state)
{
	(void)state;
	assert_all_text(parse("<main>a<template id=B:0></template>c</main>d"
	                      "<div hidden id=S:0><p>b</p></div>e"),
	                "abcde");
	/* A place within a part, and the part before its place. */
	assert_all_text(parse("<div hidden id=S:1>b</div>"
	                      "<p>a<template id=B:0></template>"
	                      "<div hidden id=S:0><i><template id=P:1>"
	                      "</template></i>c</div>"),
	                "abc");
	/* What is shown until then, up to its end, or to what holds the part.
	 */
	assert_all_text(parse("<div hidden id=S:0>b</div>a<template id=B:0>"
	                      "</template><i>c</i><!--/$-->d"),
	                "cabd");
	assert_all_text(parse("<div hidden id=S:0>b</div>a<template id=B:0>"
	                      "</template>c<!--/$-->d"),
	                "abcd");
	assert_all_text(parse("a<template id=B:0></template><p>c"
	                      "<div><div hidden id=S:0>b</div></div>d"
	                      "<!--/$-->"),
	                "abcd");
	/* No place, a place in the part itself, nothing hidden. */
	assert_all_text(parse("a<div hidden id=S:2>b</div>"
	                      "<div hidden id=S:0>c<template id=B:0>"
	                      "</template></div><template id=B:1></template>"
	                      "<div id=S:1>d</div>"),
	                "abcd");
	assert_all_text(
		parse_as(GP_STR("<template id=B:0></template>a"
	                        "<div hidden id=S:0>b</div>"),
	                 (struct gp_flat_options){ .keep_templates = true }),
		"ab");
}

/* Each part would take over what was shown instead of the one before it. */
static void
streamed_too_often(void **state)
{
	enum { PARTS = 300 };
	struct gp_buf page = { 0 };
	char wanted[PARTS + 2] = { 0 };
	unsigned i;

	(void)state;
	gp_buf_puts(&page, "<body>");
	for (i = 0; i < PARTS; i++)
		gp_buf_printf(&page, "<template id=B:%u></template>", i);
	for (i = 0; i < PARTS; i++)
		gp_buf_puts(&page, "<i>x</i>");
	gp_buf_puts(&page, "<!--/$-->");
	for (i = 0; i < PARTS; i++)
		gp_buf_printf(&page, "%s<div hidden id=S:%u></div>",
		              i + 1 < PARTS ? "" : "z", i);
	memset(wanted, 'x', PARTS);
	wanted[PARTS] = 'z';
	assert_all_text(
		parse_as(gp_buf_view(&page), (struct gp_flat_options){ 0 }),
		wanted);
	gp_buf_free(&page);
}

/* ---- limits ---- */

static void
refused(struct gp_str source, const char *why)
{
	struct gp_err e = { 0 };
	struct gp_flat *d = NULL;

	assert_false(gp_flat_parse(source, NULL, arena, &d, &e));
	assert_int_equal(e.code, GP_LIMIT);
	assert_non_null(strstr(e.msg, why));
}

static void
too_much(void **state)
{
	char *large = gp_arena_alloc(arena, GP_MAX_HTML_BYTES + 1);

	(void)state;
	assert_non_null(large);
	memset(large, ' ', GP_MAX_HTML_BYTES + 1);
	refused((struct gp_str){ large, GP_MAX_HTML_BYTES + 1 }, "MiB");
	refused(many("", GP_MAX_HTML_NODES, "<br>"), "elements and texts");
}

static void
too_little_memory(void **state)
{
	struct gp_arena *small = gp_arena_new(GP_KIB);
	struct gp_str source = many("", 100, "<p>a&amp;b");
	struct gp_err e = { 0 };
	struct gp_flat *d = NULL;

	(void)state;
	assert_non_null(small);
	assert_false(gp_flat_parse(source, NULL, small, &d, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(small);
}

/* Whatever is open in it, it ends where it ends. */
static void
noscript(void **state)
{
	static const char page[] =
		"<noscript><style>a</noscript>b<noscript><iframe><div>c\r"
		"</noscript>d<p>e";
	struct gp_flat *d;
	uint32_t i;

	(void)state;
	d = parse_as(gp_str(page),
	             (struct gp_flat_options){ .is_scripted = true });
	assert_all_text(d, "<style>ab<iframe><div>c\rde");
	i = gp_flat_find(d, find(d, GP_N_BODY), GP_N_NOSCRIPT);
	assert_true(d->nodes[i + 1].is & GP_FLAT_RAW);
	assert_int_equal(gp_flat_find(d, 0, GP_N_DIV), GP_FLAT_NONE);
	d = parse_as(GP_STR("<noscript>a<p>b"),
	             (struct gp_flat_options){ .is_scripted = true });
	(void)find(d, GP_N_P);
	assert_all_text(parse(page), "a</noscript>b<noscript><iframe><div>c\r"
	                             "</noscript>d<p>e");
}

static void
is_closed(const char *page, enum gp_name name, bool is)
{
	struct gp_flat *d = parse(page);
	uint32_t i = 0;

	while (i < d->n_nodes && d->nodes[i].name != name)
		i++;
	assert_true(i < d->n_nodes);
	if (!!(d->nodes[i].is & GP_FLAT_CLOSED) != is)
		fail_msg("%s", page);
}

static void
closed(void **state)
{
	(void)state;
	is_closed("<div><aside>a</aside>", GP_N_ASIDE, true);
	is_closed("<div><aside>a</div>b", GP_N_ASIDE, false);
	is_closed("<button>a<button>b", GP_N_BUTTON, true);
	is_closed("<h1>a<h2>b", GP_N_H1, true);
	is_closed("<h1>a<h2>b", GP_N_H2, false);
	is_closed("<label>a<p>b</label>c", GP_N_LABEL, false);
	is_closed("<a>a<p>b</a>c", GP_N_A, true);
	is_closed("<a>a<p>b", GP_N_A, false);
	is_closed("<form>a<b>c</b></form>", GP_N_FORM, true);
	is_closed("<form>a<b>c</form>d", GP_N_FORM, false);
	is_closed("<svg><g/></svg>", GP_N_SVG, true);
	is_closed("<svg/>", GP_N_SVG, true);
	is_closed("<svg><foreignObject><p>a</svg>b", GP_N_SVG, false);
}

static unsigned
depth_of(const struct gp_flat *d)
{
	unsigned depth, most = 0;
	uint32_t i, up;

	for (i = 0; i < d->n_nodes; i++) {
		depth = 0;
		for (up = i; up != GP_FLAT_NONE; up = d->nodes[up].parent)
			depth++;
		most = depth > most ? depth : most;
	}
	return most;
}

/* Deeper elements melt into their parents, and what follows them stands where
   it would have stood. */
static void
too_deep(void **state)
{
	const size_t n = GP_MAX_HTML_OPEN * 2;
	struct gp_buf b = { .max = 0 };
	struct gp_flat *d;
	uint32_t h1;
	size_t i;

	(void)state;
	for (i = 0; i < n; i++)
		gp_buf_printf(&b, "<div>%zu ", i);
	gp_buf_puts(&b, "<table><tr><td>cell</table>");
	for (i = 0; i < n; i++)
		gp_buf_puts(&b, "</div>");
	gp_buf_puts(&b, "<h1>after</h1>");
	d = parse_as(gp_buf_view(&b), (struct gp_flat_options){ 0 });
	h1 = find(d, GP_N_H1);
	assert_true(gp_flat_is(d, d->nodes[h1].parent, GP_N_BODY));
	assert_true(depth_of(d) <= GP_MAX_HTML_OPEN + 2);
	for (i = 0; i < d->n_nodes; i++)
		if (gp_str_eq(gp_flat_text(d, (uint32_t)i), GP_STR("cell")))
			break;
	assert_true(i < d->n_nodes);
	gp_buf_free(&b);
}

static void
too_many_attributes(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_flat *d;
	unsigned i;

	(void)state;
	gp_buf_puts(&b, "<p");
	for (i = 0; i < 2 * GP_MAX_HTML_ATTRIBUTES; i++)
		gp_buf_printf(&b, " a%u=%u", i, i);
	gp_buf_puts(&b, ">x");
	d = parse_as(gp_buf_view(&b), (struct gp_flat_options){ 0 });
	assert_int_equal(d->nodes[find(d, GP_N_P)].size,
	                 GP_MAX_HTML_ATTRIBUTES);
	assert_all_text(d, "x");
	gp_buf_free(&b);
}

/* Those that have no number of their own share one; no text goes. */
static void
too_many_names(void **state)
{
	const size_t n = GP_MAX_HTML_NAMES + 100;
	struct gp_buf b = { .max = 0 };
	struct gp_flat *d;
	size_t i, texts = 0;

	(void)state;
	for (i = 0; i < n; i++)
		gp_buf_printf(&b, "<n%zu>x</n%zu>", i, i);
	d = parse_as(gp_buf_view(&b), (struct gp_flat_options){ 0 });
	for (i = 0; i < d->n_nodes; i++)
		texts += gp_flat_is_text(d, (uint32_t)i);
	assert_int_equal(texts, n);
	gp_buf_free(&b);
}

/* Different ones are opened again in each paragraph, but not without end. */
static void
too_much_formatting(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_flat *d;
	size_t i;

	(void)state;
	for (i = 0; i < 1000; i++)
		gp_buf_printf(&b, "<p><b id=%zu>x", i);
	d = parse_as(gp_buf_view(&b), (struct gp_flat_options){ 0 });
	assert_true(d->n_nodes < 1000 * (GP_MAX_HTML_FORMATTING + 4));
	assert_true(depth_of(d) < GP_MAX_HTML_FORMATTING + 8);
	gp_buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_and_bytes),
		cmocka_unit_test(text_is_a_view),
		cmocka_unit_test(steps),
		cmocka_unit_test(names),
		cmocka_unit_test(fragments),
		cmocka_unit_test(shadows),
		cmocka_unit_test(shadows_in_shadows),
		cmocka_unit_test(streamed_parts),
		cmocka_unit_test(streamed_too_often),
		cmocka_unit_test(noscript),
		cmocka_unit_test(closed),
		cmocka_unit_test(too_much),
		cmocka_unit_test(too_little_memory),
		cmocka_unit_test(too_deep),
		cmocka_unit_test(too_many_attributes),
		cmocka_unit_test(too_many_names),
		cmocka_unit_test(too_much_formatting),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
