/* Unpacking streams (ISO 32000-1, 7.4).  What comes out counts against one
   limit for the file, and what cannot be unpacked is tried once. */
#include "verify/pdf/foreign_pdf.h"

#include <libdeflate.h>
#include <stdlib.h>

enum { UNPACK_COST = 64 }; /* steps for a stream, however small */

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

struct predictor {
	int64_t kind, colours, bits, columns;
};

/* In place; false when the bytes do not fit. */
static bool
unpredict(unsigned char *data, size_t *size, const struct predictor *how)
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

/* Streams may be shared, and lie in each other: each use counts. */
static bool
count(struct gp_pdf *p, size_t size)
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
	if (!count(f->p, result == LIBDEFLATE_SUCCESS ? f->size : f->cap))
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

/* ---- filters ---- */

static int64_t
parameter(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key,
          int64_t otherwise)
{
	int64_t n = gp_pdf_int(gp_pdf_find(p, dict, key));

	return n >= 0 ? n : otherwise;
}

/* The only one, or the first of an array; NULL: none. */
static struct gp_pdf_value *
single(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	struct gp_pdf_value *found = gp_pdf_find(p, dict, key);

	return gp_pdf_is_array(found) ? gp_pdf_follow(p, gp_pdf_items(found))
	                              : found;
}

static bool
undo_flate(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	struct inflating f = { .p = p, .packed = gp_pdf_stream(v) };
	struct gp_pdf_value *dict = single(p, v, "DecodeParms");
	struct predictor how = {
		.kind = parameter(p, dict, "Predictor", 1),
		.colours = parameter(p, dict, "Colors", 1),
		.bits = parameter(p, dict, "BitsPerComponent", 8),
		.columns = parameter(p, dict, "Columns", 1),
	};
	bool ok = inflate_all(&f) &&
	          unpredict((unsigned char *)f.room, &f.size, &how);

	if (ok)
		gp_buf_put(out, f.room, f.size);
	free(f.room);
	return ok;
}

static bool
undo(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	struct gp_pdf_value *filter = single(p, v, "Filter");
	struct gp_str raw = gp_pdf_stream(v);

	if (gp_pdf_is_name(filter, "FlateDecode"))
		return undo_flate(p, v, out);
	if (!filter && gp_pdf_raw(p, v, "Filter"))
		return false;
	gp_buf_str(out, raw);
	return count(p, raw.n);
}

/* What came out of a stream for the first time, and is more than went in, is
   as if the file were larger. */
static bool
account(struct gp_pdf *p, struct gp_pdf_value *v, size_t size)
{
	struct gp_pdf_extra *extra = v->as.items.extra;

	if (extra->unpacked || size <= extra->stream.n)
		return gp_spend(p->in, size);
	extra->unpacked = true;
	gp_allow(p->in, GP_MAX_CHECK_STEPS_UNPACKED * size);
	return true;
}

bool
gp_pdf_unpack(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	size_t before = out->len;

	if (!gp_pdf_stream(v).p || v->as.items.extra->broken ||
	    !gp_spend(p->in, UNPACK_COST))
		return false;
	if (undo(p, v, out) && gp_buf_ok(out, p->in->err))
		return account(p, v, out->len - before);
	v->as.items.extra->broken = true;
	if (p->in->err->code == GP_OK)
		gp_pdf_found(p, GP_CHECK_PDF_STREAM, v->number,
		             "the stream cannot be unpacked");
	return false;
}
