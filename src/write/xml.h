/*
 * XML output by libxml2's text writer, made sticky: calls return nothing, one
 * question at the end.  Everything is escaped here and nowhere else.
 * Characters that XML 1.0 forbids never reach it: the document model holds
 * none.
 */
#ifndef GP_WRITE_XML_H
#define GP_WRITE_XML_H

#include "base/buf.h"

struct gp_xml;

/* A writer that appends to `out`.  `indent` puts elements on lines of their
   own (only for XML without mixed content).  NULL when out of memory. */
struct gp_xml *
gp_xml_new(struct gp_buf *out, bool indent);
/* Ends every open element, flushes, frees; false when anything failed.
   NULL is accepted (and is a failure). */
bool
gp_xml_finish(struct gp_xml *x, struct gp_err *e);

/* "<?xml version="1.0" encoding="UTF-8"?>" */
void
gp_xml_declaration(struct gp_xml *x);
void
gp_xml_open(struct gp_xml *x, const char *element);
void
gp_xml_attr(struct gp_xml *x, const char *name, struct gp_str value);
/* The same for a literal or other NUL-terminated value. */
void
gp_xml_attrz(struct gp_xml *x, const char *name, const char *value);
void
gp_xml_text(struct gp_xml *x, struct gp_str text);
void
gp_xml_close(struct gp_xml *x);
/* A whole element with text. */
void
gp_xml_element(struct gp_xml *x, const char *element, struct gp_str text);
/* Markup that is well-formed already (a doctype, a processing instruction). */
void
gp_xml_raw(struct gp_xml *x, const char *markup);

#endif
