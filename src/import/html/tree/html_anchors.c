/* Ids of elements become ids of blocks, for those that a link names.  Whether
   block and link stay in the article is not known here. */
#include "import/html/tree/html_anchors.h"

#include "base/map.h"
#include "base/text/uri.h"
#include "model/walk.h"

static struct gp_str
id_of(const struct gp_html_page *p, unsigned i)
{
	struct gp_str id = gp_flat_attr(p->flat, i, GP_N_ID);

	if (id.n == 0 && p->items[i].el == GP_EL_A)
		id = gp_flat_attr(p->flat, i, GP_N_NAME);
	return id;
}

static void
collect(const struct gp_html_page *p, struct gp_map *ids)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++) {
		struct gp_str id = id_of(p, i);

		if (id.n && !gp_map_find(ids, id))
			gp_map_put(ids, id, &p->items[i]);
	}
}

/* What is in no block counts as the block behind it. */
static void
fill_gaps(const struct gp_html_page *p, struct gp_node **at, unsigned *begins)
{
	unsigned i = p->n_items;

	while (i-- > p->root) {
		begins[i] = i;
		if (at[i] || i + 1 == p->n_items)
			continue;
		at[i] = at[i + 1];
		begins[i] = begins[i + 1];
	}
}

/* The block of an element; NULL where its words are in none. */
static struct gp_node *
block_of(const struct gp_html_page *p, struct gp_node *const *at,
         const unsigned *begins, const struct gp_html_item *item)
{
	unsigned i = (unsigned)(item - p->items);

	return begins[i] < item->end || item->words == 0 ? at[i] : NULL;
}

/* ---- links ---- */

/* True for an address without its fragment that is the page's own. */
static bool
is_own(struct gp_str address, struct gp_str own)
{
	struct gp_str s = gp_str_sub(own, 0, gp_str_find(own, GP_STR("#"), 0));

	s = gp_str_sub(s, gp_web_scheme(s), s.n);
	address = gp_str_sub(address, gp_web_scheme(address), address.n);
	return s.n > 0 && gp_str_eq(address, s);
}

/* The id that a link names in its own page; "" for a link out of it. */
static struct gp_str
name_in(const struct gp_html *h, struct gp_str target)
{
	size_t sign = gp_str_find(target, GP_STR("#"), 0);
	struct gp_str page = gp_str_sub(target, 0, sign);

	if (sign >= target.n || (page.n > 0 && !is_own(page, h->given_url) &&
	                         !is_own(page, h->url)))
		return GP_STR("");
	return gp_str_sub(target, sign + 1, target.n);
}

/* Ids are compared as they stand, then without their escapes (HTML, 7.4.6.4
   Scrolling to a fragment). */
static struct gp_html_item *
item_named(struct gp_arena *a, const struct gp_map *ids, struct gp_str name)
{
	struct gp_html_item *item = name.n ? gp_map_find(ids, name) : NULL;
	struct gp_buf plain = { .max = 0 };

	if (item || gp_str_find(name, GP_STR("%"), 0) >= name.n)
		return item;
	gp_uri_unescape(name, &plain);
	return gp_map_find(ids, gp_arena_buf(a, &plain));
}

/* What a block is called in its draft.  Two pages of one draft, as the parts of
   a mail are, may both have a "note1": behind the first page a name has the
   number of the page's first line with it. */
static struct gp_str
id_in_draft(const struct gp_draft *draft, const struct gp_draft_block *first,
            struct gp_str name)
{
	if (first == draft->first)
		return gp_arena_str(draft->arena, name);
	return gp_arena_printf(draft->arena, "%.*s-%u", GP_ARG(name),
	                       first->at.first);
}

static void
lead(const struct gp_draft *draft, const struct gp_draft_block *first,
     struct gp_node *link, struct gp_node *block, struct gp_str name)
{
	if (block->id.n == 0)
		block->id = id_in_draft(draft, first, name);
	link->as.link.target =
		gp_arena_printf(draft->arena, "#%.*s", GP_ARG(block->id));
}

static void
lead_links(const struct gp_html_page *p, const struct gp_draft_block *first,
           struct gp_node *tree, const struct gp_map *ids,
           struct gp_node *const *at, const unsigned *begins)
{
	struct gp_walk w = gp_walk_from(tree);

	while (gp_walk_next(&w)) {
		struct gp_str name;
		struct gp_html_item *item;
		struct gp_node *block;

		if (w.event != GP_ENTER || w.node->kind != GP_LINK)
			continue;
		name = name_in(p->html, gp_node_link(w.node)->target);
		item = item_named(p->arena, ids, name);
		block = item ? block_of(p, at, begins, item) : NULL;
		if (block)
			lead(p->html->draft, first, gp_walk_own(&w, tree),
			     block, name);
	}
}

void
gp_html_anchors(const struct gp_html_page *p, struct gp_draft_block *first,
                struct gp_node **at)
{
	struct gp_map ids = { .arena = p->arena };
	unsigned *begins = gp_arena_array(p->arena, p->n_items, sizeof *begins);
	struct gp_draft_block *b;

	if (!begins || !first)
		return;
	collect(p, &ids);
	fill_gaps(p, at, begins);
	for (b = first; b; b = b->next)
		if (b->tree)
			lead_links(p, first, b->tree, &ids, at, begins);
}
