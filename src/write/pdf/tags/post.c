/* The order of the steps after painting, and the pages themselves: each of
   cairo's is read, its content marked, its entries kept or dropped by a
   table.  A page, an entry or a count that is not expected is a fault of the
   whole file.  Structure, outline and metadata are in files of their own. */
#include "write/pdf/tags/post.h"

#include "write/pdf/tags/content_marks.h"
#include "write/pdf/tags/set_pages.h"
#include "base/pdf/tokens.h"

/* ---- pages ---- */

/* The tree of pages (ISO 32000-1, 7.7.3) as cairo writes it: one list. */
struct pages {
	struct gp_post_job *p;
	struct gp_str kids;     /* "[2 0 R 21 0 R ...]" */
	size_t at;              /* behind the last that was read */
	uint32_t parent;        /* number of our list */
	size_t link;            /* the first that is not yet on a page */
	struct gp_buf room;     /* for content */
	struct gp_str specimen; /* the entries of pages that cairo did not
	                           paint */
	bool ended;             /* cairo's list did, before ours */
};

enum fate { UNKNOWN, DROPPED, KEPT, NEEDED };

/* What becomes of an entry of cairo's page; it has no others. */
static enum fate
fate_of(struct gp_str key)
{
	static const struct {
		const char *key;
		enum fate fate;
	} rows[] = {
		{ "/Type", DROPPED },     { "/Parent", DROPPED },
		{ "/Contents", DROPPED }, { "/StructParents", DROPPED },
		{ "/Annots", DROPPED },   { "/Tabs", DROPPED },
		{ "/MediaBox", NEEDED },  { "/Resources", NEEDED },
		{ "/Group", KEPT },
	};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (gp_tokens_is(key, rows[i].key))
			return rows[i].fate;
	return UNKNOWN;
}

static void
copy_entries(struct gp_post_job *p, struct gp_str page, struct gp_buf *b)
{
	size_t at = 0, needed = 0;
	struct gp_str key, value;

	while (gp_tokens_entry(page, &at, &key, &value)) {
		enum fate fate = fate_of(key);

		if (fate == UNKNOWN) {
			gp_reader_fault(&p->in, "a page with a strange entry");
			return;
		}
		if (fate == DROPPED)
			continue;
		needed += fate == NEEDED;
		gp_buf_str(b, key);
		gp_buf_putc(b, ' ');
		gp_copies_value(p, value, b);
	}
	if (needed != 2)
		gp_reader_fault(&p->in, "a page without size or resources");
}

/* The content of a page that cairo painted. */
static bool
write_painted(struct pages *s, size_t i, struct gp_str page, uint32_t number)
{
	struct gp_post_job *p = s->p;
	struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_page *laid = &p->layout->pages[i];
	struct gp_str dict, bytes;
	uint32_t marks = 0;

	bytes = gp_reader_stream(
		&p->in, gp_reader_number(&p->in, page, "/Contents"), &dict);
	bytes = gp_reader_decode(&p->in, dict, bytes);
	gp_buf_clear(&s->room);
	if (!gp_reader_ok(&p->in, p->e) ||
	    !gp_content_mark(t, t->leaves + laid->first_leaf, laid->n_leaves,
	                     bytes, &s->room, &marks, p->e) ||
	    !gp_buf_ok(&s->room, p->e))
		return false;
	gp_obj_deflated(&p->out, number, GP_STR(""), gp_buf_view(&s->room));
	return true;
}

static void
put_page(struct pages *s, size_t i, struct gp_str page, uint32_t content)
{
	struct gp_post_job *p = s->p;
	struct gp_buf *b = gp_obj_begin(&p->out, p->pages + (uint32_t)i);

	gp_put_ref(b, "<</Type/Page/Parent ", s->parent);
	copy_entries(p, page, b);
	gp_put_ref(b, "/Contents ", content);
	gp_put_int(b, "/Tabs/S/StructParents ", (long long)i);
	gp_post_annotations(p, i, &s->link, b);
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
}

/* The next page of cairo's list; 0 at its end. */
static size_t
next_page(struct pages *s)
{
	struct gp_str value;
	size_t number;

	if (s->at == 0)
		(void)gp_tokens_next(s->kids, &s->at);
	if (s->at + 1 >= s->kids.n)
		return 0;
	value = gp_tokens_value(s->kids, &s->at);
	if (gp_tokens_reference(value, SIZE_MAX, &number))
		return number;
	return 0;
}

/* The page object that comes next in cairo's list. */
static struct gp_str
read_page(struct pages *s)
{
	size_t theirs = next_page(s);
	struct gp_str page = { NULL, 0 };

	s->ended = theirs == 0;
	if (s->ended)
		return page;
	page = gp_reader_object(&s->p->in, theirs);
	if (!gp_tokens_is(gp_tokens_key(page, "/Type"), "/Page"))
		gp_reader_fault(&s->p->in, "a page that is none");
	return page;
}

static bool
take_page(void *user, size_t i, struct gp_str content)
{
	struct pages *s = user;
	struct gp_post_job *p = s->p;
	struct gp_str page = content.p ? s->specimen : read_page(s);
	uint32_t number = gp_obj_new(&p->out, 1);

	if (s->ended)
		return false;
	if (content.p)
		gp_obj_stream(&p->out, number, GP_STR("/Filter/FlateDecode"),
		              content);
	else if (!write_painted(s, i, page, number))
		return false;
	put_page(s, i, page, number);
	return gp_reader_ok(&p->in, p->e);
}

static void
write_list(struct gp_post_job *p, uint32_t number)
{
	struct gp_buf *b = gp_obj_begin(&p->out, number);
	size_t n = p->layout->n_pages, i;

	gp_put_int(b, "<</Type/Pages/Count ", (long long)n);
	gp_buf_puts(b, "/Kids[");
	for (i = 0; i < n; i++)
		gp_put_ref(b, " ", p->pages + (uint32_t)i);
	gp_buf_puts(b, "]>>");
	gp_obj_end(&p->out);
	gp_put_ref(&p->catalogue, "/Type/Catalog/Pages ", number);
}

static bool
write_pages(struct gp_post_job *p)
{
	struct gp_str root = gp_reader_key(&p->in, p->in.trailer, "/Root");
	struct pages s = { .p = p, .room = { .max = 0 } };
	const struct gp_page_taker taker = { &s, take_page };
	bool ok;

	s.kids = gp_reader_key(&p->in, root, "/Pages");
	s.kids = gp_reader_key(&p->in, s.kids, "/Kids");
	s.parent = gp_obj_new(&p->out, 1);
	if (p->type)
		s.specimen = read_page(&s);
	ok = gp_reader_ok(&p->in, p->e) && !s.ended && gp_pages_set(p, &taker);
	gp_buf_free(&s.room);
	if (s.ended || (ok && next_page(&s)))
		return gp_fail(p->e, GP_INTERNAL,
		               "cairo drew %s pages than the %zu laid out",
		               s.ended ? "fewer" : "more", p->layout->n_pages);
	if (ok)
		write_list(p, s.parent);
	return ok;
}

/* ---- the file ---- */

static bool
write_catalogue(struct gp_post_job *p)
{
	uint32_t root = gp_obj_new(&p->out, 1);
	struct gp_buf *b = gp_obj_begin(&p->out, root);

	gp_buf_puts(b, "<<");
	gp_buf_str(b, gp_buf_view(&p->catalogue));
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
	return gp_buf_ok(&p->catalogue, p->e) && gp_reader_ok(&p->in, p->e) &&
	       gp_objects_finish(&p->out, root, p->info, p->e);
}

static bool
write_file(struct gp_post_job *p)
{
	p->pages = gp_obj_new(&p->out, p->layout->n_pages);
	p->links = gp_obj_new(&p->out, p->layout->flow->tree.n_links);
	gp_copies_open(p);
	if (!gp_reader_ok(&p->in, p->e) || !write_pages(p))
		return false;
	gp_layout_drop(p->layout);
	gp_copies_rest(p);
	gp_post_structure(p);
	gp_post_outline(p);
	gp_post_metadata(p);
	return write_catalogue(p) && p->e->code == GP_OK;
}

bool
gp_post(struct gp_layout *l, const struct gp_write_job *job,
        struct gp_str plain, const struct gp_case *c, struct gp_buf *out,
        struct gp_err *e)
{
	struct gp_post_job p = {
		.layout = l,
		.type = c && c->learned ? c : NULL,
		.job = job,
		.arena = l->arena,
		.e = e,
	};
	bool ok;

	gp_reader_open(&p.in, l->arena, plain);
	gp_objects_open(&p.out, l->arena, out);
	ok = write_file(&p);
	gp_objects_close(&p.out);
	gp_reader_close(&p.in);
	gp_buf_free(&p.catalogue);
	return ok;
}
