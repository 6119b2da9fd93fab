/*
 * Small elements that pages are put together from, whatever book or site they
 * are of.  Knows no page and no class by name.
 */
#ifndef GP_WRITE_XHTML_PAGE_ELEMENTS_H
#define GP_WRITE_XHTML_PAGE_ELEMENTS_H

#include "base/text/bidi.h"
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
   run, or turn what follows, from right to left, and in a line that does, where
   a name in Latin letters would take the number beside it. */
void
gp_xhtml_name(struct gp_xml *x, struct gp_str text);

/* Begins a <bdi> where the line runs from right to left, for who ends it then:
   true. */
bool
gp_xhtml_open_apart(struct gp_xml *x);

/* Words some of which stand apart (base/text/bidi.h): <bdi> round each, as not
   every reading system knows the characters. */
void
gp_xhtml_words(struct gp_xml *x, struct gp_str text);

/* Of the element that is open and has no `dir` yet: one, where what it is about
   to get, `text` in the second, does not run as what is round it. */
void
gp_xhtml_turn(struct gp_xml *x, enum gp_side side);
void
gp_xhtml_side(struct gp_xml *x, struct gp_str text);

/* How it stands with an article, in short, before what `follows` it on its
   line; nothing when `mark` is empty. */
void
gp_xhtml_mark(struct gp_xml *x, struct gp_str mark, bool follows);

#endif
