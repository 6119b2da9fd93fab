/*
 * Pictures without what was not drawn: PNG chunk by chunk (RFC 2083), JPEG
 * segment by segment (ITU-T T.81, annex B).  Only what a decoder needs is
 * copied; nothing is decoded here.
 */
#include "import/picture/image_strip.h"

#include "base/buf.h"
#include "base/limits.h"

enum {
	PNG_HEAD = 8,
	PNG_CHUNK = 12,  /* length, type and check sum round the data */
	MOST_SCANS = 40, /* of a JPEG; a bomb has thousands */
	MOST_PROFILE = 1024 * 1024,
};

static unsigned long
big(struct gp_str s, size_t at, unsigned bytes)
{
	unsigned long n = 0;

	while (bytes-- > 0)
		n = n << 8 | (at < s.n ? (unsigned char)s.p[at] : 0UL), at++;
	return n;
}

static bool
is_size_ok(unsigned width, unsigned height, struct gp_err *e)
{
	if (width == 0 || height == 0)
		return gp_fail(e, GP_INPUT, "has no dots");
	if (width > GP_MAX_IMAGE_SIDE || height > GP_MAX_IMAGE_SIDE ||
	    (uint64_t)width * height > GP_MAX_IMAGE_DOTS)
		return gp_fail(e, GP_LIMIT,
		               "is %u by %u dots, more than a picture may have "
		               "(%u million, %u a side); make it smaller",
		               width, height, GP_MAX_IMAGE_DOTS / 1000000,
		               GP_MAX_IMAGE_SIDE);
	return true;
}

/* ---- PNG ---- */

/* Chunks that are copied; those that a decoder may not do without, and those
   that say what its numbers mean. */
static bool
is_wanted_chunk(struct gp_str type)
{
	static const char *const wanted[] = { "IHDR", "PLTE", "tRNS", "IDAT",
		                              "IEND", "sRGB", "gAMA", NULL };

	return gp_str_among(type, wanted);
}

static bool
fail_png(struct gp_err *e)
{
	return gp_fail(e, GP_INPUT, "is a damaged PNG file");
}

bool
gp_png_strip(struct gp_str data, struct gp_buf *out, struct gp_image *image,
             struct gp_err *e)
{
	size_t at = PNG_HEAD, n;
	struct gp_str type;

	if (!gp_str_eq(gp_str_sub(data, 12, 16), GP_STR("IHDR")))
		return fail_png(e);
	image->width = (unsigned)big(data, 16, 4);
	image->height = (unsigned)big(data, 20, 4);
	if (!is_size_ok(image->width, image->height, e))
		return false;
	gp_buf_str(out, gp_str_sub(data, 0, PNG_HEAD));
	while (at + PNG_CHUNK <= data.n) {
		n = big(data, at, 4);
		if (n > data.n - at - PNG_CHUNK)
			return fail_png(e);
		type = gp_str_sub(data, at + 4, at + 8);
		if (is_wanted_chunk(type))
			gp_buf_str(out,
			           gp_str_sub(data, at, at + n + PNG_CHUNK));
		at += n + PNG_CHUNK;
		if (gp_str_eq(type, GP_STR("IEND")))
			return gp_buf_ok(out, e);
	}
	return fail_png(e);
}

/* ---- EXIF ---- */

static unsigned long
tiff_number(struct gp_str tiff, size_t at, unsigned bytes, bool little)
{
	unsigned long n = 0;
	unsigned i;

	if (!little)
		return big(tiff, at, bytes);
	for (i = bytes; i-- > 0;)
		n = n << 8 |
		    (at + i < tiff.n ? (unsigned char)tiff.p[at + i] : 0UL);
	return n;
}

/* 1 to 8; 1 when it does not say. */
static unsigned
orientation_of(struct gp_str tiff)
{
	bool little = gp_str_starts(tiff, GP_STR("II"));
	size_t at = tiff_number(tiff, 4, 4, little), i, rows;
	unsigned long value;

	if (tiff.n < 8 || at > tiff.n - 2)
		return 1;
	rows = tiff_number(tiff, at, 2, little);
	for (i = 0; i < rows && at + 2 + i * 12 + 12 <= tiff.n; i++) {
		size_t row = at + 2 + i * 12;

		if (tiff_number(tiff, row, 2, little) != 0x0112)
			continue;
		value = tiff_number(tiff, row + 8, 2, little);
		return value >= 1 && value <= 8 ? (unsigned)value : 1;
	}
	return 1;
}

/* ---- JPEG ---- */

struct jpeg {
	struct gp_str data;
	struct gp_buf *out;
	struct gp_image *image;
	struct gp_jpeg_says *says;
	unsigned scans;
	size_t profile; /* bytes of colour profiles so far */
	struct gp_err *e;
};

static bool
fail_jpeg(struct gp_err *e)
{
	return gp_fail(e, GP_INPUT, "is a damaged JPEG file");
}

/* A frame header; arithmetic coding, 12 bits and lossless frames are not what
   readers of books draw. */
static bool
read_frame(struct jpeg *j, unsigned marker, struct gp_str body)
{
	unsigned parts = (unsigned)big(body, 5, 1);

	if (j->image->width)
		return fail_jpeg(j->e);
	if (marker > 0xC2 || big(body, 0, 1) != 8)
		return gp_fail(j->e, GP_INPUT,
		               "is a JPEG file of a rare kind; save it anew "
		               "as PNG or JPEG");
	if (parts != 1 && parts != 3 && parts != 4)
		return fail_jpeg(j->e);
	j->says->in_inks = parts == 4;
	j->image->height = (unsigned)big(body, 1, 2);
	j->image->width = (unsigned)big(body, 3, 2);
	return is_size_ok(j->image->width, j->image->height, j->e);
}

static bool
is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	       marker != 0xC8 && marker != 0xCC;
}

/* APP0 and APP14 tell a decoder what the colours are, a profile in APP2 how
   they look. */
static bool
is_wanted(struct jpeg *j, unsigned marker, struct gp_str body)
{
	if (marker == 0xE0)
		return gp_str_starts(body, GP_STR("JFIF\0"));
	if (marker == 0xEE)
		return gp_str_starts(body, GP_STR("Adobe"));
	if (marker == 0xE2 && gp_str_starts(body, GP_STR("ICC_PROFILE\0"))) {
		j->profile += body.n;
		return j->profile <= MOST_PROFILE;
	}
	return !(marker >= 0xE0 && marker <= 0xEF) && marker != 0xFE;
}

/* The entropy-coded bytes from `at` on: up to a marker that is no restart. */
static size_t
scan_end(struct gp_str s, size_t at)
{
	for (; at + 1 < s.n; at++) {
		unsigned char next = (unsigned char)s.p[at + 1];

		if (s.p[at] == '\xFF' && next != 0 && next != 0xFF &&
		    !(next >= 0xD0 && next <= 0xD7))
			return at;
	}
	return s.n;
}

/* One segment at *at, which moves past it and past the scan behind it. */
static bool
take_segment(struct jpeg *j, unsigned marker, size_t *at)
{
	struct gp_str s = j->data, body;
	size_t n = big(s, *at + 2, 2), end = *at + 2 + n;

	if (n < 2 || end > s.n)
		return fail_jpeg(j->e);
	body = gp_str_sub(s, *at + 4, end);
	if (marker == 0xE1 && gp_str_starts(body, GP_STR("Exif\0\0")))
		j->says->orientation =
			orientation_of(gp_str_sub(body, 6, body.n));
	if (is_frame(marker) && !read_frame(j, marker, body))
		return false;
	if (marker == 0xDA) {
		if (++j->scans > MOST_SCANS || !j->image->width)
			return gp_fail(j->e,
			               j->image->width ? GP_LIMIT : GP_INPUT,
			               "is a JPEG file with more scans than a "
			               "picture may have");
		end = scan_end(s, end);
	}
	if (is_wanted(j, marker, body))
		gp_buf_str(j->out, gp_str_sub(s, *at, end));
	*at = end;
	return true;
}

bool
gp_jpeg_strip(struct gp_str data, struct gp_buf *out, struct gp_image *image,
              struct gp_jpeg_says *says, struct gp_err *e)
{
	struct jpeg j = {
		.data = data, .out = out, .image = image, .says = says, .e = e
	};
	size_t at = 2;
	unsigned marker;

	image->width = image->height = 0;
	*says = (struct gp_jpeg_says){ .orientation = 1 };
	gp_buf_str(out, gp_str_sub(data, 0, 2));
	while (at + 1 < data.n) {
		marker = (unsigned char)data.p[at + 1];
		if (data.p[at] != '\xFF')
			return fail_jpeg(e);
		if (marker == 0xFF) {
			at++;
			continue;
		}
		if (marker == 0xD9)
			break;
		if (!take_segment(&j, marker, &at))
			return false;
	}
	if (!j.scans)
		return fail_jpeg(e);
	gp_buf_puts(out, "\xFF\xD9");
	return gp_buf_ok(out, e);
}

/* They stand before the first scan. */
void
gp_jpeg_profile(struct gp_str s, struct gp_buf *out)
{
	size_t at = 2, end;

	while (at + 4 <= s.n && s.p[at] == '\xFF' && s.p[at + 1] != '\xDA') {
		end = at + 2 + big(s, at + 2, 2);
		if (s.p[at + 1] == '\xE2' && end <= s.n)
			gp_buf_str(out, gp_str_sub(s, at, end));
		at = end;
	}
}
