/*
 * The page for who reads no other: why each article is in the pack, and what
 * to say of it, in the words of the department that publishes it.  Knows no
 * output, and nothing of what an article says.
 */
#ifndef GP_WORDING_SUMMARY_WORDS_H
#define GP_WORDING_SUMMARY_WORDS_H

#include "model/pack.h"

/* True when the department says why of at least one article, or what lines to
   take: without its words there is no such page, for the contents say the
   rest, and a paper's standfirst is not the department's word. */
bool
gp_summary_wanted(const struct gp_pack *pack);

/* The next of the lines to take from byte *at of them on, without a dash or a
   bullet before it, into *line, a part of pack->info; false when there are no
   more.  *at begins as 0. */
bool
gp_summary_line(const struct gp_pack *pack, size_t *at, struct gp_str *line);

#endif
