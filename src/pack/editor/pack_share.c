/* The decision is made elsewhere, and so is the cut; a pack that stands in no
   series is its maker's, and nothing of it is cut. */
#include "pack/editor/pack_share.h"

#include "pack/editor/cut.h"
#include "pack/editor/share.h"

static void
tell_unlisted(const struct gp_doc *doc, const struct gp_packfile *file,
              struct gp_diag *d)
{
	struct gp_str name = gp_str_sub(gp_share_source(doc), 0, 80);

	gp_diag_add(d, GP_WARNING, "source-unlisted", doc->input.file.p, 0,
	            "goes out as headline and link: the series is public, and "
	            "its source%s%.*s is not among `sources` in %.*s",
	            name.n ? " " : "", GP_ARG(name),
	            GP_ARG(file->series->path));
}

/* What else is known of a text that is not shown goes with it. */
static void
drop_reposts(struct gp_entry *entry)
{
	while (entry->n_reposts > 0)
		gp_doc_free(entry->reposts[--entry->n_reposts]);
}

bool
gp_pack_share(struct gp_pack *pack, const struct gp_packfile *file,
              struct gp_diag *d, struct gp_err *e)
{
	const struct gp_share_rules rules = {
		.series = file->series,
		.switched = pack->info.feed_rights,
		.is_switched = file->has_feed_rights,
	};
	struct gp_share_decision is;
	size_t i;

	for (i = 0; file->series && i < pack->n_entries; i++) {
		struct gp_entry *entry = &pack->entries[i];

		is = gp_share_decide(&rules, gp_share_source(entry->doc));
		entry->share = is.share;
		entry->licence = is.row ? is.row->licence : GP_STR("");
		if (is.unlisted)
			tell_unlisted(entry->doc, file, d);
		if (is.share != GP_SHARE_FULL)
			drop_reposts(entry);
	}
	if (!file->series)
		return true;
	pack->info.feed_rights = GP_FEED_FULL;
	return gp_cut_pack(pack->arena, pack, e);
}
