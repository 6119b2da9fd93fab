/* Formulas that a page has twice, or as a picture: one for who sees it and one
   for who hears it.  It looks at what stands next to a <math> and round it, and
   at names, and reads none. */
#include "import/html/page/html_page.h"

enum {
	WRAPPERS = 3,         /* round a <math>, that hold nothing else */
	LONGEST_SERVICE = 64, /* bytes of an address that names its service */
};

static bool
is_for_the_eye(const struct gp_flat *d, uint32_t i)
{
	return i != GP_FLAT_NONE && !gp_flat_is_text(d, i) &&
	       gp_str_eq(gp_flat_attr(d, i, GP_N_ARIA_HIDDEN), GP_STR("true"));
}

static void
hide(struct gp_html_page *p, uint32_t i)
{
	if (is_for_the_eye(p->flat, i))
		p->items[i].is_hidden = p->items[i].is_skipped = true;
}

static bool
is_blank(const struct gp_flat *d, uint32_t i)
{
	return i != GP_FLAT_NONE && gp_flat_is_text(d, i) &&
	       gp_str_trim(gp_flat_text(d, i)).n == 0;
}

static void
hide_beside(struct gp_html_page *p, uint32_t i)
{
	const struct gp_flat *d = p->flat;
	uint32_t before = gp_flat_before(d, i), after = gp_flat_after(d, i);

	hide(p, is_blank(d, before) ? gp_flat_before(d, before) : before);
	hide(p, is_blank(d, after) ? gp_flat_after(d, after) : after);
}

/* What is hidden by its style only is there for readers. */
static void
show(struct gp_html_item *item)
{
	item->is_hidden = false;
	item->is_skipped =
		gp_el_is((enum gp_el)item->el) & (GP_EL_UNSEEN | GP_EL_WIDGET);
}

static void
show_formula(struct gp_html_page *p, unsigned i)
{
	unsigned step;

	for (step = 0; step < WRAPPERS && i > p->root; step++) {
		if (p->items[i].is_hidden)
			show(&p->items[i]);
		hide_beside(p, i);
		i = p->items[i].parent;
		if (gp_html_is_block(&p->items[i]) || p->items[i].is_link)
			return;
	}
}

void
gp_html_show_formulas(struct gp_html_page *p)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++)
		if (p->items[i].el == GP_EL_MATH)
			show_formula(p, i);
}

/* ---- pictures of formulas ---- */

/* By the class that programs give it, or the service that draws it. */
static bool
is_called_formula(const struct gp_flat *d, uint32_t i)
{
	static const char *const names[] = { "latex", "ql-img-inline",
		                             "mwe-math", "math-img", NULL };
	struct gp_str class = gp_flat_attr(d, i, GP_N_CLASS);
	struct gp_str src = gp_flat_attr(d, i, GP_N_SRC);
	size_t k;

	for (k = 0; names[k]; k++)
		if (gp_str_find(class, gp_str(names[k]), 0) < class.n)
			return true;
	src = gp_str_sub(src, 0, LONGEST_SERVICE);
	return gp_str_find(src, GP_STR("latex.php?"), 0) < src.n ||
	       gp_str_find(src, GP_STR("latex.codecogs.com/"), 0) < src.n;
}

bool
gp_html_is_formula_picture(const struct gp_html_page *p, unsigned i)
{
	unsigned up = i;

	if (p->items[i].is_skipped ||
	    gp_flat_attr(p->flat, i, GP_N_ALT).n == 0 ||
	    !is_called_formula(p->flat, i))
		return false;
	while (up != GP_NO_ITEM && !gp_html_is_block(&p->items[up]))
		up = p->items[up].parent;
	return up != GP_NO_ITEM && p->items[up].el != GP_EL_FIGURE &&
	       p->items[up].bytes > 0;
}
