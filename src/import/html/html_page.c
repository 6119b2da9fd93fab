/*
 * A page laid flat and its texts read: see html_page.h.  One walk over the
 * tree, one loop backwards that sums up; nothing here recurses.
 */
#include "import/html/html_page.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/decode.h"
#include "base/text/fold.h"

#include <string.h>

enum {
	SENTENCE = 40,  /* bytes of a text that is more than a label */
	SPACELESS = 18, /* tenths of a character a word, without spaces */
	FEW_SPACELESS = 4,
};

static const xmlAttr *
find_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *a = node->properties;

	/* Names are short and few begin alike. */
	while (a && (a->name[0] != (xmlChar)name[0] ||
	             strcmp((const char *)a->name, name) != 0))
		a = a->next;
	return a;
}

bool
gp_has_attr(const xmlNode *node, const char *name)
{
	return find_attr(node, name) != NULL;
}

struct gp_str
gp_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *a = find_attr(node, name);

	return a && a->children && a->children->content
	               ? gp_str((const char *)a->children->content)
	               : GP_STR("");
}

/* ---- words ---- */

/* Kana, Han, Hangul and Thai. */
static bool
is_spaceless(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
	       (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x0E00 && c <= 0x0E7F);
}

unsigned
gp_count_words(struct gp_str s)
{
	unsigned words = 0, spaceless = 0;
	bool inside = false, letter;
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = (unsigned char)s.p[i] < 0x80 ? (unsigned char)s.p[i++]
		                                 : gp_utf8_next(s, &i);
		spaceless += c > 0x0E00 && is_spaceless(c);
		letter = gp_is_word_char(c) || c == '_';
		words += letter && !inside;
		inside = letter;
	}
	if (spaceless < FEW_SPACELESS)
		return words;
	return spaceless * 10 / SPACELESS;
}

/* ---- the walk ---- */

static bool
is_hidden(const xmlNode *node)
{
	struct gp_str style;
	char flat[64];
	size_t i, n = 0;

	if (gp_has_attr(node, "hidden"))
		return true;
	style = gp_attr(node, "style");
	for (i = 0; i < style.n && n < sizeof flat - 1; i++)
		if (!gp_is_space(style.p[i]))
			flat[n++] = gp_to_lower(style.p[i]);
	flat[n] = '\0';
	return n > 0 && (strstr(flat, "display:none") ||
	                 strstr(flat, "visibility:hidden"));
}

/* Names that say what a part is for, in any of these places. */
static bool
is_named_place(const char *attribute)
{
	switch (attribute[0]) {
	case 'c':
		return strcmp(attribute, "class") == 0;
	case 'd':
		return strcmp(attribute, "data-component") == 0 ||
		       strcmp(attribute, "data-testid") == 0;
	case 'i':
		return strcmp(attribute, "id") == 0 ||
		       strcmp(attribute, "itemprop") == 0;
	default:
		return strcmp(attribute, "role") == 0;
	}
}

static unsigned
hints_of(const xmlNode *node)
{
	const xmlAttr *a;
	unsigned found = 0;

	for (a = node->properties; a; a = a->next)
		if (is_named_place((const char *)a->name) && a->children &&
		    a->children->content)
			found |= gp_hints_in(
				gp_str((const char *)a->children->content));
	return found;
}

static void
fill_text(struct gp_html_item *item)
{
	struct gp_str s = gp_str((const char *)item->node->content);

	item->is_text = true;
	item->bytes = (unsigned)gp_str_trim(s).n;
	item->words = item->bytes ? gp_count_words(s) : 0;
	item->prose = s.n > SENTENCE ? item->words : 0;
}

/* The last of the items so far. */
static void
fill_element(struct gp_html_page *p, unsigned *counts)
{
	struct gp_html_item *item = &p->items[p->n_items];
	enum gp_el el = gp_el_find((const char *)item->node->name);

	item->el = (unsigned char)el;
	item->nth = ++counts[el];
	item->paragraphs = el == GP_EL_P;
	if (gp_str_trim(gp_attr(item->node, "lang")).n > 0)
		item->lang = p->n_items;
	item->is_skipped = (gp_el_is(el) & (GP_EL_UNSEEN | GP_EL_WIDGET)) ||
	                   is_hidden(item->node);
	if (!item->is_skipped)
		item->hints = (unsigned char)hints_of(item->node);
}

static bool
is_wanted(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE ||
	       ((node->type == XML_TEXT_NODE ||
	         node->type == XML_CDATA_SECTION_NODE) &&
	        node->content);
}

/* The next node in document order under `root`; *up counts the levels that
   were left for it. */
static xmlNode *
next_node(xmlNode *node, const xmlNode *root, unsigned *up)
{
	*up = 0;
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != root && !node->next) {
		node = node->parent;
		++*up;
	}
	return node == root ? NULL : node->next;
}

static size_t
count_nodes(xmlNode *root)
{
	xmlNode *node = root;
	unsigned up;
	size_t n = 0;

	for (; node; node = next_node(node, root, &up))
		n++;
	return n;
}

static void
fill_items(struct gp_html_page *p, xmlNode *root)
{
	unsigned counts[GP_EL_COUNT] = { 0 }, up, open = GP_NO_ITEM;
	bool deeper = false;
	xmlNode *node = root;

	while (node) {
		struct gp_html_item *item = &p->items[p->n_items];

		if (is_wanted(node)) {
			item->node = node;
			item->parent = open;
			item->end = p->n_items + 1;
			item->lang = open == GP_NO_ITEM ? GP_NO_ITEM
			                                : p->items[open].lang;
			if (node->type == XML_ELEMENT_NODE)
				fill_element(p, counts);
			else
				fill_text(item);
			p->n_items++;
		}
		deeper = node->type == XML_ELEMENT_NODE && node->children;
		if (deeper)
			open = p->n_items - 1;
		node = next_node(node, root, &up);
		for (; up > 0 && open != GP_NO_ITEM; up--)
			open = p->items[open].parent;
	}
}

/* Backwards, every item before what holds it. */
static void
sum_up(struct gp_html_page *p)
{
	unsigned i;

	for (i = p->n_items; i-- > 1;) {
		struct gp_html_item *item = &p->items[i];
		struct gp_html_item *outer = &p->items[item->parent];

		if (outer->end < item->end)
			outer->end = item->end;
		if (item->is_skipped) {
			item->prose = 0;
			if (gp_el_is((enum gp_el)item->el) & GP_EL_UNSEEN)
				continue;
		}
		if (item->el == GP_EL_A) {
			item->links = 1;
			item->link_words = item->words;
		}
		outer->links += item->links;
		outer->link_words += item->link_words;
		outer->words += item->words;
		outer->bytes += item->bytes;
		outer->paragraphs += item->paragraphs;
		if (item->el != GP_EL_A)
			outer->prose += item->prose;
	}
}

bool
gp_html_page_index(struct gp_html_page *p, xmlNode *root, struct gp_err *e)
{
	p->items = gp_arena_array(p->arena, count_nodes(root) + 1,
	                          sizeof *p->items);
	p->n_items = 0;
	if (!p->items)
		return gp_arena_ok(p->arena, e);
	fill_items(p, root);
	sum_up(p);
	return true;
}

/* ---- reading ---- */

static void
put_collapsed(struct gp_str s, size_t start, bool *gap, struct gp_buf *out)
{
	size_t i = 0, from;

	while (i < s.n) {
		if (gp_is_space(s.p[i])) {
			*gap = true;
			i++;
			continue;
		}
		for (from = i; i < s.n && !gp_is_space(s.p[i]); i++)
			;
		if (*gap && out->len > start)
			gp_buf_putc(out, ' ');
		*gap = false;
		gp_buf_put(out, s.p + from, i - from);
	}
}

/* Values of attributes, where references may name anything. */
void
gp_collapse(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0, at, start = out->len;
	bool gap = false;
	uint32_t c;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c > ' ' && !(c >= 0x7F && c < 0xA0) && c != GP_UTF8_BAD &&
		    !gp_is_noncharacter(c)) {
			if (gap && out->len > start)
				gp_buf_putc(out, ' ');
			gap = false;
			gp_buf_put(out, s.p + at, i - at);
		} else {
			gap |= c <= ' ';
		}
	}
}

/* What a cell or a block parts, words must not join. */
static void
read_items(const struct gp_html_page *p, unsigned from, unsigned to,
           bool skipped, struct gp_buf *out)
{
	size_t start = out->len;
	bool gap = false;
	unsigned i = from;

	while (i < to) {
		const struct gp_html_item *item = &p->items[i];
		unsigned is = gp_el_is((enum gp_el)item->el);

		if (item->is_text)
			put_collapsed(gp_str((const char *)item->node->content),
			              start, &gap, out);
		else if ((is & GP_EL_BLOCK) || item->el == GP_EL_BR || skipped)
			gap = true;
		if ((item->is_skipped && !skipped) || (is & GP_EL_UNSEEN))
			i = item->end;
		else
			i++;
	}
}

void
gp_html_page_text(const struct gp_html_page *p, unsigned from, unsigned to,
                  struct gp_buf *out)
{
	read_items(p, from, to, false, out);
}

void
gp_html_leaf_text(const struct gp_html_page *p, const struct gp_html_leaf *l,
                  struct gp_buf *out)
{
	read_items(p, l->from, l->to, l->is_aside, out);
}
