/* A table of labels and the names that iconv has for them; what is not in it
   is no encoding, so that no text chooses among all that a machine's iconv
   can do.  Bytes that an encoding does not have become U+FFFD each.  It
   guesses nothing and does not look into the text for a label. */
#include "base/text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { NAME_MAX = 24, PIECE = 16 * 1024 };

/* Labels of the web (WHATWG Encoding) in small letters, and what iconv calls
   them; those that only mails have are no encodings of a page. */
static const struct charset {
	const char *label, *name;
	bool of_pages;
} charsets[] = {
	{ "big5", "BIG5", true },
	{ "big5-hkscs", "BIG5-HKSCS", true },
	{ "cp1250", "CP1250", true },
	{ "cp1251", "CP1251", true },
	{ "cp1253", "CP1253", true },
	{ "cp1254", "CP1254", true },
	{ "cp1255", "CP1255", true },
	{ "cp1256", "CP1256", true },
	{ "cp1257", "CP1257", true },
	{ "cp1258", "CP1258", true },
	{ "euc-jp", "EUC-JP", true },
	{ "euc-kr", "EUC-KR", true },
	{ "gb18030", "GB18030", true },
	{ "gb2312", "GB18030", true },
	{ "gbk", "GB18030", true },
	{ "ibm866", "IBM866", true },
	{ "iso-2022-jp", "ISO-2022-JP", true },
	{ "iso-8859-10", "ISO-8859-10", true },
	{ "iso-8859-13", "ISO-8859-13", true },
	{ "iso-8859-14", "ISO-8859-14", true },
	{ "iso-8859-15", "ISO-8859-15", true },
	{ "iso-8859-16", "ISO-8859-16", true },
	{ "iso-8859-2", "ISO-8859-2", true },
	{ "iso-8859-3", "ISO-8859-3", true },
	{ "iso-8859-4", "ISO-8859-4", true },
	{ "iso-8859-5", "ISO-8859-5", true },
	{ "iso-8859-6", "ISO-8859-6", true },
	{ "iso-8859-7", "ISO-8859-7", true },
	{ "iso-8859-8", "ISO-8859-8", true },
	{ "iso-8859-9", "CP1254", true },
	{ "koi8-r", "KOI8-R", true },
	{ "koi8-u", "KOI8-U", true },
	{ "ks_c_5601-1987", "EUC-KR", true },
	{ "macintosh", "MACINTOSH", true },
	{ "shift-jis", "CP932", true },
	{ "shift_jis", "CP932", true },
	{ "sjis", "CP932", true },
	{ "tis-620", "TIS-620", true },
	{ "windows-1250", "CP1250", true },
	{ "windows-1251", "CP1251", true },
	{ "windows-1253", "CP1253", true },
	{ "windows-1254", "CP1254", true },
	{ "windows-1255", "CP1255", true },
	{ "windows-1256", "CP1256", true },
	{ "windows-1257", "CP1257", true },
	{ "windows-1258", "CP1258", true },
	{ "windows-31j", "CP932", true },
	{ "windows-874", "CP874", true },
	{ "x-sjis", "CP932", true },
	{ "iso-8859-11", "CP874", false },
	{ "iso-2022-cn", "ISO-2022-CN", false },
	{ "iso-2022-kr", "ISO-2022-KR", false },
	{ "hz-gb-2312", "HZ", false },
	{ "utf-16", "UTF-16", false },
	{ "utf-16be", "UTF-16BE", false },
	{ "utf-16le", "UTF-16LE", false },
	{ "utf-32", "UTF-32", false },
	{ "utf-7", "UTF-7", false },
	{ "windows-1252", "CP1252", false },
	{ "cp1252", "CP1252", false },
	{ NULL, NULL, false },
};

static bool
plain_name(struct gp_str s, char out[NAME_MAX])
{
	size_t i;

	if (s.n == 0 || s.n >= NAME_MAX)
		return false;
	for (i = 0; i < s.n; i++) {
		out[i] = gp_to_lower(s.p[i]);
		if (!gp_is_lower(out[i]) && !gp_is_digit(out[i]) &&
		    out[i] != '-' && out[i] != '_')
			return false;
	}
	out[i] = '\0';
	return true;
}

static const struct charset *
find_charset(struct gp_str label)
{
	const struct charset *c;
	char name[NAME_MAX];

	if (!plain_name(label, name))
		return NULL;
	for (c = charsets; c->label; c++)
		if (strcmp(c->label, name) == 0)
			return c;
	return NULL;
}

const char *
gp_charset_of_page(struct gp_str label)
{
	const struct charset *c = find_charset(label);

	return c && c->of_pages ? c->name : NULL;
}

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

bool
gp_charset_convert(struct gp_str name, struct gp_str bytes, struct gp_buf *out)
{
	const struct charset *c = find_charset(name);
	iconv_t to_utf8 = c ? iconv_open("UTF-8", c->name) : (iconv_t)-1;

	if (to_utf8 == (iconv_t)-1)
		return false;
	convert(to_utf8, bytes, out);
	(void)iconv_close(to_utf8);
	return true;
}
