/*
 * Printers: one document in, text for people or programs out; one file a
 * format, one row each in printers.def.  A printer changes nothing and reads
 * no file.  Private to report/.
 */
#ifndef GP_REPORT_PRINTER_H
#define GP_REPORT_PRINTER_H

#include "base/buf.h"
#include "model/doc.h"

/* One of the forms of gp_doc_print(). */
struct gp_printer {
	const char *name; /* "json" */
	bool (*print)(const struct gp_doc *doc, bool colour, struct gp_buf *out,
	              struct gp_err *e);
};

#define GP_PRINTER(name) extern const struct gp_printer gp_print_##name;
#include "report/printers.def"
#undef GP_PRINTER

/* Every printer; NULL at the end. */
extern const struct gp_printer *const gp_printers[];
const struct gp_printer *
gp_printer_find(const char *name);

#endif
