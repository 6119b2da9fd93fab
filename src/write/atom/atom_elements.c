/* Attributes in one order wherever an element stands, so that what is made in
   two places is the same bytes.  Whether an address may be linked to is not
   asked here. */
#include "write/atom/atom_elements.h"

void
gp_atom_link(struct gp_xml *x, const char *rel, const char *type,
             struct gp_str href)
{
	gp_xml_open(x, "link");
	gp_xml_attrz(x, "rel", rel);
	if (type)
		gp_xml_attrz(x, "type", type);
	gp_xml_attr(x, "href", href);
	gp_xml_close(x);
}

void
gp_atom_author(struct gp_xml *x, struct gp_str name)
{
	gp_xml_open(x, "author");
	gp_xml_element(x, "name", name);
	gp_xml_close(x);
}

void
gp_atom_marking(struct gp_xml *x, struct gp_str marking)
{
	if (marking.n == 0)
		return;
	gp_xml_open(x, "category");
	gp_xml_attr(x, "term", marking);
	gp_xml_attrz(x, "label", "Marking");
	gp_xml_close(x);
}
