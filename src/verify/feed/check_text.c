/* Text constructs and content (RFC 4287, 3.1 and 4.1.3): the type is what it
   says, HTML closes what it opens, and readers without a base address find
   every link.  HTML is scanned for its tags, not parsed; what it says is not
   read. */
#include "verify/feed/atom_feed.h"

#include "base/text/uri.h"
#include "base/utf8.h"

#include <string.h>

/* ---- HTML in text: a scan for tags ---- */

enum { MAX_OPEN = 256 };

struct html_text {
	struct gp_atom_feed *f;
	struct gp_str text;
	unsigned line;
	struct gp_str open[MAX_OPEN];
	size_t depth;
	bool broken;
};

static void
bad_html(struct html_text *h, const char *what, struct gp_str name)
{
	if (!h->broken)
		gp_found(h->f->in, GP_CHECK_FEED_HTML, NULL, h->line,
		         "%s: %.*s", what, GP_ARG(name));
	h->broken = true;
}

/* Addresses that readers cannot complete, and scripts. */
static void
check_address(struct gp_atom_feed *f, unsigned line, struct gp_str name,
              struct gp_str value)
{
	struct gp_str scheme = gp_str_sub(value, 0, gp_uri_scheme(value));

	if (gp_str_starts(name, GP_STR("on")) ||
	    gp_str_eq_nocase(scheme, GP_STR("javascript")))
		gp_found(f->in, GP_CHECK_FEED_SCRIPT, NULL, line,
		         "the content runs a script: %.*s", GP_ARG(name));
	else if (gp_is_word_of(name, "href src cite poster data action") &&
	         !scheme.n)
		gp_found(f->in, GP_CHECK_FEED_RELATIVE, NULL, line,
		         "%.*s=\"%.*s\" is not absolute", GP_ARG(name),
		         GP_ARG(value));
}

static void
check_name(struct gp_atom_feed *f, unsigned line, struct gp_str name)
{
	if (gp_is_word_of(name, "script iframe object embed form"))
		gp_found(f->in, GP_CHECK_FEED_SCRIPT, NULL, line,
		         "the content holds %.*s", GP_ARG(name));
}

static bool
is_name_char(char c)
{
	return gp_is_alpha(c) || gp_is_digit(c) || c == '-' || c == ':';
}

static struct gp_str
take_name(struct gp_str s, size_t *i)
{
	size_t start = *i;

	while (*i < s.n && is_name_char(s.p[*i]))
		(*i)++;
	return gp_str_sub(s, start, *i);
}

static void
skip_space(struct gp_str s, size_t *i)
{
	while (*i < s.n && gp_is_space(s.p[*i]))
		(*i)++;
}

/* The value behind '=' at *i, without its quotation marks. */
static struct gp_str
take_value(struct gp_str s, size_t *i)
{
	size_t start;
	char quote;

	skip_space(s, i);
	if (*i >= s.n || (s.p[*i] != '"' && s.p[*i] != '\'')) {
		start = *i;
		while (*i < s.n && !gp_is_space(s.p[*i]) && s.p[*i] != '>')
			(*i)++;
		return gp_str_sub(s, start, *i);
	}
	quote = s.p[(*i)++];
	start = *i;
	while (*i < s.n && s.p[*i] != quote)
		(*i)++;
	return gp_str_sub(s, start, (*i)++);
}

/* Attributes up to the end of the tag; true when it closes itself. */
static bool
take_attributes(struct html_text *h, size_t *i)
{
	struct gp_str name, value;
	bool closed = false;

	while (*i < h->text.n && h->text.p[*i] != '>') {
		closed = h->text.p[*i] == '/';
		name = take_name(h->text, i);
		if (!name.n) {
			(*i)++;
			continue;
		}
		skip_space(h->text, i);
		value = (struct gp_str){ "", 0 };
		if (*i < h->text.n && h->text.p[*i] == '=') {
			(*i)++;
			value = take_value(h->text, i);
			check_address(h->f, h->line, name, value);
		}
	}
	if (*i >= h->text.n)
		bad_html(h, "a tag is not closed", (struct gp_str){ "", 0 });
	(*i)++;
	return closed;
}

static void
open_tag(struct html_text *h, struct gp_str name, bool closed)
{
	check_name(h->f, h->line, name);
	if (closed || gp_is_word_of(name, "br img hr wbr col area source "
	                                  "track input meta link base embed"))
		return;
	if (h->depth == MAX_OPEN)
		bad_html(h, "elements are nested too deep", name);
	else
		h->open[h->depth++] = name;
}

static void
close_tag(struct html_text *h, struct gp_str name)
{
	if (h->depth > 0 && gp_str_eq_nocase(h->open[h->depth - 1], name))
		h->depth--;
	else
		bad_html(h, "an element ends that is not open", name);
}

static void
check_html(struct gp_atom_feed *f, struct gp_str text, unsigned line)
{
	struct html_text h = { .f = f, .text = text, .line = line };
	size_t i = 0;
	struct gp_str name;
	bool closing, alone;

	while (!h.broken && (i = gp_str_find(text, GP_STR("<"), i)) < text.n) {
		i++;
		if (gp_str_starts(gp_str_sub(text, i, text.n), GP_STR("!--"))) {
			i = gp_str_find(text, GP_STR("-->"), i);
			continue;
		}
		closing = i < text.n && text.p[i] == '/';
		i += closing;
		name = take_name(text, &i);
		if (!name.n) {
			bad_html(&h, "a < that begins no tag", name);
			return;
		}
		alone = take_attributes(&h, &i);
		if (closing)
			close_tag(&h, name);
		else
			open_tag(&h, name, alone);
	}
	if (h.depth > 0)
		bad_html(&h, "an element is not closed", h.open[h.depth - 1]);
}

/* ---- XHTML ---- */

static void
check_xhtml(struct gp_atom_feed *f, xmlNode *node)
{
	xmlNode *div = gp_dom_child(node), *n;
	const xmlAttr *a;

	if (!gp_dom_is(div, GP_NS_XHTML, "div") || gp_dom_sibling(div)) {
		gp_found(f->in, GP_CHECK_FEED_XHTML, NULL, gp_dom_line(node),
		         "%s of type xhtml is not one div of XHTML",
		         (const char *)node->name);
		return;
	}
	for (n = div; n; n = gp_dom_next(n, div)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (!gp_dom_is(n, GP_NS_XHTML, NULL))
			gp_found(f->in, GP_CHECK_FEED_XHTML, NULL,
			         gp_dom_line(n), "%s is not of XHTML",
			         (const char *)n->name);
		check_name(f, gp_dom_line(n), gp_dom_name(n));
		for (a = n->properties; a; a = a->next)
			check_address(f, gp_dom_line(n),
			              gp_str((const char *)a->name),
			              gp_dom_value(a));
	}
}

/* ---- any text ---- */

static void
check_characters(struct gp_atom_feed *f, xmlNode *node, struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if ((c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
		    (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
			gp_found(f->in, GP_CHECK_TEXT_CONTROL, NULL,
			         gp_dom_line(node),
			         "%s holds a character that says nothing: "
			         "U+%04X",
			         (const char *)node->name, (unsigned)c);
			return;
		}
	}
}

static void
check_typed(struct gp_atom_feed *f, xmlNode *node, struct gp_str type)
{
	struct gp_str text;

	if (gp_str_eq(type, GP_STR("xhtml"))) {
		check_xhtml(f, node);
		return;
	}
	if (gp_dom_child(node)) {
		gp_found(f->in, GP_CHECK_FEED_TEXT, NULL, gp_dom_line(node),
		         "%s of type %.*s holds elements",
		         (const char *)node->name, GP_ARG(type));
		return;
	}
	text = gp_str(node->children && node->children->content
	                      ? (const char *)node->children->content
	                      : "");
	check_characters(f, node, text);
	if (gp_str_eq(type, GP_STR("html")))
		check_html(f, text, gp_dom_line(node));
}

void
gp_atom_text(struct gp_atom_feed *f, xmlNode *node)
{
	struct gp_str type = gp_dom_attr(node, NULL, "type");

	if (!type.p)
		type = GP_STR("text");
	if (!gp_is_word_of(type, "text html xhtml"))
		gp_found(f->in, GP_CHECK_FEED_TEXT, NULL, gp_dom_line(node),
		         "\"%.*s\" is no type of text", GP_ARG(type));
	else
		check_typed(f, node, type);
	if (gp_is_atom(node, "title") && !gp_str_eq(type, GP_STR("text")))
		gp_found(f->in, GP_CHECK_FEED_TITLE_HTML, NULL,
		         gp_dom_line(node), "the title is of type %.*s",
		         GP_ARG(type));
}

void
gp_atom_content(struct gp_atom_feed *f, xmlNode *node)
{
	struct gp_str type = gp_dom_attr(node, NULL, "type");
	struct gp_str src = gp_dom_attr(node, NULL, "src");

	if (src.p) {
		if (!gp_uri_scheme(src) || !gp_uri_ok(src))
			gp_found(f->in, GP_CHECK_FEED_LINK, NULL,
			         gp_dom_line(node),
			         "src is no absolute address: \"%.*s\"",
			         GP_ARG(src));
		if (gp_dom_text(f->in, node).n)
			gp_found(f->in, GP_CHECK_FEED_CONTENT, NULL,
			         gp_dom_line(node),
			         "content that is elsewhere is here too");
	}
	if (!type.p)
		type = GP_STR("text");
	if (gp_is_word_of(type, "text html xhtml")) {
		if (!src.p)
			check_typed(f, node, type);
	} else if (!gp_is_media_type(type)) {
		gp_found(f->in, GP_CHECK_FEED_TYPE, NULL, gp_dom_line(node),
		         "\"%.*s\" is no type of content", GP_ARG(type));
	}
}
