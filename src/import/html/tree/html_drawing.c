/* A drawing within a page as a file of its own, in an address that holds it.
   Whether it is shown at all, and what of it is safe, is for others to say. */
#include "import/html/tree/html_tree.h"

enum { LARGEST = 1024 * 1024, DEEPEST = 64, SIGN_SIDE = 64 };

/* ---- who draws it ---- */

static bool
is_named(const struct gp_flat *d, uint32_t i, const char *list)
{
	return gp_is_word_of(gp_flat_name(d, d->nodes[i].name), list);
}

static struct gp_str
named_value(const struct gp_flat *d, uint32_t i, const char *name)
{
	size_t n, k;
	const struct gp_flat_attr *a = gp_flat_attributes(d, i, &n);

	for (k = 0; k < n; k++)
		if (gp_str_eq(gp_flat_name(d, a[k].name), gp_str(name)))
			return (struct gp_str){ a[k].value, a[k].size };
	return GP_STR("");
}

/* It has a class, and nothing that says a colour. */
static bool
is_styled_outside(const struct gp_flat *d, uint32_t i)
{
	return named_value(d, i, "class").n && !named_value(d, i, "fill").n &&
	       !named_value(d, i, "stroke").n && !named_value(d, i, "style").n;
}

/* Without the style of its page its shapes would be black. */
static bool
is_drawn_by_page(const struct gp_flat *d, uint32_t svg)
{
	bool outside = false;
	uint32_t k;

	for (k = svg; k < d->nodes[svg].end; k++) {
		if (gp_flat_is_text(d, k))
			continue;
		if (is_named(d, k, "style"))
			return false;
		outside = outside || (k > svg && is_styled_outside(d, k));
	}
	return outside;
}

/* ---- signs ---- */

static unsigned
leading_number(struct gp_str s)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < s.n && gp_is_digit(s.p[i]) && n < 100000; i++)
		n = n * 10 + (unsigned)(s.p[i] - '0');
	return n;
}

/* As wide as its box of view is, the third of four numbers. */
static unsigned
box_width(struct gp_str box)
{
	struct gp_str word = GP_STR("");
	unsigned i;

	for (i = 0; i < 3; i++)
		if (!gp_str_word(&box, &word))
			return 0;
	return leading_number(word);
}

/* Small, or not for those who listen: a button's, not a chart. */
static bool
is_sign(const struct gp_flat *d, uint32_t svg)
{
	unsigned wide = leading_number(named_value(d, svg, "width"));

	if (wide == 0)
		wide = box_width(named_value(d, svg, "viewbox"));
	return (wide > 0 && wide <= SIGN_SIDE) ||
	       gp_str_eq(named_value(d, svg, "aria-hidden"), GP_STR("true"));
}

/* ---- writing ---- */

/* What an address may not hold, and XML may not either. */
static void
put_sign(char c, struct gp_buf *out)
{
	const char *entity = c == '<'   ? "%26lt;"
	                     : c == '>' ? "%26gt;"
	                     : c == '&' ? "%26amp;"
	                     : c == '"' ? "%26quot;"
	                                : NULL;

	if (entity)
		gp_buf_puts(out, entity);
	else if (c == '%' || c == '#')
		gp_buf_printf(out, "%%%02X", (unsigned)c);
	else
		gp_buf_putc(out, (unsigned char)c < 0x20 ? ' ' : c);
}

static void
put_signs(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		put_sign(s.p[i], out);
}

static bool
is_plain_name(char c)
{
	return gp_is_alnum(c) || c == '-' || c == '_';
}

/* One with a prefix is written without: xlink:href. */
static void
put_start(const struct gp_flat *d, uint32_t i, struct gp_buf *out)
{
	size_t n, k;
	const struct gp_flat_attr *a = gp_flat_attributes(d, i, &n);

	gp_buf_putc(out, '<');
	gp_buf_str(out, gp_flat_name(d, d->nodes[i].name));
	for (k = 0; k < n; k++) {
		struct gp_str name = gp_flat_name(d, a[k].name);

		if (gp_str_eq(name, GP_STR("xlink:href")))
			name = GP_STR("href");
		if (!gp_str_all(name, is_plain_name) ||
		    gp_str_starts(name, GP_STR("xmlns")))
			continue;
		gp_buf_putc(out, ' ');
		gp_buf_str(out, name);
		gp_buf_puts(out, "=\"");
		put_signs((struct gp_str){ a[k].value, a[k].size }, out);
		gp_buf_putc(out, '"');
	}
	gp_buf_putc(out, '>');
}

static void
put_end(const struct gp_flat *d, uint32_t i, struct gp_buf *out)
{
	gp_buf_puts(out, "</");
	gp_buf_str(out, gp_flat_name(d, d->nodes[i].name));
	gp_buf_putc(out, '>');
}

static bool
is_written(const struct gp_flat *d, uint32_t i)
{
	return d->nodes[i].kind == GP_FLAT_SVG &&
	       gp_str_all(gp_flat_name(d, d->nodes[i].name), is_plain_name);
}

/* HTML within, and names that XML has not, stay away with all they hold. */
static void
put_drawing(const struct gp_flat *d, uint32_t svg, struct gp_buf *out)
{
	uint32_t open[DEEPEST], i = svg;
	unsigned depth = 0;

	while (i < d->nodes[svg].end || depth) {
		if (depth && i >= d->nodes[open[depth - 1]].end) {
			put_end(d, open[--depth], out);
		} else if (gp_flat_is_text(d, i)) {
			put_signs(gp_flat_text(d, i), out);
			i++;
		} else if (is_written(d, i) && depth < DEEPEST) {
			put_start(d, i, out);
			open[depth++] = i++;
		} else {
			i = d->nodes[i].end;
		}
	}
}

struct gp_str
gp_html_tree_drawing(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_flat *d = t->page->flat;
	struct gp_buf out = { .max = LARGEST };
	struct gp_str address = GP_STR("");

	if (d->nodes[i].kind != GP_FLAT_SVG || is_sign(d, i) ||
	    is_drawn_by_page(d, i))
		return address;
	gp_buf_puts(&out, "data:image/svg+xml,");
	put_drawing(d, i, &out);
	if (out.failed == GP_OK)
		return gp_arena_buf(t->arena, &out);
	gp_buf_free(&out);
	return address;
}
