/*
 * The encoding of a page: see htmlparse.h.  UTF-8 that is valid is UTF-8,
 * whatever the page says; only else is its word taken, and only for the
 * encodings of the web (WHATWG Encoding, names and labels).
 */
#include "import/htmlparse.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
	PRESCAN = 2048, /* bytes in which a page says what it is */
	LABEL = 24,
	PIECE = 16 * 1024,
};

struct charset {
	const char *label; /* as pages write it, in small letters */
	const char *name;  /* as iconv knows it */
};

static const struct charset charsets[] = {
	{ "big5", "BIG5" },
	{ "big5-hkscs", "BIG5-HKSCS" },
	{ "cp1250", "CP1250" },
	{ "cp1251", "CP1251" },
	{ "euc-jp", "EUC-JP" },
	{ "euc-kr", "EUC-KR" },
	{ "gb18030", "GB18030" },
	{ "gb2312", "GB18030" },
	{ "gbk", "GB18030" },
	{ "ibm866", "IBM866" },
	{ "iso-2022-jp", "ISO-2022-JP" },
	{ "iso-8859-10", "ISO-8859-10" },
	{ "iso-8859-13", "ISO-8859-13" },
	{ "iso-8859-14", "ISO-8859-14" },
	{ "iso-8859-15", "ISO-8859-15" },
	{ "iso-8859-16", "ISO-8859-16" },
	{ "iso-8859-2", "ISO-8859-2" },
	{ "iso-8859-3", "ISO-8859-3" },
	{ "iso-8859-4", "ISO-8859-4" },
	{ "iso-8859-5", "ISO-8859-5" },
	{ "iso-8859-6", "ISO-8859-6" },
	{ "iso-8859-7", "ISO-8859-7" },
	{ "iso-8859-8", "ISO-8859-8" },
	{ "iso-8859-9", "CP1254" },
	{ "koi8-r", "KOI8-R" },
	{ "koi8-u", "KOI8-U" },
	{ "ks_c_5601-1987", "EUC-KR" },
	{ "macintosh", "MACINTOSH" },
	{ "shift-jis", "CP932" },
	{ "shift_jis", "CP932" },
	{ "sjis", "CP932" },
	{ "tis-620", "TIS-620" },
	{ "windows-1250", "CP1250" },
	{ "windows-1251", "CP1251" },
	{ "windows-1253", "CP1253" },
	{ "windows-1254", "CP1254" },
	{ "windows-1255", "CP1255" },
	{ "windows-1256", "CP1256" },
	{ "windows-1257", "CP1257" },
	{ "windows-1258", "CP1258" },
	{ "windows-31j", "CP932" },
	{ "windows-874", "CP874" },
	{ "x-sjis", "CP932" },
	{ NULL, NULL },
};

/* ---- what the page says ---- */

static void
read_label(struct gp_str s, char label[LABEL])
{
	size_t i = 0, n = 0;

	while (i < s.n && (gp_is_space(s.p[i]) || s.p[i] == '"' ||
	                   s.p[i] == '\'' || s.p[i] == '='))
		i++;
	while (i < s.n && n < LABEL - 1 &&
	       (gp_is_alpha(s.p[i]) || gp_is_digit(s.p[i]) || s.p[i] == '-' ||
	        s.p[i] == '_'))
		label[n++] = gp_to_lower(s.p[i++]);
	label[n] = '\0';
}

static const struct charset *
find_charset(struct gp_str s, struct gp_str key)
{
	const struct charset *c;
	char label[LABEL];
	size_t i;

	for (i = 0; i + key.n < s.n; i++) {
		if (!gp_str_eq_nocase(gp_str_sub(s, i, i + key.n), key))
			continue;
		read_label(gp_str_sub(s, i + key.n, s.n), label);
		for (c = charsets; c->label; c++)
			if (strcmp(c->label, label) == 0)
				return c;
	}
	return NULL;
}

static const struct charset *
declared(struct gp_str bytes)
{
	struct gp_str start = gp_str_sub(bytes, 0, PRESCAN);
	const struct charset *c = find_charset(start, GP_STR("charset"));

	return c ? c : find_charset(start, GP_STR("encoding"));
}

/* ---- to UTF-8 ---- */

static void
convert(iconv_t to_utf8, struct gp_str s, struct gp_buf *out)
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
		gp_buf_utf8(out, 0xFFFD);
		in++;
		left--;
	}
}

static bool
has_mark(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("\xEF\xBB\xBF")) ||
	       gp_str_starts(s, GP_STR("\xFF\xFE")) ||
	       gp_str_starts(s, GP_STR("\xFE\xFF"));
}

bool
gp_html_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_HTML_BYTES };
	const struct charset *c = NULL;
	iconv_t to_utf8 = (iconv_t)-1;
	bool ok;

	if (!has_mark(bytes))
		c = declared(bytes);
	if (c && gp_utf8_valid(bytes) < bytes.n)
		to_utf8 = iconv_open("UTF-8", c->name);
	if (to_utf8 == (iconv_t)-1)
		return gp_decode(bytes, out, e);
	convert(to_utf8, bytes, &utf8);
	(void)iconv_close(to_utf8);
	ok = gp_buf_ok(&utf8, e) && gp_decode(gp_buf_view(&utf8), out, e);
	if (ok)
		out->encoding = c->name;
	else
		*out = (struct gp_decoded){ .bom = false };
	gp_buf_free(&utf8);
	return ok;
}
