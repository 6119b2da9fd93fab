/*
 * The body as plain text, one block a line: for other programs, for diff and
 * for counting.  No title, no markup but the labels of lists and headings;
 * the cells of a table row are set apart by tabs, and what a term means is
 * indented under it.  Of a picture only its caption is left; what nobody can
 * print leaves its title and its address.
 */
#include "report/printer.h"

#include "model/plain_marks.h"
#include "wording/left_out_words.h"

enum { DEEPEST_INDENT = 8 };

struct text {
	struct gp_buf *out;
	struct gp_str label; /* of an item whose first line is to come */
	size_t depth;        /* of descriptions */
};

struct text_row {
	void (*enter)(struct text *t, const struct gp_node *n);
	bool line; /* a line ends with it */
	bool deep; /* lines in it are indented */
};

/* A line feed inside a text would make two lines of one block. */
static void
put_flat(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		gp_buf_putc(out,
		            s.p[i] == '\n' || s.p[i] == '\t' ? ' ' : s.p[i]);
}

static void
put_label(struct text *t, struct gp_str label)
{
	if (label.n == 0)
		return;
	put_flat(t->out, label);
	gp_buf_putc(t->out, ' ');
}

static void
enter_block(struct text *t, const struct gp_node *n)
{
	size_t i;

	for (i = 0; i < t->depth && i < DEEPEST_INDENT; i++)
		gp_buf_puts(t->out, "    ");
	put_label(t, t->label);
	t->label = GP_STR("");
	put_label(t, gp_node_label(n));
}

static void
enter_item(struct text *t, const struct gp_node *n)
{
	struct gp_str label = gp_node_label(n);

	t->label = label.n ? label : GP_STR("•");
}

static void
enter_cell(struct text *t, const struct gp_node *n)
{
	if (n->prev)
		gp_buf_putc(t->out, '\t');
	else
		enter_block(t, n);
}

static void
enter_rule(struct text *t, const struct gp_node *n)
{
	enter_block(t, n);
	gp_buf_puts(t->out, "* * *");
}

static void
enter_figure(struct text *t, const struct gp_node *n)
{
	struct gp_buf words = { .max = t->out->max };

	if (!n->is_other ||
	    (gp_node_figure(n)->alt.n == 0 && gp_node_figure(n)->origin.n == 0))
		return;
	enter_block(t, n);
	gp_missing_put(n, NULL, &words);
	put_flat(t->out, gp_buf_view(&words));
	gp_buf_putc(t->out, '\n');
	gp_buf_inherit(t->out, &words);
	gp_buf_free(&words);
}

static void
enter_text(struct text *t, const struct gp_node *n)
{
	put_flat(t->out, gp_node_text(n));
}

static void
enter_break(struct text *t, const struct gp_node *n)
{
	(void)n;
	gp_buf_putc(t->out, ' ');
}

/* Kinds without a row only hold others. */
static const struct text_row rows[GP_KIND_COUNT] = {
	[GP_PARAGRAPH] = { .enter = enter_block, .line = true },
	[GP_HEADING] = { .enter = enter_block, .line = true },
	[GP_ITEM] = { .enter = enter_item },
	[GP_TERM] = { .enter = enter_block, .line = true },
	[GP_MEANING] = { .deep = true },
	[GP_ROW] = { .line = true },
	[GP_CELL] = { .enter = enter_cell },
	[GP_FIGURE] = { .enter = enter_figure },
	[GP_CAPTION] = { .enter = enter_block, .line = true },
	[GP_CODE_BLOCK] = { .enter = enter_block, .line = true },
	[GP_RULE] = { .enter = enter_rule, .line = true },
	[GP_TEXT] = { .enter = enter_text },
	[GP_BREAK] = { .enter = enter_break },
};

static bool
print_text(const struct gp_doc *doc, bool colour, struct gp_buf *out,
           struct gp_err *e)
{
	struct text t = { .out = out, .label = GP_STR("") };
	struct gp_plain_marks marks = { .out = out };
	struct gp_walk w = gp_walk_from(doc->body);
	const struct text_row *row;

	(void)colour;
	while (gp_walk_next(&w)) {
		row = &rows[w.node->kind];
		gp_plain_mark(&marks, &w);
		if (row->deep)
			t.depth += w.event == GP_ENTER ? 1 : (size_t)-1;
		if (w.event == GP_ENTER && row->enter)
			row->enter(&t, w.node);
		if (w.event == GP_LEAVE && row->line)
			gp_buf_putc(out, '\n');
	}
	return gp_buf_ok(out, e);
}

const struct gp_printer gp_print_text = { .name = "text", .print = print_text };
