/* Which element may stand where: the content models of HTML by kinds of
   content, and the attributes of each element, from the rows of
   elements.def.  What a value of an attribute means is asked elsewhere. */
#include "verify/epub/book.h"

#include <stdlib.h>
#include <string.h>

enum is {
	GP_IS_FLOW = 1 << 0,
	GP_IS_PHRASING = 1 << 1,
	GP_IS_META = 1 << 2,
	GP_IS_PART = 1 << 3,
};

enum holds {
	GP_HOLDS_NOTHING,
	GP_HOLDS_TEXT,
	GP_HOLDS_PHRASING,
	GP_HOLDS_FLOW,
	GP_HOLDS_META,
	GP_HOLDS_ONLY,        /* the elements named, and no text */
	GP_HOLDS_TRANSPARENT, /* what its parent holds */
	GP_HOLDS_FOREIGN,     /* another vocabulary */
};

struct element_row {
	const char *name;
	unsigned is;
	enum holds holds;
	const char *only, *never, *attributes;
};

#define GP_ELEMENT(name, is, holds, only, never, attributes) \
	{ name, is, holds, only, never, attributes },
static const struct element_row elements[] = {
#include "verify/epub/elements.def"
};
#undef GP_ELEMENT

static const char global_attributes[] =
	"id class lang title dir hidden tabindex accesskey translate "
	"spellcheck role style inert itemid itemprop itemref itemscope "
	"itemtype typeof property";

/* Where parts stand that ONLY does not name: in flow, but first or last, or
   in one parent. */
static const struct {
	const char *name, *parents;
} parts[] = {
	{ "figcaption", "figure" }, { "summary", "details" },
	{ "legend", "fieldset" },   { "rt", "ruby" },
	{ "rp", "ruby" },           { "source", "audio video picture" },
	{ "track", "audio video" }, { "param", "object" },
	{ "dt", "dl div" },         { "dd", "dl div" },
	{ "option", "datalist" },
};

static int
by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct element_row *)row)->name);
}

static const struct element_row *
find_element(const xmlNode *node)
{
	if (!gp_dom_is(node, GP_NS_XHTML, NULL))
		return NULL;
	return bsearch(node->name, elements,
	               sizeof elements / sizeof elements[0], sizeof *elements,
	               by_name);
}

/* ---- elements ---- */

/* The row that says what may stand in `node`. */
static const struct element_row *
holder(const xmlNode *node)
{
	const struct element_row *row = find_element(node);

	while (row && row->holds == GP_HOLDS_TRANSPARENT) {
		node = node->parent;
		row = find_element(node);
	}
	return row;
}

static bool
part_fits(const struct element_row *child, const xmlNode *parent)
{
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strcmp(parts[i].name, child->name) == 0 &&
		    gp_is_word_of(gp_dom_name(parent), parts[i].parents))
			return true;
	return false;
}

static bool
child_fits(const struct element_row *child, const xmlNode *parent)
{
	const struct element_row *row = holder(parent);
	unsigned kinds = 0;

	if (!row)
		return true; /* said of the parent already */
	if (row->holds == GP_HOLDS_ONLY)
		return gp_is_word_of(gp_str(child->name), row->only);
	if (part_fits(child, parent))
		return true;
	if (row->holds == GP_HOLDS_FLOW)
		kinds = GP_IS_FLOW;
	else if (row->holds == GP_HOLDS_PHRASING)
		kinds = GP_IS_PHRASING;
	else if (row->holds == GP_HOLDS_META)
		kinds = GP_IS_META;
	return child->is & kinds;
}

/* The element round `node` that it may not stand in, however deep. */
static const xmlNode *
barred_by(const xmlNode *node)
{
	struct gp_str name = gp_dom_name(node);
	const struct element_row *row;
	const xmlNode *up;

	for (up = node->parent; up && up->type == XML_ELEMENT_NODE;
	     up = up->parent) {
		row = find_element(up);
		if (row && row->never[0] && gp_is_word_of(name, row->never))
			return up;
	}
	return NULL;
}

static void
check_place(struct gp_book *b, const char *place, const xmlNode *node,
            const struct element_row *row)
{
	const xmlNode *parent = node->parent, *bar;

	if (gp_dom_is(parent, GP_NS_XHTML, NULL) && !child_fits(row, parent)) {
		gp_found(b->in, GP_CHECK_HTML_NESTING, place, gp_dom_line(node),
		         "%s may not stand in %s", row->name,
		         (const char *)parent->name);
		return;
	}
	bar = barred_by(node);
	if (bar)
		gp_found(b->in, GP_CHECK_HTML_NESTING, place, gp_dom_line(node),
		         "%s may not stand within %s", row->name,
		         (const char *)bar->name);
}

/* ---- attributes ---- */

/* Attributes of no namespace; the others are looked at by what they mean. */
static bool
attribute_is_known(struct gp_str name, const struct element_row *row)
{
	return gp_is_word_of(name, global_attributes) ||
	       gp_is_word_of(name, row->attributes) ||
	       gp_str_starts(name, GP_STR("aria-")) ||
	       gp_str_starts(name, GP_STR("data-")) ||
	       gp_str_starts(name, GP_STR("on"));
}

static void
check_attributes(struct gp_book *b, const char *place, const xmlNode *node,
                 const struct element_row *row)
{
	const xmlAttr *a;

	for (a = node->properties; a; a = a->next)
		if (!a->ns &&
		    !attribute_is_known(gp_str((const char *)a->name), row))
			gp_found(b->in, GP_CHECK_HTML_ATTRIBUTE, place,
			         gp_dom_line(node),
			         "%s may not have the attribute %s", row->name,
			         (const char *)a->name);
}

/* ---- text ---- */

static void
check_text(struct gp_book *b, const char *place, const xmlNode *text)
{
	const struct element_row *row = holder(text->parent);

	if (!row || row->holds == GP_HOLDS_TEXT ||
	    row->holds == GP_HOLDS_PHRASING || row->holds == GP_HOLDS_FLOW ||
	    row->holds == GP_HOLDS_FOREIGN ||
	    gp_str_trim(gp_str((const char *)text->content)).n == 0)
		return;
	gp_found(b->in, GP_CHECK_HTML_TEXT, place, gp_dom_line(text->parent),
	         "text may not stand in %s", (const char *)text->parent->name);
}

void
gp_book_model(struct gp_book *b, const char *place, xmlNode *root)
{
	const struct element_row *row;
	xmlNode *n = root;

	while (n) {
		if (n->type == XML_TEXT_NODE)
			check_text(b, place, n);
		if (!gp_dom_is(n, GP_NS_XHTML, NULL)) {
			n = n->type == XML_ELEMENT_NODE ? gp_dom_skip(n, root)
			                                : gp_dom_next(n, root);
			continue;
		}
		row = find_element(n);
		if (row) {
			check_place(b, place, n, row);
			check_attributes(b, place, n, row);
		} else {
			gp_found(b->in, GP_CHECK_HTML_ELEMENT, place,
			         gp_dom_line(n), "%s is no element of XHTML",
			         (const char *)n->name);
		}
		n = gp_dom_next(n, root);
	}
}
