/* Nodes hung into a tree by the rows of kinds.def.  It knows what may hold
   what and what each kind carries; not what a kind looks like in any
   output. */
#include "model/node.h"

struct kind_row {
	const char *name;
	enum gp_group group;
	unsigned holds;
};

static const struct kind_row kinds[] = {
#define GP_KIND(kind, name, group, holds) [kind] = { (name), (group), (holds) },
#include "model/kinds.def"
#undef GP_KIND
};

const char *
gp_kind_name(enum gp_kind kind)
{
	return kinds[kind].name;
}

enum gp_group
gp_kind_group(enum gp_kind kind)
{
	return kinds[kind].group;
}

bool
gp_kind_holds(enum gp_kind outer, enum gp_kind inner)
{
	return (kinds[outer].holds & (unsigned)kinds[inner].group) != 0;
}

bool
gp_kind_in_line(enum gp_kind kind)
{
	return (kinds[kind].group & (GP_IS_INLINE | GP_IS_READING)) != 0;
}

bool
gp_kind_parts_words(enum gp_kind kind)
{
	return kind == GP_BREAK || !gp_kind_in_line(kind);
}

struct gp_node *
gp_node_new(struct gp_arena *a, enum gp_kind kind, struct gp_span at)
{
	struct gp_node *n = gp_arena_alloc(a, sizeof *n);

	if (!n)
		return NULL;
	n->kind = kind;
	n->at = at;
	return n;
}

struct gp_node *
gp_node_new_text(struct gp_arena *a, struct gp_str text, struct gp_span at)
{
	struct gp_node *n = gp_node_new(a, GP_TEXT, at);

	if (n)
		n->as.text = text;
	return n;
}

/* ---- what it carries ---- */

/* The node itself, or one that carries nothing. */
static const struct gp_node *
if_of(const struct gp_node *n, enum gp_kind kind)
{
	static const struct gp_node nothing;

	return n && n->kind == kind ? n : &nothing;
}

struct gp_str
gp_node_text(const struct gp_node *n)
{
	return if_of(n, GP_TEXT)->as.text;
}

const struct gp_node_paragraph *
gp_node_paragraph(const struct gp_node *n)
{
	return &if_of(n, GP_PARAGRAPH)->as.paragraph;
}

const struct gp_node_heading *
gp_node_heading(const struct gp_node *n)
{
	return &if_of(n, GP_HEADING)->as.heading;
}

const struct gp_node_list *
gp_node_list(const struct gp_node *n)
{
	return &if_of(n, GP_LIST)->as.list;
}

const struct gp_node_cell *
gp_node_cell(const struct gp_node *n)
{
	return &if_of(n, GP_CELL)->as.cell;
}

const struct gp_node_figure *
gp_node_figure(const struct gp_node *n)
{
	return &if_of(n, GP_FIGURE)->as.figure;
}

const struct gp_node_link *
gp_node_link(const struct gp_node *n)
{
	return &if_of(n, GP_LINK)->as.link;
}

const struct gp_node_abbreviation *
gp_node_abbreviation(const struct gp_node *n)
{
	return &if_of(n, GP_ABBREVIATION)->as.abbreviation;
}

struct gp_str
gp_node_label(const struct gp_node *n)
{
	return n && n->kind == GP_HEADING ? n->as.heading.label
	                                  : if_of(n, GP_ITEM)->as.item.label;
}

static void
own_text(struct gp_arena *a, struct gp_node *n)
{
	n->as.text = gp_arena_str(a, n->as.text);
}

static void
own_heading(struct gp_arena *a, struct gp_node *n)
{
	n->as.heading.label = gp_arena_str(a, n->as.heading.label);
}

static void
own_list(struct gp_arena *a, struct gp_node *n)
{
	n->as.list.start = gp_arena_str(a, n->as.list.start);
}

static void
own_item(struct gp_arena *a, struct gp_node *n)
{
	n->as.item.label = gp_arena_str(a, n->as.item.label);
}

static void
own_figure(struct gp_arena *a, struct gp_node *n)
{
	struct gp_node_figure *figure = &n->as.figure;

	figure->image = gp_arena_str(a, figure->image);
	figure->origin = gp_arena_str(a, figure->origin);
	figure->alt = gp_arena_str(a, figure->alt);
	figure->link = gp_arena_str(a, figure->link);
}

static void
own_link(struct gp_arena *a, struct gp_node *n)
{
	n->as.link.target = gp_arena_str(a, n->as.link.target);
}

static void
own_abbreviation(struct gp_arena *a, struct gp_node *n)
{
	n->as.abbreviation.expansion =
		gp_arena_str(a, n->as.abbreviation.expansion);
}

/* A row a kind that carries strings. */
static void (*const owners[GP_KIND_COUNT])(struct gp_arena *a,
                                           struct gp_node *n) = {
	[GP_TEXT] = own_text,
	[GP_HEADING] = own_heading,
	[GP_LIST] = own_list,
	[GP_ITEM] = own_item,
	[GP_FIGURE] = own_figure,
	[GP_LINK] = own_link,
	[GP_ABBREVIATION] = own_abbreviation,
};

struct gp_node *
gp_node_copy(struct gp_arena *a, const struct gp_node *from)
{
	struct gp_node *n = gp_arena_alloc(a, sizeof *n);

	if (!n)
		return NULL;
	*n = *from;
	n->parent = n->first = n->last = n->prev = n->next = NULL;
	n->path = gp_arena_str(a, from->path);
	n->id = gp_arena_str(a, from->id);
	n->lang = gp_arena_str(a, from->lang);
	if (owners[n->kind])
		owners[n->kind](a, n);
	return n;
}

/* ---- the tree ---- */

bool
gp_node_append(struct gp_node *parent, struct gp_node *child)
{
	if (!parent || !child || !gp_kind_holds(parent->kind, child->kind))
		return false;
	child->parent = parent;
	child->prev = parent->last;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	return true;
}

bool
gp_row_is_head(const struct gp_node *row)
{
	const struct gp_node *cell;

	for (cell = row->first; cell; cell = cell->next)
		if (!gp_node_cell(cell)->header)
			return false;
	return row->first != NULL;
}
