/* Text of a drawing as strings, each with its place or behind the one before
   (SVG 1.1, chapter 10).  How wide a string is, is not known here. */
#include "base/limits.h"
#include "import/picture/svg/svg_walk.h"

#include <math.h>
#include <string.h>

/* ---- text ---- */

static bool
first_length(struct gp_str s, double whole, double em, double *out)
{
	double n =
		gp_svg_length(gp_str_sub(s, 0, gp_str_find(s, GP_STR(","), 0)),
	                      whole, em, HUGE_VAL);
	struct gp_str word;

	if (n >= HUGE_VAL && gp_str_word(&s, &word) && gp_str_trim(s).n)
		n = gp_svg_length(word, whole, em, HUGE_VAL);
	if (n >= HUGE_VAL)
		return false;
	*out = n;
	return true;
}

/* Letters that each have a place are more than paper knows. */
static void
look_for_places(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	struct gp_str s = gp_svg_value(n, "x");
	double ignored;

	if (gp_svg_number(&s, &ignored) && gp_svg_number(&s, &ignored))
		gp_svg_cannot(d, "letters with places of their own");
}

void
gp_svg_place_text(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	const struct gp_svg_frame *f = gp_svg_top(d);
	double em = f->style.size;
	bool x = first_length(gp_svg_value(n, "x"), f->wide, em, &d->x);
	bool y = first_length(gp_svg_value(n, "y"), f->high, em, &d->y);
	double move;

	look_for_places(d, n);
	if (n->name == GP_SVG_TEXT) {
		d->x = x ? d->x : 0;
		d->y = y ? d->y : 0;
		d->dx = d->dy = 0;
		d->begins = d->ends_blank = true;
	}
	if (x || y) {
		d->begins = true;
		d->dx = d->dy = 0;
	}
	if (first_length(gp_svg_value(n, "dx"), f->wide, em, &move))
		d->dx += move;
	if (first_length(gp_svg_value(n, "dy"), f->high, em, &move))
		d->dy += move;
}

/* White space as one space, and none at a beginning. */
static struct gp_str
collapsed(struct gp_svg_walk *d, struct gp_str s)
{
	struct gp_buf out = { .max = GP_MAX_LINE_BYTES };
	size_t i;

	for (i = 0; i < s.n; i++) {
		bool blank = gp_is_space(s.p[i]);

		if (!blank || !d->ends_blank)
			gp_buf_putc(&out, blank ? ' ' : s.p[i]);
		d->ends_blank = blank;
	}
	return gp_arena_buf(d->a, &out);
}

static void
set_words(struct gp_svg_item *item, const struct gp_svg_style *s)
{
	item->size = s->size;
	item->bold = s->bold;
	item->italic = s->italic;
	item->fixed = s->fixed;
	item->serif = s->serif;
	item->anchor = s->anchor;
}

void
gp_svg_draw_string(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	const struct gp_svg_frame *f = gp_svg_top(d);
	const struct gp_svg_style *s = &f->style;
	struct gp_str text = collapsed(d, n->text);
	struct gp_svg_item *item;

	if (text.n == 0 || s->hidden || !(item = gp_svg_add(d, GP_SVG_STRING)))
		return;
	item->text = text;
	memcpy(item->matrix, f->matrix.m, sizeof item->matrix);
	set_words(item, s);
	item->fill = gp_svg_ink_of(d, s->fill, s->fill_opacity, item);
	if (!gp_str_is_nocase(s->stroke, "none") && s->stroke_opacity > 0)
		gp_svg_cannot(d, "text with an outline");
	item->begins = d->begins;
	item->x = (d->begins ? d->x : 0) + d->dx;
	item->y = (d->begins ? d->y - s->rise * s->size : 0) + d->dy;
	d->begins = false;
	d->dx = d->dy = 0;
}
