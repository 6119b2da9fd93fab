/* Rows of dots to a palette of inks and their tints on white, the nearest
   for each; then the chunks of a PNG, deflated once.  No filter, no
   transparency, no file: bytes into a buffer. */
#include "write/paint/png.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

/* The lowest level: the next one takes twice its time for 1 % less. */
enum { BITS = 4, INDEXED = 3, LEVEL = 1, TINTS = 3, WHITE = 0xFFFFFF };

/* Knuth, The Art of Computer Programming 3, 6.4: 2^32 by the golden ratio. */
#define HASH 2654435769U

/* A byte that says "no filter", and the dots. */
static size_t
row_size(const struct gp_png *p)
{
	return 1 + (p->width + 1) / 2;
}

void
gp_png_begin(struct gp_png *p, unsigned width, unsigned height)
{
	*p = (struct gp_png){ .width = width, .height = height };
	p->palette[0] = WHITE;
	p->n_colours = 1;
	p->rows = calloc(height, row_size(p));
}

void
gp_png_drop(struct gp_png *p)
{
	free(p->rows);
	p->rows = NULL;
}

/* ---- colours ---- */

/* `part` of `all` of the ink on white. */
static uint32_t
tint(uint32_t ink, size_t part, size_t all)
{
	uint32_t out = 0, shift;

	for (shift = 0; shift <= 16; shift += 8) {
		size_t lack = 0xFF - (ink >> shift & 0xFF);

		out |= (uint32_t)(0xFF - (lack * part + all / 2) / all)
		       << shift;
	}
	return out;
}

void
gp_png_inks(struct gp_png *p, const uint32_t *inks, size_t n)
{
	size_t i, k;

	for (i = 0; i < n && p->n_colours + TINTS <= GP_PNG_COLOURS; i++)
		for (k = 1; k <= TINTS; k++)
			p->palette[p->n_colours++] = tint(inks[i], k, TINTS);
}

static unsigned
apart(uint32_t a, uint32_t b)
{
	unsigned sum = 0, shift;

	for (shift = 0; shift <= 16; shift += 8) {
		int d = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);

		sum += (unsigned)(d * d);
	}
	return sum;
}

static unsigned
nearest(const struct gp_png *p, uint32_t dot)
{
	unsigned best = 0, least = apart(dot, p->palette[0]), d, i;

	for (i = 1; i < p->n_colours && least; i++) {
		d = apart(dot, p->palette[i]);
		if (d < least) {
			least = d;
			best = i;
		}
	}
	return best;
}

/* Every dot is as the one before it, and the first is white. */
static bool
is_white(const struct gp_png *p, const uint32_t *dots)
{
	return (dots[0] & WHITE) == WHITE &&
	       memcmp(dots, dots + 1, (p->width - 1) * sizeof *dots) == 0;
}

/* Few colours come again and again. */
static unsigned
index_of(struct gp_png *p, uint32_t dot)
{
	struct gp_png_seen *s;

	dot &= WHITE;
	s = &p->seen[(dot * HASH) >> (32 - GP_PNG_SEEN)];

	if (!s->known || s->dot != dot)
		*s = (struct gp_png_seen){ dot, true,
			                   (unsigned char)nearest(p, dot) };
	return s->index;
}

void
gp_png_row(struct gp_png *p, const uint32_t *dots)
{
	const size_t pair = 2 * sizeof *dots;
	unsigned char *row, both = 0;
	unsigned i;

	if (!p->rows || p->n_rows == p->height)
		return;
	row = p->rows + p->n_rows++ * row_size(p) + 1;
	if (is_white(p, dots))
		return;
	for (i = 0; i + 1 < p->width; i += 2) {
		if (i == 0 || memcmp(dots + i, dots + i - 2, pair) != 0)
			both = (unsigned char)(index_of(p, dots[i]) << BITS |
			                       index_of(p, dots[i + 1]));
		row[i / 2] = both;
	}
	if (i < p->width)
		row[i / 2] = (unsigned char)(index_of(p, dots[i]) << BITS);
}

/* ---- the file ---- */

static void
put_number(struct gp_buf *out, uint32_t n)
{
	char bytes[4] = { (char)(n >> 24), (char)(n >> 16 & 0xFF),
		          (char)(n >> 8 & 0xFF), (char)(n & 0xFF) };

	gp_buf_put(out, bytes, sizeof bytes);
}

static void
put_chunk(struct gp_buf *out, const char type[4], struct gp_str data)
{
	uint32_t sum = libdeflate_crc32(0, type, 4);

	put_number(out, (uint32_t)data.n);
	gp_buf_put(out, type, 4);
	gp_buf_str(out, data);
	put_number(out, libdeflate_crc32(sum, data.p, data.n));
}

static void
put_head(const struct gp_png *p, struct gp_buf *out)
{
	struct gp_buf head = { .max = 0 };
	static const char kind[5] = { BITS, INDEXED, 0, 0, 0 };

	put_number(&head, p->width);
	put_number(&head, p->height);
	gp_buf_put(&head, kind, sizeof kind);
	put_chunk(out, "IHDR", gp_buf_view(&head));
	gp_buf_inherit(out, &head);
	gp_buf_free(&head);
}

static void
put_palette(const struct gp_png *p, struct gp_buf *out)
{
	char rows[GP_PNG_COLOURS * 3];
	size_t i;

	for (i = 0; i < p->n_colours; i++) {
		rows[3 * i] = (char)(p->palette[i] >> 16);
		rows[3 * i + 1] = (char)(p->palette[i] >> 8 & 0xFF);
		rows[3 * i + 2] = (char)(p->palette[i] & 0xFF);
	}
	put_chunk(out, "PLTE", (struct gp_str){ rows, 3 * p->n_colours });
}

static bool
put_rows(const struct gp_png *p, struct gp_buf *out, struct gp_err *e)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(LEVEL);
	size_t all = row_size(p) * p->height;
	size_t room = c ? libdeflate_zlib_compress_bound(c, all) : 0;
	char *data = room ? malloc(room) : NULL;
	size_t size = 0;

	if (data)
		size = libdeflate_zlib_compress(c, p->rows, all, data, room);
	if (size)
		put_chunk(out, "IDAT", (struct gp_str){ data, size });
	free(data);
	libdeflate_free_compressor(c);
	return size || gp_fail(e, GP_NOMEM, "out of memory");
}

bool
gp_png_write(struct gp_png *p, struct gp_buf *out, struct gp_err *e)
{
	if (!p->rows)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, "\x89PNG\r\n\x1A\n");
	put_head(p, out);
	put_palette(p, out);
	if (!put_rows(p, out, e))
		return false;
	put_chunk(out, "IEND", GP_STR(""));
	return gp_buf_ok(out, e);
}
