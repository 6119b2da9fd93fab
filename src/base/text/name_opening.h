/*
 * The words that lead up to a name and those that end one, in the languages
 * of the pages that are read: "Written by", "Veröffentlicht von", "Publié
 * par", "A cura di"; "edited by", "Stand:".  Names themselves are not known
 * here.
 */
#ifndef GP_BASE_TEXT_NAME_OPENING_H
#define GP_BASE_TEXT_NAME_OPENING_H

#include "base/str.h"

/* How much such words say. */
enum gp_opens {
	GP_OPENS_NOT,
	/* "by", "von", "autor": of a name only at the start of a line */
	GP_OPENS_START,
	/* "written by", "Text:": wherever they stand */
	GP_OPENS_ANYWHERE,
};

struct gp_opening {
	enum gp_opens opens;
	size_t n; /* bytes up to what is opened */
	/* Also begins much else ("Von Hamburg", "Text: Romans 8"), so that it
	   opens nothing but the whole name of a person. */
	bool of_person;
};

/* The longest opening that `s` begins with; case does not count. */
struct gp_opening
gp_name_opening(struct gp_str s);

/* For a test: the first opening of the table that does not stand where it is
   looked for, or NULL. */
const char *
gp_name_opening_fault(void);

/* True when `s` is an opening and nothing else. */
bool
gp_name_opening_alone(struct gp_str s);

/* True when `s` begins with words that no name goes on with. */
bool
gp_name_is_over(struct gp_str s);

/* The bytes of `s` before the first such words behind a space: s.n when there
   are none. */
size_t
gp_name_length(struct gp_str s);

#endif
