/* The sRGB profile as a table of its tags, written out with their offsets.
   Layout: ICC.1:2010, 7; numbers are 16.16 fixed point, the matrix adapted
   to D50 by Bradford's method.  No other profile can be made of it. */
#include "write/pdf/file/icc.h"

#include <stdint.h>

enum {
	HEADER = 128,
	ROW = 12, /* of the table of tags */
	TAGS = 10,
	TEXT_HEAD = 28,
};

enum shape { TEXT, NUMBERS, CURVE };

/* The data of one or more tags. */
struct data {
	enum shape shape;
	const char *text;
	uint32_t numbers[9];
	unsigned count;
};

static const struct data parts[] = {
	{ TEXT, "sRGB", { 0 }, 4 },
	{ TEXT, "CC0", { 0 }, 3 },
	{ NUMBERS, "XYZ ", { 0xF6D6, 0x10000, 0xD32D }, 3 },
	{ NUMBERS,
	  "sf32",
	  { 0x10C42, 0x5DE, 0xFFFFF325, 0x793, 0xFD90, 0xFFFFFBA2, 0xFFFFFDA1,
	    0x3DC, 0xC06E },
	  9 },
	{ NUMBERS, "XYZ ", { 0x6FA2, 0x38F5, 0x390 }, 3 },
	{ NUMBERS, "XYZ ", { 0x6299, 0xB785, 0x18DA }, 3 },
	{ NUMBERS, "XYZ ", { 0x24A0, 0xF84, 0xB6CF }, 3 },
	{ CURVE, "para", { 0x26666, 0xF2A7, 0xD59, 0x13D0, 0xA5B }, 5 },
};

/* Three tags share the curve. */
static const struct {
	const char *name;
	unsigned part;
} tags[TAGS] = {
	{ "desc", 0 }, { "cprt", 1 }, { "wtpt", 2 }, { "chad", 3 },
	{ "rXYZ", 4 }, { "gXYZ", 5 }, { "bXYZ", 6 }, { "rTRC", 7 },
	{ "gTRC", 7 }, { "bTRC", 7 },
};

static void
put32(struct gp_buf *b, uint32_t v)
{
	gp_buf_putc(b, (char)(v >> 24 & 0xFF));
	gp_buf_putc(b, (char)(v >> 16 & 0xFF));
	gp_buf_putc(b, (char)(v >> 8 & 0xFF));
	gp_buf_putc(b, (char)(v & 0xFF));
}

static uint32_t
size_of(const struct data *d)
{
	if (d->shape == TEXT)
		return TEXT_HEAD + 2 * d->count;
	return 8 + (d->shape == CURVE ? 4U : 0U) + 4 * d->count;
}

static uint32_t
padded(uint32_t size)
{
	return (size + 3) & ~(uint32_t)3;
}

static uint32_t
offset_of(unsigned part)
{
	uint32_t offset = HEADER + 4 + TAGS * ROW;
	unsigned i;

	for (i = 0; i < part; i++)
		offset += padded(size_of(&parts[i]));
	return offset;
}

static void
put_zeros(struct gp_buf *b, size_t to)
{
	while (b->failed == GP_OK && b->len < to)
		gp_buf_putc(b, '\0');
}

/* A display profile, RGB to XYZ, made on the first of January 2015. */
static void
put_header(struct gp_buf *b, uint32_t size)
{
	static const uint32_t made[] = { 2015U << 16 | 1, 1U << 16, 0 };

	put32(b, size);
	put32(b, 0);
	put32(b, 0x04200000);
	gp_buf_put(b, "mntrRGB XYZ ", 12);
	put32(b, made[0]);
	put32(b, made[1]);
	put32(b, made[2]);
	gp_buf_put(b, "acsp", 4);
	put_zeros(b, 68);
	put32(b, 0xF6D6);
	put32(b, 0x10000);
	put32(b, 0xD32D);
	put_zeros(b, HEADER);
}

static void
put_text(struct gp_buf *b, const struct data *d)
{
	unsigned i;

	gp_buf_put(b, "mluc", 4);
	put32(b, 0);
	put32(b, 1);
	put32(b, 12);
	gp_buf_put(b, "enGB", 4);
	put32(b, 2 * d->count);
	put32(b, TEXT_HEAD);
	for (i = 0; i < d->count; i++) {
		gp_buf_putc(b, '\0');
		gp_buf_putc(b, d->text[i]);
	}
}

static void
put_part(struct gp_buf *b, const struct data *d)
{
	size_t end = b->len + padded(size_of(d));
	unsigned i;

	if (d->shape == TEXT) {
		put_text(b, d);
	} else {
		gp_buf_put(b, d->text, 4);
		put32(b, 0);
		if (d->shape == CURVE)
			put32(b, 3U << 16);
		for (i = 0; i < d->count; i++)
			put32(b, d->numbers[i]);
	}
	put_zeros(b, end);
}

void
gp_icc_srgb(struct gp_buf *out)
{
	unsigned count = sizeof parts / sizeof *parts, i;

	put_header(out, offset_of(count));
	put32(out, TAGS);
	for (i = 0; i < TAGS; i++) {
		gp_buf_put(out, tags[i].name, 4);
		put32(out, offset_of(tags[i].part));
		put32(out, size_of(&parts[tags[i].part]));
	}
	for (i = 0; i < count; i++)
		put_part(out, &parts[i]);
}
