/* The findings about single articles were told when the pack was read; here
   they are counted, and one of them is enough.  What a marking means stands in
   the list of markings, not here. */
#include "series/release/release_gate.h"

static size_t
count_higher(const struct gp_pack *pack)
{
	size_t i, n = 0;

	for (i = 0; i < pack->n_entries; i++)
		n += pack->entries[i].higher.n > 0;
	return n;
}

bool
gp_release_gate(const struct gp_pack *pack, const struct gp_seriesfile *series,
                const char *folder, struct gp_err *e)
{
	size_t n = count_higher(pack);

	if (n)
		return gp_fail_at(
			e, GP_INPUT, folder, 0, 0,
			"is not released: the sources of %zu of its "
			"articles carry a higher marking than it does; "
			"leave them out, or mark the pack so",
			n);
	if (pack->info.wants_protection && !series->is_protected)
		return gp_fail_at(
			e, GP_INPUT, folder, 0, 0,
			"is not released: it is marked %.*s, and only "
			"a site that asks its readers who they are may "
			"have it; when it does, write `access: "
			"protected` in series.yaml",
			GP_ARG(pack->info.marking));
	return true;
}
