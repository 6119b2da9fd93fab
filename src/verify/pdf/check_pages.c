/* The tree of pages (ISO 32000-1, 7.7.3), walked in order without recursion
   and each node once, and each page's content put together for
   check_content.c.  It understands no operator. */
#include "verify/pdf/foreign_pdf.h"

#include "base/vec.h"

static void
bad_pages(struct gp_pdf *p, unsigned number, const char *why)
{
	gp_pdf_found(p, GP_CHECK_PDF_PAGES, number, "%s", why);
}

/* ---- the tree, walked in order ---- */

struct node {
	struct gp_pdf_value *dict, *kid, *resources, *box;
	size_t before; /* leaves before it */
};

struct tree_walk {
	struct gp_pdf *p;
	struct node path[GP_MAX_PDF_TREE];
	size_t depth;
	size_t n_leaves; /* so far: a page that hangs twice counts twice */
};

/* Four numbers. */
static bool
is_box(const struct gp_pdf_value *box)
{
	const struct gp_pdf_value *v = gp_pdf_items(box);
	size_t n = 0;

	for (; v && n <= 4; v = v->next)
		n += v->type == GP_PDF_INT || v->type == GP_PDF_REAL ? 1 : 5;
	return gp_pdf_is_array(box) && n == 4;
}

static void
take_page(struct tree_walk *w, const struct node *up, struct gp_pdf_value *dict)
{
	struct gp_pdf *p = w->p;
	struct gp_pdf_row *row = gp_pdf_row_of(p, dict->number);
	struct gp_pdf_value *own = gp_pdf_find(p, dict, "Resources");
	struct gp_pdf_value *box = gp_pdf_find(p, dict, "MediaBox");
	struct gp_pdf_page *page;

	w->n_leaves++;
	if (!is_box(box ? box : up->box))
		bad_pages(p, dict->number, "the page has no MediaBox");
	if (!row || dict->number == 0 || row->page) {
		bad_pages(p, dict->number,
		          "the page is in the tree twice, or is no object of "
		          "its own");
		return;
	}
	page = GP_VEC_ADD(p->in->arena, p->pages, p->n_pages, p->cap_pages);
	if (!page)
		return;
	*page = (struct gp_pdf_page){
		.number = dict->number,
		.dict = dict,
		.resources = own ? own : up->resources,
		.parents = gp_pdf_int(gp_pdf_find(p, dict, "StructParents")),
	};
	row->page = (unsigned)p->n_pages;
}

struct gp_pdf_page *
gp_pdf_page_of(struct gp_pdf *p, unsigned number)
{
	const struct gp_pdf_row *row = gp_pdf_row_of(p, number);

	return row && row->page ? &p->pages[row->page - 1] : NULL;
}

/* Kids are walked once, wherever else they hang. */
static struct node
node_of(struct tree_walk *w, const struct node *up, struct gp_pdf_value *dict)
{
	struct gp_pdf *p = w->p;
	struct gp_pdf_value *kids = gp_pdf_find(p, dict, "Kids");
	struct gp_pdf_value *own = gp_pdf_find(p, dict, "Resources");
	struct gp_pdf_value *box = gp_pdf_find(p, dict, "MediaBox");
	bool walk = gp_pdf_is_array(kids) && gp_pdf_first_look(kids);

	return (struct node){
		.dict = dict,
		.kid = walk ? gp_pdf_items(kids) : NULL,
		.resources = own || !up ? own : up->resources,
		.box = box || !up ? box : up->box,
		.before = w->n_leaves,
	};
}

static void
leave_node(struct tree_walk *w)
{
	struct node *n = &w->path[--w->depth];
	int64_t count = gp_pdf_int(gp_pdf_find(w->p, n->dict, "Count"));

	if (count < 0 || (uint64_t)count != w->n_leaves - n->before)
		bad_pages(w->p, n->dict->number,
		          "Count is not the number of pages below");
}

static void
enter_node(struct tree_walk *w, struct gp_pdf_value *dict)
{
	const struct node *up = w->depth ? &w->path[w->depth - 1] : NULL;

	if (w->depth == GP_MAX_PDF_TREE) {
		bad_pages(w->p, dict->number, "the tree is too deep");
		return;
	}
	w->path[w->depth] = node_of(w, up, dict);
	w->depth++;
}

/* The next kid of the node at the top. */
static void
take_kid(struct tree_walk *w)
{
	struct gp_pdf *p = w->p;
	struct node *up = &w->path[w->depth - 1];
	struct gp_pdf_value *kid = gp_pdf_follow(p, up->kid);

	up->kid = gp_pdf_next(p, up->kid);
	if (!gp_pdf_is_dict(kid) ||
	    gp_pdf_ref(gp_pdf_raw(p, kid, "Parent")) != up->dict->number)
		bad_pages(p, up->dict->number,
		          "a kid is no page, or has another parent");
	else if (gp_pdf_is_name(gp_pdf_find(p, kid, "Type"), "Pages"))
		enter_node(w, kid);
	else
		take_page(w, up, kid);
}

static void
walk_tree(struct gp_pdf *p)
{
	struct gp_pdf_value *root = gp_pdf_find(p, p->catalog, "Pages");
	struct tree_walk w = { .p = p };

	if (root)
		enter_node(&w, root);
	while (w.depth > 0) {
		if (w.path[w.depth - 1].kid)
			take_kid(&w);
		else
			leave_node(&w);
	}
}

/* ---- content ---- */

/* Streams of one page are one text, with white space between them (7.8.2). */
static void
read_content(struct gp_pdf *p, struct gp_pdf_page *page)
{
	struct gp_pdf_value *v = gp_pdf_find(p, page->dict, "Contents");
	struct gp_pdf_value *item = gp_pdf_items(v), *stream;
	struct gp_buf all = { .max = GP_MAX_CHECKED_STREAM };

	if (gp_pdf_is_dict(v))
		(void)gp_pdf_unpack(p, v, &all);
	else
		for (; item; item = gp_pdf_next(p, item)) {
			stream = gp_pdf_follow(p, item);
			if (stream && gp_pdf_unpack(p, stream, &all))
				gp_buf_putc(&all, '\n');
		}
	if (gp_buf_ok(&all, p->in->err))
		gp_pdf_content(p, page, gp_buf_view(&all));
	gp_buf_free(&all);
}

void
gp_pdf_pages(struct gp_pdf *p)
{
	size_t i;

	walk_tree(p);
	for (i = 0; i < p->n_pages && p->in->err->code == GP_OK; i++) {
		read_content(p, &p->pages[i]);
		gp_pdf_fonts(p, p->pages[i].resources);
	}
}
