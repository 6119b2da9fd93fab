/* What every step of a layout asks: whether there is memory, the lines of a
   cell, what reaches into a row from above, the number of a page as it is
   printed.  Knows no step. */
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

enum { MOST_UNDER = 200 };

void
gp_layout_above(const struct gp_layout *l, uint32_t block,
                void (*each)(void *user, const struct gp_cell *cell),
                void *user)
{
	const struct gp_block *b = l->flow->blocks;
	uint32_t under = b[block].under, i;
	size_t k;

	if (under > MOST_UNDER)
		under = MOST_UNDER;
	for (i = block - under; i < block; i++)
		for (k = 0; k < b[i].n_cells; k++)
			if (b[i].cells[k].rows > block - i)
				each(user, &b[i].cells[k]);
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
drop_rows(struct gp_layout *l, void *rows, size_t *cap, size_t size)
{
	if (*cap)
		(void)gp_arena_resize(l->arena, rows, *cap * size, 0);
	*cap = 0;
}

void
gp_layout_drop(struct gp_layout *l)
{
	drop_rows(l, l->words, &l->cap_words, sizeof *l->words);
	drop_rows(l, l->pieces, &l->cap_pieces, sizeof *l->pieces);
	drop_rows(l, l->fills, &l->cap_fills, sizeof *l->fills);
	drop_rows(l, l->fragments, &l->cap_fragments, sizeof *l->fragments);
	drop_rows(l, l->flow->blocks, &l->flow->cap_blocks,
	          sizeof *l->flow->blocks);
	l->n_words = l->n_pieces = l->n_fills = l->n_fragments = 0;
	l->flow->n_blocks = 0;
	l->words = NULL;
	l->pieces = NULL;
	l->fills = NULL;
	l->fragments = NULL;
	l->flow->blocks = NULL;
}
