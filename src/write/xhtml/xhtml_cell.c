/* A head without words is no head of anything.  Sides are said in a style of
   the cell itself, which feeds keep and no style sheet has to know.  What the
   spans of other cells leave of a row is not asked. */
#include "write/xhtml/xhtml_cell.h"

#include "model/node_words.h"

#include <stdio.h>

/* The most that HTML allows (4.9.11, attributes common to td and th). */
enum { MAX_COLUMNS = 1000, MAX_ROWS = 65534 };

static bool
is_head(const struct gp_node *cell)
{
	return gp_node_cell(cell)->header && !gp_node_is_blank(cell);
}

const char *
gp_xhtml_cell_element(const struct gp_node *cell)
{
	return is_head(cell) ? "th" : "td";
}

static void
put_span(struct gp_xml *x, const char *name, int n, int most)
{
	char text[16];

	if (n <= 1)
		return;
	(void)snprintf(text, sizeof text, "%d", n < most ? n : most);
	gp_xml_attrz(x, name, text);
}

/* Where a style sheet stands beside the page, it has these classes; those of a
   figure that lacks decimals add the room that they would take. */
static void
put_class(struct gp_xml *x, const struct gp_node_cell *cell)
{
	char text[48];

	if (cell->lacks_digits)
		(void)snprintf(text, sizeof text, "right lacks-%u%s",
		               (unsigned)cell->lacks_digits,
		               cell->lacks_point ? " lacks-point" : "");
	else
		(void)snprintf(text, sizeof text, "%s",
		               cell->side == GP_CELL_RIGHT ? "right"
		                                           : "center");
	gp_xml_attrz(x, "class", text);
}

static void
put_side(struct gp_xml *x, const struct gp_node_cell *cell, bool plain)
{
	if (plain)
		gp_xml_attrz(x, "style",
		             cell->side == GP_CELL_RIGHT
		                     ? "text-align: right"
		                     : "text-align: center");
	else
		put_class(x, cell);
}

void
gp_xhtml_cell(struct gp_xml *x, const struct gp_node *n, bool in_head,
              bool plain)
{
	const struct gp_node_cell *cell = gp_node_cell(n);

	if (is_head(n))
		gp_xml_attrz(x, "scope", in_head ? "col" : "row");
	put_span(x, "colspan", cell->columns, MAX_COLUMNS);
	put_span(x, "rowspan", cell->rows, MAX_ROWS);
	if (cell->side != GP_CELL_START)
		put_side(x, cell, plain);
}
