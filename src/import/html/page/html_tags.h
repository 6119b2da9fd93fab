/*
 * Names: of elements, and the words in their classes and ids that tell what
 * the people who made a page think a part of it is.  Tables and look-ups
 * only; what follows from a name is decided elsewhere.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_TAGS_H
#define GP_IMPORT_HTML_HTML_TAGS_H

#include "import/html/parse/flat.h"

enum gp_el {
	GP_EL_OTHER, /* any name that is not listed */
#define GP_EL(NAME, name, what) GP_EL_##NAME,
#include "import/html/page/html_tags.def"
#undef GP_EL
	GP_EL_COUNT,
};

enum gp_el_is {
	GP_EL_BLOCK = 1 << 0,  /* begins a line of its own */
	GP_EL_UNSEEN = 1 << 1, /* holds no text that a reader sees */
	GP_EL_WIDGET = 1 << 2, /* its text is for use, not for reading */
	GP_EL_PAIRED = 1 << 3, /* means something only when it was closed: else
	                          all behind it may stand in it */
};

/* What node `i` is; GP_EL_OTHER of a text and of an element that is none of
   HTML, but for <svg> and <math>.  A paired one that was never closed is a
   <div> or a <span>. */
enum gp_el
gp_el_of(const struct gp_flat *d, uint32_t i);
/* Bits of enum gp_el_is. */
unsigned
gp_el_is(enum gp_el el);
const char *
gp_el_name(enum gp_el el);

/* What a class or an id says. */
enum gp_hint {
	GP_HINT_STRONG = 1 << 0,  /* surely no part of the article */
	GP_HINT_WEAK = 1 << 1,    /* likely none */
	GP_HINT_GOOD = 1 << 2,    /* the article itself */
	GP_HINT_CAPTION = 1 << 3, /* of a picture */
	GP_HINT_SKIP = 1 << 4,    /* for screen readers only */
	GP_HINT_NOTICE = 1 << 5,  /* comments, cookies, a foot: however long */
};

enum { GP_HINT_NAMES = 48 }; /* of one attribute that are looked at */

/* The bits of all names in a value such as "story-body entryContent". */
unsigned
gp_hints_in(struct gp_str names);

#endif
