/*
 * The ids of a pack's messages and how they hang together: the same call gives
 * the same id, another attempt another one, and every later edition answers the
 * first.  They are made of who the pack is and not of what it says.  No ledger
 * is read here.  Private to series/mail/.
 */
#ifndef GP_SERIES_MAIL_MAIL_THREAD_H
#define GP_SERIES_MAIL_MAIL_THREAD_H

#include "base/arena.h"
#include "config/mailkeys.h"

struct gp_mail_thread {
	struct gp_arena *arena;
	const struct gp_mail_settings *to; /* the list is part of an id, and
	                                      the sender's host its end */
	struct gp_str pack;                /* its identifier */
	unsigned first;                    /* edition that began the thread */
};

/* Which message of a thread. */
struct gp_mail_which {
	unsigned edition;
	size_t part;      /* from 1; 0: the notice of a recall */
	unsigned attempt; /* from 1 */
};

/* Its id, without angles (RFC 5322, 3.6.4). */
struct gp_str
gp_mail_id(const struct gp_mail_thread *t, const struct gp_mail_which *w);

/* The id of what it answers, or "": of later editions and of notices that is
   the first edition, of further parts the first part. */
struct gp_str
gp_mail_answers(const struct gp_mail_thread *t, const struct gp_mail_which *w);

/* The ids of the messages that it belongs to, the oldest first; how many.  One
   that was sent before in other words ("attempt") is one of them, so that those
   who have both see them together. */
enum { GP_MAIL_MOST_BEFORE = 3 };
size_t
gp_mail_before(const struct gp_mail_thread *t, const struct gp_mail_which *w,
               struct gp_str out[GP_MAIL_MOST_BEFORE]);

#endif
