/*
 * Attributes of SVG that are taken, and values that are.  What they mean is not
 * known here.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_ATTRIBUTES_H
#define GP_IMPORT_PICTURE_SVG_ATTRIBUTES_H

#include "base/str.h"

/* The attribute as SVG spells it, NULL: it is not taken. */
const char *
gp_svg_attribute(struct gp_str name);

/* True of a value that leads nowhere but within its file. */
bool
gp_svg_value_stays(struct gp_str value);

#endif
