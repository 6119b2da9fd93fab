/* `corrections:` and `withdrawn:` of pack.yaml: rows taken by their keys.
   Whether there are such articles is not asked here. */
#include "config/said_rows.h"

#include "base/limits.h"

#include <stddef.h>

static const struct gp_keys correction_keys, withdrawal_keys;

static bool
fail_unsaid(struct gp_taker *t, const struct gp_yaml *row, const char *key)
{
	return gp_taker_fault(t, row,
	                      "a correction needs `article:`, `date:` and "
	                      "`note:`; `%s` is missing",
	                      key);
}

bool
gp_take_corrections(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_said_rows *p = field;
	struct gp_correction *row;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_ARTICLES))
		return false;
	p->corrections = gp_arena_array(t->arena, v->count + 1, sizeof *row);
	if (!p->corrections)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		row = &p->corrections[p->n_corrections++];
		row->path = gp_arena_cstr(t->arena, c->path);
		row->line = c->line;
		row->column = c->column;
		if (!gp_take_row(t, c, &correction_keys, "article", row))
			return false;
		if (row->date.precision == GP_NO_DATE)
			return fail_unsaid(t, c, "date");
		if (row->note.n == 0)
			return fail_unsaid(t, c, "note");
	}
	return true;
}

static bool
check_withdrawal(struct gp_taker *t, const struct gp_withdrawal *row,
                 const struct gp_yaml *v)
{
	if ((row->article.n > 0) == row->pack)
		return gp_taker_fault(t, v,
		                      "a withdrawal needs `article: ...`, or "
		                      "`pack: yes` for all of them");
	return row->date.precision != GP_NO_DATE ||
	       gp_taker_fault(t, v, "a withdrawal needs a `date:`");
}

bool
gp_take_withdrawn(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_said_rows *p = field;
	struct gp_withdrawal *row;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_ARTICLES))
		return false;
	p->withdrawn = gp_arena_array(t->arena, v->count + 1, sizeof *row);
	if (!p->withdrawn)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		row = &p->withdrawn[p->n_withdrawn++];
		row->line = c->line;
		row->column = c->column;
		if (!gp_take_row(t, c, &withdrawal_keys, "date", row) ||
		    !check_withdrawal(t, row, c))
			return false;
		if (row->pack)
			p->whole = row;
	}
	return true;
}

/* ---- the keys ---- */

#define CORRECTION(field) offsetof(struct gp_correction, field)

static const struct gp_key correction_rows[] = {
	{ "article", gp_take_line, CORRECTION(article), false },
	{ "date", gp_take_day, CORRECTION(date), false },
	{ "note", gp_take_line, CORRECTION(note), false },
};

#define WITHDRAWAL(field) offsetof(struct gp_withdrawal, field)

static const struct gp_key withdrawal_rows[] = {
	{ "article", gp_take_line, WITHDRAWAL(article), false },
	{ "date", gp_take_day, WITHDRAWAL(date), false },
	{ "reason", gp_take_line, WITHDRAWAL(reason), false },
	{ "pack", gp_take_flag, WITHDRAWAL(pack), false },
	{ "hold", gp_take_flag, WITHDRAWAL(hold), false },
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct gp_keys correction_keys = { " in an entry of `corrections`",
	                                        correction_rows,
	                                        COUNT(correction_rows) };

static const struct gp_keys withdrawal_keys = { " in an entry of `withdrawn`",
	                                        withdrawal_rows,
	                                        COUNT(withdrawal_rows) };
