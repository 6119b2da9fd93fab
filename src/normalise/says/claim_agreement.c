/* Which claims say other than the one that was taken: words by their
   letters, addresses without their scheme and the stroke at their end.
   Decides nothing about the fields themselves, and nothing about dates. */
#include "normalise/says/claim_fields.h"
#include "base/text/uri.h"
#include "normalise/says/claim_words.h"

/* Both name one address, whatever the scheme and the stroke at the end. */
static bool
same_address(struct gp_str a, struct gp_str b)
{
	a = gp_str_sub(a, gp_web_scheme(a), a.n);
	b = gp_str_sub(b, gp_web_scheme(b), b.n);
	if (gp_str_ends(a, GP_STR("/")))
		a.n--;
	if (gp_str_ends(b, GP_STR("/")))
		b.n--;
	return gp_str_eq(a, b);
}

static bool
same(struct gp_work *w, const struct gp_judged_claim *a,
     const struct gp_judged_claim *b)
{
	if (a->said->kind == GP_CLAIM_URL)
		return same_address(a->said->value, b->said->value);
	return gp_claims_agree(w, a->said->value, b->said->value);
}

static const struct gp_judged_claim *
taken(const struct gp_work *w, enum gp_claim_kind kind)
{
	struct gp_judged_claim *c = NULL;

	while ((c = gp_claims_next(w, c, kind)) != NULL && !c->taken)
		;
	return c;
}

void
gp_claims_compare(struct gp_work *w)
{
	static const enum gp_claim_kind kinds[] = {
		GP_CLAIM_TITLE,  GP_CLAIM_STANDFIRST, GP_CLAIM_BYLINE,
		GP_CLAIM_SOURCE, GP_CLAIM_URL,        GP_CLAIM_LANG,
	};
	const struct gp_judged_claim *best;
	struct gp_judged_claim *c;
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		best = taken(w, kinds[i]);
		for (c = NULL;
		     best && (c = gp_claims_next(w, c, kinds[i])) != NULL;)
			c->differs = !c->taken && !same(w, c, best);
	}
}
