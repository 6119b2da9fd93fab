/*
 * The logical side of the digest: what a reader that cannot see the page is
 * told.  Elements (headings, paragraphs, lists ...), which marked pieces of
 * which page they own, links, the outline and page labels.
 *
 * Elements are attached to their parent when their first content is placed, so
 * that the order of the tree is the order of reading.  Knows nothing of how
 * things look.
 */
#ifndef GP_TYPESET_COMPOSE_LOGICAL_TREE_H
#define GP_TYPESET_COMPOSE_LOGICAL_TREE_H

#include "base/arena.h"
#include "typeset/lines/para.h"

enum gp_tag {
#define GP_TAG(tag, name) tag,
#include "typeset/compose/tags.def"
#undef GP_TAG
	GP_TAG_COUNT,
};

/* The name of a structure type, "/P". */
const char *
gp_tag_name(enum gp_tag tag);

enum gp_kid_kind { GP_KID_ELEMENT, GP_KID_LEAF, GP_KID_LINK };

/* A child of an element, in reading order. */
struct gp_kid {
	enum gp_kid_kind kind;
	uint32_t index; /* into the rows of its kind */
	uint32_t next;  /* into kids; GP_NONE: the last */
};

struct gp_element {
	enum gp_tag tag;
	uint32_t parent; /* GP_NONE: the root */
	uint32_t first_kid, last_kid;
	bool attached;
	const char *numbering; /* list: how its labels count, as PDF names it;
	                          NULL: they are bullets */
	struct gp_str alt;     /* words for what is no text */
	struct gp_str lang;    /* when it differs from the parent's */
	int columns, rows;     /* cell: spans; 0: 1 */
	gp_len left, top, right, bottom; /* figure: from the page's top left */
	char scope; /* head cell: 'c' of its column, 'r' of its row */
	enum gp_word_line line; /* span */
	struct gp_str actual;   /* span: what is read for its one piece, where
	                           that is more than its letters; "" else */
};

/* What is drawn but not read. */
enum gp_artifact { GP_ARTIFACT_HEADER, GP_ARTIFACT_FOOTER, GP_ARTIFACT_LAYOUT };

/* A marked piece of a page's content. */
struct gp_leaf {
	uint32_t page;
	uint32_t element; /* GP_NONE: an artifact */
	enum gp_artifact artifact;
	bool picture;  /* an image, which cairo does not mark */
	uint32_t mark; /* the number of the mark on its page */
};

/* Where a link goes: an address, or a place of the digest. */
struct gp_target {
	struct gp_str uri;   /* "" : a place */
	uint32_t place;      /* GP_NONE: an address */
	uint32_t here;       /* the place that comes to lie where the link's
	                        first box does; GP_NONE: none */
	struct gp_str words; /* what it is, for a reader */
};

/* One box that can be pressed. */
struct gp_link_box {
	uint32_t page, element, target;
	gp_len left, top, right, bottom; /* from the page's top left */
};

/* An entry of the outline, and a place that links go to. */
struct gp_place {
	struct gp_str title;
	unsigned level; /* 1: top; 0: only a place */
	uint32_t page;  /* GP_NONE: not placed */
	gp_len y;       /* from the page's top */
	uint32_t next;  /* one that comes to lie there too; GP_NONE: none */
};

struct gp_tree {
	struct gp_arena *arena;
	struct gp_element *elements;
	size_t n_elements, cap_elements;
	struct gp_kid *kids;
	size_t n_kids, cap_kids;
	struct gp_leaf *leaves; /* in the order they are drawn */
	size_t n_leaves, cap_leaves;
	struct gp_link_box *links;
	size_t n_links, cap_links;
	struct gp_target *targets;
	size_t n_targets, cap_targets;
	struct gp_place *places;
	size_t n_places, cap_places;
};

/* All of these keep failures in the arena and then return GP_NONE. */

/* A new element; it is in the tree once it has content. */
uint32_t
gp_tree_element(struct gp_tree *t, uint32_t parent, enum gp_tag tag);
/* Puts an element in the tree though it has no content (yet). */
void
gp_tree_attach(struct gp_tree *t, uint32_t element);
/* The next marked piece of a page, owned by an element. */
void
gp_tree_leaf(struct gp_tree *t, uint32_t page, uint32_t element);
/* The next marked piece of a page, owned by nobody. */
void
gp_tree_artifact(struct gp_tree *t, uint32_t page, enum gp_artifact kind);
/* A box that can be pressed, owned by a link element. */
void
gp_tree_link(struct gp_tree *t, const struct gp_link_box *box);
/* Somewhere to go; `to` is copied, its strings are not. */
uint32_t
gp_tree_target(struct gp_tree *t, const struct gp_target *to);
/* Once all is placed: no heading is more than one level below the one before
   it, whatever was asked for. */
void
gp_tree_mend_headings(struct gp_tree *t);
/* A place that is not yet on a page. */
uint32_t
gp_tree_place(struct gp_tree *t, unsigned level, struct gp_str title);

#endif
