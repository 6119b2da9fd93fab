/*
 * Byte builder: appends return nothing and are sticky, one question at the
 * end tells whether all of them worked.  Always NUL-terminated once anything
 * was appended.  This module does not know what the bytes mean.
 */
#ifndef GP_BASE_BUF_H
#define GP_BASE_BUF_H

#include "base/err.h"
#include "base/str.h"

struct gp_buf {
	char *data;
	size_t len, cap;
	size_t max; /* largest length allowed; 0: GP_MAX_OUTPUT_BYTES */
	enum gp_code failed;
};

void
gp_buf_put(struct gp_buf *b, const void *data, size_t size);

/* Here for its speed: texts are put together byte by byte. */
static inline void
gp_buf_putc(struct gp_buf *b, char c)
{
	if (b->failed != GP_OK || b->cap - b->len < 2) {
		gp_buf_put(b, &c, 1);
		return;
	}
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void
gp_buf_str(struct gp_buf *b, struct gp_str s);
void
gp_buf_puts(struct gp_buf *b, const char *s);
void
gp_buf_printf(struct gp_buf *b, const char *fmt, ...) GP_PRINTF(2, 3);
/* Appends one code point as UTF-8; what is none (a surrogate, one over
   U+10FFFF) as U+FFFD. */
void
gp_buf_utf8(struct gp_buf *b, unsigned long code_point);

/* Makes the buffer empty but keeps its memory (and its failure). */
void
gp_buf_clear(struct gp_buf *b);
void
gp_buf_free(struct gp_buf *b);
/* `b` fails too when `other`, whose bytes it took, has failed. */
void
gp_buf_inherit(struct gp_buf *b, const struct gp_buf *other);
/* True when nothing failed; else records GP_LIMIT or GP_NOMEM. */
bool
gp_buf_ok(const struct gp_buf *b, struct gp_err *e);
/* A view of the bytes; good until the next append. */
struct gp_str
gp_buf_view(const struct gp_buf *b);
/* Hands the memory to the caller as gp_bytes and empties the buffer. */
struct gp_bytes
gp_buf_take(struct gp_buf *b);

#endif
