/*
 * How much an XML document would ask of a parser, measured before one reads
 * it: libxml2 compares each attribute of a tag with all others of it, and
 * keeps some 120 bytes for an element of four.  Knows as much of XML (1.0, 2)
 * as it takes to tell markup from text, and not whether it is well-formed.
 */
#ifndef GP_BASE_TEXT_XML_SIZE_H
#define GP_BASE_TEXT_XML_SIZE_H

#include "base/str.h"

struct gp_xml_size {
	size_t nodes;      /* elements, texts and the like; two an attribute */
	size_t attributes; /* of the tag that has the most */
	bool declares;     /* its DOCTYPE has declarations of its own */
};

/* Measures `xml`, which is in UTF-8, in one pass; up to where it is no longer
   well-formed the figures are not too small, and what stands behind that no
   parser sees. */
struct gp_xml_size
gp_xml_measure(struct gp_str xml);

#endif
