/* Elements, marked pieces, links and places as rows of growing tables that
   refer to each other by number.  An element goes into the tree when its
   first piece is placed, with all that it stands in; headings are mended at
   the end, when the order of reading is known.  It knows no glyph and no PDF
   object. */
#include "typeset/compose/logical_tree.h"

#include "base/vec.h"

static const char *const names[] = {
#define GP_TAG(tag, name) [tag] = (name),
#include "typeset/compose/tags.def"
#undef GP_TAG
};

const char *
gp_tag_name(enum gp_tag tag)
{
	return names[tag];
}

uint32_t
gp_tree_element(struct gp_tree *t, uint32_t parent, enum gp_tag tag)
{
	if (!GP_VEC_FIT(t->arena, t->elements, t->n_elements + 1,
	                t->cap_elements))
		return GP_NONE;
	t->elements[t->n_elements] = (struct gp_element){
		.tag = tag,
		.parent = parent,
		.first_kid = GP_NONE,
		.last_kid = GP_NONE,
	};
	return (uint32_t)t->n_elements++;
}

static void
add_kid(struct gp_tree *t, uint32_t element, enum gp_kid_kind kind,
        size_t index)
{
	struct gp_element *e = &t->elements[element];

	if (!GP_VEC_FIT(t->arena, t->kids, t->n_kids + 1, t->cap_kids))
		return;
	t->kids[t->n_kids] = (struct gp_kid){ kind, (uint32_t)index, GP_NONE };
	if (e->last_kid == GP_NONE)
		e->first_kid = (uint32_t)t->n_kids;
	else
		t->kids[e->last_kid].next = (uint32_t)t->n_kids;
	e->last_kid = (uint32_t)t->n_kids++;
}

void
gp_tree_attach(struct gp_tree *t, uint32_t element)
{
	/* Upwards until an element that is in the tree: each is attached
	   once, so that the whole costs what the tree holds. */
	while (element != GP_NONE && !t->elements[element].attached) {
		struct gp_element *e = &t->elements[element];

		e->attached = true;
		if (e->parent != GP_NONE)
			add_kid(t, e->parent, GP_KID_ELEMENT, element);
		element = e->parent;
	}
}

static void
add_leaf(struct gp_tree *t, const struct gp_leaf *leaf)
{
	struct gp_leaf *row =
		GP_VEC_ADD(t->arena, t->leaves, t->n_leaves, t->cap_leaves);

	if (row)
		*row = *leaf;
}

void
gp_tree_leaf(struct gp_tree *t, uint32_t page, uint32_t element)
{
	if (element == GP_NONE)
		return;
	gp_tree_attach(t, element);
	add_kid(t, element, GP_KID_LEAF, t->n_leaves);
	add_leaf(t, &(struct gp_leaf){ .page = page, .element = element });
}

void
gp_tree_artifact(struct gp_tree *t, uint32_t page, enum gp_artifact kind)
{
	add_leaf(t, &(struct gp_leaf){
			    .page = page,
			    .element = GP_NONE,
			    .artifact = kind,
		    });
}

void
gp_tree_link(struct gp_tree *t, const struct gp_link_box *box)
{
	if (box->element == GP_NONE ||
	    !GP_VEC_FIT(t->arena, t->links, t->n_links + 1, t->cap_links))
		return;
	t->links[t->n_links] = *box;
	gp_tree_attach(t, box->element);
	add_kid(t, box->element, GP_KID_LINK, t->n_links++);
}

uint32_t
gp_tree_place(struct gp_tree *t, unsigned level, struct gp_str title)
{
	if (!GP_VEC_FIT(t->arena, t->places, t->n_places + 1, t->cap_places))
		return GP_NONE;
	t->places[t->n_places] = (struct gp_place){
		.title = title,
		.level = level,
		.page = GP_NONE,
		.next = GP_NONE,
	};
	return (uint32_t)t->n_places++;
}

uint32_t
gp_tree_target(struct gp_tree *t, const struct gp_target *to)
{
	if (!GP_VEC_FIT(t->arena, t->targets, t->n_targets + 1, t->cap_targets))
		return GP_NONE;
	t->targets[t->n_targets] = *to;
	return (uint32_t)t->n_targets++;
}

void
gp_tree_mend_headings(struct gp_tree *t)
{
	int last = GP_TAG_H1 - 1;
	uint32_t before = GP_NONE;
	size_t i;

	for (i = 0; i < t->n_leaves; i++) {
		uint32_t at = t->leaves[i].element;
		struct gp_element *e = at == GP_NONE ? NULL : &t->elements[at];

		if (!e || at == before || e->tag < GP_TAG_H1 ||
		    e->tag > GP_TAG_H6)
			continue;
		if ((int)e->tag > last + 1)
			e->tag = (enum gp_tag)(last + 1);
		last = (int)e->tag;
		before = at;
	}
}
