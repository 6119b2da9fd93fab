/*
 * The draft: what a source said, nothing decided.  Importers build drafts and
 * nothing else; only gp_normalise() makes a document of one.
 *
 * A plain-text source fills `lines` and one block a non-blank line; a source
 * with structure (HTML, Markdown) also says what each block is (`hint`) and
 * hangs its inline or nested tree on it.  What a source says about itself
 * (its title, its date) goes to `claims`, with the place it was said.
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
};

/* What a source says about itself, in the order it is trusted. */
enum gp_claim_kind {
	GP_CLAIM_TITLE,
	GP_CLAIM_STANDFIRST,
	GP_CLAIM_BYLINE,
	GP_CLAIM_DATE,
	GP_CLAIM_SOURCE,
	GP_CLAIM_URL,
	GP_CLAIM_LANG,
};

struct gp_claim {
	enum gp_claim_kind kind;
	struct gp_str value;
	struct gp_str from; /* where: "json-ld", "og:title", "front matter" */
	struct gp_span at;
	struct gp_claim *next;
};

struct gp_draft_block {
	struct gp_span at;  /* its lines */
	struct gp_str path; /* its place in a tree source; "" else */
	unsigned gap;       /* blank lines before it */
	struct gp_str raw;  /* its text as it stood, decoded, one line */
	bool has_hint;      /* the source said what it is: */
	enum gp_kind hint;
	struct gp_node *tree; /* with has_hint: the block itself */
	struct gp_draft_block *next;
};

struct gp_draft {
	struct gp_arena *arena; /* owns everything here */
	struct gp_input input;
	struct gp_str lang;   /* "" when the source does not say */
	struct gp_str *lines; /* every source line, decoded, without its end */
	size_t n_lines;
	struct gp_draft_block *first, *last;
	size_t n_blocks;
	struct gp_claim *claims;
};

/* A new draft with its own arena; NULL when out of memory. */
struct gp_draft *
gp_draft_new(size_t limit);
void
gp_draft_free(struct gp_draft *d);

/* Appends an empty block and returns it; NULL after an arena failure. */
struct gp_draft_block *
gp_draft_add(struct gp_draft *d);

#endif
