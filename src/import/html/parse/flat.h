/*
 * A page as a tree laid flat: every element and text in document order, built
 * from a source in UTF-8 as the HTML Living Standard says (13.2, tokenization
 * and tree construction).  No script is run.  What is not kept: comments, the
 * DOCTYPE (but for its mode), the case of foreign names, and control characters
 * and noncharacters that a reference names.
 * It does not know encodings, what is an article, or what a name means to a
 * reader; it opens nothing and asks nobody.
 *
 * All strings of a tree are views into its source, or into its arena where a
 * reference, a line end of two bytes or a NUL had to be resolved: both must
 * live as long as the tree.
 */
#ifndef GP_IMPORT_HTML_PARSE_FLAT_H
#define GP_IMPORT_HTML_PARSE_FLAT_H

#include "base/arena.h"
#include "import/html/parse/known_names.h"

#include <stdint.h>

enum gp_flat_kind {
	GP_FLAT_TEXT,
	GP_FLAT_HTML, /* an element of HTML... */
	GP_FLAT_SVG,  /* ...of SVG, its name in small letters */
	GP_FLAT_MATHML,
};

enum gp_flat_is {
	GP_FLAT_IMPLIED = 1 << 0, /* no tag of its own: a parser made it */
	GP_FLAT_MELTED = 1 << 1,  /* too deep: what it held follows it */
	GP_FLAT_SHADOW = 1 << 2,  /* a template that was a shadow root: what is
	                            left in it is not shown */
	GP_FLAT_RAW = 1 << 3,     /* a text as it stands in the source: of a
	                            script or a style; its line ends are kept */
	GP_FLAT_HTML_POINT = 1 << 4, /* foreign, and HTML within */
	GP_FLAT_CLOSED = 1 << 5, /* by its own end tag, or by the next of its
	                                kind; not asked of those without one */
};

#define GP_FLAT_NONE UINT32_MAX

struct gp_flat_node {
	union {
		const char *bytes; /* of a text */
		char *own;         /* the same, put together of pieces */
		size_t first;      /* attribute of an element */
	} as;
	uint32_t size;   /* bytes of a text, number of attributes */
	uint32_t parent; /* GP_FLAT_NONE: the first node, <html> */
	uint32_t end;    /* the node behind all that it holds */
	uint32_t at;     /* byte of the source where it begins */
	uint32_t line;   /* of the tag, or of a text's first sign that is no
	                    white space; from 1 */
	uint16_t name;   /* enum gp_name */
	uint8_t kind;    /* enum gp_flat_kind */
	uint8_t is;      /* enum gp_flat_is */
};

struct gp_flat_attr {
	const char *value;
	uint32_t size; /* bytes of the value */
	uint16_t name; /* enum gp_name */
};

struct gp_flat {
	struct gp_flat_node *nodes;
	uint32_t n_nodes;
	struct gp_flat_attr *attributes;
	size_t n_attributes;
	struct gp_str *names; /* of numbers from GP_N_COUNT on */
	uint32_t n_names;
	bool is_quirky; /* no DOCTYPE, or an old one */
};

struct gp_flat_options {
	bool is_fragment;    /* what stands in a <div>, no whole page: the first
	                     node is still an <html>, without head or body */
	bool is_scripted;    /* the tree of a browser that runs scripts: what is
	                     in a <noscript> is one text, as in the source,
	                     and ends with it; else, and without an end tag,
	                     it is elements */
	bool keep_templates; /* leave shadow roots, and places of
	                        parts that come later, as they are */
};

/* The tree of `source`, well-formed UTF-8 with LF, CR or CRLF at line ends.
   Never fails on bad HTML; an element deeper than GP_MAX_HTML_OPEN melts into
   its parent, attributes over GP_MAX_HTML_ATTRIBUTES are left out.  Declarative
   shadow roots are flattened (parse_shadow.h), and streamed parts moved to
   their places (parse_stream.h).  The tree lives in `arena`.  Cost: linear.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_flat_parse(struct gp_str source, const struct gp_flat_options *options,
              struct gp_arena *arena, struct gp_flat **out, struct gp_err *e);

/* ---- looking at it ---- */

static inline bool
gp_flat_is_text(const struct gp_flat *d, uint32_t i)
{
	return d->nodes[i].kind == GP_FLAT_TEXT;
}

/* True of an element of HTML with this name. */
static inline bool
gp_flat_is(const struct gp_flat *d, uint32_t i, enum gp_name name)
{
	return d->nodes[i].kind == GP_FLAT_HTML && d->nodes[i].name == name;
}

/* True when node `i` lies in node `outer`, or is it. */
static inline bool
gp_flat_in(const struct gp_flat *d, uint32_t i, uint32_t outer)
{
	return i >= outer && i < d->nodes[outer].end;
}

/* The bytes of a text; empty for an element. */
static inline struct gp_str
gp_flat_text(const struct gp_flat *d, uint32_t i)
{
	const struct gp_flat_node *n = &d->nodes[i];

	return n->kind == GP_FLAT_TEXT ? (struct gp_str){ n->as.bytes, n->size }
	                               : (struct gp_str){ "", 0 };
}

/* The next node of a walk through all, which is i + 1, without what `i`
   holds; d->n_nodes at the end. */
static inline uint32_t
gp_flat_skip(const struct gp_flat *d, uint32_t i)
{
	return d->nodes[i].end;
}

/* The first node in `i`; GP_FLAT_NONE: it is empty. */
static inline uint32_t
gp_flat_first(const struct gp_flat *d, uint32_t i)
{
	return d->nodes[i].end > i + 1 ? i + 1 : GP_FLAT_NONE;
}

/* The node after `i` in the same parent; GP_FLAT_NONE: it is the last. */
static inline uint32_t
gp_flat_after(const struct gp_flat *d, uint32_t i)
{
	uint32_t parent = d->nodes[i].parent, next = d->nodes[i].end;

	return parent != GP_FLAT_NONE && next < d->nodes[parent].end
	               ? next
	               : GP_FLAT_NONE;
}

/* The node before `i` in the same parent, or GP_FLAT_NONE.  Cost: the depth of
   what stands before it. */
uint32_t
gp_flat_before(const struct gp_flat *d, uint32_t i);

/* The first element of HTML with this name in `outer`, itself too; or
   GP_FLAT_NONE. */
uint32_t
gp_flat_find(const struct gp_flat *d, uint32_t outer, enum gp_name name);

/* Its attributes, in the order of the source, and how many: a text has none. */
static inline const struct gp_flat_attr *
gp_flat_attributes(const struct gp_flat *d, uint32_t i, size_t *n)
{
	const struct gp_flat_node *node = &d->nodes[i];
	bool has_any = node->kind != GP_FLAT_TEXT;

	*n = has_any ? node->size : 0;
	return d->attributes + (has_any ? node->as.first : 0);
}

/* The attribute of this name or NULL. */
static inline const struct gp_flat_attr *
gp_flat_attr_find(const struct gp_flat *d, uint32_t i, unsigned name)
{
	size_t n, k;
	const struct gp_flat_attr *a = gp_flat_attributes(d, i, &n);

	for (k = 0; k < n; k++)
		if (a[k].name == name)
			return &a[k];
	return NULL;
}

static inline bool
gp_flat_has_attr(const struct gp_flat *d, uint32_t i, unsigned name)
{
	return gp_flat_attr_find(d, i, name) != NULL;
}

/* Its value, "" when there is none. */
static inline struct gp_str
gp_flat_attr(const struct gp_flat *d, uint32_t i, unsigned name)
{
	const struct gp_flat_attr *a = gp_flat_attr_find(d, i, name);

	return a ? (struct gp_str){ a->value, a->size } : GP_STR("");
}

/* The letters of a name's number; "" for GP_N_NONE. */
struct gp_str
gp_flat_name(const struct gp_flat *d, unsigned name);

#endif
