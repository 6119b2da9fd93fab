/* The ways to fit a table, tried in their order.  Which columns make a part,
   and how a row is a list, is known elsewhere; so is how room is shared. */
#include "typeset/compose/table_fit.h"

#include "typeset/compose/table_taken.h"

#include <string.h>

enum {
	LEAST_PERCENT = 80, /* of the size of its type: three quarters would
	                       be a footnote's */
	LEAST_GAP_PART = 2, /* of the gap between columns */
};

static void
tell(const struct gp_flow *f, const struct gp_table *t, const char *code,
     struct gp_str what)
{
	gp_diag_add(f->diag, GP_NOTE, code, f->file, t->line,
	            "on paper the table of %u columns has no room for its "
	            "longest words and numbers side by side: %.*s",
	            (unsigned)t->columns, GP_ARG(what));
}

/* ---- measuring ---- */

/* Measures the cells and has the columns ask for it. */
static bool
ask_all(struct gp_columns *c, struct gp_flow *f, const struct gp_table *t)
{
	struct gp_block *rows = &f->blocks[t->first];
	gp_len most = gp_style_measure(f->style);
	size_t i, k;

	if (!gp_columns_open(c, f, t, t->columns))
		return false;
	if (f->style->columns < 2)
		most = t->width;
	for (i = 0; i < t->count; i++)
		for (k = 0; k < rows[i].n_cells; k++) {
			gp_cell_measure(f, &rows[i].cells[k], most);
			gp_columns_ask(c, &rows[i].cells[k]);
		}
	return true;
}

static void
give_all(const struct gp_columns *c, const struct gp_table *t)
{
	struct gp_block *rows = &c->flow->blocks[t->first];
	size_t i, k;

	for (i = 0; i < t->count; i++)
		for (k = 0; k < rows[i].n_cells; k++)
			gp_columns_give(c, &rows[i].cells[k]);
}

static void
widen_captions(struct gp_flow *f, const struct gp_table *t)
{
	struct gp_block *b = &f->blocks[t->first - t->captions];

	for (; b < &f->blocks[t->first]; b++) {
		b->wide = true;
		b->cells[0].x = 0;
		b->cells[0].width = gp_style_measure(f->style);
	}
}

/* A table that is too wide for a column of the body stands across all of
   them, and its caption with it. */
static bool
widen(struct gp_columns *c, struct gp_table *t, int64_t asked)
{
	const struct gp_style *s = c->flow->style;
	struct gp_block *rows = &c->flow->blocks[t->first];
	size_t i;

	if (s->columns < 2 || asked <= t->width || rows->wide)
		return false;
	t->x = c->x = 0;
	t->width = c->room = gp_style_measure(s);
	for (i = 0; i < t->count; i++)
		rows[i].wide = true;
	widen_captions(c->flow, t);
	return true;
}

/* ---- smaller type, less space ---- */

static gp_len
part_of(gp_len size, unsigned percent)
{
	return (gp_len)((int64_t)size * percent / 100);
}

static const struct gp_para *
smaller_para(struct gp_flow *f, const struct gp_para *p, unsigned percent)
{
	struct gp_para *para = gp_arena_alloc(f->arena, sizeof *para);
	struct gp_text_span *spans =
		gp_arena_array(f->arena, p->n_spans + 1, sizeof *spans);
	size_t i;

	if (!para || !spans)
		return p;
	*para = *p;
	para->spans = spans;
	para->size = part_of(p->size, percent);
	para->leading = part_of(p->leading, percent);
	for (i = 0; i < p->n_spans; i++) {
		spans[i] = p->spans[i];
		spans[i].voice.size = part_of(spans[i].voice.size, percent);
		spans[i].voice.rise = part_of(spans[i].voice.rise, percent);
	}
	return para;
}

static void
make_smaller(struct gp_flow *f, const struct gp_table *t, unsigned percent)
{
	size_t i, k;

	for (i = t->first; i < t->first + t->count; i++) {
		struct gp_block *b = &f->blocks[i];

		b->leading = part_of(b->leading, percent);
		for (k = 0; k < b->n_cells; k++) {
			struct gp_cell *cell = &b->cells[k];

			cell->least = cell->need = 0;
			cell->best = 0;
			if (cell->para)
				cell->para =
					smaller_para(f, cell->para, percent);
		}
	}
}

/* The least size of its type, in percent of that of the style. */
static unsigned
least_percent(const struct gp_style *s)
{
	const struct gp_role_style *role = &s->roles[GP_ROLE_TABLE];
	int64_t floor = ((int64_t)s->table_least * 100 + role->size - 1) /
	                (role->size > 0 ? role->size : 1);

	if (floor < LEAST_PERCENT)
		return LEAST_PERCENT;
	return floor < 100 ? (unsigned)floor : 100;
}

static void
tell_smaller(const struct gp_flow *f, const struct gp_table *t,
             unsigned percent, bool closer)
{
	gp_len size = f->style->roles[GP_ROLE_TABLE].size;
	unsigned tenths = (unsigned)((int64_t)size * percent / 10 / GP_PT);

	tell(f, t, "table-smaller",
	     gp_arena_printf(f->arena,
	                     "its type is %u.%u pt, %u %% of its "
	                     "size%s",
	                     tenths / 10, tenths % 10, percent,
	                     closer ? ", with less space between the columns"
	                            : ""));
}

/* True when the columns fit in smaller type, or closer to each other too. */
static bool
fit_smaller(struct gp_columns *c, const struct gp_table *t)
{
	unsigned least = least_percent(c->flow->style), percent = 100;
	gp_len gap = c->gap;
	gp_len closest = gap - gap / LEAST_GAP_PART;

	while (percent > least && gp_columns_need(c, percent) > c->room)
		percent--;
	if (gp_columns_need(c, percent) > c->room) {
		gap = closest;
		c->gap = gap;
		if (gp_columns_need(c, percent) > c->room)
			return false;
		gap += (gp_len)((c->room - gp_columns_need(c, percent)) /
		                (int64_t)c->count);
	}
	tell_smaller(c->flow, t, percent, gap < c->flow->style->cell_gap);
	make_smaller(c->flow, t, percent);
	if (!ask_all(c, c->flow, t))
		return false;
	if (gap < c->gap)
		c->gap = gap;
	gp_columns_share_need(c);
	return true;
}

/* ---- parts and lists ---- */

/* The blocks of the table, no longer in the flow. */
static bool
take_out(struct gp_taken_table *k, struct gp_flow *f, const struct gp_table *t)
{
	*k = (struct gp_taken_table){ .flow = f, .table = t };
	k->rows = gp_arena_array(f->arena, t->count, sizeof *k->rows);
	if (!k->rows)
		return false;
	memcpy(k->rows, &f->blocks[t->first], t->count * sizeof *k->rows);
	f->n_blocks = t->first;
	return true;
}

static bool
put_parts(const struct gp_taken_table *k)
{
	size_t parts = gp_table_parts(k);

	if (parts)
		tell(k->flow, k->table, "table-parted",
		     gp_arena_printf(k->flow->arena,
		                     "it stands in %zu parts, one under the "
		                     "other, its first column in each",
		                     parts));
	return parts > 0;
}

static bool
put_records(const struct gp_taken_table *k)
{
	if (!gp_table_records(k))
		return false;
	tell(k->flow, k->table, "table-listed",
	     GP_STR("each row is a list of what its columns are called and "
	            "what they say"));
	return true;
}

/* True when other blocks stand for the table. */
static bool
take_apart(struct gp_flow *f, const struct gp_table *t)
{
	struct gp_taken_table k;

	if (!take_out(&k, f, t))
		return false;
	if (f->style->table_records ? put_records(&k) || put_parts(&k)
	                            : put_parts(&k) || put_records(&k))
		return true;
	f->n_blocks = t->first + t->count;
	return false;
}

/* ---- the whole ---- */

/* True when the table is what it was, but for its size. */
static bool
fit(struct gp_columns *c, struct gp_table *t)
{
	gp_columns_share(c);
	if (gp_columns_hold(c))
		return true;
	if (widen(c, t, gp_columns_need(c, 100)) && !ask_all(c, c->flow, t))
		return true;
	if (gp_columns_need(c, 100) <= c->room) {
		gp_columns_share_need(c);
		return true;
	}
	return fit_smaller(c, t);
}

void
gp_table_fit(struct gp_flow *f, const struct gp_table *given)
{
	struct gp_table t = *given;
	struct gp_columns c;

	if (!ask_all(&c, f, &t))
		return;
	(void)widen(&c, &t, gp_columns_least(&c));
	if (!fit(&c, &t)) {
		if (take_apart(f, &t))
			return;
		gp_columns_share(&c);
	}
	give_all(&c, &t);
	gp_table_frame(f, t.first);
}
