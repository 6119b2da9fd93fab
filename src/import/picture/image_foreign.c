/* GIF by giflib, record by record up to the first picture, and WebP by
   libwebp.  What stands behind the first frame is not looked at. */
#include "import/picture/image_foreign.h"

#include <gif_lib.h>
#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

/* ---- GIF ---- */

static int
read_gif(GifFileType *gif, GifByteType *to, int n)
{
	struct gp_str *rest = gif->UserData;
	size_t take = (size_t)n < rest->n ? (size_t)n : rest->n;

	memcpy(to, rest->p, take);
	rest->p += take;
	rest->n -= take;
	return (int)take;
}

static bool
fail_gif(struct gp_err *e)
{
	return gp_fail(e, GP_INPUT, "is a damaged GIF file");
}

/* An extension; of one that says which colour is clear, that colour. */
static bool
read_extension(GifFileType *gif, int *clear)
{
	GifByteType *block;
	int code;

	if (DGifGetExtension(gif, &code, &block) == GIF_ERROR)
		return false;
	while (block) {
		GraphicsControlBlock says;

		if (code == GRAPHICS_EXT_FUNC_CODE &&
		    DGifExtensionToGCB(block[0], block + 1, &says) == GIF_OK)
			*clear = says.TransparentColor;
		if (DGifGetExtensionNext(gif, &block) == GIF_ERROR)
			return false;
	}
	return true;
}

static void
put_row(struct gp_dots *d, unsigned y, const GifByteType *row,
        const ColorMapObject *colours, int clear)
{
	unsigned char *dot = d->rgba + (size_t)y * d->width * GP_DOT_BYTES;
	unsigned x;

	for (x = 0; x < d->width; x++, dot += GP_DOT_BYTES) {
		const GifColorType *c = &colours->Colors[row[x]];

		if (row[x] == clear || row[x] >= colours->ColorCount)
			continue;
		dot[0] = c->Red;
		dot[1] = c->Green;
		dot[2] = c->Blue;
		dot[3] = 0xFF;
	}
}

/* Rows come from the top, or in four turns (GIF89a, appendix E). */
static bool
read_rows(GifFileType *gif, struct gp_dots *d, int clear, struct gp_err *e)
{
	static const struct {
		unsigned first, step;
	} turns[] = { { 0, 8 }, { 4, 8 }, { 2, 4 }, { 1, 2 }, { 0, 1 } };
	const ColorMapObject *colours =
		gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
	size_t k = gif->Image.Interlace ? 0 : 4;
	size_t end = gif->Image.Interlace ? 4 : 5;
	GifByteType *row = malloc(d->width);
	bool ok = row && colours;
	unsigned y;

	for (; ok && k < end; k++)
		for (y = turns[k].first; ok && y < d->height;
		     y += turns[k].step) {
			ok = DGifGetLine(gif, row, (int)d->width) == GIF_OK;
			if (ok)
				put_row(d, y, row, colours, clear);
		}
	free(row);
	return ok || fail_gif(e);
}

static bool
read_frame(GifFileType *gif, struct gp_dots *d, int clear, struct gp_err *e)
{
	if (DGifGetImageDesc(gif) == GIF_ERROR || gif->Image.Width <= 0 ||
	    gif->Image.Height <= 0)
		return fail_gif(e);
	if (!gp_dots_make(d, (unsigned)gif->Image.Width,
	                  (unsigned)gif->Image.Height, e))
		return false;
	d->clear = clear != NO_TRANSPARENT_COLOR;
	return read_rows(gif, d, clear, e);
}

static bool
read_records(GifFileType *gif, struct gp_dots *d, struct gp_err *e)
{
	int clear = NO_TRANSPARENT_COLOR;
	GifRecordType what;

	while (DGifGetRecordType(gif, &what) == GIF_OK) {
		if (what == IMAGE_DESC_RECORD_TYPE)
			return read_frame(gif, d, clear, e);
		if (what != EXTENSION_RECORD_TYPE ||
		    !read_extension(gif, &clear))
			break;
	}
	return fail_gif(e);
}

bool
gp_gif_dots(struct gp_str data, struct gp_dots *d, struct gp_err *e)
{
	int code;
	GifFileType *gif = DGifOpen(&data, read_gif, &code);
	bool ok;

	*d = (struct gp_dots){ .rgba = NULL };
	if (!gif)
		return code == D_GIF_ERR_NOT_ENOUGH_MEM
		               ? gp_fail(e, GP_NOMEM, "out of memory")
		               : fail_gif(e);
	ok = read_records(gif, d, e);
	(void)DGifCloseFile(gif, &code);
	return ok;
}

/* ---- WebP ---- */

static bool
fail_webp(struct gp_err *e)
{
	return gp_fail(e, GP_INPUT, "is a damaged WebP file");
}

static bool
read_still(struct gp_str data, struct gp_dots *d, bool *photo, struct gp_err *e)
{
	enum { LOSSY = 1 }; /* WebPBitstreamFeatures.format */
	const uint8_t *bytes = (const uint8_t *)data.p;
	WebPBitstreamFeatures is;

	if (WebPGetFeatures(bytes, data.n, &is) != VP8_STATUS_OK ||
	    is.width <= 0 || is.height <= 0)
		return fail_webp(e);
	if (!gp_dots_make(d, (unsigned)is.width, (unsigned)is.height, e))
		return false;
	d->clear = is.has_alpha;
	*photo = is.format == LOSSY && !is.has_alpha;
	return WebPDecodeRGBAInto(bytes, data.n, d->rgba,
	                          (size_t)d->width * d->height * GP_DOT_BYTES,
	                          is.width * GP_DOT_BYTES) != NULL ||
	       fail_webp(e);
}

/* Of a film the first frame, which is a picture of its own. */
static bool
read_film(struct gp_str data, struct gp_dots *d, bool *photo, struct gp_err *e)
{
	WebPData all = { (const uint8_t *)data.p, data.n };
	WebPDemuxer *demuxer = WebPDemux(&all);
	WebPIterator frame;
	bool ok = false;

	if (demuxer && WebPDemuxGetFrame(demuxer, 1, &frame)) {
		struct gp_str first = { (const char *)frame.fragment.bytes,
			                frame.fragment.size };

		ok = read_still(first, d, photo, e);
		WebPDemuxReleaseIterator(&frame);
	} else {
		(void)fail_webp(e);
	}
	WebPDemuxDelete(demuxer);
	return ok;
}

bool
gp_webp_dots(struct gp_str data, struct gp_dots *d, bool *photo,
             struct gp_err *e)
{
	WebPBitstreamFeatures is;

	*d = (struct gp_dots){ .rgba = NULL };
	if (WebPGetFeatures((const uint8_t *)data.p, data.n, &is) !=
	    VP8_STATUS_OK)
		return fail_webp(e);
	return is.has_animation ? read_film(data, d, photo, e)
	                        : read_still(data, d, photo, e);
}
