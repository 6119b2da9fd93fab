/*
 * The body of a document as XHTML elements, shared by the EPUB, the feed and
 * `normalise --format html`.  The elements are the same in HTML syntax.
 */
#ifndef GP_WRITE_HTML_H
#define GP_WRITE_HTML_H

#include "model/doc.h"
#include "write/xml.h"

struct gp_html_options {
	int heading_shift;  /* added to heading levels: 0 makes level 2 h2 */
	const char *prefix; /* of the ids of headings: "a1-"; NULL: no ids */
	bool plain;         /* no class, id or ARIA attributes: for feeds */
};

/* Writes the children of doc->body. */
void
gp_html_body(struct gp_xml *x, const struct gp_doc *doc,
             const struct gp_html_options *o);

/* Writes the inline children of `n`. */
void
gp_html_inline(struct gp_xml *x, const struct gp_node *n);

/* The byline as it is printed: "Matt Hancock MP, role" or verbatim. */
struct gp_str
gp_byline_text(const struct gp_doc *doc);

#endif
