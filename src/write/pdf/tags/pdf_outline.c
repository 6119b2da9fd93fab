/* The outline (ISO 32000-1, 12.3.3) and the page labels (12.4.2), from the
   places and pages of the layout.  Sections have no place of their own and
   take that of their first article; no title is made here. */
#include "write/pdf/tags/postjob.h"

#include <stdlib.h>

enum { DEEPEST = 16 };

struct outline_item {
	uint32_t place;
	uint32_t page;
	gp_len y;
};

/* By page and height, then by order of making. */
static int
by_place_on_page(const void *a, const void *b)
{
	const struct outline_item *x = a, *y = b;

	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* The places that the outline shows, in order.  A section has no block of its
   own: it lies where its first article does, the next place. */
static size_t
take_items(const struct gp_tree *t, struct outline_item *items)
{
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < t->n_places; i++) {
		const struct gp_place *p = &t->places[i];

		if (p->level == 0)
			continue;
		if (p->page == GP_NONE && i + 1 < t->n_places)
			p++;
		if (p->page != GP_NONE)
			items[n++] = (struct outline_item){ i, p->page, p->y };
	}
	qsort(items, n, sizeof *items, by_place_on_page);
	return n;
}

/* An entry and its neighbours, which are numbers of objects; 0: none. */
struct outline_entry {
	uint32_t parent, previous, next, first, last;
	long long children;
};

/* Entry 0 is the outline itself, entry i + 1 is that of item i. */
static void
link_entries(const struct gp_tree *t, const struct outline_item *items,
             size_t n, uint32_t first, struct outline_entry *entries)
{
	size_t open[DEEPEST + 1] = { 0 }, top = 0, i;
	unsigned depth[DEEPEST + 1] = { 0 };

	for (i = 1; i <= n; i++) {
		unsigned level = t->places[items[i - 1].place].level;
		uint32_t number = first + (uint32_t)i;
		struct outline_entry *parent;

		while (top > 0 && depth[top] >= level)
			top--;
		parent = &entries[open[top]];
		entries[i].parent = first + (uint32_t)open[top];
		entries[i].previous = parent->last;
		if (parent->last)
			entries[parent->last - first].next = number;
		else
			parent->first = number;
		parent->last = number;
		parent->children++;
		if (top < DEEPEST) {
			open[++top] = i;
			depth[top] = level;
		}
	}
}

static void
put_neighbours(struct gp_buf *b, const struct outline_entry *e)
{
	if (e->previous)
		gp_put_ref(b, "/Prev ", e->previous);
	if (e->next)
		gp_put_ref(b, "/Next ", e->next);
	if (e->children == 0)
		return;
	gp_put_ref(b, "/First ", e->first);
	gp_put_ref(b, "/Last ", e->last);
	/* Below the top, entries are closed at first. */
	gp_put_int(b, "/Count ", e->parent ? -e->children : e->children);
}

static void
write_item(struct gp_post_job *p, const struct outline_item *item,
           uint32_t number, const struct outline_entry *e)
{
	const struct gp_flow *f = p->layout->flow;
	struct gp_buf *b = gp_obj_begin(&p->out, number);

	gp_put_text(b, "<</Title", f->tree.places[item->place].title);
	gp_put_goal(b, "/Dest", p->pages + item->page, f->style->height,
	            item->y);
	gp_put_ref(b, "/Parent ", e->parent);
	put_neighbours(b, e);
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
}

static void
write_outline(struct gp_post_job *p, const struct outline_item *items, size_t n)
{
	struct outline_entry *entries =
		gp_arena_array(p->arena, n + 1, sizeof *entries);
	uint32_t first = gp_obj_new(&p->out, n + 1);
	struct gp_buf *b;
	size_t i;

	if (!entries)
		return;
	link_entries(&p->layout->flow->tree, items, n, first, entries);
	b = gp_obj_begin(&p->out, first);
	gp_buf_puts(b, "<</Type/Outlines");
	put_neighbours(b, &entries[0]);
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
	for (i = 0; i < n; i++)
		write_item(p, &items[i], first + (uint32_t)i + 1,
		           &entries[i + 1]);
	gp_put_ref(&p->catalogue, "/PageMode/UseOutlines/Outlines ", first);
}

/* i, ii, iii for the front; 1, 2, 3 for the articles. */
static void
put_labels(struct gp_post_job *p)
{
	struct gp_buf *b = &p->catalogue;
	const struct gp_layout *l = p->layout;
	size_t i;

	gp_buf_puts(b, "/PageLabels<</Nums[");
	for (i = 0; i < l->n_pages; i++) {
		if (i > 0 && l->pages[i].body == l->pages[i - 1].body)
			continue;
		gp_put_int(b, " ", (long long)i);
		gp_buf_puts(b, l->pages[i].body ? "<</S/D" : "<</S/r");
		if (l->pages[i].number > 1)
			gp_put_int(b, "/St ", l->pages[i].number);
		gp_buf_puts(b, ">>");
	}
	gp_buf_puts(b, "]>>");
}

void
gp_post_outline(struct gp_post_job *p)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	struct outline_item *items =
		gp_arena_array(p->arena, t->n_places + 1, sizeof *items);
	size_t n;

	if (!items)
		return;
	n = take_items(t, items);
	if (n)
		write_outline(p, items, n);
	put_labels(p);
}
