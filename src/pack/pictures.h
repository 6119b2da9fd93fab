/*
 * The pictures of a pack: for each figure of an article the file it means, in
 * its container or beside it in the content folder, checked and cleaned by
 * import/picture/image.h.  A name inside a pack is made from a picture's
 * bytes; what an article called it reaches no output.  Private to pack/.
 */
#ifndef GP_PACK_PICTURES_H
#define GP_PACK_PICTURES_H

#include "base/map.h"
#include "import/import.h"
#include "model/pack.h"

struct gp_pictures {
	struct gp_arena *arena; /* the bytes */
	struct gp_image *rows;  /* in the order in which articles show them */
	size_t count, room;
	struct gp_map by_name;
	struct gp_map used; /* files of the folder, and folders in it */
};

/* A file of the folder that was read. */
struct gp_picture_file {
	struct gp_str path;
	struct gp_bytes bytes;
};

/* Where the pictures of an article are to be found, where they go, and who
   hears of it. */
struct gp_picture_place {
	struct gp_pictures *pictures;
	const struct gp_articles *all; /* the source it came in */
	const struct gp_draft *draft;
	const char *folder; /* of the content, or NULL: none is read */
	const char *path;   /* of the article, for messages */
	struct gp_diag *diag;
	/* Told of each file of the folder that was taken; NULL: nobody is. */
	void (*read)(void *user, const struct gp_picture_file *file);
	void *user;
};

/* False when out of memory. */
bool
gp_pictures_open(struct gp_pictures *p, struct gp_err *e);
void
gp_pictures_free(struct gp_pictures *p);

/* Takes the picture that a figure means: `*name` is what it is called in the
   pack.  When there is none: the figure's address on the web or "", and a
   finding says why.  `place` is a struct gp_picture_place; the form is that
   of struct gp_picture_names.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_pictures_take(void *place, const struct gp_node *figure, struct gp_str *name,
                 struct gp_err *e);

/* True when a file or folder of that name holds a picture that was taken. */
bool
gp_pictures_used(const struct gp_pictures *p, struct gp_str name);

#endif
