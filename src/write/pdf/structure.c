/* The structure tree of the file (ISO 32000-1, 14.7), the tree from marks back
   to their owners, and the links. */
#include "write/pdf/postjob.h"

#include <stdio.h>

/* ---- elements ---- */

static qpdf_oh
attribute(struct gp_objects *o, const char *owner, const char *key,
          qpdf_oh value)
{
	qpdf_oh dict = gp_obj_dict(o);

	gp_obj_set(o, dict, "/O", gp_obj_name(o, owner));
	gp_obj_set(o, dict, key, value);
	return dict;
}

static void
set_table_attributes(struct gp_objects *o, const struct gp_element *e,
                     qpdf_oh dict)
{
	qpdf_oh a;

	if (!e->scope && e->columns <= 1 && e->rows <= 1)
		return;
	a = gp_obj_dict(o);
	gp_obj_set(o, a, "/O", gp_obj_name(o, "/Table"));
	if (e->scope)
		gp_obj_set(
			o, a, "/Scope",
			gp_obj_name(o, e->scope == 'c' ? "/Column" : "/Row"));
	if (e->columns > 1)
		gp_obj_set(o, a, "/ColSpan", gp_obj_int(o, e->columns));
	if (e->rows > 1)
		gp_obj_set(o, a, "/RowSpan", gp_obj_int(o, e->rows));
	gp_obj_set(o, dict, "/A", a);
}

/* A name that no other note has (ISO 14289-1, 7.9); in the order of the
   elements, names are in the order of their bytes. */
static qpdf_oh
note_id(struct gp_post_job *p, const struct gp_element *e)
{
	char name[32];

	(void)snprintf(name, sizeof name, "note-%08zu",
	               (size_t)(e - p->layout->flow->tree.elements));
	return gp_obj_bytes(&p->objects, name);
}

/* Where each element that has a name is found (ISO 32000-1, 14.7.2). */
static void
set_id_tree(struct gp_post_job *p, qpdf_oh tree_root)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	qpdf_oh names = gp_obj_array(o), dict = gp_obj_dict(o);
	bool any = false;
	size_t i;

	for (i = 0; i < t->n_elements; i++) {
		const struct gp_element *e = &t->elements[i];

		if (!e->attached || e->tag != GP_TAG_NOTE)
			continue;
		gp_obj_add(o, names, note_id(p, e));
		gp_obj_add(o, names, gp_obj_ref(o, p->elements[i]));
		any = true;
	}
	gp_obj_set(o, dict, "/Names", names);
	if (any)
		gp_obj_set(o, tree_root, "/IDTree", gp_obj_indirect(o, dict));
	else
		gp_obj_release(o, dict);
}

static qpdf_oh
rectangle(struct gp_post_job *p, gp_len left, gp_len top, gp_len right,
          gp_len bottom)
{
	struct gp_objects *o = &p->objects;
	gp_len height = p->layout->flow->style->height;
	qpdf_oh r = gp_obj_array(o);

	gp_obj_add(o, r, gp_obj_length(o, left));
	gp_obj_add(o, r, gp_obj_length(o, height - bottom));
	gp_obj_add(o, r, gp_obj_length(o, right));
	gp_obj_add(o, r, gp_obj_length(o, height - top));
	return r;
}

static qpdf_oh
figure_attributes(struct gp_post_job *p, const struct gp_element *e)
{
	struct gp_objects *o = &p->objects;
	qpdf_oh a =
		attribute(o, "/Layout", "/BBox",
	                  rectangle(p, e->left, e->top, e->right, e->bottom));

	gp_obj_set(o, a, "/Placement", gp_obj_name(o, "/Block"));
	return a;
}

static void
set_attributes(struct gp_post_job *p, const struct gp_element *e, qpdf_oh dict)
{
	struct gp_objects *o = &p->objects;

	if (e->tag == GP_TAG_NOTE)
		gp_obj_set(o, dict, "/ID", note_id(p, e));
	if (e->alt.n)
		gp_obj_set(o, dict, "/Alt", gp_obj_text(o, e->alt));
	if (e->lang.n)
		gp_obj_set(o, dict, "/Lang", gp_obj_text(o, e->lang));
	if (e->tag == GP_TAG_L)
		gp_obj_set(o, dict, "/A",
		           attribute(o, "/List", "/ListNumbering",
		                     gp_obj_name(o, e->numbered ? "/Decimal"
		                                                : "/Disc")));
	if (e->tag == GP_TAG_FIGURE && e->right > e->left)
		gp_obj_set(o, dict, "/A", figure_attributes(p, e));
	set_table_attributes(o, e, dict);
}

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

static qpdf_oh
leaf_kid(struct gp_post_job *p, const struct gp_leaf *leaf, uint32_t page)
{
	struct gp_objects *o = &p->objects;
	qpdf_oh dict;

	if (leaf->page == page)
		return gp_obj_int(o, leaf->mark);
	dict = gp_obj_dict(o);
	gp_obj_set(o, dict, "/Type", gp_obj_name(o, "/MCR"));
	gp_obj_set(o, dict, "/Pg", gp_obj_ref(o, p->pages[leaf->page]));
	gp_obj_set(o, dict, "/MCID", gp_obj_int(o, leaf->mark));
	return dict;
}

static qpdf_oh
link_kid(struct gp_post_job *p, const struct gp_link_box *link,
         qpdf_oh annotation)
{
	struct gp_objects *o = &p->objects;
	qpdf_oh dict = gp_obj_dict(o);

	gp_obj_set(o, dict, "/Type", gp_obj_name(o, "/OBJR"));
	gp_obj_set(o, dict, "/Pg", gp_obj_ref(o, p->pages[link->page]));
	gp_obj_set(o, dict, "/Obj", gp_obj_ref(o, annotation));
	return dict;
}

/* One object for all elements of a type. */
static qpdf_oh
tag_name(struct gp_post_job *p, enum gp_tag tag)
{
	struct gp_objects *o = &p->objects;

	if (!p->names[tag])
		p->names[tag] = gp_obj_name(o, gp_tag_name(tag));
	return gp_obj_ref(o, p->names[tag]);
}

static qpdf_oh
kid(struct gp_post_job *p, const struct gp_kid *k, uint32_t page,
    const qpdf_oh *annotations)
{
	const struct gp_tree *t = &p->layout->flow->tree;

	if (k->kind == GP_KID_ELEMENT)
		return gp_obj_ref(&p->objects, p->elements[k->index]);
	if (k->kind == GP_KID_LEAF)
		return leaf_kid(p, &t->leaves[k->index], page);
	return link_kid(p, &t->links[k->index], annotations[k->index]);
}

/* The children; of one alone no array is made. */
static qpdf_oh
all_kids(struct gp_post_job *p, const struct gp_element *e, uint32_t page,
         const qpdf_oh *annotations)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	qpdf_oh kids;
	uint32_t k;

	if (e->first_kid != GP_NONE && e->first_kid == e->last_kid)
		return kid(p, &t->kids[e->first_kid], page, annotations);
	kids = gp_obj_array(&p->objects);
	for (k = e->first_kid; k != GP_NONE; k = t->kids[k].next)
		gp_obj_add(&p->objects, kids,
		           kid(p, &t->kids[k], page, annotations));
	return kids;
}

static void
fill_element(struct gp_post_job *p, uint32_t i, const qpdf_oh *annotations,
             qpdf_oh tree_root)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_element *e = &t->elements[i];
	qpdf_oh dict = p->elements[i];
	uint32_t page = page_of(t, e);

	/* No /Type: it may be left out, and there are very many of these. */
	gp_obj_set(o, dict, "/S", tag_name(p, e->tag));
	gp_obj_set(o, dict, "/P",
	           gp_obj_ref(o, e->parent == GP_NONE
	                                 ? tree_root
	                                 : p->elements[e->parent]));
	if (page != GP_NONE)
		gp_obj_set(o, dict, "/Pg", gp_obj_ref(o, p->pages[page]));
	set_attributes(p, e, dict);
	gp_obj_set(o, dict, "/K", all_kids(p, e, page, annotations));
}

/* ---- links ---- */

static void
set_action(struct gp_post_job *p, const struct gp_target *to, qpdf_oh dict)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	qpdf_oh action;

	if (to->place == GP_NONE) {
		action = gp_obj_dict(o);
		gp_obj_set(o, action, "/S", gp_obj_name(o, "/URI"));
		gp_obj_set(o, action, "/URI", gp_obj_bytes(o, to->uri.p));
		gp_obj_set(o, dict, "/A", action);
		return;
	}
	if (t->places[to->place].page != GP_NONE)
		gp_obj_set(o, dict, "/Dest",
		           gp_obj_goal(o, p->pages[t->places[to->place].page],
		                       p->layout->flow->style->height,
		                       t->places[to->place].y));
}

static qpdf_oh
make_annotation(struct gp_post_job *p, const struct gp_link_box *link,
                uint32_t number)
{
	struct gp_objects *o = &p->objects;
	const struct gp_target *to =
		&p->layout->flow->tree.targets[link->target];
	qpdf_oh dict = gp_obj_dict(o), border = gp_obj_array(o);
	int i;

	for (i = 0; i < 3; i++)
		gp_obj_add(o, border, gp_obj_int(o, 0));
	gp_obj_set(o, dict, "/Type", gp_obj_name(o, "/Annot"));
	gp_obj_set(o, dict, "/Subtype", gp_obj_name(o, "/Link"));
	gp_obj_set(
		o, dict, "/Rect",
		rectangle(p, link->left, link->top, link->right, link->bottom));
	gp_obj_set(o, dict, "/Border", border);
	gp_obj_set(o, dict, "/F", gp_obj_int(o, 4));
	gp_obj_set(o, dict, "/Contents", gp_obj_text(o, to->words));
	gp_obj_set(o, dict, "/StructParent", gp_obj_int(o, number));
	set_action(p, to, dict);
	return gp_obj_indirect(o, dict);
}

/* Every link of the tree, in the order of its pages. */
static void
set_annotations(struct gp_post_job *p, qpdf_oh *annotations)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	size_t n_pages = p->layout->n_pages, i = 0, page;

	for (page = 0; page < n_pages; page++) {
		qpdf_oh list;

		qpdf_oh_remove_key(o->file, p->pages[page], "/Annots");
		if (i == t->n_links || t->links[i].page != page)
			continue;
		list = gp_obj_array(o);
		for (; i < t->n_links && t->links[i].page == page; i++) {
			annotations[i] = make_annotation(
				p, &t->links[i], (uint32_t)(n_pages + i));
			gp_obj_add(o, list, gp_obj_ref(o, annotations[i]));
		}
		gp_obj_set(o, p->pages[page], "/Annots", list);
	}
}

/* ---- from marks to their owners ---- */

static qpdf_oh
owners_of_page(struct gp_post_job *p, const struct gp_page *page)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	size_t end = page->first_leaf + page->n_leaves, i;
	qpdf_oh list = gp_obj_array(o);

	for (i = page->first_leaf; i < end; i++)
		if (t->leaves[i].element != GP_NONE)
			gp_obj_add(
				o, list,
				gp_obj_ref(o,
			                   p->elements[t->leaves[i].element]));
	return gp_obj_indirect(o, list);
}

static void
set_parent_tree(struct gp_post_job *p, qpdf_oh tree_root)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	size_t n_pages = p->layout->n_pages, i;
	qpdf_oh numbers = gp_obj_array(o), dict = gp_obj_dict(o);

	for (i = 0; i < n_pages; i++) {
		gp_obj_add(o, numbers, gp_obj_int(o, (long long)i));
		gp_obj_add(o, numbers, owners_of_page(p, &p->layout->pages[i]));
		gp_obj_set(o, p->pages[i], "/StructParents",
		           gp_obj_int(o, (long long)i));
		gp_obj_set(o, p->pages[i], "/Tabs", gp_obj_name(o, "/S"));
	}
	for (i = 0; i < t->n_links; i++) {
		gp_obj_add(o, numbers, gp_obj_int(o, (long long)(n_pages + i)));
		gp_obj_add(o, numbers,
		           gp_obj_ref(o, p->elements[t->links[i].element]));
	}
	gp_obj_set(o, dict, "/Nums", numbers);
	gp_obj_set(o, tree_root, "/ParentTree", gp_obj_indirect(o, dict));
	gp_obj_set(o, tree_root, "/ParentTreeNextKey",
	           gp_obj_int(o, (long long)(n_pages + t->n_links)));
}

void
gp_post_structure(struct gp_post_job *p)
{
	struct gp_objects *o = &p->objects;
	const struct gp_tree *t = &p->layout->flow->tree;
	qpdf_oh *annotations =
		gp_arena_array(p->arena, t->n_links + 1, sizeof *annotations);
	qpdf_oh tree_root = gp_obj_indirect(o, gp_obj_dict(o));
	uint32_t i;

	p->elements = gp_arena_array(p->arena, t->n_elements + 1,
	                             sizeof *p->elements);
	if (!annotations || !p->elements)
		return;
	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].attached)
			p->elements[i] = gp_obj_indirect(o, gp_obj_dict(o));
	set_annotations(p, annotations);
	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].attached)
			fill_element(p, i, annotations, tree_root);
	set_parent_tree(p, tree_root);
	set_id_tree(p, tree_root);
	gp_obj_set(o, tree_root, "/Type", gp_obj_name(o, "/StructTreeRoot"));
	gp_obj_set(o, tree_root, "/K", gp_obj_ref(o, p->elements[0]));
	gp_obj_set(o, p->root, "/StructTreeRoot", tree_root);
}
