/* Which rules a token goes by: those of the mode that is on, or of foreign
   content.  The modes are found in a table, so that they can hand a token on
   to each other and this file knows none of them. */
#include "import/html/parse/parse_build.h"

void
gp_build_fail(struct gp_build *b, enum gp_code code, const char *why)
{
	if (b->failed != GP_OK)
		return;
	b->failed = code;
	b->why = why;
}

void
gp_build_by(struct gp_build *b, enum gp_mode mode, struct gp_html_token *t)
{
	b->modes[mode](b, t);
}

static bool
is_math_text(const struct gp_flat_node *n)
{
	return n->kind == GP_FLAT_MATHML &&
	       (n->name == GP_N_MI || n->name == GP_N_MO ||
	        n->name == GP_N_MN || n->name == GP_N_MS ||
	        n->name == GP_N_MTEXT);
}

/* The current node is foreign: does it let HTML in?  13.2.6. */
static bool
lets_in(const struct gp_flat_node *n, const struct gp_html_token *t)
{
	bool is_text = t->kind == GP_TOKEN_TEXT || t->kind == GP_TOKEN_NUL;
	bool is_start = t->kind == GP_TOKEN_START;

	if (is_math_text(n))
		return is_text || (is_start && t->name != GP_N_MGLYPH &&
		                   t->name != GP_N_MALIGNMARK);
	if ((n->is & GP_FLAT_HTML_POINT) && (is_text || is_start))
		return true;
	return n->kind == GP_FLAT_MATHML && n->name == GP_N_ANNOTATION_XML &&
	       is_start && t->name == GP_N_SVG;
}

static bool
is_foreign(const struct gp_build *b, const struct gp_html_token *t)
{
	return b->depth > 0 && !b->open[b->depth].is_html &&
	       t->kind != GP_TOKEN_END_OF_FILE &&
	       !lets_in(&b->nodes[gp_open_node(b)], t);
}

void
gp_build_token(struct gp_build *b, struct gp_html_token *t)
{
	if (is_foreign(b, t))
		b->foreign(b, t);
	else
		b->modes[b->mode](b, t);
}
