/* The tree of pages (ISO 32000-1, 7.7.3), walked in order without recursion
   and each node once, and each page's content put together for
   check_content.c.  It understands no operator. */
#include "verify/pdf/check_pdf.h"

static void
bad_pages(struct gp_pdf *p, unsigned number, const char *why)
{
	gp_found(p->in, GP_CHECK_PDF_PAGES, gp_pdf_place(p, number), 0, "%s",
	         why);
}

/* ---- the tree, walked in order ---- */

struct node {
	struct gp_pdf_value *dict, *kid, *resources, *box;
	size_t before; /* pages before it */
};

static bool
is_box(struct gp_pdf_value *v)
{
	size_t n = 0;

	if (!v || v->type != GP_PDF_ARRAY)
		return false;
	for (v = v->items; v; v = v->next)
		n += v->type == GP_PDF_INT || v->type == GP_PDF_REAL;
	return n == 4;
}

static void
take_page(struct gp_pdf *p, const struct node *up, struct gp_pdf_value *dict)
{
	struct gp_pdf_page *page = &p->pages[p->n_pages];
	struct gp_pdf_value *own = gp_pdf_find(p, dict, "Resources");
	struct gp_pdf_value *box = gp_pdf_find(p, dict, "MediaBox");

	*page = (struct gp_pdf_page){
		.number = dict->number,
		.dict = dict,
		.resources = own ? own : up->resources,
		.parents = gp_pdf_int(gp_pdf_find(p, dict, "StructParents")),
	};
	if (!is_box(box ? box : up->box))
		bad_pages(p, dict->number, "the page has no MediaBox");
	if (gp_map_find(&p->page_of, gp_pdf_key(p, dict->number)))
		bad_pages(p, dict->number, "the page is in the tree twice");
	gp_map_put(&p->page_of, gp_pdf_key(p, dict->number), page);
	p->n_pages++;
}

static struct node
node_of(struct gp_pdf *p, const struct node *up, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *kids = gp_pdf_find(p, dict, "Kids");
	struct gp_pdf_value *own = gp_pdf_find(p, dict, "Resources");
	struct gp_pdf_value *box = gp_pdf_find(p, dict, "MediaBox");

	return (struct node){
		.dict = dict,
		.kid = kids && kids->type == GP_PDF_ARRAY ? kids->items : NULL,
		.resources = own || !up ? own : up->resources,
		.box = box || !up ? box : up->box,
		.before = p->n_pages,
	};
}

static void
leave_node(struct gp_pdf *p, const struct node *n)
{
	int64_t count = gp_pdf_int(gp_pdf_find(p, n->dict, "Count"));

	if (count < 0 || (uint64_t)count != p->n_pages - n->before)
		bad_pages(p, n->dict->number,
		          "Count is not the number of pages below");
}

/* One kid of the node at the top; true when it is a node to enter. */
static bool
take_kid(struct gp_pdf *p, struct node *up, struct gp_pdf_value **entered)
{
	struct gp_pdf_value *raw = up->kid, *kid = gp_pdf_follow(p, raw);

	up->kid = raw->next;
	if (!gp_pdf_is_dict(kid) ||
	    gp_pdf_ref(gp_pdf_raw(kid, "Parent")) != up->dict->number) {
		bad_pages(p, up->dict->number,
		          "a kid is no page, or has another parent");
		return false;
	}
	*entered = kid;
	if (gp_pdf_is_name(gp_pdf_find(p, kid, "Type"), "Pages"))
		return true;
	if (p->n_pages < p->n_rows)
		take_page(p, up, kid);
	return false;
}

static void
walk_tree(struct gp_pdf *p)
{
	struct node path[GP_MAX_PDF_DEPTH];
	struct gp_pdf_value *kid;
	size_t depth = 1, steps = 0;

	path[0] = node_of(p, NULL, gp_pdf_find(p, p->catalog, "Pages"));
	while (depth > 0 && steps++ < 4 * p->n_rows) {
		struct node *top = &path[depth - 1];

		if (!top->kid) {
			leave_node(p, top);
			depth--;
		} else if (take_kid(p, top, &kid)) {
			if (depth == GP_MAX_PDF_DEPTH) {
				bad_pages(p, kid->number,
				          "the tree is too deep");
				return;
			}
			path[depth] = node_of(p, top, kid);
			depth++;
		}
	}
}

/* ---- content ---- */

static void
put_stream(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *all)
{
	struct gp_buf one = { .max = GP_MAX_CHECKED_STREAM };

	v = gp_pdf_follow(p, v);
	if (v && v->has_stream && gp_pdf_unpack(p, v, &one)) {
		gp_buf_str(all, gp_buf_view(&one));
		gp_buf_putc(all, '\n');
	}
	gp_buf_free(&one);
}

static void
read_content(struct gp_pdf *p, struct gp_pdf_page *page)
{
	struct gp_pdf_value *v = gp_pdf_find(p, page->dict, "Contents");
	struct gp_buf all = { .max = GP_MAX_CHECKED_STREAM };

	if (v && v->type == GP_PDF_ARRAY)
		for (v = v->items; v; v = v->next)
			put_stream(p, v, &all);
	else
		put_stream(p, v, &all);
	if (gp_buf_ok(&all, p->in->err))
		gp_pdf_content(p, page, gp_buf_view(&all));
	gp_buf_free(&all);
}

void
gp_pdf_pages(struct gp_pdf *p)
{
	size_t i;

	p->pages =
		gp_arena_array(p->in->arena, p->n_rows + 1, sizeof *p->pages);
	if (!p->pages)
		return;
	walk_tree(p);
	for (i = 0; i < p->n_pages && p->in->err->code == GP_OK; i++) {
		read_content(p, &p->pages[i]);
		gp_pdf_fonts(p, p->pages[i].resources);
	}
}
