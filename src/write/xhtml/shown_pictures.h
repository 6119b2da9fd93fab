/*
 * The pictures that the figures of a pack show: each once, in the order they
 * are met.  What their files are called is for the caller to say.  Nothing is
 * decoded.
 */
#ifndef GP_WRITE_XHTML_SHOWN_PICTURES_H
#define GP_WRITE_XHTML_SHOWN_PICTURES_H

#include "base/map.h"
#include "model/pack.h"

struct gp_shown_picture {
	const struct gp_image *image;
	const char *type;   /* its media type */
	struct gp_str path; /* of its file */
	struct gp_shown_picture *next;
};

/* Makes the path of the file of a picture, the nth of the pack from 1; `suffix`
   is that of its kind, ".jpg". */
typedef struct gp_str
gp_picture_path(struct gp_arena *a, const struct gp_image *image, size_t nth,
                const char *suffix);

struct gp_shown_pictures {
	struct gp_shown_picture *first;
	size_t count;
	bool lacks_pictures;      /* some figures have none */
	bool lacks_alt;           /* some pictures have no words */
	struct gp_map by_name;    /* a picture by what figures call it */
	struct gp_arena *smaller; /* those that had more dots than a screen;
	                             NULL: none had */
};

/* Finds them; `out` is zeroed, and what it gets lives in `a`.  A failure stays
   in the arena.  One with more dots than a screen shows is made smaller, as
   long as there is memory for it. */
void
gp_shown_find(struct gp_arena *a, const struct gp_pack *pack,
              gp_picture_path *path, struct gp_shown_pictures *out);

/* What gp_shown_find() made anew is gone with it. */
void
gp_shown_free(struct gp_shown_pictures *all);

/* The picture of a figure; NULL when it has none. */
const struct gp_shown_picture *
gp_shown_picture(const struct gp_shown_pictures *all,
                 const struct gp_node *figure);

#endif
