/* Attributes of places and of links to them, which are asked of nodes whose
   element stands open, and arrows that lead back.  It does not know whether a
   link's place is there. */
#include "write/xhtml/xhtml_anchors.h"

#include <stdio.h>

enum { MARK_BYTES = 32 };

void
gp_xhtml_place(struct gp_xml *x, const struct gp_node *n)
{
	if (n->id.n == 0)
		return;
	gp_xml_attr(x, "id", n->id);
	if (n->marks == 0)
		return;
	if (n->kind == GP_ITEM) {
		gp_xml_attrz(x, "epub:type", "endnote");
	} else {
		gp_xml_attrz(x, "epub:type", "footnote");
		gp_xml_attrz(x, "role", "doc-footnote");
	}
}

void
gp_xhtml_place_within(struct gp_xml *x, const struct gp_node *n)
{
	if (n->id.n == 0)
		return;
	gp_xml_open(x, "span");
	gp_xhtml_place(x, n);
	gp_xml_close_full(x);
}

void
gp_xhtml_jump(struct gp_xml *x, const struct gp_node *link)
{
	gp_xml_attr(x, "href", gp_node_link(link)->target);
	if (gp_node_link(link)->jump == GP_JUMP_TO_NOTE) {
		gp_xml_attrz(x, "epub:type", "noteref");
		gp_xml_attrz(x, "role", "doc-noteref");
	} else if (gp_node_link(link)->jump == GP_JUMP_BACK) {
		gp_xml_attrz(x, "epub:type", "backlink");
		gp_xml_attrz(x, "role", "doc-backlink");
	}
}

bool
gp_xhtml_holds_notes(const struct gp_node *list)
{
	const struct gp_node *item;
	size_t notes = 0, others = 0;

	for (item = list->first; item; item = item->next)
		if (item->marks)
			notes++;
		else
			others++;
	return notes > 0 && notes >= others;
}

void
gp_xhtml_endnotes(struct gp_xml *x)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "epub:type", "endnotes");
	gp_xml_attrz(x, "role", "doc-endnotes");
	gp_xml_text(x, GP_STR("\n"));
}

/* ---- ways back ---- */

/* The note that ends with the words of `n`; NULL: none. */
static const struct gp_node *
note_ending(const struct gp_node *n)
{
	if (n->marks == 0 && n->kind == GP_PARAGRAPH && !n->next)
		n = n->parent;
	else if (n->kind == GP_ITEM && n->last && n->last->kind == GP_PARAGRAPH)
		return NULL;
	return n && n->marks ? n : NULL;
}

static void
put_arrow(struct gp_xml *x, const struct gp_node *note, unsigned nth)
{
	struct gp_buf href = { .max = 0 };
	char text[MARK_BYTES];

	(void)snprintf(text, sizeof text, "%u", nth);
	gp_buf_printf(&href, "#%.*s-%s", GP_ARG(note->id), text);
	gp_xml_text(x, GP_STR(" "));
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", gp_buf_view(&href));
	gp_xml_attrz(x, "epub:type", "backlink");
	gp_xml_attrz(x, "role", "doc-backlink");
	/* U+FE0E: as a sign of the text and no picture. */
	gp_xml_text(x, GP_STR("\u21A9\uFE0E"));
	if (nth > 1) {
		gp_xml_open(x, "sup");
		gp_xml_text(x, gp_str(text));
		gp_xml_close_full(x);
	}
	gp_xml_close_full(x);
	gp_xml_need_buf(x, &href);
	gp_buf_free(&href);
}

void
gp_xhtml_end_note(struct gp_xml *x, const struct gp_node *n)
{
	const struct gp_node *note = note_ending(n);
	unsigned i;

	if (!note || note->leads_back)
		return;
	if (n->kind == GP_ITEM)
		gp_xml_open(x, "p");
	for (i = 1; i <= note->marks; i++)
		put_arrow(x, note, i);
	if (n->kind == GP_ITEM)
		gp_xml_close_full(x);
}
