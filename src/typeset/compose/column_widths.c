/* Columns of tables: as wide as their content asks for where there is room,
   else shared out between the widest word and the whole text of each.  What
   cannot be had in any column, a word of 300 letters, takes no room from the
   others. */
#include "typeset/compose/column_widths.h"

enum {
	MOST_PASSES = 8,   /* over the columns, to find a fair share */
	SPARE_PART = 31,   /* of a piece: what the breaker keeps free (boxes.c),
	                      seen from the piece and not from the line */
	HOPELESS_PART = 4, /* of the room: for what no column can hold */
};

bool
gp_columns_open(struct gp_columns *c, struct gp_flow *f,
                const struct gp_table *t, size_t count)
{
	*c = (struct gp_columns){
		.flow = f, .x = t->x, .room = t->width, .count = count
	};
	c->rows = gp_arena_array(f->arena, count ? count : 1, sizeof *c->rows);
	if (!c->rows || count == 0)
		return false;
	/* Many columns leave no room for a gap. */
	c->gap = f->style->cell_gap;
	if (c->gap * (int64_t)count > t->width / 3)
		c->gap = t->width / 3 / (gp_len)count;
	return true;
}

/* ---- what cells ask for ---- */

static void
ask_piece(struct gp_cell *cell, gp_len width, gp_len most)
{
	int64_t need = (int64_t)width + width / SPARE_PART + GP_PT;

	if (width > cell->least)
		cell->least = width;
	if (need > most)
		cell->hopeless = true;
	else if (need > cell->need)
		cell->need = (gp_len)need;
}

void
gp_cell_measure(struct gp_flow *f, struct gp_cell *cell, gp_len most)
{
	struct gp_boxes *boxes = f->boxes;
	int64_t width = 0;
	size_t i;

	if (!cell->para ||
	    !gp_boxes_cut(boxes, cell->para, INT32_MAX / 4, false))
		return;
	for (i = 0; i < boxes->count; i++) {
		const struct gp_box *box = &boxes->rows[i];

		width += box->width;
		ask_piece(cell, box->width, most);
		if (width > cell->best)
			cell->best = width;
		if (box->end == GP_BOX_SPACE || box->end == GP_BOX_TIE)
			width += box->after;
		if (box->end == GP_BOX_FORCED)
			width = 0;
	}
}

void
gp_columns_ask(struct gp_columns *c, const struct gp_cell *cell)
{
	int64_t spans = cell->columns ? cell->columns : 1;
	int64_t least = ((int64_t)cell->least + GP_PT) / spans;
	/* A little more, so that rounding does not break a word. */
	int64_t best = (cell->best + GP_PT) / spans;
	int64_t need = (int64_t)cell->need / spans;
	size_t i;

	if (!cell->para)
		return;
	if (cell->hopeless && need < c->room / HOPELESS_PART / spans)
		need = c->room / HOPELESS_PART / spans;
	for (i = cell->column;
	     (int64_t)i < cell->column + spans && i < c->count; i++) {
		struct gp_column *k = &c->rows[i];

		if (least > k->least)
			k->least = least;
		if (need > k->need)
			k->need = need;
		if (best > k->best)
			k->best = best;
		k->hopeless = k->hopeless || cell->hopeless;
	}
}

int64_t
gp_columns_least(const struct gp_columns *c)
{
	int64_t sum = c->gap * (int64_t)(c->count - 1);
	size_t i;

	for (i = 0; i < c->count; i++)
		sum += c->rows[i].least;
	return sum;
}

int64_t
gp_columns_need(const struct gp_columns *c, unsigned percent)
{
	int64_t sum = c->gap * (int64_t)(c->count - 1);
	size_t i;

	/* Rounding up takes care of the widths of glyphs. */
	for (i = 0; i < c->count; i++)
		sum += c->rows[i].need * percent / 100 + GP_PT / 8;
	return sum;
}

/* ---- what they get ---- */

/* Where not every column can be as wide as its widest word, those that ask for
   less than an equal share get what they ask for, and the rest share what is
   left: one word of 300 letters takes no room from the others. */
static void
share_least(struct gp_columns *c, int64_t room)
{
	int64_t left = room, fair = room / (int64_t)c->count;
	size_t asking = c->count, passes, i;

	for (i = 0; i < c->count; i++)
		c->rows[i].width = -1;
	for (passes = 0; passes < MOST_PASSES && asking; passes++) {
		fair = left / (int64_t)asking;
		for (i = 0; i < c->count; i++) {
			struct gp_column *k = &c->rows[i];

			if (k->width >= 0 || k->least > fair)
				continue;
			k->width = k->least;
			left -= k->least;
			asking--;
		}
	}
	for (i = 0; i < c->count; i++)
		if (c->rows[i].width < 0)
			c->rows[i].width = left / (int64_t)asking;
}

/* Where there is room for all, each gets it; else what is left beside the
   widest words goes to those who would like more. */
static void
share_best(struct gp_columns *c, int64_t room, int64_t least, int64_t best)
{
	int64_t more = best - least;
	size_t i;

	for (i = 0; i < c->count; i++) {
		struct gp_column *k = &c->rows[i];

		k->width = k->best;
		if (best > room && more > 0)
			k->width = k->least +
			           (room - least) * (k->best - k->least) / more;
	}
}

void
gp_columns_share(struct gp_columns *c)
{
	int64_t room = c->room - c->gap * (int64_t)(c->count - 1);
	int64_t least = 0, best = 0;
	int64_t x = c->x;
	size_t i;

	for (i = 0; i < c->count; i++) {
		least += c->rows[i].least;
		best += c->rows[i].best;
	}
	if (least > room)
		share_least(c, room);
	else
		share_best(c, room, least, best);
	for (i = 0; i < c->count; i++) {
		struct gp_column *k = &c->rows[i];

		if (k->width < GP_PT)
			k->width = GP_PT;
		k->x = x;
		x += k->width + c->gap;
	}
}

void
gp_columns_share_need(struct gp_columns *c)
{
	int64_t left = c->room - gp_columns_need(c, 100);
	int64_t hopeless = 0;
	size_t i;

	for (i = 0; i < c->count; i++)
		hopeless += c->rows[i].hopeless;
	for (i = 0; i < c->count; i++) {
		struct gp_column *k = &c->rows[i];

		k->least = k->need;
		if (k->hopeless && left > 0)
			k->least += left / hopeless;
		if (k->best < k->least)
			k->best = k->least;
	}
	gp_columns_share(c);
}

bool
gp_columns_hold(const struct gp_columns *c)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		if (c->rows[i].width < c->rows[i].need)
			return false;
	return true;
}

void
gp_columns_give(const struct gp_columns *c, struct gp_cell *cell)
{
	size_t first = cell->column, last = first;

	if (first >= c->count)
		return;
	if (cell->columns > 1)
		last += cell->columns - 1;
	if (last >= c->count)
		last = c->count - 1;
	cell->x = (gp_len)c->rows[first].x;
	cell->width = (gp_len)(c->rows[last].x + c->rows[last].width -
	                       c->rows[first].x);
}
