/*
 * What an entry of the ledger, its articles and its files are made of: a row
 * for each field, so that all who write or read entries have the same ones in
 * the same order.  How a field looks in a file is not known here.
 * Private to series/ledger/.
 */
#ifndef GP_SERIES_LEDGER_RELEASE_MEMBERS_H
#define GP_SERIES_LEDGER_RELEASE_MEMBERS_H

#include "series/ledger/release_entry.h"

enum gp_member_kind {
	GP_MEMBER_TEXT,   /* struct gp_str; "" is left out */
	GP_MEMBER_NUMBER, /* long, not negative */
	GP_MEMBER_COUNT, /* unsigned; 0 is left out unless it is always there */
	GP_MEMBER_WORD,  /* an enum: one of `words`, "" is left out */
};

struct gp_member {
	const char *key;
	enum gp_member_kind kind;
	size_t at;                /* where it is in its struct */
	bool always;              /* a number that may be 0 */
	const char *const *words; /* by the values of the enum; NULL at end */
};

struct gp_members {
	const struct gp_member *rows;
	size_t n;
};

extern const struct gp_members gp_members_of_entry;
extern const struct gp_members gp_members_of_article;
extern const struct gp_members gp_members_of_file;

/* The value that `row`, the struct, has of a text or a word; and of a number or
   a count. */
struct gp_str
gp_member_text(const struct gp_member *f, const void *row);
long
gp_member_number(const struct gp_member *f, const void *row);

/* True when nothing is written of it. */
bool
gp_member_is_empty(const struct gp_member *f, const void *row);

/* Sets it; false for a word that is none of its own, and for a number that it
   cannot have. */
bool
gp_member_set_text(const struct gp_member *f, void *row, struct gp_str value);
bool
gp_member_set_number(const struct gp_member *f, void *row, long value);

/* What is wrong with an entry that was read, as a sentence without its end, or
   NULL: nothing in it leads out of its folder, and it says when and whose it
   is. */
const char *
gp_release_entry_flaw(const struct gp_release_entry *r);

#endif
