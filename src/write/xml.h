/*
 * XML output by libxml2's text writer, made sticky: calls return nothing, one
 * question at the end.  Everything is escaped here and nowhere else.
 * The result is well-formed whatever the strings are: a character that XML
 * 1.0 forbids, and a byte that is no UTF-8, becomes U+FFFD.
 * Between new and finish, what libxml2 complains about on this thread comes
 * here and goes nowhere else; writers on one thread end in the reverse of the
 * order they began in.
 */
#ifndef GP_WRITE_XML_H
#define GP_WRITE_XML_H

#include "base/arena.h"
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

/* True where an element says by its `dir` that what is in it runs from right to
   left, and none within it that it does not.  The first `dir` that an element
   is given is the one that it gets. */
bool
gp_xml_runs_rtl(const struct gp_xml *x);

/* What is written from now on is HTML: attributes with a prefix, of which it
   knows none (epub:type, xml:lang), are left out, and characters that it takes
   for a fault (controls above U+007F, noncharacters) are U+FFFD too. */
void
gp_xml_html(struct gp_xml *x);

/* "<?xml version="1.0" encoding="UTF-8"?>" */
void
gp_xml_declaration(struct gp_xml *x);
void
gp_xml_open(struct gp_xml *x, const char *element);
void
gp_xml_attr(struct gp_xml *x, const char *name, struct gp_str value);
/* Elements that are opened from now on get an attribute `style` by their names,
   for readers that drop style sheets, in front of what they are given in one of
   their own; NULL and 0: no more.  The rows stay the caller's, as long as there
   is an element to end. */
struct gp_xml_style {
	const char *element, *style;
};
void
gp_xml_styles(struct gp_xml *x, const struct gp_xml_style *rows, size_t n);
/* The same for a literal or other NUL-terminated value. */
void
gp_xml_attrz(struct gp_xml *x, const char *name, const char *value);
void
gp_xml_text(struct gp_xml *x, struct gp_str text);
void
gp_xml_close(struct gp_xml *x);
/* The same, but never as an empty tag: what HTML readers need of all but the
   void elements (br, hr, img, link, meta). */
void
gp_xml_close_full(struct gp_xml *x);
/* A whole element with text. */
void
gp_xml_element(struct gp_xml *x, const char *element, struct gp_str text);
/* Markup that is well-formed already (a doctype, a processing instruction). */
void
gp_xml_raw(struct gp_xml *x, const char *markup);

/* Text for `x` was put together in `b`, or in `a`: when that failed, so has
   `x`. */
void
gp_xml_need_buf(struct gp_xml *x, const struct gp_buf *b);
void
gp_xml_need_arena(struct gp_xml *x, const struct gp_arena *a);

enum { GP_XML_VERSION = 32 };
/* The version of the libxml2 that runs: "2.9.14". */
void
gp_xml_version(char out[GP_XML_VERSION]);

#endif
