/*
 * What a message says, in its order, as rows: made once, shown as HTML and as
 * plain text, so that neither says what the other does not.  No markup is
 * known here, and no width.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_MESSAGE_PLAN_H
#define GP_WRITE_MAIL_MESSAGE_PLAN_H

#include "write/mail/message.h"

enum gp_message_kind {
	GP_MESSAGE_MARKING,
	GP_MESSAGE_HANDLING,
	GP_MESSAGE_ORGANISATION,
	GP_MESSAGE_TITLE,
	GP_MESSAGE_SUBTITLE,
	GP_MESSAGE_PARTICULARS, /* of the pack: day, edition, how much */
	GP_MESSAGE_LEAD,        /* what is new in an edition */
	GP_MESSAGE_LINK,        /* words that lead to `to` */
	GP_MESSAGE_HEADING,     /* of a section of the message */
	GP_MESSAGE_NOTE,        /* the editor's */
	GP_MESSAGE_ITEM,        /* an article by its headline */
	GP_MESSAGE_ARTICLE,     /* an article itself */
	GP_MESSAGE_TEXT,        /* a paragraph */
	GP_MESSAGE_KINDS,
};

struct gp_message_row {
	enum gp_message_kind kind;
	bool is_own;  /* words of ours */
	bool is_long; /* of an item: with what else a reader chooses by */
	struct gp_str text;
	struct gp_str lang; /* of an item or an article; "": the pack's */
	struct gp_str mark; /* "New", in front of `below` */
	struct gp_str below;
	struct gp_message_place to;
	size_t article; /* its place in the pack, of an item or an article */
	size_t number;  /* from 1, of the same */
};

/* A pack, as all of its messages have it. */
struct gp_message_whole {
	const struct gp_message *m;
	size_t *order; /* the articles: what leads, then all others */
	size_t n, n_lead;
	size_t minutes; /* to read all of it */
};

struct gp_message_plan {
	struct gp_arena *arena; /* the caller's */
	struct gp_str lang;     /* of the pack, well-formed */
	struct gp_str title;
	struct gp_str subject;
	struct gp_str preview; /* what an inbox shows behind the subject */
	struct gp_message_row *rows;
	size_t n, room;
	struct gp_message_row spare; /* that there is no room for */
};

/* Looks at all articles once, whatever the parts will be.  In `a`, whose
   failure is told by gp_arena_ok(). */
void
gp_message_whole(const struct gp_message *m, struct gp_arena *a,
                 struct gp_message_whole *out);

/* Plans one part of it; `plan->arena` is set.  A failure is the arena's. */
void
gp_message_plan(const struct gp_message_whole *whole,
                const struct gp_message_part *part,
                struct gp_message_plan *plan);

/* Plans the notice of a recall. */
void
gp_message_plan_recall(const struct gp_message_recall *r,
                       struct gp_message_plan *plan);

/* "Civil Service World · 3 min read" in `a`; "" when nothing
   is known. */
struct gp_str
gp_message_particulars(const struct gp_doc *doc, const struct gp_labels *l,
                       struct gp_arena *a);

#endif
