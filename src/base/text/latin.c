/*
 * Letters beyond ASCII, as the orthographies of the languages have them (CLDR's
 * exemplarCharacters are the list to compare them with), but for those that no
 * encoding here has, with the cedillas that Romanian has in place of commas
 * there.  The first three of a row are held to be its commonest: a text without
 * them is none of it.  A language counts as a whole: a text that mixes several
 * is taken for western, as browsers take it.
 */
#include "base/text/latin.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/text/charset.h"
#include "base/text/decode.h"
#include "base/text/fold.h"

enum {
	BYTES = 128,   /* beyond ASCII */
	FEW = 3,       /* letters, that tell nothing */
	ENOUGH = 8,    /* letters, that tell that they are none */
	COMMON = 3,    /* letters of a language that come first */
	CLEARLY = 4,   /* times fewer odd ones than in windows-1252 */
	TOLERATED = 4, /* odd ones in a hundred, of names from elsewhere */
};

/* How often a byte stands where a letter should. */
struct byte_use {
	size_t all, inside; /* between letters of a word */
	size_t after_small; /* behind one of ASCII */
};

struct latin_fit {
	size_t letters, odd; /* that are none of the language's */
};

static const char *const western[] = {
	"éèçêëïñàâôöü",           /* English */
	"éàèâæçêëîïôœùûüÿ",       /* French */
	"äüöß",                   /* German */
	"óíáéñúü",                /* Spanish, Basque, Galician */
	"ãçáàâéêíóòôõúü",         /* Portuguese */
	"àèùéìòóî",               /* Italian */
	"óéàçèíïòúü",             /* Catalan */
	"éëïáäíóöúüè",            /* Dutch */
	"äåöàé",                  /* Swedish */
	"æøåàéóòôâê",             /* Danish, Norwegian */
	"äöåšž",                  /* Finnish */
	"áíóðéúýþæöø",            /* Icelandic, Faroese */
	"äõüšžö",                 /* Estonian */
	"áéíàâäèêëìîïóòôöúùûüýÿ", /* Irish, Welsh */
	"êëéáâèîïôöû",            /* Afrikaans */
	"ëç",                     /* Albanian */
	NULL,
};

static const char *const central[] = {
	"íáéčďěňóřšťúůýž",   /* Czech */
	"áíéäčďĺľňóôŕšťúýž", /* Slovak */
	"łóąćęńśźż",         /* Polish */
	"áéöíóőúüű",         /* Hungarian */
	"ăîâşţ",             /* Romanian */
	"čšžćđ",             /* Croatian, Serbian, Slovenian */
	NULL,
};

static const char *const turkish[] = { "ışüçğiöâîû", NULL };

static const char *const baltic[] = {
	"ėšįąčęųūž",   /* Lithuanian */
	"āīēčģķļņšūž", /* Latvian */
	NULL,
};

/* The first is what all others are measured by. */
static const struct latin_charset {
	const char *label;
	const char *const *languages;
	bool is_near; /* other than the first in a few bytes only */
} charsets[] = {
	{ "windows-1252", western, true },  { "iso-8859-15", western, true },
	{ "windows-1250", central, false }, { "iso-8859-2", central, false },
	{ "windows-1254", turkish, false }, { "windows-1257", baltic, false },
	{ "macintosh", western, false },
};

/* ---- bytes ---- */

/* No-break spaces and French quotation marks are none in most encodings. */
static bool
may_be_letter(struct gp_str s, size_t i)
{
	return i < s.n &&
	       (gp_is_alpha(s.p[i]) ||
	        ((unsigned char)s.p[i] >= BYTES && s.p[i] != '\xA0' &&
	         s.p[i] != '\xAB' && s.p[i] != '\xBB'));
}

static void
count_bytes(struct gp_str s, struct byte_use uses[BYTES])
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		struct byte_use *use;

		if (c < BYTES)
			continue;
		use = &uses[c - BYTES];
		use->all++;
		if (i == 0)
			continue;
		use->inside +=
			may_be_letter(s, i - 1) && may_be_letter(s, i + 1) &&
			(gp_is_alpha(s.p[i - 1]) || gp_is_alpha(s.p[i + 1]));
		use->after_small += gp_is_lower(s.p[i - 1]);
	}
}

/* ---- characters ---- */

static void
from_1252(uint32_t chars[BYTES])
{
	size_t i;

	for (i = 0; i < BYTES; i++)
		chars[i] = gp_windows_1252_char((unsigned char)(i + BYTES));
}

/* What each byte stands for; 0: for nothing. */
static void
read_charset(const char *label, uint32_t chars[BYTES])
{
	char bytes[2 * BYTES];
	struct gp_buf text = { .max = 8 * BYTES };
	size_t i, at = 0;
	uint32_t c;

	for (i = 0; i < BYTES; i++) {
		bytes[2 * i] = (char)(i + BYTES);
		bytes[2 * i + 1] = '\n';
	}
	if (!gp_charset_convert(gp_str(label),
	                        (struct gp_str){ bytes, sizeof bytes }, &text))
		from_1252(chars);
	for (i = 0; i < BYTES && at < text.len; i++) {
		c = gp_utf8_next(gp_buf_view(&text), &at);
		chars[i] = c == 0xFFFD ? 0 : c;
		at++;
	}
	gp_buf_free(&text);
}

static bool
is_letter(uint32_t c)
{
	return c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
}

/* Within a word: a letter's place, but for marks that join or part. */
static bool
is_odd_sign(uint32_t c)
{
	return c != 0xA0 && c != 0xAD && c != 0xB7 && c != 0x2026 &&
	       !(c >= 0x2010 && c <= 0x201D && c != 0x201A);
}

static bool
has_letter(const char *language, uint32_t c)
{
	struct gp_str s = gp_str(language);
	uint32_t low = gp_fold_char(c);
	size_t i = 0;

	while (i < s.n)
		if (gp_utf8_next(s, &i) == low)
			return true;
	return false;
}

/* ---- measures ---- */

/* How many of the bytes are none of the language's. */
static size_t
odd_in(const struct byte_use uses[BYTES], const uint32_t chars[BYTES],
       const char *language)
{
	size_t i, odd = 0;

	for (i = 0; i < BYTES; i++) {
		uint32_t c = chars[i];

		if (uses[i].all == 0)
			continue;
		if (c < 0xA0)
			odd += uses[i].all;
		else if (!is_letter(c))
			odd += is_odd_sign(c) ? uses[i].inside : 0;
		else if (language && !has_letter(language, c))
			odd += uses[i].all;
		else if (gp_fold_char(c) != c)
			odd += uses[i].after_small;
	}
	return odd;
}

/* Letters, and what stands in the place of one. */
static size_t
letters_in(const struct byte_use uses[BYTES], const uint32_t chars[BYTES])
{
	size_t i, n = 0;

	for (i = 0; i < BYTES; i++)
		if (is_letter(chars[i]))
			n += uses[i].all;
		else if (is_odd_sign(chars[i]))
			n += uses[i].inside;
	return n;
}

/* True when the commonest letters of the language are not there. */
static bool
lacks_common(const struct byte_use uses[BYTES], const uint32_t chars[BYTES],
             const char *language)
{
	struct gp_str s = gp_str(language);
	size_t i, at = 0, k;

	for (k = 0; k < COMMON; k++) {
		uint32_t common = gp_utf8_next(s, &at);

		for (i = 0; i < BYTES; i++)
			if (uses[i].all && is_letter(chars[i]) &&
			    gp_fold_char(chars[i]) == common)
				return false;
	}
	return true;
}

/* A charset by the language that leaves the fewest odd ones. */
static struct latin_fit
fit_of(const struct byte_use uses[BYTES], const struct latin_charset *charset)
{
	uint32_t chars[BYTES] = { 0 };
	struct latin_fit fit = { .odd = 0 };
	size_t odd, i;

	read_charset(charset->label, chars);
	fit.letters = letters_in(uses, chars);
	fit.odd = fit.letters;
	for (i = 0; charset->languages[i]; i++) {
		if (fit.letters >= ENOUGH &&
		    lacks_common(uses, chars, charset->languages[i]))
			continue;
		odd = odd_in(uses, chars, charset->languages[i]);
		fit.odd = odd < fit.odd ? odd : fit.odd;
	}
	return fit;
}

/* Names from elsewhere are no reason to leave what all take a text for. */
static bool
is_better(struct latin_fit fit, struct latin_fit first)
{
	size_t letters =
		fit.letters > first.letters ? fit.letters : first.letters;

	return letters > FEW && fit.odd * CLEARLY < first.odd &&
	       first.odd * 100 > letters * TOLERATED;
}

/* True when hardly a byte is a letter where it stands, of whatever
   language. */
static bool
is_none(const struct byte_use uses[BYTES], size_t letters)
{
	uint32_t chars[BYTES];

	from_1252(chars);
	return letters >= ENOUGH && odd_in(uses, chars, NULL) * 2 > letters;
}

const char *
gp_latin_charset(struct gp_str bytes)
{
	struct byte_use uses[BYTES] = { { 0 } };
	struct latin_fit first, fit;
	size_t least, i, best = 0;

	count_bytes(bytes, uses);
	first = fit_of(uses, &charsets[0]);
	least = first.odd;
	for (i = 1; least > 0 && i < sizeof charsets / sizeof *charsets; i++) {
		fit = fit_of(uses, &charsets[i]);
		if (fit.odd < least &&
		    (charsets[i].is_near || is_better(fit, first))) {
			least = fit.odd;
			best = i;
		}
	}
	if (best == 0 && is_none(uses, first.letters))
		return NULL;
	return charsets[best].label;
}
