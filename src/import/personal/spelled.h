/*
 * Addresses of mail in a text however they are spelled there: as they are, with
 * a reference, an escape, a tag, a quotation mark or a line's end between two
 * of their characters, as "ann at dept.example" or as
 * "bounce-ann=dept.example@post.example".  Knows neither whose an address is
 * nor what becomes of it.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_SPELLED_H
#define GP_IMPORT_PERSONAL_SPELLED_H

#include "base/str.h"

/* Longer than any address: 64 bytes, '@' and 255 (RFC 5321, 4.5.3.1). */
enum { GP_LONGEST_RUN = 336 };

/* What a text is, and with it what may stand within an address.  VALUE: of a
   field or an address of the web, escapes alone.  MARKUP: references too.
   TEXT, as a reader sees it: blanks, one line's end, quotation marks.  WORDS:
   all of these, and tags. */
enum gp_spelling {
	GP_SPELLED_VALUE,
	GP_SPELLED_MARKUP,
	GP_SPELLED_TEXT,
	GP_SPELLED_WORDS
};

/* A character that may be of an address, as it is meant. */
struct gp_spelled_char {
	char c;          /* in small letters; of others than ASCII, a byte */
	bool is_edge;    /* an address may begin with it or end before it */
	bool is_tagged;  /* a tag stands before it */
	size_t from, to; /* bytes of the text that it takes */
};

/* A sign that parts a name from a host, with what stands round it; begins as
   { .text = text, .how = how }. */
struct gp_spelled {
	struct gp_str text;
	enum gp_spelling how;
	struct gp_spelled_char chars[GP_LONGEST_RUN];
	size_t n;
	size_t at; /* the sign: '@' or '=' */

	/* Private. */
	size_t i, tag_end, comment_end;
	unsigned lines;
	bool found, ended, after_edge, after_tag;
};

/* The next sign of the text; false when there is none.  Cost: linear in what is
   passed, whatever stands there. */
bool
gp_spelled_next(struct gp_spelled *s);

/* Moves *from, which begins as s->at, to the next place before it where the
   name may begin; false when there is none. */
bool
gp_spelled_begins(const struct gp_spelled *s, size_t *from);

/* Moves *to, which begins as s->at + 1, to the next place behind it where the
   host may end: before a full stop too, as in "ann@dept.example.pdf". */
bool
gp_spelled_ends(const struct gp_spelled *s, size_t *to);

#endif
