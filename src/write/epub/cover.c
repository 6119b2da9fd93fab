/* The cover page composed as for print, on sheets that widen until its words
   have room, painted by bands of rows and kept in the few colours that it is
   drawn with.  What stands on a cover is composed elsewhere; here is only
   its sheet and its picture. */
#include "write/epub/cover.h"

#include "write/paint/paint.h"
#include "write/paint/png.h"

enum {
	TITLE_WIDTHS =
		10,       /* a sheet is so often as wide as the title is high */
	MOST_SHEETS = 12, /* each a quarter wider, until the words fit */
	MOST_INKS = 5,
};

/* A sheet for the cover, its margins in shares of its width. */
static void
set_sheet(struct gp_style *s, gp_len width)
{
	s->width = width;
	s->height = width / GP_COVER_WIDTH * GP_COVER_HEIGHT;
	s->left = s->right = width / 10;
	s->top = width / 8;
	s->bottom = width / 8;
	s->marking = width / 18;
	s->columns = 1;
	s->grid = 0;
}

/* On the first sheet on which everything has room. */
static bool
lay_out(struct gp_parts *p, struct gp_err *e)
{
	gp_len width = p->style.roles[GP_ROLE_COVER_TITLE].size * TITLE_WIDTHS;
	int sheet;

	p->composer.cover.no_days = true;
	for (sheet = 0; sheet < MOST_SHEETS; sheet++) {
		set_sheet(&p->style, width);
		gp_parts_begin(p);
		gp_compose_cover_alone(&p->composer);
		if (!gp_layout_run(&p->layout, e))
			return false;
		if (p->layout.n_pages == 1)
			break;
		width += width / 4;
	}
	return true;
}

/* ---- colours ---- */

static void
add_ink(uint32_t inks[MOST_INKS], size_t *n, uint32_t ink)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if (inks[i] == ink)
			return;
	if (*n < MOST_INKS)
		inks[(*n)++] = ink;
}

/* What the page is drawn with. */
static size_t
find_inks(const struct gp_layout *l, uint32_t inks[MOST_INKS])
{
	const struct gp_page *page = &l->pages[0];
	size_t n = 0, i;

	for (i = 0; i < page->n_fills; i++)
		add_ink(inks, &n, l->fills[page->first_fill + i].colour);
	for (i = 0; i < page->n_pieces; i++)
		add_ink(inks, &n, l->pieces[page->first_piece + i].colour);
	return n;
}

static void
take_band(void *user, const unsigned char *data, int stride, int rows)
{
	const void *row;
	int i;

	for (i = 0; i < rows; i++) {
		row = data + (size_t)i * (size_t)stride;
		gp_png_row(user, row);
	}
}

static bool
draw(const struct gp_layout *l, unsigned width, unsigned height,
     struct gp_buf *out, struct gp_err *e)
{
	struct gp_png png;
	struct gp_band_taker to = { &png, take_band };
	uint32_t inks[MOST_INKS];
	bool ok;

	gp_png_begin(&png, width, height);
	gp_png_inks(&png, inks, find_inks(l, inks));
	ok = gp_paint_bands(l, 0, (int)width, (int)height, &to, e) &&
	     gp_png_write(&png, out, e);
	gp_png_drop(&png);
	return ok;
}

bool
gp_cover_draw(struct gp_parts *p, struct gp_buf *out, struct gp_buf *small,
              struct gp_err *e)
{
	return lay_out(p, e) &&
	       draw(&p->layout, GP_COVER_WIDTH, GP_COVER_HEIGHT, out, e) &&
	       (!small || draw(&p->layout, GP_SMALL_COVER_WIDTH,
	                       GP_SMALL_COVER_HEIGHT, small, e));
}
