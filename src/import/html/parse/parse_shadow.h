/*
 * Declarative shadow roots (HTML Living Standard, 4.12.3 and 13.2.6.4.4)
 * flattened as a browser shows them (DOM Standard, 4.2.2).  Where
 * <template shadowrootmode="open"> or "closed" is the first of its kind in an
 * element that may have one,
 *
 *  - what it held stands in the element, in place of what that held;
 *  - each <slot> in it holds those children of the element that name it (and
 *    the one without a name those that name none), else what it held before;
 *  - the template is the element's last child, marked GP_FLAT_SHADOW, and keeps
 *    what is shown nowhere: children that no slot takes, slots' replaced
 *    contents.
 *
 * Cost: linear.  Private to import/html/parse/.
 */
#ifndef GP_IMPORT_HTML_PARSE_SHADOW_H
#define GP_IMPORT_HTML_PARSE_SHADOW_H

#include "import/html/parse/parse_build.h"

void
gp_build_flatten_shadows(struct gp_build *b);

#endif
