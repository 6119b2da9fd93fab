/* Rows go to their articles, the newest in front; of one day, the one that is
   listed last.  Who corrects an article that is not there has another one in
   mind, unless an embargo holds it back: then the row waits for it.  Of one
   that was withdrawn nothing more is said.  Nothing here compares texts. */
#include "pack/editor/corrected.h"

#include "base/map.h"

static bool
fail_row(const struct gp_correction *row, struct gp_err *e)
{
	return gp_fail_at(e, GP_SYNTAX, row->path.p, row->line, row->column,
	                  "there is no article `%.*s` to correct",
	                  GP_ARG(row->article));
}

static void
name_entries(const struct gp_pack *pack, struct gp_map *by_name)
{
	struct gp_entry *entry = pack->entries;
	size_t i;

	for (i = 0; i < pack->n_entries; i++, entry++) {
		gp_map_put(by_name, entry->doc->input.file, entry);
		if (entry->has_given_id)
			gp_map_put(by_name, entry->id, entry);
	}
}

static void
add_note(const struct gp_pack *pack, struct gp_entry *entry,
         const struct gp_correction *row)
{
	size_t n = entry->n_notes, i = 0;
	struct gp_correction *rows;

	if (entry->withdrawn || !gp_correction_is_public(row))
		return;
	rows = gp_arena_array(pack->arena, n + 1, sizeof *rows);
	if (!rows)
		return;
	for (; i < n && gp_date_cmp(&entry->notes[i].date, &row->date) > 0; i++)
		rows[i] = entry->notes[i];
	rows[i] = *row;
	for (; i < n; i++)
		rows[i + 1] = entry->notes[i];
	entry->notes = rows;
	entry->n_notes = n + 1;
}

bool
gp_corrections_take(struct gp_pack *pack, const struct gp_held *held,
                    struct gp_err *e)
{
	const struct gp_correction *row = pack->corrections;
	struct gp_map by_name = { .arena = pack->arena };
	struct gp_entry *entry;
	size_t i;

	if (pack->n_corrections)
		name_entries(pack, &by_name);
	for (i = 0; i < pack->n_corrections; i++, row++) {
		entry = gp_map_find(&by_name, row->article);
		if (entry)
			add_note(pack, entry, row);
		else if (!gp_held_has(held, row->article))
			return fail_row(row, e);
	}
	return gp_arena_ok(pack->arena, e);
}
