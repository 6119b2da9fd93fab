/* A thread sets a page in room of its own, deflates it and leaves it in its
   place; the caller's thread takes what is due.  So there are never more than
   a few pages at once, and each has the same bytes whoever made it.  What is
   around the content of a page is not known here. */
#include "write/pdf/tags/set_pages.h"

#include "base/limits.h"

#include <libdeflate.h>
#include <stdlib.h>

struct set_page {
	char *bytes; /* deflated */
	size_t size;
	struct gp_err err;
};

/* What belongs to one thread. */
struct press {
	struct libdeflate_compressor *compressor;
	struct gp_buf room;
};

struct setting {
	struct gp_post_job *p;
	const struct gp_page_taker *to;
	struct press presses[GP_MAX_THREADS];
	struct set_page pages[GP_AHEAD];
};

static bool
deflate_page(struct press *press, struct set_page *page)
{
	size_t bound;

	if (!press->compressor)
		press->compressor =
			libdeflate_alloc_compressor(GP_OBJECTS_LEVEL);
	if (!press->compressor)
		return gp_fail(&page->err, GP_NOMEM, "out of memory");
	bound = libdeflate_zlib_compress_bound(press->compressor,
	                                       press->room.len);
	page->bytes = malloc(bound);
	if (page->bytes)
		page->size = libdeflate_zlib_compress(
			press->compressor, press->room.data, press->room.len,
			page->bytes, bound);
	return page->size > 0 || gp_fail(&page->err, GP_NOMEM, "out of memory");
}

static void
set_page(void *user, size_t i, unsigned worker)
{
	struct setting *s = user;
	const struct gp_case *c = s->p->type;
	struct press *press = &s->presses[worker];
	struct set_page *page = &s->pages[i % GP_AHEAD];

	*page = (struct set_page){ .bytes = NULL };
	if (!c || c->painted[i])
		return;
	gp_buf_clear(&press->room);
	if (gp_case_page(c, i, &press->room, &page->err))
		(void)deflate_page(press, page);
}

static bool
take_page(void *user, size_t i)
{
	struct setting *s = user;
	struct set_page *page = &s->pages[i % GP_AHEAD];
	struct gp_str content = { page->bytes, page->size };
	bool ok = page->err.code == GP_OK;

	if (ok)
		ok = s->to->take(s->to->user, i, content);
	else if (s->p->e->code == GP_OK)
		*s->p->e = page->err;
	free(page->bytes);
	page->bytes = NULL;
	return ok;
}

static void
drop_setting(struct setting *s)
{
	size_t i;

	for (i = 0; i < GP_AHEAD; i++)
		free(s->pages[i].bytes);
	for (i = 0; i < GP_MAX_THREADS; i++) {
		libdeflate_free_compressor(s->presses[i].compressor);
		gp_buf_free(&s->presses[i].room);
	}
}

bool
gp_pages_set(struct gp_post_job *p, const struct gp_page_taker *to)
{
	struct setting s = { .p = p, .to = to };
	const struct gp_line_of_work how = { &s, set_page, take_page };
	unsigned threads = p->type ? p->job->host->threads : 1;
	bool ok = gp_in_order(p->layout->n_pages, threads, &how);

	drop_setting(&s);
	return ok;
}
