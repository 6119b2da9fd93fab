/*
 * Days as a language writes them: "10. November 2015", "1er mai 2026".  What
 * was given of a day, no more; it has no clock and knows no zone.
 */
#ifndef GP_WORDING_DAY_WORDS_H
#define GP_WORDING_DAY_WORDS_H

#include "base/date.h"
#include "model/labels.h"

/* Appends the day, the month or the year; nothing for no date.  `l` may be
   NULL: English, in British order. */
void
gp_day_put(const struct gp_labels *l, const struct gp_date *day,
           struct gp_buf *out);

/* Appends a pattern with the day in it: "Updated 10 November 2015". */
void
gp_day_fill(const struct gp_labels *l, enum gp_word pattern,
            const struct gp_date *day, struct gp_buf *out);

/* The day kept in `a`; the second without its year. */
struct gp_str
gp_day_words(const struct gp_labels *l, const struct gp_date *day,
             struct gp_arena *a);
struct gp_str
gp_day_of_year(const struct gp_labels *l, const struct gp_date *day,
               struct gp_arena *a);

/* "23 Sep", with its year "23 Sep 2015": for a drawing. */
struct gp_str
gp_day_brief(const struct gp_labels *l, const struct gp_date *day, bool year,
             struct gp_arena *a);

#endif
