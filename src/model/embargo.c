/* Whose word of an embargo counts, and whether its time has come.  It reads
   neither text nor clock, and holds nothing back itself. */
#include "model/embargo.h"

static struct gp_embargo
or_none(const struct gp_embargo *e)
{
	return e ? *e : (struct gp_embargo){ .kind = GP_EMBARGO_NONE };
}

static bool
is_later(const struct gp_embargo *a, const struct gp_embargo *b)
{
	return gp_date_seconds(&a->until) > gp_date_seconds(&b->until);
}

struct gp_embargo
gp_embargo_of(const struct gp_embargo *pack, const struct gp_embargo *article,
              const struct gp_embargo *source)
{
	struct gp_embargo all = or_none(pack), own = or_none(article);

	if (own.kind == GP_EMBARGO_NONE)
		own = all.kind == GP_EMBARGO_LIFTED ? all : or_none(source);
	if (all.kind != GP_EMBARGO_UNTIL || own.kind == GP_EMBARGO_OPEN)
		return own;
	return own.kind == GP_EMBARGO_UNTIL && is_later(&own, &all) ? own : all;
}

struct gp_embargo
gp_embargo_both(struct gp_embargo a, struct gp_embargo b)
{
	if (b.kind == GP_EMBARGO_NONE)
		return a;
	if (a.kind == GP_EMBARGO_UNTIL && b.kind == GP_EMBARGO_UNTIL)
		return is_later(&b, &a) ? b : a;
	return a.kind == GP_EMBARGO_UNTIL ? a : b;
}

bool
gp_embargo_holds(const struct gp_embargo *e, int64_t now)
{
	if (e->kind != GP_EMBARGO_UNTIL)
		return e->kind == GP_EMBARGO_OPEN;
	return now == 0 || now < gp_date_seconds(&e->until);
}
