/* The mark of a page as EPUB wants it: by type, role and name.  It does not
   know how pages are counted. */
#include "write/xhtml/page_break.h"

#include <stdio.h>

void
gp_xhtml_page(struct gp_xml *x, unsigned number)
{
	char id[32];

	(void)snprintf(id, sizeof id, "page%u", number);
	gp_xml_open(x, "span");
	gp_xml_attrz(x, "epub:type", "pagebreak");
	gp_xml_attrz(x, "role", "doc-pagebreak");
	gp_xml_attrz(x, "id", id);
	gp_xml_attrz(x, "aria-label", id + sizeof "page" - 1);
	gp_xml_close_full(x);
}
