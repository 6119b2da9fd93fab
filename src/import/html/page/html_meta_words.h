/*
 * What the words of class names say of what they stand at.  Knows no page.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_META_WORDS_H
#define GP_IMPORT_HTML_HTML_META_WORDS_H

#include "base/str.h"

enum gp_word_class {
	GP_WORDS_AUTHOR = 1 << 0,
	GP_WORDS_DATE = 1 << 1,
	GP_WORDS_MODIFIED = 1 << 2,
	GP_WORDS_STANDFIRST = 1 << 3,
	GP_WORDS_TITLE = 1 << 4,
	GP_WORDS_META = 1 << 8,    /* who and when, in one line */
	GP_WORDS_NOT = 1 << 5,     /* a picture, a box about the author */
	GP_WORDS_AWAY = 1 << 6,    /* comments, related links, side columns */
	GP_WORDS_ARTICLE = 1 << 7, /* the article as a whole */
	GP_WORDS_KNOWN = 1 << 9,   /* was asked before */
};

enum { GP_META_NAMES = 24 }; /* of one attribute that are looked at */

/* What a list of names ("post-meta entryDate") says, name by name: the bits
   of each are added up, but a name with GP_WORDS_NOT says nothing else. */
unsigned
gp_meta_words(struct gp_str names);

#endif
