/* A tree of an SVG file as a file again: elements and attributes that were
   taken, in their order, and no others.  It judges nothing. */
#include "import/picture/svg/svg_tree.h"

static void
put_escaped(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '<')
			gp_buf_puts(out, "&lt;");
		else if (s.p[i] == '&')
			gp_buf_puts(out, "&amp;");
		else if (s.p[i] == '>')
			gp_buf_puts(out, "&gt;");
		else if (s.p[i] == '"')
			gp_buf_puts(out, "&quot;");
		else if ((unsigned char)s.p[i] >= 0x20)
			gp_buf_putc(out, s.p[i]);
		else
			gp_buf_putc(out, ' ');
}

/* Links of old readers have their prefix. */
static void
put_attribute(const struct gp_svg_attr *attr, struct gp_buf *out)
{
	bool is_link = gp_str_eq(gp_str(attr->name), GP_STR("href"));

	if (is_link && !gp_str_starts(attr->value, GP_STR("#")))
		return;
	gp_buf_printf(out, " %s%s=\"", is_link ? "xlink:" : "", attr->name);
	put_escaped(attr->value, out);
	gp_buf_putc(out, '"');
}

static bool
is_size(const char *name)
{
	return gp_is_word_of(gp_str(name), "width height x y");
}

static void
put_root(const struct gp_svg_node *n, unsigned width, unsigned height,
         struct gp_buf *out)
{
	uint32_t i;

	gp_buf_printf(out,
	              "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	              "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
	              "version=\"1.1\" width=\"%u\" height=\"%u\"",
	              width, height);
	for (i = 0; i < n->n_attributes; i++)
		if (!is_size(n->attributes[i].name))
			put_attribute(&n->attributes[i], out);
	if (gp_svg_value(n, "viewBox").n == 0)
		gp_buf_printf(out, " viewBox=\"0 0 %u %u\"", width, height);
}

static void
put_start(const struct gp_svg_node *n, struct gp_buf *out)
{
	uint32_t i;

	gp_buf_printf(out, "<%s", gp_svg_name_text(n->name));
	for (i = 0; i < n->n_attributes; i++)
		put_attribute(&n->attributes[i], out);
}

enum { DEEPEST_WRITTEN = 256 };

void
gp_svg_write(const struct gp_svg_tree *t, unsigned width, unsigned height,
             struct gp_buf *out)
{
	uint32_t open[DEEPEST_WRITTEN], i;
	unsigned depth = 0;

	for (i = 0; i <= t->n_nodes; i++) {
		while (depth && t->nodes[open[depth - 1]].end <= i) {
			const struct gp_svg_node *n = &t->nodes[open[--depth]];

			gp_buf_printf(out, "</%s>", gp_svg_name_text(n->name));
		}
		if (i == t->n_nodes)
			break;
		if (t->nodes[i].name == GP_SVG_WORDS) {
			put_escaped(t->nodes[i].text, out);
			continue;
		}
		if (i == 0)
			put_root(&t->nodes[i], width, height, out);
		else
			put_start(&t->nodes[i], out);
		gp_buf_putc(out, '>');
		if (depth < DEEPEST_WRITTEN)
			open[depth++] = i;
	}
	gp_buf_putc(out, '\n');
}
