/*
 * Mail as bytes: multiparts and transfer encodings (RFC 2045, 2046), cut into
 * parts in the order of the file.  Knows neither HTML nor what an article is.
 * Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MIME_H
#define GP_IMPORT_MAIL_MIME_H

#include "base/arena.h"

enum gp_transfer { GP_AS_IT_IS, GP_QUOTED_PRINTABLE, GP_BASE64 };

struct gp_mime_part {
	struct gp_str type;     /* "text/html", in small letters */
	struct gp_str charset;  /* "" when not said */
	struct gp_str id;       /* Content-ID without its brackets */
	struct gp_str location; /* Content-Location */
	struct gp_str name;     /* of an attached file */
	bool attached;          /* Content-Disposition: attachment */
	bool flowed;            /* format=flowed (RFC 3676) */
	bool no_space;          /* ...and DelSp=yes */
	enum gp_transfer transfer;
	struct gp_str body;     /* still encoded */
	struct gp_str boundary; /* of a multipart */
	struct gp_str start;    /* ...the Content-ID of its root, or "" */
	size_t first, holds;    /* ...its own parts: where, and how many */
	size_t parent;          /* index; the root's is its own */
	unsigned depth;         /* the root's is 0 */
	bool multi;             /* multipart/...: its parts are the body */
};

struct gp_mime {
	struct gp_mime_part *parts; /* the first is the message itself */
	size_t count;
	/* fields of the message; text decoded, one line each */
	struct gp_str subject, from, date, saved_from;
	struct gp_str header;  /* all of them, as they came */
	struct gp_str outside; /* what stands before and behind parts */
	bool has_version;      /* MIME-Version */
	const char *cut; /* what its bytes end in the middle of, or NULL */
};

/* Cuts a message up; everything is a view of it or in `a`.
   Errors: GP_INPUT (no header fields), GP_LIMIT, GP_NOMEM. */
bool
gp_mime_read(struct gp_arena *a, struct gp_str bytes, struct gp_mime *out,
             struct gp_err *e);

/* Appends the body of a part without its transfer encoding. */
void
gp_mime_body(const struct gp_mime_part *part, struct gp_buf *out);

#endif
