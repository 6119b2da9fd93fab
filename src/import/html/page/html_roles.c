/* Headings, tables and lists by role: see html_roles.h.  A table or a list is
   looked through once, when it begins, and only one whose every word stands in
   a cell or an item is taken for it; so nothing in it can be missed later. */
#include "import/html/page/html_roles.h"

enum { LEAST_ROWS = 2, LEAST_WIDTH = 2, LEAST_ITEMS = 2 };

static struct gp_str
role_of(const struct gp_flat *d, uint32_t i)
{
	return gp_str_trim(gp_flat_attr(d, i, GP_N_ROLE));
}

static bool
has_role(const struct gp_flat *d, uint32_t i, const char *role)
{
	return gp_str_eq_nocase(role_of(d, i), gp_str(role));
}

static bool
is_text(const struct gp_flat *d, uint32_t i)
{
	return gp_flat_is_text(d, i) && gp_str_trim(gp_flat_text(d, i)).n > 0;
}

/* ---- tables ---- */

static bool
is_head_cell(const struct gp_flat *d, uint32_t i)
{
	return has_role(d, i, "columnheader") || has_role(d, i, "rowheader");
}

static bool
is_cell(const struct gp_flat *d, uint32_t i)
{
	return has_role(d, i, "cell") || has_role(d, i, "gridcell") ||
	       is_head_cell(d, i);
}

static bool
is_table(const struct gp_flat *d, uint32_t i)
{
	return has_role(d, i, "table") || has_role(d, i, "grid") ||
	       has_role(d, i, "treegrid");
}

/* How many cells a row has, which all that it holds must be; 0: some of it is
   none. */
static unsigned
count_cells(const struct gp_flat *d, uint32_t row)
{
	uint32_t i;
	unsigned n = 0;

	for (i = row + 1; i < d->nodes[row].end; i = d->nodes[i].end) {
		if (is_text(d, i))
			return 0;
		if (gp_flat_is_text(d, i))
			continue;
		if (!is_cell(d, i))
			return 0;
		n++;
	}
	return n;
}

/* A table in a cell stays what it is: cells side by side are enough to read
   it. */
static bool
holds_table(const struct gp_flat *d, uint32_t row)
{
	uint32_t i;

	for (i = row + 1; i < d->nodes[row].end; i++)
		if (gp_el_of(d, i) == GP_EL_TABLE || is_table(d, i))
			return true;
	return false;
}

struct role_rows {
	unsigned rows, wide;
};

static bool
take_row(const struct gp_flat *d, uint32_t row, struct role_rows *s)
{
	unsigned cells = count_cells(d, row);

	s->rows++;
	s->wide += cells >= LEAST_WIDTH;
	return cells > 0 && !holds_table(d, row);
}

/* A table, or a group in one: rows, groups where `groups` may be, and nothing
   else that is seen. */
static bool
take_rows(const struct gp_flat *d, uint32_t outer, bool groups,
          struct role_rows *s)
{
	uint32_t i;

	for (i = outer + 1; i < d->nodes[outer].end; i = d->nodes[i].end) {
		if (gp_flat_is_text(d, i) && !is_text(d, i))
			continue;
		if (has_role(d, i, "row") && take_row(d, i, s))
			continue;
		if (groups && has_role(d, i, "rowgroup") &&
		    take_rows(d, i, false, s))
			continue;
		return false;
	}
	return true;
}

static bool
is_whole_table(const struct gp_flat *d, uint32_t table)
{
	struct role_rows s = { 0, 0 };

	return take_rows(d, table, true, &s) && s.rows >= LEAST_ROWS &&
	       s.wide >= LEAST_ROWS;
}

/* ---- lists ---- */

static bool
is_whole_list(const struct gp_flat *d, uint32_t list)
{
	unsigned n = 0;
	uint32_t i;

	for (i = list + 1; i < d->nodes[list].end; i = d->nodes[i].end) {
		if (is_text(d, i))
			return false;
		if (gp_flat_is_text(d, i))
			continue;
		if (!has_role(d, i, "listitem"))
			return false;
		n++;
	}
	return n >= LEAST_ITEMS;
}

/* ---- headings ---- */

static enum gp_el
heading_of(const struct gp_flat *d, uint32_t i)
{
	struct gp_str level = gp_str_trim(gp_flat_attr(d, i, GP_N_ARIA_LEVEL));

	if (level.n != 1 || level.p[0] < '1' || level.p[0] > '6')
		return GP_EL_H2;
	return (enum gp_el)(GP_EL_H1 + (level.p[0] - '1'));
}

enum gp_el
gp_el_by_role(const struct gp_flat *d, uint32_t i, enum gp_el el,
              enum gp_el outer)
{
	if ((el != GP_EL_DIV && el != GP_EL_P && el != GP_EL_SPAN &&
	     el != GP_EL_SECTION) ||
	    role_of(d, i).n == 0)
		return el;
	if (has_role(d, i, "heading") && (el == GP_EL_DIV || el == GP_EL_P))
		return heading_of(d, i);
	if (is_table(d, i) && is_whole_table(d, i))
		return GP_EL_TABLE;
	if (outer == GP_EL_TABLE && has_role(d, i, "rowgroup"))
		return GP_EL_TBODY;
	if ((outer == GP_EL_TABLE || outer == GP_EL_TBODY) &&
	    has_role(d, i, "row"))
		return GP_EL_TR;
	if (outer == GP_EL_TR && is_cell(d, i))
		return is_head_cell(d, i) ? GP_EL_TH : GP_EL_TD;
	if (has_role(d, i, "list") && is_whole_list(d, i))
		return GP_EL_UL;
	if (outer == GP_EL_UL && has_role(d, i, "listitem"))
		return GP_EL_LI;
	return el;
}

bool
gp_role_is_part(struct gp_str role)
{
	static const char *const parts[] = { "cell",      "gridcell",
		                             "row",       "columnheader",
		                             "rowheader", "listitem",
		                             NULL };

	return gp_str_among_nocase(gp_str_trim(role), parts);
}
