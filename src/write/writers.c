/* The registries: every writer and every printer, one row each.  Knows no
   format itself. */
#include "write/write.h"

const struct gp_writer *const gp_writers[] = {
	&gp_write_epub,
	&gp_write_pdf,
	&gp_write_atom,
	NULL,
};

const struct gp_printer *const gp_printers[] = {
	&gp_print_json,    &gp_print_text,  &gp_print_tree, &gp_print_html,
	&gp_print_explain, &gp_print_rules, NULL,
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

const struct gp_printer *
gp_printer_find(const char *name)
{
	const struct gp_printer *const *p;

	for (p = gp_printers; *p; p++)
		if (gp_str_eq(gp_str((*p)->name), gp_str(name)))
			return *p;
	return NULL;
}
