/*
 * Printers: one document in, text for people or programs out; one file a
 * format, one row each in printers.c.  Private to report/.
 */
#ifndef GP_REPORT_PRINTER_H
#define GP_REPORT_PRINTER_H

#include "base/buf.h"
#include "model/doc.h"

/* Documents as text for people and programs: "json", "text", "tree", "html",
   "explain", "rules"; see gp_doc_print(). */
struct gp_printer {
	const char *name;
	bool (*print)(const struct gp_doc *doc, bool colour, struct gp_buf *out,
	              struct gp_err *e);
};
extern const struct gp_printer gp_print_json;
extern const struct gp_printer gp_print_text;
extern const struct gp_printer gp_print_tree;
extern const struct gp_printer gp_print_html;
extern const struct gp_printer gp_print_explain;
extern const struct gp_printer gp_print_rules;

/* Every printer; NULL at the end. */
extern const struct gp_printer *const gp_printers[];
const struct gp_printer *
gp_printer_find(const char *name);

#endif
