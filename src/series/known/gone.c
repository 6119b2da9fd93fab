/* Names of all editions in one map, the last one of a name counting, and names
   of the places of the pack in another.  It compares no text. */
#include "series/known/gone.h"

#include <stdint.h>

static void
put(struct gp_map *m, struct gp_str name, const void *row)
{
	if (name.n)
		gp_map_put(m, name, (void *)(uintptr_t)row);
}

static void
note_edition(struct gp_gone *out, const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		put(&out->names, r->articles[i].file, &r->articles[i]);
		put(&out->names, r->articles[i].given, &r->articles[i]);
	}
}

static void
note_place(struct gp_gone *out, const struct gp_entry *entry)
{
	if (!entry->withdrawn)
		return;
	put(&out->places, entry->doc->input.file, entry);
	if (entry->has_given_id)
		put(&out->places, entry->id, entry);
}

bool
gp_gone_read(struct gp_arena *a, const struct gp_ledger *l, struct gp_str name,
             const struct gp_pack *pack, struct gp_gone *out, struct gp_err *e)
{
	size_t i;

	*out = (struct gp_gone){
		.names = { .arena = a },
		.places = { .arena = a },
		.whole = pack->whole,
	};
	for (i = 0; i < l->n; i++)
		if (!l->rows[i].undoes && !l->rows[i].undone &&
		    gp_str_eq(l->rows[i].pack, name))
			note_edition(out, &l->rows[i]);
	for (i = 0; i < pack->n_entries; i++)
		note_place(out, &pack->entries[i]);
	return gp_arena_ok(a, e);
}

const struct gp_released_article *
gp_gone_find(const struct gp_gone *gone, const struct gp_entry *entry)
{
	const struct gp_released_article *row =
		entry->has_given_id ? gp_map_find(&gone->names, entry->id)
				    : NULL;

	return row ? row : gp_map_find(&gone->names, entry->doc->input.file);
}

const struct gp_withdrawal *
gp_gone_has(const struct gp_gone *gone, const struct gp_released_article *row)
{
	const struct gp_entry *place = gp_map_find(&gone->places, row->file);

	if (!place && row->given.n)
		place = gp_map_find(&gone->places, row->given);
	return place ? place->withdrawn : gone->whole;
}
