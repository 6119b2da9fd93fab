/* Columns of figures are read by their right ends: where a source gives its
   table no sides, the columns whose every cell is a figure stand to the
   right, their heads with them, and what decimals a figure lacks is counted,
   so that the points can stand under each other.  The first column names the
   rows; one cell of words and a column stays as it is.  How a cell is shown
   is not known here. */
#include "normalise/text/figure.h"
#include "normalise/work.h"

#include "base/limits.h"
#include "model/node_words.h"
#include "model/walk.h"

enum {
	MOST_COLUMNS = 200, /* of a table that is looked at */
	MOST_DECIMALS = 4,  /* that are made even */
};

/* What is known of a column. */
struct figure_column {
	unsigned taken;   /* rows that a cell from above still holds it */
	unsigned figures; /* cells */
	bool has_words;
	char point; /* behind which decimals stand; 0: there are none */
	bool has_two_points;
	unsigned decimals; /* the most of them */
};

struct figure_table {
	struct figure_column columns[MOST_COLUMNS];
	struct gp_buf *words; /* scratch */
	bool is_sided;        /* by its source, or too wide */
};

static unsigned
span(int given)
{
	return given < 1 ? 1 : (unsigned)given;
}

/* The column of the next cell of a row; MOST_COLUMNS: there is none. */
static unsigned
free_column(const struct figure_table *t, unsigned column)
{
	while (column < MOST_COLUMNS && t->columns[column].taken)
		column++;
	return column;
}

static void
hold(struct figure_table *t, unsigned column, unsigned columns, unsigned rows)
{
	unsigned i;

	for (i = column; i < MOST_COLUMNS && i - column < columns; i++)
		t->columns[i].taken = rows;
}

static void
next_row(struct figure_table *t)
{
	unsigned i;

	for (i = 0; i < MOST_COLUMNS; i++)
		t->columns[i].taken -= t->columns[i].taken > 0;
}

/* Calls `see` for each cell of the table with its column. */
static void
each_cell(struct figure_table *t, struct gp_node *table,
          void (*see)(struct figure_table *t, struct gp_node *cell,
                      unsigned column, bool first_row))
{
	struct gp_node *row, *cell;
	unsigned column;
	bool first = true;

	for (row = table->first; row; row = row->next) {
		if (row->kind != GP_ROW)
			continue;
		column = 0;
		for (cell = row->first; cell; cell = cell->next) {
			column = free_column(t, column);
			if (column == MOST_COLUMNS) {
				t->is_sided = true;
				break;
			}
			see(t, cell, column, first);
			hold(t, column, span(gp_node_cell(cell)->columns),
			     span(gp_node_cell(cell)->rows));
			column += span(gp_node_cell(cell)->columns);
		}
		next_row(t);
		first = false;
	}
}

static void
take_figure(struct figure_column *c, struct gp_str s)
{
	struct gp_figure_point point = gp_figure_point(s);

	c->figures++;
	if (!point.is_sure)
		return;
	c->has_two_points |= c->point && c->point != point.sign;
	c->point = point.sign;
	if (point.digits > c->decimals)
		c->decimals = point.digits;
}

static struct gp_str
words_of(struct figure_table *t, const struct gp_node *cell)
{
	gp_buf_clear(t->words);
	gp_heading_words(cell, t->words);
	return gp_buf_view(t->words);
}

static void
look_at(struct figure_table *t, struct gp_node *cell, unsigned column,
        bool first_row)
{
	const struct gp_node_cell *c = gp_node_cell(cell);
	struct gp_str s;

	t->is_sided |= c->side != GP_CELL_START;
	if (c->header || first_row || c->columns > 1)
		return;
	s = words_of(t, cell);
	if (gp_is_figure(s))
		take_figure(&t->columns[column], s);
	else if (!gp_is_no_figure(s))
		t->columns[column].has_words = true;
}

/* The decimals that a figure has behind the point of its column. */
static unsigned
decimals_of(const struct figure_column *c, struct gp_str s)
{
	struct gp_figure_point point = gp_figure_point(s);

	return point.sign == c->point ? point.digits : 0;
}

static void
even_out(struct figure_table *t, struct gp_node *cell,
         const struct figure_column *c)
{
	struct gp_str s = words_of(t, cell);
	unsigned has;

	if (!c->point || c->has_two_points || c->decimals > MOST_DECIMALS ||
	    !gp_is_figure(s))
		return;
	has = decimals_of(c, s);
	if (has >= c->decimals)
		return;
	cell->as.cell.lacks_digits = (unsigned char)(c->decimals - has);
	cell->as.cell.lacks_point = has == 0;
}

static void
set_side(struct figure_table *t, struct gp_node *cell, unsigned column,
         bool first_row)
{
	const struct figure_column *c = &t->columns[column];

	if (column == 0 || c->figures == 0 || c->has_words ||
	    gp_node_cell(cell)->columns > 1)
		return;
	cell->as.cell.side = GP_CELL_RIGHT;
	if (!gp_node_cell(cell)->header && !first_row)
		even_out(t, cell, c);
}

static void
release_all(struct figure_table *t)
{
	unsigned i;

	for (i = 0; i < MOST_COLUMNS; i++)
		t->columns[i].taken = 0;
}

static void
set_table(struct gp_node *table, struct gp_buf *words)
{
	struct figure_table t = { .words = words };

	each_cell(&t, table, look_at);
	release_all(&t);
	if (!t.is_sided)
		each_cell(&t, table, set_side);
}

bool
gp_pass_figure_columns(struct gp_work *w, struct gp_err *e)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);
	struct gp_buf words = { .max = GP_MAX_DOC_ARENA };
	bool ok;

	while (gp_walk_next(&walk))
		if (walk.event == GP_ENTER && walk.node->kind == GP_TABLE)
			set_table(gp_walk_own(&walk, w->doc->body), &words);
	ok = gp_buf_ok(&words, e);
	gp_buf_free(&words);
	return ok;
}
