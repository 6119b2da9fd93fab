/*
 * Whom a mail was for: read off its header fields and off the heads of letters
 * that are quoted in it.  Knows no links, and takes nothing out.  Private to
 * import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_READERS_H
#define GP_IMPORT_MAIL_MAIL_READERS_H

#include "import/mail/mime.h"
#include "import/personal/withhold.h"

/* What is known before the first word is read; the buffers are freed by who
   has it. */
struct gp_mail_readers {
	struct gp_arena *arena;
	struct gp_str header; /* of the message, as it came */
	struct gp_str around; /* addresses of mails that hold this one */
	struct gp_str from;   /* of the message */
	struct gp_buf to;     /* "To:" of quoted heads, as found so far */
	struct gp_buf author; /* "From:" of those */
	bool is_forwarded;    /* the sender had it from somebody else */
};

/* Adds what the heads of quoted letters in `text`, the visible words of a part,
   say: "From: ... To: ..." in the languages that mail programs write them in.
   Cost: linear. */
void
gp_mail_readers_quoted(struct gp_mail_readers *r, struct gp_str text);

/* Fills `w`, which begins as { .arena = a }: recipients in To, Cc, Delivered-To
   and the like, in each field of the name, in return paths that hold one
   (VERP), and in ways to leave a list; who forwards a letter was a recipient of
   it.  A sender's own address stays.  Failure is the arena's. */
void
gp_mail_readers_tell(const struct gp_mail_readers *r, struct gp_withholding *w);

/* All addresses that name readers, for a mail within this one. */
struct gp_str
gp_mail_readers_all(const struct gp_mail_readers *r);

#endif
