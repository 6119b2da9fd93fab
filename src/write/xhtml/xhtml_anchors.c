/* Attributes of places and of links to them, which are asked of nodes whose
   element stands open: see xhtml_anchors.h.  It opens and closes no element,
   and does not know whether a link's place is there. */
#include "write/xhtml/xhtml_anchors.h"

void
gp_xhtml_place(struct gp_xml *x, const struct gp_node *n)
{
	if (n->id.n == 0)
		return;
	gp_xml_attr(x, "id", n->id);
	if (!n->is_note)
		return;
	gp_xml_attrz(x, "epub:type", "footnote");
	gp_xml_attrz(x, "role", "doc-footnote");
}

void
gp_xhtml_jump(struct gp_xml *x, const struct gp_node *link)
{
	gp_xml_attr(x, "href", gp_node_link(link)->target);
	if (gp_node_link(link)->jump == GP_JUMP_TO_NOTE) {
		gp_xml_attrz(x, "epub:type", "noteref");
		gp_xml_attrz(x, "role", "doc-noteref");
	} else if (gp_node_link(link)->jump == GP_JUMP_BACK) {
		gp_xml_attrz(x, "role", "doc-backlink");
	}
}
