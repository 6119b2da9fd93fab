/*
 * What is new in a pack, in words: the same in every output.  Marks of
 * articles, the line that a later edition leads with, and the groups and
 * sentences of the page on what changed.  It does not find out what is new.
 */
#ifndef GP_WORDING_SINCE_WORDS_H
#define GP_WORDING_SINCE_WORDS_H

#include "base/arena.h"
#include "model/pack.h"

/* "New", "New at 08:40", "Corrected", "Carried over from 9 November" (with the
   year where the pack is of another one); "" when nothing is said of it.  In
   `a`. */
struct gp_str
gp_since_mark(const struct gp_pack *pack, size_t i, struct gp_arena *a);
/* The same of an article of which that alone is known.  `l` may be NULL here
   and below: English. */
struct gp_str
gp_since_state_mark(enum gp_entry_state state, const struct gp_date *first,
                    const struct gp_date *pack_day, const struct gp_labels *l,
                    struct gp_arena *a);

/* "Updated 08:40: 3 added, 1 corrected", with the day where that is not the
   pack's: "Updated 11 November, 08:40"; "" for a first edition.  In `a`. */
struct gp_str
gp_since_lead(const struct gp_since *since, const struct gp_date *pack_day,
              const struct gp_labels *l, struct gp_arena *a);

/* ---- the page ---- */

/* Whether there is anything to tell. */
bool
gp_since_is_told(const struct gp_pack *pack);
/* "Since the last pack" */
struct gp_str
gp_since_title(const struct gp_pack *pack);

/* The articles of the pack in the groups that the page lists; an article is
   in one of them at most.  `title` is its heading, "" for none that is
   listed. */
enum gp_since_group {
	GP_SINCE_LATE,
	GP_SINCE_CORRECTED,
	GP_SINCE_NEW,
	GP_SINCE_CARRIED,
	GP_SINCE_GROUPS,
};
struct gp_str
gp_since_group_title(const struct gp_pack *pack, enum gp_since_group group,
                     struct gp_arena *a);
bool
gp_since_in_group(const struct gp_pack *pack, size_t i,
                  enum gp_since_group group);

/* Lines under the title: the edition with its moment and zone, that all is
   new; and behind the lists, of what no article of the pack can tell: "In this
   pack: 1 withdrawn."  How many of `lines` are filled; in `a`. */
enum { GP_SINCE_LINES = 2 };
size_t
gp_since_before(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES]);
size_t
gp_since_behind(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES]);

#endif
