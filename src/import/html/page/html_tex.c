/* Formulas that a page keeps as TeX in a <script> that draws it: where nothing
   is drawn that can be read, the TeX is shown in its place.  It reads no TeX.
   And what a page has for those who run no scripts.
   MathJax 2: "script" and "preview" in its documents. */
#include "import/html/page/html_tex.h"

static struct gp_str
class_of(const struct gp_flat *d, uint32_t i)
{
	return gp_flat_attr(d, i, GP_N_CLASS);
}

static bool
has(struct gp_str s, const char *part)
{
	return gp_str_find(s, gp_str(part), 0) < s.n;
}

static bool
is_tex(const struct gp_flat *d, uint32_t i)
{
	struct gp_str type = gp_str_trim(gp_flat_attr(d, i, GP_N_TYPE));

	return gp_flat_is(d, i, GP_N_SCRIPT) &&
	       gp_str_eq_nocase(gp_str_sub(type, 0, 8), GP_STR("math/tex"));
}

/* The element before `i`, over white space. */
static uint32_t
element_before(const struct gp_flat *d, uint32_t i)
{
	uint32_t k = gp_flat_before(d, i);

	while (k != GP_FLAT_NONE && gp_flat_is_text(d, k)) {
		if (gp_str_trim(gp_flat_text(d, k)).n)
			return GP_FLAT_NONE;
		k = gp_flat_before(d, k);
	}
	return k;
}

static bool
has_math(const struct gp_flat *d, uint32_t outer)
{
	uint32_t k;

	for (k = outer + 1; k < d->nodes[outer].end; k++)
		if (d->nodes[k].kind == GP_FLAT_MATHML)
			return true;
	return false;
}

/* Drawn letters that nobody can read in their order are no text. */
static void
hide(struct gp_flat *d, uint32_t i)
{
	d->nodes[i].name = GP_N_TEMPLATE;
}

static void
show(struct gp_flat *d, uint32_t i, bool alone)
{
	d->nodes[i].name = alone ? GP_N_DIV : GP_N_SPAN;
	if (d->nodes[i].end > i + 1)
		d->nodes[i + 1].is &= (uint8_t)~GP_FLAT_RAW;
}

/* True when `i` is what stands there until a formula is drawn. */
static bool
is_preview(const struct gp_flat *d, uint32_t i)
{
	return i != GP_FLAT_NONE && has(class_of(d, i), "MathJax_Preview");
}

static bool
is_drawn(const struct gp_flat *d, uint32_t i)
{
	return i != GP_FLAT_NONE && !is_preview(d, i) &&
	       (has(class_of(d, i), "MathJax") || has(class_of(d, i), "mjx-"));
}

static void
settle(struct gp_flat *d, uint32_t i)
{
	struct gp_str type = gp_flat_attr(d, i, GP_N_TYPE);
	uint32_t drawn = element_before(d, i), preview = drawn;
	bool readable = false;

	if (is_drawn(d, drawn)) {
		preview = element_before(d, drawn);
		readable = has_math(d, drawn);
		if (!readable)
			hide(d, drawn);
	}
	if (is_preview(d, preview))
		hide(d, preview);
	if (!readable)
		show(d, i, has(type, "display"));
}

void
gp_html_show_tex(struct gp_flat *d)
{
	uint32_t i;

	for (i = 1; i < d->n_nodes; i++)
		if (is_tex(d, i))
			settle(d, i);
}

void
gp_html_show_noscript(struct gp_flat *d, uint32_t from)
{
	uint32_t i;

	for (i = from; i < d->n_nodes; i++)
		if (gp_flat_is(d, i, GP_N_NOSCRIPT))
			d->nodes[i].name = GP_N_DIV;
}
