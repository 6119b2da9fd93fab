/* Trees are walked without recursion; what libxml2 allocates for a text is
   copied and freed at once. */
#include "import/feed/feed_nodes.h"

#include "base/entity.h"
#include "base/limits.h"
#include "base/text/mimecode.h"
#include "import/feed/feed_spaces.h"

#include <libxml/uri.h>
#include <libxml/xmlsave.h>
#include <string.h>

/* ---- texts ---- */

/* Takes `s` over. */
static struct gp_str
kept(struct gp_arena *a, xmlChar *s)
{
	struct gp_str text = gp_arena_str(a, gp_str((const char *)s));

	xmlFree(s);
	return text;
}

struct gp_str
gp_feed_text(struct gp_arena *a, const xmlNode *node)
{
	return kept(a, xmlNodeGetContent(node));
}

/* "isPermalink" is as common as the name of the format. */
struct gp_str
gp_feed_attribute(struct gp_arena *a, xmlNode *node, const char *name)
{
	const xmlAttr *p =
		node->type == XML_ELEMENT_NODE ? node->properties : NULL;

	while (p && (p->ns || !gp_str_eq_nocase(gp_str((const char *)p->name),
	                                        gp_str(name))))
		p = p->next;
	if (!p)
		return GP_STR("");
	return gp_str_trim(
		kept(a, xmlNodeListGetString(node->doc, p->children, 1)));
}

/* The one behind `n` that is not in it, up to `top`, or NULL. */
static xmlNode *
behind(xmlNode *n, const xmlNode *top)
{
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

static xmlNode *
after(xmlNode *n, const xmlNode *top)
{
	return n->type == XML_ELEMENT_NODE && n->children ? n->children
	                                                  : behind(n, top);
}

bool
gp_feed_has_elements(const xmlNode *node)
{
	const xmlNode *c = node->children;

	while (c && c->type != XML_ELEMENT_NODE)
		c = c->next;
	return c != NULL;
}

/* ---- addresses ---- */

struct gp_str
gp_feed_join(struct gp_arena *a, struct gp_str base, struct gp_str address)
{
	struct gp_str whole;

	address = gp_arena_str(a, gp_str_trim(address));
	base = gp_arena_str(a, gp_str_trim(base));
	if (address.n == 0 || base.n == 0)
		return address;
	whole = kept(a, xmlBuildURI((const xmlChar *)address.p,
	                            (const xmlChar *)base.p));
	return whole.n ? whole : address;
}

struct gp_str
gp_feed_base(struct gp_arena *a, xmlNode *node, struct gp_str feed)
{
	struct gp_str base = kept(a, xmlNodeGetBase(node->doc, node));

	return gp_feed_join(a, feed, base);
}

struct gp_str
gp_feed_resolve(struct gp_arena *a, xmlNode *node, struct gp_str feed,
                struct gp_str address)
{
	struct gp_str base = gp_feed_base(a, node, feed);

	return gp_feed_join(a, base.n ? base : feed, address);
}

/* ---- HTML ---- */

static bool
has_base(const xmlNode *node)
{
	const xmlAttr *p = node->properties;

	while (p && !(p->ns && strcmp((const char *)p->name, "base") == 0 &&
	              xmlStrEqual(p->ns->href, XML_XML_NAMESPACE)))
		p = p->next;
	return p != NULL;
}

static void
make_whole(struct gp_arena *a, xmlNode *node, struct gp_str feed)
{
	static const char *const names[] = { "href", "src", "cite", "poster" };
	struct gp_str value;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		value = gp_feed_attribute(a, node, names[i]);
		if (value.n == 0 || value.p[0] == '#')
			continue;
		value = gp_feed_resolve(a, node, feed, value);
		(void)xmlSetProp(node, (const xmlChar *)names[i],
		                 (const xmlChar *)value.p);
	}
}

/* <script/> would hold all that follows, to a reader of HTML; so would other
   elements that are empty: they go with their contents, which are no words. */
static bool
is_code(const xmlNode *n)
{
	return gp_str_eq_nocase(gp_feed_name_of(n), GP_STR("script")) ||
	       gp_str_eq_nocase(gp_feed_name_of(n), GP_STR("style"));
}

/* Prefixes would hide names from an HTML reader. */
static void
make_plain(struct gp_arena *a, xmlNode *node, struct gp_str feed)
{
	xmlNode *n = after(node, node), *next;
	bool based = false;

	for (; n; n = next) {
		next = after(n, node);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (is_code(n)) {
			next = behind(n, node);
			xmlUnlinkNode(n);
			xmlFreeNode(n);
			continue;
		}
		based = based || has_base(n);
		if (based)
			make_whole(a, n, feed);
		n->ns = NULL;
	}
}

struct gp_str
gp_feed_inner_html(struct gp_arena *a, xmlNode *node, struct gp_str feed)
{
	xmlBuffer *b = xmlBufferCreate();
	xmlSaveCtxt *save = NULL;
	struct gp_str html = GP_STR("");
	xmlNode *c;

	make_plain(a, node, feed);
	if (b)
		save = xmlSaveToBuffer(b, NULL,
		                       XML_SAVE_NO_DECL | XML_SAVE_XHTML);
	for (c = node->children; save && c; c = c->next)
		(void)xmlSaveTree(save, c);
	if (save) {
		(void)xmlSaveClose(save);
		html = gp_arena_str(a,
		                    gp_str((const char *)xmlBufferContent(b)));
	}
	xmlBufferFree(b);
	return html;
}

struct gp_str
gp_feed_plain_html(struct gp_arena *a, struct gp_str text)
{
	struct gp_buf b = { .max = GP_MAX_DOC_ARENA };

	gp_feed_escape(&b, text);
	return gp_arena_buf(a, &b);
}

static struct gp_str
from_base64(struct gp_arena *a, struct gp_str text)
{
	struct gp_buf b = { .max = GP_MAX_DOC_ARENA };

	gp_base64_decode(text, &b);
	return gp_arena_buf(a, &b);
}

static bool
is_xml_type(struct gp_str type)
{
	return gp_str_ends(type, GP_STR("+xml")) ||
	       gp_str_ends(type, GP_STR("/xml")) ||
	       gp_str_eq_nocase(type, GP_STR("xhtml"));
}

static bool
is_text_type(struct gp_str type)
{
	return gp_str_find(type, GP_STR("/"), 0) == type.n ||
	       gp_str_starts(type, GP_STR("text/"));
}

/* "text/html; charset=utf-8" in small letters is "text/html". */
static struct gp_str
type_of(struct gp_arena *a, xmlNode *node)
{
	struct gp_str type = gp_feed_attribute(a, node, "type"), part;
	struct gp_buf low = { .max = GP_MAX_DOC_ARENA };
	size_t i;

	(void)gp_str_split(&type, ';', &part);
	part = gp_str_trim(part);
	for (i = 0; i < part.n; i++)
		gp_buf_putc(&low, gp_to_lower(part.p[i]));
	return gp_arena_buf(a, &low);
}

struct gp_str
gp_feed_atom_html(struct gp_arena *a, xmlNode *node, struct gp_str feed)
{
	struct gp_str type = type_of(a, node);
	struct gp_str mode = gp_feed_attribute(a, node, "mode");
	struct gp_str text;

	if (!is_text_type(type) && !is_xml_type(type))
		return GP_STR("");
	if (gp_feed_has_elements(node))
		return gp_feed_inner_html(a, node, feed);
	text = gp_feed_text(a, node);
	if (gp_str_eq(mode, GP_STR("base64")))
		text = from_base64(a, text);
	if (gp_str_eq(type, GP_STR("html")) ||
	    gp_str_eq(type, GP_STR("text/html")) ||
	    gp_str_eq(mode, GP_STR("escaped")))
		return text;
	return gp_feed_plain_html(a, text);
}

/* ---- titles ---- */

/* Of those that set words within a line. */
static bool
is_inline_name(struct gp_str name)
{
	static const char *const names[] = {
		"a",      "abbr", "b",   "big",  "br",    "cite", "code",
		"del",    "dfn",  "em",  "font", "i",     "ins",  "kbd",
		"mark",   "q",    "s",   "samp", "small", "span", "strike",
		"strong", "sub",  "sup", "tt",   "u",     "var",  "wbr",
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (gp_str_eq_nocase(name, gp_str(names[i])))
			return true;
	return false;
}

/* The name in the tag that begins at `i`, "" when none of those does. */
static struct gp_str
tag_name(struct gp_str s, size_t i)
{
	size_t from = i + 1, end;

	if (from < s.n && s.p[from] == '/')
		from++;
	for (end = from; end < s.n && gp_is_alnum(s.p[end]);)
		end++;
	if (end == s.n ||
	    !(gp_is_space(s.p[end]) || s.p[end] == '>' || s.p[end] == '/'))
		return GP_STR("");
	return is_inline_name(gp_str_sub(s, from, end))
	               ? gp_str_sub(s, from, end)
	               : GP_STR("");
}

static bool
has_pair(struct gp_str s)
{
	size_t i = gp_str_find(s, GP_STR("<"), 0);
	bool starts = false;

	for (; i < s.n; i = gp_str_find(s, GP_STR("<"), i + 1)) {
		struct gp_str name = tag_name(s, i);

		if (gp_str_eq(name, GP_STR("br")) ||
		    gp_str_eq(name, GP_STR("wbr")))
			return true;
		if (name.n && s.p[i + 1] != '/')
			starts = true;
		else if (name.n && starts)
			return true;
	}
	return false;
}

static bool
has_reference(struct gp_str s)
{
	size_t i = gp_str_find(s, GP_STR("&"), 0);
	struct gp_ref ref;

	for (; i < s.n; i = gp_str_find(s, GP_STR("&"), i + 1))
		if (gp_ref_at(s, i, false, &ref) &&
		    s.p[i + ref.size - 1] == ';')
			return true;
	return false;
}

struct gp_str
gp_feed_title_html(struct gp_arena *a, struct gp_str title)
{
	struct gp_buf b = { .max = GP_MAX_DOC_ARENA };
	bool tags = has_pair(title);
	size_t i;

	if (!tags && !has_reference(title))
		return GP_STR("");
	for (i = 0; i < title.n; i++)
		if (title.p[i] == '<' && (!tags || tag_name(title, i).n == 0))
			gp_buf_puts(&b, "&lt;");
		else
			gp_buf_putc(&b, title.p[i]);
	return gp_arena_buf(a, &b);
}

/* ---- what is listed ---- */

static void
add_text(struct gp_arena *a, struct gp_feed_entry *entry, const xmlNode *text)
{
	gp_feed_other(a, entry, gp_arena_str(a, gp_feed_name_of(text->parent)),
	              gp_arena_str(a, gp_str((const char *)text->content)));
}

void
gp_feed_list_text(struct gp_arena *a, struct gp_feed_entry *entry,
                  const xmlNode *text)
{
	if (text->type == XML_TEXT_NODE && !xmlIsBlankNode(text))
		add_text(a, entry, text);
}

/* What a reader is shown of an element besides what it holds. */
static void
add_labels(struct gp_arena *a, struct gp_feed_entry *entry, xmlNode *node)
{
	static const char *const names[] = { "label", "text" };
	struct gp_str label;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		label = gp_feed_attribute(a, node, names[i]);
		if (label.n)
			gp_feed_other(a, entry,
			              gp_arena_str(a, gp_feed_name_of(node)),
			              label);
	}
}

void
gp_feed_list(struct gp_arena *a, struct gp_feed_entry *entry, xmlNode *node,
             const xmlNode *but, const xmlNode *but_too)
{
	xmlNode *n = node->children;

	add_labels(a, entry, node);
	while (n) {
		if (n == but || n == but_too) {
			n = behind(n, node);
			continue;
		}
		if (n->type == XML_ELEMENT_NODE)
			add_labels(a, entry, n);
		gp_feed_list_text(a, entry, n);
		n = after(n, node);
	}
}
