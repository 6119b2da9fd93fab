/* What the EPUB has in common with the printed digest: the numbers of its
   pages, and the look of its cover.  Both come from typeset/ by one set of
   parts; a failure to lay out is this format's failure too.  It writes no
   file. */
#include "base/limits.h"
#include "write/epub/cover.h"
#include "write/epub/epub_book.h"

/* Which pages begin in which article. */
static void
share_out(struct gp_epub *ep)
{
	size_t n = ep->pack->n_entries, page = 0, i;

	ep->first_page =
		gp_arena_array(ep->arena, n + 1, sizeof *ep->first_page);
	for (i = 0; ep->first_page && i <= n; i++) {
		while (page < ep->print.count && ep->print.rows[page].entry < i)
			page++;
		ep->first_page[i] = page;
	}
}

/* To find the pages costs as much as all the rest, and nobody carries a
   printout of thousands of pages into a room. */
static bool
wants_pages(const struct gp_pack *pack)
{
	if (pack->info.page_list == GP_PAGES_AS_PRINTED)
		return pack->n_entries <= GP_MAX_PRINTED_ARTICLES;
	return pack->info.page_list == GP_PAGES_YES;
}

bool
gp_epub_print(struct gp_epub *ep, struct gp_err *e)
{
	struct gp_covers *covers = ep->job->covers;
	struct gp_err own = { 0 };
	struct gp_parts *p = gp_paginate_open(ep->job, &own);
	bool ok = p != NULL;

	if (ok && wants_pages(ep->pack))
		ok = gp_paginate(p, ep->arena, &ep->print, &own);
	share_out(ep);
	ok = ok &&
	     gp_cover_draw(p, &ep->cover, covers ? &covers->small : NULL,
	                   &own) &&
	     gp_arena_ok(ep->arena, &own);
	if (covers)
		gp_buf_str(&covers->whole, gp_buf_view(&ep->cover));
	gp_parts_close(p);
	if (!ok && e->code == GP_OK)
		*e = own;
	return ok;
}
