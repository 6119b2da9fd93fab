/* Links are noted while documents are read, as where they lead may be read
   later; ids are found by path and name.  One that leaves the container is a
   finding at once; no other is judged here. */
#include "verify/epub/book.h"

#include "base/text/uri.h"

void
gp_book_link(struct gp_book *b, enum gp_book_link_kind kind, struct gp_str from,
             unsigned line, struct gp_str href, struct gp_str text)
{
	struct gp_arena *a = b->in->arena;
	struct gp_str trimmed = gp_str_trim(href);
	struct gp_book_link *link = gp_arena_alloc(a, sizeof *link);

	if (!link)
		return;
	*link = (struct gp_book_link){
		.kind = kind,
		.place = from.p,
		.line = line,
		.href = gp_arena_str(a, trimmed),
		.text = text,
	};
	*b->last_link[kind] = link;
	b->last_link[kind] = &link->next;
	if (!gp_uri_scheme(trimmed) &&
	    !gp_resolve(a, from, link->href, &link->path, &link->fragment)) {
		gp_found(b->in, GP_CHECK_LINK_ADDRESS, from.p, line,
		         "\"%.*s\" leaves the container", GP_ARG(href));
		link->path = (struct gp_str){ NULL, 0 };
	}
}

struct gp_str
gp_book_target_key(const struct gp_book *b, struct gp_str path,
                   struct gp_str id)
{
	return gp_arena_printf(b->in->arena, "%.*s#%.*s", GP_ARG(path),
	                       GP_ARG(id));
}

struct gp_book_target *
gp_book_target(const struct gp_book *b, struct gp_str path, struct gp_str id)
{
	return gp_map_find(&b->targets, gp_book_target_key(b, path, id));
}
