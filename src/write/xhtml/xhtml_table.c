/* Columns are counted as HTML does (4.9.12, forming a table), as far as names
   for cells need it: a cell goes to the first column that no cell from above
   has.  Names are cut at a length, as each is written once a row.  What a cell
   says is not looked at. */
#include "write/xhtml/xhtml_table.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "model/node_words.h"

#include <stdlib.h>

enum {
	MOST_COLUMNS = 1000, /* that HTML allows a cell to span */
	LONGEST_NAME = 120,  /* bytes: some twenty words */
	FEW_COLUMNS = 3,     /* that a phone has room for */
};

/* ---- the box ---- */

static unsigned
spanned(int given, unsigned most)
{
	return given < 1 ? 1 : (unsigned)given < most ? (unsigned)given : most;
}

static size_t
columns_of(const struct gp_node *row)
{
	const struct gp_node *cell;
	size_t count = 0;

	for (cell = row->first; cell; cell = cell->next)
		count += spanned(gp_node_cell(cell)->columns, MOST_COLUMNS);
	return count;
}

static bool
reaches_down(const struct gp_node *row)
{
	const struct gp_node *cell;

	for (cell = row->first; cell; cell = cell->next)
		if (gp_node_cell(cell)->rows > 1)
			return true;
	return false;
}

static const char *
box_class(const struct gp_node *table)
{
	const struct gp_node *row;
	bool stack = false, head = true;
	size_t most = 0;

	for (row = table->first; row; row = row->next) {
		size_t columns = columns_of(row);

		if (row->kind != GP_ROW)
			continue;
		if (columns > most)
			most = columns;
		head = head && gp_row_is_head(row);
		if (head)
			stack = true;
		else if (reaches_down(row))
			stack = false;
		if (!head && !stack)
			break;
	}
	if (most > FEW_COLUMNS)
		return stack ? "table many stack" : "table many";
	return stack ? "table stack" : "table";
}

static void
put_name(struct gp_xml *x, const struct gp_node *table, size_t n,
         const struct gp_labels *l)
{
	struct gp_buf name = { .max = 0 };
	const struct gp_node *kid;

	for (kid = table->first; kid; kid = kid->next) {
		if (kid->kind != GP_CAPTION)
			continue;
		if (name.len)
			gp_buf_putc(&name, ' ');
		gp_node_words(kid, &name);
	}
	if (gp_str_trim(gp_buf_view(&name)).n == 0) {
		gp_buf_clear(&name);
		gp_word_count(l, GP_W_TABLE_NUMBER, n, &name);
	}
	gp_xml_attr(x, "aria-label", gp_str_trim(gp_buf_view(&name)));
	gp_xml_need_buf(x, &name);
	gp_buf_free(&name);
}

static void
line_end(struct gp_xml *x)
{
	gp_xml_text(x, GP_STR("\n"));
}

static void
open_box(struct gp_xml *x, const struct gp_node *table, size_t n,
         const struct gp_labels *l)
{
	gp_xml_open(x, "div");
	gp_xml_attrz(x, "class", box_class(table));
	gp_xml_attrz(x, "role", "region");
	gp_xml_attrz(x, "tabindex", "0");
	put_name(x, table, n, l);
	line_end(x);
}

/* ---- columns ---- */

/* The columns of a cell, from c->next on; how many, 0 after a failure. */
static size_t
take(struct gp_xhtml_table *c, const struct gp_node *cell)
{
	unsigned span = spanned(gp_node_cell(cell)->columns, MOST_COLUMNS), i;

	while (c->next < c->count && c->columns[c->next].taken)
		c->next++;
	if (c->next + span > MOST_COLUMNS)
		return 0;
	if (!GP_VEC_FIT(NULL, c->columns, c->next + span, c->cap)) {
		c->words.failed = GP_NOMEM;
		return 0;
	}
	while (c->count < c->next + span)
		c->columns[c->count++] = (struct gp_xhtml_column){ .taken = 0 };
	for (i = 0; i < span; i++)
		c->columns[c->next + i].taken =
			spanned(gp_node_cell(cell)->rows, INT32_MAX);
	return span;
}

/* At most so long, whole letters. */
static struct gp_str
name_of(struct gp_str words)
{
	size_t n = words.n < LONGEST_NAME ? words.n : LONGEST_NAME;

	while (n > 0 && n < words.n &&
	       ((unsigned char)words.p[n] & 0xC0) == 0x80)
		n--;
	words = gp_str_trim(gp_str_sub(words, 0, n));
	while (words.n && words.p[words.n - 1] == ':')
		words.n--;
	return words;
}

/* "Heads so far, words" for a column. */
static void
add_head(struct gp_xhtml_table *c, struct gp_xhtml_column *k,
         struct gp_str words)
{
	size_t from = c->words.len;
	struct gp_buf all = { .max = 0 };

	gp_buf_str(&all, gp_str_sub(gp_buf_view(&c->words), k->from, k->to));
	if (all.len && words.n)
		gp_buf_puts(&all, ", ");
	gp_buf_str(&all, words);
	gp_buf_str(&c->words, name_of(gp_buf_view(&all)));
	if (all.failed != GP_OK)
		c->words.failed = all.failed;
	gp_buf_free(&all);
	k->from = from;
	k->to = c->words.len;
}

static void
take_head(struct gp_xhtml_table *c, const struct gp_node *cell)
{
	size_t span = take(c, cell), i;
	struct gp_buf words = { .max = 0 };

	gp_heading_words(cell, &words);
	for (i = 0; i < span; i++)
		add_head(c, &c->columns[c->next + i],
		         name_of(gp_buf_view(&words)));
	if (words.failed != GP_OK)
		c->words.failed = words.failed;
	gp_buf_free(&words);
	c->next += span;
}

/* What the column of the next cell is called, "" where it is over several. */
static struct gp_str
take_cell(struct gp_xhtml_table *c, const struct gp_node *cell)
{
	size_t span = take(c, cell), at = c->next;

	c->next += span;
	if (span != 1)
		return GP_STR("");
	return gp_str_sub(gp_buf_view(&c->words), c->columns[at].from,
	                  c->columns[at].to);
}

/* ---- the table ---- */

static void
change_part(struct gp_xml *x, struct gp_xhtml_table *t, enum gp_xhtml_part part)
{
	if (t->part == part)
		return;
	if (t->part != GP_XHTML_NO_PART) {
		gp_xml_close_full(x);
		line_end(x);
	}
	if (part != GP_XHTML_NO_PART) {
		gp_xml_open(x, part == GP_XHTML_HEAD ? "thead" : "tbody");
		line_end(x);
	}
	t->part = part;
}

void
gp_xhtml_table_begin(struct gp_xml *x, const struct gp_node *table,
                     struct gp_xhtml_table *t, bool boxed,
                     const struct gp_labels *l)
{
	t->number++;
	gp_buf_clear(&t->words);
	t->count = t->next = 0;
	if (boxed)
		open_box(x, table, t->number, l);
}

void
gp_xhtml_table_row(struct gp_xml *x, const struct gp_node *row,
                   struct gp_xhtml_table *t)
{
	bool head = t->part != GP_XHTML_BODY && gp_row_is_head(row);
	size_t i;

	change_part(x, t, head ? GP_XHTML_HEAD : GP_XHTML_BODY);
	for (i = 0; i < t->count; i++)
		if (t->columns[i].taken)
			t->columns[i].taken--;
	t->next = 0;
}

void
gp_xhtml_table_cell(struct gp_xml *x, const struct gp_node *cell,
                    struct gp_xhtml_table *t)
{
	struct gp_str name;

	if (t->part == GP_XHTML_HEAD) {
		take_head(t, cell);
		return;
	}
	name = take_cell(t, cell);
	if (name.n && !gp_node_cell(cell)->header)
		gp_xml_attr(x, "data-label", name);
}

void
gp_xhtml_table_end(struct gp_xml *x, struct gp_xhtml_table *t, bool boxed)
{
	change_part(x, t, GP_XHTML_NO_PART);
	gp_xml_close_full(x);
	line_end(x);
	if (!boxed)
		return;
	gp_xml_close_full(x);
	line_end(x);
}

void
gp_xhtml_table_free(struct gp_xhtml_table *t)
{
	free(t->columns);
	gp_buf_free(&t->words);
}
