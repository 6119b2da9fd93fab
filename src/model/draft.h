/*
 * The draft: what a source said, nothing decided.  Importers build drafts and
 * nothing else; only gp_normalise() makes a document of one.
 *
 * A plain-text source fills `lines` and one block a non-blank line; a source
 * with structure (HTML, Markdown) also says what each block is (`hint`) and
 * hangs its inline or nested tree on it.  Of a source that is not made of
 * lines (HTML) each block is one line.  What a source says about itself (its
 * title, its date) goes to `claims`, with the place it was said.
 */
#ifndef GP_MODEL_DRAFT_H
#define GP_MODEL_DRAFT_H

#include "base/diag.h"
#include "base/hash.h"
#include "model/node.h"

/* The facts of the bytes. */
struct gp_input {
	struct gp_str file;         /* as the caller named it */
	char sha256[GP_SHA256_HEX]; /* of the bytes as they came */
	size_t bytes;
	struct gp_str kind;     /* "plain-text" */
	struct gp_str encoding; /* "UTF-8", "windows-1252", ... */
	bool bom, final_newline;
	size_t controls_removed; /* NUL and other control characters */
	size_t bad_bytes;        /* that are no UTF-8 where the rest is */
};

/* Words of a claim that may be taken for the standfirst. */
enum { GP_LEAST_STANDFIRST = 4, GP_MOST_STANDFIRST = 80 };

/* What a source says about itself.  In whose word it is believed depends on
   the kind, and is the matter of normalise/. */
enum gp_claim_kind {
	GP_CLAIM_TITLE,
	GP_CLAIM_STANDFIRST,
	GP_CLAIM_BYLINE,
	GP_CLAIM_DATE,
	GP_CLAIM_SOURCE,
	GP_CLAIM_URL,
	GP_CLAIM_LANG,
	GP_CLAIM_SECTION, /* of the pack it is meant for */
	GP_CLAIM_TAG,     /* a word it is filed under; any number of them */
	GP_CLAIM_EMBARGO, /* until when it may not be published */
	GP_CLAIM_ID,      /* what its feed calls it */
	GP_CLAIM_MARKING, /* for whom it is: "OFFICIAL-SENSITIVE" */
	GP_CLAIM_KINDS,   /* how many there are */
};

/* In what part of a source it says so; no order of trust either. */
enum gp_claim_place {
	GP_SAID_BY_FILE, /* front matter, an entry of a feed, mail headers */
	GP_SAID_IN_DATA, /* JSON-LD, microdata, RDFa */
	GP_SAID_IN_META, /* OpenGraph, Dublin Core, other meta names, links */
	GP_SAID_IN_PAGE, /* visible and marked as what it is: h1, byline */
	GP_SAID_NEARBY,  /* may as well mean something else: <title>, <time> */
	/* Dates only: */
	GP_SAID_IN_OPENING, /* the first words of a paragraph */
	GP_SAID_IN_ADDRESS, /* the page's, given whole */
	GP_SAID_FAR,        /* in the page, marked, but not at its title */
	GP_SAID_IN_PASSING, /* the same, and nothing marks it */
	GP_SAID_ASTRAY,     /* nothing tells what it is of; noted only where no
	                       other place has a date */
};

/* A claim as it was said.  How it was judged is the document's matter. */
struct gp_claim {
	enum gp_claim_kind kind;
	enum gp_claim_place place;
	struct gp_str value; /* as it stood, decoded, one line */
	struct gp_str from;  /* where: "json-ld", "og:title", "front matter" */
	struct gp_span at;
	unsigned line;     /* of the bytes as they came; 0: unknown */
	bool modified;     /* GP_CLAIM_DATE: when it was changed */
	bool organisation; /* GP_CLAIM_BYLINE: said to be no person */
	bool person;       /* GP_CLAIM_BYLINE: said to be one */
	unsigned group;    /* GP_CLAIM_BYLINE: the names of one place have one
	                      number; 0: does not say */
	bool in_article;   /* stands inside what the page calls the article */
	struct gp_claim *next;
};

/* What is said of a page without text that has scripts. */
#define GP_NEEDS_SCRIPT \
	"; if a browser shows any, a script has made it: save it from there"

/* What a block of a source with structure stands in: an item of a list, a
   block quote.  Blocks in one and the same frame share its address. */
struct gp_draft_frame {
	struct gp_node node; /* a list, an item or a quotation and what it
	                        carries; stands in no tree */
	const struct gp_draft_frame *in; /* NULL: the body */
	bool is_said; /* an item's label stands in the source, word for word */
};

struct gp_draft_block {
	struct gp_span at;  /* its lines */
	struct gp_str path; /* its place in a tree source; "" else */
	unsigned gap;       /* blank lines before it */
	struct gp_str raw;  /* its text as it stood, decoded, one line */
	bool has_hint;      /* the source said what it is: */
	enum gp_kind hint;
	struct gp_node *tree;            /* with has_hint: the block itself */
	const struct gp_draft_frame *in; /* NULL: the body */
	/* Found to be no part of the article: the reason, and what tells so;
	   "" when it is. */
	struct gp_str why, rule;
	int confidence; /* hundredths, with a reason */
	bool unlikely;  /* ...and surely so: nobody need be told */
	bool front;     /* with a reason: unless it is a date or a byline */
	bool other_day; /* it is called the day of something else: an event */
	unsigned table; /* with a reason: the table of figures that it was in,
	                   told by any number but 0 */
	struct gp_draft_block *next;
};

/* Words of the source that are in no block and no claim. */
struct gp_draft_loss {
	size_t words;        /* 0: nothing is lost */
	unsigned line;       /* where a passage of them begins; 0: unknown */
	struct gp_str quote; /* how it begins */
};

struct gp_draft {
	struct gp_arena *arena; /* owns everything here */
	struct gp_input input;
	struct gp_str lang;      /* "" when the source does not say */
	struct gp_str generator; /* the program that made it, or "" */
	struct gp_str held_by;   /* the container that a rule file names, */
	unsigned held_by_line;   /* there; "" when none does */
	struct gp_str part;      /* its path in its container, or "" */
	const char *cut;         /* what its bytes end in the middle of, as a
	                            transfer that was broken off; or NULL */
	bool is_paid;            /* it says that it is not free to read */
	bool needs_script;    /* it shows no text, and has scripts that may */
	struct gp_str *lines; /* every source line, decoded, without its end */
	size_t n_lines, lines_room; /* the room: gp_draft_line_room() */
	struct gp_draft_block *first, *last;
	size_t n_blocks;
	struct gp_claim *claims, *last_claim; /* as they stand in the source */
	size_t n_claims;
	struct gp_draft_loss lost;
	unsigned n_alike[GP_CLAIM_KINDS]; /* of each kind */
};

/* A new draft with its own arena; NULL when out of memory. */
struct gp_draft *
gp_draft_new(size_t limit);
void
gp_draft_free(struct gp_draft *d);

/* Appends an empty block and returns it; NULL after an arena failure. */
struct gp_draft_block *
gp_draft_add(struct gp_draft *d);

/* Makes room for one more of d->lines, whoever made those that are there; false
   after an arena failure. */
bool
gp_draft_line_room(struct gp_draft *d);

/* Appends a line that is surely no part of the article, though its source says
   it, and lists it with the reason; nothing for a blank one.  The
   strings must live as long as the draft. */
void
gp_draft_leave_out(struct gp_draft *d, struct gp_str line, struct gp_str why,
                   struct gp_str rule);

/* Appends a claim (a copy of `value` without the space at its ends; `from`
   must live as long as the draft) and returns it for its flags.  NULL for an
   empty value, over GP_MAX_CLAIMS or GP_MAX_CLAIMS_ALIKE, and after an arena
   failure. */
struct gp_claim *
gp_draft_claim(struct gp_draft *d, enum gp_claim_kind kind,
               enum gp_claim_place place, struct gp_str value,
               struct gp_str from, unsigned line);

#endif
