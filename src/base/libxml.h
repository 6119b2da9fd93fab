/*
 * What libxml2 needs before it is asked: its own beginning, and how much a
 * document would ask of it.  The library sets its tables up when it is first
 * used, and its manual asks for that to happen on one thread before others use
 * it ("Thread safety"); a library cannot ask that of whoever calls it.  It
 * compares each attribute of a tag with all others of it, and keeps some 120
 * bytes for an element of four.  Knows as much of XML (1.0, 2) as it takes to
 * tell markup from text, and not whether it is well-formed.
 */
#ifndef GP_BASE_LIBXML_H
#define GP_BASE_LIBXML_H

#include "base/str.h"

/* To be called before libxml2 is asked for anything, on any thread: sets it up
   once, and returns when that is done. */
void
gp_libxml_begin(void);

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
