/* One line taken apart; whether the file has that digest is not known here. */
#include "verify/sums.h"

#include "base/hash.h"

enum { SUM = GP_SHA256_HEX - 1, GAP = 2 };

static bool
is_sum(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_digit(s.p[i]) && (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return s.n == SUM;
}

bool
gp_sums_line(struct gp_str line, struct gp_str *sum, struct gp_str *name)
{
	*sum = gp_str_sub(line, 0, SUM);
	*name = gp_str_sub(line, SUM + GAP, line.n);
	return is_sum(*sum) && name->n &&
	       gp_str_eq(gp_str_sub(line, SUM, SUM + GAP), GP_STR("  "));
}
