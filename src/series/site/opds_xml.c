/* OPDS 1.2 (specs.opds.io/opds-1.2) over Atom (RFC 4287), with the day, the
   language and the publisher in DCMI terms.  It has no element for a series:
   schema:Series is what libraries' catalogues carry (Palace; read by
   opds-feed-parser), and others pass over it.  No instruction, no comment, no
   element without text or an attribute: KOReader stops at each of them (its
   issues 9372 and 7899). */
#include "series/site/opds_write.h"

#include "write/atom/atom_elements.h"

#include <stdio.h>

#define CATALOGUE "application/atom+xml;profile=opds-catalog;kind="

static const char acquisition[] = CATALOGUE "acquisition";
static const char navigation[] = CATALOGUE "navigation";

static void
page_link(struct gp_arena *a, const struct gp_opds_page *p, struct gp_xml *x,
          const char *rel, bool is_navigation, struct gp_str page)
{
	gp_atom_link(x, rel, is_navigation ? navigation : acquisition,
	             gp_opds_address(a, p->head, page, ".xml"));
}

static void
page_links(struct gp_arena *a, const struct gp_opds_page *p, struct gp_xml *x)
{
	static const struct gp_str index = { GP_OPDS_INDEX, 5 };

	page_link(a, p, x, "self", p->is_navigation, p->name);
	page_link(a, p, x, "start", true, index);
	if (!gp_str_eq(p->name, index))
		page_link(a, p, x, "up", true, index);
	if (p->next.n)
		page_link(a, p, x, "next", p->is_navigation, p->next);
}

/* ---- books ---- */

static void
file_link(struct gp_xml *x, const struct gp_opds_link *l)
{
	char length[24];

	if (l->href.n == 0)
		return;
	(void)snprintf(length, sizeof length, "%ld", l->bytes);
	gp_xml_open(x, "link");
	gp_xml_attrz(x, "rel", l->rel);
	gp_xml_attr(x, "type", l->type);
	gp_xml_attrz(x, "length", length);
	gp_xml_attr(x, "href", l->href);
	gp_xml_close(x);
}

static void
term(struct gp_xml *x, const char *element, struct gp_str text)
{
	if (gp_str_trim(text).n)
		gp_xml_element(x, element, text);
}

/* Its name stands in it, too, so that the element is not empty. */
static void
series(struct gp_xml *x, struct gp_str name, size_t position)
{
	char number[24];

	(void)snprintf(number, sizeof number, "%zu", position);
	gp_xml_open(x, "schema:Series");
	gp_xml_attr(x, "name", name);
	gp_xml_attrz(x, "schema:position", number);
	gp_xml_text(x, name);
	gp_xml_close(x);
}

/* An entry has contents or leads to them (RFC 4287, 4.1.1.1). */
static void
contents(struct gp_xml *x, const struct gp_opds_book *b)
{
	if (b->page.href.n) {
		file_link(x, &b->page);
		return;
	}
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "type", "text");
	gp_xml_text(x, b->summary);
	gp_xml_close(x);
}

static void
book(const struct gp_opds_page *p, struct gp_xml *x,
     const struct gp_opds_book *b)
{
	const struct gp_pack_info *info = &p->head->series->info;
	size_t i;

	gp_xml_open(x, "entry");
	gp_xml_element(x, "title", b->title);
	gp_xml_element(x, "id", b->id);
	gp_xml_element(x, "updated", b->updated);
	gp_xml_element(x, "published", b->published);
	gp_feed_author(x, p->head);
	gp_atom_marking(x, b->marking);
	term(x, "dcterms:issued", b->issued);
	term(x, "dcterms:language", b->lang);
	term(x, "dcterms:publisher", info->organisation);
	series(x, info->title, b->position);
	gp_xml_element(x, "summary", b->summary);
	contents(x, b);
	file_link(x, &b->cover);
	file_link(x, &b->small);
	for (i = 0; i < b->n_forms; i++)
		file_link(x, &b->forms[i]);
	gp_xml_close(x);
}

/* ---- doors ---- */

static void
door(struct gp_arena *a, const struct gp_opds_page *p, struct gp_xml *x,
     const struct gp_opds_door *d)
{
	gp_xml_open(x, "entry");
	gp_xml_element(x, "title", d->title);
	gp_xml_element(x, "id", d->id);
	gp_xml_element(x, "updated", d->updated);
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "type", "text");
	gp_xml_text(x, d->text);
	gp_xml_close(x);
	page_link(a, p, x, d->rel, false, d->page);
	gp_xml_close(x);
}

bool
gp_opds_xml(struct gp_arena *a, const struct gp_opds_page *p,
            struct gp_buf *out, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, true);
	size_t i;

	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_xml_declaration(x);
	gp_xml_open(x, "feed");
	gp_xml_attrz(x, "xmlns", "http://www.w3.org/2005/Atom");
	gp_xml_attrz(x, "xmlns:dcterms", "http://purl.org/dc/terms/");
	gp_xml_attrz(x, "xmlns:schema", "http://schema.org/");
	gp_xml_attr(x, "xml:lang", p->head->series->info.lang);
	gp_feed_head_atom(x, p->head, p->id, p->title, p->updated);
	page_links(a, p, x);
	for (i = 0; i < p->n_doors; i++)
		door(a, p, x, &p->doors[i]);
	for (i = 0; i < p->n_books; i++)
		book(p, x, &p->books[i]);
	gp_xml_need_arena(x, a);
	return gp_xml_finish(x, e) && gp_buf_ok(out, e);
}
