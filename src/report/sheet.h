/*
 * One article on the report's page, and its largest part, the two columns.
 * Neither knows of the other articles.  Private to report/.
 */
#ifndef GP_REPORT_SHEET_H
#define GP_REPORT_SHEET_H

#include "model/doc.h"
#include "write/xml.h"

struct gp_sheet {
	struct gp_xml *x;
	struct gp_arena *arena; /* for words put together */
	const struct gp_doc *doc;
	struct gp_sheet_item *items; /* of the source, in its order */
	size_t n;
};

/* A line feed. */
void
gp_sheet_line(struct gp_xml *x);
/* Ends an element and the line. */
void
gp_sheet_close(struct gp_xml *x);
void
gp_sheet_open(struct gp_xml *x, const char *element, const char *class);

/* `text`, cut where it is very long, in the element; how much was cut behind
   it. */
void
gp_sheet_text(struct gp_sheet *s, const char *element, struct gp_str text);

/* The table of source and result side by side, with its heading. */
void
gp_sheet_side_by_side(struct gp_sheet *s);

#endif
