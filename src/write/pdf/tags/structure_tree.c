/* The structure tree of the file (ISO 32000-1, 14.7), the tree from marks
   back to their owners, and the links: the logical tree of the layout,
   element by element, as objects.  It adds no element and leaves none out
   that was placed. */
#include "base/utf8.h"
#include "write/pdf/tags/postjob.h"

#include <stdio.h>

/* The numbers of what is written here. */
struct structure {
	struct gp_post_job *job;
	const struct gp_tree *tree;
	uint32_t root;
	uint32_t *elements; /* of those that are attached */
};

/* ---- attributes ---- */

static void
put_rectangle(const struct gp_post_job *p, struct gp_buf *b, const char *before,
              const gp_len box[4])
{
	gp_len height = p->layout->flow->style->height;

	gp_buf_puts(b, before);
	gp_put_length(b, "[", box[0]);
	gp_put_length(b, " ", height - box[3]);
	gp_put_length(b, " ", box[2]);
	gp_put_length(b, " ", height - box[1]);
	gp_buf_putc(b, ']');
}

static void
put_table_attributes(struct gp_buf *b, const struct gp_element *e)
{
	if (!e->scope && e->columns <= 1 && e->rows <= 1)
		return;
	gp_buf_puts(b, "/A<</O/Table");
	if (e->scope)
		gp_buf_puts(b,
		            e->scope == 'c' ? "/Scope/Column" : "/Scope/Row");
	if (e->columns > 1)
		gp_put_int(b, "/ColSpan ", e->columns);
	if (e->rows > 1)
		gp_put_int(b, "/RowSpan ", e->rows);
	gp_buf_puts(b, ">>");
}

/* A name that no other note has (ISO 14289-1, 7.9); in the order of the
   elements, names are in the order of their bytes. */
static void
put_note_id(struct gp_buf *b, const char *before, size_t element)
{
	char name[32];

	(void)snprintf(name, sizeof name, "note-%08zu", element);
	gp_put_bytes(b, before, gp_str(name));
}

/* The line that is drawn along the words (14.8.5.4.5, TextDecorationType). */
static void
put_line(struct gp_buf *b, enum gp_word_line line)
{
	static const char *const names[] = {
		[GP_NO_LINE] = NULL,
		[GP_LINE_THROUGH] = "LineThrough",
		[GP_LINE_UNDER] = "Underline",
	};

	if (names[line])
		gp_buf_printf(b, "/A<</O/Layout/TextDecorationType/%s>>",
		              names[line]);
}

static void
put_attributes(const struct structure *s, struct gp_buf *b, uint32_t i)
{
	const struct gp_element *e = &s->tree->elements[i];

	if (e->tag == GP_TAG_NOTE)
		put_note_id(b, "/ID", i);
	if (e->alt.n)
		gp_put_text(b, "/Alt", e->alt);
	if (e->lang.n)
		gp_put_text(b, "/Lang", e->lang);
	if (e->tag == GP_TAG_L)
		gp_buf_printf(b, "/A<</O/List/ListNumbering/%s>>",
		              e->numbering ? e->numbering : "Disc");
	if (e->tag == GP_TAG_FIGURE && e->right > e->left) {
		gp_len box[4] = { e->left, e->top, e->right, e->bottom };

		put_rectangle(s->job, b, "/A<</O/Layout/BBox", box);
		gp_buf_puts(b, "/Placement/Block>>");
	}
	put_table_attributes(b, e);
	put_line(b, e->line);
}

/* ---- elements ---- */

/* The page of the element's first own content; GP_NONE: it has none. */
static uint32_t
page_of(const struct gp_tree *t, const struct gp_element *e)
{
	uint32_t k;

	for (k = e->first_kid; k != GP_NONE; k = t->kids[k].next)
		if (t->kids[k].kind == GP_KID_LEAF)
			return t->leaves[t->kids[k].index].page;
	return GP_NONE;
}

static void
put_leaf(const struct gp_post_job *p, struct gp_buf *b,
         const struct gp_leaf *leaf, uint32_t page)
{
	if (leaf->page == page) {
		gp_put_int(b, " ", leaf->mark);
		return;
	}
	gp_put_ref(b, "<</Type/MCR/Pg ", p->pages + leaf->page);
	gp_put_int(b, "/MCID ", leaf->mark);
	gp_buf_puts(b, ">>");
}

static void
put_kid(const struct structure *s, struct gp_buf *b, const struct gp_kid *k,
        uint32_t page)
{
	const struct gp_post_job *p = s->job;

	if (k->kind == GP_KID_ELEMENT) {
		gp_put_ref(b, " ", s->elements[k->index]);
	} else if (k->kind == GP_KID_LEAF) {
		put_leaf(p, b, &s->tree->leaves[k->index], page);
	} else {
		gp_put_ref(b, "<</Type/OBJR/Pg ",
		           p->pages + s->tree->links[k->index].page);
		gp_put_ref(b, "/Obj ", p->links + k->index);
		gp_buf_puts(b, ">>");
	}
}

/* The children; of one alone no array is made. */
static void
put_kids(const struct structure *s, struct gp_buf *b,
         const struct gp_element *e, uint32_t page)
{
	bool alone = e->first_kid != GP_NONE && e->first_kid == e->last_kid;
	uint32_t k;

	gp_buf_puts(b, alone ? "/K" : "/K[");
	for (k = e->first_kid; k != GP_NONE; k = s->tree->kids[k].next)
		put_kid(s, b, &s->tree->kids[k], page);
	if (!alone)
		gp_buf_putc(b, ']');
}

static void
write_element(const struct structure *s, uint32_t i)
{
	const struct gp_element *e = &s->tree->elements[i];
	struct gp_objects *o = &s->job->out;
	struct gp_buf *b = gp_obj_begin(o, s->elements[i]);
	uint32_t page = page_of(s->tree, e);

	/* No /Type: it may be left out, and there are very many of these. */
	gp_buf_puts(b, "<</S");
	gp_buf_puts(b, gp_tag_name(e->tag));
	gp_put_ref(b, "/P ",
	           e->parent == GP_NONE ? s->root : s->elements[e->parent]);
	if (page != GP_NONE)
		gp_put_ref(b, "/Pg ", s->job->pages + page);
	put_attributes(s, b, i);
	put_kids(s, b, e, page);
	gp_buf_puts(b, ">>");
	gp_obj_end(o);
}

/* ---- links ---- */

/* Bytes of an address, or of what tells of one, that each line has anew. */
enum { LONG = 1000 };

static void
put_address(struct gp_buf *b, const struct gp_target *to)
{
	gp_put_bytes(b, "<</S/URI/URI", to->uri);
	gp_buf_puts(b, ">>");
}

/* A long address, once for all the lines that its link stands on. */
static void
share_action(struct gp_post_job *p, size_t i)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_target *to = &t->targets[t->links[i].target];

	if (to->uri.n <= LONG ||
	    (i > 0 && t->links[i].target == t->links[i - 1].target))
		return;
	p->action = gp_obj_new(&p->out, 1);
	put_address(gp_obj_begin(&p->out, p->action), to);
	gp_obj_end(&p->out);
}

static void
put_action(const struct gp_post_job *p, struct gp_buf *b,
           const struct gp_target *to)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_place *place;

	if (to->place == GP_NONE && to->uri.n > LONG) {
		gp_put_ref(b, "/A ", p->action);
		return;
	}
	if (to->place == GP_NONE) {
		gp_buf_puts(b, "/A");
		put_address(b, to);
		return;
	}
	place = &t->places[to->place];
	if (place->page != GP_NONE)
		gp_put_goal(b, "/Dest", p->pages + place->page,
		            p->layout->flow->style->height, place->y);
}

static void
write_link(struct gp_post_job *p, size_t i)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_link_box *link = &t->links[i];
	const struct gp_target *to = &t->targets[link->target];
	gp_len box[4] = { link->left, link->top, link->right, link->bottom };
	struct gp_buf *b;

	share_action(p, i);
	b = gp_obj_begin(&p->out, p->links + (uint32_t)i);
	put_rectangle(p, b, "<</Type/Annot/Subtype/Link/Rect", box);
	gp_put_text(b, "/Border[0 0 0]/F 4/Contents",
	            gp_utf8_first(to->words, LONG));
	gp_put_int(b, "/StructParent ", (long long)(p->layout->n_pages + i));
	put_action(p, b, to);
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
}

/* Links are in the order of their pages. */
void
gp_post_annotations(struct gp_post_job *p, size_t page, size_t *next,
                    struct gp_buf *b)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	size_t i = *next;

	if (i == t->n_links || t->links[i].page != page)
		return;
	gp_buf_puts(b, "/Annots[");
	for (; i < t->n_links && t->links[i].page == page; i++)
		gp_put_ref(b, " ", p->links + (uint32_t)i);
	gp_buf_putc(b, ']');
	*next = i;
}

/* ---- from marks to their owners ---- */

static void
write_owners(const struct structure *s, uint32_t number,
             const struct gp_page *page)
{
	size_t end = page->first_leaf + page->n_leaves, i;
	struct gp_objects *o = &s->job->out;
	struct gp_buf *b = gp_obj_begin(o, number);

	gp_buf_putc(b, '[');
	for (i = page->first_leaf; i < end; i++)
		if (s->tree->leaves[i].element != GP_NONE)
			gp_put_ref(b, " ",
			           s->elements[s->tree->leaves[i].element]);
	gp_buf_putc(b, ']');
	gp_obj_end(o);
}

static uint32_t
write_parent_tree(const struct structure *s)
{
	struct gp_objects *o = &s->job->out;
	const struct gp_layout *l = s->job->layout;
	uint32_t number = gp_obj_new(o, 1), lists = gp_obj_new(o, l->n_pages);
	struct gp_buf *b;
	size_t i;

	for (i = 0; i < l->n_pages; i++)
		write_owners(s, lists + (uint32_t)i, &l->pages[i]);
	b = gp_obj_begin(o, number);
	gp_buf_puts(b, "<</Nums[");
	for (i = 0; i < l->n_pages; i++) {
		gp_put_int(b, " ", (long long)i);
		gp_put_ref(b, " ", lists + (uint32_t)i);
	}
	for (i = 0; i < s->tree->n_links; i++) {
		gp_put_int(b, " ", (long long)(l->n_pages + i));
		gp_put_ref(b, " ", s->elements[s->tree->links[i].element]);
	}
	gp_buf_puts(b, "]>>");
	gp_obj_end(o);
	return number;
}

/* Where each element that has a name is found (14.7.2); 0: none has one. */
static uint32_t
write_id_tree(const struct structure *s)
{
	struct gp_objects *o = &s->job->out;
	struct gp_buf *b = NULL;
	uint32_t number = 0, i;

	for (i = 0; i < s->tree->n_elements; i++) {
		const struct gp_element *e = &s->tree->elements[i];

		if (!e->attached || e->tag != GP_TAG_NOTE)
			continue;
		if (!b) {
			number = gp_obj_new(o, 1);
			b = gp_obj_begin(o, number);
			gp_buf_puts(b, "<</Names[");
		}
		put_note_id(b, "", i);
		gp_put_ref(b, " ", s->elements[i]);
	}
	if (b) {
		gp_buf_puts(b, "]>>");
		gp_obj_end(o);
	}
	return number;
}

static void
write_root(const struct structure *s, uint32_t parents, uint32_t names)
{
	struct gp_objects *o = &s->job->out;
	struct gp_buf *b = gp_obj_begin(o, s->root);

	gp_put_ref(b, "<</Type/StructTreeRoot/K ", s->elements[0]);
	gp_put_ref(b, "/ParentTree ", parents);
	gp_put_int(b, "/ParentTreeNextKey ",
	           (long long)(s->job->layout->n_pages + s->tree->n_links));
	if (names)
		gp_put_ref(b, "/IDTree ", names);
	gp_buf_puts(b, ">>");
	gp_obj_end(o);
	gp_put_ref(&s->job->catalogue, "/StructTreeRoot ", s->root);
}

void
gp_post_structure(struct gp_post_job *p)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	struct structure s = { .job = p, .tree = t };
	size_t i;

	s.root = gp_obj_new(&p->out, 1);
	s.elements =
		gp_arena_array(p->arena, t->n_elements + 1, sizeof *s.elements);
	if (!s.elements)
		return;
	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].attached)
			s.elements[i] = gp_obj_new(&p->out, 1);
	for (i = 0; i < t->n_links; i++)
		write_link(p, i);
	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].attached)
			write_element(&s, (uint32_t)i);
	write_root(&s, write_parent_tree(&s), write_id_tree(&s));
}
