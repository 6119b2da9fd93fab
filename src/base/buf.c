/* Bytes appended to one block that doubles.  The limit is the buffer's own
   or, where it has none, that of an output; the first failure stays, and
   what comes behind it is left out.  It knows UTF-8 as far as to write one
   code point, and looks at nothing that it is given. */
#include "base/buf.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 256, REPLACEMENT = 0xFFFD };

/* Twice it, and a NUL after it, still fit a size_t. */
static size_t
max_of(const struct gp_buf *b)
{
	size_t max = b->max ? b->max : GP_MAX_OUTPUT_BYTES;

	return max < SIZE_MAX / 4 ? max : SIZE_MAX / 4;
}

static bool
grow_buf(struct gp_buf *b, size_t more)
{
	size_t max = max_of(b);
	size_t cap = b->cap ? b->cap : FIRST_SIZE;
	char *p;

	if (b->failed != GP_OK)
		return false;
	if (more > max || b->len > max - more) {
		b->failed = GP_LIMIT;
		return false;
	}
	while (cap < b->len + more + 1)
		cap *= 2;
	if (cap > max + 1)
		cap = max + 1;
	p = realloc(b->data, cap);
	if (!p) {
		b->failed = GP_NOMEM;
		return false;
	}
	b->data = p;
	b->cap = cap;
	return true;
}

/* Room for `more` bytes and a NUL.  What has room is within the limit too:
   no more is ever allocated than that allows. */
static bool
reserve(struct gp_buf *b, size_t more)
{
	return (b->failed == GP_OK && b->cap - b->len > more) ||
	       grow_buf(b, more);
}

void
gp_buf_put(struct gp_buf *b, const void *data, size_t size)
{
	if (!reserve(b, size))
		return;
	if (size)
		memcpy(b->data + b->len, data, size);
	b->len += size;
	b->data[b->len] = '\0';
}

void
gp_buf_str(struct gp_buf *b, struct gp_str s)
{
	gp_buf_put(b, s.p, s.n);
}

void
gp_buf_puts(struct gp_buf *b, const char *s)
{
	gp_buf_put(b, s, strlen(s));
}

void
gp_buf_printf(struct gp_buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	if (reserve(b, n >= 0 ? (size_t)n : SIZE_MAX)) {
		(void)vsnprintf(b->data + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
	va_end(args);
}

void
gp_buf_utf8(struct gp_buf *b, unsigned long c)
{
	char out[4];

	if (c < 0x80)
		gp_buf_putc(b, (char)c);
	else
		gp_buf_put(b, out, gp_utf8_put(out, (uint32_t)c));
}

void
gp_buf_clear(struct gp_buf *b)
{
	b->len = 0;
	if (b->data)
		b->data[0] = '\0';
}

void
gp_buf_free(struct gp_buf *b)
{
	free(b->data);
	*b = (struct gp_buf){ .max = b->max };
}

void
gp_buf_inherit(struct gp_buf *b, const struct gp_buf *other)
{
	if (b->failed == GP_OK)
		b->failed = other->failed;
}

bool
gp_buf_ok(const struct gp_buf *b, struct gp_err *e)
{
	if (b->failed == GP_OK)
		return true;
	if (b->failed == GP_LIMIT)
		return gp_fail(e, GP_LIMIT, "more than %zu bytes", max_of(b));
	return gp_fail(e, GP_NOMEM, "out of memory");
}

struct gp_str
gp_buf_view(const struct gp_buf *b)
{
	return (struct gp_str){ b->data ? b->data : "", b->len };
}

struct gp_bytes
gp_buf_take(struct gp_buf *b)
{
	struct gp_bytes out = { (unsigned char *)b->data, b->len };

	b->data = NULL;
	gp_buf_free(b);
	return out;
}

void
gp_bytes_free(struct gp_bytes *b)
{
	free(b->data);
	*b = (struct gp_bytes){ NULL, 0 };
}
