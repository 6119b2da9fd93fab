/* A row for each file that was read, its name made fit to show and its bytes
   digested at once; one that is read twice is told once.  It opens no file. */
#include "pack/inputs.h"

#include "base/file_name.h"
#include "base/hash.h"
#include "base/vec.h"

#include <string.h>

static struct gp_ingredient *
new_row(struct gp_inputs *in, struct gp_str path, size_t bytes)
{
	struct gp_str shown = gp_name_written(in->arena, path);
	struct gp_ingredient *row;

	if (gp_map_find(&in->seen, shown))
		return NULL;
	row = GP_VEC_ADD(in->arena, in->rows, in->n, in->cap);
	if (!row)
		return NULL;
	row->path = shown;
	row->bytes = bytes;
	row->article = GP_STR("");
	gp_map_put(&in->seen, shown, in);
	return row;
}

void
gp_inputs_note(struct gp_inputs *in, struct gp_str path,
               const struct gp_bytes *b)
{
	struct gp_ingredient *row = new_row(in, path, b->size);

	if (row)
		gp_sha256_hex(b->data, b->size, row->sha256);
}

void
gp_inputs_note_picture(struct gp_inputs *in, struct gp_str path,
                       const struct gp_bytes *b, struct gp_str article)
{
	size_t n = in->n;

	gp_inputs_note(in, path, b);
	if (in->n > n)
		in->rows[n].article = gp_arena_str(in->arena, article);
}

void
gp_inputs_add(struct gp_inputs *in, struct gp_str path, size_t bytes,
              const char sha256[GP_SHA256_HEX])
{
	struct gp_ingredient *row = new_row(in, path, bytes);

	if (row)
		memcpy(row->sha256, sha256, GP_SHA256_HEX);
}

void
gp_inputs_undo(struct gp_inputs *in, size_t n)
{
	while (in->n > n)
		gp_map_put(&in->seen, in->rows[--in->n].path, NULL);
}

void
gp_inputs_remove(struct gp_inputs *in, struct gp_str path)
{
	struct gp_str shown = gp_name_written(in->arena, path);
	size_t i = 0;

	while (i < in->n && !gp_str_eq(in->rows[i].path, shown))
		i++;
	if (i == in->n)
		return;
	gp_map_put(&in->seen, shown, NULL);
	for (in->n--; i < in->n; i++)
		in->rows[i] = in->rows[i + 1];
}
