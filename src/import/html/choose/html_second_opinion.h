/*
 * What a page's data give as its text, for a second opinion on leaves.
 * Texts are looked up; what that is worth is not known here.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_SECOND_OPINION_H
#define GP_IMPORT_HTML_HTML_SECOND_OPINION_H

#include "base/buf.h"

/* What a page's data give as its text, for a second opinion on leaves. */
struct gp_opinion {
	struct gp_buf words; /* folded */
	size_t heard;        /* where the last leaf was found */
	size_t looked;       /* steps so far; GP_MAX_OPINION_STEPS ends it */
};

/* True when the folded words `part` are in it. */
bool
gp_opinion_has(struct gp_opinion *o, struct gp_str part);

#endif
