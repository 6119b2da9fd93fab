/* libxml2's parser with its errors caught, of which the first is the
   finding; walks over a tree without recursion; words and attributes of an
   element.  It knows no vocabulary.  Out of memory is told from malformed,
   as libxml2 itself may leave texts out. */
#include "verify/xml_tree.h"

#include "base/libxml.h"
#include "base/utf8.h"

#include <libxml/parser.h>
#include <string.h>

enum { MAX_TEXT = 1 << 16 }; /* bytes of an element that are kept */

/* ---- reading ---- */

/* What the XML declaration calls the encoding; UTF-8 without a word. */
static bool
is_utf8(struct gp_str bytes)
{
	size_t end = gp_str_find(bytes, GP_STR("?>"), 0), at;
	struct gp_str head = gp_str_sub(bytes, 0, end), name;
	char quote;

	if (gp_utf8_valid(bytes) < bytes.n ||
	    gp_str_find(bytes, (struct gp_str){ "", 1 }, 0) < bytes.n)
		return false;
	at = gp_str_find(head, GP_STR("encoding"), 0);
	if (!gp_str_starts(gp_str_trim(head), GP_STR("<?xml")) ||
	    end == bytes.n || at == head.n)
		return true;
	for (at += 8; at < head.n && head.p[at] != '"' && head.p[at] != '\'';)
		at++;
	if (at == head.n)
		return true;
	quote = head.p[at];
	name = gp_str_sub(head, at + 1, head.n);
	(void)gp_str_split(&name, quote, &name);
	name = gp_str_sub(
		head, at + 1,
		gp_str_find(head, (struct gp_str){ &quote, 1 }, at + 1));
	return gp_str_eq_nocase(name, GP_STR("UTF-8")) ||
	       gp_str_eq_nocase(name, GP_STR("US-ASCII"));
}

/* The first error is the one to mend; the parser keeps the last. */
struct first {
	bool found, no_memory;
	unsigned line;
	char text[256];
};

static void
#if LIBXML_VERSION >= 21200
keep_first(void *parser, const xmlError *error)
#else
keep_first(void *parser, xmlError *error)
#endif
{
	struct first *first = ((xmlParserCtxt *)parser)->_private;

	if (first->found || error->level < XML_ERR_ERROR)
		return;
	first->found = true;
	first->no_memory = error->code == XML_ERR_NO_MEMORY;
	first->line = error->line > 0 ? (unsigned)error->line : 0;
	gp_format(first->text, sizeof first->text, "%s",
	          error->message ? error->message : "no XML");
}

static void
report_fault(struct gp_inspect *in, const char *place,
             const struct first *first)
{
	struct gp_str text = gp_str_trim(gp_str(first->text));

	if (first->no_memory || !first->found)
		(void)gp_fail(in->err, GP_NOMEM, "out of memory");
	else
		gp_found(in, GP_CHECK_XML_BROKEN, place, first->line, "%.*s",
		         text.n ? (int)text.n : 6, text.n ? text.p : "no XML");
}

/* Out of memory, libxml2 may leave names and texts out without a word. */
static bool
is_whole(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	const xmlAttr *a;

	for (n = root; n; n = gp_dom_next(n, root)) {
		if (n->type == XML_TEXT_NODE && !n->content)
			return false;
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (!n->name || (n->ns && !n->ns->href))
			return false;
		for (a = n->properties; a; a = a->next)
			if (!a->name || (a->ns && !a->ns->href))
				return false;
	}
	return root != NULL;
}

static xmlDoc *
parse_xml(struct gp_inspect *in, const char *place, struct gp_str bytes)
{
	const int how = XML_PARSE_NONET | XML_PARSE_NOENT |
	                XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;
	struct first first = { .found = false };
	xmlParserCtxt *parser;
	xmlDoc *doc;

	gp_libxml_begin();
	parser = xmlNewParserCtxt();
	if (!parser) {
		(void)gp_fail(in->err, GP_NOMEM, "out of memory");
		return NULL;
	}
	parser->_private = &first;
	parser->sax->serror = keep_first;
	doc = xmlCtxtReadMemory(parser, bytes.p ? bytes.p : "", (int)bytes.n,
	                        NULL, NULL, how);
	first.no_memory |=
		parser->errNo == XML_ERR_NO_MEMORY || (doc && !is_whole(doc));
	if (!doc || !parser->wellFormed || !parser->nsWellFormed ||
	    first.no_memory) {
		report_fault(in, place, &first);
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(parser);
	return doc;
}

/* Before libxml2 sees it, which takes long over many attributes and much
   memory for small elements. */
static bool
is_modest(struct gp_inspect *in, const char *place, struct gp_str bytes)
{
	struct gp_xml_size size = gp_xml_measure(bytes);

	if (size.nodes > GP_MAX_XML_NODES ||
	    size.attributes > GP_MAX_XML_ATTRIBUTES)
		return gp_fail(in->err, GP_LIMIT,
		               "XML with more than %zu elements and texts, or "
		               "more than %zu attributes in one tag",
		               GP_MAX_XML_NODES, GP_MAX_XML_ATTRIBUTES);
	if (size.declares)
		gp_found(in, GP_CHECK_XML_ENTITY, place, 0,
		         "the document declares entities or attributes");
	return !size.declares;
}

xmlDoc *
gp_dom_read(struct gp_inspect *in, const char *place, struct gp_str bytes)
{
	if (bytes.n > GP_MAX_CHECK_XML) {
		(void)gp_fail(in->err, GP_LIMIT, "XML larger than %zu MiB",
		              GP_MAX_CHECK_XML / GP_MIB);
		return NULL;
	}
	if (!is_utf8(bytes)) {
		gp_found(in, GP_CHECK_XML_ENCODING, place, 0,
		         "the document is not in UTF-8");
		return NULL;
	}
	return is_modest(in, place, bytes) ? parse_xml(in, place, bytes) : NULL;
}

/* ---- walking ---- */

xmlNode *
gp_dom_skip(xmlNode *at, const xmlNode *root)
{
	for (; at && at != root; at = at->parent)
		if (at->next)
			return at->next;
	return NULL;
}

xmlNode *
gp_dom_next(xmlNode *at, const xmlNode *root)
{
	if (at->type == XML_ELEMENT_NODE && at->children)
		return at->children;
	return gp_dom_skip(at, root);
}

static xmlNode *
element_from(xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

xmlNode *
gp_dom_child(const xmlNode *node)
{
	return node ? element_from(node->children) : NULL;
}

xmlNode *
gp_dom_sibling(const xmlNode *node)
{
	return element_from(node->next);
}

bool
gp_dom_is(const xmlNode *node, const char *ns, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->ns &&
	       strcmp((const char *)node->ns->href, ns) == 0 &&
	       (!name || strcmp((const char *)node->name, name) == 0);
}

struct gp_str
gp_dom_name(const xmlNode *node)
{
	return gp_str((const char *)node->name);
}

struct gp_str
gp_dom_value(const xmlAttr *attr)
{
	if (!attr)
		return (struct gp_str){ NULL, 0 };
	if (!attr->children || !attr->children->content)
		return (struct gp_str){ "", 0 };
	return gp_str((const char *)attr->children->content);
}

struct gp_str
gp_dom_attr(const xmlNode *node, const char *ns, const char *name)
{
	const xmlAttr *a = node->properties;

	for (; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 &&
		    (ns ? a->ns && strcmp((const char *)a->ns->href, ns) == 0
		        : !a->ns))
			return gp_dom_value(a);
	return (struct gp_str){ NULL, 0 };
}

static void
put_folded(struct gp_buf *text, const char *p)
{
	for (; *p && text->len < MAX_TEXT; p++)
		if (!gp_is_space(*p))
			gp_buf_putc(text, *p);
		else if (text->len && text->data[text->len - 1] != ' ')
			gp_buf_putc(text, ' ');
}

static bool
is_noteref(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE &&
	       gp_str_eq(gp_dom_attr(n, NULL, "role"), GP_STR("doc-noteref"));
}

struct gp_str
gp_dom_text(struct gp_inspect *in, xmlNode *node)
{
	struct gp_buf text = { .max = 0 };
	xmlNode *n, *next;

	for (n = node->children; n; n = next) {
		next = gp_dom_next(n, node);
		if (n->type == XML_TEXT_NODE)
			put_folded(&text, (const char *)n->content);
		else if (gp_dom_is(n, GP_NS_XHTML, "br"))
			put_folded(&text, " ");
		else if (is_noteref(n))
			next = gp_dom_skip(n, node);
	}

	if (text.len && text.data[text.len - 1] == ' ')
		text.data[--text.len] = '\0';
	return gp_arena_buf(in->arena, &text);
}

unsigned
gp_dom_line(const xmlNode *node)
{
	long line = xmlGetLineNo(node);

	return line > 0 ? (unsigned)line : 0;
}
