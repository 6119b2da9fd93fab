/* Nodes and the places they go to: HTML Living Standard, 13.2.6.1, with
   foster parents and the texts that grow in place.  Which node is to be
   made, and when, is decided by the modes. */
#include "import/html/parse/parse_build.h"

#include <string.h>

enum { LEAST_NODES = 64, BYTES_A_NODE = 256 };

/* ---- making ---- */

/* What could not grow stays as it is. */
bool
gp_build_grow(struct gp_build *b)
{
	uint32_t old = b->cap;
	uint32_t cap = old ? old * 2 : LEAST_NODES + b->scan.n / BYTES_A_NODE;
	struct gp_flat_node *nodes = gp_arena_resize(
		b->arena, b->nodes, old * sizeof *nodes, cap * sizeof *nodes);
	struct gp_link *links = gp_arena_resize(
		b->scratch, b->links, old * sizeof *links, cap * sizeof *links);

	b->nodes = nodes ? nodes : b->nodes;
	b->links = links ? links : b->links;
	if (nodes && links) {
		b->cap = cap;
		return true;
	}
	gp_build_fail(b, GP_NOMEM, NULL);
	return false;
}

/* A new node; without room the last one again, and a failure. */
static uint32_t
new_node(struct gp_build *b, const struct gp_flat_node *node)
{
	if (b->n == GP_MAX_HTML_NODES)
		gp_build_fail(b, GP_LIMIT,
		              "has more elements and texts than a page may "
		              "have");
	if (b->failed != GP_OK || (b->n == b->cap && !gp_build_grow(b)))
		return b->n - 1;
	b->nodes[b->n] = *node;
	b->nodes[b->n].parent = GP_FLAT_NONE;
	b->links[b->n] = (struct gp_link){
		GP_FLAT_NONE, GP_FLAT_NONE, GP_FLAT_NONE, GP_FLAT_NONE, 0, false
	};
	return b->n++;
}

uint32_t
gp_build_make(struct gp_build *b, const struct gp_html_token *t,
              enum gp_flat_kind kind)
{
	struct gp_flat_node node = { .as.first = t->first,
		                     .size = t->n,
		                     .at = t->at,
		                     .line = t->line,
		                     .name = (uint16_t)t->name,
		                     .kind = (uint8_t)kind };

	return new_node(b, &node);
}

uint32_t
gp_build_again(struct gp_build *b, uint32_t node, const struct gp_html_token *t)
{
	struct gp_flat_node copy = b->nodes[node];

	copy.at = t->at;
	copy.line = t->line ? t->line : b->scan.line;
	copy.is |= GP_FLAT_IMPLIED;
	copy.is &= (uint8_t)~GP_FLAT_CLOSED;
	return new_node(b, &copy);
}

/* ---- places ---- */

static bool
takes_no_text(const struct gp_build *b, uint32_t node)
{
	const struct gp_flat_node *n = &b->nodes[node];

	return n->kind == GP_FLAT_HTML &&
	       (n->name == GP_N_TABLE || n->name == GP_N_TBODY ||
	        n->name == GP_N_TFOOT || n->name == GP_N_THEAD ||
	        n->name == GP_N_TR);
}

struct gp_spot
gp_build_place(const struct gp_build *b, uint32_t target)
{
	unsigned template, table;
	uint32_t node;

	if (!b->fosters || !takes_no_text(b, target))
		return (struct gp_spot){ target, GP_FLAT_NONE };
	template = gp_open_top(b, GP_N_TEMPLATE);
	table = gp_open_top(b, GP_N_TABLE);
	if (template > table)
		return (struct gp_spot){ b->open[template].node, GP_FLAT_NONE };
	if (!table)
		return (struct gp_spot){ b->open[1].node, GP_FLAT_NONE };
	node = b->open[table].node;
	if (b->nodes[node].parent != GP_FLAT_NONE)
		return (struct gp_spot){ b->nodes[node].parent, node };
	return (struct gp_spot){ b->open[table - 1].node, GP_FLAT_NONE };
}

void
gp_build_link(struct gp_build *b, uint32_t node, struct gp_spot place)
{
	struct gp_link *parent = &b->links[place.parent];
	struct gp_link *l = &b->links[node];

	l->after = place.before;
	l->before = place.before == GP_FLAT_NONE
	                    ? parent->last
	                    : b->links[place.before].before;
	if (l->before == GP_FLAT_NONE)
		parent->first = node;
	else
		b->links[l->before].after = node;
	if (l->after == GP_FLAT_NONE)
		parent->last = node;
	else
		b->links[l->after].before = node;
	b->nodes[node].parent = place.parent;
}

void
gp_build_unlink(struct gp_build *b, uint32_t node)
{
	struct gp_link *l = &b->links[node];
	uint32_t parent = b->nodes[node].parent;

	if (parent == GP_FLAT_NONE)
		return;
	if (l->before == GP_FLAT_NONE)
		b->links[parent].first = l->after;
	else
		b->links[l->before].after = l->after;
	if (l->after == GP_FLAT_NONE)
		b->links[parent].last = l->before;
	else
		b->links[l->after].before = l->before;
	l->before = l->after = b->nodes[node].parent = GP_FLAT_NONE;
}

void
gp_build_move_all(struct gp_build *b, uint32_t from, uint32_t to)
{
	uint32_t first = b->links[from].first, last = b->links[to].last, i;

	if (first == GP_FLAT_NONE)
		return;
	for (i = first; i != GP_FLAT_NONE; i = b->links[i].after)
		b->nodes[i].parent = to;
	b->links[first].before = last;
	if (last == GP_FLAT_NONE)
		b->links[to].first = first;
	else
		b->links[last].after = first;
	b->links[to].last = b->links[from].last;
	b->links[from].first = b->links[from].last = GP_FLAT_NONE;
}

/* ---- elements ---- */

/* Without room nothing was made, and nothing must be linked twice. */
static void
put(struct gp_build *b, uint32_t node)
{
	if (b->failed == GP_OK)
		gp_build_link(b, node, gp_build_place(b, gp_open_node(b)));
}

uint32_t
gp_build_insert_foreign(struct gp_build *b, const struct gp_html_token *t,
                        enum gp_flat_kind kind)
{
	uint32_t node = gp_build_make(b, t, kind);

	put(b, node);
	gp_open_push(b, node);
	return node;
}

uint32_t
gp_build_insert(struct gp_build *b, const struct gp_html_token *t)
{
	return gp_build_insert_foreign(b, t, GP_FLAT_HTML);
}

uint32_t
gp_build_imply(struct gp_build *b, const struct gp_html_token *t,
               enum gp_name name)
{
	struct gp_html_token tag = { .kind = GP_TOKEN_START,
		                     .name = name,
		                     .at = t->at,
		                     .line = t->line ? t->line : b->scan.line };
	uint32_t node = gp_build_insert(b, &tag);

	b->nodes[node].is |= GP_FLAT_IMPLIED;
	return node;
}

void
gp_build_insert_void(struct gp_build *b, const struct gp_html_token *t)
{
	put(b, gp_build_make(b, t, GP_FLAT_HTML));
}

/* ---- attributes ---- */

const struct gp_flat_attr *
gp_build_attr(const struct gp_build *b, const struct gp_html_token *t,
              enum gp_name name)
{
	const struct gp_flat_attr *a = b->scan.attributes + t->first;
	uint32_t i;

	for (i = 0; i < t->n; i++)
		if (a[i].name == name)
			return &a[i];
	return NULL;
}

const struct gp_flat_attr *
gp_build_attr_of(const struct gp_build *b, uint32_t node, unsigned name)
{
	const struct gp_flat_node *n = &b->nodes[node];
	const struct gp_flat_attr *a = b->scan.attributes + n->as.first;
	uint32_t i;

	if (n->kind == GP_FLAT_TEXT)
		return NULL;
	for (i = 0; i < n->size; i++)
		if (a[i].name == name)
			return &a[i];
	return NULL;
}

/* The new ones stand last of all; the node's own are copied before them. */
void
gp_build_add_attributes(struct gp_build *b, uint32_t node,
                        const struct gp_html_token *t)
{
	struct gp_flat_node *n = &b->nodes[node];
	struct gp_scan *s = &b->scan;
	size_t from = t->first, had = n->as.first, i;
	uint32_t size = n->size, fresh = 0;

	for (i = 0; i < t->n; i++)
		if (!gp_build_attr_of(b, node, s->attributes[from + i].name))
			s->attributes[from + fresh++] = s->attributes[from + i];
	s->n_attributes = from + fresh;
	if (fresh == 0 || size + fresh > GP_MAX_HTML_ATTRIBUTES)
		return;
	if (!gp_scan_reserve(s, size))
		return;
	memmove(s->attributes + from + size, s->attributes + from,
	        fresh * sizeof *s->attributes);
	if (size)
		memcpy(s->attributes + from, s->attributes + had,
		       size * sizeof *s->attributes);
	s->n_attributes += size;
	n->as.first = from;
	n->size = size + fresh;
}

/* ---- text ---- */

bool
gp_build_is_space(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && gp_char_in(s.p[i], GP_CHAR_SPACE))
		i++;
	return i == s.n;
}

static uint32_t
lines_of_space(struct gp_str s, size_t *n)
{
	uint32_t lines = 0;

	for (*n = 0; *n < s.n && gp_char_in(s.p[*n], GP_CHAR_SPACE); ++*n)
		lines += s.p[*n] == '\n';
	return lines;
}

struct gp_html_token
gp_build_take_space(struct gp_html_token *t)
{
	struct gp_html_token space = *t;
	uint32_t lines = lines_of_space(t->text, &space.text.n);

	t->text.p += space.text.n;
	t->text.n -= space.text.n;
	t->line += lines;
	if (!t->is_copied)
		t->at += (uint32_t)space.text.n;
	return space;
}

/* The room of a text stands where an element has its first child; GP_FLAT_NONE:
   it is a view.  It grows by half, so that many pieces cost little. */
static bool
make_room(struct gp_build *b, uint32_t node, uint32_t size)
{
	struct gp_flat_node *n = &b->nodes[node];
	uint32_t *room = &b->links[node].first, more = size + size / 2;
	bool is_view = *room == GP_FLAT_NONE;
	char *p;

	if (!is_view && *room >= size)
		return true;
	p = is_view ? gp_arena_alloc(b->arena, more)
	            : gp_arena_resize(b->arena, n->as.own, *room, more);
	if (!p) {
		gp_build_fail(b, GP_NOMEM, NULL);
		return false;
	}
	if (is_view)
		memcpy(p, n->as.bytes, n->size);
	n->as.own = p;
	*room = more;
	return true;
}

static void
append_text(struct gp_build *b, uint32_t node, struct gp_str more)
{
	struct gp_flat_node *n = &b->nodes[node];

	if (!make_room(b, node, n->size + (uint32_t)more.n))
		return;
	memcpy(n->as.own + n->size, more.p, more.n);
	n->size += (uint32_t)more.n;
}

static void
new_text(struct gp_build *b, const struct gp_html_token *t,
         struct gp_spot place)
{
	struct gp_str text =
		t->is_copied ? gp_arena_str(b->arena, t->text) : t->text;
	size_t space;
	struct gp_flat_node node = {
		.as.bytes = text.p,
		.size = (uint32_t)text.n,
		.at = t->at,
		.line = t->line + lines_of_space(text, &space),
		.is = t->is_raw ? GP_FLAT_RAW : 0,
	};
	uint32_t made = new_node(b, &node);

	if (b->failed == GP_OK)
		gp_build_link(b, made, place);
}

void
gp_build_insert_text(struct gp_build *b, const struct gp_html_token *t)
{
	struct gp_spot place = gp_build_place(b, gp_open_node(b));
	uint32_t before = place.before == GP_FLAT_NONE
	                          ? b->links[place.parent].last
	                          : b->links[place.before].before;

	if (t->text.n == 0 || b->failed != GP_OK)
		return;
	if (before != GP_FLAT_NONE && b->nodes[before].kind == GP_FLAT_TEXT)
		append_text(b, before, t->text);
	else
		new_text(b, t, place);
}

void
gp_build_insert_spaces(struct gp_build *b, struct gp_html_token *t)
{
	while (t->text.n) {
		struct gp_html_token space = gp_build_take_space(t);

		gp_build_insert_text(b, &space);
		while (t->text.n && !gp_char_in(t->text.p[0], GP_CHAR_SPACE))
			t->text = gp_str_sub(t->text, 1, t->text.n);
	}
}
