/*
 * What the passes of normalisation work on: one unit a block of the draft,
 * with its repaired text and what was decided about it so far.
 * Private to normalise/: nobody else sees a document half decided.
 */
#ifndef GP_NORMALISE_WORK_H
#define GP_NORMALISE_WORK_H

#include "normalise/doc_making.h"
#include "normalise/normaliser.h"
#include "normalise/passes.h"
#include "normalise/rules/rules.h"
#include "normalise/text/text.h"

enum gp_fate {
	GP_UNDECIDED, /* goes to the body unless a pass says otherwise */
	GP_KEPT,      /* goes to the body, and no pass may say otherwise */
	GP_AS_TITLE,
	GP_AS_STANDFIRST,
	GP_AS_METADATA, /* stands in a field of the document, by its lines */
	GP_DROPPED,
};

struct gp_unit {
	const struct gp_draft_block *block;
	struct gp_span at;
	struct gp_str text;   /* repaired and set, one line, never empty */
	struct gp_node *tree; /* of the document, with these words; or NULL */
	struct gp_str folded; /* the same with ASCII quotes, for matching */
	unsigned gap, after;  /* blank lines before it and behind it */
	unsigned words;
	bool ends;                 /* in a full stop, a colon or the like */
	bool prose;                /* long enough to be running text */
	struct gp_verdict verdict; /* what the rules say of it */
	bool tabbed;               /* tabs part its words, as in a table */
	bool wanted;               /* by a rule of confidence 0 */
	enum gp_fate fate;
	/* in the body: what it is */
	enum gp_kind kind;         /* GP_PARAGRAPH, GP_HEADING or GP_ITEM */
	bool ordered;              /* GP_ITEM: numbered */
	struct gp_str label, rest; /* its mark, and the words behind it */
	/* GP_DROPPED: why */
	const struct gp_rule *why;
	int confidence; /* hundredths */
	unsigned fixes[GP_FIX_COUNT];
};

struct gp_work {
	const struct gp_draft *draft;
	const struct gp_normaliser *how;
	struct gp_doc *doc;
	struct gp_arena *scratch; /* freed with the work */
	struct gp_matcher *matcher;
	struct gp_evidence evidence;

	struct gp_unit *units;
	size_t n;
	struct gp_span *unseen; /* lines without anything to see */
	size_t n_unseen;
	const struct gp_draft_block **aside; /* no part of the article */
	size_t n_aside;
	bool has_wishes;    /* some rule has confidence 0 */
	bool structured;    /* the source says what its blocks are */
	size_t words;       /* of all units */
	unsigned usual_gap; /* blank lines between two paragraphs here */
	bool spaced;        /* paragraphs are set apart by blank lines */
	size_t after_title; /* first unit behind the title */
	size_t first_prose; /* end of the front zone */
	size_t last_prose;  /* start of the tail, less one */
	struct gp_str source_label; /* what stands after "Source:" */
	unsigned source_line;       /* 0: no such label */

	/* A person's word brought lines and took some away. */
	bool lines_given;

	/* A rule was refused: the passes behind "units" run anew. */
	bool again;
	unsigned rounds;
	struct gp_warning *said; /* the last warning that still holds then */
};

/* Begins the work on a draft, with a document that holds what is known of its
   bytes and nothing else.  To be ended with gp_work_close(), also after an
   error (GP_LIMIT, GP_NOMEM). */
bool
gp_work_open(struct gp_work *w, const struct gp_draft *draft,
             const struct gp_normaliser *how, struct gp_err *e);
/* Ends it.  The document, NULL when there was no memory for one, is the
   caller's. */
void
gp_work_close(struct gp_work *w);

/* The rules that are no patterns. */
extern const struct gp_rule gp_rule_consumed;
extern const struct gp_rule gp_rule_repeated;
extern const struct gp_rule gp_rule_fields;
extern const struct gp_rule gp_rule_overridden;
extern const struct gp_rule gp_rule_run;
extern const struct gp_rule gp_rule_unseen;

/* A drop needs this confidence, in hundredths.  A judgement, and the scale of
   all the others: the confidences of rules here and in styles/boilerplate.tsv
   are set so that what is doubtful falls below it. */
enum { GP_SURE = 85 };

/* The measures that need all units and their verdicts. */
void
gp_work_survey(struct gp_work *w);

/* Drops units `from` to before `to` for one reason, or keeps them, with a
   warning, when the confidence is below GP_SURE or everything is to be kept.
   A confidence of 0 is no doubt but a wish: it is kept without a warning, and
   so is a unit among them that another rule wishes for.  True when the others
   were dropped. */
bool
gp_work_drop(struct gp_work *w, size_t from, size_t to,
             const struct gp_rule *why, int confidence);

/* Drops one unit whose words went into a field of the document (or were
   replaced there): that is no matter of confidence. */
void
gp_work_consume(struct gp_work *w, size_t i, const struct gp_rule *why);

/* True when a rule file says that the block stays, whatever else it is. */
bool
gp_site_keeps(const struct gp_work *w, const struct gp_draft_block *b);

/* True for a unit that will stand in the body as things are. */
static inline bool
gp_unit_stays(const struct gp_unit *u)
{
	return u->fate == GP_UNDECIDED || u->fate == GP_KEPT;
}

#endif
