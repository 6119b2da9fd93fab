/* Glyphs, fills and pictures of a layout shown through cairo, as few calls
   as looks allow, each marked piece in a tag of its own.  Dates are given,
   never asked for.  A
   page may also be painted in bands of dots.  It moves nothing: places are
   the layout's. */
#include "write/paint/paint.h"

#include "base/vec.h"
#include "write/paint/paint_faces.h"
#include "write/paint/paint_picture.h"
#include "write/paint/svg_paint.h"

#include <cairo-pdf.h>
#include <fribidi.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistring/version.h>

enum { BAND_ROWS = 256 };

struct painter {
	const struct gp_layout *l;
	struct gp_buf *out;
	cairo_surface_t *surface;
	cairo_t *cr;
	struct gp_paint_faces faces;
	/* what is shown next: glyphs, how they map to text, the text */
	cairo_glyph_t *glyphs;
	size_t n_glyphs, cap_glyphs;
	cairo_text_cluster_t *clusters;
	size_t n_clusters, cap_clusters;
	struct gp_buf text;
	/* of what is shown next */
	unsigned face; /* GP_FACE_COUNT: cairo has been told of none */
	gp_len size;
	uint32_t colour;
	bool backward;
	bool failed; /* out of memory */
};

static double
points(gp_len length)
{
	return (double)length / GP_PT;
}

/* ---- text ---- */

static void
show(struct painter *p)
{
	if (p->n_glyphs)
		cairo_show_text_glyphs(
			p->cr, p->text.data, (int)p->text.len, p->glyphs,
			(int)p->n_glyphs, p->clusters, (int)p->n_clusters,
			p->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	p->n_glyphs = p->n_clusters = 0;
	gp_buf_clear(&p->text);
}

/* cairo looks a font up each time that it is told of one. */
static void
tell_face(struct painter *p, unsigned face, gp_len size)
{
	cairo_font_face_t *made;

	if (face == p->face && size == p->size)
		return;
	made = gp_paint_face(&p->faces, face);
	if (!made) {
		p->failed = true;
		return;
	}
	p->face = face;
	p->size = size;
	cairo_set_font_face(p->cr, made);
	cairo_set_font_size(p->cr, points(size));
}

/* From here on in that face and direction. */
static void
use_face(struct painter *p, unsigned face, bool backward, gp_len size)
{
	/* Turned runs are shown one by one: their clusters count from the end
	   of what is shown. */
	if (p->n_glyphs && face == p->face && size == p->size && !backward &&
	    !p->backward)
		return;
	show(p);
	p->backward = backward;
	tell_face(p, face, size);
}

static void
add_cluster(struct painter *p, size_t bytes, size_t glyphs)
{
	cairo_text_cluster_t *row =
		GP_VEC_ADD(NULL, p->clusters, p->n_clusters, p->cap_clusters);

	if (row)
		*row = (cairo_text_cluster_t){ (int)bytes, (int)glyphs };
	else
		p->failed = true;
}

/* The clusters of a run, in the order of its text. */
static void
add_clusters(struct painter *p, const struct gp_run *run)
{
	size_t n = run->n_glyphs, done = 0, i = 0, k, next;

	while (i < n) {
		/* Glyphs in the order of the text, whatever the direction. */
		size_t at = run->glyphs[run->backward ? n - 1 - i : i].at;

		for (k = i + 1; k < n; k++)
			if (run->glyphs[run->backward ? n - 1 - k : k].at != at)
				break;
		next = k < n ? run->glyphs[run->backward ? n - 1 - k : k].at
		             : run->text.n;
		add_cluster(p, next - done, k - i);
		done = next;
		i = k;
	}
}

static void
add_glyphs(struct painter *p, const struct gp_run *run, gp_len size, int64_t *x,
           gp_len y)
{
	double scale = points(size) / run->units;
	int64_t advance = 0;
	size_t i;

	if (!GP_VEC_FIT(NULL, p->glyphs, p->n_glyphs + run->n_glyphs,
	                p->cap_glyphs)) {
		p->failed = true;
		return;
	}
	for (i = 0; i < run->n_glyphs; i++) {
		const struct gp_glyph *g = &run->glyphs[i];

		p->glyphs[p->n_glyphs++] = (cairo_glyph_t){
			.index = g->id,
			.x = (double)*x / GP_PT +
			     (double)(advance + g->dx) * scale,
			.y = points(y) - g->dy * scale,
		};
		advance += g->advance;
	}
	*x += advance * size / run->units;
}

static void
add_run(struct painter *p, const struct gp_run *run, gp_len size, int64_t *x,
        gp_len y)
{
	for (; run; run = run->more) {
		if (run->n_glyphs == 0)
			continue;
		use_face(p, run->face, run->backward, size);
		add_glyphs(p, run, size, x, y);
		add_clusters(p, run);
		gp_buf_str(&p->text, run->text);
	}
}

static void
set_colour(struct painter *p, uint32_t colour)
{
	cairo_set_source_rgb(p->cr, (colour >> 16 & 0xFF) / 255.0,
	                     (colour >> 8 & 0xFF) / 255.0,
	                     (colour & 0xFF) / 255.0);
}

/* Lines that look alike are shown in one go: what is gathered here goes out
   with end_leaf() at the latest. */
static void
draw_piece(struct painter *p, const struct gp_piece *piece)
{
	struct gp_measure *m = p->l->measure;
	const struct gp_run *space =
		gp_measure_run(m, piece->face, GP_STR(" "));
	size_t i;

	if (p->n_glyphs && piece->colour != p->colour)
		show(p);
	if (p->n_glyphs == 0)
		set_colour(p, piece->colour);
	p->colour = piece->colour;
	for (i = piece->first; i < piece->first + piece->count; i++) {
		const struct gp_word_at *w = &p->l->words[i];
		int64_t x = w->x;

		add_run(p, w->run, piece->size, &x, piece->y);
		if (w->space)
			add_run(p, space, piece->size, &x, piece->y);
	}
}

/* ---- drawings ---- */

/* A string in a face of the pack: the family that is nearest, and the type of
   headings for what asks for none. */
static const struct gp_run *
string_run(struct painter *p, const struct gp_svg_item *s)
{
	enum gp_family family = s->fixed   ? GP_FAMILY_CODE
	                        : s->serif ? GP_FAMILY_TEXT
	                                   : GP_FAMILY_HEADING;

	return gp_measure_run(p->l->measure,
	                      gp_face_number(family, s->bold, s->italic),
	                      s->text);
}

/* Type is measured at this size, in whole units, and then scaled. */
enum { STRING_SIZE = 1000 * GP_PT };

static double
measure_string(void *user, const struct gp_svg_item *s)
{
	return points(gp_run_width(string_run(user, s), STRING_SIZE)) /
	       points(STRING_SIZE) * s->size;
}

static void
show_string(void *user, const struct gp_svg_item *s, double x, double y)
{
	struct painter *p = user;
	double scale = s->size / points(STRING_SIZE);
	int64_t from = 0;

	cairo_translate(p->cr, x, y);
	cairo_scale(p->cr, scale, scale);
	add_run(p, string_run(p, s), STRING_SIZE, &from, 0);
	show(p);
	p->face = GP_FACE_COUNT; /* what comes back is the one before */
}

static void
draw_drawing(struct painter *p, const struct gp_picture_at *at)
{
	const struct gp_svg_drawing *d = at->image->drawing;
	const struct gp_svg_writer w = { measure_string, show_string, p };

	cairo_tag_begin(p->cr, "Span", "");
	cairo_save(p->cr);
	cairo_translate(p->cr, points(at->x), points(at->y));
	cairo_scale(p->cr, points(at->width) / d->width,
	            points(at->height) / d->height);
	gp_paint_svg(p->cr, d, &w);
	cairo_restore(p->cr);
	cairo_tag_end(p->cr, "Span");
}

static void
draw_picture(struct painter *p, const struct gp_picture_at *at)
{
	if (at->image->drawing)
		draw_drawing(p, at);
	else
		gp_paint_picture(p->cr, at, p->l->diag);
}

/* ---- pages ---- */

static void
draw_fill(struct painter *p, const struct gp_fill *f)
{
	set_colour(p, f->colour);
	cairo_rectangle(p->cr, points(f->x), points(f->y), points(f->width),
	                points(f->height));
	cairo_fill(p->cr);
}

static void
draw_fills(struct painter *p, const struct gp_page *page, uint32_t owner)
{
	size_t end = page->first_fill + page->n_fills, i;

	for (i = page->first_fill; i < end; i++)
		if (p->l->fills[i].owner == owner)
			draw_fill(p, &p->l->fills[i]);
}

static void
end_leaf(struct painter *p, uint32_t leaf)
{
	show(p);
	if (leaf != GP_NONE)
		cairo_tag_end(p->cr, "Span");
}

static void
draw_page(struct painter *p, const struct gp_page *page)
{
	const struct gp_layout *l = p->l;
	size_t end = page->first_piece + page->n_pieces, i;
	uint32_t leaf = GP_NONE;

	draw_fills(p, page, 0);
	for (i = page->first_piece; i < end; i++) {
		const struct gp_piece *piece = &l->pieces[i];

		if (piece->leaf != leaf)
			end_leaf(p, leaf);
		if (piece->picture != GP_NONE) {
			draw_picture(p, &l->pictures[piece->picture]);
			leaf = GP_NONE;
			continue;
		}
		if (piece->leaf != leaf) {
			cairo_tag_begin(p->cr, "Span", "");
			if (page->drawing)
				draw_fills(p, page, piece->leaf + 1);
		}
		leaf = piece->leaf;
		draw_piece(p, piece);
	}
	end_leaf(p, leaf);
	cairo_show_page(p->cr);
}

/* ---- the specimen ---- */

enum { SPECIMEN_SIZE = 10 * GP_PT };

/* All in one place, and that on the page: what is beside it is not drawn. */
static void
draw_sign(struct painter *p, const struct gp_specimen_sign *sign)
{
	const struct gp_style *s = p->l->flow->style;
	cairo_glyph_t glyph = { .index = sign->glyph,
		                .x = points(s->width / 2),
		                .y = points(s->height / 2) };
	cairo_text_cluster_t cluster = { (int)sign->text.n, 1 };

	tell_face(p, sign->face, SPECIMEN_SIZE);
	cairo_tag_begin(p->cr, "Span", "");
	cairo_show_text_glyphs(p->cr, sign->text.p, (int)sign->text.n, &glyph,
	                       1, &cluster, 1, 0);
	cairo_tag_end(p->cr, "Span");
}

static void
draw_specimen(struct painter *p, const struct gp_specimen *s)
{
	const struct gp_specimen_sign *sign;

	set_colour(p, 0);
	for (sign = s->first; sign && !p->failed; sign = sign->next)
		draw_sign(p, sign);
	cairo_show_page(p->cr);
}

/* ---- the file ---- */

static cairo_status_t
append_png(void *user, const unsigned char *data, unsigned size)
{
	struct painter *p = user;

	gp_buf_put(p->out, data, size);
	return p->out->failed == GP_OK ? CAIRO_STATUS_SUCCESS
	                               : CAIRO_STATUS_WRITE_ERROR;
}

/* Glyphs as they were drawn, wherever they stand. */
static void
set_options(struct painter *p)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(p->cr, options);
	cairo_font_options_destroy(options);
}

static void
open_surface(struct painter *p, const struct gp_date *date)
{
	const struct gp_style *s = p->l->flow->style;
	char created[GP_DATE_TEXT];

	gp_date_utc(date, created);
	p->surface = cairo_pdf_surface_create_for_stream(
		append_png, p, points(s->width), points(s->height));
	cairo_pdf_surface_restrict_to_version(p->surface,
	                                      CAIRO_PDF_VERSION_1_5);
	/* Without it cairo would ask the clock. */
	cairo_pdf_surface_set_metadata(p->surface,
	                               CAIRO_PDF_METADATA_CREATE_DATE, created);
	p->cr = cairo_create(p->surface);
	set_options(p);
}

static bool
has_memory(const struct painter *p)
{
	return gp_paint_faces_sound(&p->faces) && !p->failed &&
	       p->text.failed == GP_OK;
}

static bool
close_surface(struct painter *p, struct gp_err *e)
{
	cairo_status_t status = cairo_status(p->cr);

	cairo_destroy(p->cr);
	cairo_surface_finish(p->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(p->surface);
	cairo_surface_destroy(p->surface);
	if (!gp_buf_ok(p->out, e))
		return false;
	if (!has_memory(p) || status == CAIRO_STATUS_NO_MEMORY)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (status != CAIRO_STATUS_SUCCESS)
		return gp_fail(e, GP_INTERNAL, "cairo cannot draw: %s",
		               cairo_status_to_string(status));
	return true;
}

static void
drop_painter(struct painter *p)
{
	gp_paint_faces_drop(&p->faces);
	gp_buf_free(&p->text);
	free(p->glyphs);
	free(p->clusters);
}

bool
gp_paint(const struct gp_layout *l, const struct gp_date *date,
         const struct gp_specimen *s, struct gp_buf *out, struct gp_err *e)
{
	struct painter p = { .l = l,
		             .faces = { .of = l->measure->faces },
		             .out = out,
		             .face = GP_FACE_COUNT };
	size_t i;
	bool ok;

	open_surface(&p, date);
	if (s)
		draw_specimen(&p, s);
	for (i = 0; i < l->n_pages && !p.failed; i++)
		if (!s || s->painted[i])
			draw_page(&p, &l->pages[i]);
	ok = close_surface(&p, e);
	drop_painter(&p);
	return ok;
}

/* ---- an image ---- */

/* The rows from `top` on, as many as the surface has. */
static void
draw_band(struct painter *p, size_t page, double scale, int top)
{
	cairo_identity_matrix(p->cr);
	cairo_set_source_rgb(p->cr, 1, 1, 1);
	cairo_paint(p->cr);
	cairo_translate(p->cr, 0, -top);
	cairo_scale(p->cr, scale, scale);
	draw_page(p, &p->l->pages[page]);
	cairo_surface_flush(p->surface);
}

bool
gp_paint_bands(const struct gp_layout *l, size_t page, int width, int height,
               const struct gp_band_taker *to, struct gp_err *e)
{
	struct gp_buf unused = { .max = 0 };
	struct painter p = { .l = l,
		             .faces = { .of = l->measure->faces },
		             .out = &unused };
	double scale = width / points(l->flow->style->width);
	int top;
	bool ok;

	p.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width,
	                                       BAND_ROWS);
	p.cr = cairo_create(p.surface);
	set_options(&p);
	for (top = 0; top < height && !p.failed &&
	              cairo_status(p.cr) == CAIRO_STATUS_SUCCESS;
	     top += BAND_ROWS) {
		draw_band(&p, page, scale, top);
		to->take(to->user, cairo_image_surface_get_data(p.surface),
		         cairo_image_surface_get_stride(p.surface),
		         height - top < BAND_ROWS ? height - top : BAND_ROWS);
	}
	ok = close_surface(&p, e);
	drop_painter(&p);
	return ok;
}

void
gp_paint_note(struct gp_ingredients *used)
{
	char version[GP_FREETYPE_VERSION], unicode[32];

	gp_freetype_version(version);
	(void)snprintf(unicode, sizeof unicode, "%d.%d",
	               _libunistring_version >> 16,
	               _libunistring_version >> 8 & 0xFF);
	gp_used_library(used, "cairo", cairo_version_string());
	gp_used_library(used, "HarfBuzz", hb_version_string());
	gp_used_library(used, "FreeType", version);
	gp_used_library(used, "FriBidi", FRIBIDI_VERSION);
	gp_used_library(used, "libunistring", unicode);
}
