/* SVG and MathML: HTML Living Standard, 13.2.6.5.  Where they end and HTML
   begins again is all that is known of them; no name of theirs gets its
   capital letters back. */
#include "import/html/parse/parse_build.h"

static bool
is_breakout(const struct gp_build *b, const struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_END)
		return t->name == GP_N_BR || t->name == GP_N_P;
	if (t->name == GP_N_FONT)
		return gp_build_attr(b, t, GP_N_COLOR) ||
		       gp_build_attr(b, t, GP_N_FACE) ||
		       gp_build_attr(b, t, GP_N_SIZE);
	return (gp_name_is(t->name) & GP_TAG_BREAKOUT) != 0;
}

/* Such a tag ends foreign content, up to what lets HTML in. */
static void
break_out(struct gp_build *b, struct gp_html_token *t)
{
	const struct gp_flat_node *n = &b->nodes[gp_open_node(b)];

	while (n->kind != GP_FLAT_HTML && !(n->is & GP_FLAT_HTML_POINT) &&
	       !(n->kind == GP_FLAT_MATHML &&
	         (n->name == GP_N_MI || n->name == GP_N_MO ||
	          n->name == GP_N_MN || n->name == GP_N_MS ||
	          n->name == GP_N_MTEXT))) {
		gp_open_pop(b);
		n = &b->nodes[gp_open_node(b)];
	}
	gp_build_by(b, b->mode, t);
}

/* <annotation-xml> that says it holds HTML, and three of SVG. */
static bool
is_html_point(const struct gp_build *b, const struct gp_html_token *t,
              enum gp_flat_kind kind)
{
	const struct gp_flat_attr *a;
	struct gp_str s;

	if (kind == GP_FLAT_SVG)
		return t->name == GP_N_FOREIGNOBJECT || t->name == GP_N_DESC ||
		       t->name == GP_N_TITLE;
	a = t->name == GP_N_ANNOTATION_XML ? gp_build_attr(b, t, GP_N_ENCODING)
	                                   : NULL;
	if (!a)
		return false;
	s = (struct gp_str){ a->value, a->size };
	return gp_str_eq_nocase(s, GP_STR("text/html")) ||
	       gp_str_eq_nocase(s, GP_STR("application/xhtml+xml"));
}

static void
start(struct gp_build *b, struct gp_html_token *t)
{
	enum gp_flat_kind kind =
		(enum gp_flat_kind)b->nodes[gp_open_node(b)].kind;
	uint32_t node;

	if (is_breakout(b, t)) {
		break_out(b, t);
		return;
	}
	node = gp_build_insert_foreign(b, t, kind);
	if (is_html_point(b, t, kind))
		b->nodes[node].is |= GP_FLAT_HTML_POINT;
	if (t->is_self_closing && b->failed == GP_OK)
		gp_open_pop(b);
}

/* The nearest foreign element of that name, unless HTML stands between. */
static void
end(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = b->scan.names.rows[t->name].top[1];

	if (is_breakout(b, t))
		break_out(b, t);
	else if (at > b->open[b->depth].bounds[GP_TO_HTML])
		gp_open_pop_to(b, at);
	else
		gp_build_by(b, b->mode, t);
}

static void
put_nul(struct gp_build *b, struct gp_html_token *t)
{
	t->text = GP_STR("\xEF\xBF\xBD");
	gp_build_insert_text(b, t);
}

void
gp_mode_foreign(struct gp_build *b, struct gp_html_token *t)
{
	switch (t->kind) {
	case GP_TOKEN_TEXT:
		gp_build_insert_text(b, t);
		if (!gp_build_is_space(t->text))
			b->frameset_ok = false;
		break;
	case GP_TOKEN_NUL:
		put_nul(b, t);
		break;
	case GP_TOKEN_START:
		start(b, t);
		break;
	case GP_TOKEN_END:
		end(b, t);
		break;
	case GP_TOKEN_END_OF_FILE:
	case GP_TOKEN_COMMENT:
	case GP_TOKEN_DOCTYPE:
		break;
	}
}
