/*
 * For whom a letter was: the addresses that its fields name, and whether a
 * piece of text names one of them, spelled out, encoded or as a digest.  Names
 * of people are not known here: "Dear Ann" is the letter's own word.  Private
 * to import/.
 */
#ifndef GP_IMPORT_PERSONAL_RECIPIENTS_H
#define GP_IMPORT_PERSONAL_RECIPIENTS_H

#include "base/map.h"

/* Begins as { .arena = a }. */
struct gp_recipients {
	struct gp_arena *arena;
	struct gp_map known; /* addresses, and their digests as hex digits */
	struct gp_map kept;  /* addresses that are no recipient's */
	struct gp_map hosts; /* of theirs */
	size_t longest_host; /* bytes */
	size_t count;        /* of addresses */
};

/* An address that `field` holds is no recipient's, whatever is added later. */
void
gp_recipients_keep(struct gp_recipients *r, struct gp_str field);

/* Adds all addresses of a header field (RFC 5322, 3.4) or of another text;
   "ann+news@dept.example" stands for "ann@dept.example" too (RFC 5233).
   Failure is the arena's. */
void
gp_recipients_add(struct gp_recipients *r, struct gp_str field);

/* The same of an address in the name of another, as in the return path of
   "bounce-ann=dept.example@post.example" (VERP). */
void
gp_recipients_add_verp(struct gp_recipients *r, struct gp_str field);

/* The same of addresses whose name is a mark, "leave-7f3a91b2@news.example":
   whoever writes there is known by it. */
void
gp_recipients_add_marked(struct gp_recipients *r, struct gp_str field);

/* Adds the addresses that `value`, a part of an address of the web, names in
   percent-encoding, base64 or hex digits. */
void
gp_recipients_add_hidden(struct gp_recipients *r, struct gp_str value);

/* Appends `text` without their addresses, however those are spelled; tags
   between the characters of one stay when `is_html`.  Returns how many went.
   Cost: linear, whatever the number of recipients.  Errors: the buffer's. */
size_t
gp_recipients_take_out(const struct gp_recipients *r, struct gp_str text,
                       bool is_html, struct gp_buf *out);

/* True when `value`, a part of an address of the web, names one of them: as
   itself, in percent-encoding, in base64 of either alphabet (RFC 4648), in hex
   digits, up to two of them one in the other, or as its MD5, SHA-1 or SHA-2
   (RFC 1321, RFC 6234) in hex digits or base64.  Cost: linear.  False when out
   of memory, which the arena remembers. */
bool
gp_recipients_named(const struct gp_recipients *r, struct gp_str value);

#endif
