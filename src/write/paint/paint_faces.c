/* Faces of cairo on a FreeType that reads no environment.  What is written with
   them is not known here. */
#include "write/paint/paint_faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H
#include <stdio.h>
#include <stdlib.h>

/* What a cairo face stands on: cairo may keep a face long after its last use,
   and let it go on any thread, so each has its ground to itself.  The library
   is not made by FT_Init_FreeType(), which reads the environment. */
struct ground {
	struct FT_MemoryRec_ memory;
	FT_Library library;
	FT_Face face;
	hb_blob_t *blob;
	bool failed; /* out of memory, which FreeType may call otherwise */
};

static const cairo_user_data_key_t ground_key;

static void *
ground_alloc(FT_Memory memory, long size)
{
	struct ground *g = memory->user;
	void *block = malloc((size_t)size);

	g->failed = g->failed || !block;
	return block;
}

static void
ground_free(FT_Memory memory, void *block)
{
	(void)memory;
	free(block);
}

static void *
ground_realloc(FT_Memory memory, long old, long size, void *block)
{
	struct ground *g = memory->user;
	void *copy = realloc(block, (size_t)size);

	(void)old;
	g->failed = g->failed || !copy;
	return copy;
}

static void
free_ground(void *data)
{
	struct ground *g = data;

	if (g->face)
		(void)FT_Done_Face(g->face);
	if (g->library)
		(void)FT_Done_Library(g->library);
	hb_blob_destroy(g->blob);
	free(g);
}

static struct ground *
make_ground(hb_blob_t *blob)
{
	struct ground *g = calloc(1, sizeof *g);
	unsigned size = 0;
	const char *data = hb_blob_get_data(blob, &size);

	if (!g)
		return NULL;
	g->memory.alloc = ground_alloc;
	g->memory.free = ground_free;
	g->memory.realloc = ground_realloc;
	g->memory.user = g;
	g->blob = hb_blob_reference(blob);
	if (FT_New_Library(&g->memory, &g->library) == 0) {
		FT_Add_Default_Modules(g->library);
		if (FT_New_Memory_Face(g->library, (const FT_Byte *)data,
		                       (FT_Long)size, 0, &g->face) == 0)
			return g;
	}
	free_ground(g);
	return NULL;
}

cairo_font_face_t *
gp_paint_face(struct gp_paint_faces *p, unsigned number)
{
	const struct gp_face *face = &p->of->rows[number];
	struct ground *g;
	cairo_font_face_t *made;

	if (p->rows[number])
		return p->rows[number];
	g = face->blob ? make_ground(face->blob) : NULL;
	if (!g)
		return NULL;
	made = cairo_ft_font_face_create_for_ft_face(
		g->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
	if (cairo_font_face_set_user_data(made, &ground_key, g, free_ground) !=
	    CAIRO_STATUS_SUCCESS) {
		cairo_font_face_destroy(made);
		free_ground(g);
		return NULL;
	}
	p->rows[number] = made;
	return made;
}

bool
gp_paint_faces_sound(const struct gp_paint_faces *p)
{
	const struct ground *g;
	size_t i;

	for (i = 0; i < GP_FACE_COUNT; i++) {
		if (!p->rows[i])
			continue;
		g = cairo_font_face_get_user_data(p->rows[i], &ground_key);
		if (g && g->failed)
			return false;
	}
	return true;
}

void
gp_paint_faces_drop(struct gp_paint_faces *p)
{
	size_t i;

	for (i = 0; i < GP_FACE_COUNT; i++)
		cairo_font_face_destroy(p->rows[i]);
}

/* The version of the FreeType that runs: "2.12.1". */
void
gp_freetype_version(char out[GP_FREETYPE_VERSION])
{
	FT_Int major, minor, patch;
	struct ground g = { .memory = { .alloc = ground_alloc,
		                        .free = ground_free,
		                        .realloc = ground_realloc } };

	out[0] = '\0';
	g.memory.user = &g;
	if (FT_New_Library(&g.memory, &g.library))
		return;
	FT_Library_Version(g.library, &major, &minor, &patch);
	(void)snprintf(out, GP_FREETYPE_VERSION, "%d.%d.%d", major, minor,
	               patch);
	(void)FT_Done_Library(g.library);
}
