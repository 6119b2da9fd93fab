/* What was wrong with a source, kept as a row and told as a warning or as
   the error of the run.  Which sources may be left out, and what a pack is
   worth without them, it does not know. */
#include "pack/left_out.h"

#include "base/file_name.h"
#include "base/vec.h"

#include <string.h>

bool
gp_is_fault_of_source(enum gp_code code)
{
	return code == GP_INPUT || code == GP_SYNTAX || code == GP_LIMIT;
}

void
gp_left_outs_add(struct gp_left_outs *all, struct gp_str file, const char *path,
                 const struct gp_err *why)
{
	struct gp_left_out *row =
		GP_VEC_ADD(all->arena, all->rows, all->n, all->cap);

	if (!row)
		return;
	*row = (struct gp_left_out){
		.file = gp_name_shown(all->arena, file),
		.path = gp_arena_cstr(all->arena, path),
		.why = gp_arena_cstr(all->arena, why->msg),
		.code = why->code,
		.line = why->line,
		.column = why->column,
	};
}

/* What to do, for a message that does not say it behind a `;`. */
static const char *
cure_of(const struct gp_left_out *row)
{
	return strchr(row->why.p, ';') ? ""
	                               : "; mend it, or skip it in pack.yaml";
}

void
gp_left_outs_say(const struct gp_left_outs *all, size_t first,
                 struct gp_diag *d)
{
	const struct gp_left_out *row;

	for (; first < all->n; first++) {
		row = &all->rows[first];
		gp_diag_add(d, GP_WARNING, "left-out", row->path.p, row->line,
		            "left out of the pack: %s%s", row->why.p,
		            cure_of(row));
	}
}

bool
gp_left_outs_fail(const struct gp_left_outs *all, struct gp_err *e)
{
	const struct gp_left_out *row = &all->rows[0];

	return gp_fail_at(e, row->code, row->path.p, row->line, row->column,
	                  "%s", row->why.p);
}
