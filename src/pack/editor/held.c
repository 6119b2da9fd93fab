/* Embargoes at the door of a pack: whose word counts is for model/embargo.h to
   say, this asks for each article and tells what came of it.  It reads neither
   the source nor the clock. */
#include "pack/editor/held.h"

/* "until 2015-11-10T00:01:00Z", with what to do where no time can be read. */
static void
say_until(const struct gp_embargo *e, char out[], size_t size)
{
	char until[GP_DATE_TEXT];

	if (e->kind == GP_EMBARGO_OPEN) {
		gp_format(out, size,
		          "until `embargo: none` or a time with its zone is "
		          "written for it in pack.yaml: no time can be read");
		return;
	}
	gp_date_utc(&e->until, until);
	gp_format(out, size, "until %s", until);
}

static void
note_first(struct gp_held *held, const struct gp_embargo *e)
{
	if (e->kind == GP_EMBARGO_UNTIL &&
	    (held->first.precision == GP_NO_DATE ||
	     gp_date_cmp(&e->until, &held->first) < 0))
		held->first = e->until;
}

bool
gp_held_take(struct gp_held *held, const struct gp_packfile *file,
             const struct gp_override *row, const struct gp_doc *doc,
             const char *path, struct gp_diag *d)
{
	const struct gp_embargo *given = row ? &row->embargo : NULL;
	struct gp_embargo e =
		gp_embargo_of(&file->embargo, given, &doc->embargo.what);
	bool holds = held->holds && gp_embargo_holds(&e, held->now);
	char until[160];

	if (!holds && (held->holds || e.kind == GP_EMBARGO_NONE ||
	               e.kind == GP_EMBARGO_LIFTED))
		return false;
	say_until(&e, until, sizeof until);
	gp_diag_add(d, GP_WARNING, "embargo", path, doc->embargo.at.first,
	            holds ? "held back: under embargo %s"
	                  : "is under embargo: no output has it %s",
	            until);
	if (!holds)
		return false;
	gp_map_put(&held->names,
	           gp_arena_str(held->names.arena, doc->input.file), held);
	note_first(held, &e);
	held->n++;
	return true;
}

bool
gp_held_has(const struct gp_held *held, struct gp_str name)
{
	return gp_map_find(&held->names, name) != NULL;
}

bool
gp_held_check_pack(const struct gp_held *held, const struct gp_packfile *file,
                   struct gp_err *e)
{
	char until[GP_DATE_TEXT];

	if (!gp_embargo_holds(&file->embargo, held->now))
		return true;
	gp_date_utc(&file->embargo.until, until);
	return gp_fail_at(e, GP_INPUT, file->path.p, 0, 0,
	                  "the pack is under embargo until %s, so nothing was "
	                  "written",
	                  until);
}
