/* One pass over the operators of a content stream: a mark of cairo's becomes
   that of the next leaf, and what is painted between marks is wrapped as an
   artifact.  The first thing that does not agree with the leaves ends it.
   What operators draw is not known here. */
#include "write/pdf/tags/content_marks.h"

#include "base/pdf/tokens.h"
#include "write/pdf/type/leaf_mark.h"

struct marker {
	const struct gp_tree *tree;
	struct gp_leaf *leaves;
	size_t n_leaves, next; /* the leaf that comes next */
	struct gp_str in;
	struct gp_buf *out;
	uint32_t marks;
	size_t pending;    /* what has not been written begins here */
	size_t operands;   /* of the next operator, begin here */
	unsigned depth;    /* of marked content */
	unsigned own;      /* the depth of the leaf's mark; 0: outside */
	bool painted;      /* something pending paints */
	bool in_text;      /* between BT and ET */
	bool has_mark;     /* an operand was /MCID */
	const char *fault; /* what does not agree */
};

/* ---- tokens ---- */

static bool
is_operator(struct gp_str token)
{
	char c = token.p[0];

	return gp_tokens_is_regular(c) && !gp_is_digit(c) && c != '+' &&
	       c != '-' && c != '.';
}

static bool paints(struct gp_str operator)
{
	static const char *const painters[] = { "Tj", "TJ", "'",  "\"",
		                                "S",  "s",  "f",  "F",
		                                "f*", "B",  "B*", "b",
		                                "b*", "sh", "Do", "EI" };
	size_t i;

	for (i = 0; i < sizeof painters / sizeof *painters; i++)
		if (gp_str_eq(operator, gp_str(painters[i])))
			return true;
	return false;
}

/* ---- writing ---- */

static void
flush(struct marker *m, size_t to)
{
	if (to > m->pending && m->painted)
		gp_buf_puts(m->out, "/Artifact BMC\n");
	gp_buf_str(m->out, gp_str_sub(m->in, m->pending, to));
	if (to > m->pending && m->painted)
		gp_buf_puts(m->out, "EMC\n");
	m->pending = to;
	m->painted = false;
}

/* ---- operators ---- */

static void
begin_mark(struct marker *m, size_t end)
{
	m->depth++;
	if (!m->has_mark)
		return;
	if (m->in_text || m->own) {
		m->fault = "a mark within another";
	} else if (m->next == m->n_leaves) {
		m->fault = "a mark too many";
	} else if (m->leaves[m->next].picture) {
		m->fault = "a mark where a picture is due";
	} else {
		flush(m, m->operands);
		gp_leaf_mark(m->out, m->tree, &m->leaves[m->next++], &m->marks);
		m->pending = end;
		m->own = m->depth;
	}
}

static void
finish(struct marker *m, size_t end)
{
	if (m->depth == 0 || (m->own == m->depth && m->in_text)) {
		m->fault = "a mark that ends where it did not begin";
		return;
	}
	if (m->own == m->depth) {
		m->painted = false;
		flush(m, end);
		m->own = 0;
	}
	m->depth--;
}

/* A picture that is due: its own mark, round this one operator. */
static bool
is_picture(const struct marker *m, struct gp_str operator)
{
	return !m->own && m->next < m->n_leaves && m->leaves[m->next].picture &&
	       gp_str_eq(operator, GP_STR("Do"));
}

static void
mark_picture(struct marker *m, size_t end)
{
	flush(m, m->operands);
	gp_leaf_mark(m->out, m->tree, &m->leaves[m->next++], &m->marks);
	m->painted = false;
	flush(m, end);
	gp_buf_puts(m->out, "EMC\n");
}

static void
operate(struct marker *m, struct gp_str operator, size_t end)
{
	if (gp_str_eq(operator, GP_STR("BT")))
		m->in_text = true;
	else if (gp_str_eq(operator, GP_STR("ET")))
		m->in_text = false;
	else if (gp_str_eq(operator, GP_STR("BDC")) ||
	         gp_str_eq(operator, GP_STR("BMC")))
		begin_mark(m, end);
	else if (gp_str_eq(operator, GP_STR("EMC")))
		finish(m, end);
	else if (is_picture(m, operator))
		mark_picture(m, end);
	else if (!m->own && paints(operator))
		m->painted = true;
}

static void
read_content(struct marker *m)
{
	struct gp_str token;
	size_t i = 0;

	while (!m->fault && (token = gp_tokens_next(m->in, &i)).n) {
		if (token.p[0] == '/' && gp_str_eq(token, GP_STR("/MCID")))
			m->has_mark = true;
		if (!is_operator(token))
			continue;
		if (i < m->in.n && m->in.p[i] == '\n')
			i++;
		operate(m, token, i);
		m->operands = i;
		m->has_mark = false;
	}
	if (!m->fault && i < m->in.n)
		m->fault = "what is no token";
}

bool
gp_content_mark(const struct gp_tree *t, struct gp_leaf *leaves,
                size_t n_leaves, struct gp_str stream, struct gp_buf *out,
                uint32_t *marks, struct gp_err *e)
{
	struct marker m = { .tree = t,
		            .leaves = leaves,
		            .n_leaves = n_leaves,
		            .in = stream,
		            .out = out };

	read_content(&m);
	if (!m.fault && (m.depth || m.own))
		m.fault = "a mark without an end";
	if (!m.fault && m.next != n_leaves)
		m.fault = "a mark too few";
	if (m.fault)
		return gp_fail(e, GP_INTERNAL,
		               "the PDF's marks do not agree with its layout "
		               "(%s, after %zu of %zu): a fault of govpub, "
		               "please report it",
		               m.fault, m.next, n_leaves);
	flush(&m, stream.n);
	*marks = m.marks;
	return true;
}
