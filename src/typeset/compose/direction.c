/* The first letter that is strong, by fribidi's types, tells which way a
   text runs.  It puts nothing in order: that is done line by line, when
   lines are known. */
#include "typeset/compose/direction.h"

#include "base/utf8.h"

#include <fribidi.h>

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

void
gp_put_apart(struct gp_buf *out, bool apart, struct gp_str words)
{
	gp_buf_puts(out, apart ? GP_FIRST_STRONG_ISOLATE : "");
	gp_buf_str(out, words);
	gp_buf_puts(out, apart ? GP_POP_ISOLATE : "");
}
