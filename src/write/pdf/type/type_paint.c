/* The order in which a type case comes about: filled, painted, learned; and
   what is done where it cannot be learned.  It reads no file itself. */
#include "write/pdf/type/type_case.h"

bool
gp_case_paint(struct gp_case *c, struct gp_layout *l,
              const struct gp_date *date, struct gp_buf *out, struct gp_err *e)
{
	gp_case_fill(c, l);
	if (!gp_arena_ok(l->arena, e) ||
	    !gp_paint(l, date, &c->specimen, out, e))
		return false;
	c->learned = gp_case_learn(c, gp_buf_view(out));
	if (c->learned)
		return true;
	gp_buf_free(out);
	return gp_arena_ok(l->arena, e) && gp_paint(l, date, NULL, out, e);
}
