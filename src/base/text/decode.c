/*
 * Decoding: see decode.h.  First to UTF-8, then one cleaning pass over it, so
 * that every encoding is cleaned alike.  Nothing that XML 1.0 forbids comes
 * out of here.  This file does not know what the text is about.
 */
#include "base/text/decode.h"

#include "base/arena.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum {
	SAMPLE = 64 * 1024,   /* bytes looked at for the density of controls */
	WIDE_SAMPLE = 1024,   /* bytes looked at for UTF-16 without a mark */
	FEW_CONTROLS = 8,     /* so many are a slip in any file */
	REPLACEMENT = 0xFFFD, /* for half a surrogate pair */
};

struct signature {
	const char *name;
	size_t at, n;
	const char *bytes;
};

enum encoding { UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252 };

enum edit { KEEP, REMOVE, END_LINE };

static const char *const encoding_names[] = {
	[UTF_8] = "UTF-8",
	[UTF_16LE] = "UTF-16LE",
	[UTF_16BE] = "UTF-16BE",
	[WINDOWS_1252] = "windows-1252",
};

/* WHATWG Encoding, index-windows-1252: bytes 0x80 to 0x9F. */
static const uint32_t upper_1252[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/* Only marks that no text begins with.  An importer of one of these formats
   reads the bytes itself. */
static const struct signature signatures[] = {
	{ "a ZIP archive (or an office document)", 0, 4, "PK\x03\x04" },
	{ "an empty ZIP archive", 0, 4, "PK\x05\x06" },
	{ "a PDF file", 0, 5, "%PDF-" },
	{ "an RTF document", 0, 5, "{\\rtf" },
	{ "a PNG image", 0, 8, "\x89PNG\r\n\x1A\n" },
	{ "a JPEG image", 0, 3, "\xFF\xD8\xFF" },
	{ "a GIF image", 0, 6, "GIF87a" },
	{ "a GIF image", 0, 6, "GIF89a" },
	{ "a WebP image", 8, 4, "WEBP" },
	{ "an ELF program", 0, 4, "\177ELF" },
	{ "a gzip file", 0, 2, "\x1F\x8B" },
	{ "a bzip2 file", 4, 6, "1AY&SY" },
	{ "an xz file", 0, 6, "\3757zXZ\0" },
	{ "a Zstandard file", 0, 4, "\x28\xB5\x2F\xFD" },
	{ "a 7-Zip archive", 0, 6, "7z\xBC\xAF\x27\x1C" },
	{ "a RAR archive", 0, 7, "Rar!\x1A\x07\x00" },
	{ "an old office document", 0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" },
	{ "an SQLite database", 0, 16, "SQLite format 3\0" },
	{ NULL, 0, 0, NULL },
};

/* ---- what is no text ---- */

static const char *
signature_name(struct gp_str s)
{
	const struct signature *g;

	for (g = signatures; g->name; g++)
		if (gp_str_eq(gp_str_sub(s, g->at, g->at + g->n),
		              (struct gp_str){ g->bytes, g->n }))
			return g->name;
	return NULL;
}

static bool
is_odd_control(char c)
{
	unsigned char u = (unsigned char)c;

	return (u < 0x20 && !gp_is_space(c)) || u == 0x7F;
}

/* UTF-16 without a mark: one byte of nearly each pair is NUL, the other one
   of hardly any. */
static bool
is_wide(struct gp_str s, enum encoding *which)
{
	size_t n = s.n < WIDE_SAMPLE ? s.n : WIDE_SAMPLE, i, nul[2] = { 0, 0 };

	if (n < 4 || s.n % 2)
		return false;
	for (i = 0; i < n; i++)
		nul[i % 2] += s.p[i] == '\0';
	*which = nul[1] > nul[0] ? UTF_16LE : UTF_16BE;
	return nul[nul[1] > nul[0]] * 10 >= n / 2 * 7 &&
	       nul[nul[1] <= nul[0]] * 50 <= n;
}

static bool
has_mark(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("\xFF\xFE")) ||
	       gp_str_starts(s, GP_STR("\xFE\xFF"));
}

/* Noise has one control in nine bytes and is no UTF-8; text has none. */
static bool
is_dense(struct gp_str s)
{
	struct gp_str start = gp_str_sub(s, 0, SAMPLE);
	size_t i = 0, stop, controls = 0;

	while (i < start.n) {
		i += gp_utf8_printable(start, i);
		stop = i + 8 < start.n ? i + 8 : start.n;
		for (; i < stop; i++)
			controls += is_odd_control(start.p[i]);
	}
	if (controls < FEW_CONTROLS)
		return false;
	if (controls * 4 > start.n)
		return true;
	return controls * 20 > start.n && gp_utf8_valid(start) + 4 < start.n;
}

bool
gp_looks_binary(struct gp_str bytes)
{
	enum encoding wide;

	if (has_mark(bytes) || is_wide(bytes, &wide))
		return false;
	return signature_name(bytes) || is_dense(bytes);
}

static bool
refuse_binary(struct gp_str bytes, struct gp_err *e)
{
	const char *name = signature_name(bytes);

	if (name)
		return gp_fail(e, GP_INPUT,
		               "is %s, not text; give the "
		               "article itself as text",
		               name);
	return gp_fail(e, GP_INPUT, "is binary data, not text");
}

/* ---- to UTF-8 ---- */

int
gp_windows_1252_byte(uint32_t c)
{
	int i;

	if (c >= 0x80 && c <= 0xFF)
		return (int)c;
	for (i = 0; c > 0xFF && i < 32; i++)
		if (upper_1252[i] == c)
			return 0x80 + i;
	return -1;
}

uint32_t
gp_windows_1252_char(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xA0 ? upper_1252[byte - 0x80] : byte;
}

static void
from_windows_1252(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		gp_buf_utf8(out, gp_windows_1252_char((unsigned char)s.p[i]));
}

static uint32_t
code_unit(struct gp_str s, size_t i, enum encoding which)
{
	uint32_t a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];

	return which == UTF_16LE ? a | b << 8 : a << 8 | b;
}

static void
from_utf_16(struct gp_str s, enum encoding which, struct gp_buf *out)
{
	size_t i;
	uint32_t c, low;

	for (i = 0; i + 1 < s.n; i += 2) {
		c = code_unit(s, i, which);
		low = i + 3 < s.n ? code_unit(s, i + 2, which) : 0;
		if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 &&
		    low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			i += 2;
		} else if (c >= 0xD800 && c < 0xE000) {
			c = REPLACEMENT;
		}
		gp_buf_utf8(out, c);
	}
	if (i < s.n)
		gp_buf_utf8(out, REPLACEMENT);
}

/* Finds the encoding and takes a mark off the front. */
static enum encoding
detect(struct gp_str *s, bool *bom)
{
	enum encoding which = UTF_8;
	size_t mark = 0;

	if (gp_str_starts(*s, GP_STR("\xEF\xBB\xBF")))
		mark = 3;
	else if (has_mark(*s))
		mark = 2;
	if (mark == 2)
		which = s->p[0] == '\xFF' ? UTF_16LE : UTF_16BE;
	*bom = mark > 0;
	*s = gp_str_sub(*s, mark, s->n);
	if (mark == 2 || is_wide(*s, &which))
		return which;
	return gp_utf8_valid(*s) == s->n ? UTF_8 : WINDOWS_1252;
}

/* ---- cleaning ---- */

/* A C1 control after "\u00e2\u20ac" and its like is half of a character that
   was decoded with the wrong table; normalisation can mend it, so it stays. */
static bool
is_half_decoded(struct gp_str s, size_t at)
{
	int k, byte;

	for (k = 1; k <= 3 && at > 0; k++) {
		byte = gp_windows_1252_byte(gp_utf8_before(s, at));
		if (byte >= 0xC2 && byte <= 0xF4)
			return k <= 1 + (byte >= 0xE0) + (byte >= 0xF0);
		if (byte < 0 || byte > 0xBF)
			return false;
		do
			at--;
		while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	}
	return false;
}

/* What to do with the *n bytes at `i`, which start a suspect character. */
static enum edit
judge(struct gp_str s, size_t i, size_t *n)
{
	size_t end = i;
	uint32_t c = gp_utf8_next(s, &end);

	*n = end - i;
	if (c == '\r') {
		*n += end < s.n && s.p[end] == '\n';
		return END_LINE;
	}
	if (c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029)
		return END_LINE;
	if (c >= 0x80 && c < 0xA0) {
		if (is_half_decoded(s, i))
			return KEEP;
		return c == 0x85 ? END_LINE : REMOVE;
	}
	return c < 0x20 || c == 0x7F || gp_is_noncharacter(c) ? REMOVE : KEEP;
}

/* First bytes of what judge() may want to change. */
static bool
is_suspect(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0xC2 ||
	       c == 0xE2 || c >= 0xEF;
}

/* Most bytes are printable ASCII; it is worth a look every eight of them. */
static size_t
skip_plain(struct gp_str s, size_t i)
{
	size_t stop;

	while (i < s.n) {
		i += gp_utf8_printable(s, i);
		stop = i + 8 < s.n ? i + 8 : s.n;
		for (; i < stop; i++)
			if (is_suspect((unsigned char)s.p[i]))
				return i;
	}
	return i;
}

static void
clean(struct gp_str s, struct gp_decoded *out)
{
	size_t from = 0, i, n;
	enum edit edit;

	for (i = skip_plain(s, 0); i < s.n; i = skip_plain(s, i + n)) {
		edit = judge(s, i, &n);
		if (edit != KEEP) {
			gp_buf_put(&out->text, s.p + from, i - from);
			from = i + n;
		}
		if (edit == END_LINE)
			gp_buf_putc(&out->text, '\n');
		out->controls_removed += edit == REMOVE;
	}
	gp_buf_put(&out->text, s.p + from, s.n - from);
}

bool
gp_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_SOURCE_BYTES };
	enum encoding which;
	bool ok;

	*out = (struct gp_decoded){ .text.max = 4 * GP_MAX_SOURCE_BYTES };
	if (bytes.n > GP_MAX_SOURCE_BYTES)
		return gp_fail(e, GP_LIMIT, "is larger than %zu MiB",
		               GP_MAX_SOURCE_BYTES / GP_MIB);
	if (gp_looks_binary(bytes))
		return refuse_binary(bytes, e);
	which = detect(&bytes, &out->bom);
	out->encoding = encoding_names[which];
	if (which == WINDOWS_1252)
		from_windows_1252(bytes, &utf8);
	else if (which != UTF_8)
		from_utf_16(bytes, which, &utf8);
	clean(which == UTF_8 ? bytes : gp_buf_view(&utf8), out);
	ok = gp_buf_ok(&utf8, e) && gp_buf_ok(&out->text, e);
	gp_buf_free(&utf8);
	return ok;
}

struct gp_str
gp_clean_line(struct gp_arena *a, struct gp_str s)
{
	struct gp_buf out = { .max = 4 * GP_MAX_SOURCE_BYTES };
	size_t i = 0, at;
	uint32_t c;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c == GP_UTF8_BAD)
			c = gp_windows_1252_char((unsigned char)s.p[at]);
		if (gp_is_space((char)c) && c < 0x80)
			gp_buf_putc(&out, ' ');
		else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) &&
		         !gp_is_noncharacter(c))
			gp_buf_utf8(&out, c);
	}
	return gp_arena_buf(a, &out);
}
