/*
 * What the words of a link say of it: that it leaves a list, or shows one's own
 * copy of a letter; and whether its address says that it only leads on.  Words
 * of languages and of programs, no names of sites.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_WORDS_H
#define GP_IMPORT_PERSONAL_LINK_WORDS_H

#include "base/buf.h"

enum gp_link_kind {
	GP_LINK_ORDINARY,
	GP_LINK_VIEW, /* one's own copy of the letter */
	GP_LINK_OFF,  /* leave a list, change what it knows of one */
};

/* What `words` say, as gp_fold_words() makes them.  Cost: linear in them. */
enum gp_link_kind
gp_link_kind_of_words(struct gp_str words);

/* For a test: the first row of the table that does not stand where it is
   looked for, or NULL. */
const char *
gp_link_words_fault(void);

/* What the pieces of an address say. */
enum gp_link_kind
gp_link_kind_of_url(struct gp_str url);

/* True when it says that one leaves a site and not a list. */
bool
gp_link_leaves_site(struct gp_str url);

/* True when a piece of its path or of its host says that it counts who comes
   by and sends them on: "click", "track", "r". */
bool
gp_link_leads_on(struct gp_str url);

/* True for a piece that says what is behind it: "article", "video"; or for the
   name of a parameter that does: "id". */
bool
gp_link_says_what(struct gp_str piece);

#endif
