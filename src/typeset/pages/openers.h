/*
 * Where an article begins: on the page that the one before it ends on, or on a
 * new one.  Decided by heights alone; what an article says is not known, nor
 * where its lines will fall.  Private to typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_OPENERS_H
#define GP_TYPESET_PAGES_OPENERS_H

#include "typeset/pages/pager.h"

/* The first block behind what begins at block `i`: the next that begins, or
   may begin, a page; the end of the flow. */
uint32_t
gp_opener_end(const struct gp_flow *f, uint32_t i);

/* True when the opener `i` is to begin a page though it need not: its head and
   four lines have no room where it would stand; or it is longer than a page,
   and the page is all but full.  Looks at each block up to the next opener
   once. */
bool
gp_opener_turns(const struct gp_pager *p, uint32_t i);

#endif
