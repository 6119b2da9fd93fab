/* The list of checks is checks.def; its texts are for people, its names
   stay.  How many findings of one check are worth telling is known here, and
   how much may be done with a file; what is wrong with it is not. */
#include "verify/inspect.h"

#define GP_CHECK(name, level, code, text) { code, level, text },
static const struct gp_check_row rows[] = {
#include "verify/checks.def"
};
#undef GP_CHECK

const struct gp_check_row *
gp_check_at(size_t i)
{
	return i < GP_N_CHECKS ? &rows[i] : NULL;
}

void
gp_vfound(struct gp_inspect *in, enum gp_check_id id, const char *place,
          unsigned line, const char *fmt, va_list args)
{
	if (in->same[id]++ > GP_MAX_CHECK_SAME)
		return;
	if (in->same[id] > GP_MAX_CHECK_SAME)
		gp_diag_add(in->diag, rows[id].level, rows[id].code, in->name,
		            0, "there are more of these");
	else
		gp_diag_vadd(in->diag, rows[id].level, rows[id].code, in->name,
		             place, line, fmt, args);
}

void
gp_found(struct gp_inspect *in, enum gp_check_id id, const char *place,
         unsigned line, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	gp_vfound(in, id, place, line, fmt, args);
	va_end(args);
}

bool
gp_spend(struct gp_inspect *in, size_t steps)
{
	bool enough = steps <= in->steps;

	in->steps = enough ? in->steps - steps : 0;
	return enough || gp_fail(in->err, GP_LIMIT,
	                         "it leads to the same bytes again and again, "
	                         "more often than is followed");
}

void
gp_allow(struct gp_inspect *in, size_t steps)
{
	in->steps += steps;
}
