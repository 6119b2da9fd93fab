/* The table of writers, made of writers.def, and a look-up by name.  Knows
   no format itself, and no order but that of the rows. */
#include "write/write.h"

const struct gp_writer *const gp_writers[] = {
#define GP_WRITER(name) &gp_write_##name,
#include "write/writers.def"
#undef GP_WRITER
	NULL,
};

const struct gp_format_row *
gp_format_at(size_t i)
{
	const struct gp_writer *const *w;

	for (w = gp_writers; *w; w++)
		if ((*w)->write && i-- == 0)
			return &(*w)->format;
	return NULL;
}

const struct gp_writer *
gp_writer_find(const char *name)
{
	const struct gp_writer *const *w;

	for (w = gp_writers; *w; w++)
		if (gp_str_eq(gp_str((*w)->format.name), gp_str(name)))
			return *w;
	return NULL;
}
