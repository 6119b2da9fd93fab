/* "(b)" is more than the second letter, and no style of lists that all reading
   apps know shows it so: such labels are words, which can be searched, copied
   and read out, and the list has no marks of its own.  Who drops styles shows a
   bullet beside them, never a second number. */
#include "write/xhtml/xhtml_list.h"

#include "model/list_labels.h"

#include <stdio.h>

const char *
gp_xhtml_list_element(const struct gp_node *list, bool plain)
{
	const struct gp_node_list *of = gp_node_list(list);

	return of->ordered && !(plain && of->own_labels) ? "ol" : "ul";
}

void
gp_xhtml_list(struct gp_xml *x, const struct gp_node *list, bool plain)
{
	const struct gp_node_list *of = gp_node_list(list);
	const char *type =
		of->ordered && !of->own_labels ? gp_list_type(list) : NULL;

	if (type)
		gp_xml_attrz(x, "type", type);
	if (!of->own_labels)
		return;
	if (plain) {
		gp_xml_attrz(x, "style", "list-style-type: none");
		return;
	}
	gp_xml_attrz(x, "class", "labels");
	/* Without marks it is a list to some readers only if that is said. */
	gp_xml_attrz(x, "role", "list");
}

void
gp_xhtml_item(struct gp_xml *x, const struct gp_node *item)
{
	const struct gp_node_list *of = gp_node_list(item->parent);
	long number, before = 0;
	char text[32];

	if (!of->ordered || of->own_labels || !gp_label_number(item, &number))
		return;
	if (item->prev && !gp_label_number(item->prev, &before))
		before = number;
	if (number == before + 1)
		return;
	(void)snprintf(text, sizeof text, "%ld", number);
	gp_xml_attrz(x, "value", text);
}

bool
gp_xhtml_has_label(const struct gp_node *item)
{
	return item->kind == GP_ITEM && gp_node_label(item).n &&
	       gp_node_list(item->parent)->own_labels;
}

void
gp_xhtml_label(struct gp_xml *x, const struct gp_node *item, bool plain)
{
	if (!plain) {
		gp_xml_open(x, "span");
		gp_xml_attrz(x, "class", "label");
	}
	gp_xml_text(x, gp_node_label(item));
	if (!plain)
		gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" "));
}

static void
put_empty(struct gp_xml *x, const char *element)
{
	gp_xml_open(x, element);
	gp_xml_close_full(x);
}

void
gp_xhtml_begin_terms(struct gp_xml *x, const struct gp_node *terms)
{
	if (!terms->first || terms->first->kind == GP_TERM)
		return;
	gp_xml_text(x, GP_STR("\n"));
	put_empty(x, "dt");
}

void
gp_xhtml_end_terms(struct gp_xml *x, const struct gp_node *terms)
{
	if (!terms->last || terms->last->kind != GP_TERM)
		return;
	put_empty(x, "dd");
	gp_xml_text(x, GP_STR("\n"));
}
