/* Unpacking streams (ISO 32000-1, 7.4).  What comes out counts against one
   limit for the file, and what cannot be unpacked is tried once. */
#include "verify/pdf/foreign_stream.h"

#include <libdeflate.h>
#include <stdlib.h>

/* ---- predictors (PNG, 9; TIFF 6.0, 14) ---- */

static int
paeth(int left, int up, int corner)
{
	int p = left + up - corner;
	int a = abs(p - left), b = abs(p - up), c = abs(p - corner);

	if (a <= b && a <= c)
		return left;
	return b <= c ? up : corner;
}

static bool
undo_row(unsigned char *row, const unsigned char *above, size_t width,
         size_t pixel, unsigned kind)
{
	size_t i;

	if (kind > 4)
		return false;
	for (i = 0; i < width; i++) {
		int left = i >= pixel ? row[i - pixel] : 0;
		int up = above ? above[i] : 0;
		int corner = above && i >= pixel ? above[i - pixel] : 0;
		int add[] = { 0, left, up, (left + up) / 2,
			      paeth(left, up, corner) };

		row[i] = (unsigned char)(row[i] + add[kind]);
	}
	return true;
}

/* In place; false when the bytes do not fit. */
static bool
unpredict(unsigned char *data, size_t *size, const struct gp_pdf_predictor *how)
{
	unsigned char *row, *above = NULL;
	size_t width, pixel, at, i, n = 0;

	if (how->kind == 1)
		return true;
	if (how->kind < 10 || how->colours < 1 || how->colours > 32 ||
	    how->bits < 1 || how->bits > 16 || how->columns < 1 ||
	    how->columns > INT32_MAX)
		return false;
	pixel = (size_t)how->colours * (size_t)how->bits;
	width = (pixel * (size_t)how->columns + 7) / 8;
	pixel = (pixel + 7) / 8;
	for (at = 0; at + width + 1 <= *size; at += width + 1) {
		unsigned kind = data[at];

		row = data + n;
		for (i = 0; i < width; i++)
			row[i] = data[at + 1 + i];
		if (!undo_row(row, above, width, pixel, kind))
			return false;
		above = row;
		n += width;
	}
	*size = n;
	return true;
}

/* ---- Flate ---- */

/* Of a stream that is being unpacked. */
struct inflating {
	struct gp_pdf *p;
	struct gp_str packed;
	char *room;
	size_t cap, size; /* of the room, and what of it is filled */
};

bool
gp_pdf_count(struct gp_pdf *p, size_t size)
{
	p->inflated += size;
	return p->inflated <=
	               GP_MAX_PDF_INFLATED + GP_MAX_PDF_RATIO * p->bytes.n ||
	       gp_fail(p->in->err, GP_LIMIT,
	               "the PDF's streams are larger than is looked at");
}

static enum libdeflate_result
inflate_once(struct inflating *f)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_BAD_DATA;

	free(f->room);
	f->room = malloc(f->cap);
	if (d && f->room)
		result = libdeflate_zlib_decompress(d, f->packed.p, f->packed.n,
		                                    f->room, f->cap, &f->size);
	else
		(void)gp_fail(f->p->in->err, GP_NOMEM, "out of memory");
	libdeflate_free_decompressor(d);
	if (!gp_pdf_count(f->p,
	                  result == LIBDEFLATE_SUCCESS ? f->size : f->cap))
		return LIBDEFLATE_BAD_DATA;
	return result;
}

/* The size is not stated: the room is doubled until it is enough. */
static bool
inflate_all(struct inflating *f)
{
	enum libdeflate_result result;

	f->cap = f->packed.n < 1024 ? 4096 : f->packed.n * 4;
	do {
		if (f->cap > GP_MAX_CHECKED_STREAM)
			f->cap = GP_MAX_CHECKED_STREAM;
		result = inflate_once(f);
		f->cap *= 2;
	} while (result == LIBDEFLATE_INSUFFICIENT_SPACE &&
	         f->cap <= GP_MAX_CHECKED_STREAM);
	return result == LIBDEFLATE_SUCCESS;
}

bool
gp_pdf_inflate(struct gp_pdf *p, struct gp_str packed,
               const struct gp_pdf_predictor *how, struct gp_buf *out)
{
	struct inflating f = { .p = p, .packed = packed };
	bool ok = inflate_all(&f) &&
	          unpredict((unsigned char *)f.room, &f.size, how);

	if (ok)
		gp_buf_put(out, f.room, f.size);
	free(f.room);
	return ok;
}
