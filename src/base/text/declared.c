/* Words in Latin script have a letter beyond ASCII here and there; words in
   others, in encodings of a byte or two, hardly any within it.  What is counted
   is bytes; no dictionary, no tables of sequences, no other guess. */
#include "base/text/declared.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/charset.h"
#include "base/text/latin.h"

#include <string.h>

enum {
	ENOUGH = 8,      /* bytes beyond ASCII that tell something */
	LONG_WORD = 3,   /* bytes */
	MOSTLY_UTF8 = 4, /* characters in UTF-8 for a byte that is none */
	REPLACEMENT = 0xFFFD,
	CYRILLIC = 38, /* percent; the six letters are 45 to 50 in Russian
	                     and Bulgarian, 20 to 27 where these bytes are Greek
	                     or Hebrew letters */
};

/* What browsers take a page for that says no more (HTML, 13.2.3.2). */
static const struct {
	const char *lang, *label, *other; /* other: where that does not fit */
} of_languages[] = {
	{ "ar", "windows-1256", NULL },
	{ "ba", "windows-1251", NULL },
	{ "be", "windows-1251", NULL },
	{ "bg", "windows-1251", NULL },
	{ "cs", "windows-1250", NULL },
	{ "el", "iso-8859-7", "windows-1253" },
	{ "et", "windows-1257", NULL },
	{ "fa", "windows-1256", NULL },
	{ "he", "windows-1255", NULL },
	{ "hr", "windows-1250", NULL },
	{ "hu", "iso-8859-2", "windows-1250" },
	{ "ja", "shift_jis", "euc-jp" },
	{ "kk", "windows-1251", NULL },
	{ "ko", "euc-kr", NULL },
	{ "ky", "windows-1251", NULL },
	{ "lt", "windows-1257", NULL },
	{ "lv", "windows-1257", NULL },
	{ "mk", "windows-1251", NULL },
	{ "pl", "iso-8859-2", "windows-1250" },
	{ "ru", "windows-1251", NULL },
	{ "sk", "windows-1250", NULL },
	{ "sl", "iso-8859-2", "windows-1250" },
	{ "sr", "windows-1251", NULL },
	{ "tg", "windows-1251", NULL },
	{ "th", "windows-874", NULL },
	{ "tr", "windows-1254", NULL },
	{ "tt", "windows-1251", NULL },
	{ "uk", "windows-1251", NULL },
	{ "vi", "windows-1258", NULL },
	{ "zh", "gb18030", "big5" },
	{ "zh-tw", "big5", "gb18030" },
	{ "zh-hant", "big5", "gb18030" },
	{ NULL, NULL, NULL },
};

/* What gp_decode() takes all bytes for. */
static const char WESTERN[] = "windows-1252";
static const char TURKISH[] = "windows-1254";

/* ---- what the bytes look like ---- */

struct byte_look {
	size_t high;             /* bytes beyond ASCII */
	size_t paired;           /* of those that follow another one */
	size_t utf8, bad;        /* characters of it, and bytes of none */
	size_t of_1251, of_koi8; /* the six commonest small letters there */
	bool foreign;            /* a word of such bytes alone */
	size_t caps, mac_caps;   /* before small letters of windows-1251, which
	                            are those of x-mac-cyrillic too */
};

static bool
is_one_of(unsigned char c, const char *bytes)
{
	return strchr(bytes, c) != NULL;
}

/* Rows of no-break spaces set lines in, in every western encoding. */
static bool
is_space_of_row(struct gp_str s, size_t i)
{
	return s.p[i] == '\xA0' && i > 0 && s.p[i - 1] == '\xA0';
}

/* True when a word of LONG_WORD bytes or more begins at `i`, each a letter in
   encodings of Latin script: no word of it is like that. */
static bool
begins_foreign(struct gp_str s, size_t i)
{
	size_t from = i;

	if (i > 0 &&
	    (gp_is_alnum(s.p[i - 1]) || (unsigned char)s.p[i - 1] >= 0x80))
		return false;
	while (i < s.n && (unsigned char)s.p[i] >= 0xC0)
		i++;
	return i - from >= LONG_WORD &&
	       (i == s.n ||
	        !(gp_is_alnum(s.p[i]) || (unsigned char)s.p[i] >= 0x80));
}

static struct byte_look
look_at(struct gp_str s)
{
	struct byte_look l = { .high = 0 };
	size_t i, at;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x80 || is_space_of_row(s, i))
			continue;
		l.high++;
		l.foreign |= l.high < ENOUGH && begins_foreign(s, i);
		l.paired += i > 0 && (unsigned char)s.p[i - 1] >= 0x80;
		l.of_1251 += is_one_of(c, "\xEE\xE5\xE0\xE8\xED\xF2");
		l.of_koi8 += is_one_of(c, "\xCF\xC5\xC1\xC9\xCE\xD4");
		if (i + 1 < s.n && (unsigned char)s.p[i + 1] >= 0xE0) {
			l.caps += c >= 0xC0 && c < 0xDF;
			l.mac_caps += c < 0xA0;
		}
	}
	for (i = 0; i < s.n;) {
		at = i;
		if (gp_utf8_next(s, &i) == GP_UTF8_BAD)
			l.bad++;
		else
			l.utf8 += i - at > 1;
	}
	return l;
}

static bool
is_latin(const struct byte_look *l)
{
	return l->high < ENOUGH ? !l->foreign : l->paired * 2 < l->high;
}

/* ---- what is tried ---- */

static bool
take(struct gp_str bytes, struct gp_str label, struct gp_decoded *out,
     struct gp_err *e)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok;

	if (bytes.n > GP_MAX_SOURCE_BYTES ||
	    !gp_charset_convert(label, bytes, &utf8))
		return gp_decode(bytes, out, e);
	ok = gp_buf_ok(&utf8, e) && gp_decode(gp_buf_view(&utf8), out, e);
	if (ok)
		out->encoding = gp_charset_name(label);
	else
		*out = (struct gp_decoded){ .bom = false };
	gp_buf_free(&utf8);
	return ok;
}

static bool
has_controls(struct gp_str utf8)
{
	size_t i;

	for (i = 0; i + 1 < utf8.n; i++)
		if (utf8.p[i] == '\xC2' && (unsigned char)utf8.p[i + 1] < 0xA0)
			return true;
	return false;
}

/* True when every byte means a character in it, and none a control. */
static bool
fits(struct gp_str bytes, const char *label)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_SOURCE_BYTES };
	bool ok =
		gp_charset_convert(gp_str(label), bytes, &utf8) && !utf8.failed;

	ok = ok &&
	     gp_str_find(gp_buf_view(&utf8), GP_STR("\uFFFD"), 0) == utf8.len &&
	     !has_controls(gp_buf_view(&utf8));
	gp_buf_free(&utf8);
	return ok;
}

/* A byte between ASCII is a character of windows-1252 that was put in by hand;
   one beside others is what was left of a character that was cut. */
static bool
is_alone(struct gp_str s, size_t at)
{
	return (at == 0 || (unsigned char)s.p[at - 1] < 0x80) &&
	       (at + 1 == s.n || (unsigned char)s.p[at + 1] < 0x80);
}

/* A byte here and there that is no UTF-8 makes no other text of the rest.
   Bytes of one cut character are one U+FFFD. */
static size_t
mend_utf8(struct gp_str s, struct gp_buf *utf8)
{
	size_t i = 0, at, bad = 0, last = s.n;
	uint32_t c;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c != GP_UTF8_BAD) {
			gp_buf_utf8(utf8, c);
			continue;
		}
		bad++;
		if (is_alone(s, at))
			gp_buf_utf8(utf8, gp_windows_1252_char(
						  (unsigned char)s.p[at]));
		else if (last == s.n || last + 1 != at)
			gp_buf_utf8(utf8, REPLACEMENT);
		last = at;
	}
	return bad;
}

static bool
take_utf8(struct gp_str s, struct gp_decoded *out, struct gp_err *e)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_SOURCE_BYTES };
	size_t bad = mend_utf8(s, &utf8);
	bool ok;

	ok = gp_buf_ok(&utf8, e) && gp_decode(gp_buf_view(&utf8), out, e);
	out->bad_bytes = bad;
	gp_buf_free(&utf8);
	return ok;
}

/* The encoding that the letters tell, or "". */
static const char *
by_letters(const struct byte_look *l)
{
	if (is_latin(l) || l->high < ENOUGH)
		return "";
	if (l->of_1251 > l->of_koi8 && l->of_1251 * 100 > l->high * CYRILLIC)
		return l->mac_caps > l->caps ? "x-mac-cyrillic"
		                             : "windows-1251";
	/* koi8-r has frames where koi8-u has letters. */
	if (l->of_koi8 * 100 > l->high * CYRILLIC)
		return "koi8-u";
	return "";
}

static const char *
by_language(struct gp_str bytes, struct gp_str lang)
{
	struct gp_str first = lang;
	size_t i, dash = gp_str_find(lang, GP_STR("-"), 0);
	const char *label = "";

	first.n = dash;
	for (i = 0; of_languages[i].lang; i++) {
		if (gp_str_eq_nocase(lang, gp_str(of_languages[i].lang)) ||
		    (label[0] == '\0' &&
		     gp_str_eq_nocase(first, gp_str(of_languages[i].lang))))
			label = !of_languages[i].other ||
			                        fits(bytes,
			                             of_languages[i].label)
			                ? of_languages[i].label
			                : of_languages[i].other;
	}
	return label[0] == '\0' || fits(bytes, label) ? label : "";
}

/* The encoding that the text or its language tells, "" for none. */
static const char *
told_by(struct gp_str bytes, const struct byte_look *l, struct gp_str lang)
{
	const char *label = by_letters(l), *latin;

	if (label[0])
		return label;
	label = by_language(bytes, lang);
	latin = gp_latin_charset(bytes);
	if (!latin || (label[0] && strcmp(latin, WESTERN) == 0))
		return label;
	/* Half of the letters of a Turkish text may be beyond ASCII. */
	if (!is_latin(l) && strcmp(latin, TURKISH) != 0)
		return label;
	return latin;
}

static bool
take_undeclared(struct gp_str bytes, bool is_utf8, struct gp_str lang,
                struct gp_decoded *out, struct gp_err *e)
{
	struct byte_look l = look_at(bytes);
	const char *label;

	if (l.utf8 >= l.bad * (is_utf8 ? 1 : MOSTLY_UTF8))
		return take_utf8(bytes, out, e);
	label = told_by(bytes, &l, lang);
	if (label[0] == '\0')
		return gp_fail(e, GP_INPUT,
		               "is not UTF-8, and does not say in which "
		               "encoding it is; save it as UTF-8");
	return take(bytes, gp_str(label), out, e);
}

static bool
has_mark(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("\xEF\xBB\xBF")) ||
	       gp_str_starts(s, GP_STR("\xFF\xFE")) ||
	       gp_str_starts(s, GP_STR("\xFE\xFF"));
}

/* To a set of Japanese: nobody writes so by chance. */
static bool
has_escape(struct gp_str s)
{
	return gp_str_find(s, GP_STR("\x1B$B"), 0) < s.n ||
	       gp_str_find(s, GP_STR("\x1B$@"), 0) < s.n ||
	       gp_str_find(s, GP_STR("\x1B(I"), 0) < s.n ||
	       gp_str_find(s, GP_STR("\x1B(J"), 0) < s.n;
}

bool
gp_decode_declared(struct gp_str bytes, struct gp_str label, struct gp_str lang,
                   struct gp_decoded *out, struct gp_err *e)
{
	const char *name = gp_charset_name(label);
	bool wide = name && strncmp(name, "utf-", 4) == 0;

	*out = (struct gp_decoded){ .bom = false };
	if (has_mark(bytes) || gp_looks_binary(bytes))
		return gp_decode(bytes, out, e);
	if (gp_charset_is_refused(label))
		return gp_fail(e, GP_INPUT,
		               "says that it is in %.*s, of which the Encoding "
		               "Standard has nothing read; save it as UTF-8",
		               GP_ARG(label));
	if ((!name || gp_charset_escapes(label)) && has_escape(bytes))
		return take(bytes, GP_STR("iso-2022-jp"), out, e);
	if (gp_utf8_valid(bytes) == bytes.n)
		return gp_decode(bytes, out, e);
	if (!name || wide)
		return take_undeclared(bytes, wide, lang, out, e);
	return take(bytes, label, out, e);
}
