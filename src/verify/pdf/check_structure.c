/* The structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): elements,
   the content they hold, and the parent tree that leads back.  Whether an
   element's kind fits its words, no program can tell. */
#include "verify/pdf/foreign_pdf.h"

enum { MAX_ROLE_HOPS = 8 };

static const char standard[] =
	"Document Part Art Sect Div BlockQuote Caption TOC TOCI Index "
	"NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD "
	"THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
	"Ruby RB RT RP Warichu WT WP Figure Formula Form";

struct element {
	struct gp_pdf_value *dict, *kid;
	struct gp_str role;
	bool has_objr;
};

struct walk {
	struct gp_pdf *p;
	struct gp_pdf_value *roles; /* RoleMap */
	struct element path[GP_MAX_PDF_TREE];
	size_t depth;
	int heading;
};

static void
found(struct walk *w, enum gp_check_id id, const struct gp_pdf_value *dict,
      const char *why)
{
	gp_pdf_found(w->p, id, dict->number, "%s", why);
}

/* ---- one element ---- */

static struct gp_str
role_of(struct walk *w, struct gp_pdf_value *dict)
{
	struct gp_str role = gp_pdf_name(gp_pdf_find(w->p, dict, "S"));
	int hops = 0;

	while (role.n && !gp_is_word_of(role, standard) &&
	       hops++ < MAX_ROLE_HOPS)
		role = gp_pdf_name(gp_pdf_named(w->p, w->roles, role));
	if (!gp_is_word_of(role, standard))
		found(w, GP_CHECK_PDF_ROLE, dict,
		      "the element's type is not standard and not mapped");
	return role;
}

static bool
has_text(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	return gp_pdf_string(gp_pdf_find(p, dict, key)).n > 0;
}

/* A header cell's scope is in one of its attribute dictionaries. */
static bool
has_scope(struct gp_pdf *p, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *a = gp_pdf_find(p, dict, "A");

	if (gp_pdf_is_dict(a))
		return gp_pdf_name(gp_pdf_find(p, a, "Scope")).n;
	for (a = gp_pdf_items(a); a; a = gp_pdf_next(p, a))
		if (gp_pdf_name(gp_pdf_find(p, gp_pdf_follow(p, a), "Scope")).n)
			return true;
	return has_text(p, dict, "ID");
}

static void
check_heading(struct walk *w, struct gp_pdf_value *dict, struct gp_str role)
{
	int level;

	if (role.n != 2 || role.p[0] != 'H' || !gp_is_digit(role.p[1]))
		return;
	level = role.p[1] - '0';
	if (level > w->heading + 1)
		found(w, GP_CHECK_PDF_HEADING, dict,
		      "the heading is more than one level below the one "
		      "before it");
	w->heading = level;
}

/* What may stand only in certain elements (14.8.4.3). */
static const struct {
	const char *role, *parents;
} places[] = {
	{ "TR", "Table THead TBody TFoot" },
	{ "TH", "TR" },
	{ "TD", "TR" },
	{ "THead", "Table" },
	{ "TBody", "Table" },
	{ "TFoot", "Table" },
	{ "LI", "L" },
	{ "LBody", "LI" },
	{ "TOCI", "TOC" },
};

/* What certain elements hold, and nothing else (14.8.4.3). */
static const struct {
	const char *parent, *roles;
} contents[] = {
	{ "Table", "TR THead TBody TFoot Caption" },
	{ "TR", "TH TD" },
	{ "L", "L LI Caption" },
	{ "LI", "Lbl LBody" },
};

static void
check_nesting(struct walk *w, struct gp_pdf_value *dict, struct gp_str role)
{
	struct gp_str parent = { NULL, 0 };
	size_t i;

	if (w->depth > 0)
		parent = w->path[w->depth - 1].role;
	for (i = 0; i < sizeof places / sizeof places[0]; i++)
		if (gp_str_eq(role, gp_str(places[i].role)) &&
		    !gp_is_word_of(parent, places[i].parents))
			found(w, GP_CHECK_PDF_NESTING, dict,
			      "the element may not stand in its parent");
	for (i = 0; i < sizeof contents / sizeof contents[0]; i++)
		if (gp_str_eq(parent, gp_str(contents[i].parent)) &&
		    !gp_is_word_of(role, contents[i].roles))
			found(w, GP_CHECK_PDF_NESTING, dict,
			      "its parent may not hold such an element");
}

static void
check_element(struct walk *w, struct gp_pdf_value *dict, struct gp_str role)
{
	struct gp_pdf *p = w->p;

	check_heading(w, dict, role);
	check_nesting(w, dict, role);
	if ((gp_str_eq(role, GP_STR("Figure")) ||
	     gp_str_eq(role, GP_STR("Formula"))) &&
	    !has_text(p, dict, "Alt") && !has_text(p, dict, "ActualText"))
		found(w, GP_CHECK_PDF_ALT, dict,
		      "the element has no alternative text");
	if (gp_str_eq(role, GP_STR("TH")) && !has_scope(p, dict))
		found(w, GP_CHECK_PDF_SCOPE, dict,
		      "the header cell has no scope");
}

/* ---- what it holds ---- */

/* Content of another stream than the page's is the stream's affair. */
static void
take_mark(struct walk *w, struct element *e, struct gp_pdf_value *page_ref,
          int64_t mcid)
{
	struct gp_pdf_page *page = gp_pdf_page_of(w->p, gp_pdf_ref(page_ref));
	struct gp_pdf_mark *mark = NULL;

	if (page && mcid >= 0 && (uint64_t)mcid < page->n_marks)
		mark = &page->marks[mcid];
	if (!mark || !mark->uses) {
		found(w, GP_CHECK_PDF_MCID, e->dict,
		      "the element's content is not on its page");
		return;
	}
	if (mark->element)
		found(w, GP_CHECK_PDF_MCID, e->dict,
		      "the element's content belongs to another element too");
	mark->element = e->dict->number;
}

static void
take_object(struct walk *w, struct element *e, struct gp_pdf_value *kid)
{
	unsigned number = gp_pdf_ref(gp_pdf_raw(w->p, kid, "Obj"));
	struct gp_pdf_row *row = gp_pdf_row_of(w->p, number);

	e->has_objr = true;
	if (row)
		row->element = e->dict->number;
}

static void
leave(struct walk *w, const struct element *e)
{
	if (gp_str_eq(e->role, GP_STR("Link")) && !e->has_objr)
		found(w, GP_CHECK_PDF_LINK, e->dict,
		      "the Link element holds no annotation");
}

static struct gp_pdf_value *
first_kid(struct gp_pdf *p, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *raw = gp_pdf_raw(p, dict, "K");
	struct gp_pdf_value *v = gp_pdf_follow(p, raw), *copy;

	if (gp_pdf_is_array(v))
		return gp_pdf_first_look(v) ? gp_pdf_items(v) : NULL;
	if (!v)
		return NULL;
	copy = gp_arena_alloc(p->in->arena, sizeof *copy);
	if (copy) {
		*copy = *raw;
		copy->next = NULL;
	}
	return copy;
}

static void
enter(struct walk *w, struct gp_pdf_value *dict, unsigned parent)
{
	struct gp_pdf *p = w->p;
	struct element *e = &w->path[w->depth];

	if (dict->number == 0 || !gp_pdf_first_look(dict)) {
		found(w, GP_CHECK_PDF_STRUCT, dict,
		      "an element is in the tree twice, or is no object of its "
		      "own");
		return;
	}
	if (gp_pdf_ref(gp_pdf_raw(p, dict, "P")) != parent)
		found(w, GP_CHECK_PDF_STRUCT, dict,
		      "the element does not know its parent");
	if (w->depth == GP_MAX_PDF_TREE - 1) {
		found(w, GP_CHECK_PDF_STRUCT, dict, "the tree is too deep");
		return;
	}
	*e = (struct element){ .dict = dict, .role = role_of(w, dict) };
	check_element(w, dict, e->role);
	e->kid = first_kid(p, dict);
	w->depth++;
}

static void
take_kid(struct walk *w, struct element *e)
{
	struct gp_pdf *p = w->p;
	struct gp_pdf_value *kid = gp_pdf_follow(p, e->kid), *type;
	struct gp_pdf_value *page = gp_pdf_raw(p, e->dict, "Pg");

	e->kid = gp_pdf_next(p, e->kid);
	if (kid && kid->type == GP_PDF_INT) {
		take_mark(w, e, page, kid->as.integer);
		return;
	}
	type = gp_pdf_find(p, kid, "Type");
	if (gp_pdf_is_name(type, "MCR")) {
		if (gp_pdf_raw(p, kid, "Pg"))
			page = gp_pdf_raw(p, kid, "Pg");
		if (!gp_pdf_raw(p, kid, "Stm"))
			take_mark(w, e, page,
			          gp_pdf_int(gp_pdf_find(p, kid, "MCID")));
	} else if (gp_pdf_is_name(type, "OBJR")) {
		take_object(w, e, kid);
	} else if (gp_pdf_is_dict(kid)) {
		enter(w, kid, e->dict->number);
	} else {
		found(w, GP_CHECK_PDF_STRUCT, e->dict,
		      "a kid of the element is not there");
	}
}

/* ---- the parent tree, a number tree (7.9.7) ---- */

static void
take_number(struct gp_pdf *p, struct gp_pdf_value *key,
            struct gp_pdf_value *value)
{
	if (gp_pdf_int(key) >= 0)
		gp_map_put(&p->parent_of, gp_pdf_key(&key->as.integer), value);
}

/* What each page's row of the parent tree says, against what the elements
   say; and content that no element holds. */
static void
check_page(struct gp_pdf *p, const struct gp_pdf_page *page)
{
	struct gp_pdf_value *row = NULL, *v;
	size_t i;

	if (page->parents >= 0)
		row = gp_pdf_follow(p, gp_map_find(&p->parent_of,
		                                   gp_pdf_key(&page->parents)));
	v = gp_pdf_is_array(row) ? gp_pdf_items(row) : NULL;
	for (i = 0; i < page->n_marks; i++, v = v ? gp_pdf_next(p, v) : NULL) {
		if (!page->marks[i].uses)
			continue;
		if (!page->marks[i].element)
			gp_pdf_found(p, GP_CHECK_PDF_MCID, page->number,
			             "MCID %zu of the page is in no element",
			             i);
		else if (gp_pdf_ref(v) != page->marks[i].element)
			gp_pdf_found(p, GP_CHECK_PDF_PARENT_TREE, page->number,
			             "the parent tree does not lead from MCID "
			             "%zu to object %u",
			             i, page->marks[i].element);
	}
}

static void
walk_from(struct walk *w, struct gp_pdf_value *dict, unsigned root)
{
	struct element *top;

	enter(w, dict, root);
	while (w->depth > 0) {
		top = &w->path[w->depth - 1];
		if (top->kid) {
			take_kid(w, top);
		} else {
			leave(w, top);
			w->depth--;
		}
	}
}

void
gp_pdf_structure(struct gp_pdf *p)
{
	struct gp_pdf_value *root, *kid, *dict;
	struct walk *w = gp_arena_alloc(p->in->arena, sizeof *w);
	size_t i;

	root = gp_pdf_find(p, p->catalog, "StructTreeRoot");
	if (!gp_pdf_is_dict(root)) {
		gp_found(p->in, GP_CHECK_PDF_STRUCT, NULL, 0,
		         "there is no structure tree");
		return;
	}
	if (!w)
		return;
	w->p = p;
	w->roles = gp_pdf_find(p, root, "RoleMap");
	gp_pdf_each_pair(p, gp_pdf_find(p, root, "ParentTree"), "Nums",
	                 take_number);
	for (kid = first_kid(p, root); kid && p->in->err->code == GP_OK;
	     kid = gp_pdf_next(p, kid)) {
		dict = gp_pdf_follow(p, kid);
		if (gp_pdf_is_dict(dict))
			walk_from(w, dict, root->number);
	}
	for (i = 0; i < p->n_pages; i++)
		check_page(p, &p->pages[i]);
}
