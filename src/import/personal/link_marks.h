/*
 * Pieces of addresses that tell one reader, or one letter, from others: what
 * the links of a letter have in common with those that leave its list.  Does
 * not judge a link.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_MARKS_H
#define GP_IMPORT_PERSONAL_LINK_MARKS_H

#include "base/map.h"
#include "import/personal/links_found.h"

/* Begins as { .arena = a }; failure is the arena's. */
struct gp_link_marks {
	struct gp_arena *arena;
	struct gp_map known;
	size_t count;
};

/* Adds the pieces of the address of one reader's link that gp_is_mark(), and
   rare parts of them.  Cost: linear. */
void
gp_link_marks_add(struct gp_link_marks *m, struct gp_str url);

/* Adds pieces that half of all links have, and three of them at least, which
   mark the letter or its reader.  Cost: linear. */
void
gp_link_marks_share(struct gp_link_marks *m, const struct gp_found_links *all);

enum gp_mark_of { GP_MARK_OF_NOBODY, GP_MARK_OF_LETTER, GP_MARK_OF_READER };

/* Whose the piece is, or a part of it once its escapes are undone. */
enum gp_mark_of
gp_link_marks_find(const struct gp_link_marks *m, struct gp_str piece);

/* True when a word of a text is a rare mark of a reader, whole. */
bool
gp_link_marks_tell(const struct gp_link_marks *m, struct gp_str word);

/* True when a part of the piece, between signs, gp_is_rare(). */
bool
gp_link_marks_odd(struct gp_str piece);

#endif
