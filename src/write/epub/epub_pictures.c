/* The pictures that an EPUB carries: each that a figure shows, once, in the
   order they are met, under names of ours.  Only what begins as its kind of
   file does is carried; a figure without keeps its words.  Nothing is
   decoded. */
#include "write/epub/epub_book.h"

#include "model/walk.h"

static bool
is_png(struct gp_str data)
{
	return gp_str_starts(data, GP_STR("\x89PNG\r\n\x1A\n"));
}

static bool
is_jpeg(struct gp_str data)
{
	return gp_str_starts(data, GP_STR("\xFF\xD8\xFF"));
}

/* What a file is called has to be what it is. */
static bool
is_sound(const struct gp_image *image)
{
	return image->type == GP_IMAGE_PNG ? is_png(image->data)
	                                   : is_jpeg(image->data);
}

const char *
gp_epub_picture_type(const struct gp_epub_picture *p)
{
	return p->image->type == GP_IMAGE_PNG ? "image/png" : "image/jpeg";
}

static void
add_picture(struct gp_epub *ep, struct gp_epub_picture ***end,
            const struct gp_image *image)
{
	struct gp_epub_picture *p = gp_arena_alloc(ep->arena, sizeof *p);

	if (!p)
		return;
	p->image = image;
	p->path =
		gp_arena_printf(ep->arena, "images/p%03zu.%s", ++ep->n_pictures,
	                        image->type == GP_IMAGE_PNG ? "png" : "jpg");
	gp_map_put(&ep->by_name, image->name, p);
	**end = p;
	*end = &p->next;
}

static void
meet(struct gp_epub *ep, struct gp_epub_picture ***end,
     const struct gp_node_figure *figure)
{
	const struct gp_image *image;

	if (!gp_map_find(&ep->by_name, figure->image)) {
		image = gp_pack_image(ep->pack, figure->image);
		if (!image || !is_sound(image)) {
			ep->lacks_pictures = true;
			return;
		}
		add_picture(ep, end, image);
	}
	if (gp_str_trim(figure->alt).n == 0)
		ep->lacks_alt = true;
}

void
gp_epub_find_pictures(struct gp_epub *ep)
{
	struct gp_epub_picture **end = &ep->pictures;
	size_t i;

	ep->by_name = (struct gp_map){ .arena = ep->arena };
	for (i = 0; i < ep->pack->n_entries; i++) {
		struct gp_walk w = gp_walk_from(ep->pack->entries[i].doc->body);

		while (gp_walk_next(&w))
			if (w.event == GP_ENTER && w.node->kind == GP_FIGURE)
				meet(ep, &end, gp_node_figure(w.node));
	}
}

const struct gp_epub_picture *
gp_epub_picture(const struct gp_epub *ep, const struct gp_node *figure)
{
	return gp_map_find(&ep->by_name, gp_node_figure(figure)->image);
}
