/* A walk over all figures of a pack.  Only what begins as its kind of file does
   is shown; a figure without keeps its words.  It knows no format and writes
   no byte. */
#include "write/xhtml/shown_pictures.h"

#include "base/limits.h"
#include "import/picture/image_fit.h"
#include "model/walk.h"

struct meeting {
	struct gp_arena *arena;
	const struct gp_pack *pack;
	gp_picture_path *path;
	struct gp_shown_pictures *all;
	struct gp_shown_picture **end;
};

/* With no more dots than screens have.  One that cannot be made smaller is
   shown as it is. */
static const struct gp_image *
for_screens(struct meeting *m, const struct gp_image *image)
{
	struct gp_err e = { .code = GP_OK };
	struct gp_image *fit;
	unsigned wide, high;

	if (image->type == GP_IMAGE_SVG ||
	    !gp_image_bound(image->width, image->height, GP_SCREEN_WIDTH,
	                    GP_SCREEN_HEIGHT, &wide, &high))
		return image;
	if (!m->all->smaller)
		m->all->smaller = gp_arena_new(GP_MAX_PICTURES_ARENA);
	fit = m->all->smaller ? gp_arena_alloc(m->all->smaller, sizeof *fit)
	                      : NULL;
	if (fit && gp_image_fit(m->all->smaller, image, GP_SCREEN_WIDTH,
	                        GP_SCREEN_HEIGHT, fit, &e))
		return fit;
	return image;
}

static void
add_picture(struct meeting *m, const struct gp_image *image)
{
	struct gp_shown_picture *p = gp_arena_alloc(m->arena, sizeof *p);

	if (!p)
		return;
	p->image = for_screens(m, image);
	p->type = gp_image_media(image);
	p->path = m->path(m->arena, image, ++m->all->count,
	                  gp_image_suffix(image));
	gp_map_put(&m->all->by_name, image->name, p);
	*m->end = p;
	m->end = &p->next;
}

static void
meet(struct meeting *m, const struct gp_node_figure *figure)
{
	const struct gp_image *image;

	if (!gp_map_find(&m->all->by_name, figure->image)) {
		image = gp_pack_image(m->pack, figure->image);
		if (!image || !gp_image_is_sound(image)) {
			m->all->lacks_pictures = true;
			return;
		}
		add_picture(m, image);
	}
	if (gp_str_trim(figure->alt).n == 0)
		m->all->lacks_alt = true;
}

void
gp_shown_find(struct gp_arena *a, const struct gp_pack *pack,
              gp_picture_path *path, struct gp_shown_pictures *out)
{
	struct meeting m = { a, pack, path, out, &out->first };
	size_t i;

	out->by_name = (struct gp_map){ .arena = a };
	for (i = 0; i < pack->n_entries; i++) {
		struct gp_walk w = gp_walk_from(pack->entries[i].doc->body);

		while (gp_walk_next(&w))
			if (w.event == GP_ENTER && w.node->kind == GP_FIGURE)
				meet(&m, gp_node_figure(w.node));
	}
}

void
gp_shown_free(struct gp_shown_pictures *all)
{
	gp_arena_free(all->smaller);
	all->smaller = NULL;
}

const struct gp_shown_picture *
gp_shown_picture(const struct gp_shown_pictures *all,
                 const struct gp_node *figure)
{
	return gp_map_find(&all->by_name, gp_node_figure(figure)->image);
}
