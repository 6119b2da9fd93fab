/* Shadow roots flattened, outer ones first, so that what one slot hands to
   another follows.  Slots are found by name, each child once.  Roots that a
   script would attach are not known. */
#include "import/html/parse/parse_shadow.h"

#include "base/map.h"

#include <string.h>

struct shadow {
	struct gp_build *b;
	uint32_t host, template;
	struct gp_map slots;      /* by name: where in `all` */
	uint32_t *all;            /* every slot that is the first of its name */
	unsigned char *is_filled; /* by node: a slot that holds what it took */
	unsigned char *is_host;   /* by node */
};

static struct gp_str
attr_of(const struct gp_build *b, uint32_t node, unsigned name)
{
	const struct gp_flat_attr *a = gp_build_attr_of(b, node, name);

	return a ? (struct gp_str){ a->value, a->size } : GP_STR("");
}

static bool
is_html(const struct gp_build *b, uint32_t node, enum gp_name name)
{
	return b->nodes[node].kind == GP_FLAT_HTML &&
	       b->nodes[node].name == name;
}

/* ---- which elements ---- */

static bool
may_be_host(const struct gp_build *b, uint32_t node)
{
	const struct gp_flat_node *n = &b->nodes[node];
	struct gp_str name = b->scan.names.rows[n->name].name;

	if (n->kind != GP_FLAT_HTML)
		return false;
	switch (n->name) {
	case GP_N_ARTICLE:
	case GP_N_ASIDE:
	case GP_N_BLOCKQUOTE:
	case GP_N_BODY:
	case GP_N_DIV:
	case GP_N_FOOTER:
	case GP_N_H1:
	case GP_N_H2:
	case GP_N_H3:
	case GP_N_H4:
	case GP_N_H5:
	case GP_N_H6:
	case GP_N_HEADER:
	case GP_N_MAIN:
	case GP_N_NAV:
	case GP_N_P:
	case GP_N_SECTION:
	case GP_N_SPAN:
		return true;
	default:
		return name.n && memchr(name.p, '-', name.n);
	}
}

static bool
is_root(const struct gp_build *b, uint32_t node)
{
	struct gp_str mode;

	if (!is_html(b, node, GP_N_TEMPLATE) ||
	    b->nodes[node].parent == GP_FLAT_NONE)
		return false;
	mode = attr_of(b, node, GP_N_SHADOWROOTMODE);
	return (gp_str_eq_nocase(mode, GP_STR("open")) ||
	        gp_str_eq_nocase(mode, GP_STR("closed"))) &&
	       may_be_host(b, b->nodes[node].parent);
}

/* ---- slots ---- */

static void
note_slot(struct shadow *s, uint32_t node)
{
	struct gp_str name = attr_of(s->b, node, GP_N_NAME);

	if (gp_map_find(&s->slots, name))
		return;
	s->all[node] = node;
	gp_map_put(&s->slots, name, &s->all[node]);
}

/* Every node of the template but what stands in other templates. */
static void
find_slots(struct shadow *s)
{
	const struct gp_link *links = s->b->links;
	uint32_t node = links[s->template].first;

	while (node != GP_FLAT_NONE) {
		if (is_html(s->b, node, GP_N_SLOT))
			note_slot(s, node);
		if (s->b->nodes[node].kind != GP_FLAT_TEXT &&
		    !is_html(s->b, node, GP_N_TEMPLATE) &&
		    links[node].first != GP_FLAT_NONE) {
			node = links[node].first;
			continue;
		}
		while (links[node].after == GP_FLAT_NONE) {
			node = s->b->nodes[node].parent;
			if (node == s->template)
				return;
		}
		node = links[node].after;
	}
}

static void
append(struct gp_build *b, uint32_t node, uint32_t parent)
{
	gp_build_link(b, node, (struct gp_spot){ parent, GP_FLAT_NONE });
}

static void
assign(struct shadow *s, uint32_t child)
{
	const uint32_t *slot =
		gp_map_find(&s->slots, attr_of(s->b, child, GP_N_SLOT));

	if (slot && !s->is_filled[*slot]) {
		gp_build_move_all(s->b, *slot, s->template);
		s->is_filled[*slot] = 1;
	}
	append(s->b, child, slot ? *slot : s->template);
}

/* The host's children are handed round. */
static void
flatten(struct shadow *s)
{
	struct gp_build *b = s->b;
	uint32_t child, next;

	s->slots = (struct gp_map){ .arena = b->scratch };
	find_slots(s);
	gp_build_unlink(b, s->template);
	child = b->links[s->host].first;
	b->links[s->host].first = b->links[s->host].last = GP_FLAT_NONE;
	gp_build_move_all(b, s->template, s->host);
	for (; child != GP_FLAT_NONE; child = next) {
		next = b->links[child].after;
		assign(s, child);
	}
	append(b, s->template, s->host);
	b->nodes[s->template].is |= GP_FLAT_SHADOW;
}

void
gp_build_flatten_shadows(struct gp_build *b)
{
	struct shadow s = { .b = b };
	uint32_t i;

	s.is_filled = gp_arena_array(b->scratch, b->n, 1);
	s.is_host = gp_arena_array(b->scratch, b->n, 1);
	s.all = gp_arena_array(b->scratch, b->n, sizeof *s.all);
	if (!s.is_filled || !s.is_host || !s.all)
		return;
	for (i = 0; i < b->n; i++) {
		if (!is_root(b, i) || s.is_host[b->nodes[i].parent])
			continue;
		s.host = b->nodes[i].parent;
		s.template = i;
		s.is_host[s.host] = 1;
		flatten(&s);
	}
}
