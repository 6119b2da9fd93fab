/*
 * libxml2's HTML parser held to limits: see html_parse.h.  Its callbacks are
 * ours where nodes are made, so that a page is refused while it is read and
 * not when the memory is gone.  It opens no file and no connection.
 */
#include "import/html/html_parse.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

enum { MOST_ATTRIBUTES = 32 };

struct parse {
	size_t nodes, faults;
	const char *over; /* the limit that was met, NULL: none */
};

static struct parse *
parse_of(void *context)
{
	return ((xmlParserCtxt *)context)->_private;
}

static bool
stop(void *context, const char *why)
{
	struct parse *p = parse_of(context);

	if (!p->over)
		p->over = why;
	xmlStopParser(context);
	return false;
}

static bool
count_node(void *context)
{
	struct parse *p = parse_of(context);
	const xmlParserCtxt *c = context;

	if (++p->nodes > GP_MAX_HTML_NODES)
		return stop(context, "has more elements and texts than a page "
		                     "may have");
	if (c->nameNr > GP_MAX_HTML_DEPTH)
		return stop(context, "nests its elements deeper than a page "
		                     "may");
	return !p->over;
}

/* ---- what is kept ---- */

static bool
is_one_of(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

/* Handlers are code; data-* and aria-* are for scripts, but for these. */
static bool
is_wanted(const char *name)
{
	static const char *const data[] = { "data-src",      "data-lazy-src",
		                            "data-original", "data-component",
		                            "data-testid",   NULL };

	if (name[0] == 'o' && name[1] == 'n')
		return false;
	if (strncmp(name, "data-", 5) == 0)
		return is_one_of(name, data);
	return strncmp(name, "aria-", 5) != 0;
}

static void
on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	const xmlChar *kept[2 * MOST_ATTRIBUTES + 2];
	size_t i, n = 0;

	if (!count_node(context))
		return;
	for (i = 0; attributes && attributes[i]; i += 2) {
		if (n == 2 * MOST_ATTRIBUTES ||
		    !is_wanted((const char *)attributes[i]))
			continue;
		kept[n++] = attributes[i];
		kept[n++] = attributes[i + 1];
	}
	kept[n] = NULL;
	xmlSAX2StartElement(context, name, n ? kept : NULL);
}

/* A reference (&#150;) comes alone.  What it names may be a control that
   stands for a letter of windows-1252 (WHATWG HTML, 13.2.5.80), or nothing
   that may stand in a text. */
static bool
mend_reference(const xmlChar *text, int n, struct gp_buf *out)
{
	struct gp_str s = { (const char *)text, (size_t)n };
	size_t i = 0;
	uint32_t c = gp_utf8_next(s, &i);

	if (i < s.n || c < 0x7F || (c >= 0xA0 && !gp_is_noncharacter(c)))
		return false;
	if (c >= 0x80 && c < 0xA0)
		c = gp_windows_1252_char((unsigned char)c);
	if (c >= 0xA0 && !gp_is_noncharacter(c))
		gp_buf_utf8(out, c);
	return true;
}

static void
on_text(void *context, const xmlChar *text, int n)
{
	struct gp_buf mended = { .max = 0 };

	if (!count_node(context))
		return;
	if (n >= 1 && n <= 4 && text[0] >= 0x7F &&
	    mend_reference(text, n, &mended))
		xmlSAX2Characters(
			context,
			(const xmlChar *)(mended.len ? mended.data : ""),
			(int)mended.len);
	else
		xmlSAX2Characters(context, text, n);
	gp_buf_free(&mended);
}

/* Scripts and styles; the former may be data. */
static void
on_raw(void *context, const xmlChar *text, int n)
{
	const xmlParserCtxt *c = context;

	if (c->name && strcmp((const char *)c->name, "style") == 0)
		return;
	if (count_node(context))
		xmlSAX2CDataBlock(context, text, n);
}

/* Faults are usual and silent, but each may have cost a look at everything
   that is open. */
static void
on_fault(void *context, const char *format, ...)
{
	struct parse *p = parse_of(context);
	const xmlParserCtxt *c = context;

	(void)format;
	p->faults += (size_t)(c->nameNr > 0 ? c->nameNr : 0);
	if (p->faults > GP_MAX_HTML_FAULTS)
		(void)stop(context, "is too broken to be read");
}

static void
prepare(xmlParserCtxt *c, struct parse *p)
{
	c->_private = p;
	c->sax->startElement = on_start;
	c->sax->characters = on_text;
	c->sax->ignorableWhitespace = on_text;
	c->sax->cdataBlock = on_raw;
	c->sax->comment = NULL;
	c->sax->processingInstruction = NULL;
	c->sax->error = on_fault;
	c->sax->warning = NULL;
	c->sax->serror = NULL;
	/* Two elements with one id are common, and no table of ids is
	   needed. */
	c->vctxt.error = NULL;
	c->vctxt.warning = NULL;
	c->loadsubset |= XML_SKIP_IDS;
}

static bool
check(const struct parse *p, const xmlDoc *doc, struct gp_err *e)
{
	if (p->over)
		return gp_fail(e, GP_LIMIT, "%s", p->over);
	if (!doc || !xmlDocGetRootElement(doc))
		return gp_fail(
			e, GP_INPUT,
			"holds no text; take it away, or skip it in pack.yaml");
	return true;
}

static xmlDoc *
parse(struct gp_str text, struct gp_err *e)
{
	struct parse p = { .nodes = 0 };
	xmlParserCtxt *c;
	xmlDoc *doc;

	c = htmlNewParserCtxt();
	if (!c) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	prepare(c, &p);
	doc = htmlCtxtReadMemory(
		c, text.n ? text.p : " ", text.n ? (int)text.n : 1, NULL,
		"UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
			HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
	if (c->errNo == XML_ERR_NO_MEMORY) {
		gp_fail(e, GP_NOMEM, "out of memory");
	} else if (check(&p, doc, e)) {
		htmlFreeParserCtxt(c);
		return doc;
	}
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(c);
	return NULL;
}

xmlDoc *
gp_html_parse(struct gp_str text, struct gp_err *e)
{
	struct gp_buf lean = { .max = GP_MAX_HTML_BYTES };
	xmlDoc *doc = NULL;

	if (text.n > GP_MAX_HTML_BYTES) {
		gp_fail(e, GP_LIMIT, "is a page larger than %zu MiB",
		        GP_MAX_HTML_BYTES / GP_MIB);
		return NULL;
	}
	if (gp_html_strip(text, &lean, e))
		doc = parse(gp_buf_view(&lean), e);
	gp_buf_free(&lean);
	return doc;
}
