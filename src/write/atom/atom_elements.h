/*
 * Elements that feeds and their entries have in common (RFC 4287).  They know
 * neither a pack nor an article.
 */
#ifndef GP_WRITE_ATOM_ATOM_ELEMENTS_H
#define GP_WRITE_ATOM_ATOM_ELEMENTS_H

#include "write/xml.h"

/* A <link>; `type` may be NULL. */
void
gp_atom_link(struct gp_xml *x, const char *rel, const char *type,
             struct gp_str href);

/* A <category> that says what a pack is marked with; nothing for "".  A feed
   has no field for a marking; a category is where readers and filters will
   find it. */
void
gp_atom_marking(struct gp_xml *x, struct gp_str marking);

/* An <author> with this name. */
void
gp_atom_author(struct gp_xml *x, struct gp_str name);

#endif
