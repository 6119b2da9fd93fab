/*
 * Addresses of mail in a text however they are spelled there: as they are, with
 * a reference, an escape or a tag between two of their characters, as "ann at
 * dept.example" or as "bounce-ann=dept.example@post.example".  Knows neither
 * whose an address is nor what becomes of it.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_SPELLED_H
#define GP_IMPORT_PERSONAL_SPELLED_H

#include "base/str.h"

/* Longer than any address: 64 bytes, '@' and 255 (RFC 5321, 4.5.3.1). */
enum { GP_LONGEST_RUN = 336 };

/* What might be an address: characters that stand in one, side by side, with
   those that part a name from a host. */
struct gp_spelled {
	char text[GP_LONGEST_RUN];   /* in small letters */
	bool tagged[GP_LONGEST_RUN]; /* a tag stands before it */
	size_t from[GP_LONGEST_RUN]; /* byte of the text where it begins */
	size_t to[GP_LONGEST_RUN];   /* and ends */
	size_t n;
};

/* What a text is: in markup references stand for characters; in the words of
   it, tags that stand within a word for nothing too. */
enum gp_spelling { GP_SPELLED_PLAIN, GP_SPELLED_MARKUP, GP_SPELLED_WORDS };

/* The next run of `text` with an '@' or a '=' at or after byte *i, which moves
   on: past it, or to the middle of one that was joined at a word "at".  False
   when there is none.  Cost: linear in what is passed. */
bool
gp_run_next(struct gp_str text, enum gp_spelling how, size_t *i,
            struct gp_spelled *run);

/* A part of a run that may be an address: its first character and the one
   behind its last.  The host of an address ends where a run ends, where a tag
   stood, or before a full stop, as in "ann@dept.example.pdf". */
struct gp_spelled_part {
	size_t from, at, to;
};

enum { GP_MOST_PARTS = 40 };

/* All such parts, longer ones of one sign first; at most GP_MOST_PARTS.
   Returns how many. */
size_t
gp_run_parts(const struct gp_spelled *run, struct gp_spelled_part *parts);

/* Bytes of a character that nobody sees (U+200B and the like) at byte `i`; 0
   when another one stands there. */
size_t
gp_unseen(struct gp_str s, size_t i);

/* Behind the tag that begins at byte `i`, which is no longer than a line or
   two; `i` when there is none. */
size_t
gp_tag_end(struct gp_str s, size_t i);

#endif
