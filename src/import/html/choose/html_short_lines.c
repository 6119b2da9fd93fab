/* Each kind of line by its form; what stands round it is not asked but for the
   table that it stands under, and no words of any language are known here but
   those that open a signature. */
#include "import/html/choose/html_short_lines.h"

#include "import/html/choose/html_record.h"
#include "import/html/choose/html_weights.h"

#include "base/text/name_opening.h"

bool
gp_html_is_exact(const struct gp_html_page *p, const struct gp_html_leaf *l,
                 enum gp_el block)
{
	return block == GP_EL_PRE ||
	       p->items[gp_html_formula_round(p, l->from)].el == GP_EL_MATH;
}

/* "Text: Jane Smith": by whom it is, where the text ends. */
static bool
signs(struct gp_str s)
{
	return gp_name_opening(s).opens == GP_OPENS_ANYWHERE;
}

/* "Email: press@moor.example": a label, and where to write to. */
static bool
is_address_to_write_to(struct gp_str s)
{
	size_t at = gp_str_find(s, GP_STR("@"), 0);

	return gp_str_find(s, GP_STR(":"), 0) < at && at + 1 < s.n &&
	       gp_is_alnum(s.p[at - 1]) && gp_is_alnum(s.p[at + 1]);
}

/* "Source: Board of Trade", "* provisional", directly under a table. */
static bool
is_of_table(struct gp_html_page *p, unsigned i, struct gp_str s)
{
	struct gp_str label = gp_str_sub(s, 0, gp_str_find(s, GP_STR(":"), 0));

	if (i == 0 || p->leaves[i].bad || p->leaves[i - 1].why ||
	    !gp_html_page_in_rows(p, p->leaves[i - 1].el))
		return false;
	return gp_str_starts(s, GP_STR("*")) ||
	       (label.n < s.n && gp_count_words(label) <= LABEL_WORDS);
}

/* "Press office: 0000 123456": whom to ask, and where; or a remark on the text,
   which is no furniture either. */
bool
gp_html_says_something(struct gp_html_page *p, unsigned i, struct gp_buf *text)
{
	const struct gp_html_leaf *l = &p->leaves[i];
	struct gp_str s;

	gp_buf_clear(text);
	gp_html_leaf_text(p, l, text);
	s = gp_str_trim(gp_buf_view(text));
	if (signs(s))
		return true;
	if (l->link_words * 2 > l->words)
		return false;
	return gp_html_is_number_to_ring(s) || is_address_to_write_to(s) ||
	       gp_html_is_remark(s) || is_of_table(p, i, s);
}
