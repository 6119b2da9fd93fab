/*
 * Words on their way from whoever has them to whoever counts them: pieces of
 * text in their order, and between them the places that part two words.  It
 * does not know where a text comes from or what is done with its words.
 */
#ifndef GP_BASE_TEXT_WORDS_TOLD_H
#define GP_BASE_TEXT_WORDS_TOLD_H

#include "base/err.h"
#include "base/str.h"

struct gp_listener {
	/* A piece of text (UTF-8), which goes on where the last one ended; it
	   began at byte `at` of the source, or at its line, as the teller
	   says.  The piece lives until the call returns. */
	void (*text)(struct gp_listener *l, struct gp_str piece, size_t at);
	/* Here no word goes on. */
	void (*part)(struct gp_listener *l);
	/* Here one may, or may not: a tag stood here.  NULL: no matter. */
	void (*may_part)(struct gp_listener *l);
	/* Set by the listener: it has heard enough. */
	bool is_done;
	/* Set by the teller: it could not tell all, and why. */
	enum gp_code failed;
};

/* Something that can tell its words, as often as it is asked. */
struct gp_teller {
	void (*tell)(const void *what, struct gp_listener *l);
	const void *what;
};

/* One text and the end of its last word. */
static inline void
gp_tell(struct gp_listener *l, struct gp_str text, size_t at)
{
	l->text(l, text, at);
	l->part(l);
}

#endif
