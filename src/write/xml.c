/* libxml2 keeps the element stack; the escaping is done here, because its
   own needs a NUL at the end, copies every text, and turns each quotation
   mark of a text into an entity.  No vocabulary is known, and no element is
   checked for its place. */
#include "write/xml.h"

#include "base/utf8.h"
#include "write/xml_errors.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Changes of direction that are open; the deepest of more are not told. */
enum { MOST_TURNS = 64 };

struct xml_turn {
	size_t depth; /* of the element that says so */
	bool rtl;
};

/* libxml2 counts bytes in int; a longer run is written in pieces. */
enum { LONGEST_RUN = 1 << 24 };

struct gp_xml {
	xmlTextWriterPtr writer;
	struct gp_buf *out;
	size_t depth;
	bool failed;
	bool html;
	struct gp_err why; /* when it is not want of memory in libxml2 */
	struct gp_xml_errors errors;
	const struct gp_xml_style *styles;
	size_t n_styles;
	const char *style; /* of the element that is begun, to come; NULL */
	struct xml_turn turns[MOST_TURNS];
	size_t n_turns;
};

/* ---- what libxml2 says ---- */

/* A lost element (no memory for its place on the stack) is told here and
   nowhere else: no return value shows it. */
static void
hear_complaint(void *user, int code)
{
	struct gp_xml *x = user;

	(void)code;
	x->failed = true;
}

static void
stop_listening(struct gp_xml *x)
{
	gp_xml_stop_listening(&x->errors);
	/* libxml2 keeps the text of the last error for the thread. */
	if (x->failed)
		xmlResetLastError();
}

/* ---- begin and end ---- */

static int
append_xml(void *user, const char *data, int size)
{
	gp_buf_put(user, data, (size_t)size);
	return size;
}

/* The output buffer is the writer's from the moment there is one. */
static xmlTextWriterPtr
new_writer(struct gp_buf *out)
{
	xmlOutputBufferPtr o =
		xmlOutputBufferCreateIO(append_xml, NULL, out, NULL);
	xmlTextWriterPtr writer = o ? xmlNewTextWriter(o) : NULL;

	if (o && !writer)
		(void)xmlOutputBufferClose(o);
	return writer;
}

static const xmlChar *
chars(const char *s)
{
	return (const xmlChar *)s;
}

static void
check_result(struct gp_xml *x, int result)
{
	if (result < 0)
		x->failed = true;
}

struct gp_xml *
gp_xml_new(struct gp_buf *out, bool indent)
{
	struct gp_xml *x = calloc(1, sizeof *x);

	if (!x)
		return NULL;
	x->out = out;
	x->errors = (struct gp_xml_errors){ .told = hear_complaint, .user = x };
	gp_xml_listen(&x->errors);
	x->writer = new_writer(out);
	if (!x->writer) {
		x->failed = true;
		stop_listening(x);
		free(x);
		return NULL;
	}
	if (indent) {
		check_result(x, xmlTextWriterSetIndent(x->writer, 1));
		check_result(x, xmlTextWriterSetIndentString(x->writer,
		                                             chars("\t")));
	}
	return x;
}

bool
gp_xml_finish(struct gp_xml *x, struct gp_err *e)
{
	bool ok;

	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	while (x->depth && !x->failed)
		gp_xml_close(x);
	if (!x->failed)
		check_result(x, xmlTextWriterFlush(x->writer));
	xmlFreeTextWriter(x->writer);
	stop_listening(x);
	gp_xml_need_buf(x, x->out);
	ok = !x->failed;
	if (!ok && x->why.code != GP_OK)
		(void)gp_fail(e, x->why.code, "%s", x->why.msg);
	free(x);
	return ok || gp_fail(e, GP_NOMEM, "out of memory");
}

/* ---- escaping ---- */

static void
put_run(struct gp_xml *x, const char *p, size_t n)
{
	while (n && !x->failed) {
		size_t part = n < LONGEST_RUN ? n : LONGEST_RUN;

		check_result(x, xmlTextWriterWriteRawLen(x->writer, chars(p),
		                                         (int)part));
		p += part;
		n -= part;
	}
}

/* The reference for a byte that cannot stand for itself; NULL: it can. */
static const char *
reference(unsigned char c, bool in_attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\r':
		return "&#13;";
	case '"':
		return in_attribute ? "&quot;" : NULL;
	case '\n':
		return in_attribute ? "&#10;" : NULL;
	case '\t':
		return in_attribute ? "&#9;" : NULL;
	default:
		return c < 0x20 ? "\xEF\xBF\xBD" : NULL;
	}
}

/* HTML, 13.2.3.5: controls but white space, and noncharacters. */
static bool
is_fault_in_html(uint32_t code)
{
	return (code >= 0x80 && code < 0xA0) ||
	       (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

/* What stands for the character at byte *i, which moves past it; NULL: the
   character itself. */
static const char *
replacement(const struct gp_xml *x, struct gp_str s, size_t *i,
            bool in_attribute)
{
	unsigned char c = (unsigned char)s.p[*i];
	uint32_t code;

	if (c < 0x80) {
		++*i;
		return c == 0x7F && x->html ? "\xEF\xBF\xBD"
		                            : reference(c, in_attribute);
	}
	code = gp_utf8_next(s, i);
	if (code == GP_UTF8_BAD || code == 0xFFFE || code == 0xFFFF ||
	    (x->html && is_fault_in_html(code)))
		return "\xEF\xBF\xBD";
	return NULL;
}

static void
escape(struct gp_xml *x, struct gp_str s, bool in_attribute)
{
	size_t from = 0, at, i = 0;
	const char *instead;

	while (i < s.n && !x->failed) {
		at = i;
		instead = replacement(x, s, &i, in_attribute);
		if (!instead)
			continue;
		put_run(x, s.p + from, at - from);
		put_run(x, instead, strlen(instead));
		from = i;
	}
	if (from < s.n)
		put_run(x, s.p + from, s.n - from);
}

/* ---- which way it runs ---- */

/* False for an element that has told its way. */
static bool
begin_turn(struct gp_xml *x, struct gp_str way)
{
	if (x->n_turns && x->turns[x->n_turns - 1].depth == x->depth)
		return false;
	if (x->n_turns < MOST_TURNS)
		x->turns[x->n_turns++] = (struct xml_turn){
			x->depth,
			gp_str_eq(way, GP_STR("rtl")),
		};
	return true;
}

/* What an element said ends with it. */
static void
end_turns(struct gp_xml *x)
{
	while (x->n_turns && x->turns[x->n_turns - 1].depth > x->depth)
		x->n_turns--;
}

bool
gp_xml_runs_rtl(const struct gp_xml *x)
{
	return x && x->n_turns && x->turns[x->n_turns - 1].rtl;
}

/* ---- the calls ---- */

void
gp_xml_html(struct gp_xml *x)
{
	if (x)
		x->html = true;
}

void
gp_xml_declaration(struct gp_xml *x)
{
	gp_xml_raw(x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void
put_attr(struct gp_xml *x, const char *name, struct gp_str before,
         struct gp_str value)
{
	check_result(x, xmlTextWriterStartAttribute(x->writer, chars(name)));
	escape(x, before, true);
	escape(x, value, true);
	if (!x->failed)
		check_result(x, xmlTextWriterEndAttribute(x->writer));
}

/* The style that an element has by its name, before what is in it; together
   with one that it was given of its own, as there may be one attribute. */
static void
settle_style(struct gp_xml *x, struct gp_str own)
{
	struct gp_str by_name = gp_str(x->style);

	x->style = NULL;
	put_attr(x, "style", by_name, own);
}

static void
begin_content(struct gp_xml *x)
{
	if (x && x->style && !x->failed)
		settle_style(x, GP_STR(""));
}

static const char *
style_of(const struct gp_xml *x, const char *element)
{
	size_t i;

	for (i = 0; i < x->n_styles; i++)
		if (strcmp(x->styles[i].element, element) == 0)
			return x->styles[i].style;
	return NULL;
}

void
gp_xml_styles(struct gp_xml *x, const struct gp_xml_style *rows, size_t n)
{
	if (!x)
		return;
	x->styles = rows;
	x->n_styles = n;
}

void
gp_xml_open(struct gp_xml *x, const char *element)
{
	if (!x || x->failed)
		return;
	begin_content(x);
	check_result(x, xmlTextWriterStartElement(x->writer, chars(element)));
	x->depth++;
	x->style = style_of(x, element);
}

void
gp_xml_attr(struct gp_xml *x, const char *name, struct gp_str value)
{
	if (!x || x->failed || (x->html && strchr(name, ':')))
		return;
	if (strcmp(name, "dir") == 0 && !begin_turn(x, value))
		return;
	if (x->style && strcmp(name, "style") == 0)
		settle_style(x, value);
	else
		put_attr(x, name, GP_STR(""), value);
}

void
gp_xml_attrz(struct gp_xml *x, const char *name, const char *value)
{
	gp_xml_attr(x, name, gp_str(value));
}

void
gp_xml_text(struct gp_xml *x, struct gp_str text)
{
	begin_content(x);
	if (x)
		escape(x, text, false);
}

/* Ending what was never begun would free libxml2's stack under its feet. */
static bool
may_close(struct gp_xml *x)
{
	begin_content(x);
	if (!x || x->failed)
		return false;
	if (x->depth == 0)
		x->failed = true;
	else
		x->depth--;
	end_turns(x);
	return !x->failed;
}

void
gp_xml_close(struct gp_xml *x)
{
	if (may_close(x))
		check_result(x, xmlTextWriterEndElement(x->writer));
}

void
gp_xml_close_full(struct gp_xml *x)
{
	if (may_close(x))
		check_result(x, xmlTextWriterFullEndElement(x->writer));
}

void
gp_xml_element(struct gp_xml *x, const char *element, struct gp_str text)
{
	gp_xml_open(x, element);
	gp_xml_text(x, text);
	gp_xml_close(x);
}

void
gp_xml_raw(struct gp_xml *x, const char *markup)
{
	begin_content(x);
	if (x)
		put_run(x, markup, strlen(markup));
}

void
gp_xml_need_buf(struct gp_xml *x, const struct gp_buf *b)
{
	if (x && !gp_buf_ok(b, &x->why))
		x->failed = true;
}

void
gp_xml_need_arena(struct gp_xml *x, const struct gp_arena *a)
{
	if (x && !gp_arena_ok(a, &x->why))
		x->failed = true;
}

void
gp_xml_version(char out[GP_XML_VERSION])
{
	unsigned long v = strtoul(xmlParserVersion, NULL, 10);

	(void)snprintf(out, GP_XML_VERSION, "%lu.%lu.%lu", v / 10000,
	               v / 100 % 100, v % 100);
}
