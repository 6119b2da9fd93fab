/* Parts of a large pack: a list of thousands is slow to open, and a file of
   over some 300 KB is one that older readers refuse.  It counts articles and
   looks at their sections; how a part is shown is for the pages to say. */
#include "write/epub/epub_book.h"

#include <stdio.h>

/* Articles of a part: a page of them is about 100 KB. */
enum { PART = 200 };
/* More articles than this are named on the pages of their parts only. */
enum { MOST_IN_NAV = 1000 };

/* The end of the part that begins at `first`: one section, not too many. */
static size_t
end_of(const struct gp_pack *pack, size_t first)
{
	size_t i = first;

	while (i < pack->n_entries && i - first < PART &&
	       pack->entries[i].section == pack->entries[first].section)
		i++;
	return i;
}

void
gp_epub_find_parts(struct gp_epub *ep)
{
	size_t n = ep->pack->n_entries, i;

	if (n <= PART)
		return;
	ep->parts = gp_arena_array(ep->arena, n, sizeof *ep->parts);
	for (i = 0; ep->parts && i < n; i = ep->parts[ep->n_parts++].end)
		ep->parts[ep->n_parts] =
			(struct gp_epub_part){ i, end_of(ep->pack, i) };
}

bool
gp_epub_nav_in_full(const struct gp_epub *ep)
{
	return ep->pack->n_entries <= MOST_IN_NAV;
}

/* Parts are in order: half of what is left is looked at no more. */
size_t
gp_epub_part_of(const struct gp_epub *ep, size_t article)
{
	size_t from = 0, to = ep->n_parts, middle;

	while (to - from > 1) {
		middle = from + (to - from) / 2;
		if (ep->parts[middle].first <= article)
			from = middle;
		else
			to = middle;
	}
	return from;
}

void
gp_epub_piece_id(const char *page, size_t piece, char out[GP_EPUB_PATH])
{
	(void)snprintf(out, GP_EPUB_PATH, "%s-%03zu", page, piece + 1);
}

void
gp_epub_piece_path(const char *page, size_t piece, char out[GP_EPUB_PATH])
{
	(void)snprintf(out, GP_EPUB_PATH, "%s-%03zu.xhtml", page, piece + 1);
}

void
gp_epub_part_id(size_t part, char out[GP_EPUB_PATH])
{
	gp_epub_piece_id("contents", part, out);
}

void
gp_epub_part_path(size_t part, char out[GP_EPUB_PATH])
{
	gp_epub_piece_path("contents", part, out);
}

/* A section that is a part of its own needs no numbers. */
static bool
is_whole(const struct gp_epub *ep, size_t part)
{
	const struct gp_entry *rows = ep->pack->entries;
	const struct gp_epub_part *p = &ep->parts[part];
	size_t section = rows[p->first].section;

	return section != GP_NO_SECTION &&
	       (part == 0 || rows[p->first - 1].section != section) &&
	       (p->end == ep->pack->n_entries ||
	        rows[p->end].section != section);
}

/* "Articles 201–400" */
static struct gp_str
range_label(const struct gp_epub *ep, const struct gp_epub_part *p)
{
	const struct gp_hole holes[] = {
		{ "n", gp_arena_printf(ep->arena, "%zu", p->first + 1) },
		{ "all", gp_arena_printf(ep->arena, "%zu", p->end) },
	};
	struct gp_buf out = { .max = 0 };

	gp_word_fill(ep->pack->labels, GP_W_ARTICLES_RANGE, holes,
	             sizeof holes / sizeof *holes, &out);
	return gp_arena_buf(ep->arena, &out);
}

struct gp_str
gp_epub_part_label(const struct gp_epub *ep, size_t part)
{
	const struct gp_epub_part *p = &ep->parts[part];
	size_t section = ep->pack->entries[p->first].section;

	if (section == GP_NO_SECTION)
		return range_label(ep, p);
	if (is_whole(ep, part))
		return ep->pack->sections[section];
	return gp_arena_printf(ep->arena, "%.*s%.*s%zu–%zu",
	                       GP_ARG(ep->pack->sections[section]),
	                       GP_ARG(gp_word(ep->pack->labels, GP_W_COMMA)),
	                       p->first + 1, p->end);
}
