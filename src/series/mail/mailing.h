/*
 * A call of mail on its way to files: what its steps hand to each other.  It
 * does not know which messages there will be.  Private to series/mail/.
 */
#ifndef GP_SERIES_MAIL_MAILING_H
#define GP_SERIES_MAIL_MAILING_H

#include "series/mail/mail_files.h"
#include "series/mail/mail_thread.h"
#include "series/mail/mail_people.h"
#include "series/opened/series.h"
#include "write/mail/message.h"

struct gp_mailing {
	struct gp_series *s;
	const struct gp_mail_wanted *wanted;
	struct gp_str pack;                   /* name of its folder */
	const struct gp_release_entry *row;   /* what is told of */
	const struct gp_release_entry *first; /* that began the thread */
	unsigned later; /* editions before it that are out; 0: it is the
	                   first */
	struct gp_mail_thread thread;
	struct gp_str stem; /* of the files */
	struct gp_mail_people people;
	struct gp_bytes people_text; /* what their rows are in */
	struct gp_mail_file *files;  /* envelopes first, then messages */
	size_t n_files, n_messages;
	size_t bytes; /* of all messages together */
};

/* The head of one message, but for its subject. */
void
gp_mailing_head(struct gp_mailing *m, const struct gp_mail_which *which,
                struct gp_message_head *out,
                struct gp_str before[GP_MAIL_MOST_BEFORE]);

/* Takes the bytes of a message over under the name of its part; 0: the only
   one. */
void
gp_mailing_add(struct gp_mailing *m, size_t part, struct gp_buf *bytes);

/* The same for a file of any name; `bytes` are empty afterwards. */
void
gp_mailing_file(struct gp_mailing *m, struct gp_str name, struct gp_buf *bytes);

#endif
