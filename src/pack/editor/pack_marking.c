/* A pack without a marking is taken for one with the lowest.  An article's own
   is looked for in its title, its lines and what it says of itself, as they
   stood; whether it is right, and who may lower it, is for people to say. */
#include "pack/editor/pack_marking.h"

#include "base/file.h"
#include "base/limits.h"

enum { EDGE_LINES = 24 }; /* at either end of a source */

static const char list_path[] = "styles/markings.yaml";

/* A data folder without a list has no markings. */
static bool
read_list(struct gp_marking_check *c, struct gp_arena *a, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(a, "%s/%s", c->data, list_path);
	struct gp_bytes text;

	if (!gp_arena_ok(a, e))
		return false;
	if (c->file->info.marking.n == 0 && !gp_file_exists(path.p))
		return true;
	if (!gp_read(path.p, GP_MAX_STYLE_BYTES, &text, e))
		return false;
	c->markings = gp_markings_read(
		a, path.p, (struct gp_str){ (char *)text.data, text.size }, e);
	gp_bytes_free(&text);
	return c->markings != NULL;
}

static bool
fail_marking(const struct gp_marking_check *c, struct gp_str marking,
             struct gp_err *e)
{
	const struct gp_packfile *p = c->file;
	struct gp_str near = gp_marking_nearest(c->markings, marking);

	return gp_fail_at(
		e, GP_SYNTAX, p->marking_path.p, p->marking_line,
		p->marking_column, "marking `%.*s` is not in %s%s%.*s%s",
		GP_ARG(marking), list_path, near.n ? "; did you mean `" : "",
		GP_ARG(near), near.n ? "`?" : "");
}

bool
gp_pack_marking_check(struct gp_marking_check *c, struct gp_pack *pack,
                      struct gp_err *e)
{
	const struct gp_packfile *p = c->file;
	struct gp_str marking = pack->info.marking;
	size_t height;

	if (!read_list(c, pack->arena, e))
		return false;
	height = marking.n ? gp_marking_height(c->markings, marking) : 0;
	if (marking.n && height == 0)
		return fail_marking(c, marking, e);
	if (height > 0 && height > c->markings->n)
		return gp_fail_at(
			e, GP_SYNTAX, p->marking_path.p, p->marking_line,
			p->marking_column,
			"what is marked %.*s is not published by this "
			"program",
			GP_ARG(marking));
	pack->info.wants_protection =
		height > 0 && c->markings->rows[height - 1].is_protected;
	if (pack->info.handling.n &&
	    (height == 0 || !c->markings->rows[height - 1].handling))
		return gp_fail_at(e, GP_SYNTAX, p->handling_path.p,
		                  p->handling_line, p->handling_column,
		                  "the pack's marking takes no `handling`; %s "
		                  "says which do",
		                  list_path);
	return true;
}

/* In the middle of a text one word is a heading like any other; heads and feet
   of pages that stand there have more. */
static bool
counts_at(const struct gp_markings *m, size_t height, size_t line, size_t n)
{
	struct gp_str name = gp_marking_name(m, height);

	return line < EDGE_LINES || line + EDGE_LINES >= n ||
	       gp_str_find(name, GP_STR("-"), 0) < name.n ||
	       gp_str_find(name, GP_STR(" "), 0) < name.n;
}

static size_t
height_of_claim(const struct gp_markings *m, const struct gp_claim *said)
{
	if (said->kind == GP_CLAIM_TITLE)
		return gp_marking_height_of_line(m, said->value);
	if (said->kind != GP_CLAIM_MARKING)
		return 0;
	return gp_marking_height_of_field(m, said->value,
	                                  said->place != GP_SAID_NEARBY);
}

static size_t
height_of_claims(const struct gp_markings *m, const struct gp_doc *doc)
{
	const struct gp_judged_claim *c;
	size_t highest = 0, height;

	for (c = doc->claims; c; c = c->next) {
		height = height_of_claim(m, c->said);
		if (height > highest)
			highest = height;
	}
	return highest;
}

static size_t
height_of_source(const struct gp_markings *m, const struct gp_doc *doc)
{
	size_t highest = gp_marking_height_of_line(m, doc->title.text);
	size_t i, height = height_of_claims(m, doc);

	if (height > highest)
		highest = height;
	for (i = 0; i < doc->n_lines; i++) {
		height = gp_marking_height_of_line(m, doc->lines[i]);
		if (height > highest && counts_at(m, height, i, doc->n_lines))
			highest = height;
	}
	return highest;
}

static void
tell(struct gp_marking_check *c, const struct gp_pack *pack,
     const struct gp_entry *entry)
{
	struct gp_str own = pack->info.marking;

	gp_diag_add(c->diag, GP_WARNING, "marking-higher",
	            entry->doc->input.file.p, 0,
	            "carries the marking %.*s, which is higher than that of "
	            "the pack (%.*s); leave it out, or mark the pack so",
	            GP_ARG(entry->higher),
	            GP_ARG(own.n ? own : GP_STR("none")));
}

bool
gp_pack_marking_compare(struct gp_marking_check *c, struct gp_pack *pack,
                        struct gp_err *e)
{
	const struct gp_markings *m = c->markings;
	size_t own = 1, height, i;

	if (!m)
		return true;
	if (pack->info.marking.n)
		own = gp_marking_height(m, pack->info.marking);
	for (i = 0; i < pack->n_entries; i++) {
		struct gp_entry *entry = &pack->entries[i];

		height = height_of_source(m, entry->doc);
		if (height <= own)
			continue;
		entry->higher = gp_marking_name(m, height);
		tell(c, pack, entry);
	}
	return gp_arena_ok(pack->arena, e);
}
