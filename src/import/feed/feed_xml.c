/*
 * Feeds in XML: Atom (RFC 4287) and the 0.3 before it, RSS of any version with
 * its usual modules, an Atom entry alone.  Mended first, then read by libxml2
 * entry by entry: no network, no DTD, no entities of the file's own, depth and
 * text sizes as libxml2 limits them.  What the elements mean is for
 * feed_fields.c to say.
 */
#include "import/feed/feed_fields.h"
#include "import/feed/feed_mend.h"
#include "import/feed/feed_nodes.h"
#include "import/feed/feed_sniff.h"
#include "import/feed/feed_spaces.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/libxml.h"
#include "base/limits.h"
#include "base/text/declared.h"
#include "import/guard/guard.h"
#include "import/guard/xml_words.h"

#include <libxml/xmlreader.h>
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
	struct gp_str title, lang, self, home, generator;
	struct gp_feed_names authors;
	struct gp_feed_entry head; /* all its words, to be listed */
	/* the parser's first complaint */
	char fault[200];
	unsigned fault_line;
	bool seen_feed;
	size_t before; /* articles of other sources */
};

/* ---- an entry ---- */

static struct gp_str
lang_of(struct feed_reading *f, const xmlNode *node)
{
	xmlChar *s = xmlNodeGetLang(node);
	struct gp_str lang = gp_arena_str(f->scratch, gp_str((const char *)s));

	xmlFree(s);
	return lang.n ? lang : f->lang;
}

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

	gp_feed_take(f->scratch, f->self.n ? f->self : f->home, node, &entry);
	if (entry.lang.n == 0)
		entry.lang = lang_of(f, node);
	if (entry.authors.n == 0)
		entry.authors = f->authors;
	if (entry.source.n == 0 && !gp_str_eq(f->generator, GP_STR("govpub"))) {
		entry.source = f->title;
		entry.loose_source = true;
	}
	if (entry.base.n == 0 && entry.url.n == 0)
		entry.base = f->self.n ? f->self : f->home;
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

/* Words that stand astray between its elements. */
static void
read_stray(struct feed_reading *f)
{
	struct gp_str s =
		gp_str((const char *)xmlTextReaderConstValue(f->reader));

	gp_feed_other(f->arena, &f->head, GP_STR("feed"),
	              gp_arena_str(f->arena, s));
}

/* Of many articles the first has what their feed says of itself. */
static bool
list_head(struct feed_reading *f)
{
	struct gp_draft *draft;
	const struct gp_draft_block *last;

	if (f->out->count == f->before)
		return true;
	draft = f->out->drafts[f->before];
	last = draft->last;
	gp_feed_list_head(draft, &f->head);
	return gp_arena_ok(draft->arena, f->e) &&
	       (f->fault[0] || gp_guard_feed(draft, last, f->text, f->e));
}

static struct gp_str
keep_words(struct feed_reading *f, struct gp_str s)
{
	return gp_arena_str(f->arena, gp_str_trim(s));
}

/* Where the feed is, and what it is the feed of. */
static void
read_address(struct feed_reading *f, xmlNode *node)
{
	struct gp_str rel = gp_feed_attribute(f->scratch, node, "rel");
	struct gp_str href = gp_feed_attribute(f->scratch, node, "href");
	struct gp_str *field =
		gp_str_eq(rel, GP_STR("self")) ? &f->self : &f->home;

	if (href.n == 0)
		href = gp_feed_text(f->scratch, node);
	else if (field == &f->home && rel.n &&
	         !gp_str_eq(rel, GP_STR("alternate")))
		return;
	if (field->n == 0)
		*field = keep_words(f, gp_feed_resolve(f->scratch, node,
		                                       f->source->url, href));
}

static bool
read_head(struct feed_reading *f, xmlNode *node)
{
	struct gp_feed_names names = { .n = 0 };
	size_t i;

	if (gp_feed_is(node, GP_FEED_CORE, "title"))
		f->title = keep_words(f, gp_feed_text(f->scratch, node));
	else if (gp_feed_is(node, GP_FEED_CORE, "language") ||
	         gp_feed_is(node, GP_FEED_DC, "language"))
		f->lang = keep_words(f, gp_feed_text(f->scratch, node));
	else if (gp_feed_is(node, GP_FEED_CORE, "generator"))
		f->generator = keep_words(f, gp_feed_text(f->scratch, node));
	else if (gp_feed_is(node, GP_FEED_CORE, "link"))
		read_address(f, node);
	else if (gp_feed_is(node, GP_FEED_CORE, "author"))
		gp_feed_take_author(f->scratch, node, &names);
	gp_feed_list(f->arena, &f->head, node, NULL, NULL);
	for (i = 0; i < names.n; i++)
		gp_feed_name(&f->authors, keep_words(f, names.rows[i]));
	return gp_arena_ok(f->arena, f->e);
}

/* The element round everything: an entry may be a document (RFC 4287, 2). */
static int
on_root(struct feed_reading *f, const char *name)
{
	f->seen_feed = gp_feed_is_root(name);
	if (f->seen_feed)
		return 1;
	if (strcmp(name, "entry") == 0) {
		f->seen_feed = true;
		return with_scratch(f, xmlTextReaderExpand(f->reader),
		                    read_entry)
		               ? 0
		               : -1;
	}
	if (strcmp(name, "opml") == 0)
		gp_fail(f->e, GP_INPUT,
		        "is a list of feeds (OPML), and no feed");
	else
		gp_fail(f->e, GP_INPUT,
		        "is XML, but no feed: it begins with <%s>", name);
	return -1;
}

/* The element the reader stands on: 1 read on inside it, 0 past it, -1 stop. */
static int
on_element(struct feed_reading *f)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(f->reader);
	bool (*read)(struct feed_reading *, xmlNode *) = read_head;

	if (xmlTextReaderDepth(f->reader) == 0)
		return on_root(f, name);
	if (strcmp(name, "channel") == 0)
		return 1;
	if (strcmp(name, "entry") == 0 || strcmp(name, "item") == 0)
		read = read_entry;
	return with_scratch(f, xmlTextReaderExpand(f->reader), read) ? 0 : -1;
}

static bool
refuse(struct feed_reading *f, unsigned line, const char *what)
{
	return gp_fail_at(f->e, GP_INPUT, "", line, 0,
	                  "is not well-formed XML: %s", what);
}

/* What was whole before the fault is kept.  `is_read`: the parser went on
   behind it. */
static bool
judge_fault(struct feed_reading *f, bool is_read)
{
	const char *what = f->fault[0] ? f->fault : "it ends too early";

	if (!is_read && f->out->count == f->before)
		return refuse(f, f->fault_line, what);
	gp_diag_add(f->diag, GP_WARNING, "mended", f->source->name,
	            f->fault_line, "is not well-formed XML: %s%s",
	            is_read ? "" : "what follows is not read: ", what);
	return true;
}

static bool
read_feed(struct feed_reading *f)
{
	int more = xmlTextReaderRead(f->reader), inside;

	while (more == 1) {
		inside = 1;
		if (xmlTextReaderNodeType(f->reader) == XML_READER_TYPE_ELEMENT)
			inside = on_element(f);
		else if (xmlTextReaderNodeType(f->reader) ==
		         XML_READER_TYPE_TEXT)
			read_stray(f);
		if (inside < 0)
			break;
		more = inside ? xmlTextReaderRead(f->reader)
		              : xmlTextReaderNext(f->reader);
	}
	if (f->e->code != GP_OK)
		return false;
	if (more == 0 && f->seen_feed && f->fault[0] == '\0')
		return true;
	return judge_fault(f, more == 0 && f->seen_feed);
}

/* ---- opening ---- */

static void
on_fault(void *user, xmlError *fault)
{
	struct feed_reading *f = user;

	/* A prefix that is not declared is known anyway. */
	if (f->fault[0] || fault->level < XML_ERR_ERROR ||
	    fault->domain == XML_FROM_NAMESPACE)
		return;
	gp_format(f->fault, sizeof f->fault, "%s",
	          fault->message ? fault->message : "unknown");
	if (f->fault[0] && f->fault[strlen(f->fault) - 1] == '\n')
		f->fault[strlen(f->fault) - 1] = '\0';
	f->fault_line = fault->line > 0 ? (unsigned)fault->line : 0;
}

static bool
parse(struct feed_reading *f)
{
	bool ok;

	gp_libxml_begin();
	f->reader = xmlReaderForMemory(f->text.p, (int)f->text.n, NULL, "UTF-8",
	                               XML_PARSE_NONET | XML_PARSE_NOCDATA |
	                                       XML_PARSE_COMPACT |
	                                       XML_PARSE_RECOVER);
	if (!f->reader)
		return gp_fail(f->e, GP_NOMEM, "out of memory");
	xmlTextReaderSetStructuredErrorHandler(f->reader, on_fault, f);
	ok = read_feed(f);
	xmlFreeTextReader(f->reader);
	return ok;
}

static void
tell_slips(const struct feed_reading *f, const struct gp_feed_mended *mended)
{
	if (mended->cut)
		gp_diag_add(f->diag, GP_WARNING, "cut-short", f->source->name,
		            mended->cut,
		            "the file is cut: its last entry is not whole and "
		            "is left out");
	else if (mended->slips)
		gp_diag_add(f->diag, GP_WARNING,
		            mended->ends_early ? "cut-short" : "mended",
		            f->source->name, mended->line,
		            "is not well-formed XML: %s; slips mended: %zu",
		            mended->first, mended->slips);
}

/* libxml2 compares each attribute of a tag with all others of it. */
static bool
is_modest(struct feed_reading *f)
{
	return gp_xml_measure(f->text).attributes <= GP_MAX_XML_ATTRIBUTES ||
	       gp_fail(f->e, GP_LIMIT,
	               "has a tag with more than %zu attributes",
	               GP_MAX_XML_ATTRIBUTES);
}

static bool
parse_feed(struct feed_reading *f, struct gp_str text)
{
	struct gp_feed_mended mended;
	bool ok = gp_feed_mend(text, &mended, f->e);

	f->text = gp_buf_view(&mended.text);
	f->before = f->out->count;
	if (ok && gp_str_trim(f->text).n == 0)
		ok = refuse(f, mended.line,
		            mended.first ? mended.first : "it is empty");
	ok = ok && is_modest(f) && parse(f) && list_head(f);
	if (ok && mended.slips && f->out->count == f->before)
		ok = refuse(f, mended.line, mended.first);
	if (ok)
		tell_slips(f, &mended);
	gp_buf_free(&mended.text);
	return ok;
}

/* What the XML declaration says, for what is not UTF-8. */
static struct gp_str
declared(struct gp_str bytes)
{
	struct gp_str start = gp_str_trim(gp_str_sub(bytes, 0, 400)), name;
	size_t end = gp_str_find(start, GP_STR("?>"), 0), at;
	char quote;

	if (!gp_str_starts(start, GP_STR("<?xml")))
		return GP_STR("");
	start = gp_str_sub(start, 0, end);
	at = gp_str_find(start, GP_STR("encoding"), 0);
	name = gp_str_trim(gp_str_sub(start, at + 8, start.n));
	if (name.n == 0 || name.p[0] != '=')
		return GP_STR("");
	name = gp_str_trim(gp_str_sub(name, 1, name.n));
	quote = name.n ? name.p[0] : 0;
	for (end = 1; end < name.n && name.p[end] != quote;)
		end++;
	return gp_str_sub(name, 1, end);
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
	};
	struct gp_decoded text = { .bom = false };
	bool ok;

	f.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	f.self = source->url;
	ok = f.arena || gp_fail(e, GP_NOMEM, "out of memory");
	ok = ok && gp_decode_declared(source->data, declared(source->data),
	                              GP_STR(""), &text, e);
	ok = ok && parse_feed(&f, gp_buf_view(&text.text));
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
