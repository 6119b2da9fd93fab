/* All articles are known, were last in one and the same pack and have the file
   names that they had there.  What else was in that pack is not asked, and no
   file is read. */
#include "series/release/release_renamed.h"

#include "base/file.h"

static bool
is_of_pack(const struct gp_releasing *r, size_t i, struct gp_str pack)
{
	const struct gp_known *who = r->who[i];

	return who && gp_str_eq(who->last->pack, pack) &&
	       gp_str_eq(who->row->file, r->facts[i].row.file);
}

/* The pack that it was; "" for none. */
static struct gp_str
old_name(const struct gp_releasing *r)
{
	struct gp_str pack;
	size_t i;

	if (r->before || r->n == 0 || !r->who[0])
		return GP_STR("");
	pack = r->who[0]->last->pack;
	for (i = 0; i < r->n; i++)
		if (!is_of_pack(r, i, pack))
			return GP_STR("");
	return pack;
}

bool
gp_release_renamed(struct gp_releasing *r, struct gp_err *e)
{
	struct gp_str pack = old_name(r);
	struct gp_str path = gp_arena_printf(r->arena, "%s/%.*s", r->s->folder,
	                                     GP_ARG(pack));

	if (!gp_arena_ok(r->arena, e))
		return false;
	if (pack.n && !gp_file_exists(path.p))
		gp_diag_add(r->s->diag, GP_WARNING, "renamed",
		            r->settings.folder, 0,
		            "holds the articles of pack %.*s, whose folder is "
		            "gone: it is taken for a new pack beside that one; "
		            "if it was renamed, give it its old name back",
		            GP_ARG(pack));
	return true;
}
