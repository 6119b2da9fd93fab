/* An old feed read by libxml2's reader, entry by entry.  An entry becomes a
   canonical text in which control characters, which XML cannot hold, part
   what belongs to markup from what is text; its digest does not depend on
   indentation.  What cannot be read is no error but a feed that nothing is
   known from.  It compares nothing. */
#include "write/atom/atom_state.h"

#include "base/buf.h"
#include "base/libxml.h"
#include "base/limits.h"
#include "write/xml_errors.h"

#include <libxml/xmlreader.h>
#include <string.h>

static const char atom_namespace[] = "http://www.w3.org/2005/Atom";

enum { DEPTH_FEED = 0, DEPTH_ENTRY = 1, DEPTH_FIELD = 2 };
enum state_mark { MARK_OPEN = 1, MARK_NAME, MARK_VALUE, MARK_CLOSE };

struct state_reader {
	xmlTextReaderPtr xml;
	struct gp_atom_state *out;
	struct gp_buf canon; /* the entry at hand */
	struct gp_buf run;   /* the text since the last tag */
	struct gp_str id;    /* of the entry at hand */
	struct gp_date updated;
	bool in_entry, no_memory;
};

/* libxml2's complaints decide nothing but whether memory ran out. */
static void
note_error(void *user, int code)
{
	struct state_reader *r = user;

	if (code == XML_ERR_NO_MEMORY)
		r->no_memory = true;
}

static struct gp_str
view(const xmlChar *s)
{
	return gp_str((const char *)s);
}

static bool
is_named(const struct state_reader *r, const char *name)
{
	return gp_str_eq(view(xmlTextReaderConstLocalName(r->xml)),
	                 gp_str(name)) &&
	       gp_str_eq(view(xmlTextReaderConstNamespaceUri(r->xml)),
	                 gp_str(atom_namespace));
}

static bool
is_entry_updated(const struct state_reader *r, int depth)
{
	return r->in_entry && depth == DEPTH_FIELD && is_named(r, "updated");
}

static void
mark_change(struct state_reader *r, enum state_mark m, struct gp_str text)
{
	gp_buf_putc(&r->canon, (char)m);
	gp_buf_str(&r->canon, text);
}

/* White space alone between two tags is layout. */
static void
flush_run(struct state_reader *r)
{
	if (r->in_entry && gp_str_trim(gp_buf_view(&r->run)).n)
		gp_buf_str(&r->canon, gp_buf_view(&r->run));
	gp_buf_clear(&r->run);
}

static void
put_attributes(struct state_reader *r)
{
	while (xmlTextReaderMoveToNextAttribute(r->xml) == 1) {
		mark_change(r, MARK_NAME, view(xmlTextReaderConstName(r->xml)));
		mark_change(r, MARK_VALUE,
		            view(xmlTextReaderConstValue(r->xml)));
	}
	(void)xmlTextReaderMoveToElement(r->xml);
}

static void
end_entry(struct state_reader *r)
{
	struct gp_atom_seen *seen = gp_arena_alloc(r->out->arena, sizeof *seen);

	r->in_entry = false;
	if (!seen || r->id.n == 0)
		return;
	gp_sha256_hex(r->canon.data, r->canon.len, seen->digest);
	seen->updated = r->updated;
	gp_map_put(&r->out->entries, r->id, seen);
	r->out->n_entries++;
}

static void
on_close(struct state_reader *r, int depth)
{
	struct gp_str text = gp_str_trim(gp_buf_view(&r->run));
	struct gp_atom_state *s = r->out;

	if (is_entry_updated(r, depth)) {
		(void)gp_date_parse(text, &r->updated);
		gp_buf_clear(&r->run);
		return;
	}
	if (r->in_entry && depth == DEPTH_FIELD && is_named(r, "id"))
		r->id = gp_arena_str(s->arena, text);
	else if (!r->in_entry && depth == DEPTH_ENTRY && is_named(r, "id"))
		s->id = gp_arena_str(s->arena, text);
	else if (!r->in_entry && depth == DEPTH_ENTRY && is_named(r, "updated"))
		(void)gp_date_parse(text, &s->updated);
	flush_run(r);
	if (r->in_entry && depth > DEPTH_ENTRY)
		mark_change(r, MARK_CLOSE, GP_STR(""));
	else if (r->in_entry)
		end_entry(r);
}

static void
on_open(struct state_reader *r, int depth)
{
	bool empty = xmlTextReaderIsEmptyElement(r->xml) == 1;

	flush_run(r);
	if (depth == DEPTH_FEED && !is_named(r, "feed"))
		r->out->broken = "it is no Atom feed";
	if (depth == DEPTH_ENTRY && is_named(r, "entry")) {
		r->in_entry = true;
		r->id = GP_STR("");
		r->updated = (struct gp_date){ .precision = GP_NO_DATE };
		gp_buf_clear(&r->canon);
	}
	if (r->in_entry && !is_entry_updated(r, depth)) {
		mark_change(r, MARK_OPEN, view(xmlTextReaderConstName(r->xml)));
		put_attributes(r);
	}
	if (empty)
		on_close(r, depth);
}

static void
on_node(struct state_reader *r)
{
	int depth = xmlTextReaderDepth(r->xml);

	switch (xmlTextReaderNodeType(r->xml)) {
	case XML_READER_TYPE_ELEMENT:
		on_open(r, depth);
		break;
	case XML_READER_TYPE_END_ELEMENT:
		on_close(r, depth);
		break;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		gp_buf_str(&r->run, view(xmlTextReaderConstValue(r->xml)));
		break;
	case XML_READER_TYPE_DOCUMENT_TYPE:
	case XML_READER_TYPE_ENTITY_REFERENCE:
		r->out->broken = "it holds a document type or an entity";
		break;
	default: /* comments and processing instructions say nothing */
		break;
	}
}

static void
read_state(struct state_reader *r)
{
	int more = 1;

	while (!r->out->broken && (more = xmlTextReaderRead(r->xml)) == 1)
		on_node(r);
	if (more < 0 && !r->out->broken)
		r->out->broken = "it is not well-formed XML";
	if (!r->out->broken && r->out->id.n == 0)
		r->out->broken = "it has no id";
}

/* What no feed of govpub is; NULL: it may be one.  libxml2 compares each
   attribute of a tag with all others of it. */
static const char *
beyond_limits(struct gp_str xml)
{
	if (xml.n > GP_MAX_OLD_FEED_BYTES)
		return "it is too large for a feed of govpub";
	if (gp_xml_measure(xml).attributes > GP_MAX_XML_ATTRIBUTES)
		return "it has more attributes in a tag than a feed of govpub";
	return NULL;
}

bool
gp_atom_state_read(struct gp_atom_state *out, struct gp_str xml,
                   struct gp_err *e)
{
	struct state_reader r = { .out = out };
	struct gp_xml_errors errors = { .told = note_error, .user = &r };
	bool good;

	out->entries.arena = out->arena;
	out->broken = beyond_limits(xml);
	if (out->broken)
		return true;
	gp_xml_listen(&errors);
	r.xml = xmlReaderForMemory(xml.p, (int)xml.n, NULL, NULL,
	                           XML_PARSE_NONET | XML_PARSE_NOERROR |
	                                   XML_PARSE_NOWARNING);
	if (r.xml) {
		xmlTextReaderSetStructuredErrorHandler(r.xml, gp_xml_hear,
		                                       &errors);
		read_state(&r);
		xmlFreeTextReader(r.xml);
	} else {
		r.no_memory = true;
	}
	gp_xml_stop_listening(&errors);
	good = !r.no_memory && gp_buf_ok(&r.canon, e) && gp_buf_ok(&r.run, e) &&
	       gp_arena_ok(out->arena, e);
	gp_buf_free(&r.canon);
	gp_buf_free(&r.run);
	return good || gp_fail(e, GP_NOMEM, "out of memory");
}

const struct gp_atom_seen *
gp_atom_state_find(const struct gp_atom_state *s, struct gp_str id)
{
	return s->broken ? NULL : gp_map_find(&s->entries, id);
}
