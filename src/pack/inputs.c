/* A row for each file that was read, its name made fit to show and its bytes
   digested at once; one that is read twice is told once.  It opens no file. */
#include "pack/inputs.h"

#include "base/hash.h"
#include "base/vec.h"

void
gp_inputs_note(struct gp_inputs *in, struct gp_str path,
               const struct gp_bytes *b)
{
	struct gp_str shown = gp_arena_shown(in->arena, path);
	struct gp_ingredient *row;

	if (gp_map_find(&in->seen, shown))
		return;
	row = GP_VEC_ADD(in->arena, in->rows, in->n, in->cap);
	if (!row)
		return;
	row->path = shown;
	row->bytes = b->size;
	gp_sha256_hex(b->data, b->size, row->sha256);
	gp_map_put(&in->seen, shown, in);
}

void
gp_inputs_undo(struct gp_inputs *in, size_t n)
{
	while (in->n > n)
		gp_map_put(&in->seen, in->rows[--in->n].path, NULL);
}
