/* The order of the steps of a layout (columns of tables, lines, pages,
   places) and its failures, asked after each of them.  A number of a page as
   it is printed is made here too.  What a step does is known to its file
   alone. */
#include "typeset/pages/layout.h"

#include <stdio.h>

bool
gp_layout_alive(const struct gp_layout *l)
{
	struct gp_err ignored = { 0 };

	return gp_arena_ok(l->arena, &ignored);
}

void
gp_layout_cell(struct gp_layout *l, struct gp_cell *cell)
{
	if (!cell->para)
		return;
	(void)gp_lines_break(l->breaker, cell->para, cell->width, &cell->lines,
	                     &cell->n_lines);
}

static void
break_block(struct gp_layout *l, struct gp_block *block)
{
	size_t i;

	for (i = 0; i < block->n_cells; i++) {
		gp_layout_cell(l, &block->cells[i]);
		if (block->cells[i].n_lines > block->n_lines)
			block->n_lines = block->cells[i].n_lines;
	}
	/* A block with nothing in it, such as an empty row, is one line. */
	if (block->n_lines == 0 && !block->rules && block->n_cells)
		block->n_lines = 1;
}

/* First failure of what the steps share. */
static bool
all_well(struct gp_layout *l, struct gp_err *e)
{
	if (!gp_arena_ok(l->arena, e) || e->code != GP_OK)
		return false;
	if (l->breaker->failed || l->breaker->boxes.failed)
		return gp_fail(e, GP_NOMEM, "out of memory");
	return gp_buf_ok(&l->flow->text.text, e);
}

bool
gp_layout_cut(struct gp_layout *l, struct gp_err *e)
{
	size_t i;

	gp_layout_tables(l);
	for (i = 0; i < l->flow->n_blocks; i++)
		break_block(l, &l->flow->blocks[i]);
	if (!all_well(l, e))
		return false;
	gp_layout_pages(l);
	return all_well(l, e);
}

bool
gp_layout_run(struct gp_layout *l, struct gp_err *e)
{
	if (!gp_layout_cut(l, e))
		return false;
	l->flow->file = "";
	gp_layout_set(l);
	return all_well(l, e);
}

void
gp_page_print(const struct gp_page *page, char out[32])
{
	static const struct {
		unsigned value;
		const char *text;
	} parts[] = { { 100, "c" }, { 90, "xc" }, { 50, "l" },
		      { 40, "xl" }, { 10, "x" },  { 9, "ix" },
		      { 5, "v" },   { 4, "iv" },  { 1, "i" } };
	unsigned n = page->number, i = 0;
	size_t at = 0;

	if (page->body || n >= 400) {
		(void)snprintf(out, 32, "%u", n);
		return;
	}
	out[0] = '\0';
	while (n > 0 && i < sizeof parts / sizeof *parts) {
		if (n >= parts[i].value) {
			at += (size_t)snprintf(out + at, 32 - at, "%s",
			                       parts[i].text);
			n -= parts[i].value;
		} else {
			i++;
		}
	}
}

static void
drop(struct gp_layout *l, void *rows, size_t *cap, size_t size)
{
	if (*cap)
		(void)gp_arena_resize(l->arena, rows, *cap * size, 0);
	*cap = 0;
}

void
gp_layout_drop(struct gp_layout *l)
{
	drop(l, l->words, &l->cap_words, sizeof *l->words);
	drop(l, l->pieces, &l->cap_pieces, sizeof *l->pieces);
	drop(l, l->fills, &l->cap_fills, sizeof *l->fills);
	drop(l, l->fragments, &l->cap_fragments, sizeof *l->fragments);
	drop(l, l->flow->blocks, &l->flow->cap_blocks, sizeof *l->flow->blocks);
	l->n_words = l->n_pieces = l->n_fills = l->n_fragments = 0;
	l->flow->n_blocks = 0;
	l->words = NULL;
	l->pieces = NULL;
	l->fills = NULL;
	l->fragments = NULL;
	l->flow->blocks = NULL;
}
