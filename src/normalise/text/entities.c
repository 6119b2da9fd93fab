/*
 * Character references of HTML 4, for text that was escaped once too often.
 * Only what may stand in a text comes out: no controls, no markup is made.
 */
#include "normalise/text/steps.h"

#include "base/text/decode.h"

#include <stdlib.h>

enum { LONGEST_NAME = 8, LONGEST_NUMBER = 6 };

struct entity {
	const char *name;
	uint32_t code;
};

/* HTML 4.01, section 24, but for Greek and arrows; in order of bytes. */
static const struct entity entities[] = {
	{ "AElig", 0xC6 },    { "Aacute", 0xC1 },   { "Acirc", 0xC2 },
	{ "Agrave", 0xC0 },   { "Aring", 0xC5 },    { "Atilde", 0xC3 },
	{ "Auml", 0xC4 },     { "Ccedil", 0xC7 },   { "Dagger", 0x2021 },
	{ "ETH", 0xD0 },      { "Eacute", 0xC9 },   { "Ecirc", 0xCA },
	{ "Egrave", 0xC8 },   { "Euml", 0xCB },     { "Iacute", 0xCD },
	{ "Icirc", 0xCE },    { "Igrave", 0xCC },   { "Iuml", 0xCF },
	{ "Ntilde", 0xD1 },   { "OElig", 0x152 },   { "Oacute", 0xD3 },
	{ "Ocirc", 0xD4 },    { "Ograve", 0xD2 },   { "Oslash", 0xD8 },
	{ "Otilde", 0xD5 },   { "Ouml", 0xD6 },     { "Prime", 0x2033 },
	{ "Scaron", 0x160 },  { "THORN", 0xDE },    { "Uacute", 0xDA },
	{ "Ucirc", 0xDB },    { "Ugrave", 0xD9 },   { "Uuml", 0xDC },
	{ "Yacute", 0xDD },   { "Yuml", 0x178 },    { "aacute", 0xE1 },
	{ "acirc", 0xE2 },    { "acute", 0xB4 },    { "aelig", 0xE6 },
	{ "agrave", 0xE0 },   { "amp", '&' },       { "apos", '\'' },
	{ "aring", 0xE5 },    { "atilde", 0xE3 },   { "auml", 0xE4 },
	{ "bdquo", 0x201E },  { "brvbar", 0xA6 },   { "bull", 0x2022 },
	{ "ccedil", 0xE7 },   { "cedil", 0xB8 },    { "cent", 0xA2 },
	{ "circ", 0x2C6 },    { "copy", 0xA9 },     { "curren", 0xA4 },
	{ "dagger", 0x2020 }, { "deg", 0xB0 },      { "divide", 0xF7 },
	{ "eacute", 0xE9 },   { "ecirc", 0xEA },    { "egrave", 0xE8 },
	{ "emsp", 0x2003 },   { "ensp", 0x2002 },   { "eth", 0xF0 },
	{ "euml", 0xEB },     { "euro", 0x20AC },   { "fnof", 0x192 },
	{ "frac12", 0xBD },   { "frac14", 0xBC },   { "frac34", 0xBE },
	{ "ge", 0x2265 },     { "gt", '>' },        { "hellip", 0x2026 },
	{ "iacute", 0xED },   { "icirc", 0xEE },    { "iexcl", 0xA1 },
	{ "igrave", 0xEC },   { "iquest", 0xBF },   { "iuml", 0xEF },
	{ "laquo", 0xAB },    { "ldquo", 0x201C },  { "le", 0x2264 },
	{ "lrm", 0x200E },    { "lsaquo", 0x2039 }, { "lsquo", 0x2018 },
	{ "lt", '<' },        { "macr", 0xAF },     { "mdash", 0x2014 },
	{ "micro", 0xB5 },    { "middot", 0xB7 },   { "minus", 0x2212 },
	{ "nbsp", 0xA0 },     { "ndash", 0x2013 },  { "ne", 0x2260 },
	{ "not", 0xAC },      { "ntilde", 0xF1 },   { "oacute", 0xF3 },
	{ "ocirc", 0xF4 },    { "oelig", 0x153 },   { "ograve", 0xF2 },
	{ "ordf", 0xAA },     { "ordm", 0xBA },     { "oslash", 0xF8 },
	{ "otilde", 0xF5 },   { "ouml", 0xF6 },     { "para", 0xB6 },
	{ "permil", 0x2030 }, { "plusmn", 0xB1 },   { "pound", 0xA3 },
	{ "prime", 0x2032 },  { "quot", '"' },      { "raquo", 0xBB },
	{ "rdquo", 0x201D },  { "reg", 0xAE },      { "rlm", 0x200F },
	{ "rsaquo", 0x203A }, { "rsquo", 0x2019 },  { "sbquo", 0x201A },
	{ "scaron", 0x161 },  { "sect", 0xA7 },     { "shy", 0xAD },
	{ "sup1", 0xB9 },     { "sup2", 0xB2 },     { "sup3", 0xB3 },
	{ "szlig", 0xDF },    { "thinsp", 0x2009 }, { "thorn", 0xFE },
	{ "tilde", 0x2DC },   { "times", 0xD7 },    { "trade", 0x2122 },
	{ "uacute", 0xFA },   { "ucirc", 0xFB },    { "ugrave", 0xF9 },
	{ "uml", 0xA8 },      { "uuml", 0xFC },     { "yacute", 0xFD },
	{ "yen", 0xA5 },      { "yuml", 0xFF },     { "zwj", 0x200D },
	{ "zwnj", 0x200C },
};

static int
compare(const void *key, const void *row)
{
	const struct gp_str *name = key;
	const struct entity *entity = row;

	return gp_str_cmp(*name, gp_str(entity->name));
}

uint32_t
gp_entity(struct gp_str name)
{
	const struct entity *found =
		bsearch(&name, entities, sizeof entities / sizeof entities[0],
	                sizeof entities[0], compare);

	return found ? found->code : 0;
}

static uint32_t
digit_value(char c)
{
	if (gp_is_digit(c))
		return (uint32_t)(c - '0');
	c = gp_to_lower(c);
	return c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 16;
}

/* "#8217" and "#x2019"; 0 when it is none or names nothing printable. */
static uint32_t
numeric(struct gp_str s)
{
	uint32_t base = 10, code = 0;
	size_t i = 1;

	if (s.n > 1 && gp_to_lower(s.p[1]) == 'x') {
		base = 16;
		i = 2;
	}
	if (i >= s.n || s.n - i > LONGEST_NUMBER)
		return 0;
	for (; i < s.n; i++) {
		if (digit_value(s.p[i]) >= base)
			return 0;
		code = code * base + digit_value(s.p[i]);
	}
	/* Written by programs that took windows-1252 for Unicode. */
	if (code >= 0x80 && code < 0xA0)
		code = gp_windows_1252_char((unsigned char)code);
	if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code > 0x10FFFF ||
	    (code >= 0xD800 && code < 0xE000) || gp_is_noncharacter(code))
		return 0;
	return code;
}

size_t
gp_entity_at(struct gp_str s, size_t at, uint32_t *code)
{
	size_t end = at + 1;
	struct gp_str name;

	while (end < s.n && end - at <= LONGEST_NAME + 1 &&
	       (gp_is_alpha(s.p[end]) || gp_is_digit(s.p[end]) ||
	        s.p[end] == '#'))
		end++;
	if (end >= s.n || s.p[end] != ';' || end == at + 1)
		return 0;
	name = gp_str_sub(s, at + 1, end);
	*code = name.p[0] == '#' ? numeric(name) : gp_entity(name);
	return *code ? end + 1 - at : 0;
}

void
gp_fix_entities(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	size_t i = 0, from = 0, n;
	uint32_t code;

	while (i < s.n) {
		n = s.p[i] == '&' ? gp_entity_at(s, i, &code) : 0;
		if (n == 0) {
			i++;
			continue;
		}
		gp_buf_put(out, s.p + from, i - from);
		gp_buf_utf8(out, code);
		fixes[GP_FIX_ENTITY]++;
		from = i += n;
	}
	gp_buf_put(out, s.p + from, s.n - from);
}
