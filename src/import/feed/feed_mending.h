/*
 * What the parts of the mending of a feed share: where it is in the bytes,
 * which tags are open, what a slip costs, how text goes over.  It knows no
 * grammar of tags and decides nothing.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MENDING_H
#define GP_IMPORT_FEED_FEED_MENDING_H

#include "base/buf.h"

struct gp_feed_mended {
	struct gp_buf text; /* UTF-8, as many lines; the caller frees it */
	size_t slips;       /* 0: it was XML, as far as this can tell */
	const char *first;  /* what the first one is, in words */
	unsigned line;      /* of the first one */
	bool ends_early;    /* before its last end tag */
	unsigned cut;       /* line of the entry that is not whole, or 0 */
};

enum { GP_MEND_OPEN = 300 }; /* tags; libxml2 takes 256 */

struct gp_mending {
	struct gp_str s;
	size_t i;
	struct gp_feed_mended *out;
	struct gp_str open[GP_MEND_OPEN]; /* names of tags */
	size_t n;
	size_t counted;     /* byte up to which `line` has counted */
	unsigned line;      /* at that byte */
	bool guesses;       /* where what is not closed ends */
	bool is_unbalanced; /* something is not closed */
	bool has_root;      /* its tag has been seen */
	bool has_doctype;
	bool no_end[2];   /* of a comment, of an instruction: none comes */
	size_t cdata_end; /* that comes next, of what it was looked for */
	size_t entry;     /* of the open ones it is the last; 0: none */
	size_t entry_at;  /* byte of the output where it begins */
	unsigned entry_line;
};

/* Line of the byte that is next, from 1. */
unsigned
gp_mend_line(struct gp_mending *m);

/* Counts one; `what` lives as long as the program. */
void
gp_mend_slip(struct gp_mending *m, const char *what);

/* True when `what` stands at byte `i`. */
bool
gp_mend_begins(const struct gp_mending *m, size_t i, struct gp_str what);

/* Bytes as they stand, from `from` to before `end`. */
void
gp_mend_copy(struct gp_mending *m, size_t from, size_t end);

/* Goes to `end` without a word, but no line shall move. */
void
gp_mend_pass(struct gp_mending *m, size_t end);

/* The '&' that is next, with what it begins, as XML has it. */
void
gp_mend_reference(struct gp_mending *m);

/* The '<' that is next, as a letter. */
void
gp_mend_angle(struct gp_mending *m);

/* The end tag of what was opened last; one must be open. */
void
gp_mend_put_end(struct gp_mending *m);

#endif
