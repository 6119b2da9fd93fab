/*
 * Where a page of the printed digest begins, among the words of an XHTML
 * document.  Knows no document.
 */
#ifndef GP_WRITE_XHTML_PAGE_BREAK_H
#define GP_WRITE_XHTML_PAGE_BREAK_H

#include "write/xml.h"

/* <span role="doc-pagebreak" id="page7" ...>: the page begins here. */
void
gp_xhtml_page(struct gp_xml *x, unsigned number);

#endif
