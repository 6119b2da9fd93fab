/*
 * The words that the pages of the web edition add of their own, beside those
 * that all outputs have (words.h).  English only; another language is another
 * table.
 */
#ifndef GP_WORDING_WEB_WORDS_H
#define GP_WORDING_WEB_WORDS_H

#include "base/str.h"

enum gp_web_word {
	GP_WW_SKIP,
	GP_WW_PREVIOUS,
	GP_WW_EDITION,
	GP_WW_OTHER_FORMS,
	GP_WW_EPUB,
	GP_WW_PDF,
	GP_WW_FEED,
	GP_WW_FEEDS,
	GP_WW_ALL_ARTICLES,
	GP_WW_ALL_PACKS,
	GP_WW_NO_MONTH,
	GP_WW_PACK,
	GP_WW_PACKS,
	GP_WW_MONTHS,
	GP_WW_NEWEST_PACKS,
	GP_WW_CATALOGUE,
	GP_WW_OLD_CATALOGUE,
	GP_WW_PAGE,
	GP_WW_PAGES,
	GP_WW_ACCESSIBILITY,
	GP_WW_NO_CLAIM,
	GP_WW_HOW_MADE,
	GP_WW_MARKED_UP,
	GP_WW_KEYBOARD,
	GP_WW_LOOK,
	GP_WW_TABLES,
	GP_WW_AS_THE_SOURCES,
	GP_WW_OTHER_TEXTS,
	GP_WW_TELL,
	GP_WW_COUNT,
};

struct gp_str
gp_web_word(enum gp_web_word word);

#endif
