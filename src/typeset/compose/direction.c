/* The first letter that is strong, by fribidi's types, tells which way a
   text runs.  It puts nothing in order: that is done line by line, when
   lines are known. */
#include "typeset/compose/direction.h"

#include "base/utf8.h"

#include <fribidi.h>

/* Those of today's languages whose usual script is Arabic, Hebrew, Syriac,
   Thaana or N'Ko (IANA's registry of subtags, Suppress-Script, and CLDR's
   likely subtags). */
static const char *const languages[] = {
	"ar",  "arc", "ckb", "dv",  "fa", "he", "iw", "ji",
	"nqo", "ps",  "sd",  "syr", "ug", "ur", "yi",
};

bool
gp_text_rtl(struct gp_str text)
{
	size_t i = 0;

	while (i < text.n) {
		FriBidiCharType type =
			fribidi_get_bidi_type(gp_utf8_next(text, &i));

		if (FRIBIDI_IS_STRONG(type))
			return FRIBIDI_IS_RTL(type) != 0;
	}
	return false;
}

bool
gp_lang_rtl(struct gp_str lang)
{
	size_t n = 0, i;

	while (n < lang.n && lang.p[n] != '-')
		n++;
	lang.n = n;
	for (i = 0; i < sizeof languages / sizeof *languages; i++)
		if (gp_str_eq_nocase(lang, gp_str(languages[i])))
			return true;
	return false;
}
