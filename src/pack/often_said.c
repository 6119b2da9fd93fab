/* A table of the codes that say of a whole article that something was not
   found, which an article has once at most.  Whether it should have been found
   is not known here, nor which articles lack it. */
#include "pack/often_said.h"

enum {
	LEAST = 3, /* articles: two lines can be read */
	PART = 2,  /* one of so many is not yet most */
};

static const struct {
	const char *code, *what;
} rows[] = {
	{ "no-source", "source" },
	{ "no-byline", "byline" },
};

static bool
is_of_most(size_t n, size_t articles)
{
	return n >= LEAST && n * PART > articles;
}

void
gp_often_said(struct gp_diag *d, size_t articles)
{
	size_t i, n;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		n = gp_diag_count_code(d, rows[i].code);
		if (!is_of_most(n, articles))
			continue;
		gp_diag_take_out(d, rows[i].code);
		gp_diag_add(d, GP_WARNING, rows[i].code, "", 0,
		            "no %s found in %zu of %zu articles; `govpub "
		            "normalise --explain` says it of each",
		            rows[i].what, n, articles);
	}
}
