/*
 * The words that a pack's mail adds of its own, beside those that all outputs
 * have (words.h).  English only; another language is another table.
 */
#ifndef GP_WORDING_MAIL_WORDS_H
#define GP_WORDING_MAIL_WORDS_H

#include "base/str.h"

enum gp_mail_word {
	GP_MW_ON_THE_WEB,
	GP_MW_IN_THIS_MESSAGE,
	GP_MW_IN_THIS_EDITION,
	GP_MW_AS_BEFORE,
	GP_MW_PART,
	GP_MW_PART_OF,
	GP_MW_UPDATE,
	GP_MW_CORRECTION,
	GP_MW_RECALL,
	GP_MW_FILE,
	GP_MW_LEAVE,
	GP_MW_ONE_IS_OUT,
	GP_MW_SOME_ARE_OUT,
	GP_MW_DELETE,
	GP_MW_WHAT_IS_LEFT,
	GP_MW_COUNT,
};

struct gp_str
gp_mail_word(enum gp_mail_word word);

#endif
