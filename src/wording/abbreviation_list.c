/* The short forms of all documents copied, sorted by letters and made
   single; one that two articles explain differently is there twice.  It
   explains none of its own and finds none: that is done when an article is
   normalised. */
#include "wording/abbreviation_list.h"

#include <stdlib.h>

/* By letters, capital or not, then by bytes, so that the order is one. */
static int
compare_letters(struct gp_str a, struct gp_str b)
{
	size_t i;

	for (i = 0; i < a.n && i < b.n; i++) {
		char x = gp_to_lower(a.p[i]), y = gp_to_lower(b.p[i]);

		if (x != y)
			return (unsigned char)x < (unsigned char)y ? -1 : 1;
	}
	return a.n == b.n ? gp_str_cmp(a, b) : a.n < b.n ? -1 : 1;
}

static int
compare_forms(const void *a, const void *b)
{
	const struct gp_short_form *x = a, *y = b;
	int order = compare_letters(x->brief, y->brief);

	return order ? order : compare_letters(x->full, y->full);
}

const struct gp_short_form *
gp_abbreviations(const struct gp_pack *pack, struct gp_arena *a, size_t *n)
{
	struct gp_short_form *rows;
	size_t all = 0, i, k;

	*n = 0;
	for (i = 0; i < pack->n_entries; i++)
		all += pack->entries[i].doc->n_short_forms;
	rows = gp_arena_array(a, all + 1, sizeof *rows);
	if (!rows)
		return NULL;
	for (all = i = 0; i < pack->n_entries; i++)
		for (k = 0; k < pack->entries[i].doc->n_short_forms; k++)
			rows[all++] = pack->entries[i].doc->short_forms[k];
	qsort(rows, all, sizeof *rows, compare_forms);
	for (i = 0; i < all; i++)
		if (*n == 0 || !gp_str_eq(rows[i].brief, rows[*n - 1].brief) ||
		    !gp_str_eq_nocase(rows[i].full, rows[*n - 1].full))
			rows[(*n)++] = rows[i];
	return rows;
}
