/*
 * The name of the source as the rule file of a site gives it, whatever the
 * article says.  Runs when everybody else has had a say.
 */
#include "normalise/rules/sites.h"
#include "normalise/work.h"

bool
gp_pass_site_name(struct gp_work *w, struct gp_err *e)
{
	struct gp_source *s = &w->doc->source;

	if (!w->how->site || gp_site_file_of(w->how->site)->source.n == 0)
		return true;
	*s = (struct gp_source){
		.name = gp_arena_str(w->doc->arena,
		                     gp_site_file_of(w->how->site)->source),
		.confidence = GP_STR("stated"),
	};
	return gp_arena_ok(w->doc->arena, e);
}
