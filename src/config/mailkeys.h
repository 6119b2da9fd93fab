/*
 * `mail:` of series.yaml: who sends a pack as mail, to whom, and how much of it
 * is in the message.  Every address is checked against `domains` while it is
 * read.  It opens no file, that of the recipients neither, and knows no pack.
 */
#ifndef GP_CONFIG_MAILKEYS_H
#define GP_CONFIG_MAILKEYS_H

#include "config/mail_address.h"
#include "config/packvalue.h"

struct gp_mail_settings {
	bool is_given;           /* series.yaml has `mail:` */
	struct gp_mailbox from;  /* never "" when it is given */
	struct gp_mailbox to;    /* of a group; "": nobody by name */
	struct gp_mailbox reply; /* "": as `from` */
	struct gp_str list_id;   /* "" or a host name (RFC 2919) */
	struct gp_str *leave;    /* addresses of List-Unsubscribe */
	size_t n_leave;
	struct gp_str *domains; /* at least one when it is given */
	size_t n_domains;
	struct gp_str recipients; /* a file beside series.yaml, or "" */
	bool full;     /* the articles themselves, not what leads to them */
	bool pictures; /* of articles, in the message */
	long limit;    /* MB of a message that nobody is warned of */
};

/* The group of keys.  struct gp_mail_settings */
bool
gp_take_mail(struct gp_taker *t, const struct gp_yaml *v, void *field);

#endif
