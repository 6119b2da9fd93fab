/* Encodings by name: see charset.h. */
#include "import/charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { NAME_MAX = 24, PIECE = 16 * 1024 };

/* What a name has to begin with: iconv takes names that mean the locale's own
   encoding or a conversion that guesses, and those are not ours. */
static const char *const families[] = {
	"iso-8859-", "windows-125", "windows-874", "koi8-",
	"euc-",      "iso-2022-jp", "shift_jis",   "gb",
	"big5",      "cp125",       "macintosh",   "tis-620",
	"utf-16",    "utf-7",       "utf-32",      NULL,
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

static bool
is_known(const char *name)
{
	const char *const *f;

	if (strcmp(name, "iso-8859-1") == 0)
		return false;
	for (f = families; *f; f++)
		if (strncmp(name, *f, strlen(*f)) == 0)
			return true;
	return false;
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
	char label[NAME_MAX];
	iconv_t to_utf8;

	if (!plain_name(name, label) || !is_known(label))
		return false;
	to_utf8 = iconv_open("UTF-8", label);
	if (to_utf8 == (iconv_t)-1)
		return false;
	convert(to_utf8, bytes, out);
	(void)iconv_close(to_utf8);
	return true;
}
