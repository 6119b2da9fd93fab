/*
 * Feeds in XML: Atom (RFC 4287), RSS 2.0 with Dublin Core and the content
 * module, RSS 1.0.  Read by libxml2 entry by entry: no network, no DTD, no
 * entities of the file's own, depth and text sizes as libxml2 limits them.
 * What an entry is worth is for feed_entry.c to say.
 */
#include "import/feed/feed_nodes.h"
#include "import/feed/feed_sniff.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/libxml.h"
#include "base/limits.h"
#include "base/text/charset.h"
#include "base/text/decode.h"
#include "import/guard/guard.h"
#include "import/guard/xml_words.h"

#include <libxml/xmlreader.h>
#include <libxml/xmlsave.h>
#include <string.h>

struct feed_reading {
	struct gp_articles *out;
	const struct gp_source_bytes *source;
	struct gp_diag *diag;
	struct gp_err *e;
	xmlTextReader *reader;
	struct gp_str text;       /* of the feed */
	size_t at;                /* behind the entry that was read last */
	struct gp_arena *scratch; /* one entry's words */
	/* what the feed says of itself */
	struct gp_arena *arena;
	struct gp_str title, lang, base, generator;
	struct gp_feed_names authors;
	/* the parser's first complaint */
	char fault[200];
	int fault_line;
	bool seen_feed;
};

/* What an element of an entry means; by its name without a prefix. */
struct field {
	const char *name, *space; /* space: in its namespace, NULL: any */
	void (*take)(struct feed_reading *f, struct gp_feed_entry *entry,
	             xmlNode *node);
};

static const struct field fields[21];

/* ---- text ---- */

static struct gp_str
text_of(struct feed_reading *f, const xmlNode *node)
{
	xmlChar *s = xmlNodeGetContent(node);
	struct gp_str text = gp_arena_str(f->scratch, gp_str((const char *)s));

	xmlFree(s);
	return text;
}

static struct gp_str
attribute(struct feed_reading *f, xmlNode *node, const char *name)
{
	xmlChar *s = xmlGetNoNsProp(node, (const xmlChar *)name);
	struct gp_str text =
		gp_arena_str(f->scratch, gp_str_trim(gp_str((const char *)s)));

	xmlFree(s);
	return text;
}

static bool
is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}

static bool
is_in(const xmlNode *node, const char *space)
{
	return node->ns && node->ns->href &&
	       strcmp((const char *)node->ns->href, space) == 0;
}

static xmlNode *
child(xmlNode *node, const char *name)
{
	xmlNode *c = node->children;

	while (c && !is(c, name))
		c = c->next;
	return c;
}

/* The children of an element as HTML: prefixes would hide their names from
   an HTML reader. */
static struct gp_str
inner_html(struct feed_reading *f, xmlNode *node)
{
	xmlBuffer *b = xmlBufferCreate();
	xmlSaveCtxt *save;
	struct gp_str html = GP_STR("");
	xmlNode *n = node->children, *c;

	while (n) {
		if (n->type == XML_ELEMENT_NODE)
			n->ns = NULL;
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
			continue;
		}
		while (n != node && !n->next)
			n = n->parent;
		n = n == node ? NULL : n->next;
	}
	/* <script/> would hold all that follows, to a reader of HTML. */
	save = b ? xmlSaveToBuffer(b, NULL, XML_SAVE_NO_DECL | XML_SAVE_XHTML)
	         : NULL;
	for (c = node->children; save && c; c = c->next)
		(void)xmlSaveTree(save, c);
	if (save)
		(void)xmlSaveClose(save);
	if (save)
		html = gp_arena_str(f->scratch,
		                    gp_str((const char *)xmlBufferContent(b)));
	else
		gp_fail(f->e, GP_NOMEM, "out of memory");
	xmlBufferFree(b);
	return html;
}

static struct gp_str
escaped(struct feed_reading *f, struct gp_str text)
{
	struct gp_buf b = { .max = GP_MAX_DOC_ARENA };

	gp_feed_escape(&b, text);
	return gp_arena_buf(f->scratch, &b);
}

/* An Atom text (RFC 4287, 3.1) or content as HTML. */
static struct gp_str
atom_html(struct feed_reading *f, xmlNode *node)
{
	struct gp_str type = attribute(f, node, "type");

	if (gp_str_eq(type, GP_STR("xhtml")) ||
	    gp_str_eq(type, GP_STR("application/xhtml+xml")))
		return inner_html(f, node);
	if (gp_str_eq(type, GP_STR("html")) ||
	    gp_str_eq(type, GP_STR("text/html")))
		return text_of(f, node);
	return escaped(f, text_of(f, node));
}

/* ---- fields ---- */

static void
set_field(struct gp_str *field, struct gp_str value)
{
	if (field->n == 0)
		*field = gp_str_trim(value);
}

static void
take_title(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	struct gp_str type = attribute(f, node, "type");

	if (gp_str_eq(type, GP_STR("html")))
		entry->html_title = true;
	set_field(&entry->title, text_of(f, node));
}

static void
take_id(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	set_field(&entry->id, text_of(f, node));
	/* RSS 2.0: a guid is an address unless it says that it is none. */
	if (is(node, "guid") &&
	    gp_str_eq(attribute(f, node, "isPermaLink"), GP_STR("true")))
		set_field(&entry->url, entry->id);
}

static void
take_link(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	struct gp_str rel = attribute(f, node, "rel");
	struct gp_str href = attribute(f, node, "href");

	if (gp_str_eq(rel, GP_STR("enclosure")))
		entry->enclosures++;
	else if (href.n && (rel.n == 0 || gp_str_eq(rel, GP_STR("alternate"))))
		set_field(&entry->url, href);
	else if (href.n == 0)
		set_field(&entry->url, text_of(f, node));
}

static void
take_published(struct feed_reading *f, struct gp_feed_entry *entry,
               xmlNode *node)
{
	set_field(&entry->published, text_of(f, node));
}

static void
take_updated(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	set_field(&entry->updated, text_of(f, node));
}

static void
take_author(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	xmlNode *name = child(node, "name");

	gp_feed_name(&entry->authors, text_of(f, name ? name : node));
}

static void
take_category(struct feed_reading *f, struct gp_feed_entry *entry,
              xmlNode *node)
{
	struct gp_str label = attribute(f, node, "label");
	struct gp_str term = attribute(f, node, "term");

	if (term.n == 0)
		term = text_of(f, node);
	gp_feed_name(&entry->categories, label.n ? label : term);
}

static void
take_source(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	xmlNode *title = child(node, "title");

	if (title || !node->children || !node->children->next)
		set_field(&entry->source, text_of(f, title ? title : node));
}

static void
take_summary(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	set_field(&entry->summary, atom_html(f, node));
}

static void
take_content(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	xmlChar *base = xmlNodeGetBase(node->doc, node);

	set_field(&entry->content, atom_html(f, node));
	set_field(&entry->base,
	          gp_arena_str(f->scratch, gp_str((const char *)base)));
	xmlFree(base);
}

/* RSS: HTML, whatever it says. */
static void
take_description(struct feed_reading *f, struct gp_feed_entry *entry,
                 xmlNode *node)
{
	set_field(&entry->summary, text_of(f, node));
}

static void
take_encoded(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	set_field(&entry->content, text_of(f, node));
}

static void
take_enclosure(struct feed_reading *f, struct gp_feed_entry *entry,
               xmlNode *node)
{
	(void)f;
	(void)node;
	entry->enclosures++;
}

/* True when the words went where the article's words go, or to its title. */
static bool
take_field(struct feed_reading *f, struct gp_feed_entry *entry, xmlNode *node)
{
	struct gp_str title = entry->title, summary = entry->summary,
		      content = entry->content;
	const struct field *field;

	for (field = fields; field->name; field++)
		if (is(node, field->name) &&
		    (!field->space || is_in(node, field->space))) {
			field->take(f, entry, node);
			break;
		}
	return title.p != entry->title.p || summary.p != entry->summary.p ||
	       content.p != entry->content.p;
}

/* ---- entries ---- */

static struct gp_str
lang_of(struct feed_reading *f, const xmlNode *node)
{
	xmlChar *s = xmlNodeGetLang(node);
	struct gp_str lang = gp_arena_str(f->scratch, gp_str((const char *)s));

	xmlFree(s);
	return lang.n ? lang : f->lang;
}

/* ---- an entry ---- */

/* What the bytes of the entry say. */
static bool
guard(struct feed_reading *f, const struct gp_feed_entry *entry, size_t before)
{
	struct gp_str bytes;

	if (!gp_xml_entry(f->text, &f->at, &bytes) || f->out->count == before)
		return true;
	return gp_guard_entry(f->out->drafts[before], bytes, entry->line, f->e);
}

static bool
read_entry(struct feed_reading *f, xmlNode *node)
{
	struct gp_feed_entry entry = { .line = (unsigned)xmlGetLineNo(node) };
	size_t before = f->out->count;
	xmlNode *c;

	entry.lang = lang_of(f, node);
	for (c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && !take_field(f, &entry, c))
			gp_feed_list(f->scratch, &entry, c);
	if (entry.authors.n == 0)
		entry.authors = f->authors;
	if (entry.source.n == 0 && !gp_str_eq(f->generator, GP_STR("govpub"))) {
		entry.source = f->title;
		entry.loose_source = true;
	}
	set_field(&entry.base, f->base);
	return gp_arena_ok(f->scratch, f->e) && f->e->code == GP_OK &&
	       gp_feed_article(f->out, f->source, &entry, f->diag, f->e) &&
	       guard(f, &entry, before);
}

static bool
with_scratch(struct feed_reading *f, xmlNode *node,
             bool (*read)(struct feed_reading *f, xmlNode *node))
{
	bool ok;

	if (!node)
		return false;
	f->scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!f->scratch)
		return gp_fail(f->e, GP_NOMEM, "out of memory");
	ok = read(f, node);
	gp_arena_free(f->scratch);
	f->scratch = NULL;
	return ok;
}

/* ---- the feed ---- */

static struct gp_str
keep_words(struct feed_reading *f, struct gp_str s)
{
	return gp_arena_str(f->arena, gp_str_trim(s));
}

static bool
read_head(struct feed_reading *f, xmlNode *node)
{
	struct gp_feed_entry entry = { .line = 0 };
	size_t i;

	if (is(node, "title"))
		f->title = keep_words(f, text_of(f, node));
	else if (is(node, "language"))
		f->lang = keep_words(f, text_of(f, node));
	else if (is(node, "generator"))
		f->generator = keep_words(f, text_of(f, node));
	else if (is(node, "author"))
		take_author(f, &entry, node);
	for (i = 0; i < entry.authors.n; i++)
		gp_feed_name(&f->authors, keep_words(f, entry.authors.rows[i]));
	return gp_arena_ok(f->arena, f->e);
}

/* The element the reader stands on: 1 read on inside it, 0 past it, -1 stop. */
static int
on_element(struct feed_reading *f)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(f->reader);
	bool (*read)(struct feed_reading *, xmlNode *) = read_head;

	if (xmlTextReaderDepth(f->reader) == 0) {
		f->seen_feed = gp_feed_is_root(name);
		if (f->seen_feed)
			return 1;
		gp_fail(f->e, GP_INPUT,
		        "is XML, but no feed: it begins with <%s>", name);
		return -1;
	}
	if (strcmp(name, "channel") == 0)
		return 1;
	if (strcmp(name, "entry") == 0 || strcmp(name, "item") == 0)
		read = read_entry;
	return with_scratch(f, xmlTextReaderExpand(f->reader), read) ? 0 : -1;
}

static bool
read_feed(struct feed_reading *f)
{
	int more = xmlTextReaderRead(f->reader), inside;

	while (more == 1) {
		inside = 1;
		if (xmlTextReaderNodeType(f->reader) == XML_READER_TYPE_ELEMENT)
			inside = on_element(f);
		if (inside < 0)
			break;
		more = inside ? xmlTextReaderRead(f->reader)
		              : xmlTextReaderNext(f->reader);
	}
	if (f->e->code != GP_OK)
		return false;
	if (more == 0 && f->seen_feed && f->fault[0] == '\0')
		return true;
	return gp_fail_at(f->e, GP_INPUT, "", (unsigned)f->fault_line, 0,
	                  "is not well-formed XML: %s",
	                  f->fault[0] ? f->fault : "it ends too early");
}

/* ---- opening ---- */

static void
on_fault(void *user, xmlError *fault)
{
	struct feed_reading *f = user;

	if (f->fault[0] || fault->level < XML_ERR_ERROR)
		return;
	gp_format(f->fault, sizeof f->fault, "%s",
	          fault->message ? fault->message : "unknown");
	f->fault_line = fault->line > 0 ? fault->line : 0;
}

/* A short file could stand for a long one. */
static bool
refuse_entities(struct gp_str text, struct gp_err *e)
{
	size_t doctype = gp_str_find(text, GP_STR("<!DOCTYPE"), 0);
	size_t at = gp_str_find(text, GP_STR("<!ENTITY"), doctype), i;
	unsigned line = 1;

	if (at >= text.n)
		return true;
	for (i = 0; i < at; i++)
		line += text.p[i] == '\n';
	return gp_fail_at(e, GP_INPUT, "", line, 0,
	                  "declares entities of its own, which a feed has no "
	                  "use for; take the <!DOCTYPE> out");
}

static bool
parse_feed(struct feed_reading *f, struct gp_str text)
{
	bool ok;

	if (!refuse_entities(text, f->e))
		return false;
	f->text = text;
	gp_libxml_begin();
	f->reader = xmlReaderForMemory(text.p, (int)text.n, NULL, "UTF-8",
	                               XML_PARSE_NONET | XML_PARSE_NOCDATA |
	                                       XML_PARSE_COMPACT);
	if (!f->reader)
		return gp_fail(f->e, GP_NOMEM, "out of memory");
	xmlTextReaderSetStructuredErrorHandler(f->reader, on_fault, f);
	ok = read_feed(f);
	xmlFreeTextReader(f->reader);
	return ok;
}

/* What the XML declaration says, for what is not UTF-8. */
static struct gp_str
declared(struct gp_str bytes)
{
	struct gp_str start = gp_str_sub(bytes, 0, 200), name;
	size_t at = gp_str_find(start, GP_STR("encoding="), 0), end;

	if (at >= start.n || !gp_str_starts(start, GP_STR("<?xml")))
		return GP_STR("");
	name = gp_str_sub(start, at + 10, start.n);
	for (end = 0;
	     end < name.n && name.p[end] != '"' && name.p[end] != '\'';)
		end++;
	return gp_str_sub(name, 0, end);
}

/* What the text was encoded in is no matter any more. */
static void
forget_declaration(struct gp_buf *text)
{
	size_t end, i;

	if (!gp_str_starts(gp_buf_view(text), GP_STR("<?xml")))
		return;
	end = gp_str_find(gp_buf_view(text), GP_STR("?>"), 0);
	for (i = 0; i < end + 2 && i < text->len; i++)
		if (text->data[i] != '\n')
			text->data[i] = ' ';
}

static bool
unpack_feed(const struct gp_source_bytes *source, struct gp_articles *out,
            struct gp_diag *d, struct gp_err *e)
{
	struct feed_reading f = {
		.out = out,
		.source = source,
		.diag = d,
		.e = e,
		.base = source->url,
	};
	struct gp_decoded text = { .bom = false };
	struct gp_buf utf8 = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool converted =
		gp_charset_convert(declared(source->data), source->data, &utf8);
	bool ok;

	f.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	ok = f.arena ? gp_buf_ok(&utf8, e)
	             : gp_fail(e, GP_NOMEM, "out of memory");
	ok = ok &&
	     gp_decode(converted ? gp_buf_view(&utf8) : source->data, &text, e);
	if (ok)
		forget_declaration(&text.text);
	ok = ok && parse_feed(&f, gp_buf_view(&text.text));
	gp_buf_free(&utf8);
	gp_buf_free(&text.text);
	gp_arena_free(f.arena);
	return ok;
}

const struct gp_importer gp_import_feed = {
	.kind = "feed",
	.suffixes = " .xml .atom .rss .rdf ",
	.sniff = gp_feed_sniff,
	.unpack = unpack_feed,
};

static const char dublin_core[] = "http://purl.org/dc/elements/1.1/";
static const char content[] = "http://purl.org/rss/1.0/modules/content/";

static const struct field fields[] = {
	{ "title", NULL, take_title },
	{ "id", NULL, take_id },
	{ "guid", NULL, take_id },
	{ "link", NULL, take_link },
	{ "published", NULL, take_published },
	{ "pubDate", NULL, take_published },
	{ "issued", NULL, take_published },
	{ "date", dublin_core, take_published },
	{ "updated", NULL, take_updated },
	{ "modified", NULL, take_updated },
	{ "author", NULL, take_author },
	{ "creator", dublin_core, take_author },
	{ "category", NULL, take_category },
	{ "subject", dublin_core, take_category },
	{ "source", NULL, take_source },
	{ "summary", NULL, take_summary },
	{ "content", NULL, take_content },
	{ "description", NULL, take_description },
	{ "encoded", content, take_encoded },
	{ "enclosure", NULL, take_enclosure },
	{ .name = NULL },
};
