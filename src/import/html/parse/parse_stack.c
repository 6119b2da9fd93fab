/*
 * The stack of open elements: HTML Living Standard, 13.2.4.2.  Each element
 * knows the next lower one of its name and what bounds the scopes at its
 * place, so that no question walks down the stack.  See parse_build.h.
 */
#include "import/html/parse/parse_build.h"

/* ---- what an element bounds ---- */

static bool
is_foreign_bound(unsigned name, uint8_t kind)
{
	if (kind == GP_FLAT_SVG)
		return name == GP_N_FOREIGNOBJECT || name == GP_N_DESC ||
		       name == GP_N_TITLE;
	return name == GP_N_MI || name == GP_N_MO || name == GP_N_MN ||
	       name == GP_N_MS || name == GP_N_MTEXT ||
	       name == GP_N_ANNOTATION_XML;
}

#define BIT(bound) (1u << (bound))

/* A bit for each enum gp_bound. */
static unsigned
bounds_of(const struct gp_flat_node *n)
{
	const unsigned every =
		BIT(GP_IN_SCOPE) | BIT(GP_IN_LIST) | BIT(GP_IN_BUTTON);
	const unsigned special = BIT(GP_TO_SPECIAL) | BIT(GP_TO_ITEM);
	unsigned is = gp_name_is(n->name), bounds = BIT(GP_TO_HTML);

	if (n->kind != GP_FLAT_HTML)
		return is_foreign_bound(n->name, n->kind) ? every | special : 0;
	bounds |= (is & GP_TAG_SCOPE) ? every : 0;
	bounds |= (is & GP_TAG_TABLE_SCOPE) ? BIT(GP_IN_TABLE) : 0;
	bounds |= (is & GP_TAG_LIST) ? BIT(GP_IN_LIST) : 0;
	bounds |= (is & GP_TAG_BUTTON) ? BIT(GP_IN_BUTTON) : 0;
	bounds |= (is & GP_TAG_SPECIAL) ? special : 0;
	if (n->name == GP_N_ADDRESS || n->name == GP_N_DIV || n->name == GP_N_P)
		bounds &= ~BIT(GP_TO_ITEM);
	return bounds;
}

static uint16_t *
top_of(struct gp_build *b, const struct gp_open *o)
{
	return &b->scan.names.rows[o->name].top[!o->is_html];
}

/* Makes the element at `at` the highest. */
static void
enter(struct gp_build *b, unsigned at)
{
	struct gp_open *o = &b->open[at];
	unsigned i;

	for (i = 0; i < GP_BOUNDS; i++)
		o->bounds[i] =
			(o->is_bound & BIT(i)) ? (uint16_t)at : o[-1].bounds[i];
	o->below = *top_of(b, o);
	*top_of(b, o) = (uint16_t)at;
	b->links[o->node].open = (uint16_t)at;
}

/* What it is does not change with its place. */
static void
set(struct gp_build *b, unsigned at, uint32_t node)
{
	const struct gp_flat_node *n = &b->nodes[node];

	b->open[at] = (struct gp_open){ .node = node,
		                        .name = n->name,
		                        .is_bound = (uint8_t)bounds_of(n),
		                        .is_html = n->kind == GP_FLAT_HTML };
}

static void
leave(struct gp_build *b, unsigned at)
{
	*top_of(b, &b->open[at]) = b->open[at].below;
	b->links[b->open[at].node].open = 0;
}

/* ---- changing it ---- */

void
gp_open_push(struct gp_build *b, uint32_t node)
{
	if (b->depth == GP_BUILD_STACK) {
		gp_build_fail(b, GP_LIMIT,
		              "nests its elements deeper than a page may");
		return;
	}
	set(b, ++b->depth, node);
	enter(b, b->depth);
}

static bool
is_heading(unsigned name)
{
	return name >= GP_N_H1 && name <= GP_N_H6;
}

/* What a tag of its own name takes off the stack was closed. */
static void
note_closed(struct gp_build *b, const struct gp_open *o)
{
	if (o->name == b->tag || (is_heading(o->name) && is_heading(b->tag)))
		b->nodes[o->node].is |= GP_FLAT_CLOSED;
}

void
gp_open_pop(struct gp_build *b)
{
	note_closed(b, &b->open[b->depth]);
	leave(b, b->depth);
	b->depth--;
	if (b->depth == GP_MAX_HTML_OPEN - GP_BUILD_ROOM)
		b->melt_time++;
}

void
gp_open_pop_to(struct gp_build *b, unsigned at)
{
	while (at && b->depth >= at)
		gp_open_pop(b);
}

void
gp_open_remove(struct gp_build *b, unsigned at)
{
	unsigned i;

	for (i = b->depth; i >= at; i--)
		leave(b, i);
	for (i = at; i < b->depth; i++)
		b->open[i] = b->open[i + 1];
	b->depth--;
	for (i = at; i <= b->depth; i++)
		enter(b, i);
}

void
gp_open_swap(struct gp_build *b, unsigned from, unsigned to, uint32_t node)
{
	unsigned i;

	for (i = b->depth; i >= from; i--)
		leave(b, i);
	for (i = from; i < to; i++)
		b->open[i] = b->open[i + 1];
	set(b, to, node);
	for (i = from; i <= b->depth; i++)
		enter(b, i);
}

/* ---- asking it ---- */

unsigned
gp_open_top(const struct gp_build *b, unsigned name)
{
	return b->scan.names.rows[name].top[0];
}

unsigned
gp_open_in(const struct gp_build *b, unsigned name, enum gp_bound bound)
{
	unsigned top = gp_open_top(b, name);

	return top >= b->open[b->depth].bounds[bound] ? top : 0;
}

void
gp_open_imply_ends(struct gp_build *b, unsigned except, bool thorough)
{
	unsigned which =
		thorough ? GP_TAG_IMPLIED | GP_TAG_PART : GP_TAG_IMPLIED;

	while (b->open[b->depth].is_html &&
	       (gp_name_is(b->open[b->depth].name) & which) &&
	       b->open[b->depth].name != except)
		gp_open_pop(b);
}

void
gp_open_end(struct gp_build *b, unsigned name)
{
	unsigned at = gp_open_top(b, name);

	if (at >= b->open[b->depth].bounds[GP_TO_SPECIAL])
		gp_open_pop_to(b, at);
}

void
gp_open_close_p(struct gp_build *b)
{
	gp_open_pop_to(b, gp_open_in(b, GP_N_P, GP_IN_BUTTON));
}

/* ---- the mode that the stack asks for ---- */

/* GP_MODES: the next lower element is asked. */
static enum gp_mode
mode_of(const struct gp_build *b, unsigned at)
{
	if (!b->open[at].is_html)
		return GP_MODES;
	switch (b->open[at].name) {
	case GP_N_TD:
	case GP_N_TH:
		return GP_MODE_CELL;
	case GP_N_TR:
		return GP_MODE_ROW;
	case GP_N_TBODY:
	case GP_N_THEAD:
	case GP_N_TFOOT:
		return GP_MODE_TABLE_BODY;
	case GP_N_CAPTION:
		return GP_MODE_CAPTION;
	case GP_N_COLGROUP:
		return GP_MODE_COLGROUP;
	case GP_N_TABLE:
		return GP_MODE_TABLE;
	case GP_N_TEMPLATE:
		return (enum gp_mode)b->templates[b->n_templates - 1];
	case GP_N_HEAD:
		return GP_MODE_HEAD;
	case GP_N_BODY:
		return GP_MODE_BODY;
	case GP_N_FRAMESET:
		return GP_MODE_FRAMESET;
	case GP_N_HTML:
		if (b->is_fragment)
			return GP_MODE_BODY;
		return b->head == GP_FLAT_NONE ? GP_MODE_BEFORE_HEAD
		                               : GP_MODE_AFTER_HEAD;
	default:
		return GP_MODES;
	}
}

void
gp_open_reset_mode(struct gp_build *b)
{
	enum gp_mode mode = GP_MODES;
	unsigned at;

	for (at = b->depth; at && mode == GP_MODES; at--)
		mode = mode_of(b, at);
	b->mode = mode == GP_MODES ? GP_MODE_BODY : mode;
}
