/*
 * What stands in the place of words that may not be shown, in the language of
 * the pack where that is one of those in which articles are known apart, else
 * in English.  It stands below wording/, because a document is cut before any
 * output sees it.  It knows no article.
 */
#ifndef GP_NORMALISE_SHARE_WORDS_H
#define GP_NORMALISE_SHARE_WORDS_H

#include "base/str.h"

enum gp_share_word {
	GP_SHARE_READ,    /* "Read this article at": a name follows */
	GP_SHARE_MORE,    /* "The rest of this article is at": the same */
	GP_SHARE_NOWHERE, /* of one that has neither address nor source */
	GP_SHARE_GONE,    /* that it was here once */
	GP_SHARE_LICENCE, /* "Licence" */
	GP_SHARE_MARKED,  /* that a feed does not carry it */
	GP_SHARE_COUNT,
};

struct gp_str
gp_share_word(enum gp_share_word word, struct gp_str lang);

/* The tag of the language in which it is said for a pack in `lang`. */
struct gp_str
gp_share_lang(struct gp_str lang);

#endif
