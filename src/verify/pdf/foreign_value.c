/* Looking into objects, and unpacking streams (ISO 32000-1, 7.4). */
#include "verify/pdf/check_pdf.h"

#include <libdeflate.h>
#include <stdlib.h>

enum { MAX_HOPS = 16 };

bool
gp_pdf_is_dict(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_DICT;
}

struct gp_str
gp_pdf_name(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_NAME ? v->text
	                                   : (struct gp_str){ NULL, 0 };
}

bool
gp_pdf_is_name(const struct gp_pdf_value *v, const char *name)
{
	return v && v->type == GP_PDF_NAME && gp_str_eq(v->text, gp_str(name));
}

int64_t
gp_pdf_int(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_INT && v->integer >= 0 ? v->integer : -1;
}

unsigned
gp_pdf_ref(const struct gp_pdf_value *v)
{
	return v && v->type == GP_PDF_REF && v->integer > 0 &&
	                       v->integer < (int64_t)GP_MAX_PDF_OBJECTS
	               ? (unsigned)v->integer
	               : 0;
}

struct gp_pdf_value *
gp_pdf_follow(struct gp_pdf *p, struct gp_pdf_value *v)
{
	int hops = 0;

	while (v && v->type == GP_PDF_REF && hops++ < MAX_HOPS)
		v = gp_pdf_object(p, v->integer);
	return v && v->type != GP_PDF_REF && v->type != GP_PDF_NULL ? v : NULL;
}

struct gp_pdf_value *
gp_pdf_raw(struct gp_pdf_value *dict, const char *key)
{
	struct gp_pdf_value *v;

	if (!gp_pdf_is_dict(dict))
		return NULL;
	for (v = dict->items; v; v = v->next)
		if (gp_str_eq(v->key, gp_str(key)))
			return v;
	return NULL;
}

struct gp_pdf_value *
gp_pdf_find(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	return gp_pdf_follow(p, gp_pdf_raw(dict, key));
}

bool
gp_pdf_first_look(struct gp_pdf_value *v)
{
	if (!v || v->looked)
		return false;
	v->looked = true;
	return true;
}

/* ---- Flate ---- */

static enum libdeflate_result
inflate_into(struct gp_pdf *p, struct gp_str packed, struct gp_buf *out,
             size_t room)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_BAD_DATA;
	char *space = malloc(room);
	size_t size = 0;

	if (d && space)
		result = libdeflate_zlib_decompress(d, packed.p, packed.n,
		                                    space, room, &size);
	else
		(void)gp_fail(p->in->err, GP_NOMEM, "out of memory");
	if (result == LIBDEFLATE_SUCCESS)
		gp_buf_put(out, space, size);
	free(space);
	libdeflate_free_decompressor(d);
	return result;
}

/* The size is not stated: room is doubled until it is enough. */
static bool
inflate_all(struct gp_pdf *p, struct gp_str packed, struct gp_buf *out)
{
	enum libdeflate_result result;
	size_t room = packed.n < 1024 ? 4096 : packed.n * 4;

	do {
		if (room > GP_MAX_CHECKED_STREAM)
			room = GP_MAX_CHECKED_STREAM;
		result = inflate_into(p, packed, out, room);
		room *= 2;
	} while (result == LIBDEFLATE_INSUFFICIENT_SPACE &&
	         room <= GP_MAX_CHECKED_STREAM);
	return result == LIBDEFLATE_SUCCESS;
}

/* Streams may be shared: each use counts. */
static bool
count(struct gp_pdf *p, const struct gp_buf *out)
{
	p->inflated += out->len;
	return p->inflated <= GP_MAX_PDF_INFLATED ||
	       gp_fail(p->in->err, GP_LIMIT,
	               "the PDF's streams are larger than is looked at");
}

static int64_t
parameter(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key,
          int64_t otherwise)
{
	int64_t n = gp_pdf_int(gp_pdf_find(p, dict, key));

	return n >= 0 ? n : otherwise;
}

static bool
undo_flate(struct gp_pdf *p, struct gp_str packed, struct gp_pdf_value *how,
           struct gp_buf *out)
{
	return inflate_all(p, packed, out) && count(p, out) &&
	       gp_pdf_unpredict(out, parameter(p, how, "Predictor", 1),
	                        parameter(p, how, "Colors", 1),
	                        parameter(p, how, "BitsPerComponent", 8),
	                        parameter(p, how, "Columns", 1));
}

/* The only filter, or the only one of an array; NULL: none. */
static struct gp_pdf_value *
single(struct gp_pdf *p, const struct gp_pdf_value *v, const char *key)
{
	struct gp_pdf_value dict = *v, *found = gp_pdf_find(p, &dict, key);

	if (found && found->type == GP_PDF_ARRAY)
		found = gp_pdf_follow(p, found->items);
	return found;
}

bool
gp_pdf_unpack(struct gp_pdf *p, const struct gp_pdf_value *v,
              struct gp_buf *out)
{
	struct gp_pdf_value *filter = single(p, v, "Filter");

	gp_buf_clear(out);
	if (!v->has_stream)
		return false;
	if (!gp_pdf_is_name(filter, "FlateDecode")) {
		gp_buf_str(out, v->stream);
		return count(p, out) && gp_buf_ok(out, p->in->err);
	}
	if (undo_flate(p, v->stream, single(p, v, "DecodeParms"), out))
		return gp_buf_ok(out, p->in->err);
	if (p->in->err->code == GP_OK)
		gp_found(p->in, GP_CHECK_PDF_STREAM, gp_pdf_place(p, v->number),
		         0, "the stream cannot be unpacked");
	return false;
}

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

bool
gp_pdf_unpredict(struct gp_buf *b, int64_t predictor, int64_t colours,
                 int64_t bits, int64_t columns)
{
	unsigned char *data = (unsigned char *)b->data, *row, *above = NULL;
	size_t width, pixel, at, n = 0;

	if (predictor == 1)
		return true;
	if (predictor < 10 || colours < 1 || colours > 32 || bits < 1 ||
	    bits > 16 || columns < 1 || columns > INT32_MAX)
		return false;
	width = ((size_t)colours * (size_t)bits * (size_t)columns + 7) / 8;
	pixel = ((size_t)colours * (size_t)bits + 7) / 8;
	for (at = 0; at + width + 1 <= b->len; at += width + 1) {
		row = data + n;
		unsigned kind = data[at];

		for (size_t i = 0; i < width; i++)
			row[i] = data[at + 1 + i];
		if (!undo_row(row, above, width, pixel, kind))
			return false;
		above = row;
		n += width;
	}
	b->len = n;
	return true;
}
