/* Only what was corrected is looked for, in the last edition of each pack; what
   was never corrected says the same wherever it is.  No record is read. */
#include "series/known/elsewhere.h"

static void
tell(const struct gp_release_entry *in, const struct gp_released_article *row,
     struct gp_diag *d)
{
	char path[256];

	gp_format(path, sizeof path, "%.*s/%.*s", GP_ARG(in->pack),
	          GP_ARG(row->file));
	gp_diag_add(d, GP_WARNING, "still-served", path, 0,
	            "“%.*s” was corrected or withdrawn and stands in this pack "
	            "as it was: do the same there, and release the pack",
	            GP_ARG(gp_str_sub(row->title, 0, 80)));
}

static void
look_in(const struct gp_release_entry *in, const struct gp_released_article *a,
        struct gp_diag *d)
{
	size_t i;

	for (i = 0; i < in->n_articles; i++)
		if (in->articles[i].state != GP_ARTICLE_WITHDRAWN &&
		    gp_str_eq(in->articles[i].id, a->id) &&
		    !gp_str_eq(in->articles[i].text, a->text))
			tell(in, &in->articles[i], d);
}

static void
look_for(const struct gp_ledger *l, const struct gp_release_entry *r,
         const struct gp_released_article *a, struct gp_diag *d)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!gp_str_eq(l->rows[i].pack, r->pack) &&
		    gp_ledger_last_of(l, l->rows[i].pack) == &l->rows[i])
			look_in(&l->rows[i], a, d);
}

void
gp_tell_elsewhere(const struct gp_ledger *l, const struct gp_release_entry *r,
                  struct gp_diag *d)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		if (r->articles[i].state == GP_ARTICLE_CORRECTED ||
		    r->articles[i].state == GP_ARTICLE_WITHDRAWN)
			look_for(l, r, &r->articles[i], d);
}
