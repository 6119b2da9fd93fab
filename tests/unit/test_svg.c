/* SVG files: what of them goes to screens, what is drawn for paper, and what of
   hostile ones costs no more than a finding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "import/picture/image.h"
#include "import/picture/svg/svg_drawing.h"

#define OPEN                                          \
	"<svg xmlns='http://www.w3.org/2000/svg' "    \
	"xmlns:xlink='http://www.w3.org/1999/xlink' " \
	"viewBox='0 0 100 50'>"

struct taken {
	struct gp_arena *a;
	struct gp_image image;
	struct gp_err e;
	bool ok;
};

static struct taken
take(struct gp_str svg)
{
	struct taken t = { .a = gp_arena_new(GP_MAX_PICTURES_ARENA) };

	assert_non_null(t.a);
	t.ok = gp_image_take(t.a, svg, &t.image, &t.e);
	return t;
}

/* The picture of what stands between the tags. */
static struct taken
take_inner(const char *inner)
{
	struct gp_buf b = { .max = 0 };
	struct taken t;

	gp_buf_puts(&b, OPEN);
	gp_buf_puts(&b, inner);
	gp_buf_puts(&b, "</svg>");
	t = take(gp_buf_view(&b));
	gp_buf_free(&b);
	if (!t.ok)
		fail_msg("%s: %s", inner, t.e.msg);
	return t;
}

static bool
holds(const struct gp_image *image, const char *what)
{
	return gp_str_find(image->data, gp_str(what), 0) < image->data.n;
}

/* ---- for screens ---- */

static void
nothing_leads_out(void **state)
{
	static const struct {
		const char *inner, *gone, *kept;
	} rows[] = {
		{ "<script>go()</script><rect width='3'/>", "go", "<rect" },
		{ "<rect onclick='go()' width='3'/>", "go", "width=\"3\"" },
		{ "<RECT OnLoad='go()' width='3'/>", "go", "<rect" },
		{ "<foreignObject><p>words</p></foreignObject><g/>", "words",
		  "<g>" },
		{ "<image href='http://x.example/a.png'/><g/>", "x.example",
		  "<g>" },
		{ "<use xlink:href='file:///etc/passwd'/>", "passwd", "<use" },
		{ "<use href='other.svg#a'/>", "other", "<use" },
		{ "<use xlink:href='#a'/>", "nothing", "xlink:href=\"#a\"" },
		{ "<rect fill='url(http://x.example/#a)' rx='2'/>", "x.example",
		  "rx=" },
		{ "<rect style='fill:url(//x.example#a);rx:2'/>", "x.example",
		  "rx=\"2\"" },
		{ "<rect style='fill:\\75rl(//x.example)'/>", "example",
		  "<rect" },
		{ "<rect fill='url( \"#a\" )'/>", "nothing", "#a" },
		{ "<style>@import 'x.example.css';rect{fill:red}</style>"
		  "<rect/>",
		  "x.example", "fill=\"red\"" },
		{ "<a href='javascript:go()'><text>Read</text></a>", "go",
		  "<text>Read" },
		{ "<animate attributeName='href' to='#x'/><g/>", "animate",
		  "<g>" },
		{ "<set attributeName='onload' to='go()'/><g/>", "go", "<g>" },
		{ "<metadata><x:y xmlns:x='u'>z</x:y></metadata><g/>", "meta",
		  "<g>" },
		{ "<text>a &lt;b&gt; &amp; c</text>", "<b>",
		  "a &lt;b&gt; &amp; c" },
		{ "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>go()"
		  "</h:script><g/>",
		  "go", "<g>" },
		{ "<?xml-stylesheet href='http://x.example/'?><g/>",
		  "x.example", "<g>" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct taken t = take_inner(rows[i].inner);

		if (holds(&t.image, rows[i].gone))
			fail_msg("%s is in %.*s", rows[i].gone,
			         GP_ARG(t.image.data));
		if (!holds(&t.image, rows[i].kept))
			fail_msg("%s is not in %.*s", rows[i].kept,
			         GP_ARG(t.image.data));
		gp_arena_free(t.a);
	}
}

static void
what_showed_is_told(void **state)
{
	struct taken t = take_inner("<g><foreignObject/></g>");

	(void)state;
	assert_true(gp_str_eq(t.image.left_out, GP_STR("foreignObject")));
	gp_arena_free(t.a);
	t = take_inner("<metadata/><script/>");
	assert_int_equal(t.image.left_out.n, 0);
	gp_arena_free(t.a);
}

static void
cleaned_twice(void **state)
{
	struct taken t = take_inner("<style>.a{fill:red}</style>\n<g class='a' "
	                            "style='stroke : blue'>\n<text x='1'>A"
	                            "<tspan>&#xe9;</tspan></text></g>");
	struct taken again = take(t.image.data);

	(void)state;
	assert_true(again.ok);
	assert_true(gp_str_eq(t.image.data, again.image.data));
	gp_arena_free(again.a);
	gp_arena_free(t.a);
}

static void
sizes(void **state)
{
	static const struct {
		const char *root;
		unsigned width, height;
	} rows[] = {
		{ "viewBox='0 0 640 480'", 640, 480 },
		{ "width='100' height='50'", 100, 50 },
		{ "width='2in' viewBox='0 0 10 5'", 192, 96 },
		{ "height='72pt' viewBox='0,0,10,5'", 192, 96 },
		{ "width='100%' height='100%' viewBox='0 0 30 20'", 30, 20 },
		{ "", 300, 150 },
		{ "width='1e99' height='-4'", 8000, 150 },
		{ "width='0.001' height='nan'", 1, 150 },
		{ "viewBox='0 0 0 0' width='7' height='8'", 7, 8 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_buf b = { .max = 0 };
		struct taken t;

		gp_buf_printf(&b,
		              "<?xml version='1.0'?><!DOCTYPE svg PUBLIC "
		              "'-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg "
		              "xmlns='http://www.w3.org/2000/svg' %s/>",
		              rows[i].root);
		t = take(gp_buf_view(&b));
		assert_true(t.ok);
		if (t.image.width != rows[i].width ||
		    t.image.height != rows[i].height)
			fail_msg("%s: %u by %u", rows[i].root, t.image.width,
			         t.image.height);
		gp_buf_free(&b);
		gp_arena_free(t.a);
	}
}

/* ---- for paper ---- */

/* The last point of each line, rounded: "M0,0 L10,0 Z". */
static void
tell_lines(const struct gp_svg_drawing *d, char *to, size_t size)
{
	size_t i, at = 0;

	to[0] = '\0';
	for (i = 0; i < d->n_lines && at + 40 < size; i++) {
		const struct gp_svg_line *l = &d->lines[i];
		const double *end = l->op == 'C' ? l->to + 4 : l->to;

		gp_format(to + at, size - at,
		          l->op == 'Z' ? "%s%c" : "%s%c%d,%d", at ? " " : "",
		          l->op, (int)lround(end[0]), (int)lround(end[1]));
		at += strlen(to + at);
	}
}

static void
paths(void **state)
{
	static const struct {
		const char *inner, *lines;
	} rows[] = {
		{ "<path d='M1 2l3,4H9v-1z'/>", "M1,2 L4,6 L9,6 L9,5 Z" },
		{ "<path d='m1 2 3 4-1-1'/>", "M1,2 L4,6 L3,5" },
		{ "<path d='M0 0C1 1 2 2 3 3s2 2 3 3'/>", "M0,0 C3,3 C6,6" },
		{ "<path d='M0 0Q5 5 10 0t10 0T30 0'/>",
		  "M0,0 C10,0 C20,0 C30,0" },
		{ "<path d='M0 0a5 5 0 0110 0'/>", "M0,0 C5,-5 C10,0" },
		{ "<path d='M0 0a5 5 0 1 0 0 10z'/>", "M0,0 C-5,5 C0,10 Z" },
		{ "<path d='M0 0A0 5 0 0 1 9 9'/>", "M0,0 L9,9" },
		{ "<path d='M1.5.5.5 1e1'/>", "M2,1 L1,10" },
		{ "<path d='M0 0L5 5 L six'/>", "M0,0 L5,5" },
		{ "<path d='L5 5'/>", "" },
		{ "<path d='M NaN 3 L 4 4'/>", "" },
		{ "<polygon points='0,0 10,0 10,10 5'/>",
		  "M0,0 L10,0 L10,10 Z" },
		{ "<rect x='10%' width='4' height='50%'/>",
		  "M10,0 L14,0 L14,25 L10,25 Z" },
		{ "<g transform='translate(10 5) scale(2)'><line x2='3' "
		  "y2='1'/></g>",
		  "M10,5 L16,7" },
		{ "<g transform='rotate(90)'><line x2='3'/></g>", "M0,0 L0,3" },
		{ "<defs><line id='a' x2='2'/></defs><use href='#a' x='5'/>"
		  "<use xlink:href='#a' y='5'/>",
		  "M5,0 L7,0 M0,5 L2,5" },
		{ "<symbol id='s' viewBox='0 0 1 1'><line x2='1'/></symbol>"
		  "<use href='#s' width='10' height='10'/>",
		  "M0,0 L10,0" },
		{ "<svg x='10' width='20' height='20' viewBox='0 0 2 2'>"
		  "<line x2='2'/></svg>",
		  "M10,0 L30,0" },
		{ "<g display='none'><line x2='3'/></g>", "" },
		{ "<line x2='3' style='visibility:hidden'/>", "" },
		{ "<use href='#none'/><line x2='3'/>", "M0,0 L3,0" },
		{ "<switch><foreignObject/><line x2='3'/></switch>",
		  "M0,0 L3,0" },
		{ "<path d='M1e99 0L-1e99 0'/>", "M100000,0 L-100000,0" },
	};
	char lines[400];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct taken t = take_inner(rows[i].inner);

		assert_non_null(t.image.drawing);
		tell_lines(t.image.drawing, lines, sizeof lines);
		if (strcmp(lines, rows[i].lines) != 0)
			fail_msg("%s: %s", rows[i].inner, lines);
		gp_arena_free(t.a);
	}
}

static void
inks(void **state)
{
	static const struct {
		const char *inner;
		enum gp_svg_ink_kind kind;
		uint32_t rgb;
		int percent; /* of what is seen */
	} rows[] = {
		{ "<rect width='2' height='2'/>", GP_SVG_FLAT, 0, 100 },
		{ "<rect width='2' height='2' fill='none'/>", GP_SVG_NO_INK, 0,
		  100 },
		{ "<rect width='2' height='2' fill='Teal'/>", GP_SVG_FLAT,
		  0x008080, 100 },
		{ "<rect width='2' height='2' fill='#f80'/>", GP_SVG_FLAT,
		  0xFF8800, 100 },
		{ "<rect width='2' height='2' fill='#ff880080'/>", GP_SVG_FLAT,
		  0xFF8800, 50 },
		{ "<rect width='2' height='2' fill='rgb(10%, 0%, 100%)'/>",
		  GP_SVG_FLAT, 0x1A00FF, 100 },
		{ "<rect width='2' height='2' fill='rgba(1,2,3,.25)'/>",
		  GP_SVG_FLAT, 0x010203, 25 },
		{ "<g fill='red' fill-opacity='50%'><rect width='2' "
		  "height='2'/></g>",
		  GP_SVG_FLAT, 0xFF0000, 50 },
		{ "<g color='#010203'><rect width='2' height='2' "
		  "fill='currentColor'/></g>",
		  GP_SVG_FLAT, 0x010203, 100 },
		{ "<style>rect{fill:red}.b{fill:blue}#c{fill:lime}</style>"
		  "<rect id='c' class='a b' width='2' height='2'/>",
		  GP_SVG_FLAT, 0x00FF00, 100 },
		{ "<style>.b{fill:blue}</style><rect class='b' fill='red' "
		  "width='2' height='2' style='fill:pink!important'/>",
		  GP_SVG_FLAT, 0xFFC0CB, 100 },
		{ "<linearGradient id='g'><stop stop-color='red'/>"
		  "</linearGradient><rect width='2' height='2' "
		  "fill='url(#g)'/>",
		  GP_SVG_GRADIENT, 0, 100 },
		{ "<rect width='2' height='2' fill='url(#none)'/>",
		  GP_SVG_NO_INK, 0, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct taken t = take_inner(rows[i].inner);
		const struct gp_svg_ink *ink;

		assert_non_null(t.image.drawing);
		assert_int_equal(t.image.drawing->n_items, 1);
		ink = &t.image.drawing->items[0].fill;
		if (ink->kind != rows[i].kind || ink->rgb != rows[i].rgb ||
		    lround(ink->alpha * 100) != rows[i].percent)
			fail_msg("%s: %d %06x %f", rows[i].inner,
			         (int)ink->kind, (unsigned)ink->rgb,
			         ink->alpha);
		gp_arena_free(t.a);
	}
}

static void
words(void **state)
{
	struct taken t = take_inner("<text x='5' y='9' font-size='10' "
	                            "font-weight='700' text-anchor='end'>\n  A "
	                            " b<tspan dy='2' font-style='italic'>c"
	                            "</tspan></text>");
	const struct gp_svg_item *item = t.image.drawing->items;

	(void)state;
	assert_int_equal(t.image.drawing->n_items, 2);
	assert_true(gp_str_eq(item[0].text, GP_STR("A b")));
	assert_true(item[0].begins && item[0].bold && !item[0].italic);
	assert_int_equal(item[0].anchor, GP_SVG_END_ANCHOR);
	assert_true(item[0].x == 5 && item[0].y == 9 && item[0].size == 10);
	assert_true(gp_str_eq(item[1].text, GP_STR("c")));
	assert_true(!item[1].begins && item[1].italic && item[1].y == 2);
	gp_arena_free(t.a);
}

/* What is not drawn on paper is named, and none of it is drawn then. */
static void
beyond_paper(void **state)
{
	static const char *const rows[][2] = {
		{ "<rect width='2' height='2' filter='url(#f)'/>", "filter" },
		{ "<g style='mask:url(#m)'/>", "mask" },
		{ "<pattern id='p'/><rect width='2' height='2' "
		  "fill='url(#p)'/>",
		  "pattern" },
		{ "<radialGradient id='p'/><rect width='2' height='2' "
		  "fill='url(#p)'/>",
		  "radialGradient" },
		{ "<line x2='3' marker-end='url(#m)'/>", "marker-end" },
		{ "<text><textPath href='#p'>a</textPath></text>", "textPath" },
		{ "<style>g > rect{fill:red}</style>",
		  "a style sheet of more than plain rules" },
		{ "<style>@media print{rect{fill:red}}</style>",
		  "a style sheet of more than plain rules" },
		{ "<text x='1 2 3'>abc</text>",
		  "letters with places of their own" },
		{ "<rect width='2' height='2' fill='hsl(1,2%,3%)'/>",
		  "a colour of another kind" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct taken t = take_inner(rows[i][0]);

		if (!gp_str_eq(t.image.undrawn, gp_str(rows[i][1])))
			fail_msg("%s: %.*s", rows[i][0],
			         GP_ARG(t.image.undrawn));
		assert_null(t.image.drawing);
		gp_arena_free(t.a);
	}
}

/* ---- hostile ones ---- */

static void
refused(struct gp_buf *b, enum gp_code code, const char *what)
{
	struct taken t = take(gp_buf_view(b));

	if (t.ok || t.e.code != code)
		fail_msg("%s: %d, %s", what, (int)t.e.code, t.e.msg);
	gp_buf_free(b);
	gp_arena_free(t.a);
}

/* Ten groups that each use the one before ten times. */
static void
use_bomb(void **state)
{
	struct gp_buf b = { .max = 0 };
	int i, k;

	(void)state;
	gp_buf_puts(&b, OPEN "<g id='g0'><rect width='1' height='1'/></g>");
	for (i = 1; i < 10; i++) {
		gp_buf_printf(&b, "<g id='g%d'>", i);
		for (k = 0; k < 10; k++)
			gp_buf_printf(&b, "<use href='#g%d'/>", i - 1);
		gp_buf_puts(&b, "</g>");
	}
	gp_buf_puts(&b, "</svg>");
	refused(&b, GP_LIMIT, "a bomb");
	gp_buf_puts(&b, OPEN "<g id='a'><use href='#a'/></g></svg>");
	refused(&b, GP_LIMIT, "a part of itself");
	gp_buf_puts(&b, OPEN "<g id='a'><use href='#b'/></g><g id='b'>"
	                     "<use href='#a'/></g></svg>");
	refused(&b, GP_LIMIT, "two of each other");
}

static void
entities(void **state)
{
	struct gp_buf b = { .max = 0 };

	(void)state;
	gp_buf_puts(&b, "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b "
	                "'&a;&a;&a;&a;'>]>" OPEN "<text>&b;</text></svg>");
	refused(&b, GP_INPUT, "entities");
	gp_buf_puts(&b,
	            "<!DOCTYPE svg [<!ENTITY a SYSTEM "
	            "'file:///etc/passwd'>]>" OPEN "<text>&a;</text></svg>");
	refused(&b, GP_INPUT, "a file as an entity");
	gp_buf_puts(&b, OPEN "<text>&nbsp;</text></svg>");
	refused(&b, GP_INPUT, "an entity that is not declared");
}

static void
repeated(struct gp_buf *b, const char *what, size_t n)
{
	while (n-- > 0)
		gp_buf_puts(b, what);
}

static void
masses(void **state)
{
	struct gp_buf b = { .max = 0 };

	(void)state;
	gp_buf_puts(&b, OPEN);
	repeated(&b, "<g>", 100000);
	repeated(&b, "</g>", 100000);
	gp_buf_puts(&b, "</svg>");
	refused(&b, GP_LIMIT, "nesting");
	gp_buf_puts(&b, OPEN);
	repeated(&b, "<g/>", GP_MAX_SVG_NODES + 1);
	gp_buf_puts(&b, "</svg>");
	refused(&b, GP_LIMIT, "elements");
	gp_buf_puts(&b, OPEN "<path d='M0 0");
	repeated(&b, "l1 0", GP_MAX_SVG_LINES + 1);
	gp_buf_puts(&b, "'/></svg>");
	refused(&b, GP_LIMIT, "lines");
}

static void
masses_that_go(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct taken t;

	(void)state;
	gp_buf_puts(&b, OPEN "<path d='M0 0");
	repeated(&b, "l1 0", 900000);
	gp_buf_puts(&b, "'/><line x2='9' stroke='red' stroke-dasharray='");
	repeated(&b, "1 ", 100000);
	gp_buf_puts(&b, "'/><line x2='9' stroke='red' "
	                "stroke-dasharray='1e-9 0' stroke-width='1e300'/>"
	                "</svg>");
	t = take(gp_buf_view(&b));
	assert_true(t.ok);
	assert_true(gp_str_eq(t.image.undrawn, GP_STR("stroke-dasharray")));
	gp_buf_free(&b);
	gp_arena_free(t.a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_leads_out),
		cmocka_unit_test(what_showed_is_told),
		cmocka_unit_test(cleaned_twice),
		cmocka_unit_test(sizes),
		cmocka_unit_test(paths),
		cmocka_unit_test(inks),
		cmocka_unit_test(words),
		cmocka_unit_test(beyond_paper),
		cmocka_unit_test(use_bomb),
		cmocka_unit_test(entities),
		cmocka_unit_test(masses),
		cmocka_unit_test(masses_that_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
