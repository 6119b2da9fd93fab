/* The registry of writers, one row each.  Knows no format itself. */
#include "write/write.h"

const struct gp_writer *const gp_writers[] = {
	&gp_write_epub,
	&gp_write_pdf,
	&gp_write_atom,
	NULL,
};

const struct gp_writer *
gp_writer_find(const char *name)
{
	const struct gp_writer *const *w;

	for (w = gp_writers; *w; w++)
		if (gp_str_eq(gp_str((*w)->name), gp_str(name)))
			return *w;
	return NULL;
}
