/* Elements of a few bytes, each with the line end that keeps a page readable
   as text.  What an element means is the matter of who asks for it. */
#include "write/xhtml/page_elements.h"

#include "base/text/bidi.h"

void
gp_xhtml_open(struct gp_xml *x, const char *element)
{
	gp_xml_open(x, element);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_close(struct gp_xml *x)
{
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_line(struct gp_xml *x, const char *element, const char *class,
              struct gp_str text)
{
	if (text.n == 0)
		return;
	gp_xml_open(x, element);
	if (class)
		gp_xml_attrz(x, "class", class);
	gp_xml_text(x, text);
	gp_xhtml_close(x);
}

void
gp_xhtml_heading(struct gp_xml *x, struct gp_str text)
{
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_text(x, text);
	gp_xhtml_close(x);
}

void
gp_xhtml_link(struct gp_xml *x, const char *href, struct gp_str text)
{
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", href);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
}

void
gp_xhtml_name(struct gp_xml *x, struct gp_str text)
{
	bool turns = gp_bidi_turns(text);

	if (turns)
		gp_xml_open(x, "bdi");
	gp_xml_text(x, text);
	if (turns)
		gp_xml_close_full(x);
}

void
gp_xhtml_mark(struct gp_xml *x, struct gp_str mark, bool follows)
{
	if (mark.n == 0)
		return;
	gp_xml_open(x, "b");
	gp_xml_text(x, mark);
	gp_xml_close_full(x);
	if (follows)
		gp_xml_text(x, GP_STR(" · "));
}
