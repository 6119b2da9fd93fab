/* Language tags: see lang.h.  Knows shapes and scripts, no registry. */
#include "base/text/lang.h"

enum { LONGEST_SUBTAG = 8, LONGEST_LANG = 35 };

bool
gp_lang_ok(struct gp_str lang)
{
	size_t i, length = 0;
	bool first = true;

	if (lang.n == 0 || lang.n > LONGEST_LANG)
		return false;
	for (i = 0; i < lang.n; i++) {
		char c = lang.p[i];

		if (c == '-') {
			if (length == 0 || (first && length < 2))
				return false;
			first = false;
			length = 0;
		} else if (!gp_is_alpha(c) && (first || !gp_is_digit(c))) {
			return false;
		} else if (++length > LONGEST_SUBTAG) {
			return false;
		}
	}
	return length > (first ? 1 : 0);
}

/* Languages whose script runs from right to left, unless their tag says
   another script, which is rare enough. */
bool
gp_lang_is_rtl(struct gp_str lang)
{
	static const char *const rtl[] = { "ar", "dv", "fa", "he", "ku-Arab",
		                           "ps", "sd", "ug", "ur", "yi" };
	size_t i, n;

	for (i = 0; i < sizeof rtl / sizeof *rtl; i++) {
		n = gp_str(rtl[i]).n;
		if (gp_str_eq_nocase(gp_str_sub(lang, 0, n), gp_str(rtl[i])) &&
		    (lang.n == n || lang.p[n] == '-'))
			return true;
	}
	return false;
}
