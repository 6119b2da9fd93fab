/* SAX of libxml2 into rows: see the header for what is kept.  That a name is
   on a list lets it in; nothing is looked for to be taken out.  What an
   attribute means is not asked. */
#include "import/picture/svg/svg_tree.h"

#include "base/libxml.h"
#include "base/limits.h"
#include "base/vec.h"
#include "import/picture/svg/svg_attributes.h"
#include "import/picture/svg/svg_sheet.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

enum { DEEPEST = 200 };

static const char *const names[] = {
#define GP_SVG_NAME(name, text) text,
#include "import/picture/svg/svg_names.def"
#undef GP_SVG_NAME
};

/* What an element said, until the style sheets are known. */
struct raw {
	struct gp_svg_attr *plain; /* attributes that are taken */
	uint32_t n_plain;
	struct gp_str style, class, id;
};

struct svg_reading {
	struct gp_arena *a;
	struct gp_svg_tree *t;
	struct raw *raw; /* one a node */
	size_t cap_nodes, cap_raw;
	uint32_t open[DEEPEST];
	unsigned depth;
	unsigned skipped;  /* elements open that are left out */
	bool in_sheet;     /* what is skipped is a style sheet */
	struct gp_buf css; /* all of them */
	struct gp_svg_sheet sheet;
	const char *fault; /* of the file, NULL: none */
	enum gp_code code;
	xmlParserCtxtPtr parser;
};

const char *
gp_svg_name_text(enum gp_svg_name name)
{
	return names[name];
}

static enum gp_svg_name
name_of(struct gp_str s)
{
	size_t i;

	if (gp_str_is_nocase(s, "a") || gp_str_is_nocase(s, "switch"))
		return GP_SVG_G;
	for (i = 0; i < GP_SVG_NAMES; i++)
		if (gp_str_is_nocase(s, names[i]))
			return (enum gp_svg_name)i;
	return GP_SVG_NO_NAME;
}

static void
stop(struct svg_reading *r, enum gp_code code, const char *fault)
{
	if (r->fault)
		return;
	r->fault = fault;
	r->code = code;
	xmlStopParser(r->parser);
}

/* ---- elements ---- */

static struct gp_svg_node *
add_node(struct svg_reading *r, enum gp_svg_name name)
{
	struct gp_svg_tree *t = r->t;
	size_t n = t->n_nodes;

	if (n >= GP_MAX_SVG_NODES) {
		stop(r, GP_LIMIT, "has too many elements");
		return NULL;
	}
	if (!GP_VEC_FIT(r->a, t->nodes, n + 1, r->cap_nodes) ||
	    !GP_VEC_FIT(r->a, r->raw, n + 1, r->cap_raw)) {
		stop(r, GP_NOMEM, "out of memory");
		return NULL;
	}
	t->nodes[n] = (struct gp_svg_node){ .name = name };
	r->raw[n] = (struct raw){ .n_plain = 0 };
	t->n_nodes++;
	t->nodes[n].end = t->n_nodes;
	return &t->nodes[n];
}

static struct gp_str
kept_text(struct svg_reading *r, const xmlChar *from, const xmlChar *to)
{
	return gp_arena_str(r->a,
	                    (struct gp_str){ (const char *)from,
	                                     (size_t)((const char *)to -
	                                              (const char *)from) });
}

/* Five pointers an attribute: its name, prefix, namespace, value and the end
   of that. */
static void
take_attributes(struct svg_reading *r, int n, const xmlChar **rows)
{
	struct raw *raw = &r->raw[r->t->n_nodes - 1];
	int i;

	raw->plain = gp_arena_array(r->a, (size_t)n + 1, sizeof *raw->plain);
	for (i = 0; raw->plain && i < n; i++, rows += 5) {
		struct gp_str name = gp_str((const char *)rows[0]);
		struct gp_str value = kept_text(r, rows[3], rows[4]);
		const char *known = gp_svg_attribute(name);

		if (gp_str_is_nocase(name, "style"))
			raw->style = value;
		else if (gp_str_is_nocase(name, "class"))
			raw->class = value;
		else if (known && gp_svg_value_stays(value))
			raw->plain[raw->n_plain++] =
				(struct gp_svg_attr){ known, value };
		if (gp_str_is_nocase(name, "id"))
			raw->id = value;
	}
}

/* What would have shown something. */
static void
note_left_out(struct svg_reading *r, struct gp_str name)
{
	if (r->t->left_out.n == 0 &&
	    gp_is_word_of(name, "foreignObject foreignobject image video "
	                        "audio iframe canvas"))
		r->t->left_out = gp_arena_str(r->a, name);
}

static void
begin_skipping(struct svg_reading *r, struct gp_str name)
{
	note_left_out(r, name);
	r->skipped = 1;
	r->in_sheet = gp_str_is_nocase(name, "style");
}

static bool
is_foreign(const xmlChar *space)
{
	return space &&
	       strcmp((const char *)space, "http://www.w3.org/2000/svg") != 0;
}

static void
start_element(void *user, const xmlChar *local, const xmlChar *prefix,
              const xmlChar *space, int n_spaces, const xmlChar **spaces, int n,
              int n_default, const xmlChar **rows)
{
	struct svg_reading *r = user;
	struct gp_str text = gp_str((const char *)local);
	enum gp_svg_name name = name_of(text);

	(void)prefix, (void)n_spaces, (void)spaces, (void)n_default;
	if (r->skipped) {
		r->skipped++;
		return;
	}
	if (r->depth == 0 && (name != GP_SVG_SVG || is_foreign(space))) {
		stop(r, GP_INPUT, "is no SVG file");
		return;
	}
	if (name == GP_SVG_NO_NAME || is_foreign(space)) {
		begin_skipping(r, text);
		return;
	}
	if (r->depth == DEEPEST) {
		stop(r, GP_LIMIT, "is nested too deep");
		return;
	}
	if (!add_node(r, name))
		return;
	r->open[r->depth++] = r->t->n_nodes - 1;
	take_attributes(r, n, rows);
}

static void
end_element(void *user, const xmlChar *local, const xmlChar *prefix,
            const xmlChar *space)
{
	struct svg_reading *r = user;

	(void)local, (void)prefix, (void)space;
	if (r->skipped) {
		r->skipped--;
		r->in_sheet = r->in_sheet && r->skipped;
	} else if (r->depth) {
		r->t->nodes[r->open[--r->depth]].end = r->t->n_nodes;
	}
}

static bool
holds_words(enum gp_svg_name name)
{
	return name == GP_SVG_TEXT || name == GP_SVG_TSPAN ||
	       name == GP_SVG_TEXT_PATH || name == GP_SVG_TITLE ||
	       name == GP_SVG_DESC;
}

static void
take_words(void *user, const xmlChar *s, int n)
{
	struct svg_reading *r = user;
	struct gp_svg_node *node;

	if (r->in_sheet)
		gp_buf_put(&r->css, s, (size_t)n);
	if (r->skipped || r->depth == 0 ||
	    !holds_words(r->t->nodes[r->open[r->depth - 1]].name))
		return;
	node = add_node(r, GP_SVG_WORDS);
	if (node)
		node->text = kept_text(r, s, s + n);
}

/* Declared here to be multiplied there: no drawing needs them. */
static void
refuse_entity(void *user, const xmlChar *name, int type, const xmlChar *public,
              const xmlChar *system, xmlChar *content)
{
	(void)name, (void)type, (void)public, (void)system, (void)content;
	stop(user, GP_INPUT, "declares entities; save it without");
}

/* ---- styles ---- */

struct putting {
	struct svg_reading *r;
	struct gp_svg_attr *rows;
	uint32_t n, room;
};

/* A later one of a name takes the place of the first. */
static void
put_attr(struct putting *p, const char *name, struct gp_str value)
{
	uint32_t i;

	for (i = 0; i < p->n && p->rows[i].name != name; i++)
		;
	if (i == p->room)
		return;
	p->rows[i] = (struct gp_svg_attr){ name, value };
	p->n += i == p->n;
}

static void
put_declared(void *user, struct gp_str name, struct gp_str value)
{
	const char *known = gp_svg_attribute(name);

	if (known && gp_svg_value_stays(value))
		put_attr(user, known, value);
}

static bool
has_class(struct gp_str list, struct gp_str class)
{
	struct gp_str word;

	while (gp_str_word(&list, &word))
		if (gp_str_eq(word, class))
			return true;
	return false;
}

static bool
fits(const struct gp_svg_rule *rule, const struct gp_svg_node *n,
     const struct raw *raw)
{
	return (rule->element.n == 0 ||
	        gp_str_eq_nocase(rule->element, gp_str(names[n->name]))) &&
	       (rule->class.n == 0 || has_class(raw->class, rule->class)) &&
	       (rule->id.n == 0 || gp_str_eq(raw->id, rule->id));
}

/* Weaker ones first: those of names, of classes, of an id. */
static unsigned
weight(const struct gp_svg_rule *rule)
{
	return rule->id.n ? 2 : rule->class.n ? 1 : 0;
}

static void
put_rules(struct putting *p, const struct gp_svg_node *n, const struct raw *raw)
{
	const struct gp_svg_rule *rule;
	unsigned w;

	for (w = 0; w <= 2 && p->r->sheet.count; w++)
		for (rule = p->r->sheet.first; rule; rule = rule->next)
			if (weight(rule) == w && fits(rule, n, raw))
				gp_svg_declarations(rule->body, put_declared,
				                    p);
}

/* As many as there are kinds of them at most. */
enum { MOST_ATTRIBUTES = 128 };

static bool
settle(struct svg_reading *r, uint32_t i)
{
	struct gp_svg_node *n = &r->t->nodes[i];
	struct gp_svg_attr rows[MOST_ATTRIBUTES];
	struct putting p = { r, rows, 0, MOST_ATTRIBUTES };
	const struct raw *raw = &r->raw[i];
	uint32_t k;

	if (n->name == GP_SVG_WORDS)
		return true;
	for (k = 0; k < raw->n_plain; k++)
		put_attr(&p, raw->plain[k].name, raw->plain[k].value);
	put_rules(&p, n, raw);
	gp_svg_declarations(raw->style, put_declared, &p);
	n->attributes = gp_arena_array(r->a, p.n + 1U, sizeof *n->attributes);
	if (!n->attributes)
		return false;
	memcpy(n->attributes, rows, p.n * sizeof *rows);
	n->n_attributes = p.n;
	return true;
}

static bool
settle_all(struct svg_reading *r, struct gp_err *e)
{
	uint32_t i;

	if (!gp_buf_ok(&r->css, e) ||
	    !gp_svg_sheet_read(r->a, gp_buf_view(&r->css), &r->sheet, e))
		return false;
	if ((size_t)r->t->n_nodes * r->sheet.count > GP_MAX_SVG_STYLING)
		return gp_fail(e, GP_LIMIT,
		               "is an SVG file with too many rules for its "
		               "elements");
	r->t->is_rich = r->sheet.is_rich;
	for (i = 0; i < r->t->n_nodes; i++)
		if (!settle(r, i))
			break;
	return gp_arena_ok(r->a, e);
}

/* ---- all of it ---- */

static bool
parse_svg(struct svg_reading *r, struct gp_str xml, struct gp_err *e)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = take_words,
		.cdataBlock = take_words,
		.entityDecl = refuse_entity,
	};
	bool ok;

	gp_libxml_begin();
	r->parser = xmlCreatePushParserCtxt(&sax, r, NULL, 0, NULL);
	if (!r->parser)
		return gp_fail(e, GP_NOMEM, "out of memory");
	(void)xmlCtxtUseOptions(r->parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
	                                           XML_PARSE_NOWARNING);
	(void)xmlParseChunk(r->parser, xml.p, (int)xml.n, 1);
	ok = !r->fault && r->parser->wellFormed && r->t->n_nodes;
	/* Declarations of entities are kept in one, whoever else is told. */
	xmlFreeDoc(r->parser->myDoc);
	xmlFreeParserCtxt(r->parser);
	if (r->fault)
		return gp_fail(e, r->code, "%s", r->fault);
	return ok || gp_fail(e, GP_INPUT, "is a damaged SVG file");
}

bool
gp_svg_read(struct gp_arena *a, struct gp_str xml, struct gp_svg_tree *out,
            struct gp_err *e)
{
	struct svg_reading r = { .a = a,
		                 .t = out,
		                 .css = { .max = GP_MAX_SVG_BYTES } };
	bool ok;

	*out = (struct gp_svg_tree){ .n_nodes = 0 };
	if (xml.n > GP_MAX_SVG_BYTES)
		return gp_fail(e, GP_LIMIT, "is an SVG file over %zu MiB",
		               GP_MAX_SVG_BYTES / GP_MIB);
	if (gp_xml_measure(xml).attributes > GP_MAX_XML_ATTRIBUTES)
		return gp_fail(e, GP_LIMIT,
		               "has a tag with more than %zu attributes",
		               GP_MAX_XML_ATTRIBUTES);
	ok = parse_svg(&r, xml, e) && settle_all(&r, e);
	gp_buf_free(&r.css);
	return ok;
}

struct gp_str
gp_svg_value(const struct gp_svg_node *n, const char *name)
{
	uint32_t i;

	for (i = 0; i < n->n_attributes; i++)
		if (strcmp(n->attributes[i].name, name) == 0)
			return n->attributes[i].value;
	return GP_STR("");
}
