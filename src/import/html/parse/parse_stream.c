/* Streamed parts put in their places, in the order of the source.  A part may
   hold the place of another; how deep they nest is bounded, so that looking
   for a place in itself costs little, and so is how much is moved.  Scripts
   are not read: what they do is known beforehand. */
#include "import/html/parse/parse_stream.h"

#include "base/map.h"

enum {
	DEEPEST = 600,  /* elements round a place or a part */
	MOST_MOVES = 4, /* a node of the page, in the mean */
};

/* A template, and the byte where that ends which a browser shows instead until
   the part has come. */
struct stream_place {
	uint32_t node, end;
};

/* Moves that are still made on this page.  A page made for it has each part
   take what another has taken, so that the nodes are moved as often as there
   are parts. */
struct stream_moves {
	size_t shown_instead, of_parts;
};

/* ---- the places ---- */

static bool
is_place_id(struct gp_str id)
{
	return id.n > 2 && id.p[1] == ':' && (id.p[0] == 'B' || id.p[0] == 'P');
}

static struct gp_str
id_of(const struct gp_build *b, uint32_t node)
{
	const struct gp_flat_attr *a = gp_build_attr_of(b, node, GP_N_ID);

	return a ? (struct gp_str){ a->value, a->size } : GP_STR("");
}

bool
gp_stream_is_place(const struct gp_build *b, const struct gp_html_token *t)
{
	const struct gp_flat_attr *a = gp_build_attr(b, t, GP_N_ID);

	return a && is_place_id((struct gp_str){ a->value, a->size });
}

/* Asked only behind the end that was found last, so that the source is gone
   through once; that no more comes is remembered so too. */
static uint32_t
next_end(const struct gp_build *b, uint32_t from)
{
	struct gp_str source = { b->scan.p, b->scan.n };

	return (uint32_t)gp_str_find(source, GP_STR("<!--/$-->"), from);
}

/* Those of the map are by what follows the colon. */
static void
note_places(const struct gp_build *b, struct stream_place *at,
            struct gp_map *places)
{
	struct gp_str id, key;
	uint32_t i, last = 0;

	for (i = 0; i < b->n; i++) {
		if (b->nodes[i].kind != GP_FLAT_HTML ||
		    b->nodes[i].name != GP_N_TEMPLATE ||
		    b->nodes[i].parent == GP_FLAT_NONE)
			continue;
		id = id_of(b, i);
		key = gp_str_sub(id, 2, id.n);
		if (!is_place_id(id) || gp_map_find(places, key))
			continue;
		if (b->nodes[i].at >= last)
			last = next_end(b, b->nodes[i].at);
		at[i] = (struct stream_place){ i, last < b->scan.n ? last : 0 };
		gp_map_put(places, key, &at[i]);
	}
}

/* ---- the parts ---- */

static bool
is_part(const struct gp_build *b, uint32_t node, struct gp_str *key)
{
	struct gp_str id;

	if (b->nodes[node].kind != GP_FLAT_HTML ||
	    !gp_build_attr_of(b, node, GP_N_HIDDEN))
		return false;
	id = id_of(b, node);
	*key = gp_str_sub(id, 2, id.n);
	return key->n > 0 && gp_str_starts(id, GP_STR("S:"));
}

/* True when `outer` is not round `node`, and not too much else is. */
static bool
is_free_of(const struct gp_build *b, uint32_t node, uint32_t outer)
{
	unsigned step;

	for (step = 0; step < DEEPEST && node != GP_FLAT_NONE; step++) {
		if (node == outer)
			return false;
		node = b->nodes[node].parent;
	}
	return node == GP_FLAT_NONE;
}

/* The one of `parent` that holds the part; GP_FLAT_NONE: none does. */
static uint32_t
child_round(const struct gp_build *b, uint32_t parent, uint32_t part)
{
	uint32_t up = part;

	while (up != GP_FLAT_NONE && b->nodes[up].parent != parent)
		up = b->nodes[up].parent;
	return up;
}

/* A comment parts no text in two. */
static bool
ends_before(const struct gp_flat_node *n, uint32_t end)
{
	return n->at + (n->kind == GP_FLAT_TEXT ? n->size : 0) <= end;
}

/* What was shown instead goes into the part: hidden, and not lost.  When too
   much was moved on the page it stays where it is, and is shown too. */
static void
take_fallback(struct gp_build *b, uint32_t part,
              const struct stream_place *place, size_t *left)
{
	struct gp_spot spot = { part, GP_FLAT_NONE };
	uint32_t parent = b->nodes[place->node].parent,
		 stop = child_round(b, parent, part),
		 node = b->links[place->node].after, next;

	for (; node != GP_FLAT_NONE && node != stop && *left; node = next) {
		if (!ends_before(&b->nodes[node], place->end))
			break;
		next = b->links[node].after;
		(*left)--;
		gp_build_unlink(b, node);
		gp_build_link(b, node, spot);
	}
}

/* A part is moved whole, so that the last one may be over the bound. */
static void
move(struct gp_build *b, uint32_t part, const struct stream_place *place,
     struct stream_moves *left)
{
	struct gp_spot spot = { b->nodes[place->node].parent, place->node };
	uint32_t node = b->links[part].first, next;

	b->links[part].first = b->links[part].last = GP_FLAT_NONE;
	take_fallback(b, part, place, &left->shown_instead);
	for (; node != GP_FLAT_NONE; node = next) {
		next = b->links[node].after;
		left->of_parts -= left->of_parts > 0;
		gp_build_link(b, node, spot);
	}
}

void
gp_stream_settle(struct gp_build *b)
{
	struct stream_place *at = gp_arena_array(b->scratch, b->n, sizeof *at);
	size_t most = (size_t)b->n * MOST_MOVES;
	struct stream_moves left = { most, most };
	struct gp_map places = { .arena = b->scratch };
	const struct stream_place *place;
	struct gp_str key;
	uint32_t i;

	if (!at)
		return;
	note_places(b, at, &places);
	for (i = 0; i < b->n && left.of_parts; i++) {
		place = is_part(b, i, &key) ? gp_map_find(&places, key) : NULL;
		if (place && is_free_of(b, place->node, i) &&
		    is_free_of(b, i, place->node))
			move(b, i, place, &left);
	}
}
