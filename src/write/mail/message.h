/*
 * A pack as mail (RFC 5322): headlines and where each article stands, or the
 * articles themselves, as plain text and as HTML that says the same.  The HTML
 * stays below what mail programs show whole: who asks for it gets the pack in
 * several messages.  Who sends it, to whom, when and in answer to what is told;
 * nothing is sent.
 */
#ifndef GP_WRITE_MAIL_MESSAGE_H
#define GP_WRITE_MAIL_MESSAGE_H

#include "config/mail_address.h"
#include "pack/job.h"

/* Bytes of the HTML of one message: Gmail shows some 102 KB ("Message
   clipped"), and the mailers on the way may add to it. */
enum { GP_MESSAGE_HTML = 90 * 1000 };

/* What stands at the head of a message beside its subject; ids are without
   their angles. */
struct gp_message_head {
	struct gp_mailbox from, to, reply; /* of the last two, address "":
	                                      none */
	struct gp_str list;                /* its name, with list_id */
	struct gp_str list_id;
	const struct gp_str *leave; /* addresses for List-Unsubscribe */
	size_t n_leave;
	struct gp_date date;
	struct gp_str id;
	struct gp_str answers;       /* the id of another message, or "" */
	const struct gp_str *before; /* ids of its thread, the oldest first */
	size_t n_before;
};

/* A file that goes with it. */
struct gp_message_file {
	struct gp_str name; /* [A-Za-z0-9._-] */
	const char *type;
	struct gp_str bytes;
};

/* Where an article or the pack stands. */
struct gp_message_place {
	struct gp_str address; /* on the web; "" when it is not known */
	struct gp_str file;    /* below the site: said where there is none */
};

struct gp_message {
	const struct gp_write_job *job; /* pack, date, design, data */
	struct gp_message_place pack;
	const struct gp_message_place *articles; /* by their places in it */
	const bool *leads;  /* those that are new in this edition; NULL: the
	                      edition is the first, and all are */
	struct gp_str mark; /* "UPDATE 1", before the title; or "" */
	bool full;          /* the articles themselves */
	bool bare;          /* headlines and places, nothing else */
	bool pictures;      /* those of full articles */
	const struct gp_made *forms; /* other outputs, `path` an address */
	size_t n_forms;
	struct gp_str reference;             /* of the edition, or "" */
	struct gp_str leave;                 /* an address for readers, or "" */
	const struct gp_message_file *files; /* with the first part */
	size_t n_files;
};

/* What one message of a pack holds: places in its order of articles. */
struct gp_message_part {
	size_t from, to;
	size_t number, of; /* from 1 */
};

/* The parts of the pack, in `a`: one, or with `split` as few as keep the HTML
   of each small.  Errors: GP_LIMIT (too large for one, or one article is; the
   message says what to do), GP_NOMEM. */
bool
gp_message_parts(const struct gp_message *m, bool split, struct gp_arena *a,
                 struct gp_message_part **parts, size_t *n, struct gp_err *e);

/* Appends one message; `head` is that of this part.  Lines end in LF.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_message_write(const struct gp_message *m, const struct gp_message_head *head,
                 const struct gp_message_part *part, struct gp_buf *out,
                 struct gp_err *e);

/* That something of a pack was withdrawn; what, is in no part of it. */
struct gp_message_recall {
	const struct gp_write_job *job; /* design and data; its pack has a
	                                   head and no article */
	struct gp_str title;            /* of the pack */
	size_t gone;                    /* articles; 0: the whole pack */
	struct gp_message_place pack;   /* what is left of it, or "" */
};

/* Appends the notice.  Errors: those of gp_message_write(). */
bool
gp_message_write_recall(const struct gp_message_recall *r,
                        const struct gp_message_head *head, struct gp_buf *out,
                        struct gp_err *e);

#endif
