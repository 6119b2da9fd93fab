/*
 * Small elements that pages are put together from, whatever book or site they
 * are of.  Knows no page and no class by name.
 */
#ifndef GP_WRITE_XHTML_PAGE_ELEMENTS_H
#define GP_WRITE_XHTML_PAGE_ELEMENTS_H

#include "write/xml.h"

/* A start tag and a line end; an end tag and a line end. */
void
gp_xhtml_open(struct gp_xml *x, const char *element);
void
gp_xhtml_close(struct gp_xml *x);

/* An element on a line of its own; nothing when `text` is empty.  `class` may
   be NULL. */
void
gp_xhtml_line(struct gp_xml *x, const char *element, const char *class,
              struct gp_str text);

/* <h1 id="title"> */
void
gp_xhtml_heading(struct gp_xml *x, struct gp_str text);

/* Words that lead somewhere. */
void
gp_xhtml_link(struct gp_xml *x, const char *href, struct gp_str text);

/* Words that stand among others, such as a title: <bdi> round them when they
   run, or turn what follows, from right to left. */
void
gp_xhtml_name(struct gp_xml *x, struct gp_str text);

/* How it stands with an article, in short, before what `follows` it on its
   line; nothing when `mark` is empty. */
void
gp_xhtml_mark(struct gp_xml *x, struct gp_str mark, bool follows);

#endif
