/*
 * Addresses of mail as every mailer takes them: ASCII alone, a dot-atom, "@"
 * and a host name (RFC 5322, 3.2.3 and 3.4.1; RFC 5321, 4.5.3.1; RFC 1123,
 * 2.1).  Quoted local parts, comments, literal hosts and letters beyond ASCII
 * (RFC 6532) are refused: not every mailer on the way knows them.  Whether
 * anybody reads what is sent there is not known.
 */
#ifndef GP_CONFIG_MAIL_ADDRESS_H
#define GP_CONFIG_MAIL_ADDRESS_H

#include "base/str.h"

/* What is wrong with an address, as the end of a sentence that begins with it;
   NULL: nothing is.  Cost: linear. */
const char *
gp_mail_address_flaw(struct gp_str address);

/* True for the name of a host: labels of letters, digits and hyphens, at least
   two of them. */
bool
gp_mail_host_ok(struct gp_str host);

/* What stands behind the "@". */
struct gp_str
gp_mail_host(struct gp_str address);

/* True when the host of a good address is one of `hosts`, in any case of its
   letters; "*.example.org" stands for every host below example.org, and not
   for that itself. */
bool
gp_mail_within(struct gp_str address, const struct gp_str *hosts, size_t n);

/* A person or a group, and where mail for them goes; views. */
struct gp_mailbox {
	struct gp_str name; /* "" when none is given */
	struct gp_str address;
};

/* Takes "Press Office <press@example.org>", or an address alone, apart; whether
   the address is one is not looked at. */
struct gp_mailbox
gp_mailbox_of(struct gp_str text);

#endif
