/* Documents first, then relations, then inputs.  Relations are found
   anew, since one of them may quote what is not shown; a cut article has
   none. */
#include "pack/editor/cut.h"

#include "base/file_name.h"
#include "base/map.h"
#include "pack/across/across.h"
#include "normalise/cut_doc.h"

struct pack_cutting {
	struct gp_arena *arena;
	struct gp_pack *pack;
};

static bool
is_cut(const struct gp_entry *entry)
{
	return entry->share != GP_SHARE_FULL;
}

/* ---- documents ---- */

static void
cut_entry(const struct pack_cutting *c, struct gp_entry *entry)
{
	const struct gp_cutting how = {
		.arena = c->arena,
		.labels = c->pack->labels,
		.licence = entry->licence,
		.share = entry->share,
		.is_expired = entry->is_expired,
	};

	if (!is_cut(entry) && entry->licence.n == 0)
		return;
	if (!entry->whole)
		entry->whole = entry->doc;
	entry->doc = gp_cut_doc(&how, entry->whole);
	if (!entry->doc)
		entry->doc = entry->whole;
	if (!is_cut(entry))
		return;
	entry->n_reposts = 0;
	if (entry->share == GP_SHARE_LINK)
		entry->n_notes = 0;
}

/* ---- relations ---- */

static bool
compare_again(const struct pack_cutting *c, struct gp_err *e)
{
	const struct gp_pack *pack = c->pack;
	const struct gp_doc **docs =
		gp_arena_array(c->arena, pack->n_entries + 1, sizeof *docs);
	const struct gp_doc *blank = gp_blank_doc(c->arena);
	size_t i;

	if (!docs || !blank)
		return gp_arena_ok(c->arena, e);
	for (i = 0; i < pack->n_entries; i++)
		docs[i] = is_cut(&pack->entries[i]) ? blank
		                                    : pack->entries[i].doc;
	return gp_arena_ok(c->arena, e) &&
	       gp_compare(c->arena, docs, pack->n_entries, &c->pack->across, e);
}

/* ---- inputs ---- */

static void
put_name(const struct pack_cutting *c, struct gp_map *names, struct gp_str name)
{
	gp_map_put(names, gp_name_written(c->arena, name), c->pack);
}

/* "feed.xml" of "feed.xml#3". */
static struct gp_str
file_of(struct gp_str name)
{
	size_t n = name.n;

	while (n > 0 && name.p[n - 1] != '#')
		n--;
	return n > 1 ? gp_str_sub(name, 0, n - 1) : name;
}

static bool
is_gone(const struct pack_cutting *c, const struct gp_map *gone,
        const struct gp_ingredient *row)
{
	return gp_map_find(gone, row->path) ||
	       (row->article.n &&
	        gp_map_find(gone, gp_name_written(c->arena, row->article)));
}

/* Whoever has the digest of a source can tell that he has its text. */
static bool
cut_inputs(const struct pack_cutting *c, struct gp_err *e)
{
	struct gp_map gone = { .arena = c->arena };
	struct gp_pack *pack = c->pack;
	struct gp_ingredient *rows =
		gp_arena_array(c->arena, pack->n_inputs + 1, sizeof *rows);
	struct gp_str file;
	size_t i, n = 0;

	for (i = 0; i < pack->n_entries; i++)
		if (is_cut(&pack->entries[i])) {
			file = pack->entries[i].doc->input.file;
			put_name(c, &gone, file);
			put_name(c, &gone, file_of(file));
		}
	for (i = 0; rows && i < pack->n_inputs; i++)
		if (!is_gone(c, &gone, &pack->inputs[i]))
			rows[n++] = pack->inputs[i];
	pack->inputs = rows;
	pack->n_inputs = n;
	return gp_arena_ok(c->arena, e);
}

bool
gp_cut_pack(struct gp_arena *a, struct gp_pack *pack, struct gp_err *e)
{
	const struct pack_cutting c = { a, pack };
	size_t i, n = 0;

	for (i = 0; i < pack->n_entries; i++) {
		cut_entry(&c, &pack->entries[i]);
		n += is_cut(&pack->entries[i]);
	}
	if (n == 0)
		return gp_arena_ok(a, e);
	return gp_arena_ok(a, e) && compare_again(&c, e) && cut_inputs(&c, e);
}
