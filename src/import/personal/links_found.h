/*
 * Every address of the web and of mail that a text holds, with the words that
 * a reader sees on it: of markup those in attributes and those that stand in
 * the text, of a plain text the latter.  Decides nothing.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINKS_FOUND_H
#define GP_IMPORT_PERSONAL_LINKS_FOUND_H

#include "base/arena.h"

struct gp_found_link {
	size_t from, to;       /* bytes of the text that the address takes */
	struct gp_str address; /* references and line ends resolved */
	struct gp_str words;   /* on it, or before it; as gp_fold_words() */
	bool in_tag;           /* the value of an attribute, which takes */
	size_t attr, attr_end; /* these bytes */
	bool is_link;          /* of <a href>, or among words */
	bool is_picture;       /* of <img src> */
	bool is_dot;           /* a picture that nobody is to see */
};

struct gp_found_links {
	struct gp_arena *arena;
	struct gp_found_link *rows; /* in the order of the text */
	size_t count, room;
	bool only_links; /* what nobody follows is left out: pictures, the head
	                    of a page */
};

/* Fills `out`, which begins as { .arena = a } or with .only_links too, from
   markup.  Comments, scripts
   and styles are passed over.  Cost: linear.  Failure is the arena's. */
void
gp_links_in_markup(struct gp_str html, struct gp_found_links *out);

/* The same from a plain text; an address in "<>" may be broken over lines (RFC
   3986, appendix C). */
void
gp_links_in_text(struct gp_str text, struct gp_found_links *out);

#endif
