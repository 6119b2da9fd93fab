/* The sheet of a style and the room on it: papers by name, margins that grow
   and shrink with the sheet, the column, the depth in whole lines of the
   grid.  Knows no YAML and nothing of what will stand there. */
#include "config/style.h"

struct paper {
	const char *name;
	int width, height; /* tenths of a millimetre */
};

static const struct paper papers[] = {
#define GP_PAPER(name, width, height) { (name), (width), (height) },
#include "config/papers.def"
#undef GP_PAPER
};

/* A tenth of a millimetre is 36/127 pt. */
static gp_len
tenths(int length)
{
	return (gp_len)(((int64_t)length * 36 * GP_PT + 63) / 127);
}

static gp_len
share(gp_len length, gp_len whole, gp_len old)
{
	return (gp_len)((int64_t)length * whole / old);
}

static void
resize(struct gp_style *s, gp_len width, gp_len height)
{
	if (s->width && s->height) {
		s->left = share(s->left, width, s->width);
		s->right = share(s->right, width, s->width);
		s->top = share(s->top, height, s->height);
		s->bottom = share(s->bottom, height, s->height);
		s->head = share(s->head, height, s->height);
		s->foot = share(s->foot, height, s->height);
		s->marking = share(s->marking, height, s->height);
	}
	s->width = width;
	s->height = height;
}

bool
gp_style_paper(struct gp_style *s, struct gp_str name)
{
	size_t i;

	for (i = 0; i < sizeof papers / sizeof *papers; i++) {
		if (!gp_str_eq(name, gp_str(papers[i].name)))
			continue;
		resize(s, tenths(papers[i].width), tenths(papers[i].height));
		return true;
	}
	return false;
}

gp_len
gp_style_measure(const struct gp_style *s)
{
	return s->width - s->left - s->right;
}

gp_len
gp_style_column(const struct gp_style *s)
{
	gp_len columns = (gp_len)s->columns;

	if (columns < 2)
		return gp_style_measure(s);
	return (gp_style_measure(s) - s->gutter * (columns - 1)) / columns;
}

gp_len
gp_style_depth(const struct gp_style *s)
{
	gp_len depth = s->height - s->top - s->bottom;

	return s->grid ? depth / s->grid * s->grid : depth;
}
