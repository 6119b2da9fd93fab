/*
 * The words that writers add of their own: labels, headings, sentences.
 * English only; another language is another table.
 */
#ifndef GP_WORDING_WORDS_H
#define GP_WORDING_WORDS_H

#include "base/str.h"

enum gp_word {
	GP_W_ABBREVIATIONS,
	GP_W_ABOUT,
	GP_W_ALSO_IN,
	GP_W_AND,
	GP_W_ARTICLE,
	GP_W_ARTICLES,
	GP_W_ARTICLES_FROM,
	GP_W_AS_IT_CAME,
	GP_W_BACK,
	GP_W_BY,
	GP_W_CHECK,
	GP_W_CHECK_TEXT,
	GP_W_COLOPHON,
	GP_W_CONTENTS,
	GP_W_COVER,
	GP_W_DIFFERENT_WORDS,
	GP_W_EDITORS_NOTE,
	GP_W_FIRST,
	GP_W_FROM,
	GP_W_HERE,
	GP_W_HOW_MADE,
	GP_W_HOW_MADE_TEXT,
	GP_W_IMAGE_MISSING,
	GP_W_INPUTS,
	GP_W_INPUTS_TEXT,
	GP_W_LANDMARKS,
	GP_W_LEFT_OUT,
	GP_W_LINE,
	GP_W_LINES,
	GP_W_LINKS,
	GP_W_MADE_BY,
	GP_W_MIN_READ,
	GP_W_MORE,
	GP_W_NAMED_SOURCE,
	GP_W_NAMED_SOURCES,
	GP_W_NAMES_NO_SOURCE,
	GP_W_NAME_NO_SOURCE,
	GP_W_NEXT,
	GP_W_NOT_INCLUDED,
	GP_W_MOST_TEXT,
	GP_W_NOTE,
	GP_W_NO_ALT,
	GP_W_ONLY_HERE,
	GP_W_ONLY_THERE,
	GP_W_ORIGINAL_AT,
	GP_W_PAGE,
	GP_W_PAGES,
	GP_W_PAGE_LIST,
	GP_W_PAGE_SOURCE,
	GP_W_POSTED,
	GP_W_REPOST,
	GP_W_RIGHTS,
	GP_W_SAME_TEXT,
	GP_W_SHARED,
	GP_W_SOURCES,
	GP_W_SOURCES_RIGHTS,
	GP_W_SOURCE_UNKNOWN,
	GP_W_SUMMARY,
	GP_W_SUMMARY_ALT,
	GP_W_SUMMARY_IMAGES,
	GP_W_SUMMARY_NO_ALT,
	GP_W_SUMMARY_PAGES,
	GP_W_TABLE,
	GP_W_THERE,
	GP_W_TIMELINE,
	GP_W_TITLE_PAGE,
	GP_W_UNDATED,
	GP_W_UNTITLED,
	GP_W_UPDATED,
	GP_W_ALL_NEW,
	GP_W_CARRIED,
	GP_W_CARRIED_FROM,
	GP_W_CORRECTED,
	GP_W_COUNT_ADDED,
	GP_W_COUNT_CORRECTED,
	GP_W_COUNT_WITHDRAWN,
	GP_W_EARLIER_PACKS,
	GP_W_EDITION,
	GP_W_NEW,
	GP_W_NEW_AT,
	GP_W_SINCE_EDITION,
	GP_W_SINCE_PACK,
	GP_W_THIS_PACK,
	GP_W_COUNT,
};

struct gp_str
gp_word(enum gp_word word);

/* A repair or a reason for dropping lines, by its stable name, as people say
   it: "nbsp-to-space" is "no-break spaces made plain".  A name that is not in
   the table comes back as it is. */
struct gp_str
gp_word_for(struct gp_str name);

#endif
