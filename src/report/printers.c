/* The table of printers, made of printers.def, and a look-up by name.  Knows
   no format itself. */
#include "report/printer.h"

const struct gp_printer *const gp_printers[] = {
#define GP_PRINTER(name) &gp_print_##name,
#include "report/printers.def"
#undef GP_PRINTER
	NULL,
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
