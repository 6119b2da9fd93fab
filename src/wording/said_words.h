/*
 * What outputs say of an article after it went out: that it was corrected on a
 * day, that it has been withdrawn.  In the language of the pack, where that is
 * one of those in which govpub knows articles apart; else in English.  It knows
 * no article and no markup.
 */
#ifndef GP_WORDING_SAID_WORDS_H
#define GP_WORDING_SAID_WORDS_H

#include "base/buf.h"
#include "base/date.h"

enum gp_said {
	GP_SAID_CORRECTION,     /* "Correction" */
	GP_SAID_WITHDRAWN,      /* "Withdrawn" */
	GP_SAID_ARTICLE_IS_OUT, /* "This article has been withdrawn." */
	GP_SAID_PACK_IS_OUT,    /* "This pack has been withdrawn." */
	GP_SAID_PACK_IS_AWAY,   /* "The files of this pack are not available
	                           at present." */
	GP_SAID_COUNT,
};

/* `lang` is a language tag (BCP 47); what is none counts as English. */
struct gp_str
gp_said(enum gp_said what, struct gp_str lang);

/* The tag of the language in which gp_said() answers. */
struct gp_str
gp_said_lang(struct gp_str lang);

/* Appends the day as that language writes it, "10. November 2015". */
void
gp_said_day(const struct gp_date *day, struct gp_str lang, struct gp_buf *out);

/* Appends what stands before the words of a correction or a withdrawal:
   "Correction, 10 November 2015". */
void
gp_said_label(enum gp_said what, const struct gp_date *day, struct gp_str lang,
              struct gp_buf *out);

#endif
