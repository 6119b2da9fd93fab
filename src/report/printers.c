/* The registry of printers, one row each.  Knows no format itself. */
#include "report/printer.h"

const struct gp_printer *const gp_printers[] = {
	&gp_print_json,    &gp_print_text,  &gp_print_tree, &gp_print_html,
	&gp_print_explain, &gp_print_rules, NULL,
};

const struct gp_printer *
gp_printer_find(const char *name)
{
	const struct gp_printer *const *p;

	for (p = gp_printers; *p; p++)
		if (gp_str_eq(gp_str((*p)->name), gp_str(name)))
			return *p;
	return NULL;
}
