/* By iconv, but where its tables are not the standard's: a few bytes, and the
   escapes of iso-2022-jp, which are made bytes of euc-jp first.  Bytes that an
   encoding does not have become U+FFFD each.  It guesses nothing and does not
   look into the text for a label. */
#include "base/text/charset.h"

#include "base/text/charset_labels.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

enum {
	PIECE = 16 * 1024,
	ESCAPE = 0x1B,
	BAD = 0xFFFD,
};

/* Bytes for which the standard's index has another character. */
static const struct mend {
	enum gp_charset charset;
	unsigned char byte;
	uint32_t c;
} mends[] = {
	{ GP_KOI8_U, 0xAE, 0x45E },       { GP_KOI8_U, 0xBE, 0x40E },
	{ GP_MACINTOSH, 0xC6, 0x2206 },   { GP_MACINTOSH, 0xF0, 0xF8FF },
	{ GP_WINDOWS_1255, 0xCA, 0x5BA }, { GP_X_MAC_CYRILLIC, 0xFF, 0x20AC },
};

/* Encodings that only mails are in: to the standard none is to be read, since
   on the web they hide scripts. */
static const struct {
	const char *label, *iconv;
} of_mails[] = {
	{ "iso-2022-cn", "ISO-2022-CN" }, { "iso-2022-kr", "ISO-2022-KR" },
	{ "csiso2022kr", "ISO-2022-KR" }, { "hz-gb-2312", "HZ" },
	{ "utf-32", "UTF-32" },           { "utf-7", "UTF-7" },
};

/* ---- names ---- */

const char *
gp_charset_name(struct gp_str label)
{
	enum gp_charset charset = gp_charset_find(label);

	return charset == GP_NO_CHARSET ? NULL : gp_charset_row(charset)->name;
}

bool
gp_charset_is_refused(struct gp_str label)
{
	return gp_charset_find(label) == GP_REPLACEMENT;
}

bool
gp_charset_escapes(struct gp_str label)
{
	return gp_charset_find(label) == GP_ISO_2022_JP;
}

static const char *
iconv_name(struct gp_str label, enum gp_charset charset)
{
	size_t i;

	if (charset != GP_NO_CHARSET && charset != GP_REPLACEMENT)
		return gp_charset_row(charset)->iconv;
	for (i = 0; i < sizeof of_mails / sizeof *of_mails; i++)
		if (gp_str_eq_nocase(gp_str_trim(label),
		                     gp_str(of_mails[i].label)))
			return of_mails[i].iconv;
	return NULL;
}

/* ---- iconv ---- */

static bool
is_single(enum gp_charset charset)
{
	return charset >= GP_IBM866 && charset <= GP_X_MAC_CYRILLIC;
}

/* What the byte that iconv does not have stands for. */
static uint32_t
unmapped(enum gp_charset charset, unsigned char byte)
{
	size_t i;

	for (i = 0; i < sizeof mends / sizeof *mends; i++)
		if (mends[i].charset == charset && mends[i].byte == byte)
			return mends[i].c;
	return is_single(charset) && byte >= 0x80 && byte < 0xA0 ? byte : BAD;
}

static void
run_iconv(iconv_t to_utf8, enum gp_charset charset, struct gp_str s,
          struct gp_buf *out)
{
	char piece[PIECE], *in = NULL, *at;
	size_t left = s.n, room, done;

	memcpy(&in, &s.p, sizeof in); /* iconv() changes nothing there */
	while (left > 0 && !out->failed) {
		at = piece;
		room = sizeof piece;
		done = iconv(to_utf8, &in, &left, &at, &room);
		gp_buf_put(out, piece, sizeof piece - room);
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		gp_buf_utf8(out, unmapped(charset, (unsigned char)*in));
		in++;
		left--;
	}
	at = piece;
	room = sizeof piece;
	(void)iconv(to_utf8, NULL, NULL, &at, &room); /* a letter held back */
	gp_buf_put(out, piece, sizeof piece - room);
}

static bool
is_mended(enum gp_charset charset, unsigned char byte)
{
	size_t k;

	for (k = 0; k < sizeof mends / sizeof *mends; k++)
		if (mends[k].charset == charset && mends[k].byte == byte)
			return true;
	return false;
}

/* Bytes that iconv reads otherwise are kept from it. */
static size_t
next_mend(enum gp_charset charset, struct gp_str s, size_t from)
{
	if (!is_single(charset))
		return s.n;
	while (from < s.n && !is_mended(charset, (unsigned char)s.p[from]))
		from++;
	return from;
}

static bool
convert(enum gp_charset charset, const char *name, struct gp_str s,
        struct gp_buf *out)
{
	iconv_t to_utf8 = iconv_open("UTF-8", name);
	size_t from = 0, end;

	if (to_utf8 == (iconv_t)-1)
		return false;
	for (; from < s.n; from = end + 1) {
		end = next_mend(charset, s, from);
		run_iconv(to_utf8, charset, gp_str_sub(s, from, end), out);
		if (end < s.n)
			gp_buf_utf8(out,
			            unmapped(charset, (unsigned char)s.p[end]));
	}
	(void)iconv_close(to_utf8);
	return true;
}

/* ---- Japanese ---- */

/* What an escape of iso-2022-jp switches to. */
enum jis { JIS_ASCII, JIS_ROMAN, JIS_KANA, JIS_0208, JIS_0212 };

static bool
escape_at(struct gp_str s, size_t i, enum jis *set, size_t *n)
{
	static const struct {
		const char *bytes;
		enum jis set;
	} escapes[] = {
		{ "\x1B(B", JIS_ASCII }, { "\x1B(J", JIS_ROMAN },
		{ "\x1B(I", JIS_KANA },  { "\x1B$@", JIS_0208 },
		{ "\x1B$B", JIS_0208 },  { "\x1B$(D", JIS_0212 },
	};
	size_t k;

	for (k = 0; k < sizeof escapes / sizeof *escapes; k++) {
		*n = strlen(escapes[k].bytes);
		*set = escapes[k].set;
		if (gp_str_starts(gp_str_sub(s, i, i + *n),
		                  gp_str(escapes[k].bytes)))
			return true;
	}
	return false;
}

static bool
is_of_set(char c)
{
	return c > 0x20 && c < 0x7F;
}

/* The character at `i` as bytes of euc-jp; how many it was. */
static size_t
put_jis(struct gp_str s, size_t i, enum jis set, struct gp_buf *out)
{
	bool wide = set == JIS_0208 || set == JIS_0212;

	if (set == JIS_ASCII || set == JIS_ROMAN || !is_of_set(s.p[i]) ||
	    (wide && (i + 1 == s.n || !is_of_set(s.p[i + 1])))) {
		gp_buf_putc(out, s.p[i]);
		return 1;
	}
	if (!wide)
		gp_buf_putc(out, (char)0x8E);
	if (set == JIS_0212)
		gp_buf_putc(out, (char)0x8F);
	gp_buf_putc(out, (char)(s.p[i] | 0x80));
	if (wide)
		gp_buf_putc(out, (char)(s.p[i + 1] | 0x80));
	return wide ? 2 : 1;
}

static void
jis_to_euc(struct gp_str s, struct gp_buf *out)
{
	enum jis set = JIS_ASCII, next;
	size_t i = 0, n;

	while (i < s.n) {
		if (s.p[i] == ESCAPE && escape_at(s, i, &next, &n)) {
			set = next;
			i += n;
			continue;
		}
		if (s.p[i] == '\n')
			set = JIS_ASCII;
		i += put_jis(s, i, set, out);
	}
}

static bool
convert_jis(struct gp_str s, struct gp_buf *out)
{
	struct gp_buf euc = { .max = out->max };
	bool ok;

	jis_to_euc(s, &euc);
	ok = convert(GP_EUC_JP, gp_charset_row(GP_EUC_JP)->iconv,
	             gp_buf_view(&euc), out);
	gp_buf_inherit(out, &euc);
	gp_buf_free(&euc);
	return ok;
}

bool
gp_charset_convert(struct gp_str label, struct gp_str bytes, struct gp_buf *out)
{
	enum gp_charset charset = gp_charset_find(label);
	const char *name = iconv_name(label, charset);

	if (!name)
		return false;
	if (charset == GP_ISO_2022_JP)
		return convert_jis(bytes, out);
	return convert(charset, name, bytes, out);
}
